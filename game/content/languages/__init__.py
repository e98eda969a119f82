"""Content in other languages: where its texts stand, catalogues of translations, and their use."""
