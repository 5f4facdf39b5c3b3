"""Entries of a PO file that have nothing odd, read at once.

Most entries are as dualpress writes them: notes, places, perhaps ``fuzzy``, and
strings with the commonest escapes. They are taken out of the text here, and what
is left, on the lines where it stood, is read by polib.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dualpress.article import SegmentKey
from dualpress.catalog.entry import Entry, Reference
from dualpress.catalog.escapes import unquote
from dualpress.translation import status_of

__all__ = ["Plain", "take_plain"]

_LETTERS = r'[^"\\\0-\x1f]*+'
_STRING = rf'"{_LETTERS}(?:\\["\\nt]{_LETTERS})*+"'
_STRINGS = rf"{_STRING}(?:\n{_STRING})*+"
_PLACE = r"[^\s\0\u2066-\u2069]+:[0-9]+"
_ENTRY = re.compile(
    r"(?P<notes>(?:#\. \S(?:.*\S)?\n)*+)"
    rf"(?:#: (?P<places>{_PLACE}(?: {_PLACE})*)\n)?+"
    r"(?P<fuzzy>#, fuzzy\n)?+"
    rf"(?:msgctxt (?P<context>{_STRINGS})\n)?+"
    rf"msgid (?P<source>{_STRINGS})\n"
    rf"msgstr (?P<target>{_STRINGS})"
)

# What goes on with the entry above begins with a string, also behind a blank line.
_BEGINNING = re.compile(r"\n*+(?:#(?![~|])|(?:#~ |#\| |#~\| )?msg)")
_LAST_STATEMENT = re.compile(r'(?<![^\n])(?:#~ )?msgstr ".*(?:\n(?:#~ )?".*)*+\n*')


class Plain(NamedTuple):
    """A PO file in two parts.

    Args:
        entries: what has nothing odd, in the file's order.
        rest: the text without them, its lines where they were; empty if nothing is left.
    """

    entries: list[Entry]
    rest: str


def take_plain(text: str) -> Plain:
    """Part the entries of a PO file that have nothing odd from the rest.

    Args:
        text: decoded, lines ended by LF.
    """
    blocks = text.rstrip("\n").split("\n\n")
    found = [_ENTRY.fullmatch(block) for block in blocks]
    odd = [block for block, match in zip(blocks, found, strict=True) if match is None]
    if not odd:
        return Plain(list(_entries(blocks, found)), "")
    if not all(map(_is_whole, odd)):
        return Plain([], text)
    # Comments before the first entry, be it below blank lines, are the file's: polib must see it.
    found[next((index for index, block in enumerate(blocks) if block.strip("\n")), 0)] = None
    rest = [
        block if match is None else "\n" * block.count("\n")
        for block, match in zip(blocks, found, strict=True)
    ]
    return Plain(list(_entries(blocks, found)), "\n\n".join([*rest, ""]).rstrip("\n") + "\n")


def _is_whole(block: str) -> bool:
    """Whether what stands between two blank lines is whole entries."""
    if not block.strip("\n"):
        return True
    statement = max(block.rfind("msgstr "), 0)
    if block.startswith("#~ ", statement - 3):
        statement -= 3
    return bool(_BEGINNING.match(block) and _LAST_STATEMENT.fullmatch(block, statement))


def _entries(blocks: list[str], found: list[re.Match[str] | None]) -> Iterator[Entry]:
    line = 1
    for block, match in zip(blocks, found, strict=True):
        if match is not None:
            yield _entry(match, line + block.count("\n", 0, match.start("source")))
        line += block.count("\n") + 2


def _entry(match: re.Match[str], line: int) -> Entry:
    notes, places, fuzzy, context, source, target = match.groups()
    key = SegmentKey(None if context is None else _value(context), _value(source))
    text = _value(target)
    return Entry(
        key,
        text,
        status_of(key.source, text, fuzzy=fuzzy is not None, previous=None),
        references=tuple(map(_reference, places.split(" "))) if places else (),
        notes=tuple([note[3:] for note in notes[:-1].split("\n")]) if notes else (),
        line=line,
    )


def _reference(place: str) -> Reference:
    file, _, line = place.rpartition(":")
    return Reference(file, int(line))


def _value(strings: str) -> str:
    """What one or more quoted strings, a line each, say together."""
    text = strings.replace('"\n"', "") if "\n" in strings else strings
    return unquote(text) if "\\" in text else text[1:-1]
