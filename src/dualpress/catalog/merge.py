"""A catalog after its article was edited."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from dualpress.article import SegmentKey, Status
from dualpress.catalog.approved import approved_in, forget, has_numbers_put_in
from dualpress.catalog.catalog import Catalog
from dualpress.catalog.edits import Editor
from dualpress.catalog.entry import Entry
from dualpress.catalog.parts import settled
from dualpress.catalog.succession import Succession, find_successions
from dualpress.glossary import Glossary
from dualpress.states import retire, revive

__all__ = ["MergeReport", "merge"]

_OBSOLETE = Status.OBSOLETE  # before Python 3.12 a member of an enum is slow to reach


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What a merge did; each field holds keys of the catalog after it.

    Args:
        new: sentences that have no translation yet.
        stale: edited sentences that keep their approved translation until a
            human looks again.
        patched: those of ``stale`` whose numbers alone changed, and were put
            into the translation.
        split: those of ``stale`` that were one sentence.
        joined: those of ``stale`` that were two.
        superseded: edited sentences whose approved translation says something
            else, and stands in a comment.
        same_meaning: edited sentences whose translation stands as it was.
        restored: sentences that are again as they were when approved.
        dropped: edited sentences whose draft was of no more use.
        returned: sentences that had left the page.
        removed: sentences that left the page.
    """

    new: tuple[SegmentKey, ...] = ()
    stale: tuple[SegmentKey, ...] = ()
    patched: tuple[SegmentKey, ...] = ()
    split: tuple[SegmentKey, ...] = ()
    joined: tuple[SegmentKey, ...] = ()
    superseded: tuple[SegmentKey, ...] = ()
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


def merge(
    catalog: Catalog, page: Sequence[Entry], glossary: Glossary | None = None
) -> tuple[Catalog, MergeReport]:
    """Bring a catalog to the page as it is now.

    A sentence that stands anywhere on the page keeps its translation and all
    that was said of it. An edited one is found by place and likeness, and
    goes on as :func:`dualpress.states.edit_source` says; so are one that was
    split in two, and two that were joined. What left the page becomes
    obsolete, and lives again when it returns. No word that a human approved
    leaves the catalog.

    Args:
        catalog: as the file has it.
        page: the entries of the page now, in reading order (``entries_of``).
        glossary: whose terms are names, which no translation may have otherwise.

    Returns:
        The catalog, its entries in the order of the page, and what changed.
        Merged once more with the same page, it stays the same.
    """
    merger = _Merger(catalog, page, Editor(catalog.source_language, glossary or Glossary()))
    return merger.merged(), merger.notes.report()


class _Merger:
    """Merges one catalog with one page.

    Args:
        catalog: as the file has it.
        page: the entries of the page now.
        editor: brings entries to edited sentences.

    Attributes:
        notes: what it did.
    """

    def __init__(self, catalog: Catalog, page: Sequence[Entry], editor: Editor) -> None:
        self.notes = _Notes()
        self._catalog = catalog
        self._page = page
        self._editor = editor
        self._found = {entry.key: old for entry in page if (old := catalog.find(entry.key))}
        self._edited: dict[SegmentKey, Entry] = {}
        self._used = set(self._found)

    def merged(self) -> Catalog:
        for succession in find_successions(self._catalog.entries, self._page, self._found):
            self._succeed(succession)
        self._bring_back()
        entries = tuple(settled([self._renewed(entry) for entry in self._page]))
        return replace(self._catalog, entries=entries, obsolete=tuple(self._obsolete()))

    def _succeed(self, succession: Succession) -> None:
        match succession:
            case Succession((old,), (key,)):
                self._edit(old, key)
                self._used.add(old.key)
            case Succession((old,), (first, second)):
                # The sentence that was whole becomes obsolete, and so lives again if it returns.
                entries = self._editor.split(old, first, second)
                self._edited |= {entry.key: entry for entry in entries}
                self._note_boundary("split", entries)
            case Succession((one, two), (key,)):
                self._edited[key] = self._editor.joined(one, two, key)
                self._note_boundary("joined", [self._edited[key]])

    def _edit(self, old: Entry, key: SegmentKey) -> None:
        self._edited[key] = after = self._editor.edited(old, key)
        for name in _told(old, after):
            self.notes.add(name, key)

    def _note_boundary(self, name: str, entries: Iterable[Entry]) -> None:
        for entry in entries:
            is_stale = entry.status is Status.STALE
            for told in ("stale", name) if is_stale else ("superseded",):
                self.notes.add(told, entry.key)

    def _bring_back(self) -> None:
        """Find sentences that are what they were when approved, though that entry went on."""
        known = self._found.keys() | self._edited.keys()
        missing = {entry.key for entry in self._page} - known
        if not missing:
            return
        for old in (*self._catalog.obsolete, *self._catalog.entries):
            live = revive(old)
            approved = approved_in(live)
            key = approved and SegmentKey(old.key.context, approved.source)
            if key in missing and self._is_restored(live, key):
                missing.remove(key)
                self._used.add(old.key)

    def _is_restored(self, live: Entry, key: SegmentKey) -> bool:
        after = self._editor.edited(live, key)
        if not after.status.is_confirmed:
            return False
        # Of a sentence that stands on the page too, the comments are its own.
        is_own = live.key not in self._found
        self._edited[key] = after if is_own else replace(after, comments=())
        self.notes.add("restored", key)
        return True

    def _renewed(self, entry: Entry) -> Entry:
        """The entry of the page with what the catalog knows of it."""
        old = self._found.get(entry.key)
        if old is not None:
            if old.status is _OBSOLETE:
                self.notes.add("returned", entry.key)
            return _placed(revive(old), entry)
        if entry.key in self._edited:
            return _placed(self._edited[entry.key], entry)
        self.notes.add("new", entry.key)
        return entry

    def _obsolete(self) -> Iterator[Entry]:
        yield from (entry for entry in self._catalog.obsolete if entry.key not in self._used)
        for entry in self._catalog.entries:
            if entry.key not in self._used:
                self.notes.add("removed", entry.key)
                if entry.status is not Status.UNTRANSLATED or entry.comments:
                    yield replace(retire(entry), references=(), notes=())


def _placed(entry: Entry, page: Entry) -> Entry:
    """With the places and notes that the page gives now."""
    is_confirmed = bool(entry.comments) and entry.status.is_confirmed
    comments = forget(entry.comments) if is_confirmed else entry.comments
    if (entry.references, entry.notes, entry.comments) == (page.references, page.notes, comments):
        return entry  # as most are, and faster than making them anew
    return replace(entry, references=page.references, notes=page.notes, comments=comments)


def _told(before: Entry, after: Entry) -> Iterator[str]:
    """What a report says of an edit."""
    if after.status is Status.STALE:
        yield "stale"
        if has_numbers_put_in(after):
            yield "patched"
    elif after.status.is_confirmed and not before.status.is_confirmed:
        yield "restored"
    elif after.status is not Status.UNTRANSLATED:
        yield "same_meaning"
    elif approved_in(after):
        yield "superseded"
    else:
        yield "dropped" if before.status is Status.DRAFT else "new"
