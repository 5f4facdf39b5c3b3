"""Digits and their grouping."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from dualpress.article import Span
from dualpress.text.devanagari import latin_digits
from dualpress.text.number_style import Digits
from dualpress.text.numbers.number import NumberKind
from dualpress.text.numbers.repair.task import Edit, Task
from dualpress.text.numbers.write import in_house_digits, write_figure

__all__ = ["write_digits", "write_groups"]

_DEVANAGARI = regex.compile("[०-९]")
_WITH_DEVANAGARI = regex.compile(r"[\p{L}\p{M}\p{Nd}-]*[०-९][\p{L}\p{M}\p{Nd}-]*")
_LATIN = regex.compile(
    r"(?<![\p{L}\p{M}\p{Nd}][-.,:/]?)[0-9]+(?:[.,:/-][0-9]+)*(?![-\p{Latin}]|\.?[0-9])"
)
_GROUPED = regex.compile(r"\d{1,3}(?:,\d{3})+|\d{1,2}(?:,\d{2})+,\d{3}")
_ALIKE_BELOW = 100_000
"""Smaller numbers are grouped alike in India and elsewhere."""


def write_digits(task: Task) -> Iterator[Edit]:
    """Write all digits of Hindi text as the house has them; codes keep theirs."""
    is_devanagari = task.style.digits is Digits.DEVANAGARI
    if not is_devanagari and not _DEVANAGARI.search(task.target):
        return
    pattern = _LATIN if is_devanagari else _WITH_DEVANAGARI
    for match in pattern.finditer(task.target):
        if not is_devanagari and match[0] in task.source:
            continue
        yield Edit(Span(*match.span()), in_house_digits(match[0], task.style))


def write_groups(task: Task) -> Iterator[Edit]:
    """``1,000,000`` → ``10,00,000``, or the reverse, where the source has that number too."""
    for ours, theirs in task.pairing.pairs:
        written = latin_digits(task.in_target(theirs))
        is_figure = theirs.kind is NumberKind.FIGURE and theirs.value >= _ALIKE_BELOW
        if is_figure and ours.value == theirs.value and _GROUPED.fullmatch(written):
            text = write_figure(theirs.value, task.style)
            if text != task.in_target(theirs):
                yield Edit(theirs.span, text)
