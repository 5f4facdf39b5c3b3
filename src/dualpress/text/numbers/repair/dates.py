"""Dates: the day before the month, or behind it; the month in the translation's language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from dualpress.article import Language, Span
from dualpress.text.devanagari import WORD_END, latin_digits, match_key_of
from dualpress.text.number_style import NumberStyle
from dualpress.text.numbers.repair.task import Edit, Task
from dualpress.text.numbers.words import lexicon
from dualpress.text.numbers.write import in_house_digits, month_name

__all__ = ["correct_months", "write_dates"]

_DAY = r"\p{Nd}{1,2}"
_DAYS = rf"{_DAY}(?:\s?[-–]\s?{_DAY})?"
_MONTH = r"[\p{L}\p{M}]+"
_YEAR = r"\p{Nd}{4}"
_FREE = r"(?<![\p{L}\p{M}\p{Nd}][-/.,:]?)"
_NO_CLOCK = r"(?!\s?(?:बजे|बजकर|[ap]\.?m\b|o['’]clock)|[:.,]?\p{Nd}|\s?[-–]\s?\p{Nd}|%|\s%)"
_DATES = (
    regex.compile(
        rf"{_FREE}(?P<month>{_MONTH})\.?\s(?:the\s)?(?P<days>{_DAYS})(?:\s?(?P<ordinal>st|nd|rd|th))?{WORD_END}"
        rf"(?P<rest>,?\s(?P<year>{_YEAR}){WORD_END})?{_NO_CLOCK}"
    ),
    regex.compile(
        rf"{_FREE}(?:(?P<the>the\s)?(?P<days>{_DAYS})(?:\s?(?P<ordinal>st|nd|rd|th))?(?:\s(?P<of>of))?\s)"
        rf"(?P<month>{_MONTH}){WORD_END}(?P<rest>,?\s(?P<year>{_YEAR}){WORD_END}{_NO_CLOCK})?"
    ),
)


class _Date(NamedTuple):
    """A day of a month in a text; two days for a range of them."""

    span: Span
    month_span: Span
    days: str
    month: int
    year: str | None
    written: regex.Match[str]

    @property
    def day(self) -> tuple[int, str]:
        """What makes it the same day in either language."""
        return self.month, regex.sub(r"[^\p{Nd}]+", "-", self.days)


def write_dates(task: Task) -> Iterator[Edit]:
    """Write the dates that the source has too in the order of the house."""
    known = {date.day for date in _dates(task.source, task.source_language)}
    for date in _dates(task.target, task.target_language):
        text = _in_style(date, task.style)
        if date.day in known and text is not None and text != task.target[slice(*date.span)]:
            yield Edit(date.span, text)


def correct_months(task: Task) -> Iterator[Edit]:
    """``17 August`` is not 17 सितंबर, where nothing else of the date differs."""
    ours, theirs = (
        _dates(text, language)
        for text, language in (
            (task.source, task.source_language),
            (task.target, task.target_language),
        )
    )
    lost = [one for one in ours if one.day not in {two.day for two in theirs}]
    added = [two for two in theirs if two.day not in {one.day for one in ours}]
    if len(lost) == len(added) == 1 and lost[0].day[1] == added[0].day[1]:
        if lost[0].month in {date.month for date in theirs}:
            return
        name = month_name(lost[0].month, task.target_language)
        written = task.target[slice(*added[0].month_span)]
        yield Edit(added[0].month_span, name, f"“{written}” was corrected to “{name}”")


def _in_style(date: _Date, style: NumberStyle) -> str | None:
    """The date as the house has it; ``None`` where it is in order already."""
    is_hindi = style.language is Language.HI
    month_first = style.month_first and not is_hindi
    is_month_first = date.written.start("month") < date.written.start("days")
    is_latin = date.written["month"].isascii()
    has_ordinal = bool(date.written["ordinal"])
    if is_month_first == month_first and not has_ordinal and is_latin != is_hindi:
        return None
    month = (
        date.written["month"] if is_latin != is_hindi else month_name(date.month, style.language)
    )
    days = in_house_digits(latin_digits(date.days), style)
    if month_first:
        return f"{month} {days}, {date.year}" if date.year else f"{month} {days}"
    return f"{days} {month} {in_house_digits(date.year, style)}" if date.year else f"{days} {month}"


def _dates(text: str, language: Language) -> list[_Date]:
    """The dates of a text, in order, not overlapping."""
    found: list[_Date] = []
    matches = (match for pattern in _DATES for match in pattern.finditer(text, overlapped=True))
    for match in sorted(matches, key=lambda match: (match.start(), -match.end())):
        month = _month(match["month"], language)
        if month is None or (found and match.start() < found[-1].span.end):
            continue
        if not all(1 <= int(day) <= 31 for day in regex.findall(r"\p{Nd}+", match["days"])):
            continue
        found.append(
            _Date(
                Span(*match.span()),
                Span(*match.span("month")),
                latin_digits(match["days"]),
                month,
                latin_digits(match["year"]) if match["year"] else None,
                match,
            )
        )
    return found


def _month(word: str, language: Language) -> int | None:
    """The number of a month; in Hindi text it may stand in Latin letters."""
    if word.isascii():
        return lexicon(Language.EN).months.get(word.lower()) if word[0].isupper() else None
    months = lexicon(Language.HI).months if language is Language.HI else {}
    return months.get(match_key_of(word))
