"""The table: deals, what they are worth, how they are signed, sold at home and run; the ladder."""
