"""What pydantic's own types do not refuse; each message ends a sentence about the key."""

from __future__ import annotations

from difflib import get_close_matches
from importlib.metadata import entry_points
from typing import Any
from urllib.parse import urlsplit

__all__ = ["css_selector", "empty_to_none", "known_engines", "web_address"]


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


def css_selector(value: str) -> str:
    """Accept what soupsieve, which selects elements of a page, can compile.

    Raises:
        ValueError: it is no selector.
    """
    import soupsieve  # slow to import, and most projects set no selector

    try:
        soupsieve.compile(value)
    except soupsieve.SelectorSyntaxError as error:
        reason = str(error).splitlines()[0].rstrip(".") if str(error) else "it is empty"
        raise ValueError(f"holds {value!r}, which is not a CSS selector: {reason}") from None
    return value


def known_engines(tables: dict[str, dict[str, Any]]) -> dict[str, dict[str, Any]]:
    """Accept tables of engines that are installed: a misspelt name would go unnoticed.

    Raises:
        ValueError: a table is named like no engine.
    """
    if not tables:
        return tables
    names = {entry.name for entry in entry_points(group="dualpress.engines")}
    for name in tables:
        if name not in names:
            near = get_close_matches(name, names, n=1) or [", ".join(sorted(names))]
            raise ValueError(f"has a table {name!r}, but there is no such engine; try {near[0]}")
    return tables
