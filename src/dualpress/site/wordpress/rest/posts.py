"""Posts as the REST API gives them.

https://developer.wordpress.org/rest-api/reference/posts/
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeGuard
from urllib.parse import unquote

__all__ = ["PostState", "SitePost", "read_post", "read_state"]


@dataclass(frozen=True, slots=True)
class PostState:
    """What is known of a post without its text.

    Args:
        id: its number.
        status: ``publish``, ``draft``, ``trash`` …
        link: its address.
    """

    id: int
    status: str
    link: str


@dataclass(frozen=True, slots=True)
class SitePost:
    """A post as WordPress stores it.

    Args:
        state: its number, status and address.
        slug: decoded.
        title: as stored.
        content: likewise.
        excerpt: likewise.
        data: all that was answered, for what only some sites have.
    """

    state: PostState
    slug: str
    title: str
    content: str
    excerpt: str
    data: Mapping[str, Any]

    @property
    def id(self) -> int:
        """Its number."""
        return self.state.id

    @property
    def digest(self) -> str:
        """The SHA-256 of what a person edits in it: title, slug, text and excerpt."""
        parts = [self.title, self.slug, self.content, self.excerpt]
        return hashlib.sha256(json.dumps(parts).encode()).hexdigest()

    def has_slug(self, slug: str) -> bool:
        """Whether this is its slug, which WordPress writes in small letters."""
        return self.slug.lower() == slug.lower()

    def says(self, *, title: str, content: str, excerpt: str) -> bool:
        """Whether its text is this."""
        return (self.title, self.content, self.excerpt) == (title, content, excerpt)

    def terms(self, field: str) -> tuple[int, ...]:
        """The numbers of its terms, of the field ``categories`` or ``tags``."""
        found = self.data.get(field)
        numbers = found if isinstance(found, list) else ()
        return tuple(number for number in numbers if is_number(number))

    @property
    def translations(self) -> Mapping[str, int]:
        """By Polylang's codes of languages, the posts that it is a pair with."""
        found = self.data.get("translations")
        pairs = found.items() if isinstance(found, dict) else ()
        return {code: number for code, number in pairs if is_number(number)}

    @property
    def tells_language(self) -> bool:
        """Whether the REST fields of Polylang answer (https://polylang.pro/doc/rest-api/)."""
        return {"lang", "translations"} <= self.data.keys()

    @property
    def language(self) -> str | None:
        """Polylang's code of its language; ``None`` where it has none, or no such field answers."""
        found = self.data.get("lang")
        return found if isinstance(found, str) and found and self.tells_language else None

    @property
    def meta(self) -> Mapping[str, Any]:
        """The meta fields that the site lets the REST API see."""
        found = self.data.get("meta")
        return found if isinstance(found, dict) else {}


def read_post(data: Any) -> SitePost:
    """Read a post in the context ``edit``.

    Raises:
        ValueError: it is none.
    """
    return SitePost(
        state=read_state(data),
        slug=unquote(_text(data.get("slug", ""))),
        title=_raw(data, "title"),
        content=_raw(data, "content"),
        # Types of posts may have none.
        excerpt=_raw(data, "excerpt") if "excerpt" in data else "",
        data=data,
    )


def read_state(data: Any) -> PostState:
    """Read what a post is, without its text.

    Raises:
        ValueError: it is none.
    """
    if not isinstance(data, dict) or not is_number(data.get("id")):
        raise ValueError("no post")
    return PostState(data["id"], _text(data.get("status")), _text(data.get("link")))


def is_number(value: object) -> TypeGuard[int]:
    """Whether a value is the number of a post or term."""
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


def _raw(data: Mapping[str, Any], field: str) -> str:
    found = data.get(field)
    if not isinstance(found, dict):
        raise ValueError(f"no {field}")
    return _text(found.get("raw"))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise ValueError("no text")
    return value
