"""Hours of the clock: ``5 pm`` is शाम 5 बजे, and सुबह 8:30 बजे is no ``8:30 pm``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from dualpress.article import Span
from dualpress.text.devanagari import WORD_END, WORD_START
from dualpress.text.numbers.repair.task import Edit, Task
from dualpress.text.numbers.write import in_house_digits, part_of_day

__all__ = ["correct_halves_of_day", "invented_halves", "write_clock"]

_TIME = r"(?P<hour>\p{Nd}{1,2})(?:\s?[:.]\s?(?P<minute>\p{Nd}{2}))?"
_HALF = r"\s?(?P<half>[ap])\.?\s?m\b(?P<stop>\.?)"
_LATIN = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}\p{{Nd}}][:.,]?|\p{{Nd}}\s?[-–]\s?)(?:(?P<low>\p{{Nd}}{{1,2}}(?::\p{{Nd}}{{2}})?)(?P<dash>\s?[-–]\s?|\s(?:to|से)\s))?"
    rf"{_TIME}{_HALF}(?:\sबजे{WORD_END})?(?:\sपर{WORD_END})?",
    regex.IGNORECASE,
)
_ENGLISH = regex.compile(rf"(?<!\p{{Nd}}[:.]?){_TIME}{_HALF}", regex.IGNORECASE)
_OCLOCK = regex.compile(rf"(?<!\p{{Nd}}[:.]?){_TIME}\sबजे{WORD_END}")
_NOT_RANGED = regex.compile(r"(?:[-–]|से|to|and|और)\s?\Z")
_PARTS = "सुबह|सवेरे|तड़के|भोर|प्रातः?|दोपहर|शाम|सायं|रात|आधी रात|पूर्वाह्न|अपराह्न|पूर्वाहन|अपराहन"
_PART = regex.compile(rf"{WORD_START}(?:{_PARTS}){WORD_END}|[ap]\.?m\b", regex.IGNORECASE)
_PARTED = regex.compile(
    rf"{WORD_START}(?P<part>{_PARTS})\s(?:(?:के|को|में|करीब|लगभग|तकरीबन|क़रीब)\s)*{_TIME}\sबजे{WORD_END}"
)
_MORNING = frozenset({"सुबह", "सवेरे", "तड़के", "भोर", "प्रातः", "प्रात", "पूर्वाह्न", "पूर्वाहन"})
_EVENING = frozenset({"शाम", "सायं", "अपराह्न", "अपराहन"})


class _Time(NamedTuple):
    """An hour and a minute as the clock shows them, twelve hours a half."""

    hour: int
    minute: int


def write_clock(task: Task) -> Iterator[Edit]:
    """Write ``5 pm`` that stands in Hindi text as शाम 5 बजे."""
    if not task.is_into_hindi:
        return
    for match in _LATIN.finditer(task.target):
        part = _part(_time(match), match["half"])
        if part is not None:
            low = f"{match['low']}{match['dash']}" if match["low"] else ""
            text = f"{part} {low}{_clock_of(match)} बजे"
            yield Edit(Span(*match.span()), in_house_digits(text, task.style))


def correct_halves_of_day(task: Task) -> Iterator[Edit]:
    """Say before or after noon where the source does and the translation does not, or not so."""
    yield from _named_parts(task) if task.is_into_hindi else _halves(task)


def invented_halves(task: Task) -> Iterator[str]:
    """Say where the English has ``pm`` and the Hindi only the hour."""
    if task.is_into_hindi or _PART.search(task.source):
        return
    bare = {_time(match) for match in _OCLOCK.finditer(task.source)}
    for match in _ENGLISH.finditer(task.target):
        if _time(match) in bare:
            yield f"The source does not say whether “{match[0]}” is before or after noon"


def _named_parts(task: Task) -> Iterator[Edit]:
    """``10:08 p.m.`` → रात 10:08 बजे, where the translation says no part of the day at all."""
    if _PART.search(task.target):
        return
    said = {_time(match): match["half"] for match in _ENGLISH.finditer(task.source)}
    for match in _OCLOCK.finditer(task.target):
        time = _time(match)
        part = _part(time, said[time]) if time in said else None
        if part is not None and not _NOT_RANGED.search(task.target[: match.start()]):
            text = f"{part} {match[0]}"
            yield Edit(Span(*match.span()), text, f"“{part}” was put in before “{match[0]}”")


def _halves(task: Task) -> Iterator[Edit]:
    """सुबह 8:30 बजे → ``8:30 am``."""
    said = {
        _time(match): _half(match["part"], _time(match)) for match in _PARTED.finditer(task.source)
    }
    for match in _ENGLISH.finditer(task.target):
        half = said.get(_time(match))
        if half is not None and half != match["half"].lower():
            text = regex.sub("[ap]", half, match[0], flags=regex.IGNORECASE)
            note = f"“{match[0]}” was corrected to “{text}”"
            yield Edit(Span(*match.span()), text, note)


def _part(time: _Time, half: str) -> str | None:
    if not 1 <= time.hour <= 12:
        return None
    return part_of_day(time.hour % 12 + (12 if half.lower() == "p" else 0))


def _half(part: str, time: _Time) -> str | None:
    """``a`` or ``p``; ``None`` where the Hindi leaves a doubt, as रात 5 बजे does."""
    if part in _MORNING:
        return "a" if time.hour < 12 else None
    if part in _EVENING:
        return "p" if time.hour < 12 else None
    if part == "दोपहर":
        return "p" if time.hour in (12, 1, 2, 3, 4) else None
    if 7 <= time.hour <= 11:
        return "p"
    return "a" if time.hour in (12, 1, 2, 3) else None


def _time(match: regex.Match[str]) -> _Time:
    return _Time(int(match["hour"]), int(match["minute"] or 0))


def _clock_of(match: regex.Match[str]) -> str:
    return ":".join(part for part in (match["hour"], match["minute"]) if part)
