"""``replace``: one word for another in all PO files, seen hit by hit."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from dataclasses import replace as with_fields

from dualpress.article import Language, escape_tags
from dualpress.catalog import Catalog, merge_edits, read_catalog, write_catalog
from dualpress.config import Project
from dualpress.errors import CatalogError, DualpressError, UsageError, WorkError
from dualpress.pipeline.hits import Ask, Edit, Hit, Questions, Search
from dualpress.pipeline.journal import (
    Change,
    Replacement,
    changed_since,
    read_journal,
    write_journal,
)
from dualpress.pipeline.pofiles import find_po_files
from dualpress.pipeline.words import word_pattern
from dualpress.translation import JOIN_MARK, misfit

__all__ = ["ReplaceReport", "replace"]


@dataclass(frozen=True)
class ReplaceReport:
    """What ``replace`` did.

    Args:
        changed: how many words were replaced, or would be in a dry run, in which article.
        hits: what was replaced.
        kept: how many words a human chose to keep.
        left: how many more stand in sentences that are reviewed, where those were not asked for.
        failures: files that could not be read or written, and what was taken from them meanwhile.
    """

    changed: Mapping[str, int] = field(default_factory=dict)
    hits: tuple[Hit, ...] = ()
    kept: int = 0
    left: int = 0
    failures: tuple[DualpressError, ...] = ()


def replace(
    project: Project,
    old: str,
    new: str,
    ids: Sequence[str] = (),
    *,
    ask: Ask | None = None,
    to: Language | None = None,
    reviewed: bool = False,
    dry_run: bool = False,
) -> ReplaceReport:
    """Put one word in the place of another in translations.

    Whole words alone are found, never part of one nor of an inline tag. A
    draft stays a draft, and what is reviewed stays reviewed. The comments of
    the files are left as they are.

    Args:
        project: whose translations they are.
        old: the word, or words, as they stand there.
        new: what to put in their place.
        ids: of articles, or paths of posts or PO files; none means all PO files.
        ask: is shown each hit before anything is written; without it, all are replaced.
        to: only in translations into this language.
        reviewed: also in sentences that are reviewed, or were before an edit.
        dry_run: write nothing.

    Raises:
        SetupError: there is no such article, or a word is none.
        WriteError: the journal, without which there is no way back, cannot be written.
    """
    _refuse_no_words(old, new)
    search = Search(new, word_pattern(old), Questions(ask), reviewed=reviewed)
    failures: list[DualpressError] = []
    edits = [
        edit for file in find_po_files(project, ids, to) if (edit := search.edit(file, failures))
    ]
    if edits and not dry_run:
        _write_all(project, Replacement(old, new, ()), edits, failures)
    hits = tuple(hit for edit in edits for hit in edit.hits)
    changed = Counter(hit.article for hit in hits)
    return ReplaceReport(changed, hits, search.questions.kept, search.left, tuple(failures))


def _refuse_no_words(old: str, new: str) -> None:
    """Refuse words that no text holds, or that would be more than text.

    Raises:
        UsageError: names the one that is wrong.
    """
    for words in (old, new):
        if reason := misfit("", escape_tags(words)):
            raise UsageError(f"“{words}” cannot stand in a sentence: {reason.lower()}")
    if new.strip() == JOIN_MARK:
        raise UsageError("“^” is no word but the mark of a joined sentence")
    if old == new:
        raise UsageError(f"Both words are “{old}”")


def _write_all(
    project: Project,
    replacement: Replacement,
    edits: Sequence[Edit],
    failures: list[DualpressError],
) -> None:
    """Write the journal and the files, and out of the journal what was not written."""
    journal = read_journal(project)
    planned = tuple(change for edit in edits for change in edit.changes(project.po))
    # First, so that a run that is stopped halfway can be taken back.
    write_journal(project, [*journal, with_fields(replacement, changes=planned)])
    done: list[Change] = []
    for edit in edits:
        try:
            written = _write(edit)
        except WorkError as error:
            failures.append(error)
            edit.hits.clear()
            continue
        done += _standing(edit, written, project, failures)
    if tuple(done) != planned:
        last = [with_fields(replacement, changes=tuple(done))] if done else []
        write_journal(project, [*journal, *last])


def _write(edit: Edit) -> Catalog:
    """Write a file; what a reviewer saved meanwhile is taken in."""
    try:
        return write_catalog(edit.catalog, edit.file.path)
    except CatalogError:
        if not edit.file.path.exists():
            raise
        theirs = read_catalog(edit.file.path, article=edit.file.article)
        merged = merge_edits(edit.read, edit.catalog, theirs, edit.file.path)
        return write_catalog(merged, edit.file.path)


def _standing(
    edit: Edit, written: Catalog, project: Project, failures: list[DualpressError]
) -> Iterator[Change]:
    """The changes that stand in the file; of the others it is told why."""
    for change in edit.changes(project.po):
        entry = written.find(change.key)
        if entry is not None and entry.target == change.after:
            yield change
            continue
        lost = edit.read.find(change.key)
        edit.hits[:] = [hit for hit in edit.hits if lost is None or hit.line != lost.line]
        failures.append(changed_since(edit.file.path, entry, change))
