"""What pydantic's own types do not refuse; each message ends a sentence about the key."""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import get_close_matches
from importlib.metadata import entry_points
from typing import Any
from urllib.parse import urlsplit

from dualpress.errors import ConfigError

__all__ = [
    "Refused",
    "attribute_selector",
    "check_name",
    "css_selector",
    "empty_to_none",
    "engine_name",
    "known_engines",
    "region_of",
    "shortcut_keys",
    "url_pattern",
    "web_address",
]


class Refused(ValueError):
    """A value that a validator refuses, with what to do instead.

    Args:
        cause: ends a sentence about the key.
        hint: one sentence.
    """

    def __init__(self, cause: str, hint: str | None) -> None:
        super().__init__(cause)
        self.hint = hint


def empty_to_none(value: object) -> object:
    """An empty text where a key may be absent means that it is absent."""
    return None if value == "" else value


def web_address(value: str) -> str:
    """Accept an absolute ``http`` or ``https`` address without query and fragment.

    Raises:
        ValueError: it is none.
    """
    try:
        parts = urlsplit(value)
        host = parts.hostname
    except ValueError:
        host = None
    if not host or parts.scheme not in ("http", "https"):
        raise ValueError("must be a whole web address such as https://www.example.org/")
    if parts.query or parts.fragment:
        raise ValueError("must not have a ? or # part")
    return value


def url_pattern(value: str) -> str:
    """Accept a pattern of the paths of pages, such as ``{lang}/{path}/``.

    Raises:
        ValueError: it names what no page has, tells no two pages apart, or is
            no path.
    """
    from dualpress.site.url_patterns import FIELDS  # slow to import, and rarely set

    named = re.findall(r"\{([^{}]*)\}", value)
    unknown = [name for name in named if name not in FIELDS]
    if unknown:
        known = ", ".join(f"{{{name}}}" for name in FIELDS)
        raise Refused(f"names {{{unknown[0]}}}, which no page has", f"There are {known}")
    if not {"path", "slug"} & set(named):
        raise ValueError("must hold {path} or {slug}, or all pages would stand at one place")
    if re.search(r"[\\?#:]|(?:\A|/)\.|\.\.", re.sub(r"\{[^{}]*\}", "x", value)):
        raise ValueError("must be a path, such as '{lang}/{path}/'")
    return value


def region_of(language: str) -> Callable[[str], str]:
    """Make a validator of BCP 47 tags of a language with a country, such as ``en-IN``."""

    def region(value: str) -> str:
        if not re.fullmatch(rf"{language}-[A-Z]{{2}}", value):
            raise ValueError(f"must be {language!r} with a country, such as '{language}-IN'")
        return value

    return region


def shortcut_keys(value: str) -> str:
    """Accept modifiers and a letter, such as ``Alt+L``.

    A letter alone, or with Shift, is what readers type, and what speech input
    takes words for: https://www.w3.org/TR/WCAG22/#character-key-shortcuts

    Raises:
        ValueError: it is none.
    """
    *modifiers, letter = value.split("+")
    is_known = set(modifiers) <= {"Alt", "Control", "Meta", "Shift"}
    if not (is_known and set(modifiers) - {"Shift"} and re.fullmatch("[A-Z]", letter)):
        raise ValueError("must be Alt, Control or Meta and a capital letter, such as 'Alt+L'")
    return value


def css_selector(value: str) -> str:
    """Accept a CSS selector of elements of a page.

    Raises:
        ValueError: it is none.
    """
    from dualpress.html.selectors import compiled  # slow to import, and rarely set

    return _accepted(value, compiled)


def attribute_selector(value: str) -> str:
    """Accept a CSS selector whose last compound names attributes that may be text.

    Raises:
        ValueError: it is none.
    """
    from dualpress.html.selectors import attribute_selectors

    return _accepted(value, attribute_selectors)


def _accepted(value: str, read: Callable[[str], object]) -> str:
    """A value that can be read; raises ``Refused`` for another."""
    try:
        read(value)
    except ConfigError as error:
        raise Refused(f"cannot be used: {error.cause}", error.hint) from None
    return value


def check_name(value: str) -> str:
    """Accept the id of a check: a misspelt one would go on being run.

    Raises:
        ValueError: no check is called so.
    """
    from dualpress.checks import CHECKS  # slow to import, and most projects disable no check

    names = [check.id for check in CHECKS]
    if value not in names:
        near = get_close_matches(value, names, n=1) or [", ".join(names)]
        raise ValueError(f"names {value!r}, but there is no such check; try {near[0]}")
    return value


def engine_name(value: str) -> str:
    """Accept ``auto`` and the names of engines that are installed.

    Raises:
        ValueError: no engine is called so.
    """
    if value != "auto":
        _refuse_unknown(value, "must be the name of an engine or 'auto', not")
    return value


def known_engines(tables: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Accept tables of engines that are installed: a misspelt name would go unnoticed.

    Raises:
        ValueError: a table is named like no engine.
    """
    for name in tables:
        _refuse_unknown(name, "has a table that is named like no engine:")
    return tables


def _refuse_unknown(name: str, cause: str) -> None:
    names = {entry.name for entry in entry_points(group="dualpress.engines")}
    if name not in names:
        near = get_close_matches(name, names, n=1) or [", ".join(sorted(names))]
        raise ValueError(f"{cause} {name!r}; try {near[0]}")
