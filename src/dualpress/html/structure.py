"""The proof before a page is written: parsed, it has the elements and attributes of its source.

Text may change, and inline elements may change places among their siblings,
since languages order words differently; nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b

from bs4 import BeautifulSoup
from bs4.element import Doctype, Tag

from dualpress.article import Source
from dualpress.html.encoding import decode_as
from dualpress.html.literals import find_front_matter
from dualpress.html.offsets import Page, parse
from dualpress.html.policy import INLINE
from dualpress.html.segments import is_translatable_attribute

__all__ = ["fingerprint", "same_structure"]


def same_structure(page: Page, data: bytes, source: Source) -> bool:
    """Whether bytes parse to the elements and attributes of a page.

    Args:
        page: the source page, parsed.
        data: the new page, in the source's encoding.
        source: the source page.
    """
    text = decode_as(data[len(source.bom) :], source.encoding)
    try:
        front_matter = find_front_matter(text)
    except ValueError:
        return False
    body = text[front_matter.end :] if front_matter else text
    return fingerprint(page.soup) == fingerprint(parse(body).soup)


def fingerprint(soup: BeautifulSoup) -> bytes:
    """A digest of a tree's elements and attributes, blind to text and to inline order.

    Computed from the leaves up without recursion: pages may nest deeper than
    Python's stack. Walks ``contents``: after html5lib has moved nodes about,
    BeautifulSoup's chain of next elements may leave some out.
    """
    digests: dict[int, bytes] = {}
    tags: list[Tag] = [soup]
    for tag in tags:  # grows while it is walked
        tags.extend(child for child in tag.contents if isinstance(child, Tag))
    for tag in reversed(tags[1:]):
        digests[id(tag)] = _digest(_own(tag), _children(tag, digests))
    doctypes = [str(node) for node in soup.contents if isinstance(node, Doctype)]
    return _digest(repr(doctypes).encode("utf-8", "surrogatepass"), _children(soup, digests))


def _children(tag: Tag, digests: dict[int, bytes]) -> Iterator[bytes]:
    children = [child for child in tag.contents if isinstance(child, Tag)]
    yield from (digests[id(child)] for child in children if child.name not in INLINE)
    yield b"inline"
    yield from sorted(digests[id(child)] for child in children if child.name in INLINE)


def _own(tag: Tag) -> bytes:
    attributes = sorted(
        (str(name), "" if is_translatable_attribute(tag, str(name)) else str(value))
        for name, value in tag.attrs.items()
    )
    return repr((tag.namespace, tag.name, attributes)).encode("utf-8", "surrogatepass")


def _digest(own: bytes, children: Iterator[bytes]) -> bytes:
    digest = blake2b(own, digest_size=16)
    for child in children:
        digest.update(child)
    return digest.digest()
