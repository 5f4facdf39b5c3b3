"""Cut a page into runs of inline content: what a reader sees as one flow of text.

A run is well formed by construction: each opening tag in it has its closing
tag in it, as source and as tree. Where a page is not (``<b>one<p>two</b>``),
the tag that has no partner parts two runs, so that nothing but text ever
moves there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from bs4.element import Tag

from dualpress.article import Span
from dualpress.html.offsets import Page, Token, TokenKind
from dualpress.html.policy import INLINE, LOOSE, Regions

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


_SWITCH = re.compile(r"\s*translate:(on|off)\s*")


def find_runs(page: Page, regions: Regions) -> Iterator[Run]:
    """Yield the runs of a page in source order."""
    items: list[Item] = []
    for item in _items(page, regions):
        if item is not None:
            items.append(item)
            continue
        yield from _well_formed(items)
        items = []
    yield from _well_formed(items)


def _items(page: Page, regions: Regions) -> Iterator[Item | None]:
    """Yield inline items, and ``None`` wherever a flow ends."""
    tokens = page.tokens
    index = 0
    switched_off = False
    while index < len(tokens):
        token = tokens[index]
        index += 1
        if token.kind is TokenKind.COMMENT:
            switch = _SWITCH.fullmatch(token.data)
            switched_off = switch[1] == "off" if switch else switched_off
            yield None if switch else Item(ItemKind.LOOSE, token.span, "comment")
        elif switched_off:
            yield None
        elif token.kind is TokenKind.TEXT:
            yield _text(page, token, regions)
        elif token.kind is TokenKind.START_TAG and token.name in INLINE:
            item, index = _start(tokens, index - 1, regions)
            yield item
        elif token.kind is TokenKind.END_TAG and token.name in INLINE:
            yield Item(ItemKind.CLOSE, token.span, token.name, element=token.element)
        else:
            yield None


def _text(page: Page, token: Token, regions: Regions) -> Item | None:
    if not regions.is_text(token.element) or page.raw(token.span).startswith("<![CDATA["):
        return None
    return Item(ItemKind.TEXT, token.span, data=token.data, element=token.element)


def _start(tokens: list[Token], index: int, regions: Regions) -> tuple[Item | None, int]:
    """The item of an inline start tag, and the index of the token after it."""
    token = tokens[index]
    element = token.element
    if element is None:
        return None, index + 1
    if token.name == "br":
        return Item(ItemKind.BREAK, token.span, "br"), index + 1
    if _is_void(element):
        return Item(ItemKind.LOOSE, token.span, token.name), index + 1
    if token.name not in LOOSE and regions.is_text(element):
        return Item(ItemKind.OPEN, token.span, token.name, element=element), index + 1
    if any(regions.is_text(inner) for inner in element.find_all(True)):
        return None, index + 1
    end = _end_of(tokens, index)
    if end is None:
        return None, index + 1
    kind = ItemKind.LOOSE if token.name in LOOSE else ItemKind.SOLID
    return Item(kind, Span(token.span.start, tokens[end].span.end), token.name), end + 1


def _is_void(element: Tag) -> bool:
    return element.name in ("img", "wbr", "input", "embed")


def _end_of(tokens: list[Token], start: int) -> int | None:
    """The index of the end tag that closes an element both in the source and in the tree."""
    opened = tokens[start]
    depth = 0
    for index in range(start, len(tokens)):
        token = tokens[index]
        if token.name != opened.name:
            continue
        if token.kind is TokenKind.START_TAG:
            depth += 1
        elif token.kind is TokenKind.END_TAG:
            depth -= 1
            if depth == 0:
                closes = opened.element is not None and token.element is opened.element.parent
                return index if closes else None
    return None


def _well_formed(items: list[Item]) -> Iterator[Run]:
    """Split a flow at every tag that has no partner in it, and at paragraph breaks."""
    if all(item.is_blank or item.kind is not ItemKind.TEXT for item in items):
        return
    _pair(items)
    parts = list(_split(items))
    if len(parts) > 1:
        for part in parts:
            yield from _well_formed(part)
    elif parts:
        yield Run(parts[0], _block_element(parts[0]))


def _pair(items: list[Item]) -> None:
    stack: list[Item] = []
    for item in items:
        item.mate = None
        if item.kind is ItemKind.OPEN:
            stack.append(item)
        elif item.kind is ItemKind.CLOSE and stack and _closes(stack[-1], item):
            opened = stack.pop()
            opened.mate, item.mate = item, opened


def _closes(opened: Item, closing: Item) -> bool:
    return (
        opened.name == closing.name
        and opened.element is not None
        and closing.element is opened.element.parent
    )


def _split(items: list[Item]) -> Iterator[list[Item]]:
    part: list[Item] = []
    line_broken = False
    for item in items:
        if item.kind in (ItemKind.OPEN, ItemKind.CLOSE):
            parts_here = item.mate is None
        else:
            parts_here = item.kind is ItemKind.BREAK and line_broken
            line_broken = item.kind is ItemKind.BREAK or (line_broken and item.is_blank)
        if parts_here:
            if part:
                yield part
            part = []
        else:
            part.append(item)
    if part:
        yield part


def _block_element(items: list[Item]) -> Tag | None:
    element = next(
        (item.element for item in items if item.kind is ItemKind.TEXT and not item.is_blank), None
    )
    while element is not None and element.name in INLINE:
        element = element.parent
    return element
