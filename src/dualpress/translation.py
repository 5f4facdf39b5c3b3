"""What stands under one key of a catalog, and what can make it unfit for a page.

The smallest thing that the table of states (``dualpress.states``) speaks of.
A catalog's entries are translations with places and comments added.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import regex

from dualpress.article import Origin, SegmentKey, Status, plain_text
from dualpress.tags import tag_faults

__all__ = ["JOIN_MARK", "Translation", "is_blank", "misfit", "status_of"]

JOIN_MARK = "^"
"""What a reviewer writes for a sentence that went into the sentence above."""

# White space, controls, and all that Unicode says has no shape of its own
# (zero-width spaces and joiners, byte order marks, fillers); U+2800 is the
# empty Braille cell.
_BLANK = regex.compile(r"[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]*")

# Letters, digits and signs of ASCII but what begins a tag; letters of Devanagari.
_BEGINS_SEEN = re.compile(r"[!-;=-~\u0904-\u0939]")

# Controls but tab and newline, and the marks that reverse what a reader sees
# (Unicode UAX #9, explicit embeddings and overrides).
_UNSAFE = regex.compile(r"[\p{Cc}--[\t\n]]|[\u202a\u202b\u202d\u202e]", regex.V1)


# Looked up once: before Python 3.12 a member of an enum is slow to reach.
_UNTRANSLATED, _DRAFT, _REVIEWED = Status.UNTRANSLATED, Status.DRAFT, Status.REVIEWED
_STALE, _JOINED, _OBSOLETE = Status.STALE, Status.JOINED, Status.OBSOLETE


@dataclass(frozen=True, slots=True)
class Translation:
    """One segment's translation and how far it is.

    Args:
        key: the segment.
        target: the translation with its tags; empty where there is none.
        status: how far it is.
        previous: the source that ``target`` was approved for; of stale
            translations only.
        former: what an obsolete translation was, and will be again if its
            sentence returns; ``None`` for all others.
        origin: where a draft came from, if that is known.

    Raises:
        ValueError: the parts contradict each other, so that a PO file could
            not hold them (a stale translation without a previous source …).
    """

    key: SegmentKey
    target: str = ""
    status: Status = Status.UNTRANSLATED
    previous: str | None = None
    former: Status | None = None
    origin: Origin | None = None

    def __post_init__(self) -> None:
        live = self.former or self.status
        fuzzy = live is _DRAFT or live is _STALE
        if live is not status_of(self.source, self.target, fuzzy=fuzzy, previous=self.previous):
            raise ValueError(f"no PO entry is {live} with {self.target!r} and {self.previous!r}")
        if self.previous is not None and live is not _STALE:
            raise ValueError(f"only a stale translation has a previous source, not one {live}")
        if (self.former is not None) != (self.status is _OBSOLETE):
            raise ValueError("an obsolete translation, and no other, has a former status")

    @property
    def source(self) -> str:
        """The source text with its tags."""
        return self.key.source

    @property
    def live_status(self) -> Status:
        """The status, or the former one of an obsolete translation."""
        return self.former or self.status

    @property
    def joins(self) -> bool:
        """Whether the target is no text but the mark of a joined sentence."""
        return _joins(self.source, self.target)


def status_of(source: str, target: str, *, fuzzy: bool, previous: str | None) -> Status:
    """The status of a live PO entry.

    Args:
        source: its ``msgid``.
        target: its ``msgstr``.
        fuzzy: whether it is flagged so.
        previous: its ``#| msgid``, if it has one.
    """
    if is_blank(target):
        return _UNTRANSLATED
    if fuzzy:
        return _DRAFT if previous is None else _STALE
    return _JOINED if JOIN_MARK in target and _joins(source, target) else _REVIEWED


def _joins(source: str, target: str) -> bool:
    # A page may have "^" for a text of its own, as a way back from a footnote.
    return target.strip() == JOIN_MARK and source.strip() != JOIN_MARK


def is_blank(target: str) -> bool:
    """Whether a reader would see nothing, tags aside."""
    if not target or _BEGINS_SEEN.match(target):  # as nearly all do that are not empty
        return not target
    return _BLANK.fullmatch(plain_text(target)) is not None


def misfit(source: str, target: str) -> str | None:
    """Why a translation cannot stand in the place of its source.

    A translation is text and the source's own tags, each once and each inside
    the same other tag as in the source.

    Args:
        source: the source with its tags.
        target: the translation with its tags.

    Returns:
        One sentence without a final stop, or ``None`` where it fits.
    """
    if is_blank(target):
        return "The translation is empty"
    if unsafe := _UNSAFE.search(target):
        return f"The translation holds the invisible character U+{ord(unsafe[0]):04X}"
    faults = tag_faults(source, target)
    return f"The tags are not those of the source: {faults[0]}" if faults else None
