"""What the source of a page consists of, and how a plain piece of it is read at once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from bs4.element import Tag
from html5lib.constants import entities

from dualpress.article import Span
from dualpress.html.tree import Node

__all__ = [
    "PLAIN_REFERENCE",
    "PLAIN_TAG",
    "PLAIN_TEXT",
    "Token",
    "TokenKind",
    "attributes_of",
    "character_of",
]

PLAIN_TAG = r"""
    # a tag, its names in lower case, its values in double quotes and without references
    <(?P<closing>/?) (?P<name>[a-z][a-z0-9]*+)
    (?P<attributes>(?:[ \n\t\f]++[a-z][a-z0-9:-]*+="[^"&\0]*+")*+)
    [ ]?(?P<solidus>/?)>
"""
PLAIN_TEXT = r"[^&<\0]++"
# Behind its `&`. No name goes on after its `;`, so that the longest is the whole one.
PLAIN_REFERENCE = r"(?:\#[0-9]{2,5}|\#x[0-9A-Fa-f]{2,4}|[A-Za-z][A-Za-z0-9]*+);"
_PLAIN_ATTRIBUTE = re.compile(r'([a-z0-9:-]++)="([^"]*+)"')


class TokenKind(Enum):
    """What a token is to a reader of the source."""

    TEXT = auto()
    START_TAG = auto()
    END_TAG = auto()
    COMMENT = auto()
    DOCTYPE = auto()
    GAP = auto()
    """Source that the tokenizer drops."""


@dataclass(slots=True, eq=False)
class Token:
    """One token and where it stands.

    Args:
        kind: what it is.
        start: where it begins in the source text.
        end: where it ends there.
        name: of a tag, in lower case.
        data: the characters of a text (references resolved) or of a comment.
        node: of a start tag, the element that it opened, if it opened one;
            of anything else, the element that was current after it. ``None``
            also where that element is not in the tree.
    """

    kind: TokenKind
    start: int
    end: int
    name: str = ""
    data: str = ""
    node: Node | None = None

    @property
    def span(self) -> Span:
        """Where it stands in the source text."""
        return Span(self.start, self.end)

    @property
    def element(self) -> Tag | None:
        """The same element in BeautifulSoup's tree."""
        return self.node.tag if self.node is not None else None


def attributes_of(source: str) -> dict[str, str]:
    """The attributes of a plain tag; of two of one name the first counts.

    Args:
        source: what ``PLAIN_TAG`` names so.
    """
    found = _PLAIN_ATTRIBUTE.findall(source)
    attributes = dict(found)
    if len(attributes) < len(found):
        attributes.update(reversed(found))
    return attributes


def character_of(reference: str) -> str | None:
    """What a reference stands for; ``None`` for one that is odd or unknown.

    Args:
        reference: plain, without its ``&``.
    """
    if reference[0] != "#":
        return entities.get(reference)
    is_hex = reference[1] == "x"
    code = int(reference[2:-1], 16) if is_hex else int(reference[1:-1])
    return chr(code) if 0x20 <= code < 0x7F or 0xA0 <= code < 0xD800 else None
