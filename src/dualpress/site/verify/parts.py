"""Counts what the parts of a page are made of."""

from __future__ import annotations

from collections.abc import Iterator

from dualpress.site.verify.elements import Element, Unit
from dualpress.site.verify.facts import Counts

__all__ = ["Parts"]

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCKS = frozenset("blockquote caption dd dt figcaption li p pre summary td th".split())
_UNITS = _HEADINGS.keys() | _BLOCKS
_COUNTED = _UNITS | {"a", "img"}
_SHOWN = frozenset(
    "audio button canvas embed hr iframe img input math object picture select svg textarea "
    "video".split()
)
"""What a reader sees without a word."""

_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff"


class Parts:
    """The parts of one page.

    Attributes:
        articles: how many there are, those within others left out.
    """

    def __init__(self) -> None:
        self._counts = {part: Counts() for part in ("article", "main", "body")}
        self._units: dict[str, list[Unit]] = {part: [] for part in self._counts}
        self.articles = 0

    def start(self, element: Element, parent: Element, *, is_link: bool, line: int) -> None:
        """Count an element that begins.

        Args:
            element: the element.
            parent: that it stands in.
            is_link: whether it leads somewhere.
            line: of its start tag.
        """
        name = element.name
        if name == "article" and "article" not in parent.parts:
            self.articles += 1
        if name in _UNITS:
            element.unit = Unit(line, parent.unit)
        elif name in _SHOWN and element.unit:
            element.unit.fill()
        for part in self._of(element) if name in _COUNTED else ():
            counts = self._counts[part]
            if level := _HEADINGS.get(name):
                counts.headings.append(level)
            if name in _UNITS and element.unit:
                self._units[part].append(element.unit)
            counts.blocks += name in _BLOCKS
            counts.images += name == "img"
            counts.links += name == "a" and is_link and not element.is_switcher

    def fill(self, data: str, element: Element) -> None:
        """Note that there is text in an element, for readers or for programs."""
        if element.unit and not element.unit.is_filled and data.strip().strip(_INVISIBLE):
            element.unit.fill()

    def text(self, data: str, element: Element, *, is_link: bool) -> None:
        """Count a piece of text.

        Args:
            data: the text.
            element: that it stands in.
            is_link: whether it is a link's.
        """
        length = len(data.strip())
        for part in self._of(element) if length else ():
            counts = self._counts[part]
            counts.letters += length
            counts.linked += length if is_link else 0

    def finish(self) -> dict[str, Counts]:
        """What ``body``, ``main`` and ``article`` are made of.

        Navigation is left out; of the body also what is its head, foot or side.
        """
        for part, units in self._units.items():
            empty = {i: unit.line for i, unit in enumerate(units) if not unit.is_filled}
            self._counts[part].empty = empty
        return self._counts

    def _of(self, element: Element) -> Iterator[str]:
        """The parts that an element belongs to."""
        if element.is_apart:
            return
        for part in element.parts:
            if part != "body" or not element.is_frame or len(element.parts) > 1:
                yield part
