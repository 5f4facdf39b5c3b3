"""Counts what the parts of a page are made of."""

from __future__ import annotations

from collections.abc import Iterator

from dualpress.site.verify.elements import Element
from dualpress.site.verify.facts import Counts

__all__ = ["Parts"]

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset("blockquote caption dd dt figcaption li p pre summary td th".split())
_COUNTED = _HEADINGS.keys() | _BLOCKS | {"a", "img"}


class Parts:
    """The parts of one page.

    Attributes:
        counts: of ``body``, ``main`` and ``article``, navigation left out; of
            the body also what is its head, foot or side.
        articles: how many there are, those within others left out.
    """

    def __init__(self) -> None:
        self.counts = {part: Counts() for part in ("article", "main", "body")}
        self.articles = 0

    def start(self, element: Element, parent: Element, *, is_link: bool) -> None:
        """Count an element that begins.

        Args:
            element: the element.
            parent: that it stands in.
            is_link: whether it leads somewhere.
        """
        name = element.name
        if name == "article" and "article" not in parent.parts:
            self.articles += 1
        for counts in self._of(element) if name in _COUNTED else ():
            if level := _HEADINGS.get(name):
                counts.headings.append(level)
            counts.blocks += name in _BLOCKS
            counts.images += name == "img"
            counts.links += name == "a" and is_link and not element.is_switcher

    def text(self, data: str, element: Element, *, is_link: bool) -> None:
        """Count a piece of text.

        Args:
            data: the text.
            element: that it stands in.
            is_link: whether it is a link's.
        """
        length = len(data.strip())
        for counts in self._of(element) if length else ():
            counts.letters += length
            counts.linked += length if is_link else 0

    def _of(self, element: Element) -> Iterator[Counts]:
        """The counts of the parts that an element belongs to."""
        if element.is_apart:
            return
        for part in element.parts:
            if part != "body" or not element.is_frame or len(element.parts) > 1:
                yield self.counts[part]
