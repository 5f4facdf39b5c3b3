"""On which line of a TOML file a key stands; ``tomllib`` does not say."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping

__all__ = ["entry_line", "key_lines"]

_KEY = re.compile(r"""\s*((?:"[^"]*"|'[^']*'|[A-Za-z0-9_.\s-])+?)\s*=""")
_TABLE = re.compile(r"\s*(\[\[?.*\]\]?)\s*(?:#.*)?")
_TRIPLE = re.compile(r'"""|' + "'''")

Key = tuple[str, ...]


def key_lines(text: str) -> dict[Key, int]:
    """Find the line, counted from 1, of every table and key of a TOML document.

    Args:
        text: a document that ``tomllib`` can parse.

    Returns:
        The first line of each key by its whole path; a key inside an inline
        table or an array has no line of its own.
    """
    lines: dict[Key, int] = {}
    table: Key = ()
    for number, line in _statements(text):
        if header := _TABLE.fullmatch(line):
            table = _path(header[1])
            key = table
        elif match := _KEY.match(line):
            key = (*table, *_path(f"{match[1]} = 0"))
        else:
            continue
        for length in range(1, len(key) + 1):
            lines.setdefault(key[:length], number)
    return lines


def entry_line(text: str, key: Key, entry: str) -> int | None:
    """Find the line, counted from 1, of a text in the list that a key is set to.

    Args:
        text: a document that ``tomllib`` can parse.
        key: the whole path of the key.
        entry: a text of its list.

    Returns:
        The line of the key where the text's own cannot be told; ``None`` where
        the key is not set.
    """
    known = key_lines(text)
    if key not in known:
        return None
    start = known[key]
    end = min((line for line in known.values() if line > start), default=None)
    written = (f"'{entry}'", json.dumps(entry, ensure_ascii=False))
    for number, line in enumerate(text.split("\n")[start - 1 : end and end - 1], start):
        if any(form in line for form in written):
            return number
    return start


def _statements(text: str) -> Iterator[tuple[int, str]]:
    """Yield numbered lines, but those that lie within a multi-line text."""
    inside = ""
    for number, line in enumerate(text.split("\n"), start=1):
        if not inside:
            yield number, line.rstrip("\r")
        for quotes in _TRIPLE.findall(line):
            if not inside:
                inside = quotes
            elif quotes == inside:
                inside = ""


def _path(statement: str) -> Key:
    """The path of the one key that a statement sets; tomllib itself reads quoted keys."""
    try:
        value: object = tomllib.loads(statement)
    except tomllib.TOMLDecodeError:  # a line of an array that looks like a statement
        return ()
    path: list[str] = []
    while isinstance(value, list | Mapping) and value:
        if isinstance(value, list):
            value = value[0]
            continue
        name, value = next(iter(value.items()))
        path.append(name)
    return tuple(path)
