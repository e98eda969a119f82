"""The game in a browser: what builds the site, and in `page` what runs there."""
