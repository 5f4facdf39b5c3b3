"""Figures that a model's normalisation broke: ``29¾``, ``10–60``, ``km²``, १५ वीं.

Models normalise their input by NFKC, which makes ``293⁄4`` of ``29¾`` and ``km2`` of ``km²``,
and some know no en dash.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise

import regex

from dualpress.article import Language, Span
from dualpress.text.devanagari import WORD_END
from dualpress.text.numbers.number import Number
from dualpress.text.numbers.repair.task import Edit, Task
from dualpress.text.numbers.units import NOTHING_COUNTED
from dualpress.text.numbers.write import in_house_digits

__all__ = ["restore_areas", "restore_fractions", "restore_ranges"]

_MIXED = regex.compile(r"\d*[¼½¾⅓⅔⅛⅜⅝⅞]")
_DASH = regex.compile(r"\s?[-–—]\s?")
_NOT_WITHIN_DIGITS = r"(?<![\p{{Nd}}.,]){}(?![\p{{Nd}}])"

_LENGTHS = {
    "km": "किमी", "kilometre": "किलोमीटर", "kilometer": "किलोमीटर", "kilometres": "किलोमीटर",
    "kilometers": "किलोमीटर", "m": "मीटर", "metre": "मीटर", "meter": "मीटर", "metres": "मीटर",
    "meters": "मीटर", "cm": "सेमी", "mm": "मिमी", "किमी": "किमी", "किलोमीटर": "किलोमीटर",
    "मीटर": "मीटर", "मी": "मीटर", "सेमी": "सेमी", "मिमी": "मिमी",
}  # fmt: skip
_ENGLISH_LENGTHS = {"किमी": "km", "किलोमीटर": "km", "मीटर": "m", "मी": "m", "सेमी": "cm"}
_POWERS = {"2": ("वर्ग", "²"), "3": ("घन", "³")}
_RAISED = regex.compile(
    rf"(?<=\p{{Nd}}[\s-]?)(?P<unit>{'|'.join(sorted(_LENGTHS, key=len, reverse=True))})"
    rf"(?:(?P<power>[23²³])|\s(?P<power>[²³]|[23]{NOTHING_COUNTED}))"
    rf"{WORD_END}(?!\s?(?:[.,/-]?\p{{Nd}}|[°%]))"
)
_AREA = regex.compile(r"(?:km|m|metres?|meters?|मी|मीटर)\s?[²³23](?!\d)|\bsq\b|square|cubic|वर्ग|घन")


def restore_fractions(task: Task) -> Iterator[Edit]:
    """``293⁄4`` → ``29¾`` where the source has that."""
    for written in dict.fromkeys(_MIXED.findall(task.source)):
        broken = unicodedata.normalize("NFKC", written)
        pattern = regex.compile(_NOT_WITHIN_DIGITS.format(regex.escape(broken)))
        for match in pattern.finditer(task.target):
            note = f"“{broken}” was put right: “{written}”"
            yield Edit(Span(*match.span()), written, note)


def restore_ranges(task: Task) -> Iterator[Edit]:
    """``1060 minutes`` → ``10–60 minutes`` where the source has that range."""
    lonely = [one.number for one in task.mismatches if one.is_missing]
    surplus = [one.number for one in task.mismatches if not one.is_missing]
    for low, high in pairwise(task.ours) if lonely and surplus else ():
        between = task.source[low.span.end : high.span.start]
        if _DASH.fullmatch(between) and (low in lonely or high in lonely):
            yield from _reopened(task, low, high, between, surplus)


def _reopened(
    task: Task, low: Number, high: Number, between: str, surplus: Iterable[Number]
) -> Iterable[Edit]:
    both = task.in_source(low), task.in_source(high)
    glued = [one for one in surplus if task.in_target(one) == "".join(both)]
    if len(glued) != 1 or not all(part.isdigit() for part in both):
        return
    text = in_house_digits(between.join(both), task.style)
    written = task.in_target(glued[0])
    yield Edit(glued[0].span, text, f"“{written}” was put right: “{text}”")


def restore_areas(task: Task) -> Iterator[Edit]:
    """``19,500 km2`` → 19,500 वर्ग किमी, where the source speaks of an area or a volume."""
    if not _AREA.search(task.source):
        return
    for match in _RAISED.finditer(task.target):
        text = _area(match["unit"], match["power"], task.target_language)
        if text is not None and text != match[0]:
            yield Edit(Span(*match.span()), text)


def _area(unit: str, power: str, language: Language) -> str | None:
    word, sign = _POWERS[{"²": "2", "³": "3"}.get(power, power)]
    if language is Language.HI:
        return f"{word} {_LENGTHS[unit]}"
    return f"{_ENGLISH_LENGTHS.get(unit, unit)}{sign}"
