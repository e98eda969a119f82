"""What runs on the page: Textual over a message port, the app without what a page hasn't."""
