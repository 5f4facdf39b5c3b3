"""An article block by block, in both of its languages, with its pictures between them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import attrgetter
from typing import TYPE_CHECKING, ClassVar

from dualpress.article import Segment, SegmentKind, Span
from dualpress.html.offsets import Page, Token, TokenKind
from dualpress.html.read import page_of
from dualpress.html.tree import Node, ancestry
from dualpress.site.column import WITHOUT_TEXT, Column
from dualpress.site.shown_text import ShownText

if TYPE_CHECKING:
    from markupsafe import Markup

__all__ = ["Passage", "Picture", "Row", "find_rows"]

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_ARTICLES = frozenset({"article", "main"})
# What stands beside an article on its page.
_BESIDE = frozenset("aside dialog footer nav".split())
_BESIDE_ROLES = frozenset("banner complementary contentinfo navigation search".split())


@dataclass(frozen=True, slots=True)
class Passage:
    """A block of an article.

    Args:
        number: that it has on both pages (``data-dp``).
        level: of a heading; 0 for what is none.
        is_item: whether it is an item of a list.
        source: its text as the author wrote it.
        target: its text on the translated page.
        is_caption: whether it is the caption of a picture or table.
    """

    kind: ClassVar[str] = "text"

    number: int
    level: int
    is_item: bool
    source: Markup
    target: Markup
    is_caption: bool = False


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of an article.

    Args:
        markup: an ``img`` element.
    """

    kind: ClassVar[str] = "picture"

    markup: Markup


Row = Passage | Picture
"""What stands side by side, or once between the columns."""


def find_rows(text: ShownText, source: Column, target: Column) -> list[Row]:
    """The blocks and pictures of an article in reading order, but for menus and margins.

    A picture in the middle of a sentence stays there.

    Args:
        text: what its pages show.
        source: writes it in the language that it was written in.
        target: writes its translation.
    """
    finder = _Finder(text, source, target)
    placed = [*finder.passages(), *finder.pictures()]
    return [row for _, row in sorted(placed, key=lambda found: found[0])]


class _Finder:
    def __init__(self, text: ShownText, source: Column, target: Column) -> None:
        self._source = source
        self._target = target
        self._page: Page = page_of(text.article)
        self._blocks = {block.number: block for block in text.article.blocks}
        self._segments = [s for s in text.article.segments if s.block in self._blocks]

    def passages(self) -> Iterator[tuple[int, Row]]:
        """The blocks, each with where it begins."""
        for number, group in groupby(self._segments, attrgetter("block")):
            elements = list(self._elements_around(self._blocks[number].span))
            segments = list(group)
            if not any(map(_is_beside, elements)):
                yield segments[0].span.start, self._passage(number, segments, elements)

    def _passage(self, number: int, segments: Sequence[Segment], elements: Sequence[Node]) -> Row:
        kind = self._blocks[number].kind
        return Passage(
            number=number,
            level=next((_HEADINGS[e.name] for e in elements if e.name in _HEADINGS), 0),
            is_item=kind is SegmentKind.ITEM,
            source=self._source.passage(segments),
            target=self._target.passage(segments),
            is_caption=kind is SegmentKind.CAPTION,
        )

    def pictures(self) -> Iterator[tuple[int, Row]]:
        """The pictures that are part of no sentence, each with where it stands."""
        for token in self._page.tokens:
            if _is_picture(token) and self._is_shown(token):
                markup = self._source.tags.picture(token.span)
                if markup:
                    yield token.start, Picture(markup)

    def _is_shown(self, picture: Token) -> bool:
        elements = list(ancestry(picture.node))
        names = {element.name for element in elements}
        is_in_article = bool(names & _ARTICLES) or not (self._has_article or "header" in names)
        is_beside = any(map(_is_beside, elements)) or bool(names & WITHOUT_TEXT)
        return is_in_article and not is_beside and not self._is_in_sentence(picture.start)

    def _is_in_sentence(self, offset: int) -> bool:
        index = bisect_right(self._segments, offset, key=lambda segment: segment.span.start) - 1
        return index >= 0 and offset < self._segments[index].span.end

    @cached_property
    def _has_article(self) -> bool:
        return any(node.name in _ARTICLES for node in self._page.elements)

    @cached_property
    def _starts(self) -> list[int]:
        return [token.start for token in self._page.tokens]

    def _elements_around(self, span: Span) -> Iterator[Node]:
        """The elements that a block stands in, the innermost first."""
        return ancestry(self._page.tokens[bisect_right(self._starts, span.start) - 1].node)


def _is_picture(token: Token) -> bool:
    return token.kind is TokenKind.START_TAG and token.name == "img" and token.node is not None


def _is_beside(element: Node) -> bool:
    return element.name in _BESIDE or element.attributes.get("role") in _BESIDE_ROLES
