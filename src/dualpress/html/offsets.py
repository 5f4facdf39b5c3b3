"""Parse a page as a browser does and know where each token stands in its source.

html5lib builds the tree, BeautifulSoup holds it, and a subclass of html5lib's
tokenizer notes the source span of every token. The spans tile the source:
what the tokenizer drops without a token (``</>``, a tag cut off by the end of
the file) is a token of kind ``GAP``.

html5lib 1.1 is the last release of its line, and its private classes are used
here alone; ``pyproject.toml`` pins it exactly.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from typing import Any, cast

import html5lib
from bs4 import BeautifulSoup
from bs4.builder._html5lib import HTML5TreeBuilder, TreeBuilderForHtml5lib
from bs4.element import Tag
from html5lib._inputstream import HTMLUnicodeInputStream
from html5lib._tokenizer import HTMLTokenizer
from html5lib.constants import tokenTypes

from dualpress.article import Span

__all__ = ["Page", "Token", "TokenKind", "parse"]


class TokenKind(Enum):
    """What a token is to a reader of the source."""

    TEXT = auto()
    START_TAG = auto()
    END_TAG = auto()
    COMMENT = auto()
    DOCTYPE = auto()
    GAP = auto()
    """Source that the tokenizer drops."""


@dataclass(slots=True)
class Token:
    """One token and where it stands.

    Args:
        kind: what it is.
        span: where it stands in the source text.
        name: of a tag, in lower case.
        data: the characters of a text (references resolved) or of a comment.
        element: of a start tag, the element that it opened, if it opened one;
            of anything else, the element that was current after it.
    """

    kind: TokenKind
    span: Span
    name: str = ""
    data: str = ""
    element: Tag | None = None


_KINDS = {
    tokenTypes["Characters"]: TokenKind.TEXT,
    tokenTypes["SpaceCharacters"]: TokenKind.TEXT,
    tokenTypes["StartTag"]: TokenKind.START_TAG,
    tokenTypes["EmptyTag"]: TokenKind.START_TAG,
    tokenTypes["EndTag"]: TokenKind.END_TAG,
    tokenTypes["Comment"]: TokenKind.COMMENT,
    tokenTypes["Doctype"]: TokenKind.DOCTYPE,
}
_PARSE_ERROR = tokenTypes["ParseError"]


class Page:
    """A parsed page: its text, its tokens in source order, and its tree.

    Args:
        text: the source, nothing normalised.
        tokens: they tile ``text``.
        soup: the tree, for selectors and attributes.
    """

    def __init__(self, text: str, tokens: list[Token], soup: BeautifulSoup) -> None:
        self.text = text
        self.tokens = tokens
        self.soup = soup

    @cached_property
    def start_tags(self) -> dict[int, Token]:
        """The start tag of each element that has one in the source, by ``id(element)``."""
        return {
            id(token.element): token
            for token in self.tokens
            if token.kind is TokenKind.START_TAG and token.element is not None
        }

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer(r"\r\n?|\n", self.text))]

    def line(self, offset: int) -> int:
        """The line of an offset, counted from 1."""
        return bisect_right(self._line_starts, offset)

    def raw(self, span: Span) -> str:
        """The source of a span."""
        return self.text[span.start : span.end]


def parse(text: str) -> Page:
    """Parse a whole page or a fragment of one; every text parses."""
    builder = _Builder(text)
    # BeautifulSoup warns of short strings that look like file names, so the
    # text is handed to the builder and not to it.
    soup = BeautifulSoup("<", builder=builder)
    return Page(text, builder.tokens, soup)


def _ignore(_: str) -> None:
    """Report nothing: html5lib would search the text for characters to complain of."""


class _Stream(HTMLUnicodeInputStream):
    """The whole normalised text as one chunk, so that a chunk's offset is the text's."""

    def __init__(self, text: str) -> None:
        self._text: str | None = text
        super().__init__("")
        self.reportCharacterErrors = _ignore

    def readChunk(self, chunkSize: int | None = None) -> bool:  # noqa: N802, N803
        if self._text is None:
            self.chunkOffset = self.chunkSize
            return False
        self.chunk, self._text = self._text, None
        self.chunkSize = len(self.chunk)
        self.chunkOffset = 0
        return bool(self.chunk)


class _Tokenizer(HTMLTokenizer):
    """Yields html5lib's tokens and notes the span and the element of each."""

    def __init__(self, text: str, parser: _Parser) -> None:
        super().__init__("", parser=parser)
        offsets = _Offsets(text)
        self.stream = _Stream(offsets.normalised)
        self._offsets = offsets
        self.tokens: list[Token] = []
        self.current: Token | None = None

    def __iter__(self) -> Iterator[Any]:
        self.tokenQueue = deque()
        start = 0
        running = True
        while running:
            running = self.state()
            emitted: list[Any] = [t for t in self.tokenQueue if t["type"] != _PARSE_ERROR]
            self.tokenQueue.clear()
            end = self.stream.chunkOffset
            if emitted and running:
                yield from self._record(emitted, start, end)
                start = end
            elif end > start and self.state == self.dataState:
                self._note(TokenKind.GAP, start, end)
                start = end

    def _record(
        self, emitted: list[dict[str, Any]], start: int, end: int
    ) -> Iterator[dict[str, Any]]:
        """Note one step's tokens; more than one are pieces of the same text."""
        first = emitted[0]
        token = self._note(_KINDS[first["type"]], start, end)
        if token.kind is TokenKind.TEXT:
            token.data = "".join(piece["data"] for piece in emitted)
        elif token.kind is TokenKind.COMMENT:
            token.data = first["data"]
        else:
            token.name = first.get("name") or ""
        self.current = token
        yield from emitted
        if token.kind is not TokenKind.START_TAG:
            token.element = self.parser.current_element()

    def _note(self, kind: TokenKind, start: int, end: int) -> Token:
        token = Token(kind, self._offsets.span(start, end))
        self.tokens.append(token)
        return token


