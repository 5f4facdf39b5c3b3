"""What stands above the text of a copied page: its title, its date, and who wrote it."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

import regex

from dualpress.article import Language
from dualpress.pipeline.imports.dumps import Line
from dualpress.text.devanagari import match_key_of
from dualpress.text.numbers.words import lexicon

__all__ = ["Masthead", "date_in", "read_masthead"]

_LONGEST_TITLE = 250
_TITLE_WORDS = 4
_NAME_WORDS = 5
_SAID = (
    r"(?:(?:published|posted|updated|last\ updated|date|on|प्रकाशित|अद्यतन|दिनांक|तिथि)"
    r"(?:\s+on)?\s*:?\s+)?"
)
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_MONTH = r"(?P<month>\p{L}[\p{L}\p{M}]*)\.?"
_YEAR = r"(?P<year>\d{4})"
_DATE = regex.compile(
    rf"""
    {_SAID}
    (?:\p{{L}}[\p{{L}}\p{{M}}]*,\s+)?       # the day of the week
    (?:
        {_YEAR}-(?P<number>\d{{2}})-{_DAY}
      | {_DAY}\s+{_MONTH},?\s+{_YEAR}
      | {_MONTH}\s+{_DAY},?\s+{_YEAR}
    )
    (?:,?\s+(?:at\s+)?\d{{1,2}}:\d{{2}}.*)?  # the time
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_BY = re.compile(
    r"(?:by|written by|author|लेखक|द्वारा)(?:\s*[:：]\s*|\s+|\Z)(?P<name>.*)", re.IGNORECASE
)
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True)
class Masthead:
    """What stands above a text.

    Args:
        title: of the post; empty where none was found.
        date: of the post; ``None`` where none was found.
        author: of the post; empty where none was found.
        used: the indexes of the lines that say so.
    """

    title: str = ""
    date: date | None = None
    author: str = ""
    used: frozenset[int] = field(default_factory=frozenset)


def read_masthead(lines: Sequence[Line], end: int, repeated: Collection[int]) -> Masthead:
    """Find title, date and author in the lines above a text.

    Args:
        lines: of the post.
        end: the index at which its text begins.
        repeated: the indexes of lines that many posts have: no title, yet all
            posts of a month may have one date but for its figures.
    """
    filled = [index for index in range(min(end, len(lines))) if lines[index].text]
    dates = [index for index in filled if date_in(lines[index].text)]
    author, written = _author(lines, filled)
    other = {*dates, *written, *repeated}
    names = [index for index in filled if index not in other]
    title = _title(lines, names)
    if not author and title is not None and dates:
        author, written = _beside(lines, [i for i in names if i < title], dates[0])
    text = lines[title].text if title is not None else ""
    again = [index for index in names if lines[index].text == text]
    return Masthead(
        title=text,
        date=date_in(lines[dates[0]].text) if dates else None,
        author=author,
        used=frozenset((*dates[:1], *again, *written, *_glue(lines, filled, dates[:1]))),
    )


def date_in(line: str) -> date | None:
    """The date that a line says and nothing else; one of figures alone is too uncertain."""
    match = _DATE.fullmatch(line.strip())
    if match is None:
        return None
    month = int(match["number"]) if match["number"] else _month(match["month"])
    try:
        return date(int(match["year"]), month, int(match["day"]))
    except ValueError:
        return None


def _month(name: str) -> int:
    """The number of a month; 0 where it is none."""
    english = lexicon(Language.EN).months.get(name.lower())
    return english or lexicon(Language.HI).months.get(match_key_of(name), 0)


def _title(lines: Sequence[Line], names: Sequence[int]) -> int | None:
    """The first line that is no single word of a menu or name."""
    short = [index for index in names if len(lines[index].text) <= _LONGEST_TITLE]
    wordy = (index for index in short if len(lines[index].text.split()) >= _TITLE_WORDS)
    return next(wordy, short[0] if short else None)


def _author(lines: Sequence[Line], filled: Sequence[int]) -> tuple[str, tuple[int, ...]]:
    """Who a line says that wrote it, in the same line or the next."""
    for place, index in enumerate(filled):
        match = _BY.fullmatch(lines[index].text)
        if match is None:
            continue
        if _is_name(match["name"]):
            return match["name"].strip(), (index,)
        after = filled[place + 1] if place + 1 < len(filled) else None
        if not match["name"] and after is not None and _is_name(lines[after].text):
            return lines[after].text, (index, after)
    return "", ()


def _beside(lines: Sequence[Line], names: Sequence[int], date: int) -> tuple[str, tuple[int, ...]]:
    """A name right above the date, where both stand above the title."""
    above = [index for index in names if index < date]
    between = above and any(lines[i].text for i in range(above[-1] + 1, date))
    if above and not between and _is_name(lines[above[-1]].text):
        return lines[above[-1]].text, (above[-1],)
    return "", ()


def _glue(lines: Sequence[Line], filled: Sequence[int], dates: Sequence[int]) -> list[int]:
    """The "on" or the bar right above a date."""
    return [
        above for above, index in pairwise(filled) if index in dates and _is_glue(lines[above].text)
    ]


def _is_glue(text: str) -> bool:
    return text.casefold() in ("on", "at", "|", "/", "·", "•", "-", "–", "—")


def _is_name(text: str) -> bool:
    return 0 < len(text.split()) <= _NAME_WORDS and not _DIGIT.search(text)
