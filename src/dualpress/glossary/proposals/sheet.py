"""The file of proposed rows: what stands in it, and writing more into it."""

from __future__ import annotations

import csv
import io
import unicodedata
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from dualpress.errors import GlossaryError
from dualpress.files import write_whole
from dualpress.glossary.columns import COLUMNS, LOST_HINT, check_lost
from dualpress.glossary.proposals.merging import Cells, one_row_each
from dualpress.glossary.proposals.spellings import spelling_key
from dualpress.glossary.table import Form, Row, read_form, read_rows
from dualpress.glossary.unconfirmed import Mark, mark_of

__all__ = ["SHEET", "Marked", "add_rows", "read_marked"]

SHEET = "proposed.csv"
"""What the file is called; it stands in the project's folder ``glossaries``."""

_NEW = Form(None, ",", COLUMNS)
"""How the file is written where there is none."""

_FORMULA = "=+-@ "
"""What a spreadsheet takes a cell for a formula by (OWASP, CSV Injection)."""


class Marked(NamedTuple):
    """A row that is not used, by its words.

    Args:
        mark: why it is not used.
        names: the spelling keys of its names in both languages.
        cells: the row.
    """

    mark: Mark
    names: frozenset[str]
    cells: Cells

    def has(self, name: str) -> bool:
        """Whether the row is of this name, in any spelling that counts as the same."""
        return spelling_key(name) in self.names


def read_marked(paths: Iterable[Path]) -> list[Marked]:
    """Read the rows of glossary files that are proposed or rejected.

    Args:
        paths: glossary files; those that are not there count for nothing.

    Raises:
        GlossaryError: a file cannot be read, or such a row has lost its letters.
    """
    rows = (row.cells for path in paths if path.is_file() for row in _whole_rows(path))
    return [Marked(mark, _names(cells), cells) for cells in rows if (mark := mark_of(cells))]


def _whole_rows(path: Path) -> Iterator[Row]:
    """The rows of a file; those that are used are checked where they are read to be used."""
    for row in read_rows(path):
        if mark_of(row.cells):
            _refuse_lost(row, path)
        yield row


def _refuse_lost(row: Row, path: Path) -> None:
    for problem in check_lost(row.cells):
        cause = f"column {problem.column}: {problem.cause}"
        raise GlossaryError(cause, path=path, line=row.line, hint=LOST_HINT)


def _names(cells: Cells) -> frozenset[str]:
    columns = ("en", "hi", "forms_en", "forms_hi")
    parts = (part for column in columns for part in cells.get(column, "").split("|"))
    return frozenset(key for part in parts if (key := spelling_key(part.strip().lstrip("~"))))


def add_rows(path: Path, rows: Sequence[Cells], *, dry_run: bool = False) -> int:
    """Write rows below those of a file, which stay as they are; make it if there is none.

    Rows of one name become one (:func:`.one_row_each`). A row is left out if one
    with the same ``en`` and ``hi`` is there. A new file is UTF-8 with a byte order
    mark, as spreadsheets need it; an old one keeps its encoding, what separates
    its cells, and the order of its columns.

    Args:
        path: the file.
        rows: with the mark in their ``note``.
        dry_run: write nothing, and count all the same.

    Returns:
        How many rows were written, or would be.

    Raises:
        GlossaryError: the file is no glossary, has cells that no column names, or has
            lost its letters.
        WriteError: it cannot be written; what stood there still stands.
    """
    there = _rows_of(path)
    seen = {_identity(cells) for cells in there}
    proposed = one_row_each([_clean(cells) for cells in rows])
    new = [cells for cells in proposed if _identity(cells) not in seen]
    if new and not dry_run:
        form = read_form(path) if path.is_file() else _NEW
        write_whole(path, _table([*there, *new], form))
    return len(new)


def _rows_of(path: Path) -> list[Cells]:
    if not path.is_file():
        return []
    rows = list(read_rows(path))
    for row in rows:
        if row.beyond:
            cause = "there are more cells than columns; put quotes around a cell that holds a comma"
            raise GlossaryError(cause, path=path, line=row.line)
        _refuse_lost(row, path)
    return [row.cells for row in rows]


def _identity(cells: Cells) -> tuple[str, str, str]:
    return cells.get("en", ""), cells.get("hi", ""), cells.get("kind", "")


def _clean(cells: Cells) -> Cells:
    """A row as it will be read, and no formula in it: names come out of other people's pages."""
    return {
        column: " ".join(unicodedata.normalize("NFC", text).split()).lstrip(_FORMULA)
        for column, text in cells.items()
    }


def _table(rows: Sequence[Cells], form: Form) -> bytes:
    filled = {column for cells in rows for column, text in cells.items() if text}
    missing = (column for column in COLUMNS if column in filled - {*form.columns})
    text = io.StringIO(newline="")
    columns = (*form.columns, *missing)
    writer = csv.DictWriter(
        text, columns, restval="", delimiter=form.delimiter, extrasaction="ignore"
    )
    writer.writeheader()
    writer.writerows(rows)
    if form.utf16:
        return f"\ufeff{text.getvalue()}".encode(form.utf16)
    return BOM_UTF8 + text.getvalue().encode()
