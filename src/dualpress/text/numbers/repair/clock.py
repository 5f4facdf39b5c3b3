"""Hours of the clock: ``5 pm`` is शाम 5 बजे, and सुबह 8:30 बजे is no ``8:30 pm``."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import regex

from dualpress.article import Span
from dualpress.text.devanagari import WORD_END, WORD_START
from dualpress.text.numbers.halves import (
    PARTS,
    Hour,
    Time,
    certain_halves,
    find_hours,
    half_of_day,
)
from dualpress.text.numbers.repair.task import Edit, Task
from dualpress.text.numbers.write import in_house_digits, part_of_day

__all__ = ["correct_halves_of_day", "doubtful_halves", "write_clock"]

_TIME = r"(?P<hour>\p{Nd}{1,2})(?:\s?[:.]\s?(?P<minute>\p{Nd}{2}))?"
_HALF = r"\s?(?P<half>[ap])\.?\s?m\b(?P<stop>\.?)"
_LOW = (
    r"(?:(?P<low>(?P<low_hour>\p{Nd}{1,2})(?::\p{Nd}{2})?)(?:\s?(?P<low_half>[ap])\.?\s?m\b\.?)?"
    r"(?P<dash>\s?[-–]\s?|\s(?:to|से)\s))?"
)
_BEFORE = (
    rf"(?:{WORD_START}(?P<part>{PARTS})\s(?P<filler>(?:(?:के|को|में|करीब|लगभग|तकरीबन|क़रीब)\s)*))?"
)
_LATIN = regex.compile(
    rf"{_BEFORE}(?<![\p{{L}}\p{{M}}\p{{Nd}}][:.,]?|\p{{Nd}}\s?[-–]\s?){_LOW}"
    rf"{_TIME}{_HALF}(?:\sबजे{WORD_END})?(?:\sपर{WORD_END})?",
    regex.IGNORECASE,
)
_ENGLISH = regex.compile(rf"(?<!\p{{Nd}}[:.]?){_TIME}{_HALF}", regex.IGNORECASE)
_OCLOCK = regex.compile(rf"(?<!\p{{Nd}}[:.]?){_TIME}\sबजे{WORD_END}")
_RANGED = regex.compile(r"(?:[-–]|से|to|and|और|या)\s?\Z")
_JOINED = regex.compile(r"\s?(?:[-–]|से(?:\sलेकर)?|to|and|until|till|और|या)\s?")
_PART = regex.compile(rf"{WORD_START}(?:{PARTS}){WORD_END}|[ap]\.?m\b", regex.IGNORECASE)


def write_clock(task: Task) -> Iterator[Edit]:
    """Write ``5 pm`` that stands in Hindi text as शाम 5 बजे."""
    if not task.is_into_hindi:
        return
    for match in _LATIN.finditer(task.target):
        text = _in_hindi(match)
        if text is not None:
            yield Edit(Span(*match.span()), in_house_digits(text, task.style))


def correct_halves_of_day(task: Task) -> Iterator[Edit]:
    """Say before or after noon where the source does and the translation does not, or not so."""
    said = certain_halves(find_hours(task.source, task.source_language))
    if not said:
        return
    yield from _named_parts(task, said) if task.is_into_hindi else _halves(task, said)


def doubtful_halves(task: Task) -> Iterator[str]:
    """Name the hours whose half of the day is invented, said twice, or lost among two."""
    ours = find_hours(task.source, task.source_language)
    theirs = find_hours(task.target, task.target_language)
    yield from _lost_among_two(task, ours, theirs)
    yield from _contradictory(task)
    if ours and theirs and not task.is_into_hindi and not _PART.search(task.source):
        bare = {hour.time for hour in ours}
        for hour in theirs:
            if hour.time in bare and hour.half is not None:
                written = task.target[slice(*hour.span)]
                yield f"The source does not say whether “{written}” is before or after noon"


def _contradictory(task: Task) -> Iterator[str]:
    """सुबह 11 pm."""
    for match in _LATIN.finditer(task.target) if task.has_latin else ():
        if _has_other_part(match):
            yield f"“{match[0]}” names two halves of the day"


def _has_other_part(match: regex.Match[str]) -> bool:
    if not match["part"]:
        return False
    return half_of_day(match["part"], _time(match)) not in (None, match["half"].lower())


def _lost_among_two(task: Task, ours: list[Hour], theirs: list[Hour]) -> Iterator[str]:
    """``9 am and 9 pm`` that became 9 बजे और 9 बजे."""
    bare = {hour.time for hour in theirs if hour.half is None}
    for time in dict.fromkeys(hour.time for hour in ours):
        said = [hour for hour in ours if hour.time == time]
        if time in bare and {hour.half for hour in said} == {"a", "p"}:
            both = "” and “".join(task.source[slice(*hour.span)] for hour in said[:2])
            yield f"“{both}” are not told apart"


def _in_hindi(match: regex.Match[str]) -> str | None:
    """What ``9am``, ``9-11 am`` or ``9am-5pm`` is in Hindi; a part said before it stays."""
    time, before = _time(match), match["part"]
    part = _part(time, match["half"])
    if part is None or _has_other_part(match):
        return None
    text = f"{_clock_of(match)} बजे"
    if match["low_half"]:
        low = _part(Time(int(match["low_hour"]), 0), match["low_half"])
        return f"{low} {match['low']} बजे से {part} {text}" if low and not before else None
    low = f"{match['low']}{match['dash']}" if match["low"] else ""
    said = f"{before} {match['filler']}" if before else f"{part} "
    return f"{said}{low}{text}"


def _named_parts(task: Task, said: dict[Time, str]) -> Iterator[Edit]:
    """``10:08 p.m.`` → रात 10:08 बजे, where the translation says no part of the day at all."""
    if _PART.search(task.target):
        return
    for group in _ranges(task.target, list(_OCLOCK.finditer(task.target))):
        times = [_time(match) for match in group]
        parts = [_part(time, said[time]) if time in said else None for time in times]
        if None in parts or _RANGED.search(task.target[: group[0].start()]):
            continue
        for match, part in zip(group, parts, strict=True):
            note = f"“{part}” was put in before “{match[0]}”"
            yield Edit(Span(*match.span()), f"{part} {match[0]}", note)


def _ranges(text: str, matches: list[regex.Match[str]]) -> list[list[regex.Match[str]]]:
    """Times that stand together, of which all or none are to be changed."""
    groups = [[match] for match in matches[:1]]
    for one, two in pairwise(matches):
        if _JOINED.fullmatch(text[one.end() : two.start()]):
            groups[-1].append(two)
        else:
            groups.append([two])
    return groups


def _halves(task: Task, said: dict[Time, str]) -> Iterator[Edit]:
    """सुबह 8:30 बजे → ``8:30 am``."""
    matches = list(_ENGLISH.finditer(task.target))
    for group in _ranges(task.target, matches):
        if not all(_time(match) in said for match in group):
            continue
        for match in group:
            half = said[_time(match)]
            if half != match["half"].lower():
                text = regex.sub("[ap]", half, match[0], flags=regex.IGNORECASE)
                note = f"“{match[0]}” was corrected to “{text}”"
                yield Edit(Span(*match.span()), text, note)


def _part(time: Time, half: str) -> str | None:
    if not 1 <= time.hour <= 12:
        return None
    return part_of_day(time.hour % 12 + (12 if half.lower() == "p" else 0))


def _time(match: regex.Match[str]) -> Time:
    return Time(int(match["hour"]), int(match["minute"] or 0))


def _clock_of(match: regex.Match[str]) -> str:
    return ":".join(part for part in (match["hour"], match["minute"]) if part)
