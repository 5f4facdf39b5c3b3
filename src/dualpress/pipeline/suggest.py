"""Names in the posts that no glossary has, and rows proposed for them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from dualpress.article import Language, SegmentKind, Status, plain_text
from dualpress.catalog import read_catalog
from dualpress.config import Project
from dualpress.errors import CatalogError, DualpressError
from dualpress.glossary import Glossary
from dualpress.glossary.proposals import (
    Basis,
    Conflict,
    KnownPair,
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
from dualpress.pipeline.incremental import relieved
from dualpress.pipeline.memory import PHRASES, tmx_folder
from dualpress.pipeline.pofiles import find_po_files
from dualpress.pipeline.sheets import (
    count_marked,
    proposals_sheet,
    read_own_marked,
    unread_sheet,
)
from dualpress.pipeline.shelf import Shelf
from dualpress.progress import NoProgress, Progress
from dualpress.spool import Spool
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
        WriteError: the file of proposals cannot be written, or the disk is full.
    """
    desk = Desk(project)
    progress = progress or NoProgress()
    marked = read_own_marked(project)
    posts = find_posts(project, paths).chosen
    sheet = proposals_sheet(project)
    pairs = _KnownPairs(project)
    with relieved(), Spool(project.state) as spool:
        read = _read(desk, posts, Shelf(spool), progress)
        found = suggest(
            read.passages,
            desk.glossary,
            pairs,
            transliterator=load_transliterator(),
            at_least=at_least,
            settled=frozenset[str]().union(*(row.names for row in marked)),
            own=read.own,
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
        failures=(*desk.failures, *pairs.failures),
    )


class _Read(NamedTuple):
    """What the posts have.

    Args:
        passages: their sentences.
        own: what articles have in glossaries of their own, see :func:`_own_names`.
    """

    passages: Shelf[Passage]
    own: dict[str, frozenset[str]]


def _read(
    desk: Desk, posts: Mapping[str, Path], passages: Shelf[Passage], progress: Progress
) -> _Read:
    progress.start("Reading posts", len(posts))
    own = {}
    for work in desk.open(posts):
        passages.add(_passages(work))
        if names := _own_names(work, desk.glossary):
            own[work.post.id] = names
        progress.advance(label=work.post.id)
    progress.finish()
    return _Read(passages, own)


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


class _KnownPairs:
    """What humans translated, in this project and in the memories that it was given.

    Args:
        project: whose; its files are read one after the other.

    Attributes:
        failures: which files of the memories could not be read.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self.failures: list[DualpressError] = []

    def __iter__(self) -> Iterator[KnownPair]:
        for file in find_po_files(self._project):
            with suppress(CatalogError):  # told where the article is worked on
                yield from _reviewed(file.path)
        phrases = self._project.po / PHRASES
        memories = sorted(tmx_folder(self._project).glob("*.tmx"))
        for path in (*filter(Path.is_file, [phrases]), *memories):
            try:
                yield from _reviewed(path) if path == phrases else _remembered(path)
            except CatalogError as error:
                self.failures.append(error)


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
