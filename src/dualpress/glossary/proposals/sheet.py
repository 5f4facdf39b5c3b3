"""The file of proposed rows: what stands in it, and writing more into it."""

from __future__ import annotations

import csv
import io
import unicodedata
from codecs import BOM_UTF8
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from dualpress.errors import GlossaryError
from dualpress.files import write_whole
from dualpress.glossary.columns import COLUMNS
from dualpress.glossary.proposals.spellings import spelling_key
from dualpress.glossary.table import read_rows
from dualpress.glossary.unconfirmed import Mark, mark_of

__all__ = ["SHEET", "Cells", "Marked", "add_rows", "read_marked"]

SHEET = "proposed.csv"
"""What the file is called; it stands in the project's folder ``glossaries``."""

Cells = Mapping[str, str]
"""A row: column to text; columns that are missing are empty."""

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
        GlossaryError: a file cannot be read.
    """
    rows = (row.cells for path in paths if path.is_file() for row in read_rows(path))
    return [Marked(mark, _names(cells), cells) for cells in rows if (mark := mark_of(cells))]


def _names(cells: Cells) -> frozenset[str]:
    columns = ("en", "hi", "forms_en", "forms_hi")
    parts = (part for column in columns for part in cells.get(column, "").split("|"))
    return frozenset(key for part in parts if (key := spelling_key(part.strip().lstrip("~"))))


def add_rows(path: Path, rows: Sequence[Cells]) -> int:
    """Write rows below those of a file, which stay as they are; make it if there is none.

    A row is left out if one with the same ``en`` and ``hi`` is there. The file
    is UTF-8 with a byte order mark, as spreadsheets need it.

    Args:
        path: the file.
        rows: with the mark in their ``note``.

    Returns:
        How many rows were written.

    Raises:
        GlossaryError: the file is no glossary, or has cells that no column names.
        WriteError: it cannot be written; what stood there still stands.
    """
    there = _rows_of(path)
    seen = {_identity(cells) for cells in there}
    new = [cells for cells in _unique(map(_clean, rows)) if _identity(cells) not in seen]
    if new:
        write_whole(path, _table([*there, *new]))
    return len(new)


def _rows_of(path: Path) -> list[Cells]:
    if not path.is_file():
        return []
    rows = list(read_rows(path))
    for row in rows:
        if row.beyond:
            cause = "there are more cells than columns; put quotes around a cell that holds a comma"
            raise GlossaryError(cause, path=path, line=row.line)
    return [row.cells for row in rows]


def _identity(cells: Cells) -> tuple[str, str, str]:
    return cells.get("en", ""), cells.get("hi", ""), cells.get("kind", "")


def _unique(rows: Iterable[Cells]) -> Iterable[Cells]:
    return {_identity(cells): cells for cells in rows}.values()


def _clean(cells: Cells) -> Cells:
    """A row as it will be read, and no formula in it: names come out of other people's pages."""
    return {
        column: " ".join(unicodedata.normalize("NFC", text).split()).lstrip(_FORMULA)
        for column, text in cells.items()
    }


def _table(rows: Iterable[Cells]) -> bytes:
    text = io.StringIO(newline="")
    writer = csv.DictWriter(text, COLUMNS, restval="")
    writer.writeheader()
    writer.writerows(rows)
    return BOM_UTF8 + text.getvalue().encode()
