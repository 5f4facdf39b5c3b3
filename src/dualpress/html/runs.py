"""Cut a page into runs of inline content: what a reader sees as one flow of text.

A run is well formed by construction: each opening tag in it has its closing
tag in it, as source and as tree. Where a page is not (``<b>one<p>two</b>``),
the tag that has no partner parts two runs, so that nothing but text ever
moves there.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from itertools import accumulate

from bs4.element import Tag
from html5lib.constants import namespaces

from dualpress.article import Span
from dualpress.html.offsets import Page, Token, TokenKind
from dualpress.html.policy import LOOSE, Regions, is_inline

__all__ = ["Item", "ItemKind", "Run", "find_runs"]


class ItemKind(Enum):
    """What a piece of a run is."""

    TEXT = auto()
    OPEN = auto()
    CLOSE = auto()
    BREAK = auto()
    """A line break; two in a row part runs."""
    SOLID = auto()
    """Content that is kept as it is and stands for words (``code``, ``translate="no"``)."""
    LOOSE = auto()
    """What is kept as it is and stands for no word (a comment, a picture, ``wbr``)."""


@dataclass(slots=True, eq=False)
class Item:
    """One piece of a run.

    Args:
        kind: what it is.
        span: where it stands.
        name: of its element.
        data: the characters of a text, references resolved.
        element: that it opens, or that it stands in.
        mate: the other half of an opening or closing tag.
    """

    kind: ItemKind
    span: Span
    name: str = ""
    data: str = ""
    element: Tag | None = None
    mate: Item | None = None

    @property
    def is_blank(self) -> bool:
        """Whether a reader sees no word in it."""
        return self.kind is ItemKind.LOOSE or (self.kind is ItemKind.TEXT and not self.data.strip())


@dataclass(frozen=True, slots=True)
class Run:
    """A flow of text.

    Args:
        items: well formed, at least one of them text that is not blank.
        element: the innermost element that is not inline and holds it.
    """

    items: list[Item]
    element: Tag | None


_HTML = namespaces["html"]
_LINE_END = re.compile(r"\r\n?|\n")
_BLANK_LINE = re.compile(r"(?:\r\n?|\n)[ \t]*(?:\r\n?|\n)\s*")


def find_runs(page: Page, regions: Regions) -> list[Run]:
    """Return the runs of a page in source order.

    A kept piece (``<svg>``, ``<button>``, ``translate="no"``) parts no
    sentence, and may hold text of its own: runs inside of another.
    """
    return sorted(_runs(_Reader(page, regions)), key=lambda run: run.items[0].span)


def _runs(reader: _Reader) -> Iterator[Run]:
    ranges = deque([reader.all])
    blocks: dict[int, Tag | None] = {}
    while ranges:
        items: list[Item] = []
        for item in reader.items(ranges.popleft()):
            if item is not None:
                items.append(item)
                continue
            yield from _well_formed(items, blocks)
            items = []
        yield from _well_formed(items, blocks)
        ranges += reader.take_inner()


class _Reader:
    """Turns tokens into items."""

    def __init__(self, page: Page, regions: Regions) -> None:
        self._page = page
        self._tokens = page.tokens
        self._regions = regions
        self._ends = _matching_ends(page.tokens)
        self._loose = _loose_body(page)
        self._inner: list[range] = []

    @property
    def all(self) -> range:
        """All tokens of the page."""
        return range(len(self._tokens))

    def take_inner(self) -> list[range]:
        """The tokens inside the pieces kept since the last call."""
        inner, self._inner = self._inner, []
        return inner

    def items(self, indices: range) -> Iterator[Item | None]:
        """Yield inline items, and ``None`` wherever a flow ends."""
        index = indices.start
        while index < indices.stop:
            token = self._tokens[index]
            index += 1
            if self._regions.is_switched_off(token):
                yield None
            elif token.kind is TokenKind.COMMENT:
                yield Item(ItemKind.LOOSE, token.span, "comment")
            elif token.kind is TokenKind.TEXT:
                yield from self._text(token)
            elif token.kind is TokenKind.START_TAG and is_inline(token.name):
                item, index = self._start(index - 1)
                yield item
            elif token.kind is TokenKind.END_TAG and is_inline(token.name):
                yield Item(ItemKind.CLOSE, token.span, token.name, element=token.element)
            else:
                yield None

    def _text(self, token: Token) -> Iterator[Item | None]:
        is_shown = self._regions.is_text(token.element) and not _is_dropped(token)
        if not is_shown or self._page.raw(token.span).startswith("<![CDATA["):
            yield None
        elif "\n" in token.data and self._regions.keeps_lines(token.element):
            yield from self._parts(token, _LINE_END)
        elif token.element is self._loose:
            yield from self._parts(token, _BLANK_LINE)
        else:
            yield Item(ItemKind.TEXT, token.span, data=token.data, element=token.element)

    def _parts(self, token: Token, gap: re.Pattern[str]) -> Iterator[Item | None]:
        """A text cut at gaps, each part in a flow of its own."""
        start, end = token.span
        for match in gap.finditer(self._page.text, start, end):
            yield self._part(token, start, match.start())
            yield None
            start = match.end()
        yield self._part(token, start, end)

    def _part(self, token: Token, start: int, end: int) -> Item:
        span = Span(start, end)
        data = token.data if span == token.span else self._page.raw(span)
        return Item(ItemKind.TEXT, span, data=data, element=token.element)

    def _start(self, index: int) -> tuple[Item | None, int]:
        """The item of an inline start tag, and the index of the token after it."""
        token = self._tokens[index]
        element = token.element
        if element is None:
            return None, index + 1
        if token.name == "br":
            return Item(ItemKind.BREAK, token.span, "br"), index + 1
        if _is_void(element) or self._is_self_closing(token, element):
            return Item(ItemKind.LOOSE, token.span, token.name), index + 1
        if token.name not in LOOSE and self._regions.is_text(element):
            return Item(ItemKind.OPEN, token.span, token.name, element=element), index + 1
        end = self._end_of(index)
        if end is None:
            return None, index + 1
        self._inner.append(range(index + 1, end))
        kind = ItemKind.LOOSE if token.name in LOOSE else ItemKind.SOLID
        return Item(kind, Span(token.span.start, self._tokens[end].span.end), token.name), end + 1

    def _is_self_closing(self, token: Token, element: Tag) -> bool:
        """Whether it is whole: of elements that can have an end tag only SVG's and MathML's are."""
        return element.namespace != _HTML and self._page.text.endswith("/>", 0, token.span.end)

    def _end_of(self, start: int) -> int | None:
        """The index of the end tag that closes an element both in the source and in the tree."""
        opened = self._tokens[start]
        end = self._ends.get(start)
        if end is None or opened.element is None:
            return None
        return end if self._tokens[end].element is opened.element.parent else None


def _loose_body(page: Page) -> Tag | None:
    """The body of what is no whole page: there blank lines part paragraphs.

    So WordPress publishes what its classic editor stores:
    https://developer.wordpress.org/reference/functions/wpautop/
    """
    is_whole = any(
        token.kind is TokenKind.DOCTYPE
        or (token.kind is TokenKind.START_TAG and token.name in ("html", "body"))
        for token in page.tokens
    )
    return None if is_whole else page.soup.body


def _matching_ends(tokens: list[Token]) -> dict[int, int]:
    """The index of the end tag that balances each start tag among the tags of its name."""
    opened: dict[str, list[int]] = {}
    ends: dict[int, int] = {}
    for index, token in enumerate(tokens):
        if token.kind is TokenKind.START_TAG:
            opened.setdefault(token.name, []).append(index)
        elif token.kind is TokenKind.END_TAG and opened.get(token.name):
            ends[opened[token.name].pop()] = index
    return ends


def _is_dropped(token: Token) -> bool:
    """Whether the parser has no place for a text: no body, or one that frames replaced."""
    return token.element is None or token.element.name in ("html", "frameset")


def _is_void(element: Tag) -> bool:
    return element.name in ("img", "wbr", "input", "embed")


def _well_formed(items: list[Item], blocks: dict[int, Tag | None]) -> Iterator[Run]:
    """Split a flow at every tag that has no partner in it, and at paragraph breaks.

    Args:
        items: of the flow.
        blocks: the block of each inline element met so far; grows.
    """
    if not _has_words(items):
        return
    part: list[Item] = []
    for item, is_parting in zip(items, _partings(items), strict=True):
        if not is_parting:
            part.append(item)
            continue
        if _has_words(part):
            yield Run(part, _block_element(part, blocks))
        part = []
    if _has_words(part):
        yield Run(part, _block_element(part, blocks))


def _has_words(items: list[Item]) -> bool:
    return any(item.kind is ItemKind.TEXT and not item.is_blank for item in items)


def _partings(items: list[Item]) -> list[bool]:
    """Whether a flow parts at each item: a tag without partner, or a second line break.

    Where it parts inside of a pair of tags, it parts at these too.
    """
    pairs = list(_pairs(items))
    is_parting = []
    line_broken = False
    for item in items:
        if item.kind in (ItemKind.OPEN, ItemKind.CLOSE):
            is_parting.append(item.mate is None)
            continue
        is_parting.append(item.kind is ItemKind.BREAK and line_broken)
        line_broken = item.kind is ItemKind.BREAK or (line_broken and item.is_blank)
    before = list(accumulate(is_parting, initial=0))
    for opened, closed in pairs:
        if before[opened] != before[closed]:
            is_parting[opened] = is_parting[closed] = True
    return is_parting


def _pairs(items: list[Item]) -> Iterator[tuple[int, int]]:
    """Make mates of the tags that open and close the same element; yield where they stand."""
    stack: list[int] = []
    for index, item in enumerate(items):
        if item.kind is ItemKind.OPEN:
            stack.append(index)
        elif item.kind is ItemKind.CLOSE and stack and _closes(items[stack[-1]], item):
            opened = items[stack[-1]]
            opened.mate, item.mate = item, opened
            yield stack.pop(), index


def _closes(opened: Item, closing: Item) -> bool:
    return (
        opened.name == closing.name
        and opened.element is not None
        and closing.element is opened.element.parent
    )


def _block_element(items: list[Item], blocks: dict[int, Tag | None]) -> Tag | None:
    words = (item for item in items if item.kind is ItemKind.TEXT and not item.is_blank)
    element = next(words).element
    inlines: list[int] = []
    while element is not None and is_inline(element.name) and element.name not in LOOSE:
        if id(element) in blocks:
            element = blocks[id(element)]
            break
        inlines.append(id(element))
        element = element.parent
    blocks.update(dict.fromkeys(inlines, element))
    return element
