"""Pages as html5lib sees them, so that two can be compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Any, NamedTuple
from xml.dom import Node
from xml.dom.minidom import Document

import html5lib

__all__ = ["Part", "decode", "first_difference", "parts", "texts"]

_SPACE = re.compile(r"[ \t\r\n\f]+")
_AROUND_TAGS = re.compile(r"(?<=>) | (?=<)")
_CHARSET = re.compile(rb"""charset\s*=\s*["']?\s*([a-z0-9_-]+)""", re.IGNORECASE)
_INLINE = frozenset(
    "a abbr b bdi bdo button cite code data dfn em i img input kbd label mark q rp rt ruby s "
    "samp small span strong sub sup svg time u var wbr".split()
)
"""Elements beside which a reader sees white space."""


class Part(NamedTuple):
    """A tag, a comment, the doctype or a text.

    Args:
        shown: itself, as HTML.
        is_text: whether it is a text.
        is_inline: whether white space beside it is seen.
    """

    shown: str
    is_text: bool = False
    is_inline: bool = False


def decode(data: bytes) -> str:
    """A page in the encoding that it declares; UTF-8 where it declares none."""
    declared = _CHARSET.search(data[:1024])
    encoding = declared[1].decode("ascii") if declared else "utf-8"
    return data.decode(encoding, "replace")


def parts(page: str) -> list[Part]:
    """A page as a flat list of its parts, white space as a browser shows it."""
    return list(_tidied(list(_walk(_parsed(page)))))


def texts(page: str) -> str:
    """All text of a page, scripts included, and the values of its attributes, a line each."""
    document = _parsed(page)
    lines = ["".join(part.shown for part in _walk(document) if part.is_text)]
    for element in document.getElementsByTagName("*"):
        lines += [value for _, value in element.attributes.items()]
    return "\n".join(_collapsed(line).strip(" ") for line in lines)


def first_difference(expected: list[Part], found: list[Part]) -> tuple[str, str] | None:
    """The first parts in which two pages differ; an empty text where one has ended."""
    for one, two in zip_longest(expected, found, fillvalue=Part("")):
        if one != two:  # the text `<b>` is no tag
            return one.shown, two.shown
    return None


def _parsed(page: str) -> Document:
    document: Document = html5lib.parse(page, treebuilder="dom")
    document.normalize()
    return document


def _walk(node: Any) -> Iterator[Part]:
    if node.nodeType == Node.TEXT_NODE:
        yield Part(node.data, is_text=True)
    elif node.nodeType == Node.ELEMENT_NODE:
        is_inline = node.tagName in _INLINE
        attributes = "".join(
            f' {name}="{value}"' for name, value in sorted(node.attributes.items())
        )
        yield Part(f"<{node.tagName}{attributes}>", is_inline=is_inline)
        for child in node.childNodes:
            yield from _walk(child)
        yield Part(f"</{node.tagName}>", is_inline=is_inline)
    elif node.nodeType == Node.DOCUMENT_NODE:
        for child in node.childNodes:
            yield from _walk(child)
    else:  # a comment or the doctype
        yield Part(_AROUND_TAGS.sub("", _collapsed(node.toxml())))


def _tidied(found: list[Part]) -> Iterator[Part]:
    """Collapse white space, and drop it where no reader sees it."""
    for before, part, after in zip([None, *found], found, [*found[1:], None], strict=False):
        text = _collapsed(part.shown) if part.is_text else part.shown
        if part.is_text and not (before and before.is_inline):
            text = text.lstrip(" ")
        if part.is_text and not (after and after.is_inline):
            text = text.rstrip(" ")
        if text:
            yield part._replace(shown=text)


def _collapsed(text: str) -> str:
    return _SPACE.sub(" ", text)
