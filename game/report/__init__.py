"""A run told as a report to keep: as text in Markdown, or as one page for a browser."""
