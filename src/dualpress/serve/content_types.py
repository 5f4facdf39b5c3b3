"""The media types of files, the same on every system."""

from __future__ import annotations

from mimetypes import MimeTypes
from pathlib import Path

__all__ = ["PAGE", "content_type"]

PAGE = "text/html"
"""Without an encoding: a page keeps its post's, and says it itself."""

# IANA's, where Python's own list lacks them in some release.
_MORE = {
    ".avif": "image/avif",
    ".js": "text/javascript",
    ".mjs": "text/javascript",
    ".otf": "font/otf",
    ".ttf": "font/ttf",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
}
_UNKNOWN = "application/octet-stream"


def content_type(file: Path) -> str:
    """The media type of a file by the ending of its name.

    What the system says is not asked: the registry of Windows may have
    scripts for plain text, and browsers then refuse to run them.
    """
    ending = file.suffix.lower()
    known = MimeTypes().types_map[True]  # the list that Python brings
    return _MORE.get(ending) or known.get(ending, _UNKNOWN)
