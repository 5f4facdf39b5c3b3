"""PO text to entries; polib reads those that are not plain."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import Any

import polib

from dualpress.article import SegmentKey, Status
from dualpress.catalog.entry import Entry, Reference
from dualpress.catalog.header import Header, parse_header
from dualpress.catalog.plain import take_plain
from dualpress.catalog.scan import SPACE, scan
from dualpress.errors import CatalogError
from dualpress.states import retire
from dualpress.translation import status_of

__all__ = ["Parsed", "parse"]

_HEADER = SegmentKey(None, "")
_OBSOLETE = Status.OBSOLETE  # before Python 3.12 a member of an enum is slow to reach


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a PO file says.

    Args:
        header: the fields of its header; empty where it has none.
        header_comments: the comment lines above the header.
        entries: live entries, in the file's order.
        obsolete: obsolete entries, in the file's order.
    """

    header: Header
    header_comments: tuple[str, ...]
    entries: tuple[Entry, ...]
    obsolete: tuple[Entry, ...]


class _Text(str):
    """A text with no line ends but the newline.

    polib breaks a string with ``str.splitlines``, which finds a line end in
    U+0085, U+2028 and others, within a quoted string.
    """

    __slots__ = ()

    def splitlines(self, keepends: bool = False) -> list[str]:
        return self.split("\n")


class _File(polib.POFile):
    """A file that keeps its header among its entries.

    polib turns the header into a dictionary, without its comments.
    """

    def find(self, *args: Any, **kwargs: Any) -> None:
        return None


def parse(text: str, path: Path) -> Parsed:
    """Read the text of a PO file.

    Args:
        text: decoded, lines ended by LF.
        path: the file, for errors.

    Raises:
        CatalogError: it is no PO file, or two of its entries have one key.
    """
    plain, rest = take_plain(text)
    comments, odd = _read(rest, path) if rest else ("", [])
    entries = sorted([*plain, *odd], key=attrgetter("line")) if odd else plain
    _refuse_duplicates(entries, path)
    header = next((entry for entry in entries if entry.key == _HEADER), Entry(_HEADER))
    messages = [entry for entry in entries if entry is not header]
    return Parsed(
        parse_header(header.target),
        (*_comments(comments), *header.comments),
        tuple([entry for entry in messages if entry.status is not _OBSOLETE]),
        tuple([entry for entry in messages if entry.status is _OBSOLETE]),
    )


def _read(text: str, path: Path) -> tuple[str, list[Entry]]:
    """The comments of a file, and its entries."""
    lines, msgids = scan(text, path)
    file = _polib(lines, path)
    return file.header, [_entry(entry, _msgid_line(entry, msgids, path)) for entry in file]


def _msgid_line(entry: polib.POEntry, msgids: Sequence[int], path: Path) -> int:
    """The line of an entry's ``msgid``: the first at or after the line where it begins."""
    index = bisect_left(msgids, entry.linenum or 0)
    if index == len(msgids):
        raise CatalogError("There is no msgid below this line", path=path, line=entry.linenum)
    return msgids[index]


def _polib(lines: tuple[str, ...], path: Path) -> _File:
    try:
        return polib.pofile(_Text("\n".join(lines) + "\n"), encoding="utf-8", klass=_File)
    except OSError as error:
        # polib's only error; it tells the line and seldom more.
        line = re.search(r"line (\d+)", str(error))
        raise CatalogError(
            "This line cannot stand here", path=path, line=int(line[1]) if line else None
        ) from error


def _entry(entry: polib.POEntry, line: int) -> Entry:
    previous = entry.previous_msgid
    status = status_of(entry.msgid, entry.msgstr, fuzzy=entry.fuzzy, previous=previous)
    live = Entry(
        SegmentKey(entry.msgctxt, entry.msgid),
        entry.msgstr,
        status,
        previous if status is Status.STALE else None,
        references=tuple(_reference(file, at) for file, at in entry.occurrences),
        comments=tuple(_comments(entry.tcomment)),
        notes=tuple(entry.comment.split("\n")) if entry.comment else (),
        flags=tuple(flag for flag in entry.flags if flag not in ("", "fuzzy")),
        line=line,
    )
    return retire(live) if entry.obsolete else live


def _comments(lines: str) -> Iterator[str]:
    """Translator comments without their ``#`` and the one space after it."""
    for line in lines.split("\n") if lines else ():
        yield line.removeprefix("#").removeprefix(" ")


def _reference(file: str, line: str) -> Reference:
    name = file.replace(SPACE, " ").strip("\u2068\u2069")
    return Reference(name, int(line) if line.isdecimal() else 0)


def _refuse_duplicates(entries: Sequence[Entry], path: Path) -> None:
    if len({entry.key for entry in entries}) == len(entries):
        return
    first: dict[SegmentKey, Entry] = {}
    for entry in entries:
        if entry.key in first:
            raise CatalogError(
                f"The same msgid stands here as in line {first[entry.key].line}",
                path=path,
                line=entry.line,
                hint="Keep one of the two entries",
            )
        first[entry.key] = entry
