"""The public surface: its reference, its recorded lines, and an example of each name that runs."""
