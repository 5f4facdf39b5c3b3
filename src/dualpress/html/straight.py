"""Tokens of a body that nest as they should, taken without html5lib's rules.

Where every tag closes the element that is current, and none closes or reopens
another, tree construction comes to this: an element stands in the current one.
What may be more than that is left to html5lib, token by token.

https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody
"""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import Any

from html5lib.constants import namespaces

from dualpress.html.tokens import (
    PLAIN_REFERENCE,
    PLAIN_TAG,
    PLAIN_TEXT,
    Token,
    TokenKind,
    attributes_of,
    character_of,
)
from dualpress.html.tree import Builder, Node

__all__ = ["Straight", "is_phrase"]


class _Rule(Enum):
    """What a start tag does in a body besides opening its element."""

    BLOCK = auto()
    """It closes a paragraph."""
    HEADING = auto()
    """So does it, and a heading."""
    ITEM = auto()
    """So does it, and an item of the same list."""
    FORMATTING = auto()
    """It is opened anew after what cuts it off."""
    ANCHOR = auto()
    """The same, and it closes another link."""
    PHRASE = auto()
    """Nothing."""
    VOID = auto()
    """It closes its own element."""


_TEXT, _START_TAG, _END_TAG = TokenKind.TEXT, TokenKind.START_TAG, TokenKind.END_TAG
_BLOCK, _HEADING, _ITEM = _Rule.BLOCK, _Rule.HEADING, _Rule.ITEM
_FORMATTING, _ANCHOR, _VOID = _Rule.FORMATTING, _Rule.ANCHOR, _Rule.VOID

_HEADINGS = "h1 h2 h3 h4 h5 h6"
_RULES = {
    name: rule
    for rule, names in (
        (
            _BLOCK,
            "address article aside blockquote details div dl fieldset figcaption figure footer "
            "header main nav ol p section summary ul",
        ),
        (_HEADING, _HEADINGS),
        (_ITEM, "dd dt li"),
        (_FORMATTING, "b big code em font i s small strike strong tt u"),
        (_ANCHOR, "a"),
        (
            _Rule.PHRASE,
            "abbr bdi bdo cite data del dfn ins kbd label mark q samp span sub sup time",
        ),
        (_VOID, "br embed img wbr"),
    )
    for name in names.split()
}
_LISTS = {"li": ("ol", "ul"), "dd": ("dl",), "dt": ("dl",)}
# The parser may drop the first line end in these.
_PREFORMATTED = frozenset(("listing", "pre", "textarea"))

_PHRASES = frozenset((_FORMATTING, _ANCHOR, _Rule.PHRASE, _VOID))

_HTML = namespaces["html"]
_PARAGRAPH, _LINK = (_HTML, "p"), (_HTML, "a")
_MOST_FORMATTING = 8
"""Formatting elements that are looked for among the open ones, each time that a run begins."""

_PIECE = re.compile(
    rf"(?:{PLAIN_TAG}) | &(?P<reference>{PLAIN_REFERENCE}) | (?P<text>{PLAIN_TEXT})", re.VERBOSE
)


def is_phrase(name: str) -> bool:
    """Whether an element of that name stands in text, and to the parser is as text is."""
    return _RULES.get(name) in _PHRASES


class Straight:
    """Takes plain tokens, as many as follow each other.

    Args:
        text: the normalised text of a page.
        builder: of its tree, whose current element is one of a body.
        tokens: what is taken is added to these.
    """

    def __init__(self, text: str, builder: Builder, tokens: list[Token]) -> None:
        self._text = text
        self._builder = builder
        self._tokens = tokens
        self._open: list[Node] = builder.openElements
        self._counts = builder.openElements.counts

    def run(self, position: int) -> int:
        """Take the tokens from a position on.

        Returns:
            Where the first one stands that is not plain.
        """
        formatting: list[Any] = self._builder.activeFormattingElements
        if self._open[-1].namespace != _HTML or not self._is_all_open(formatting):
            return position
        match, text, add = _PIECE.match, self._text, self._tokens.append
        while found := match(text, position):
            end = found.end()
            closing, name, attributes, _, reference, words = found.groups()
            if name is None:
                node, data = self._open[-1], words or character_of(reference)
                if data is None or node.name in _PREFORMATTED:
                    break
                node.children.append(data)
                add(Token(_TEXT, position, end, "", data, node))
            elif closing:
                if not self._close(name, formatting):
                    break
                # Where that is SVG's or MathML's, HTML stood in it, and may go on to.
                add(Token(_END_TAG, position, end, name, "", self._open[-1]))
            else:
                opened = self._start(name, attributes, formatting)
                if opened is None:
                    break
                add(Token(_START_TAG, position, end, name, "", opened))
            position = end
        return position

    def _is_all_open(self, formatting: list[Any]) -> bool:
        """Whether no formatting element waits to be opened anew."""
        return len(formatting) < _MOST_FORMATTING and all(one in self._open for one in formatting)

    def _close(self, name: str, formatting: list[Any]) -> bool:
        """Close the current element, if that is all that an end tag does."""
        node = self._open[-1]
        rule = _RULES.get(name)
        if node.name != name or rule is None or rule is _VOID:
            return False
        if rule is _FORMATTING or rule is _ANCHOR:
            if not formatting or formatting[-1] is not node:
                return False
            formatting.pop()
        self._open.pop()
        return True

    def _start(self, name: str, attributes: str, formatting: list[Any]) -> Node | None:
        """Open an element, if that is all that a start tag does."""
        rule = _RULES.get(name)
        if rule is None or not self._may_open(name, rule):
            return None
        node = Node(name, _HTML)
        if attributes:
            node.attributes = attributes_of(attributes)
        self._open[-1].appendChild(node)
        if rule is not _VOID:
            self._open.append(node)
            if rule is _FORMATTING or rule is _ANCHOR:
                formatting.append(node)  # html5lib's list, which keeps three equal ones at most
        return node

    def _may_open(self, name: str, rule: _Rule) -> bool:
        """Whether a start tag does nothing but open its element."""
        if rule is _BLOCK:
            return not self._counts[_PARAGRAPH]
        if rule is _HEADING:
            return not self._counts[_PARAGRAPH] and _RULES.get(self._open[-1].name) is not _HEADING
        if rule is _ITEM:
            return not self._counts[_PARAGRAPH] and self._open[-1].name in _LISTS[name]
        return rule is not _ANCHOR or not self._counts[_LINK]
