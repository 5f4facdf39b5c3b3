"""A PO file that a reviewer saved while dualpress worked on it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from dualpress.article import Status
from dualpress.catalog.catalog import Catalog
from dualpress.catalog.entry import Entry
from dualpress.catalog.merge import merge
from dualpress.errors import CatalogError
from dualpress.glossary import Glossary

__all__ = ["merge_edits"]


def merge_edits(
    base: Catalog,
    mine: Catalog,
    theirs: Catalog,
    path: Path,
    glossary: Glossary | None = None,
) -> Catalog:
    """Bring together what dualpress did and what a reviewer did meanwhile.

    What one side alone changed is taken. Where both changed an entry, the
    reviewer's word goes before a draft. The page is as ``mine`` has it; header
    and obsolete entries are as the reviewer left them.

    Args:
        base: the catalog as it was read.
        mine: what dualpress made of it.
        theirs: the file as it is now, read again.
        path: the file, for errors.
        glossary: that ``mine`` was merged with.

    Returns:
        What to write over the file that ``theirs`` was read from.

    Raises:
        CatalogError: dualpress was told to confirm one text of a sentence
            while the reviewer wrote another; names the reviewer's line.
    """
    base = _on_page(base, mine.entries, glossary)
    theirs = _on_page(theirs, mine.entries, glossary)
    entries = tuple(
        _merged(base_entry, entry, their_entry, path)
        for base_entry, entry, their_entry in zip(
            base.entries, mine.entries, theirs.entries, strict=True
        )
    )
    return replace(theirs, article=mine.article, entries=entries)


def _on_page(catalog: Catalog, page: Sequence[Entry], glossary: Glossary | None) -> Catalog:
    """The catalog brought to the page that these entries are of, if it was not yet."""
    bare = [Entry(entry.key, references=entry.references, notes=entry.notes) for entry in page]
    return merge(catalog, bare, glossary)[0]


def _merged(base: Entry, mine: Entry, theirs: Entry, path: Path) -> Entry:
    merged = theirs if _take_theirs(base, mine, theirs, path) else mine
    added = (line for line in mine.comments if line not in {*base.comments, *theirs.comments})
    return replace(merged, comments=(*theirs.comments, *added), flags=theirs.flags)


def _take_theirs(base: Entry, mine: Entry, theirs: Entry, path: Path) -> bool:
    if _words(theirs) == _words(base):
        return False
    if _words(mine) == _words(base):
        return True
    wrote = theirs.status is not Status.UNTRANSLATED
    if wrote and mine.status.is_confirmed and mine.target != theirs.target:
        raise CatalogError(
            "The reviewer wrote another translation here while dualpress confirmed one",
            path=path,
            line=theirs.line,
            hint="Nothing was written; look at the entry and run the command again",
        )
    return wrote and not mine.status.is_confirmed


def _words(entry: Entry) -> tuple[str, Status, str | None]:
    return entry.target, entry.status, entry.previous
