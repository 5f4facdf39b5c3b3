"""The script that a served page gets, and that no file on disk has."""

from __future__ import annotations

import codecs
import html
import json
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files

__all__ = ["ASSETS", "PREFIX", "Client", "asset", "missing_page"]

PREFIX = "/__dualpress/"
"""The path under which the server has what is not the site's."""

ASSETS = {"client.js": "text/javascript; charset=utf-8", "client.css": "text/css; charset=utf-8"}
"""The files of the client, and their media types."""

_UTF_16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
"""The encodings that need other bytes for ASCII; by the HTML Standard a page is in one of
these only where it says so by its first two bytes."""

_MISSING = """<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>No such page</title>
</head>
<body>
<h1>No such page</h1>
<p>There is nothing at <code>{path}</code> in the output folder. An article that waits for its
reviewer has no page.</p>
<p><a href="{start}">To the start of the site</a></p>
</body>
</html>
"""


@dataclass(frozen=True, slots=True)
class Client:
    """The script of one page.

    Args:
        origin: of the server, as the browser knows it.
        content: the name of the site's content when the page was read.
        addresses: at which the site will be published, and its paths here.
        preview: whether a plain click on a block names its PO entries;
            else one with the Alt key does.
    """

    origin: str
    content: str
    addresses: Mapping[str, str]
    preview: bool

    def add_to(self, page: bytes) -> bytes:
        """Put the script behind the end of a page.

        There it is the last thing in the body to every parser, whatever the
        page is like. It is a file of the server's own, so that a page with a
        strict content security policy runs it; its address is whole, for the
        page may have a ``base``.
        """
        attributes = {
            "src": f"{self.origin}{PREFIX}client.js",
            "data-content": self.content,
            "data-click": "plain" if self.preview else "alt",
            "data-addresses": json.dumps(dict(self.addresses)),
        }
        told = " ".join(f'{name}="{html.escape(value)}"' for name, value in attributes.items())
        markup = f"<script defer {told}></script>"
        return page + markup.encode(_UTF_16.get(page[:2], "ascii"))


def asset(name: str) -> bytes:
    """A file of the client, one of :data:`ASSETS`."""
    return files("dualpress.serve").joinpath("assets", name).read_bytes()


def missing_page(path: str, start: str) -> bytes:
    """The page for an address at which there is none.

    Args:
        path: that was asked for.
        start: of the site.
    """
    page = _MISSING.format(path=html.escape(path), start=html.escape(start))
    return page.encode("utf-8", "replace")
