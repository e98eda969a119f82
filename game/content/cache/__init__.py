"""Content that was read, checked and compiled before, kept in the user's cache directory."""
