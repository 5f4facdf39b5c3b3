"""A catalog after its article was edited."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from dualpress.article import SegmentKey, Status
from dualpress.catalog.catalog import Catalog
from dualpress.catalog.entry import Entry
from dualpress.catalog.likeness import find_edited, numbers, same_meaning
from dualpress.states import edit_source, retire, revive

__all__ = ["MergeReport", "merge"]


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What a merge did; each field holds keys of the catalog after it.

    Args:
        new: sentences that have no translation yet.
        stale: edited sentences that keep their approved translation until a
            human looks again.
        numbers_changed: those of ``stale`` whose numbers are others.
        same_meaning: edited sentences whose translation stands as it was.
        restored: sentences that are again as they were when approved.
        dropped: edited sentences whose draft was of no more use.
        returned: sentences that had left the page.
        removed: sentences that left the page.
    """

    new: tuple[SegmentKey, ...] = ()
    stale: tuple[SegmentKey, ...] = ()
    numbers_changed: tuple[SegmentKey, ...] = ()
    same_meaning: tuple[SegmentKey, ...] = ()
    restored: tuple[SegmentKey, ...] = ()
    dropped: tuple[SegmentKey, ...] = ()
    returned: tuple[SegmentKey, ...] = ()
    removed: tuple[SegmentKey, ...] = ()


@dataclass(slots=True)
class _Notes:
    """The fields of a report, while it is made."""

    fields: dict[str, list[SegmentKey]] = field(default_factory=dict)

    def add(self, name: str, key: SegmentKey) -> None:
        self.fields.setdefault(name, []).append(key)

    def report(self) -> MergeReport:
        return MergeReport(**{name: tuple(keys) for name, keys in self.fields.items()})


def merge(catalog: Catalog, page: Sequence[Entry]) -> tuple[Catalog, MergeReport]:
    """Bring a catalog to the page as it is now.

    A sentence that stands anywhere on the page keeps its translation and all
    that was said of it. An edited one is found by place and likeness, and
    goes on as :func:`dualpress.states.edit_source` says. What left the page
    becomes obsolete, and lives again when it returns. No word that a human
    approved leaves the catalog.

    Args:
        catalog: as the file has it.
        page: the entries of the page now, in reading order (``entries_of``).

    Returns:
        The catalog, its entries in the order of the page, and what changed.
        Merged once more with the same page, it stays the same.
    """
    found = {entry.key: old for entry in page if (old := catalog.find(entry.key))}
    edited = find_edited(catalog.entries, page, found)
    notes = _Notes()
    entries = tuple(_renewed(entry, found.get(entry.key), edited, notes) for entry in page)
    used = {*found, *(entry.key for entry in edited.values())}
    gone = [entry for entry in catalog.entries if entry.key not in used]
    for entry in gone:
        notes.add("removed", entry.key)
    obsolete = (
        *(entry for entry in catalog.obsolete if entry.key not in found),
        *_retired(gone),
    )
    return replace(catalog, entries=entries, obsolete=obsolete), notes.report()


def _renewed(
    entry: Entry, old: Entry | None, edited: dict[SegmentKey, Entry], notes: _Notes
) -> Entry:
    """The entry of the page with what the catalog knows of it."""
    if old is not None:
        if old.status is Status.OBSOLETE:
            notes.add("returned", entry.key)
        return _placed(revive(old), entry)
    if entry.key in edited:
        before = edited[entry.key]
        after = edit_source(before, entry.key, same_meaning)
        _note_edit(before, after, notes)
        return _placed(after, entry)
    notes.add("new", entry.key)
    return entry


def _placed(entry: Entry, page: Entry) -> Entry:
    """With the places and notes that the page gives now."""
    return replace(entry, references=page.references, notes=page.notes)


def _note_edit(before: Entry, after: Entry, notes: _Notes) -> None:
    if after.status is Status.STALE:
        notes.add("stale", after.key)
        if numbers(after.previous or "") != numbers(after.source):
            notes.add("numbers_changed", after.key)
    elif before.status is Status.STALE:
        notes.add("restored", after.key)
    elif after.status is not Status.UNTRANSLATED:
        notes.add("same_meaning", after.key)
    else:
        notes.add("dropped" if before.status is Status.DRAFT else "new", after.key)


def _retired(gone: Iterable[Entry]) -> Iterable[Entry]:
    """What is worth keeping of entries that left the page."""
    for entry in gone:
        if entry.status is not Status.UNTRANSLATED or entry.comments:
            yield replace(retire(entry), references=(), notes=())
