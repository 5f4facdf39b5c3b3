"""A number that the engine got wrong, where it is plain which one it should be.

``Three million`` that became तीन लाख, ``1884`` that became 18444: one number of the source is
missing, one number of the translation is too much, and something besides that says that they
are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import regex
from rapidfuzz.distance import DamerauLevenshtein

from dualpress.text.devanagari import latin_digits
from dualpress.text.numbers.number import Number, NumberKind
from dualpress.text.numbers.repair.beside import unit_beside
from dualpress.text.numbers.repair.task import Edit, Task
from dualpress.text.numbers.repair.wording import reworded

__all__ = ["correct_values"]

_KINDS = (NumberKind.FIGURE, NumberKind.WORDS)
_CODE = regex.compile(r"[\p{L}\p{M}]-?\Z")
_LETTER = regex.compile(r"-?\p{Latin}")
_FIGURE_BEFORE = regex.compile(r"\p{Nd}[\s,.]\Z")
_LEADING_ZERO = regex.compile(r"[0०]\p{Nd}")
_SPLINTER_BEFORE = regex.compile(r"\p{Nd}[,.]+\s?\Z")
_SPLINTER_AFTER = regex.compile(r"[,.]+\s?\p{Nd}")
_SCALE_AHEAD = regex.compile(
    r"(?:\s+[\p{L}\p{M}$£€]+)?\s+(?:million|billion|trillion|lakh|crore"
    r"|मिलियन|बिलियन|ट्रिलियन|लाख|करो(?:ड\u093c?|\u095c)|अरब|खरब)"
)
_ARAB_NEAR = 6
"""Characters behind a number within which अरब may stand."""

_FEWEST_DIGITS = 3
"""Of two digits one is half of the number."""


def correct_values(task: Task) -> Iterator[Edit]:
    """Write the number of the source where the translation has another in its place."""
    lonely = [one.number for one in task.mismatches if one.is_missing]
    surplus = [one.number for one in task.mismatches if not one.is_missing]
    for wanted in lonely:
        if wanted.kind in _KINDS and not _is_code(task.source, wanted):
            yield from _corrected(task, wanted, lonely, surplus)


def _corrected(
    task: Task, wanted: Number, lonely: list[Number], surplus: list[Number]
) -> Iterator[Edit]:
    wrong = _only_match(task, wanted, lonely, surplus)
    if wrong is None or _is_code(task.target, wrong) or not _may_be_meant(task, wanted, wrong):
        return
    text = reworded(task, wanted, wrong)
    written = task.in_target(wrong)
    if text is not None and text != written and not _LEADING_ZERO.match(text):
        source = task.in_source(wanted)
        yield Edit(wrong.span, text, f"“{written}” was corrected to “{text}”: “{source}”")


def _only_match(
    task: Task, wanted: Number, lonely: list[Number], surplus: list[Number]
) -> Number | None:
    """The wrong number that stands for the wanted one, if there is one and no doubt."""
    for is_like in _LIKENESSES:
        found = [one for one in _candidates(task, surplus) if is_like(task, wanted, one)]
        if len(found) != 1:
            continue
        rivals = [one for one in lonely if is_like(task, one, found[0])]
        if rivals == [wanted]:
            return found[0]
    return None


def _may_be_meant(task: Task, wanted: Number, wrong: Number) -> bool:
    """Not where another unit follows, or where it is a splinter: ``3, 1980`` for ``3,980``."""
    start, end = wrong.span
    if _FIGURE_BEFORE.search(task.target[:start]) or _FIGURE_BEFORE.search(
        task.source[: wanted.span.start]
    ):
        return False
    if _SPLINTER_BEFORE.search(task.target[:start]) or _SPLINTER_AFTER.match(task.target, end):
        return False
    if wanted.scale != wrong.scale and _SCALE_AHEAD.match(task.target, end):
        return False  # "200 dollars billion" has its scale word, in another place
    if _is_of_arabs(task, wanted, wrong):
        return False
    unit = unit_beside(task.target, wrong.span)
    return unit is None or unit == unit_beside(task.source, wanted.span)


def _is_of_arabs(task: Task, wanted: Number, wrong: Number) -> bool:
    """Whether अरब may be a people in either text: 15 अरब मंत्री, ``15 Arab ministers``."""
    near = (
        task.source[wanted.span.start : wanted.span.end + _ARAB_NEAR],
        task.target[wrong.span.start : wrong.span.end + _ARAB_NEAR],
    )
    counts_money = unit_beside(task.source, wanted.span) or unit_beside(task.target, wrong.span)
    return (
        counts_money is None and any("अरब" in text for text in near) and wanted.scale != wrong.scale
    )


def _candidates(task: Task, surplus: list[Number]) -> list[Number]:
    """What is too much, and small words that stand for nothing: आठ प्रतिशत."""
    words = [one for one in task.pairing.surplus if one.kind is NumberKind.WORDS]
    spans = {one.span for one in surplus}
    return [
        *(one for one in surplus if one.kind in _KINDS),
        *(one for one in words if one.span not in spans),
    ]


def _has_same_share(task: Task, wanted: Number, wrong: Number) -> bool:
    """``three million`` and तीन लाख: the same number of something larger."""
    if not wrong.required or wanted.scale == wrong.scale or wanted.scale < 1000:
        return False
    return wanted.value / wanted.scale == wrong.value / wrong.scale


def _has_same_product(task: Task, wanted: Number, wrong: Number) -> bool:
    """बीस लाख and ``twenty million``: the number was kept, its scale word was not."""
    return wrong.scale > 1 and _has_same_share(task, wanted, wrong)


def _has_like_digits(task: Task, wanted: Number, wrong: Number) -> bool:
    """``1884`` and ``18444``, ``2.4`` and ``24``: one digit or only the point differs."""
    if not wrong.required or wanted.scale != wrong.scale:
        return False
    written, found = task.in_source(wanted), task.in_target(wrong)
    here, there = _digits(written), _digits(found)
    if here == there and here:
        return True
    is_long = min(len(here), len(there)) >= _FEWEST_DIGITS
    has_same_point = len(written.partition(".")[2]) == len(found.partition(".")[2])
    return is_long and has_same_point and DamerauLevenshtein.distance(here, there) == 1


def _counts_the_same(task: Task, wanted: Number, wrong: Number) -> bool:
    """``eighty percent`` and आठ प्रतिशत: the unit is the same, and stands once on each side."""
    unit = unit_beside(task.source, wanted.span)
    if unit is None or unit_beside(task.target, wrong.span) != unit:
        return False
    here = [one for one in task.ours if unit_beside(task.source, one.span) == unit]
    there = [one for one in task.theirs if unit_beside(task.target, one.span) == unit]
    return len(here) == len(there) == 1


_LIKENESSES: tuple[Callable[[Task, Number, Number], bool], ...] = (
    _has_same_product,
    _has_like_digits,
    _has_same_share,
    _counts_the_same,
)
"""From the surest to the loosest."""


def _digits(text: str) -> str:
    return "".join(char for char in latin_digits(text) if char.isdigit())


def _is_code(text: str, number: Number) -> bool:
    """``M16``, ``F-16``, ``802.11n``."""
    is_named = _CODE.search(text[max(0, number.span.start - 3) : number.span.start])
    return bool(is_named or _LETTER.match(text, number.span.end))
