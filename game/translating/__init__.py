"""For translators: every word that a player can read as a template, and catalogues checked."""
