"""What a server answered, and the JSON in it."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

import regex

__all__ = ["Reply", "plain_words", "read_json"]

_MOST_CHARACTERS = 200
_TAGS = re.compile(r"(?s)<(?:script|style)\b.*?</(?:script|style)>|<[^>]*>")
_INVISIBLE = regex.compile(r"[\p{C}\s]+")
"""Control characters could move the cursor of a terminal and write over what it shows."""


@dataclass(frozen=True, slots=True)
class Reply:
    """An answer.

    Args:
        url: what was asked for, without the query.
        status: of HTTP.
        headers: by their names in small letters.
        body: all of it.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode("utf-8-sig", "replace")

    @property
    def is_page(self) -> bool:
        """Whether it is a page for a browser."""
        kind = self.headers.get("content-type", "").partition(";")[0].strip().lower()
        return kind == "text/html" or self.text.lstrip()[:15].lower().startswith(
            ("<!doctype html", "<html")
        )


def read_json(text: str) -> tuple[Any, str]:
    """Read an answer in JSON, if need be behind what PHP printed before it.

    PHP writes warnings into the answer where a site has ``display_errors`` on
    (https://www.php.net/manual/en/errorfunc.configuration.php); what was asked
    for has been done all the same.

    Returns:
        The value, and what stood before it, as it was.

    Raises:
        ValueError: there is no JSON.
    """
    try:
        return json.loads(text), ""
    except ValueError:
        pass
    for start in re.finditer(r"[{\[]", text):
        rest = text[start.start() :].strip()
        if rest[-1] in "}]":
            try:
                return json.loads(rest), text[: start.start()]
            except ValueError:
                continue
    raise ValueError("no JSON")


def plain_words(text: str) -> str:
    """A server's words as one line without tags, and not many of them."""
    words = _INVISIBLE.sub(" ", unescape(_TAGS.sub(" ", text))).strip()
    return words if len(words) <= _MOST_CHARACTERS else f"{words[:_MOST_CHARACTERS].rstrip()}…"
