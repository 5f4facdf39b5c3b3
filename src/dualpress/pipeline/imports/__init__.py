"""Posts from the web, from saved pages and from plain text."""
