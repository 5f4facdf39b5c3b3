"""One entry of a catalog, and the entries that a page's segments make."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from dualpress.article import Derived, Segment, SegmentKey, Status
from dualpress.translation import Translation

__all__ = ["Entry", "Reference", "count_statuses", "entries_of"]


class Reference(NamedTuple):
    """A place of a segment: ``#: file:line``; the line is 0 where it is unknown."""

    file: str
    line: int


@dataclass(frozen=True, slots=True)
class Entry(Translation):
    """A translation with all else that a PO file says of it.

    Args:
        references: where the segment stands, in reading order.
        comments: the translator's comments (``# ``), a line each, unchanged
            but for the ``#`` and one space after it.
        notes: what dualpress says to the reviewer (``#.``), a line each.
        flags: flags other than ``fuzzy``.
        line: where its ``msgid`` stood in the file that was read.
    """

    references: tuple[Reference, ...] = ()
    comments: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    line: int | None = field(default=None, compare=False)


def entries_of(
    segments: Iterable[Segment], file: str, derived: Iterable[Derived] = ()
) -> tuple[Entry, ...]:
    """The untranslated entries of a page: one for each distinct key.

    Args:
        segments: in reading order.
        file: how ``#:`` is to name the page.
        derived: the places of the page that are rebuilt from these.
    """
    found: dict[SegmentKey, tuple[list[Reference], list[str]]] = {}
    for segment in segments:
        references, notes = found.setdefault(segment.key, ([], []))
        if not references:
            notes += _notes(segment)
        if segment.comment:
            notes += _new_lines(segment.comment, notes)
        references.append(Reference(file, segment.line))
    for key, places in _repeated_in(derived).items():
        found[key][1].append(f"also shown as {', '.join(places)}")
    return tuple(
        Entry(key, references=tuple(references), notes=tuple(notes))
        for key, (references, notes) in found.items()
    )


def count_statuses(entries: Iterable[Entry]) -> dict[Status, int]:
    """How many entries are in which state; all states, in their order."""
    counts = Counter(entry.status for entry in entries)
    return {status: counts[status] for status in Status}


def _repeated_in(derived: Iterable[Derived]) -> dict[SegmentKey, list[str]]:
    """Where else each segment is shown, so that a reviewer knows it: one text, many places."""
    places: dict[SegmentKey, list[str]] = {}
    for segment, repetition in ((found.segment, found.repetition) for found in derived):
        for key in repetition.keys:
            shortened = repetition.is_cut and key == repetition.keys[-1]
            place = f"{segment.label} (shortened)" if shortened else segment.label
            if place not in places.setdefault(key, []):
                places[key].append(place)
    return places


def _notes(segment: Segment) -> tuple[str, ...]:
    """Where it is and what its tags stand for."""
    tags = ", ".join(
        f"<g{inline.number}> = {inline.name}"
        if inline.is_pair
        else f"<x{inline.number}/> = {inline.name}"
        for inline in segment.inlines
    )
    return (segment.label, tags) if tags else (segment.label,)


def _new_lines(text: str, known: Sequence[str]) -> list[str]:
    lines = (line.strip() for line in text.splitlines())
    return [line for line in lines if line and line not in known]
