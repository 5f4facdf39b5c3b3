"""Stops that do not end a sentence: abbreviations, initials, list numbers.

The lists add to those of ``sentencex``, which has few for Hindi; they hold
only what a newsroom writes in running text.
"""

from __future__ import annotations

from collections.abc import Iterator

import regex

from dualpress.text.devanagari import WORD_CHAR, WORD_START

__all__ = ["inner_stops"]

# Always followed by what they belong to: a name, a number, the rest of a clause.
_ENGLISH = (
    "Mr Mrs Ms Messrs Dr Drs Prof Gen Lt Col Maj Brig Adm Capt Cmdr Cdr Sgt Cpl Pvt Sen Rep Reps "
    "Gov Hon Rev Fr St Mt Ft Retd Ret Amb Insp Supt Pres Asst Dy Dist Govt Dept Atty Comdt Sqn Flt "
    "vs viz cf approx"
).split()

# Stops inside only where a figure follows: "No. 4", but "No. He left."
_BEFORE_FIGURES = (
    "No Nos no nos Rs Re Fig Figs Art Arts Sec Sect Para Paras Vol vol Ch ch Chap p pp est ed "
    "Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec"
).split()

_DOTTED = ("e.g", "i.e", "a.k.a", "et al")

_AFTER_TIME = (
    r"\s+(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July"
    r"|August|September|October|November|December|Eastern|Pacific|[A-Z]{2,4}(?![\p{L}]))"
)

_HINDI = (
    "डॉ डा प्रो प्रा लि मो पं स्व रु रू जि सं ले लेफ्टि लेफ्टिनें ब्रि मे कै कु श्री श्रीमती मि सुश्री "
    "कि मी ग्रा पू ई क्र पृ वि मा सर्वश्री संपा उप"
).split()

# The names of the Latin letters. Those that are also words ("आई" came, "पी" drank,
# "जी" sir) count only in company: first in the sentence, after a title, or in a row.
_INITIALS = "ए बी डी एफ एच जे के एल एम एन ओ क्यू आर एस टी यू वी डब्ल्यू डब्लू वाई जेड ज़ेड".split()
_WORDS_TOO = "आई पी जी सी".split()
_TITLES = (
    "श्री श्रीमती सुश्री नेता मंत्री प्रधानमंत्री राष्ट्रपति न्यायाधीश न्यायमूर्ति जस्टिस जनरल सांसद विधायक"
).split()

_ANY_INITIAL = "|".join(_INITIALS + _WORDS_TOO)
_ROMAN = r"(?=[IVXivx])(?:X{0,3}(?:IX|IV|V?I{0,3})|x{0,3}(?:ix|iv|v?i{0,3}))"


def _words(words: list[str]) -> str:
    return "|".join(regex.escape(word) for word in sorted(words, key=len, reverse=True))


# The word right before an offset: all that the pattern below may begin with.
_WORD_BEFORE = regex.compile(rf"(?r){WORD_START}(?:(?i:et\ al)|{WORD_CHAR}+)")

_INNER_STOP = regex.compile(
    rf"""
      {WORD_START}(?:{_words(_ENGLISH)})\.
    | {WORD_START}(?:{_words(_BEFORE_FIGURES)})\.(?=\s*\p{{N}})
    | {WORD_START}(?i:{"|".join(map(regex.escape, _DOTTED))})\.
    | {WORD_START}(?i:[ap]\.m)\.(?={_AFTER_TIME})
    | {WORD_START}(?i:a\.d|b\.c)\.(?=\s+\p{{Ll}})
    | {WORD_START}(?:{_words(_HINDI)})\.
    | {WORD_START}(?:\p{{Deva}}{{1,3}}\.){{2,}}
    | {WORD_START}(?:{_words(_INITIALS)})\.
    | {WORD_START}(?:{"|".join(_WORDS_TOO)})\.(?=\s?(?:{_ANY_INITIAL})\.)
    | (?<={WORD_START}(?:{_ANY_INITIAL})\.\s?)(?:{"|".join(_WORDS_TOO)})\.
    | (?<=^[\s“"‘'(]*|[.।॥?!]\s+)(?:{"|".join(_WORDS_TOO)})\.
    | (?<={WORD_START}(?:{"|".join(_TITLES)})\s+)(?:आई|पी|सी)\.
    | (?<=^[\s“"‘'(]*|[.।॥?!]["”'’)\]]*\s+)(?:\p{{Nd}}{{1,3}}|{_ROMAN}|[A-Za-z])\.(?=\s)
    """,
    regex.VERBOSE,
)


_LISTED = frozenset(_ENGLISH + _BEFORE_FIGURES)
_ROMAN_LETTERS = frozenset("IVXivx")


def inner_stops(text: str) -> Iterator[int]:
    """Find the Latin stops that belong to an abbreviation and end no sentence.

    Args:
        text: plain text in English, Hindi or both.

    Yields:
        The offset of each such stop, in order.
    """
    position = 0
    for start in _words_before_stops(text):
        match = _INNER_STOP.match(text, start) if start >= position else None
        if match is not None:
            yield from (match.start() + i for i, char in enumerate(match[0]) if char == ".")
            position = match.end()


def _is_plain(word: str) -> bool:
    """Whether it is none of the words that the pattern begins with, as most before a stop are."""
    if len(word) == 1 or not (word.isascii() and word.isalpha()):
        return False
    return word not in _LISTED and not _ROMAN_LETTERS.issuperset(word)


def _words_before_stops(text: str) -> Iterator[int]:
    """Where each word begins that a stop follows: the pattern is slow to try everywhere."""
    stop = text.find(".")
    while stop >= 0:
        word = _WORD_BEFORE.match(text, 0, stop)
        if word is not None and not _is_plain(word[0]):
            yield word.start()
        stop = text.find(".", stop + 1)
