"""Numbers of a machine's translation: put right where there is one way, then in house style."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dualpress.article import TAG, Language
from dualpress.text.number_style import NumberStyle
from dualpress.text.numbers.compare import Mismatch
from dualpress.text.numbers.doubts import number_doubts, unit_doubts
from dualpress.text.numbers.repair.clock import correct_halves_of_day, doubtful_halves, write_clock
from dualpress.text.numbers.repair.dates import correct_months, write_dates
from dualpress.text.numbers.repair.digits import write_digits, write_groups
from dualpress.text.numbers.repair.figures import (
    restore_areas,
    restore_fractions,
    restore_ranges,
)
from dualpress.text.numbers.repair.measures import correct_units, write_percent, write_units
from dualpress.text.numbers.repair.money import write_money
from dualpress.text.numbers.repair.ordinals import latin_ordinals, write_decades, write_ordinals
from dualpress.text.numbers.repair.scales import write_scales
from dualpress.text.numbers.repair.tagged import Tagged
from dualpress.text.numbers.repair.task import Rule, Task
from dualpress.text.numbers.repair.values import correct_values

__all__ = ["RepairedNumbers", "repair_numbers"]

_RULES: tuple[Rule, ...] = (
    restore_fractions,
    restore_ranges,
    correct_values,
    correct_units,
    correct_months,
    correct_halves_of_day,
    write_dates,
    write_clock,
    write_scales,
    write_groups,
    write_money,
    restore_areas,
    write_units,
    write_percent,
    write_ordinals,
    write_decades,
    write_digits,
)
"""Values first, since only a number that is right may be written otherwise."""

_OF_WORDS = frozenset({correct_values, write_scales})
"""The rules that change numbers in words too; all others look for figures."""

_OF_LATIN = frozenset({write_clock, write_decades})
"""The rules for what an engine left in Latin letters, or what English writes with some."""


@dataclass(frozen=True, slots=True)
class RepairedNumbers:
    """A translation with its numbers put right.

    Args:
        text: the translation.
        marks: what a reviewer should know, one sentence each: what was put right, and what
            is wrong and could not be.
    """

    text: str
    marks: tuple[str, ...] = ()


def repair_numbers(
    source: str,
    target: str,
    *,
    source_language: Language,
    target_language: Language,
    style: NumberStyle,
) -> RepairedNumbers:
    """Put right what an engine did to numbers, and write them by house style.

    For drafts only: a human's words are not to be restyled. A value, unit, month or half of
    the day that is wrong is put right where there is exactly one way, and told; what has no
    such way is only told. What is right is changed in style alone, and never inside a tag,
    an address or a code (``F-16``).

    Args:
        source: the sentence; it may have inline tags.
        target: its translation; it may have inline tags.
        source_language: the language of the sentence.
        target_language: the language of the translation.
        style: the house style of that language.
    """
    if style.language is not target_language:
        raise ValueError(f"a style of {style.language} for a text in {target_language}")
    plain = TAG.sub("", source)
    task = Task(plain, TAG.sub("", target), source_language, style)

    if not task.mismatches and not task.has_figures and not task.theirs:
        return RepairedNumbers(target)
    return _repaired(task, Tagged(target))


def _repaired(task: Task, tagged: Tagged) -> RepairedNumbers:
    """Apply the rules one after the other, each to what the one before left."""
    notes: list[str] = []
    for rule in _RULES:
        if not task.has_figures and rule not in _OF_WORDS:
            continue
        if rule in _OF_LATIN and not task.has_latin:
            continue
        edits = [*rule(task)]
        if not edits:  # as of nearly all
            continue
        changed, made = tagged.changed(edits)
        if made:
            attempt = replace(task, target=changed.plain)
            if _values(attempt.mismatches) <= _values(task.mismatches):
                tagged, task = changed, attempt
                notes += [edit.note for edit in made if edit.note is not None]
    notes += [_mark(one) for one in task.mismatches]
    notes += [*latin_ordinals(task), *doubtful_halves(task), *_doubts(task)]
    return RepairedNumbers(tagged.text, tuple(dict.fromkeys(notes)))


def _doubts(task: Task) -> list[str]:
    texts = task.source, task.source_language, task.target, task.target_language
    return [doubt.message for doubt in (*number_doubts(*texts), *unit_doubts(*texts))]


def _values(mismatches: list[Mismatch]) -> frozenset[tuple[bool, object]]:
    return frozenset((one.is_missing, one.number.value) for one in mismatches)


def _mark(mismatch: Mismatch) -> str:
    if mismatch.is_missing:
        return f"The number “{mismatch.text}” is missing"
    return f"The number “{mismatch.text}” is not in the source"
