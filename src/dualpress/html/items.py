"""Turn the tokens of a page into the pieces of its flows of text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from html5lib.constants import namespaces

from dualpress.article import Span
from dualpress.html.marks import label_of
from dualpress.html.offsets import Page, Token, TokenKind
from dualpress.html.page_marks import PageMarks
from dualpress.html.paragraphs import BLANK_LINE, classic_bodies
from dualpress.html.policy import LOOSE, Regions, is_custom, is_inline
from dualpress.html.signs import Mark, MarkKind
from dualpress.html.templates import read_template_mark
from dualpress.html.tree import Node

__all__ = ["Item", "ItemKind", "Reader"]


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
        name: of its element; of a mark, how it begins.
        data: the characters of a text, references resolved.
        element: that it opens, or that it stands in.
        mate: the other half of an opening or closing tag.
        mark: what it calls, where it is not a tag but half of a pair of marks.
    """

    kind: ItemKind
    span: Span
    name: str = ""
    data: str = ""
    element: Node | None = None
    mate: Item | None = None
    mark: str = ""

    @property
    def has_words(self) -> bool:
        """Whether it is text in which a reader sees a word."""
        return self.kind is _TEXT and bool(self.data.strip())

    @property
    def is_word(self) -> bool:
        """Whether a reader sees a word in it."""
        return self.kind is _SOLID or self.has_words

    @property
    def is_unknown(self) -> bool:
        """Whether it is half of a pair that may be in a sentence or around a block."""
        is_tag = self.kind is _OPEN or self.kind is _CLOSE
        return is_tag and (bool(self.mark) or is_custom(self.name))


# Looked up once: before Python 3.12 a member of an enum is slow to reach.
_TEXT, _SOLID, _LOOSE = ItemKind.TEXT, ItemKind.SOLID, ItemKind.LOOSE
_OPEN, _CLOSE, _BREAK = ItemKind.OPEN, ItemKind.CLOSE, ItemKind.BREAK
_TEXT_TOKEN, _START_TAG, _END_TAG = TokenKind.TEXT, TokenKind.START_TAG, TokenKind.END_TAG
_COMMENT_TOKEN = TokenKind.COMMENT

_HTML = namespaces["html"]
# Where the parser has no place for a text: there is no body, or frames replaced it.
_WITHOUT_TEXT = ("html", "frameset")
# Only SVG and MathML have such sections.
# https://html.spec.whatwg.org/multipage/parsing.html#markup-declaration-open-state
_CDATA = "<![CDATA["
_LIST_MARK = re.compile(r"mso-list:\s*ignore", re.IGNORECASE)
_LINE_END = re.compile(r"\r\n?|\n")
_MARKS = {
    MarkKind.WORD: _SOLID,
    MarkKind.SILENT: _LOOSE,
    MarkKind.OPEN: _OPEN,
    MarkKind.CLOSE: _CLOSE,
}


