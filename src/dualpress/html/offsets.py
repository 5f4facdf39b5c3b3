"""Parse a page as a browser does and know where each token stands in its source.

html5lib parses, light nodes hold the tree, and a subclass of html5lib's
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
from functools import cached_property
from typing import Any, cast

import html5lib
from bs4 import BeautifulSoup
from html5lib._inputstream import HTMLUnicodeInputStream
from html5lib._tokenizer import HTMLTokenizer
from html5lib.constants import (
    htmlIntegrationPointElements,
    mathmlTextIntegrationPointElements,
    namespaces,
    spaceCharacters,
    tokenTypes,
)

from dualpress.article import Span
from dualpress.html.straight import Straight
from dualpress.html.tokens import (
    PLAIN_REFERENCE,
    PLAIN_TAG,
    PLAIN_TEXT,
    Token,
    TokenKind,
    attributes_of,
    character_of,
)
from dualpress.html.tree import Builder, Node, elements_of

__all__ = ["Page", "Token", "TokenKind", "parse", "parse_tree"]


_KINDS = {
    tokenTypes["Characters"]: TokenKind.TEXT,
    tokenTypes["SpaceCharacters"]: TokenKind.TEXT,
    tokenTypes["StartTag"]: TokenKind.START_TAG,
    tokenTypes["EmptyTag"]: TokenKind.START_TAG,
    tokenTypes["EndTag"]: TokenKind.END_TAG,
    tokenTypes["Comment"]: TokenKind.COMMENT,
    tokenTypes["Doctype"]: TokenKind.DOCTYPE,
}
_TEXT, _START_TAG = TokenKind.TEXT, TokenKind.START_TAG
_PARSE_ERROR = tokenTypes["ParseError"]
_SPACES, _WORDS = tokenTypes["SpaceCharacters"], tokenTypes["Characters"]
_START, _END = tokenTypes["StartTag"], tokenTypes["EndTag"]
_HTML = namespaces["html"]
_ANNOTATION = (namespaces["mathml"], "annotation-xml")
# A fragment has none, and it changes nothing of the elements.
_OF_DOCTYPE = ("expected-doctype", "unknown-doctype")
_HTML_IN_MATHML = ("text/html", "application/xhtml+xml")
_PROCESS = {
    _WORDS: "processCharacters",
    _SPACES: "processSpaceCharacters",
    _START: "processStartTag",
    _END: "processEndTag",
    tokenTypes["Comment"]: "processComment",
    tokenTypes["Doctype"]: "processDoctype",
}

_PLAIN_TAG_OR_TEXT = re.compile(
    rf"""
    {PLAIN_TAG}
    # what begins another tag, or a reference
    | (?P<mark>[<&])
    # a text; white space at its beginning is a token of its own to the parser
    | (?=[^\0])(?P<space>[ \t\n\f]++)?(?P<words>{PLAIN_TEXT})?
    """,
    re.VERBOSE,
)
_PLAIN_REFERENCE = re.compile(PLAIN_REFERENCE, re.VERBOSE)


class Page:
    """A parsed page: its text, its tokens in source order, and its tree.

    Args:
        text: the source, nothing normalised.
        tokens: they tile ``text``.
        root: the tree.
        start: where the page begins, behind its front matter.
        is_sound: whether its tags were read without an error.

    Attributes:
        elements: all elements of the tree in the order of the page, behind its root.
        text_attributes: names of attributes that are text here, besides those that always are.
    """

    def __init__(
        self, text: str, tokens: list[Token], root: Node, start: int = 0, *, is_sound: bool = False
    ) -> None:
        self.text = text
        self.tokens = tokens
        self.root = root
        self.start = start
        self.is_sound = is_sound
        self.elements = elements_of(root)
        self.text_attributes: frozenset[str] = frozenset()

    def __reduce__(self) -> tuple[Callable[..., Page], tuple[object, ...]]:
        """Pickle it as its text, to be parsed again.

        Pickle walks a tree by recursion, which a deep one does not end, cannot
        make BeautifulSoup's anew, and the identities that elements are found by
        would be those of others.
        """
        return _parsed_again, (self.text, self.start, self.text_attributes)

    @cached_property
    def soup(self) -> BeautifulSoup:
        """The same tree as BeautifulSoup has it, for selectors and searches."""
        return cast(BeautifulSoup, self.root.tag)

    @cached_property
    def nodes(self) -> dict[int, Node]:
        """The nodes of BeautifulSoup's elements, by ``id(element)``."""
        return {id(node.tag): node for node in self.elements}

    @cached_property
    def start_tags(self) -> dict[int, Token]:
        """The start tag of each element that has one in the source, by ``id(element)``."""
        return {id(node.tag): token for node, token in self._openings}

    @cached_property
    def node_starts(self) -> dict[int, Token]:
        """The same by ``id(node)``."""
        return {id(node): token for node, token in self._openings}

    @property
    def _openings(self) -> Iterator[tuple[Node, Token]]:
        for token in self.tokens:
            if token.kind is _START_TAG and token.node is not None:
                yield token.node, token

    @cached_property
    def _line_starts(self) -> list[int]:
        return [0, *(match.end() for match in re.finditer(r"\r\n?|\n", self.text))]

    def line(self, offset: int) -> int:
        """The line of an offset, counted from 1."""
        return bisect_right(self._line_starts, offset)

    def raw(self, span: Span) -> str:
        """The source of a span."""
        return self.text[span.start : span.end]


