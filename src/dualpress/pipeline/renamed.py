"""Posts that were renamed: the PO file of each moves along."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from dualpress.article import Language, SegmentKey
from dualpress.catalog import read_catalog
from dualpress.catalog.sidecar import sidecar_path
from dualpress.config import Project
from dualpress.errors import CatalogError, WorkError, WriteError
from dualpress.files import reason
from dualpress.pipeline.desk import ARTICLE_GLOSSARY, Desk, post_of
from dualpress.pipeline.find import Selection
from dualpress.pipeline.pofiles import find_po_files
from dualpress.pipeline.posts import read_post
from dualpress.pipeline.url_record_file import read_record, write_record
from dualpress.site.wordpress import record as wordpress_record

__all__ = ["adopt_po_files"]

_MOST = 0.8
"""The share of sentences that an article and a PO file have in common, of the
larger of the two, from which on they are taken for the same article."""

_CLEARLY = 0.1
"""How much more another candidate must have in common to be preferred."""


@dataclass(frozen=True)
class _Sentences:
    """What is compared of a post or a PO file.

    Args:
        id: of the article.
        path: of the post or the PO file.
        target: the language that it is translated into.
        keys: its sentences.
    """

    id: str
    path: Path
    target: Language
    keys: frozenset[SegmentKey]

    def share(self, other: _Sentences) -> float:
        """How much both have in common, of the larger."""
        most = max(len(self.keys), len(other.keys))
        return len(self.keys & other.keys) / most if most else 0.0


class _Pair(NamedTuple):
    share: float
    post: _Sentences
    po: _Sentences


def adopt_po_files(desk: Desk, selection: Selection, *, dry_run: bool = False) -> tuple[str, ...]:
    """Move the PO files of posts that were renamed to where the posts are now.

    A post without a PO file is a renamed one if most of its sentences are
    those of a PO file whose post is gone, and of no other that is as like.
    What cannot be moved is noted as a failure of its article.

    Args:
        desk: of the project.
        selection: the posts; of those chosen, the PO files are moved.
        dry_run: only tell.

    Returns:
        What an editor should know, one sentence for each post.
    """
    project = desk.project
    folder = project.po
    homeless = {name: post for name, post in selection.chosen.items() if not _has_po(name, folder)}
    orphans = list(_orphans(selection.all, project)) if homeless else []
    posts = list(_posts(homeless, project)) if orphans else []
    pairs = [_Pair(post.share(po), post, po) for post in posts for po in orphans]
    pairs = [pair for pair in pairs if pair.share >= _MOST and pair.post.target is pair.po.target]
    moves = [pair for pair in pairs if _is_clear(pair, pairs)]
    moved = {pair.post.id for pair in moves}
    undecided = {pair.post.id: pair.post for pair in pairs if pair.post.id not in moved}
    return (
        *(_moved(pair, desk, dry_run=dry_run) for pair in moves),
        *(_told(post, pairs, project) for post in undecided.values()),
    )


def _has_po(name: str, folder: Path) -> bool:
    files = (f"{folder}/{name}/{language.value}.po" for language in Language)
    return any(map(os.path.exists, files))  # ten thousand paths take a second to make


def _orphans(posts: Mapping[str, Path], project: Project) -> Iterator[_Sentences]:
    """The PO files whose posts are gone."""
    for name, path in find_po_files(project):
        if name in posts:
            continue
        with suppress(CatalogError):  # told where it is used, if it ever is
            catalog = read_catalog(path, article=name)
            post = post_of(catalog, project)
            # A post outside the posts folder is there without being listed.
            if post is None or not post.is_file():
                keys = frozenset(entry.key for entry in catalog.entries)
                yield _Sentences(name, path, catalog.target_language, keys)


def _posts(posts: Mapping[str, Path], project: Project) -> Iterator[_Sentences]:
    for name, path in posts.items():
        with suppress(WorkError):  # told when it is worked on
            post = read_post(name, path, project)
            keys = frozenset(segment.key for segment in post.article.segments)
            yield _Sentences(name, path, post.target, keys)


def _is_clear(pair: _Pair, pairs: Sequence[_Pair]) -> bool:
    """Whether neither the post nor the PO file has another match that is nearly as good."""
    rivals = (other for other in pairs if (other.post is pair.post) is not (other.po is pair.po))
    return all(other.share <= pair.share - _CLEARLY for other in rivals)


def _moved(pair: _Pair, desk: Desk, *, dry_run: bool) -> str:
    old, new = pair.po.path, desk.project.po / pair.post.id / pair.po.path.name
    names = f"{desk.project.name_of(old)} is now {desk.project.name_of(new)}"
    if dry_run:
        names = names.replace(" is now ", " would become ")
    else:
        try:
            _move_record(pair, desk.project)
            _move(old, new, desk.project.po)
        except (OSError, WriteError) as error:
            why = reason(error) if isinstance(error, OSError) else str(error)
            cause = f"its PO file cannot be moved to {new}: {why}"
            desk.fail(pair.post.id, pair.post.path, WriteError(cause, path=old))
            names = f"{desk.project.name_of(old)} could not be moved"
    return f"{pair.post.id}: the post was renamed from {pair.po.id}: {names}."


def _move(old: Path, new: Path, top: Path) -> None:
    new.parent.mkdir(parents=True, exist_ok=True)
    # The PO file last: whatever stops this before it, the next run finds it and goes on.
    with suppress(FileNotFoundError):
        sidecar_path(old).replace(sidecar_path(new))
    own, glossary = old.with_name(ARTICLE_GLOSSARY), new.with_name(ARTICLE_GLOSSARY)
    if own.is_file() and not glossary.exists():
        own.replace(glossary)
    old.replace(new)
    _remove_empty(old.parent, top)


def _move_record(pair: _Pair, project: Project) -> None:
    """Let the addresses of the article's pages lead on to where these are now.

    WordPress would get its translation once more, if its post there were not known.
    """
    record = read_record(project.addresses)
    write_record(project.addresses, record.rename(pair.po.id, pair.post.id), record)
    path = project.root / wordpress_record.RECORD_NAME
    posts = wordpress_record.read_record(path)
    wordpress_record.write_record(path, posts.rename(pair.po.id, pair.post.id), posts)


def _remove_empty(folder: Path, top: Path) -> None:
    """Remove a folder and those above it, as far as nothing is in them."""
    with suppress(OSError):
        while folder != top:
            folder.rmdir()
            folder = folder.parent


def _told(post: _Sentences, pairs: Iterable[_Pair], project: Project) -> str:
    candidates = [project.name_of(pair.po.path) for pair in pairs if pair.post is post]
    place = project.name_of(project.po / post.id / f"{post.target.value}.po")
    return (
        f"{post.id}: the post seems to be a renamed one, but it is not clear that "
        f"{' or '.join(candidates)} is its PO file, so nothing was moved. What was reviewed there "
        f"is known to the memory; to take one over as a whole, move it to {place}."
    )
