"""``review pack``: one PO file of everything that waits for a reviewer."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dualpress.article import Language, Order, Status, other
from dualpress.catalog import Catalog, Entry
from dualpress.config import Project
from dualpress.errors import CatalogError, DualpressError, UsageError, WorkError
from dualpress.pipeline.desk import Desk, Work
from dualpress.pipeline.find import choose_posts
from dualpress.pipeline.incremental import relieved
from dualpress.pipeline.judge import Judge
from dualpress.pipeline.long_po import digest_of, write_long
from dualpress.pipeline.pile import Pile
from dualpress.pipeline.posts import Post, changed_on
from dualpress.pipeline.unpack import unpack
from dualpress.spool import Spool

__all__ = ["Pack", "PackReport", "pack"]

_WAITING = (Status.UNTRANSLATED, Status.DRAFT, Status.STALE)


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack that was written.

    Args:
        path: the file.
        target: the language that its sentences are translated into.
        sentences: how many entries it has.
        places: in how many entries of articles they stand.
        articles: whose sentences they are, in their order.
    """

    path: Path
    target: Language
    sentences: int
    places: int
    articles: tuple[str, ...]


@dataclass(frozen=True)
class PackReport:
    """What ``review pack`` did.

    Args:
        packs: one for each language that something waits in.
        warnings: what could not be packed, one sentence each.
        failures: articles that could not be read, and packs that could not be written.
    """

    packs: tuple[Pack, ...] = ()
    warnings: tuple[str, ...] = ()
    failures: tuple[DualpressError, ...] = ()


def pack(
    project: Project,
    ids: Sequence[str] = (),
    *,
    to: Language | None = None,
    since: date | None = None,
    order: Order = Order.PLACE,
    output: Path | None = None,
    dry_run: bool = False,
) -> PackReport:
    """Put all that waits for a reviewer into one PO file.

    A sentence that stands in several places with the same draft, or with none,
    is there once.

    Args:
        project: whose articles they are.
        ids: of articles, or paths of posts or PO files; none means all.
        to: only what is translated into this language; without it, each
            language has a file of its own.
        since: only articles that were changed on this day or later, by the
            date in the post or else that of its file.
        order: of the sentences.
        output: the file; without it, ``review-<language>.po`` in the project's folder.
        dry_run: write nothing.

    Raises:
        UsageError: there is no such article, two languages would need one
            file, or answers in that file were not taken over yet.
    """
    _refuse_folder_of_articles(project, output)
    desk = Desk(project)
    posts = choose_posts(project, ids).chosen
    with relieved(), Spool(project.state) as spool:
        collected = {language: _Collection(language, Pile(spool, order)) for language in Language}
        warnings = list(_collect(desk, posts, collected, to, since))
        packs, failures = _packs(project, collected.values(), output, dry_run=dry_run)
    return PackReport(packs, tuple(warnings), (*desk.failures, *failures))


def _collect(
    desk: Desk,
    posts: Mapping[str, Path],
    collected: Mapping[Language, _Collection],
    to: Language | None,
    since: date | None,
) -> Iterator[str]:
    """Take what waits; says what cannot be taken, one sentence each.

    Raises:
        WriteError: the disk is full.
    """
    judge = Judge(desk.project)
    for work in desk.open(posts):
        if to in (None, work.post.target) and not _is_older(work.post, since):
            yield from collected[work.post.target].add(work, judge)


def _packs(
    project: Project, collected: Iterable[_Collection], output: Path | None, *, dry_run: bool
) -> tuple[tuple[Pack, ...], list[DualpressError]]:
    """Write the packs; those that could be, or would be, and why others could not.

    Raises:
        UsageError: two languages would need one file, or answers in that file
            were not taken over yet.
    """
    found = [collection for collection in collected if collection.pile]
    if output and len(found) > 1:
        hint = "Choose one with --to hi or --to en"
        raise UsageError("Sentences wait in both languages, and a PO file has one", hint=hint)
    packs: list[Pack] = []
    failures: list[DualpressError] = []
    for collection in found:
        made = collection.pack(output or project.root / f"review-{collection.target.value}.po")
        try:
            if not dry_run:
                _write(project, made, collection)
            packs.append(made)
        except WorkError as error:
            failures.append(error)
    return tuple(packs), failures


def _refuse_folder_of_articles(project: Project, output: Path | None) -> None:
    """Refuse to put a pack where the memory would take its entries for those of an article."""
    if output and Path(os.path.normpath(output)).is_relative_to(project.po):
        hint = "Write the pack to another folder"
        raise UsageError("this folder is for the PO files of articles", path=output, hint=hint)


class _Collection:
    """What a pack is made of.

    Args:
        target: the language that its entries are translated into.
        pile: takes the entries.

    Attributes:
        target: likewise.
        pile: likewise.
    """

    def __init__(self, target: Language, pile: Pile) -> None:
        self.target = target
        self.pile = pile
        self._places = 0
        self._articles: list[str] = []

    def add(self, work: Work, judge: Judge) -> Iterator[str]:
        """Take what waits of an article; says what cannot be taken, one sentence each.

        Raises:
            WriteError: the disk is full.
        """
        if not any(entry.status in _WAITING for entry in work.catalog.entries):
            return
        waiting = [entry for entry in judge.annotate(work).entries if entry.status in _WAITING]
        takeable = [entry for entry in waiting if _stands_in_file(entry, work)]
        if takeable:
            self.pile.add(work.post.id, takeable)
            self._places += len(takeable)
            self._articles.append(work.post.id)
        if missing := len(waiting) - len(takeable):
            yield (
                f"{work.post.id}: {missing} of its sentences stand in no PO file yet. "
                "Run dualpress translate first."
            )

    def pack(self, path: Path) -> Pack:
        """What there is to be said of the pack."""
        return Pack(path, self.target, len(self.pile), self._places, tuple(self._articles))


def _stands_in_file(entry: Entry, work: Work) -> bool:
    """Whether the file has the entry as it is; else an answer would find no place there."""
    found = work.read.find(entry.key) if work.read else None
    return found is not None and found.status is entry.status


def _is_older(post: Post, since: date | None) -> bool:
    if since is None:
        return False
    return changed_on(post.changed, post.path) < since


def _write(project: Project, made: Pack, collection: _Collection) -> None:
    """Write a pack.

    Raises:
        UsageError: answers in its file were not taken over yet.
        WorkError: it cannot be written.
    """
    replaced = digest_of(made.path)
    if made.path.exists():
        _refuse_unread(project, made.path)
    catalog = Catalog("review", other(collection.target), collection.target, digest=replaced)
    write_long(catalog, collection.pile, made.path)


def _refuse_unread(project: Project, path: Path) -> None:
    """Refuse to write over answers that are in no article yet.

    Raises:
        UsageError: there are some, or the file is none of a pack.
    """
    hint = "Move it away, or name another file with -o"
    try:
        report = unpack(project, path, dry_run=True)
    except CatalogError as error:
        raise UsageError("there is another file of this name", path=path, hint=hint) from error
    if any(report.changed.values()):
        raise UsageError(
            "the pack holds answers that are in no article yet",
            path=path,
            hint=f"Run dualpress review unpack {path.name} first",
        )
    if report.left or report.failures:
        raise UsageError(
            "the pack holds answers that could not be taken over", path=path, hint=hint
        )