def parse(text: str, start: int = 0) -> Page:
    """Parse a whole page or a fragment of one; every text parses.

    Args:
        text: the source.
        start: where the page begins, behind its front matter.
    """
    body = text[start:]
    tokenizer = _RecordingTokenizer(_normalised(body))
    parser = _Parser()
    root = parser.build(tokenizer)
    _to_source(tokenizer.tokens, body)
    tokens = _behind(start, tokenizer.tokens)
    page = Page(text, tokens, root, start, is_sound=parser.is_sound)
    in_tree = set(page.elements)
    for token in page.tokens:
        if token.node not in in_tree:
            token.node = None
    return page


def _behind(start: int, tokens: list[Token]) -> list[Token]:
    """The tokens of what stands behind front matter, and that as a gap."""
    if not start:
        return tokens
    for token in tokens:
        token.start += start
        token.end += start
    return [Token(TokenKind.GAP, 0, start), *tokens]


def _parsed_again(text: str, start: int, text_attributes: frozenset[str]) -> Page:
    page = parse(text, start)
    page.text_attributes = text_attributes
    return page


def parse_tree(text: str) -> Node:
    """Parse a page for its tree alone."""
    return _Parser().build(_RecordingTokenizer(_normalised(text)))


def _normalised(text: str) -> str:
    """Text as a parser sees it: every line ends in LF."""
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


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
        """Read a text, or the tag that begins here, in one step.

        A tag without oddities is read at once, not character by character.
        """
        stream = self.stream
        match = _PLAIN_TAG_OR_TEXT.match(stream.chunk, stream.chunkOffset)
        if match is None:  # a NUL, or the end
            return bool(super().dataState())
        stream.chunkOffset = match.end()
        closing, name, attributes, solidus, mark, space, words = match.groups()
        if name:
            token: Any = {
                "type": _END if closing else _START,
                "name": name,
                "data": attributes_of(attributes) if attributes else {},
                "selfClosing": bool(solidus),
                "selfClosingAcknowledged": False,
            }
            self.currentToken = token
            self.tokenQueue.append(token)
            return True
        if mark:
            return bool(self.tagOpenState() if mark == "<" else self.entityDataState())
        if space:
            self.tokenQueue.append({"type": _SPACES, "data": space})
        if words:
            self.tokenQueue.append({"type": _WORDS, "data": words})
        return True

    def consumeEntity(  # noqa: N802
        self,
        allowedChar: str | None = None,  # noqa: N803
        fromAttribute: bool = False,  # noqa: N803
    ) -> None:
        """Read a character reference; one without oddities at once."""
        match = _PLAIN_REFERENCE.match(self.stream.chunk, self.stream.chunkOffset)
        character = character_of(match[0]) if match is not None else None
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
        super().__init__(text)
        self._text = text
        self.tokens: list[Token] = []

    def __iter__(self) -> Iterator[Any]:
        queue = self.tokenQueue = deque()
        builder, stream, tokens = self.parser.tree, self.stream, self.tokens
        straight = Straight(self._text, builder, tokens)
        start = 0
        running = True
        while running:
            if self.parser.is_in_body and self.state == self.dataState:
                start = stream.chunkOffset = straight.run(start)
            running = self.state()
            end = stream.chunkOffset
            emitted = [t for t in queue if t["type"] != _PARSE_ERROR] if queue else ()
            queue.clear()
            if emitted and running:
                token = _token(emitted, start, end)
                tokens.append(token)
                start = end
                is_start = token.kind is _START_TAG
                if is_start:
                    builder.watch(token.name)
                yield from emitted
                token.node = builder.watched if is_start else builder.current
            elif end > start and self.state == self.dataState:
                tokens.append(Token(TokenKind.GAP, start, end))
                start = end


