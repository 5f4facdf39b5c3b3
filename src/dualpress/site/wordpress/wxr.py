"""What an export of WordPress holds: WordPress eXtended RSS, versions 1.0 to 1.2.

https://developer.wordpress.org/reference/functions/export_wp/
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["Channel", "ItemTerm", "WxrItem", "WxrTerm"]


@dataclass(slots=True)
class Channel:
    """What an export says of its site.

    Args:
        url: the address of the site.
        language: of the site, as WordPress has it (``en-US``).
        version: of the format; empty where the file does not tell.
    """

    url: str = ""
    language: str = ""
    version: str = ""


@dataclass(frozen=True, slots=True)
class WxrTerm:
    """A term of the site: a category, a tag, or one that a plugin keeps.

    Args:
        id: its number.
        taxonomy: ``category``, ``post_tag`` or another.
        slug: of the term.
        name: as WordPress keeps it.
        parent: the slug of the term above it.
        description: where plugins keep what they know.
    """

    id: int
    taxonomy: str
    slug: str
    name: str
    parent: str = ""
    description: str = ""


@dataclass(frozen=True, slots=True)
class ItemTerm:
    """A term that an item has.

    Args:
        taxonomy: of the term.
        slug: likewise.
        name: as WordPress keeps it.
    """

    taxonomy: str
    slug: str
    name: str


@dataclass(slots=True)
class WxrItem:
    """A post, page, picture or other thing of an export, in the words of WordPress.

    Args:
        line: of the file at which it begins.
        values: by the names of their elements (``title``, ``wp:post_name`` …).
        terms: that it has.
        fields: its custom fields, those that were asked for.
        oversized: the elements of which it has more than is read.
    """

    line: int
    values: dict[str, str] = field(default_factory=dict)
    terms: list[ItemTerm] = field(default_factory=list)
    fields: dict[str, str] = field(default_factory=dict)
    oversized: set[str] = field(default_factory=set)

    @property
    def id(self) -> int:
        """Its number in WordPress; 0 where it has none."""
        return number(self.values, "wp:post_id")

    @property
    def type(self) -> str:
        """``post``, ``page``, ``attachment`` or another."""
        return self.values.get("wp:post_type", "")

    @property
    def status(self) -> str:
        """``publish``, ``draft`` or another."""
        return self.values.get("wp:status", "")


def number(values: Mapping[str, str], name: str) -> int:
    """The number that a value is; 0 where it is none."""
    digits = values.get(name, "").strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) < 20 else 0
