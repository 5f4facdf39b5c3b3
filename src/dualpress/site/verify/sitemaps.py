"""Reads sitemaps: https://www.sitemaps.org/protocol.html, with versions as Google has them.

https://developers.google.com/search/docs/specialty/international/localized-versions#sitemap
"""

from __future__ import annotations

from dataclasses import dataclass, field
from xml.parsers import expat

from dualpress.site.verify.facts import Alternate, Reference
from dualpress.site.verify.packed import GZIP, unpack

__all__ = ["LARGEST", "Entry", "Sitemap", "read_sitemap"]

LARGEST = 50 << 20
"""What a sitemap may have at most: https://www.sitemaps.org/protocol.html#index"""

_SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML = "http://www.w3.org/1999/xhtml"


@dataclass(slots=True)
class Entry:
    """A page that a sitemap lists.

    Attributes:
        sitemap: the path of the file, relative to the site's folder.
        location: the page's address, and where that stands.
        alternates: the page's versions.
    """

    sitemap: str
    location: Reference
    alternates: list[Alternate] = field(default_factory=list)


@dataclass(slots=True)
class Sitemap:
    """A sitemap, or an index of some.

    Attributes:
        path: of the file, relative to the site's folder.
        entries: the pages that it lists.
        parts: the sitemaps that it lists.
    """

    path: str
    entries: list[Entry] = field(default_factory=list)
    parts: list[Reference] = field(default_factory=list)


def read_sitemap(path: str, data: bytes) -> Sitemap:
    """Read a sitemap.

    Args:
        path: of the file, relative to the site's folder.
        data: its bytes, packed or not.

    Raises:
        ValueError: it is no XML, or too large, or has a document type, as no
            sitemap needs; says on which line.
    """
    if data.startswith(GZIP):
        data = unpack(data, LARGEST)
    reader = _Reader(Sitemap(path))
    try:
        reader.parser.Parse(data, True)
    except expat.ExpatError as error:
        raise ValueError(f"line {error.lineno}: {expat.ErrorString(error.code)}") from error
    return reader.sitemap


class _Reader:
    """Takes what expat reads."""

    def __init__(self, sitemap: Sitemap) -> None:
        self.sitemap = sitemap
        self.parser = expat.ParserCreate(namespace_separator=" ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        # Entities are what a hostile file makes itself large with.
        self.parser.StartDoctypeDeclHandler = self._refuse
        self._text_so_far: list[str] = []
        self._line = 1
        self._is_index = False
        self._location: Reference | None = None
        self._alternates: list[Alternate] = []

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        namespace, _, name = name.rpartition(" ")
        line = self.parser.CurrentLineNumber
        self._text_so_far, self._line = [], line
        if name in ("url", "sitemap"):
            self._is_index = name == "sitemap"
            self._location, self._alternates = None, []
        elif name == "link" and namespace == _XHTML and attributes.get("hreflang"):
            code, href = attributes["hreflang"].strip(), attributes.get("href", "").strip()
            self._alternates.append(Alternate(code, href, line))

    def _end(self, name: str) -> None:
        namespace, _, name = name.rpartition(" ")
        if name == "loc" and namespace in (_SITEMAPS, ""):
            self._location = Reference("".join(self._text_so_far).strip(), self._line)
        elif name in ("url", "sitemap") and self._location is not None:
            self._add(self._location)

    def _add(self, location: Reference) -> None:
        if self._is_index:
            self.sitemap.parts.append(location)
        else:
            self.sitemap.entries.append(Entry(self.sitemap.path, location, self._alternates))

    def _text(self, data: str) -> None:
        self._text_so_far.append(data)

    def _refuse(self, *_: object) -> None:
        raise ValueError(f"line {self.parser.CurrentLineNumber}: it has a document type")
