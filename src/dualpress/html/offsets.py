"""Parse a page as a browser does and know where each token stands in its source.

html5lib parses, BeautifulSoup holds the tree, and a subclass of html5lib's
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
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property
from typing import Any

import html5lib
from bs4 import BeautifulSoup
from bs4.builder._html5lib import HTML5TreeBuilder
from bs4.element import Tag
from html5lib._inputstream import HTMLUnicodeInputStream
from html5lib._tokenizer import HTMLTokenizer
from html5lib.constants import entities, spaceCharacters, tokenTypes

from dualpress.article import Span
from dualpress.html.tree import Builder, Node, fill

__all__ = ["Page", "Token", "TokenKind", "parse", "parse_tree"]


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
            of anything else, the element that was current after it. ``None``
            also where that element is not in the tree.
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
_TEXT_TYPES = (tokenTypes["SpaceCharacters"], tokenTypes["Characters"])

# White space at the beginning of a text is a token of its own to the parser.
_TEXT = re.compile(r"([ \t\n\f]++)?([^&<\0]++)?")

# Behind its `<`: names in lower case, values in double quotes and without references.
_PLAIN_TAG = re.compile(
    r"""
    (?P<closing>/?) (?P<name>[a-z][a-z0-9]*+)
    (?P<attributes>(?:[ \n\t\f]++[a-z][a-z0-9:-]*+="[^"&\0]*+")*+)
    [ ]?(?P<solidus>/?)>
    """,
    re.VERBOSE,
)
_PLAIN_ATTRIBUTE = re.compile(r'([a-z0-9:-]++)="([^"]*+)"')


# Behind its `&`. No name goes on after its `;`, so that the longest is the whole one.
_PLAIN_REFERENCE = re.compile(r"(?:#[0-9]{2,5}|#x[0-9A-Fa-f]{2,4}|[A-Za-z][A-Za-z0-9]*+);")


class Page:
    """A parsed page: its text, its tokens in source order, and its tree.

    Args:
        text: the source, nothing normalised.
        tokens: they tile ``text``.
        root: the tree, for proofs.
        soup: the same tree, for selectors and attributes.

    Attributes:
        text_attributes: names of attributes that are text here, besides those that always are.
    """

    def __init__(self, text: str, tokens: list[Token], root: Node, soup: BeautifulSoup) -> None:
        self.text = text
        self.tokens = tokens
        self.root = root
        self.soup = soup
        self.text_attributes: frozenset[str] = frozenset()

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
    tokenizer = _RecordingTokenizer(text)
    root = _Parser().build(tokenizer)
    # BeautifulSoup warns of short strings that look like file names, so the
    # tree is handed to the builder and not to it.
    soup = BeautifulSoup("<", builder=_Filler(root))
    for token, node in zip(tokenizer.tokens, tokenizer.nodes, strict=True):
        token.element = node.tag if node is not None else None
    return Page(text, tokenizer.tokens, root, soup)


def parse_tree(text: str) -> Node:
    """Parse a page for its tree alone, in half the time."""
    return _Parser().build(_Tokenizer(_normalised(text)))


def _normalised(text: str) -> str:
    """Text as a parser sees it: every line ends in LF."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


def _character(reference: str) -> str | None:
    """What a reference stands for; ``None`` for one that is odd or unknown."""
    if reference[0] != "#":
        return entities.get(reference)
    is_hex = reference[1] == "x"
    code = int(reference[2:-1], 16) if is_hex else int(reference[1:-1])
    return chr(code) if 0x20 <= code < 0x7F or 0xA0 <= code < 0xD800 else None


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
    """html5lib's tokenizer over a normalised text."""

    def __init__(self, text: str) -> None:
        super().__init__("")
        self.stream = _Stream(text)

    def dataState(self) -> bool:  # noqa: N802
        """Read a text, or the tag that begins here, in one step."""
        text, offset = self.stream.chunk, self.stream.chunkOffset
        match = _TEXT.match(text, offset)
        if match is not None and match.end() > offset:
            self.stream.chunkOffset = match.end()
            self.tokenQueue.extend(
                [
                    {"type": kind, "data": data}
                    for kind, data in zip(_TEXT_TYPES, match.groups(), strict=True)
                    if data
                ]
            )
            return True
        mark = text[offset : offset + 1]
        if mark not in ("<", "&"):
            return bool(super().dataState())
        self.stream.chunkOffset = offset + 1
        return self.tagOpenState() if mark == "<" else bool(self.entityDataState())

    def tagOpenState(self) -> bool:  # noqa: N802
        """Read a tag; one without oddities at once, not character by character."""
        match = _PLAIN_TAG.match(self.stream.chunk, self.stream.chunkOffset)
        if match is None:
            return bool(super().tagOpenState())
        self.stream.chunkOffset = match.end()
        self.currentToken = {
            "type": tokenTypes["EndTag" if match["closing"] else "StartTag"],
            "name": match["name"],
            "data": _PLAIN_ATTRIBUTE.findall(match["attributes"]),
            "selfClosing": bool(match["solidus"]),
            "selfClosingAcknowledged": False,
        }
        self.emitCurrentToken()
        return True

    def consumeEntity(  # noqa: N802
        self,
        allowedChar: str | None = None,  # noqa: N803
        fromAttribute: bool = False,  # noqa: N803
    ) -> None:
        """Read a character reference; one without oddities at once."""
        match = _PLAIN_REFERENCE.match(self.stream.chunk, self.stream.chunkOffset)
        character = _character(match[0]) if match is not None else None
        if match is None or character is None:
            super().consumeEntity(allowedChar, fromAttribute)
            return
        self.stream.chunkOffset = match.end()
        if fromAttribute:
            token: Any = self.currentToken
            token["data"][-1][1] += character
        else:
            kind = "SpaceCharacters" if character in spaceCharacters else "Characters"
            self.tokenQueue.append({"type": tokenTypes[kind], "data": character})

    def consumeNumberEntity(self, isHex: bool | None) -> str:  # noqa: N802, N803
        """Read a numeric reference of any length."""
        try:
            return super().consumeNumberEntity(isHex)
        except ValueError:
            # int() takes no more than 4,300 digits. All are read by now, and
            # the character after them unless the text ends with them.
            last = self.stream.chunk[self.stream.chunkOffset - 1]
            if last not in "0123456789;":
                self.stream.unget(last)
            return "\N{REPLACEMENT CHARACTER}"


class _RecordingTokenizer(_Tokenizer):
    """Yields html5lib's tokens and notes the span and the node of each."""

    parser: _Parser

    def __init__(self, text: str) -> None:
        super().__init__(_normalised(text))
        self._span = _spans(text)
        self.tokens: list[Token] = []
        self.nodes: list[Node | None] = []

    def __iter__(self) -> Iterator[Any]:
        queue = self.tokenQueue = deque()
        builder = self.parser.tree
        start = 0
        running = True
        while running:
            running = self.state()
            end = self.stream.chunkOffset
            emitted = [t for t in queue if t["type"] != _PARSE_ERROR] if queue else ()
            queue.clear()
            if emitted and running:
                token = _token(emitted, self._span(start, end))
                is_start = token.kind is TokenKind.START_TAG
                if is_start:
                    builder.watch(token.name)
                yield from emitted
                self._note(token, builder.watched if is_start else builder.current)
                start = end
            elif end > start and self.state == self.dataState:
                self._note(Token(TokenKind.GAP, self._span(start, end)), None)
                start = end

    def _note(self, token: Token, node: Node | None) -> None:
        self.tokens.append(token)
        self.nodes.append(node)


def _token(emitted: list[Any], span: Span) -> Token:
    """The token of one step of the tokenizer; more than one are pieces of the same text."""
    first = emitted[0]
    kind = _KINDS[first["type"]]
    if kind is TokenKind.TEXT:
        return Token(kind, span, "", "".join([piece["data"] for piece in emitted]))
    if kind is TokenKind.COMMENT:
        return Token(kind, span, "", first["data"])
    return Token(kind, span, first.get("name") or "")


def _spans(text: str) -> Callable[[int, int], Span]:
    """From offsets of the text that a parser sees, where CRLF is LF, to spans of the source."""
    dropped = [match.start() for match in re.finditer("\r\n", text)]
    if not dropped:
        return Span
    # The n-th CRLF of the source stands n characters earlier for the parser.
    dropped_here = [offset - count for count, offset in enumerate(dropped)]

    def offset(here: int) -> int:
        # An offset just before an LF that was CRLF stands before its CR.
        return here + bisect_right(dropped_here, here - 1)

    return lambda start, end: Span(offset(start), offset(end))


class _Parser(html5lib.HTMLParser):
    """html5lib's parser over a tokenizer of this module; keeps no list of errors."""

    tree: Builder

    def __init__(self) -> None:
        super().__init__(tree=Builder)

    def build(self, tokenizer: _Tokenizer) -> Node:
        """Parse what a tokenizer reads.

        Returns:
            The root of the tree.
        """
        self.innerHTMLMode = False
        self.scripting = False
        self.tokenizer = tokenizer
        tokenizer.parser = self
        self.reset()
        self.mainLoop()
        root: Node = self.tree.document
        return root

    def parseError(self, errorcode: str = "", datavars: Any = None) -> None:  # noqa: N802
        """Ignore an error; html5lib would count all lines before it each time."""


class _Filler(HTML5TreeBuilder):
    """Hands a tree that is built already to BeautifulSoup."""

    def __init__(self, root: Node) -> None:
        super().__init__(store_line_numbers=False)
        self._root = root

    def feed(self, markup: Any) -> None:
        if self.soup is not None:
            fill(self.soup, self._root)
