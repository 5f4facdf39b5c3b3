"""What pydantic's own types do not refuse; each message ends a sentence about the key."""

from __future__ import annotations

import re
from collections.abc import Callable
from difflib import get_close_matches
from importlib.metadata import entry_points
from typing import Any
from urllib.parse import urlsplit

from dualpress.errors import ConfigError
from dualpress.web import is_protected

__all__ = [
    "Refused",
    "attribute_selector",
    "check_name",
    "css_selector",
    "empty_to_none",
    "engine_name",
    "is_one_address",
    "known_engines",
    "no_circle",
    "no_password",
    "region_of",
    "safe_address",
    "shortcut_keys",
    "successor",
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


def safe_address(value: str) -> str:
    """Accept a web address that a password may be sent to.

    Raises:
        Refused: what is sent could be read on the way, or it holds a password itself.
    """
    if "@" in value:
        raise Refused("must hold no user name or password", "Name the user in 'wordpress.user'")
    if not is_protected(value):
        raise Refused(
            "must begin with https://: a password sent to it could be read on the way",
            "Only a site on this machine may do without",
        )
    return value


def no_password(told: Any) -> Any:
    """Accept a table that holds no password.

    Raises:
        Refused: it holds one.
    """
    if isinstance(told, dict) and any("pass" in str(key).lower() for key in told):
        raise Refused(
            "must hold no password: this file is committed and sent around",
            "Take the password out of the file, and make a new one, since this one may have been "
            "read; keep that with: dualpress publish login",
        )
    return told


def is_one_address(one: str | None, other: str | None) -> bool:
    """Whether two web addresses are those of one folder, on one server."""
    if one is None or other is None:
        return False
    first, second = urlsplit(one), urlsplit(other)
    is_one_host = first.netloc.lower() == second.netloc.lower()
    return is_one_host and first.path.rstrip("/") == second.path.rstrip("/")


def url_pattern(value: str) -> str:
    """Accept a pattern of the paths of pages, such as ``{lang}/{path}/``.

    Raises:
        ValueError: it names what no page has, tells no two pages apart, is no
            path, or one that some system cannot have.
    """
    from dualpress.file_names import flaw_of
    from dualpress.site.url_patterns import FIELDS  # slow to import, and rarely set

    named = re.findall(r"\{([^{}]*)\}", value)
    unknown = [name for name in named if name not in FIELDS]
    if unknown:
        known = ", ".join(f"{{{name}}}" for name in FIELDS)
        raise Refused(f"names {{{unknown[0]}}}, which no page has", f"There are {known}")
    if not {"path", "slug"} & set(named):
        raise ValueError("must hold {path} or {slug}, or all pages would stand at one place")
    filled = re.sub(r"\{[^{}]*\}", "x", value)
    if re.search(r"[\\?#:]|(?:\A|/)\.|\.\.", filled):
        raise ValueError("must be a path, such as '{lang}/{path}/'")
    for name, written in zip(filled.split("/"), value.split("/"), strict=True):
        if flaw := flaw_of(name):
            raise ValueError(f"cannot be used: the name {written!r} {flaw}")
    return value


def successor(value: str) -> str:
    """Accept where the readers of a removed article are sent.

    That is a whole web address, a path of the site, or the id of an article.

    Raises:
        ValueError: it is none.
    """
    from dualpress.site.given_path import given_path  # slow to import, and rarely set

    if re.match(r"https?://[^/?#]", value, re.IGNORECASE):
        web_address(re.split("[?#]", value)[0])
        if not value.isprintable() or " " in value:
            raise ValueError("must not hold spaces or control characters")
        return value
    if re.match(r"[a-z][a-z0-9+.-]*:", value, re.IGNORECASE):
        raise Refused("must not be an address of this kind", _SUCCESSORS)
    try:
        given_path(value)
    except ValueError as error:
        raise Refused(str(error), _SUCCESSORS) from None
    return value


_SUCCESSORS = "Name an article, a path such as /topics/ports/, or an address with https://"


def no_circle(successors: dict[str, str]) -> dict[str, str]:
    """Accept articles and their successors, none of which succeeds itself in the end.

    Raises:
        ValueError: one does.
    """
    for first in successors:
        way = [first]
        while (after := successors.get(way[-1], "").rstrip("/")) in successors:
            if after in way:
                circle = " → ".join([*way[way.index(after) :], after])
                raise Refused(f"sends readers in a circle: {circle}", "Take one of the lines away")
            way.append(after)
    return successors


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
