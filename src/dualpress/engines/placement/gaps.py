"""Where a tag without words stands: a line break, a picture, a piece of code."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import regex

from dualpress.engines.placement.links import Link
from dualpress.engines.placement.sentence import Case
from dualpress.engines.placement.words import may_stand, words_in

__all__ = ["GAPS", "Gap", "nearest_free"]


class Gap(Protocol):
    """A way to find the place of a tag that holds nothing."""

    __name__: str

    def __call__(self, case: Case, /) -> int | None:
        """The offset in the translation; ``None`` where it cannot tell."""
        ...


_MARKS = {".": ".।॥", "।": ".।॥", ",": ",،", ";": ";", ":": ":", "!": "!", "?": "?"}
_STOPPED = regex.compile(r"[.!?…।॥:][\"”’)\]]*\s*$")
_EMPTY_BRACKETS = regex.compile(r"\(\s*\)|\[\s*\]")


def at_start(case: Case) -> int | None:
    """At the start, where no word stands before the tag."""
    before = case.sentence.source[case.around.start : case.tag.span.start]
    return None if words_in(before) else case.room.start


def behind_stop(case: Case) -> int | None:
    """At the end, behind the mark that ends the sentence, or where nothing but the tag follows."""
    source, here = case.sentence.source, case.tag.span.start
    is_last = not source[here : case.around.end].strip()
    if not is_last or not _STOPPED.search(source[case.around.start : here]):
        return None
    return _end(case)


def at_end(case: Case) -> int | None:
    """Behind the last word, where no word stands behind the tag."""
    after = case.sentence.source[case.tag.span.start : case.around.end]
    words = words_in(case.sentence.target, case.room)
    if words_in(after):
        return None
    return words[-1].end if words and after.strip() else _end(case)


def _end(case: Case) -> int:
    text = case.sentence.target[slice(*case.room)]
    return case.room.start + len(text.rstrip())


def in_empty_brackets(case: Case) -> int | None:
    """Within brackets that hold nothing else."""
    source, here = case.sentence.source, case.tag.span.start
    ours = [match.span() for match in _EMPTY_BRACKETS.finditer(source, *case.around)]
    theirs = [match.start() for match in _EMPTY_BRACKETS.finditer(case.sentence.target, *case.room)]
    places = [i for i, (start, end) in enumerate(ours) if start < here < end]
    if not places or len(ours) != len(theirs):
        return None
    return theirs[places[0]] + 1


def after_mark(case: Case) -> int | None:
    """Behind the same comma, stop or colon, where the translation has as many of them."""
    source, here = case.sentence.source, case.tag.span.start
    mark = source[case.around.start : here].rstrip()[-1:]
    if mark not in _MARKS:
        return None
    pattern = regex.compile(rf"[{regex.escape(_MARKS[mark])}](?=\s|$)")
    ours = [match.end() for match in pattern.finditer(source, *case.around)]
    theirs = [match.end() for match in pattern.finditer(case.sentence.target, *case.room)]
    count = sum(1 for end in ours if end <= here)
    return theirs[count - 1] if count and len(ours) == len(theirs) else None


def beside_known(case: Case) -> int | None:
    """Beside the word that stands for the one before it, or for the one behind it."""
    words = words_in(case.sentence.source, case.around)
    here = case.tag.span.start
    before = next((word for word in reversed(words) if word.end <= here), None)
    after = next((word for word in words if word.start >= here), None)
    left = next((link for link in _links(case) if before and link.source.end == before.end), None)
    right = next(
        (link for link in _links(case) if after and link.source.start == after.start), None
    )
    if left and (right is None or not case.tag.space_before or case.tag.space_after):
        return left.target.end
    return right.target.start if right else None


def same_gap(case: Case) -> int:
    """Between words, at the same relative place."""
    wanted = case.scaled(case.tag.span.start)
    return min(_free_offsets(case), key=lambda offset: abs(offset - wanted))


GAPS: tuple[tuple[Gap, float], ...] = (
    (in_empty_brackets, 0.9),
    (behind_stop, 0.95),
    (at_start, 0.8),
    (after_mark, 0.8),
    (beside_known, 0.84),
    (at_end, 0.59),
    (same_gap, 0.17),
)
"""All ways in the order in which they are tried, each with the share of tags that it put where a
human did, as ``benchmarks/placement.py`` measured it."""


def nearest_free(offset: int, case: Case) -> int:
    """The nearest place where a tag that holds nothing may stand."""
    if _is_free(offset, case):
        return offset
    return min(_free_offsets(case), key=lambda other: abs(other - offset))


def _free_offsets(case: Case) -> list[int]:
    """Places between words, and in no other tag's place."""
    target, room = case.sentence.target, case.room
    ends = {room.start, room.end, *(word.end for word in words_in(target, room))}
    ends |= {edge for span in case.taken for edge in span}
    return [offset for offset in sorted(ends) if _is_free(offset, case)]


def _is_free(offset: int, case: Case) -> bool:
    is_held = any(span.start < offset < span.end for span in case.taken)
    return not is_held and (may_stand(case.sentence.target, offset) or offset in case.room)


def _links(case: Case) -> Iterator[Link]:
    for link in case.sentence.links:
        if case.room.start <= link.target.start and link.target.end <= case.room.end:
            yield link
