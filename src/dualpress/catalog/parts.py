"""The two parts of a sentence that was split, which stand together or not at all.

The translation of the first says both, and the second is joined to it: each is
right beside the other alone. So where a human translated one of them, or an
edit changed, moved or removed one, the other is to be translated anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from dualpress.article import SegmentKey, Status
from dualpress.catalog.approved import SECOND_PART, SPLIT, approved_in, boundary_of, remember
from dualpress.catalog.entry import Entry

__all__ = ["settled"]

_NONE = Entry(SegmentKey(None, ""))
_STALE = Status.STALE  # before Python 3.12 a member of an enum is slow to reach


def settled(entries: Sequence[Entry]) -> Iterator[Entry]:
    """Empty the parts that have lost their other part.

    Args:
        entries: of a page, in reading order.

    Returns:
        As many entries.
    """
    neighbours = zip([_NONE, *entries], entries, [*entries[1:], _NONE], strict=False)
    for above, entry, below in neighbours:
        if _is_stale(entry, SPLIT) and not _are_parts(entry, below):
            approved = approved_in(entry)
            yield _emptied(entry, remember(entry.comments, approved, line=SPLIT))
        elif _is_stale(entry, SECOND_PART) and not _are_parts(above, entry):
            yield _emptied(entry, entry.comments)
        else:
            yield entry


def _is_stale(entry: Entry, line: str) -> bool:
    return entry.status is _STALE and boundary_of(entry) == line


def _are_parts(first: Entry, second: Entry) -> bool:
    """Whether the translation of the first is still that of both, and the second says nothing."""
    if first.status.is_confirmed:
        approved = approved_in(second)
        return approved is not None and first.target == approved.target
    if not _is_stale(first, SPLIT):
        return False
    is_part = _is_stale(second, SECOND_PART) and first.previous == second.previous
    return is_part or second.status is Status.JOINED


def _emptied(entry: Entry, comments: tuple[str, ...]) -> Entry:
    return replace(
        entry,
        target="",
        status=Status.UNTRANSLATED,
        previous=None,
        origin=None,
        comments=comments,
    )
