"""Pages: bytes to articles, and articles with translations to bytes."""

from dualpress.html.policy import Policy
from dualpress.html.read import read_html
from dualpress.html.write import write_html

__all__ = ["Policy", "read_html", "write_html"]
