"""Glossary files as tables: bytes in whatever a spreadsheet writes, cells out."""

from __future__ import annotations

import csv
import io
import unicodedata
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

import regex

from dualpress.errors import GlossaryError
from dualpress.glossary.columns import COLUMNS, REQUIRED

__all__ = ["Form", "Row", "read_form", "read_rows"]

_DELIMITERS = (",", ";", "\t")
_SAID = regex.compile(r"\Asep=(?P<delimiter>[,;\t])\r?\n", regex.IGNORECASE)
_INVISIBLE = str.maketrans("", "", "\u00ad\u200b\u2060\ufeff")
_UTF16 = {BOM_UTF16_LE: "utf-16-le", BOM_UTF16_BE: "utf-16-be"}
_SAVE_AS = "Save the table as “CSV UTF-8” or “Unicode Text”"


class Row(NamedTuple):
    """One row that holds anything."""

    line: int
    """Where it begins in the file, counted from 1."""

    cells: dict[str, str]
    """Column to text, in NFC with single spaces."""

    beyond: int
    """How many filled cells stand right of the last column."""


class Form(NamedTuple):
    """How a file is written.

    Args:
        utf16: the codec of UTF-16 in its byte order; ``None`` for UTF-8.
        delimiter: what stands between its cells.
        columns: in their order.
    """

    utf16: str | None
    delimiter: str
    columns: tuple[str, ...]


def read_rows(path: Path) -> Iterator[Row]:
    """Read the rows of a glossary file.

    It may be UTF-8 or UTF-16 (Excel's "Unicode Text"), with commas, semicolons
    or tabs, its columns in any order (RFC 4180, but for that).

    Args:
        path: the file.

    Yields:
        The rows below the header, without the empty ones.

    Raises:
        GlossaryError: if it cannot be read as such a table, or its columns
            are not those of a glossary.
    """
    text = _decode(path)
    records = _records(text, _delimiter(text), path)
    header = next(records, None)
    if header is None:
        raise GlossaryError("the glossary is empty", path=path, hint=_columns_hint())
    line, names = header
    columns = _columns(names, line, path)
    for line, cells in records:
        if any(cells):
            yield Row(line, dict(zip(columns, cells, strict=False)), _beyond(cells, columns))


def read_form(path: Path) -> Form:
    """Read how a glossary file is written, to write it so again.

    Args:
        path: the file.

    Raises:
        GlossaryError: as :func:`read_rows`.
    """
    text = _decode(path)
    delimiter = _delimiter(text)
    line, names = next(_records(text, delimiter, path), (1, []))
    byte_order_mark = _read_bytes(path)[:2]
    return Form(_UTF16.get(byte_order_mark), delimiter, tuple(_columns(names, line, path)))


def _read_bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        cause = f"the glossary cannot be read: {error.strerror or error}"
        raise GlossaryError(cause, path=path) from error


def _decode(path: Path) -> str:
    data = _read_bytes(path)
    is_utf16 = data.startswith((BOM_UTF16_LE, BOM_UTF16_BE))
    cause = "the glossary is neither UTF-8 nor UTF-16"
    if b"\0" in data and not is_utf16:
        raise GlossaryError(f"{cause} with its mark", path=path, hint=_SAVE_AS)
    try:
        return data.decode("utf-16" if is_utf16 else "utf-8-sig")
    except UnicodeDecodeError as error:
        line = None if is_utf16 else data.count(b"\n", 0, error.start + len(BOM_UTF8)) + 1
        raise GlossaryError(cause, path=path, line=line, hint=_SAVE_AS) from error


def _delimiter(text: str) -> str:
    """The character that separates the columns: as Excel's own line says, or of the header."""
    if said := _SAID.match(text):
        return said["delimiter"]
    header = text.lstrip("\r\n").partition("\n")[0]
    return max(_DELIMITERS, key=header.count)


def _records(text: str, delimiter: str, path: Path) -> Iterator[tuple[int, list[str]]]:
    """Each record with the line where it begins; quoted cells may span lines."""
    # As many lines as before, so that a message names the right one.
    text = _SAID.sub("\n", text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    line = 1
    try:
        for cells in reader:
            if cells:
                yield line, [_clean(cell) for cell in cells]
            line = reader.line_num + 1
    except csv.Error as error:
        cause = f"the row cannot be read as CSV: {error}"
        raise GlossaryError(
            cause, path=path, line=line, hint="Look for a lone quote mark"
        ) from error


def _clean(cell: str) -> str:
    """A cell in NFC with single spaces, less what is copied along and not seen."""
    if not cell:
        return ""
    return " ".join(unicodedata.normalize("NFC", cell.translate(_INVISIBLE)).split())


def _columns(names: list[str], line: int, path: Path) -> list[str]:
    while names and not names[-1]:
        names = names[:-1]
    columns = [name.lower() for name in names]
    for number, column in enumerate(columns, 1):
        if column not in COLUMNS:
            cause = f"column {number} is “{column}”, which no glossary has"
            raise GlossaryError(cause, path=path, line=line, hint=_columns_hint(column))
        if column in columns[: number - 1]:
            raise GlossaryError(f"the column {column} is there twice", path=path, line=line)
    for column in REQUIRED:
        if column not in columns:
            cause = f"the column {column} is missing"
            raise GlossaryError(cause, path=path, line=line, hint=_columns_hint())
    return columns


def _columns_hint(wrong: str = "") -> str:
    close = get_close_matches(wrong, COLUMNS, n=1, cutoff=0.75)
    if close:
        return f"Is it {close[0]}"
    return f"The first row names the columns: {', '.join(COLUMNS)}"


def _beyond(cells: list[str], columns: list[str]) -> int:
    return sum(1 for cell in cells[len(columns) :] if cell)
