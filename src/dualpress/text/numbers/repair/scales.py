"""Scale words of the house: मिलियन as लाख, ``lakh`` as thousands, or neither."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import pairwise

import regex

from dualpress.article import Span
from dualpress.text.devanagari import match_key_of
from dualpress.text.number_style import Scales
from dualpress.text.numbers.number import Number
from dualpress.text.numbers.repair.beside import unit_beside
from dualpress.text.numbers.repair.task import Edit, Task
from dualpress.text.numbers.repair.wording import family_of, is_simple
from dualpress.text.numbers.units import CURRENCY_BEFORE
from dualpress.text.numbers.write import write_scaled

__all__ = ["write_scales"]

_COMPOUND = regex.compile(r"[-–]\p{L}")
_RANGE = regex.compile(rf"(?:\s?[-–—]\s?|\s(?:से|to)\s){CURRENCY_BEFORE}?")
_FOREIGN = frozenset({"dollar", "euro", "pound", "yen", "yuan"})
_NO_INDIAN_WORD = frozenset(match_key_of(word) for word in ("ट्रिलियन", "trillion"))


def write_scales(task: Task) -> Iterator[Edit]:
    """Write the large numbers that stand in the source too with the scale words of the house."""
    edits = {}
    for ours, theirs in task.pairing.pairs:
        scales = _wanted(task, ours, theirs)
        if scales is not None and ours.value == theirs.value:
            edit = _rewritten(task, _before(task, theirs), theirs, scales)
            if edit is not None:
                edits[theirs] = edit
    if not edits:
        return
    torn = _torn(task, edits)
    yield from (edit for number, edit in edits.items() if number not in torn)


def _before(task: Task, number: Number) -> Number | None:
    """The number of the translation that stands before another."""
    return next((one for one, two in pairwise(task.theirs) if two is number), None)


def _torn(task: Task, edits: Mapping[Number, Edit]) -> set[Number]:
    """The numbers that would be left in a range with one in other words: 50 लाख से 6.123 मिलियन."""
    torn = set()
    for low, high in pairwise(task.theirs):
        between = task.target[low.span.end : high.span.start]
        if _RANGE.fullmatch(between) and (low in edits) != (high in edits):
            kept = high if low in edits else low
            if family_of(task.in_target(kept)) is Scales.WESTERN:
                torn |= {low, high}
    return torn


def _wanted(task: Task, ours: Number, theirs: Number) -> Scales | None:
    """The scale words that a number should have; ``None`` where it has them."""
    if theirs.scale == 1:  # as of nearly all
        return None
    written = task.in_target(theirs)
    family, wanted = family_of(written), task.style.scales
    if wanted is Scales.SOURCE:
        wanted = _as_in_source(task, ours, theirs)
    if family in (None, wanted) or wanted is Scales.KEEP:
        return None
    has_none = any(word in match_key_of(written.lower()) for word in _NO_INDIAN_WORD)
    return None if wanted is Scales.INDIAN and has_none else wanted


def _as_in_source(task: Task, ours: Number, theirs: Number) -> Scales:
    """The scale words of the source; foreign money is counted in millions: ``$400 million``."""
    if {unit_beside(task.source, ours.span), unit_beside(task.target, theirs.span)} & _FOREIGN:
        return Scales.WESTERN
    source = task.in_source(ours)
    if match_key_of("अरब") in match_key_of(source):  # English has no word for it
        return Scales.KEEP
    return family_of(source) or Scales.KEEP


def _rewritten(task: Task, before: Number | None, number: Number, scales: Scales) -> Edit | None:
    """The number alone, or with the one before it that shares its scale: 4.2-3.9 मिलियन."""
    text = _written(task, number, number.value, scales)
    if text is None or not is_simple(task.in_target(number), number):
        return None
    if _COMPOUND.match(task.target, number.span.end):
        return None
    if before is None or number.scale * before.value not in before.also:
        return Edit(number.span, text)
    gap = task.target[before.span.end : number.span.start]
    low = _written(task, before, number.scale * before.value, scales)
    if low is None or not _RANGE.fullmatch(gap):
        return None  # it may count by itself: "5, 6 million"
    share, _, scale = low.partition(" ")
    if scale and text.endswith(f" {scale}"):
        low = share
    return Edit(Span(before.span.start, number.span.end), f"{low}{gap}{text}")


def _written(task: Task, form: Number, value: Fraction, scales: Scales) -> str | None:
    """A value in figures, or in words where the number that it stands for is."""
    in_words = not any(char.isdigit() for char in task.in_target(form))
    return write_scaled(value, task.style, scales, in_words=in_words)
