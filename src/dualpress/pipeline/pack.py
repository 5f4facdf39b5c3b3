"""``review pack``: one PO file of everything that waits for a reviewer."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from dualpress.article import Language, Order, SegmentKey, Status, other
from dualpress.catalog import Catalog, Entry, forget, read_catalog, write_catalog
from dualpress.config import Project
from dualpress.errors import CatalogError, DualpressError, UsageError, WorkError
from dualpress.pipeline.desk import Desk, Work
from dualpress.pipeline.find import choose_posts
from dualpress.pipeline.judge import Judge
from dualpress.pipeline.ordering import ordered_entries
from dualpress.pipeline.origins import Origin, words_digest
from dualpress.pipeline.posts import Post, changed_on
from dualpress.pipeline.unpack import unpack

__all__ = ["Pack", "PackReport", "pack"]

_WAITING = (Status.UNTRANSLATED, Status.DRAFT, Status.STALE)

_MOST_REFERENCES = 5
"""A disclaimer stands below 600 posts; an editor shows the first few."""


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
    judge = Judge(project)
    collected = {language: _Collection(language, order) for language in Language}
    warnings: list[str] = []
    for work in desk.open(choose_posts(project, ids).chosen):
        if to in (None, work.post.target) and not _is_older(work.post, since):
            warnings += collected[work.post.target].add(work, judge)
    found = [collection for collection in collected.values() if collection.entries]
    if output and len(found) > 1:
        hint = "Choose one with --to hi or --to en"
        raise UsageError("Sentences wait in both languages, and a PO file has one", hint=hint)
    packs = [
        collection.pack(output or project.root / f"review-{collection.target.value}.po")
        for collection in found
    ]
    failures = list(desk.failures)
    if not dry_run:
        packs = [made for made in packs if _write(project, made, collected[made.target], failures)]
    return PackReport(tuple(packs), tuple(warnings), tuple(failures))


def _refuse_folder_of_articles(project: Project, output: Path | None) -> None:
    """Refuse to put a pack where the memory would take its entries for those of an article."""
    if output and Path(os.path.normpath(output)).is_relative_to(project.po):
        hint = "Write the pack to another folder"
        raise UsageError("this folder is for the PO files of articles", path=output, hint=hint)


class _Collection:
    """The entries of a pack, while it is made.

    Args:
        target: the language that they are translated into.
        order: of the entries.

    Attributes:
        entries: by what makes two of them one: their keys and what stands there.
    """

    def __init__(self, target: Language, order: Order) -> None:
        self.target = target
        self._order = order
        self.entries: dict[tuple[SegmentKey, str], Entry] = {}
        self._places = 0
        self._articles: list[str] = []

    def add(self, work: Work, judge: Judge) -> Iterator[str]:
        """Take what waits of an article; says what cannot be taken, one sentence each."""
        waiting = [entry for entry in judge.annotate(work).entries if entry.status in _WAITING]
        takeable = [entry for entry in waiting if _stands_in_file(entry, work)]
        for entry in takeable:
            self._take(entry, work.post.id)
        if takeable:
            self._articles.append(work.post.id)
        if missing := len(waiting) - len(takeable):
            yield (
                f"{work.post.id}: {missing} of its sentences stand in no PO file yet. "
                "Run dualpress translate first."
            )

    def _take(self, entry: Entry, article: str) -> None:
        digest = words_digest(entry)
        same = (entry.key, digest)
        self._places += 1
        if same in self.entries:
            self.entries[same] = _joined(self.entries[same], entry, article)
        else:
            key = Origin(article, digest, entry.key).packed()
            self.entries[same] = replace(
                entry, key=key, references=entry.references[:_MOST_REFERENCES]
            )

    def pack(self, path: Path) -> Pack:
        """What there is to be said of the pack."""
        return Pack(path, self.target, len(self.entries), self._places, tuple(self._articles))

    @property
    def catalog(self) -> Catalog:
        """The pack as a catalog."""
        entries = ordered_entries(self.entries.values(), self._order)
        plain = tuple(replace(entry, origin=None) for entry in entries)
        return Catalog("review", other(self.target), self.target, plain)


def _stands_in_file(entry: Entry, work: Work) -> bool:
    """Whether the file has the entry as it is; else an answer would find no place there."""
    found = work.read.find(entry.key) if work.read else None
    return found is not None and found.status is entry.status


def _joined(first: Entry, entry: Entry, article: str) -> Entry:
    """An entry that stands for one more place."""
    comments = (line for line in forget(entry.comments) if line not in first.comments)
    references = (*first.references, *entry.references)
    return replace(
        first,
        comments=(*first.comments, *comments),
        notes=(*first.notes, f"also in {article}"),
        references=references[:_MOST_REFERENCES],
    )


def _is_older(post: Post, since: date | None) -> bool:
    if since is None:
        return False
    return changed_on(post.changed, post.path) < since


def _write(
    project: Project, made: Pack, collection: _Collection, failures: list[DualpressError]
) -> bool:
    """Write a pack; tells whether it could be."""
    catalog = collection.catalog
    if made.path.exists():
        _refuse_unread(project, made.path)
        catalog = replace(catalog, digest=read_catalog(made.path).digest)
    try:
        write_catalog(catalog, made.path)
    except WorkError as error:
        failures.append(error)
        return False
    return True


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
