"""What reviewers' corrections say about the glossary, and rows proposed for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dualpress.article import Status, plain_text
from dualpress.catalog import Catalog, Entry, read_catalog
from dualpress.config import Project
from dualpress.errors import CatalogError, DualpressError
from dualpress.glossary.proposals import (
    Contradiction,
    Corrected,
    Correction,
    Passage,
    Place,
    add_rows,
    find_contradictions,
    find_corrections,
    readable,
    row_of_contradiction,
    row_of_correction,
)
from dualpress.pipeline.desk import Desk
from dualpress.pipeline.pofiles import PoFile, find_po_files
from dualpress.pipeline.suggest import proposals_sheet, read_own_marked

__all__ = ["LearnReport", "learn_terms"]


@dataclass(frozen=True)
class LearnReport:
    """What reviewers write again and again.

    Args:
        corrections: what they made of machines' drafts in the same way.
        contradictions: what they write where a row has something else.
        sheet: the file of proposed rows.
        written: how many rows were written, or would be in a dry run.
        compared: how many reviewed sentences have a draft to compare with.
        failures: PO files that could not be read.
    """

    corrections: tuple[Correction, ...]
    contradictions: tuple[Contradiction, ...]
    sheet: Path
    written: int = 0
    compared: int = 0
    failures: tuple[DualpressError, ...] = field(default=())


def learn_terms(
    project: Project,
    ids: Sequence[str] = (),
    *,
    at_least: int = 3,
    apply: bool = False,
    dry_run: bool = False,
) -> LearnReport:
    """Find what reviewers correct or write in the same way, against drafts and glossary.

    Args:
        project: whose PO files are read.
        ids: articles; none means all.
        at_least: in how many different sentences.
        apply: write rows into the file of proposals.
        dry_run: write nothing all the same.

    Raises:
        SetupError: the configuration or a glossary is wrong, or there is no such article.
        WriteError: the file of proposals cannot be written.
    """
    glossary = Desk(project).glossary
    catalogs, failures = _read(find_po_files(project, ids))
    sentences = [
        sentence for file, catalog in catalogs for sentence in _corrected(file, catalog, project)
    ]
    passages = [one for file, catalog in catalogs for one in _passages(file, catalog, project)]
    corrections = find_corrections(sentences, glossary, at_least=at_least)
    contradictions = find_contradictions(passages, glossary, at_least=at_least)
    sheet = proposals_sheet(project)
    rows = [row for one in corrections if (row := row_of_correction(one))]
    rows += map(row_of_contradiction, contradictions)
    marked = read_own_marked(project)
    new = [row for row in rows if not any(one.has(row["en"]) for one in marked)] if apply else []
    return LearnReport(
        corrections=tuple(corrections),
        contradictions=tuple(contradictions),
        sheet=sheet,
        written=len(new) if dry_run else add_rows(sheet, new),
        compared=len(sentences),
        failures=tuple(failures),
    )


def _read(
    files: Iterable[PoFile],
) -> tuple[list[tuple[PoFile, Catalog]], list[DualpressError]]:
    catalogs: list[tuple[PoFile, Catalog]] = []
    failures: list[DualpressError] = []
    for file in files:
        try:
            catalogs.append((file, read_catalog(file.path, article=file.article)))
        except CatalogError as error:
            failures.append(error)
    return catalogs, failures


def _corrected(file: PoFile, catalog: Catalog, project: Project) -> Iterator[Corrected]:
    for entry in _reviewed(catalog):
        if entry.origin and entry.origin.draft:
            yield Corrected(
                place=_place(file, entry, project),
                language=catalog.source_language,
                source=plain_text(entry.source),
                draft=plain_text(entry.origin.draft),
                target=plain_text(entry.target),
            )


def _passages(file: PoFile, catalog: Catalog, project: Project) -> Iterator[Passage]:
    for entry in _reviewed(catalog):
        yield Passage(
            place=_place(file, entry, project),
            language=catalog.source_language,
            text=readable(entry.source),
            target=readable(entry.target),
            is_reviewed=True,
        )


def _reviewed(catalog: Catalog) -> Iterator[Entry]:
    return (entry for entry in catalog.entries if entry.status is Status.REVIEWED)


def _place(file: PoFile, entry: Entry, project: Project) -> Place:
    """Where it stands in its PO file, as an editor opens it."""
    path = file.path
    name = path.relative_to(project.root) if path.is_relative_to(project.root) else path
    return Place(file.article, None, f"{name.as_posix()}:{entry.line}")
