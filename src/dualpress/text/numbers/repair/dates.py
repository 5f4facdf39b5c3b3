"""Dates: the day before the month, or behind it; the month in the translation's language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
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
_MONTH = r"[\p{L}\p{M}]++"
_WORD = regex.compile(_MONTH)
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

_OTHER_BEFORE = regex.compile(
    r"(?:[\p{L}\p{M}\p{Nd}][-–/]|\p{Nd}\s[-–/]\s)\Z"
    r"|(?<!\p{Nd})(?P<day>\p{Nd}{1,2})(?:,|,?\s(?:and|or|to|और|या|से))\s\Z"
)
_OTHER_BEHIND = regex.compile(
    r"[-–/]\p{L}|\s?[-–/]\s?\p{Nd}|\s[-–]\s\p{Lu}"
    r"|,?\s(?:and|or|to|और|या|से)\s(?P<day>\p{Nd}{1,2})(?![\p{L}\p{M}\p{Nd}:])"
    r"|,\s(?P<day>\p{Nd}{1,2})(?![\p{L}\p{M}\p{Nd}:]|\s[\p{L}\p{M}])"
)
_JOINED = regex.compile(r"\s?[-–]\s?|\s(?:and|or|to|और|या|से)\s")
_ARTICLE = regex.compile(r"(?<![\p{L}\p{N}])(?P<a>[Aa])n?\s\Z")
_VOWEL_FIRST = regex.compile(r"(?:8|11|18)(?!\p{Nd})|[AO]")
_BETWEEN_DAYS = regex.compile(r"[^\p{Nd}]+")
_DAY_NUMBER = regex.compile(r"\p{Nd}+")

_FARTHEST = len("the 10 - 11 th of ")
"""Characters before a month within which its day begins."""


class _Date(NamedTuple):
    """A day of a month in a text; two days for a range of them."""

    span: Span
    month_span: Span
    days: str
    month: int
    year: str | None
    written: regex.Match[str]

    @property
    def is_month_first(self) -> bool:
        """Whether it is written ``April 17``."""
        return self.written.start("month") < self.written.start("days")

    @property
    def day(self) -> tuple[int, str]:
        """What makes it the same day in either language."""
        return self.month, _BETWEEN_DAYS.sub("-", self.days)


def write_dates(task: Task) -> Iterator[Edit]:
    """Write the dates that the source has too in the order of the house."""
    known = {date.day for date in _dates(task.source, task.source_language)}
    if not known:  # as of most sentences, and the other text is dear to read
        return
    dates = _dates(task.target, task.target_language)
    edits = {}
    for date in dates:
        text = _in_style(date, task.style)
        if date.day in known and text is not None and not _is_torn(task.target, date, dates):
            edits[date.span] = _with_article(task.target, date.span, text)
    halves = _half_ranges(task.target, dates, edits)
    for span, edit in edits.items():
        if span not in halves and edit.text != task.target[slice(*edit.span)]:
            yield edit


def _half_ranges(text: str, dates: Sequence[_Date], edits: Mapping[Span, Edit]) -> set[Span]:
    """The dates that stand in a range with one that stays as it is."""
    halves = set()
    for one, two in pairwise(dates):
        is_range = _JOINED.fullmatch(text[one.span.end : two.span.start]) is not None
        is_alike = one.is_month_first == two.is_month_first
        if is_range and is_alike and (one.span in edits) != (two.span in edits):
            halves |= {one.span, two.span}
    return halves


def _is_torn(text: str, date: _Date, dates: Sequence[_Date]) -> bool:
    """Whether the day is one of several: ``March 20/23``, ``May 1–May 3``, ``March 20 and 21``."""
    others = (
        _OTHER_BEFORE.search(text, max(0, date.span.start - 12), date.span.start),
        _OTHER_BEHIND.match(text, date.span.end),
    )
    return any(match is not None and not _is_dated(match, date, dates) for match in others)


def _is_dated(match: regex.Match[str], date: _Date, dates: Sequence[_Date]) -> bool:
    """Whether the other day has a month of its own, or the number is none behind a year."""
    start = match.start("day")
    if start < 0:
        return False
    if date.year and start > date.span.end:
        return True
    return any(one.span.start <= start < one.span.end for one in dates)


def _with_article(text: str, span: Span, date: str) -> Edit:
    """``a March 18 letter`` → ``an 18 March letter``."""
    article = _ARTICLE.search(text[max(0, span.start - 4) : span.start])
    if article is None:
        return Edit(span, date)
    n = "n" if _VOWEL_FIRST.match(date) else ""
    start = span.start - len(article[0])
    return Edit(Span(start, span.end), f"{article['a']}{n} {date}")


def correct_months(task: Task) -> Iterator[Edit]:
    """``17 August`` is not 17 सितंबर, where nothing else of the date differs."""
    ours = _dates(task.source, task.source_language)
    if not ours:  # as of most sentences, and the other text is dear to read
        return
    theirs = _dates(task.target, task.target_language)
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
    is_latin = date.written["month"].isascii()
    has_ordinal = bool(date.written["ordinal"])
    groups = date.written.groupdict()
    is_noun = groups.get("of") or (has_ordinal and date.year)
    if groups.get("the") and not is_noun:  # "the 17 April attack"
        return None
    if date.is_month_first == month_first and not has_ordinal and is_latin != is_hindi:
        return None
    month = (
        date.written["month"] if is_latin != is_hindi else month_name(date.month, style.language)
    )
    days = in_house_digits(latin_digits(date.days), style)
    if month_first:
        return f"{month} {days}, {date.year}" if date.year else f"{month} {days}"
    return f"{days} {month} {in_house_digits(date.year, style)}" if date.year else f"{days} {month}"


@lru_cache(maxsize=1 << 4)  # two rules look for the same dates, one after the other
def _dates(text: str, language: Language) -> tuple[_Date, ...]:
    """The dates of a text, in order, not overlapping."""
    if not any(map(_names_month, text.split())):
        return ()
    found: list[_Date] = []
    matches = _beside_months(text, language)
    for match, month in sorted(matches, key=lambda match: (match[0].start(), -match[0].end())):
        if found and match.start() < found[-1].span.end:
            continue
        if not all(1 <= int(day) <= 31 for day in _DAY_NUMBER.findall(match["days"])):
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
    return tuple(found)


def _beside_months(text: str, language: Language) -> Iterator[tuple[regex.Match[str], int]]:
    """What may be a date, by its month: looked for only there, since a text has few."""
    month_first, day_first = _DATES
    for word in _WORD.finditer(text):
        month = _month(word[0], language)
        if month is None:
            continue
        start = word.start()
        if match := month_first.match(text, start):
            yield match, month
        for place in range(max(0, start - _FARTHEST), start):
            if text[place] != "t" and not text[place].isdecimal():  # what a day begins with
                continue
            match = day_first.match(text, place)
            if match is not None and match.start("month") == start:
                yield match, month


@lru_cache(maxsize=1 << 14)
def _names_month(piece: str) -> bool:
    """Whether what stands between two spaces may name a month; in most sentences none does."""
    return any(_month(word, Language.HI) for word in _WORD.findall(piece))


@lru_cache(maxsize=1 << 14)
def _month(word: str, language: Language) -> int | None:
    """The number of a month; in Hindi text it may stand in Latin letters."""
    if word.isascii():
        return lexicon(Language.EN).months.get(word.lower()) if word[0].isupper() else None
    months = lexicon(Language.HI).months if language is Language.HI else {}
    return months.get(match_key_of(word))
