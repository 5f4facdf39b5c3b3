"""Months and days of the week: facts, and easily taken one for another."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

import regex

from dualpress.article import Language, Span
from dualpress.checks.base import Check, Finding, Pair, Severity
from dualpress.text.devanagari import WORD_CHAR, match_key_of

__all__ = ["DatesCheck"]

_MONTHS = {
    "January": "जनवरी",
    "February": "फरवरी",
    "March": "मार्च",
    "April": "अप्रैल",
    "May": "मई",
    "June": "जून",
    "July": "जुलाई जुलाइ",
    "August": "अगस्त",
    "September": "सितंबर",
    "October": "अक्टूबर अक्तूबर",
    "November": "नवंबर",
    "December": "दिसंबर",
}
_DAYS = {
    "Monday": "सोमवार मंडे मन्डे",
    "Tuesday": "मंगलवार ट्यूज़डे",
    "Wednesday": "बुधवार वेडनेसडे",
    "Thursday": "गुरुवार गुरूवार बृहस्पतिवार वीरवार थर्सडे",
    "Friday": "शुक्रवार फ्राइडे जुमा जुमे",
    "Saturday": "शनिवार शनिचर सैटरडे",
    "Sunday": "रविवार इतवार संडे सन्डे",
}
_NUMERIC_DATE = regex.compile(r"\p{Nd}[./-]\p{Nd}{1,2}[./-]\p{Nd}")

# "may" and "march" are verbs, and a sentence may begin with them.
_ENGLISH = regex.compile(
    r"\b(?P<name>January|February|April|June|July|August|September|October|November|December"
    r"|(?:March|May)(?=\s+\d)|(?<=\d\s|\d(?:st|nd|rd|th)\s|\b(?:in|of|since|until|by|last|this|next)\s)"
    r"(?:March|May)|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?!\s+\p{Lu}))(?:['’]?s)?\b"
)
_TELLING = frozenset(name.lower() + ending for name in _MONTHS | _DAYS for ending in ("", "s"))
"""The words that English names are; most sentences have none."""

_WORD = regex.compile(r"\p{Latin}+")
_HINDI_WORD = regex.compile(rf"{WORD_CHAR}+")


class _Name(NamedTuple):
    """A month or day of the week in a text."""

    name: str
    """In English."""

    span: Span


class DatesCheck(Check):
    """``August`` is अगस्त, ``Tuesday`` is मंगलवार."""

    id = "dates"
    name = "Dates"
    cause = "A month or a day of the week is another one, or is missing."
    cure = "Compare the dates with the source."
    severity = Severity.ERROR

    def run(self, pair: Pair) -> Iterable[Finding]:
        """Compare the months, then the days of the week."""
        if not (ours := _names(pair.source_text, pair.source_language, pair.source_words)):
            return
        theirs = _names(pair.target_text, pair.target_language, pair.target_words)
        for calendar in (_MONTHS, _DAYS):
            wanted, there = (
                [one for one in names if one.name in calendar] for names in (ours, theirs)
            )
            yield from self._compare(pair, wanted, there)

    def _compare(self, pair: Pair, ours: list[_Name], theirs: list[_Name]) -> Iterable[Finding]:
        lost = [one for one in ours if one.name not in {two.name for two in theirs}]
        added = [two for two in theirs if two.name not in {one.name for one in ours}]
        if lost and added and not _may_be_meant(pair, lost[0].name):
            before, after = pair.source_text[slice(*lost[0].span)], pair.target_text
            message = f"“{before}” has become “{after[slice(*added[0].span)]}”"
            yield self.finding(message, added[0].span)
        elif lost and not theirs and not _may_be_meant(pair, lost[0].name):
            missing = pair.source_text[slice(*lost[0].span)]
            yield self.finding(f"“{missing}” is missing", severity=Severity.WARNING)


def _names(text: str, language: Language, words: Iterable[str]) -> list[_Name]:
    if language is Language.EN:
        if _TELLING.isdisjoint(words):
            return []
        return [_Name(m["name"], Span(*m.span("name"))) for m in _ENGLISH.finditer(text)]
    if not any(map(_hindi_name, words)):
        return []
    named = ((_hindi_name(match[0]), match.span()) for match in _HINDI_WORD.finditer(text))
    return [_Name(name, Span(*span)) for name, span in named if name]


_HINDI = {
    match_key_of(word): name for name, words in (_MONTHS | _DAYS).items() for word in words.split()
}


@lru_cache(maxsize=1 << 14)  # the key of a word is dear, and texts say most of theirs again
def _hindi_name(word: str) -> str | None:
    return _HINDI.get(match_key_of(word))


def _may_be_meant(pair: Pair, name: str) -> bool:
    """Whether the translation has it in figures (``28.8.10``), shortened, or as another word."""
    stem = name[:3].lower()
    words = _WORD.findall(pair.target_text)
    if any(word.lower().startswith(stem) for word in words):  # Aug., THURSDAY, "to march"
        return True
    return _NUMERIC_DATE.search(pair.target_text) is not None
