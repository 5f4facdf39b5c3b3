"""What reviewers' corrections say about the glossary, and rows proposed for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from dualpress.article import Status, plain_text
from dualpress.catalog import Catalog, Entry, read_catalog
from dualpress.config import Project
from dualpress.errors import CatalogError, DualpressError
from dualpress.glossary.proposals import (
    Cells,
    Contradiction,
    Corrected,
    Correction,
    Marked,
    Passage,
    Place,
    add_rows,
    find_contradictions,
    find_corrections,
    readable,
    row_of_contradiction,
    row_of_correction,
)
from dualpress.glossary.unconfirmed import Mark
from dualpress.pipeline.desk import Desk
from dualpress.pipeline.incremental import relieved
from dualpress.pipeline.pofiles import PoFile, find_po_files
from dualpress.pipeline.sheets import (
    count_marked,
    proposals_sheet,
    read_own_marked,
    unread_sheet,
)
from dualpress.pipeline.shelf import Shelf
from dualpress.progress import NoProgress, Progress
from dualpress.spool import Spool

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
        waiting: how many rows wait in the project's files for an editor.
        rejected: how many of them an editor rejected; what they have is not told again.
        unread: see :func:`.sheets.unread_sheet`.
    """

    corrections: tuple[Correction, ...]
    contradictions: tuple[Contradiction, ...]
    sheet: Path
    written: int = 0
    compared: int = 0
    failures: tuple[DualpressError, ...] = field(default=())
    waiting: int = 0
    rejected: int = 0
    unread: str | None = None


def learn_terms(
    project: Project,
    ids: Sequence[str] = (),
    *,
    at_least: int = 3,
    apply: bool = False,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> LearnReport:
    """Find what reviewers correct or write in the same way, against drafts and glossary.

    Args:
        project: whose PO files are read.
        ids: articles; none means all.
        at_least: in how many different sentences.
        apply: write rows into the file of proposals.
        dry_run: write nothing all the same.
        progress: is told how far it is.

    Raises:
        SetupError: the configuration or a glossary is wrong, or there is no such article.
        WriteError: the file of proposals cannot be written, or the disk is full.
    """
    glossary = Desk(project).glossary
    marked = read_own_marked(project)
    files = find_po_files(project, ids)
    with relieved(), Spool(project.state) as spool:
        read = _read(files, project, spool, progress or NoProgress())
        corrections = [
            one
            for one in find_corrections(read.corrected, glossary, at_least=at_least)
            if one.term is None or not _is_settled(one.term, one.after, marked)
        ]
        contradictions = [
            one
            for one in find_contradictions(read.passages, glossary, at_least=at_least)
            if not _is_settled(one.term.en, one.written, marked)
        ]
    sheet = proposals_sheet(project)
    rows = _rows(corrections, contradictions, marked) if apply else []
    return LearnReport(
        corrections=tuple(corrections),
        contradictions=tuple(contradictions),
        sheet=sheet,
        written=add_rows(sheet, rows, dry_run=dry_run),
        compared=len(read.corrected),
        failures=tuple(read.failures),
        waiting=count_marked(marked, Mark.PROPOSED),
        rejected=count_marked(marked, Mark.REJECTED),
        unread=unread_sheet(project),
    )


def _is_settled(term: str, written: str, marked: Iterable[Marked]) -> bool:
    """Whether an editor rejected a term, or has before them how reviewers write it."""
    return any(row.has(term) and (row.mark is Mark.REJECTED or row.has(written)) for row in marked)


def _rows(
    corrections: Iterable[Correction],
    contradictions: Iterable[Contradiction],
    marked: Sequence[Marked],
) -> list[Cells]:
    """The rows to propose; none for a name that has one before an editor."""
    rows = [row for one in corrections if (row := row_of_correction(one))]
    rows += map(row_of_contradiction, contradictions)
    return [row for row in rows if not any(one.has(row["en"]) for one in marked)]


class _Read(NamedTuple):
    """What the PO files have.

    Args:
        corrected: what machines drafted and humans confirmed.
        passages: what humans confirmed.
        failures: which could not be read.
    """

    corrected: Shelf[Corrected]
    passages: Shelf[Passage]
    failures: list[DualpressError]


def _read(files: Sequence[PoFile], project: Project, spool: Spool, progress: Progress) -> _Read:
    """Read them one after the other, and put away what they have."""
    read = _Read(Shelf(spool), Shelf(spool), [])
    progress.start("Reading PO files", len(files))
    for file in files:
        progress.advance(label=file.article)
        try:
            catalog = read_catalog(file.path, article=file.article)
        except CatalogError as error:
            read.failures.append(error)
        else:
            read.corrected.add(_corrected(file, catalog, project))
            read.passages.add(_passages(file, catalog, project))
    progress.finish()
    return read


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