def _token(emitted: list[Any], start: int, end: int) -> Token:
    """The token of one step of the tokenizer; more than one are pieces of the same text."""
    first = emitted[0]
    kind = _KINDS[first["type"]]
    if kind is _TEXT:
        data = first["data"] if len(emitted) == 1 else "".join([t["data"] for t in emitted])
        return Token(kind, start, end, "", data)
    if kind is TokenKind.COMMENT:
        return Token(kind, start, end, "", first["data"])
    return Token(kind, start, end, first["name"] or "")


def _to_source(tokens: list[Token], text: str) -> None:
    """Turn offsets of the text that a parser sees, where CRLF is LF, to those of the source."""
    dropped = [match.start() for match in re.finditer("\r\n", text)]
    # The n-th CRLF of the source stands n characters earlier for the parser.
    dropped_here = [offset - count for count, offset in enumerate(dropped)]
    for token in tokens if dropped else ():
        # An offset just before an LF that was CRLF stands before its CR.
        token.start += bisect_right(dropped_here, token.start - 1)
        token.end += bisect_right(dropped_here, token.end - 1)


class _Parser(html5lib.HTMLParser):
    """html5lib's parser over a tokenizer of this module; keeps no list of errors."""

    tree: Builder

    def __init__(self) -> None:
        super().__init__(tree=Builder)
        self.is_sound = True

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
        return self.tree.finish()

    @property
    def is_in_body(self) -> bool:
        """Whether a token is read by the rules of a body in which no frames may stand any more."""
        return self.phase is self.phases["inBody"] and not self.framesetOK

    def mainLoop(self) -> None:  # noqa: N802
        """Build the tree; html5lib's loop, without what it asks in vain of nearly every token."""
        open_elements = self.tree.openElements
        token: Any
        for token in self.tokenizer:
            process = _PROCESS.get(token["type"])
            while process is not None and token is not None:
                is_html = not open_elements or open_elements[-1].namespace == _HTML
                phase = self.phase if is_html else self._phase_in_foreign_content(token)
                token = getattr(phase, process)(token)
        while self.phase.processEOF():
            pass

    def _phase_in_foreign_content(self, token: Any) -> Any:
        """Whose rules hold for a token where the current element is SVG's or MathML's.

        https://html.spec.whatwg.org/multipage/parsing.html#tree-construction-dispatcher
        """
        current = self.tree.openElements[-1]
        is_start, is_text = token["type"] == _START, token["type"] in (_SPACES, _WORDS)
        is_as_html = (
            (
                self.isMathMLTextIntegrationPoint(current)
                and (is_text or (is_start and token["name"] not in ("mglyph", "malignmark")))
            )
            or (current.nameTuple == _ANNOTATION and is_start and token["name"] == "svg")
            or ((is_text or is_start) and self.isHTMLIntegrationPoint(current))
        )
        return self.phase if is_as_html else self.phases["inForeignContent"]

    def isHTMLIntegrationPoint(self, element: Any) -> bool:  # noqa: N802
        """Whether HTML may stand in an element of SVG or MathML."""
        if element.nameTuple == _ANNOTATION:
            return element.attributes.get("encoding", "").lower() in _HTML_IN_MATHML
        return element.nameTuple in htmlIntegrationPointElements

    def isMathMLTextIntegrationPoint(self, element: Any) -> bool:  # noqa: N802
        """Whether text, and HTML in it, may stand in an element of MathML."""
        return element.nameTuple in mathmlTextIntegrationPointElements

    def parseError(self, errorcode: str = "", datavars: Any = None) -> None:  # noqa: N802
        """Note that there is an error; html5lib would count all lines before it each time."""
        if not errorcode.startswith(_OF_DOCTYPE):
            self.is_sound = False
