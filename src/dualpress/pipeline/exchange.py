"""Translation memories of other tools in, the project's own out: TMX files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from dualpress.article import Status
from dualpress.catalog import Catalog, read_catalog
from dualpress.config import Project
from dualpress.errors import CatalogError, DualpressError
from dualpress.memory.tmx import Unit, read_tmx, write_tmx
from dualpress.pipeline.memory import PHRASES, open_memory, tmx_folder
from dualpress.pipeline.pofiles import find_po_files
from dualpress.translation import misfit

__all__ = ["ExchangeReport", "export_memory", "import_memory"]

_DATE = "%Y-%m-%d %H:%M%z"
"""As gettext writes the dates of a header."""


@dataclass(frozen=True)
class ExchangeReport:
    """What was imported or exported.

    Args:
        file: that was written, or would be in a dry run.
        pairs: how many pairs of sentences it has.
        left_out: how many could not stand on a page, and are not in it.
        failures: files that could not be read.
    """

    file: Path
    pairs: int
    left_out: int = 0
    failures: tuple[DualpressError, ...] = ()


def import_memory(project: Project, file: Path, *, dry_run: bool = False) -> ExchangeReport:
    """Take the pairs of a TMX file into the project.

    What it has in both languages is kept as a TMX file of the project, in the
    place of an earlier one of that name, and learned.

    Args:
        project: that gets them.
        file: a memory of another tool.
        dry_run: write nothing.

    Raises:
        CatalogError: it is no sound TMX; nothing was changed.
        WriteError: the project's file cannot be written.
    """
    kept = tmx_folder(project) / f"{file.stem}.tmx"
    sieve = _Sieve()
    units = sieve.usable(read_tmx(file))
    if dry_run:
        return ExchangeReport(kept, sum(1 for _ in units), sieve.left_out)
    count = write_tmx(kept, units)
    remembered = open_memory(project)
    remembered.memory.close()
    return ExchangeReport(kept, count, sieve.left_out, remembered.failures)


def export_memory(project: Project, file: Path, *, dry_run: bool = False) -> ExchangeReport:
    """Write what is reviewed in the project's articles and phrases to a TMX file.

    Each pair stands there once, with the first article that has it, in the
    order of the articles and of their sentences.

    Args:
        project: whose pairs they are.
        file: the TMX file.
        dry_run: write nothing.

    Raises:
        WriteError: it cannot be written.
    """
    failures: list[DualpressError] = []
    units = _distinct(_reviewed(project, failures))
    count = sum(1 for _ in units) if dry_run else write_tmx(file, units)
    return ExchangeReport(file, count, failures=tuple(failures))


class _Sieve:
    """Counts what does not pass."""

    def __init__(self) -> None:
        self.left_out = 0

    def usable(self, units: Iterable[Unit]) -> Iterator[Unit]:
        """The units that could stand on a page."""
        for unit in units:
            if any(unit.pairs()):
                yield unit
            else:
                self.left_out += 1


def _reviewed(project: Project, failures: list[DualpressError]) -> Iterator[Unit]:
    """The reviewed pairs of all PO files; those that cannot be read are noted."""
    files: list[tuple[str | None, Path]] = [
        (file.article, file.path) for file in find_po_files(project)
    ]
    if (phrases := project.po / PHRASES).is_file():
        files.append((None, phrases))
    for article, path in files:
        try:
            yield from _units(read_catalog(path, article=article or path.stem), article)
        except CatalogError as error:
            failures.append(error)


def _units(catalog: Catalog, article: str | None) -> Iterator[Unit]:
    languages = (catalog.source_language, catalog.target_language)
    changed = _revised(catalog)
    for entry in catalog.entries:
        if entry.status is Status.REVIEWED and misfit(entry.source, entry.target) is None:
            yield Unit(*languages, entry.source, entry.target, changed, article)


def _revised(catalog: Catalog) -> datetime | None:
    header = dict(catalog.header)
    written = header.get("PO-Revision-Date") or header.get("POT-Creation-Date") or ""
    with suppress(ValueError):  # a template's YEAR-MO-DA
        return datetime.strptime(written, _DATE)
    return None


def _distinct(units: Iterable[Unit]) -> Iterator[Unit]:
    seen: set[tuple[object, ...]] = set()
    for unit in units:
        if unit[:4] not in seen:
            seen.add(unit[:4])
            yield unit
