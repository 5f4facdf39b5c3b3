"""Names in the posts that no glossary has, and rows proposed for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from dualpress.article import Language, SegmentKind, Status, plain_text
from dualpress.catalog import read_catalog
from dualpress.config import Project, shipped_glossaries
from dualpress.errors import CatalogError, DualpressError
from dualpress.glossary import Glossary
from dualpress.glossary.proposals import (
    SHEET,
    Basis,
    Conflict,
    KnownPair,
    KnownPairs,
    Marked,
    Passage,
    Place,
    Suggestion,
    add_rows,
    read_marked,
    readable,
    row_of_suggestion,
    spelling_key,
    suggest,
)
from dualpress.glossary.unconfirmed import Mark
from dualpress.memory.tmx import read_tmx
from dualpress.pipeline.desk import Desk, Work
from dualpress.pipeline.find import find_posts
from dualpress.pipeline.memory import PHRASES, tmx_folder
from dualpress.pipeline.pofiles import find_po_files
from dualpress.text.transliteration import load_transliterator

__all__ = ["SuggestReport", "proposals_sheet", "read_own_marked", "suggest_names"]

_HEADINGS = (
    SegmentKind.TITLE,
    SegmentKind.HEADING,
    SegmentKind.CONTROL,
    SegmentKind.ATTRIBUTE,
)
_JOINED = "^"


@dataclass(frozen=True)
class SuggestReport:
    """What the posts show.

    Args:
        names: that no glossary has and no row proposes yet, the most frequent first.
        conflicts: names that one article writes in two ways.
        sheet: the file of proposed rows.
        written: how many rows were written, or would be in a dry run.
        waiting: how many rows wait in the project's files for an editor.
        rejected: how many names an editor rejected, and that are not told again.
        failures: posts and files that could not be read.
    """

    names: tuple[Suggestion, ...]
    conflicts: tuple[Conflict, ...]
    sheet: Path
    written: int = 0
    waiting: int = 0
    rejected: int = 0
    failures: tuple[DualpressError, ...] = field(default=())


def suggest_names(
    project: Project,
    paths: Sequence[Path] = (),
    *,
    at_least: int = 1,
    apply: bool = False,
    dry_run: bool = False,
) -> SuggestReport:
    """Find the names in posts that no glossary has, and propose rows for them.

    Args:
        project: whose posts they are.
        paths: posts, or folders of posts; none means all.
        at_least: how often a name must stand there.
        apply: write the rows into the file of proposals.
        dry_run: write nothing all the same.

    Raises:
        SetupError: the configuration, a glossary or a path is wrong.
        WriteError: the file of proposals cannot be written.
    """
    desk = Desk(project)
    posts = find_posts(project, paths).chosen
    works = list(desk.open(posts))
    passages = [passage for work in works for passage in _passages(work)]
    sheet = proposals_sheet(project)
    marked = read_own_marked(project)
    own = _names_of_articles(works, desk.glossary)
    pairs, failures = _known_pairs(project)
    found = suggest(
        passages,
        desk.glossary,
        pairs,
        transliterator=load_transliterator(),
        at_least=at_least,
        is_settled=lambda name: spelling_key(name) in own or any(row.has(name) for row in marked),
    )
    rows = [row_of_suggestion(name) for name in found.names] if apply else []
    return SuggestReport(
        names=found.names,
        conflicts=found.conflicts,
        sheet=sheet,
        written=len(rows) if dry_run else add_rows(sheet, rows),
        waiting=_count(marked, Mark.PROPOSED),
        rejected=_count(marked, Mark.REJECTED),
        failures=(*desk.failures, *failures),
    )


def proposals_sheet(project: Project) -> Path:
    """The file of proposed rows; read as a glossary, in which they count for nothing."""
    return project.resolve(f"glossaries/{SHEET}")


def read_own_marked(project: Project) -> list[Marked]:
    """The rows of the project's own files that are proposed or rejected.

    Raises:
        SetupError: a file is not there, or cannot be read.
    """
    shipped = shipped_glossaries() if project.config.shipped_glossaries else []
    own = [path for path in project.glossary_paths() if path not in shipped]
    return read_marked(dict.fromkeys((*own, proposals_sheet(project))))


def _names_of_articles(works: Sequence[Work], shared: Glossary) -> set[str]:
    """The spelling keys of what stands in the glossaries of single articles."""
    return {
        spelling_key(form)
        for work in works
        if work.glossary is not shared
        for term in work.glossary
        for language in Language
        for form in term.forms(language)
    }


def _count(marked: Sequence[Marked], mark: Mark) -> int:
    return sum(row.mark is mark for row in marked)


def _passages(work: Work) -> Iterator[Passage]:
    targets: Mapping[object, tuple[str, Status]] = {
        entry.key: (entry.target, entry.status) for entry in work.catalog.entries
    }
    for segment in work.post.article.segments:
        target, status = targets.get(segment.key, ("", Status.UNTRANSLATED))
        yield Passage(
            place=Place(work.post.id, segment.block, segment.label),
            language=work.post.source,
            text=readable(segment.source),
            target="" if target.strip() == _JOINED else readable(target),
            is_reviewed=status is Status.REVIEWED,
            is_heading=segment.kind in _HEADINGS,
        )


def _known_pairs(project: Project) -> tuple[KnownPairs, list[DualpressError]]:
    """What humans translated, in this project and in the memories that it was given."""
    pairs: list[KnownPair] = []
    failures: list[DualpressError] = []
    for file in find_po_files(project):
        with suppress(CatalogError):  # told where the article is worked on
            pairs += _reviewed(file.path)
    phrases = project.po / PHRASES
    for path in (*filter(Path.is_file, [phrases]), *sorted(tmx_folder(project).glob("*.tmx"))):
        try:
            pairs += _reviewed(path) if path == phrases else _remembered(path)
        except CatalogError as error:
            failures.append(error)
    return KnownPairs(pairs), failures


def _reviewed(po: Path) -> Iterator[KnownPair]:
    catalog = read_catalog(po)
    for entry in catalog.entries:
        if entry.status is Status.REVIEWED:
            yield _pair(catalog.source_language, entry.source, entry.target, Basis.REVIEWED)


def _remembered(tmx: Path) -> Iterator[KnownPair]:
    for unit in read_tmx(tmx):
        yield _pair(unit.source_language, unit.source, unit.target, Basis.MEMORY)


def _pair(language: Language, source: str, target: str, basis: Basis) -> KnownPair:
    here, there = plain_text(source), plain_text(target)
    return KnownPair(*((here, there) if language is Language.EN else (there, here)), basis)
