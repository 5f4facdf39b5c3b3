"""Hours before and after noon, as both languages say them: ``8:30 pm``, रात साढ़े आठ बजे."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import regex

from dualpress.article import Language, Span
from dualpress.text.devanagari import WORD_END, WORD_START
from dualpress.text.numbers.words import spelled_out

__all__ = ["PARTS", "Hour", "Time", "certain_halves", "find_hours", "half_of_day", "swapped_halves"]

PARTS = "सुबह|सवेरे|तड़के|भोर|प्रातः?|दोपहर|शाम|सायं|रात|आधी रात|पूर्वाह्न|अपराह्न|पूर्वाहन|अपराहन"
"""What Hindi says before an hour, as a pattern."""

_MORNING = frozenset({"सुबह", "सवेरे", "तड़के", "भोर", "प्रातः", "प्रात", "पूर्वाह्न", "पूर्वाहन", "morning"})
_EVENING = frozenset({"शाम", "सायं", "अपराह्न", "अपराहन", "afternoon", "evening"})
_NIGHT = frozenset({"रात", "आधी रात", "night"})

_LATIN = regex.compile(
    r"(?<!\p{Nd}[:.]?)(?P<hour>\p{Nd}{1,2})(?:\s?[:.]\s?(?P<minute>\p{Nd}{2}))?"
    r"\s?(?P<half>[ap])(?:\.\s?m\b\.?|\s?m\b)",
    regex.IGNORECASE,
)
# What no time is without; most sentences have none.
_CLOCK = regex.compile(r"\p{Nd}\s?[ap](?:\.\s?)?m\b", regex.IGNORECASE)
_TELLING = {
    Language.EN: ("morning", "afternoon", "evening", "night"),
    Language.HI: ("बजे",),
}
_SHIFTS = {"साढ़े": 30, "सवा": 15}


class Time(NamedTuple):
    """An hour and a minute as the clock shows them, twelve hours a half."""

    hour: int
    minute: int


class Hour(NamedTuple):
    """A time of the day in a text.

    Args:
        time: the hour and the minute.
        half: ``a`` or ``p``; ``None`` where the text leaves a doubt.
        span: where it stands, with the part of the day.
    """

    time: Time
    half: str | None
    span: Span


def find_hours(text: str, language: Language) -> list[Hour]:
    """Find the times of the day in a text, in order.

    Args:
        text: plain text.
        language: the language of its words; ``8 pm`` is read in either.
    """
    if not (any(map(text.lower().__contains__, _TELLING[language])) or _CLOCK.search(text)):
        return []
    hours = [
        Hour(_time(match), match["half"].lower(), Span(*match.span()))
        for match in _LATIN.finditer(text)
    ]
    for match in _spoken(language).finditer(text):
        time = _spoken_time(match, language)
        part = match["part"]
        half = half_of_day(part.lower(), time) if part else None
        hours.append(Hour(time, half, Span(*match.span())))
    return sorted(hours, key=lambda hour: hour.span)


def certain_halves(hours: list[Hour]) -> dict[Time, str]:
    """The half of each time that is said in one half only, and never without it."""
    halves: dict[Time, set[str | None]] = {}
    for hour in hours:
        halves.setdefault(hour.time, set()).add(hour.half)
    return {
        time: half
        for time, said in halves.items()
        for half in said
        if len(said) == 1 and half is not None
    }


def swapped_halves(ours: list[Hour], theirs: list[Hour]) -> Iterator[tuple[Hour, Hour]]:
    """The times that the translation has in another half of the day.

    Args:
        ours: the times of a text.
        theirs: those of its translation.

    Yields:
        A time of the text, and the one of the translation that is wrong.
    """
    for time in dict.fromkeys(hour.time for hour in ours):
        here = [hour for hour in ours if hour.time == time]
        there = [hour for hour in theirs if hour.time == time]
        if any(hour.half is None for hour in (*here, *there)):
            continue
        said, found = (Counter(hour.half for hour in hours) for hours in (here, there))
        is_other = not set(found) <= set(said)
        if is_other or (len(here) == len(there) and said != found):
            added = found - said
            yield here[0], next(hour for hour in there if hour.half in added)


def half_of_day(part: str, time: Time) -> str | None:
    """Whether a part of the day makes an hour ``a`` or ``p``.

    Args:
        part: a word of either language, in lower case.
        time: the time beside it.

    Returns:
        ``None`` where the word leaves a doubt, as रात 5 बजे does.
    """
    if part in _MORNING:
        return "a" if time.hour < 12 else None
    if part in _EVENING:
        return "p" if time.hour < 12 else None
    if part == "दोपहर":
        return "p" if time.hour in (12, 1, 2, 3, 4) else None
    if part in _NIGHT and 7 <= time.hour <= 11:
        return "p"
    return "a" if part in _NIGHT and time.hour in (12, 1, 2, 3) else None


@cache
def _spoken(language: Language) -> regex.Pattern[str]:
    words = "|".join(spelled_out(value, language) for value in range(12, 0, -1))
    time = rf"(?P<hour>\p{{Nd}}{{1,2}}|{words})(?:\s?[:.]\s?(?P<minute>\p{{Nd}}{{2}}))?"
    if language is Language.EN:
        return regex.compile(
            rf"(?<![\p{{L}}\p{{Nd}}][:.-]?){time}(?:\s?o['’]clock)?"
            r"\s(?:in\sthe\s(?P<part>morning|afternoon|evening)|at\s(?P<part>night))\b",
            regex.IGNORECASE,
        )
    return regex.compile(
        rf"(?:{WORD_START}(?P<part>{PARTS})\s(?:(?:के|को|में|करीब|लगभग|तकरीबन|क़रीब)\s)*)?"
        rf"(?<![\p{{L}}\p{{M}}\p{{Nd}}][:.]?)(?:(?P<shift>{'|'.join(_SHIFTS)}|पौने)\s)?{time}\sबजे{WORD_END}"
    )


def _spoken_time(match: regex.Match[str], language: Language) -> Time:
    shift = match.groupdict().get("shift")
    if match["hour"].isdigit():
        hour = int(match["hour"])
    else:
        hour = next(
            value for value in range(1, 13) if spelled_out(value, language) == match["hour"].lower()
        )
    if shift == "पौने":
        return Time((hour - 2) % 12 + 1, 45)
    return Time(hour, _SHIFTS[shift] if shift else int(match["minute"] or 0))


def _time(match: regex.Match[str]) -> Time:
    return Time(int(match["hour"]), int(match["minute"] or 0))
