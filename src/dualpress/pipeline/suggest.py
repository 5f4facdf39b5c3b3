"""Names in the posts that no glossary has, and rows proposed for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from dualpress.article import Language, SegmentKind, Status, plain_text
from dualpress.catalog import read_catalog
from dualpress.config import Project
from dualpress.errors import CatalogError, DualpressError
from dualpress.glossary import Glossary
from dualpress.glossary.proposals import (
    Basis,
    Conflict,
    KnownPair,
    KnownPairs,
    Passage,
    Place,
    Suggestion,
    add_rows,
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
from dualpress.pipeline.sheets import (
    count_marked,
    proposals_sheet,
    read_own_marked,
    unread_sheet,
)
from dualpress.progress import NoProgress, Progress
from dualpress.text.transliteration import load_transliterator

__all__ = ["SuggestReport", "suggest_names"]

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
        unread: see :func:`.sheets.unread_sheet`.
    """

    names: tuple[Suggestion, ...]
    conflicts: tuple[Conflict, ...]
    sheet: Path
    written: int = 0
    waiting: int = 0
    rejected: int = 0
    failures: tuple[DualpressError, ...] = field(default=())
    unread: str | None = None


def suggest_names(
    project: Project,
    paths: Sequence[Path] = (),
    *,
    at_least: int = 1,
    apply: bool = False,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> SuggestReport:
    """Find the names in posts that no glossary has, and propose rows for them.

    Args:
        project: whose posts they are.
        paths: posts, or folders of posts; none means all.
        at_least: how often a name must stand there.
        apply: write the rows into the file of proposals.
        dry_run: write nothing all the same.
        progress: is told how far it is.

    Raises:
        SetupError: the configuration, a glossary or a path is wrong.
        WriteError: the file of proposals cannot be written.
    """
    desk = Desk(project)
    progress = progress or NoProgress()
    marked = read_own_marked(project)
    works = _works(desk, find_posts(project, paths).chosen, progress)
    passages = [passage for work in works for passage in _passages(work)]
    sheet = proposals_sheet(project)
    pairs, failures = _known_pairs(project)
    found = suggest(
        passages,
        desk.glossary,
        pairs,
        transliterator=load_transliterator(),
        at_least=at_least,
        settled=frozenset[str]().union(*(row.names for row in marked)),
        own={work.post.id: _own_names(work, desk.glossary) for work in works},
        progress=progress,
    )
    rows = [row_of_suggestion(name) for name in found.names] if apply else []
    return SuggestReport(
        names=found.names,
        conflicts=found.conflicts,
        sheet=sheet,
        written=add_rows(sheet, rows, dry_run=dry_run),
        waiting=count_marked(marked, Mark.PROPOSED),
        rejected=count_marked(marked, Mark.REJECTED),
        unread=unread_sheet(project),
        failures=(*desk.failures, *failures),
    )


def _works(desk: Desk, posts: Mapping[str, Path], progress: Progress) -> list[Work]:
    progress.start("Reading posts", len(posts))
    works = []
    for work in desk.open(posts):
        works.append(work)
        progress.advance(label=work.post.id)
    progress.finish()
    return works


def _own_names(work: Work, shared: Glossary) -> frozenset[str]:
    """The spelling keys of what an article's own glossary has, and the shared one has not."""
    if work.glossary is shared:
        return frozenset()
    terms = set(work.glossary) - set(shared)
    return frozenset(
        spelling_key(form)
        for term in terms
        for language in Language
        for form in term.forms(language)
    )


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
