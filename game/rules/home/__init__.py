"""Home: factions, cabinet, money and what advisers watch."""