class Reader:
    """Turns tokens into items.

    Args:
        page: parsed.
        regions: what of it is text.
    """

    def __init__(self, page: Page, regions: Regions) -> None:
        self._page = page
        self._tokens = page.tokens
        self._regions = regions
        self._inner: list[range] = []
        shown = [one for one in page.tokens if one.kind is _TEXT_TOKEN and self._is_shown(one)]
        self._shown = set(shown)
        self._classic_bodies = classic_bodies(page, shown)
        self._marks = PageMarks(page, shown, self._classic_bodies)
        plain = [] if self._marks else [text for text in shown if self._gap(text) is None]
        self._plain = set(plain)

    @cached_property
    def _ends(self) -> dict[int, int]:
        return _matching_ends(self._tokens)

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
        has_switches, is_switched_off = self._regions.has_switches, self._regions.is_switched_off
        is_begun = False
        while index < indices.stop:
            token = self._tokens[index]
            kind = token.kind
            index += 1
            if not is_begun and token in self._plain and token.data.isspace() and not has_switches:
                continue  # between two blocks, or before the first
            is_begun = True
            if has_switches and is_switched_off(token):
                item, index = self._switched_off(index - 1)
                yield item
            elif kind is _TEXT_TOKEN:
                if token in self._plain:
                    yield Item(_TEXT, token.span, "", token.data, token.node)
                else:
                    yield from self._text(token)
            elif kind is _COMMENT_TOKEN:
                yield self._comment(token)
            elif kind is _START_TAG and is_inline(token.name):
                item, index = self._start(index - 1)
                yield item
            elif kind is _END_TAG and token.name == "br":
                yield Item(_BREAK, token.span, "br")  # a browser takes it for a start tag
            elif kind is _END_TAG and is_inline(token.name):
                yield Item(_CLOSE, self._marks.whole_tag(token), token.name, element=token.node)
            else:
                is_begun = False
                yield None

    def is_caption(self, item: Item) -> bool:
        """Whether it stands between ``[caption]`` and ``[/caption]``."""
        return self._marks.is_caption(item.span.start)

    def _is_shown(self, token: Token) -> bool:
        """Whether a text is one that a reader sees."""
        node = token.node
        if node is None or node not in self._regions.texts or node.name in _WITHOUT_TEXT:
            return False
        if node.namespace != _HTML and self._page.text.startswith(_CDATA, token.start):
            return False
        return not (self._regions.has_switches and self._regions.is_switched_off(token))

    def _text(self, token: Token) -> Iterator[Item | None]:
        if token not in self._shown:
            yield None
            return
        gap = self._gap(token)
        for piece in self._marks.cut(token.span):
            if isinstance(piece, Mark):
                yield self._mark(piece, token)
            elif gap is not None:
                yield from self._parts(token, piece, gap)
            else:
                yield self._part(token, *piece)

    def _gap(self, token: Token) -> re.Pattern[str] | None:
        """What parts the text of a token besides tags and marks."""
        if "\n" not in token.data:
            return None
        if self._regions.keeps_lines(token.node):
            return _LINE_END
        return BLANK_LINE if id(token.node) in self._classic_bodies else None

    def _mark(self, mark: Mark, token: Token) -> Item | None:
        if mark.kind is MarkKind.PART:
            return None
        kind = _MARKS[mark.kind]
        half = mark.name if kind in (_OPEN, _CLOSE) else ""
        name = label_of(self._page.raw(mark.span))
        return Item(kind, mark.span, name, element=token.node, mark=half)

    def _comment(self, token: Token) -> Item:
        span = self._marks.whole_tag(token)
        # To a parser `<?= … ?>` is a comment; PHP prints words there.
        mark = read_template_mark(self._page.text, *span)
        is_word = mark is not None and mark.alone is MarkKind.WORD
        return Item(_SOLID if is_word else _LOOSE, span, "comment")

    def _parts(self, token: Token, span: Span, gap: re.Pattern[str]) -> Iterator[Item | None]:
        """A text cut at gaps, each part in a flow of its own."""
        start, end = span
        for match in gap.finditer(self._page.text, start, end):
            yield self._part(token, start, match.start())
            yield None
            start = match.end()
        yield self._part(token, start, end)

    def _part(self, token: Token, start: int, end: int) -> Item:
        span = Span(start, end)
        data = token.data if span == token.span else self._page.raw(span)
        return Item(_TEXT, span, data=data, element=token.node)

    def _start(self, index: int) -> tuple[Item | None, int]:
        """The item of an inline start tag, and the index of the token after it."""
        token = self._tokens[index]
        element = token.node
        if element is None:
            return None, index + 1
        span = self._marks.whole_tag(token)
        if token.name == "br":
            return Item(_BREAK, span, "br"), index + 1
        if _is_void(element) or self._is_self_closing(token, element):
            return Item(_LOOSE, span, token.name), index + 1
        is_list_mark = _is_list_mark(element)
        is_loose = token.name in LOOSE or is_list_mark
        if not is_loose and self._regions.is_text(element):
            return Item(_OPEN, span, token.name, element=element), index + 1
        end = self._end_of(index)
        if end is None:
            return None, index + 1
        if not is_list_mark:
            self._inner.append(range(index + 1, end))
        kind = _LOOSE if is_loose else _SOLID
        whole = Span(token.start, self._marks.whole_tag(self._tokens[end]).end)
        return Item(kind, whole, token.name), end + 1

    def _switched_off(self, index: int) -> tuple[Item | None, int]:
        """What stands from ``translate:off`` to ``on``, if that is a part of a sentence."""
        rest = range(index, len(self._tokens))
        is_off = (i for i in rest if not self._regions.is_switched_off(self._tokens[i]))
        part = range(index, next(is_off, rest.stop))
        first, last = self._tokens[part[0]], self._tokens[part[-1]]
        if first.node is not last.node or not self._is_inline_part(part):
            return None, part.stop
        has_words = any(_is_word(self._tokens[i]) for i in part)
        kind, name = (_SOLID, "translate:off") if has_words else (_LOOSE, "comment")
        return Item(kind, Span(first.start, last.end), name), part.stop

    def _is_inline_part(self, part: range) -> bool:
        """Whether it holds whole inline elements only."""
        ends = {self._ends[index] for index in part if index in self._ends}
        return ends.issubset(part) and all(
            is_inline(token.name) and (index in ends or index in self._ends or _is_void(token))
            for index in part
            if (token := self._tokens[index]).kind in (_START_TAG, _END_TAG)
        )

    def _is_self_closing(self, token: Token, element: Node) -> bool:
        """Whether it is whole: of elements that can have an end tag only SVG's and MathML's are."""
        return element.namespace != _HTML and self._page.text.endswith("/>", 0, token.end)

    def _end_of(self, start: int) -> int | None:
        """The index of the end tag that closes an element both in the source and in the tree."""
        opened = self._tokens[start]
        end = self._ends.get(start)
        if end is None or opened.node is None:
            return None
        return end if self._tokens[end].node is opened.node.parent else None


def _matching_ends(tokens: list[Token]) -> dict[int, int]:
    """The index of the end tag that balances each start tag among the tags of its name."""
    opened: dict[str, list[int]] = {}
    ends: dict[int, int] = {}
    for index, token in enumerate(tokens):
        if token.kind is _START_TAG:
            opened.setdefault(token.name, []).append(index)
        elif token.kind is _END_TAG and opened.get(token.name):
            ends[opened[token.name].pop()] = index
    return ends


def _is_void(tag: Node | Token) -> bool:
    return tag.name in ("img", "wbr", "input", "embed", "br")


def _is_word(token: Token) -> bool:
    return token.kind is _TEXT_TOKEN and bool(token.data.strip())


def _is_list_mark(element: Node) -> bool:
    """Whether it is the number or bullet that Word writes out before a list item."""
    style = element.attributes.get("style")
    return style is not None and _LIST_MARK.search(style) is not None