class _Offsets:
    """From offsets of the text that a parser sees, where CRLF is LF, to the source's."""

    def __init__(self, text: str) -> None:
        self.normalised = text.replace("\r\n", "\n").replace("\r", "\n")
        self._dropped = [match.start() for match in re.finditer("\r\n", text)]
        # The n-th CRLF of the source stands n characters earlier here.
        self._dropped_here = [offset - count for count, offset in enumerate(self._dropped)]

    def span(self, start: int, end: int) -> Span:
        if not self._dropped:
            return Span(start, end)
        return Span(self._offset(start), self._offset(end))

    def _offset(self, offset: int) -> int:
        # An offset just before an LF that was CRLF stands before its CR.
        return offset + bisect_right(self._dropped_here, offset - 1)


class _Parser(html5lib.HTMLParser):
    """html5lib's parser over the recording tokenizer; keeps no list of errors."""

    tokenizer: _Tokenizer

    def _parse(
        self,
        stream: Any,
        innerHTML: bool = False,  # noqa: N803
        container: str = "div",
        scripting: bool = False,
        **kwargs: Any,
    ) -> None:
        self.innerHTMLMode = innerHTML
        self.container = container
        self.scripting = scripting
        self.tokenizer = _Tokenizer(stream, self)
        self.reset()
        self.mainLoop()

    def parseError(self, errorcode: str = "", datavars: Any = None) -> None:  # noqa: N802
        """Ignore an error; html5lib would count all lines before it each time."""

    def current_element(self) -> Tag | None:
        """The innermost open element."""
        return self.tree.openElements[-1].element if self.tree.openElements else None


class _TreeBuilder(TreeBuilderForHtml5lib):
    """Tells each start tag's token which element it opened."""

    def elementClass(self, name: str, namespace: str) -> Any:  # noqa: N802
        element = super().elementClass(name, namespace)
        parser = cast(_Parser | None, self.parser)
        token = parser.tokenizer.current if parser is not None else None
        # A start tag may open elements before its own (`<tr>` opens `tbody`)
        # and reopen formatting elements; its own is the last of its name.
        if token is not None and token.kind is TokenKind.START_TAG and token.name == name.lower():
            token.element = cast(Tag, element.element)
        return element


class _Builder(HTML5TreeBuilder):
    """BeautifulSoup's builder for html5lib, with the recording parser."""

    def __init__(self, text: str) -> None:
        super().__init__(store_line_numbers=False)
        self._text = text
        self.tokens: list[Token] = []

    def feed(self, markup: Any) -> None:
        parser = _Parser(tree=cast(Any, self.create_treebuilder))
        self.underlying_builder.parser = parser
        parser.parse(self._text)
        self.tokens = parser.tokenizer.tokens
        self.underlying_builder.parser = None

    def create_treebuilder(self, namespaceHTMLElements: bool) -> _TreeBuilder:  # noqa: N803
        self.underlying_builder = _TreeBuilder(
            namespaceHTMLElements, self.soup, store_line_numbers=False
        )
        return self.underlying_builder
