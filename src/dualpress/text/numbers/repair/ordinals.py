"""Ordinals and decades: ``21st``, 11 वीं, ``1990s``."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from dualpress.article import Span
from dualpress.text.devanagari import WORD_END, latin_digits
from dualpress.text.numbers.repair.task import Edit, Task
from dualpress.text.numbers.write import in_house_digits

__all__ = ["latin_ordinals", "write_decades", "write_ordinals"]

_APART = regex.compile(rf"(?P<figure>\p{{Nd}}+)\s(?P<end>वाँ|वां|वीं|वें){WORD_END}")
_ENGLISH = regex.compile(
    r"(?<![\p{L}\p{Nd}.,-])(?P<figure>\p{Nd}+(?:,\p{Nd}{3})*)(?P<end>st|nd|rd|th)\b"
)

# Nouns of one gender that ordinals usually stand before.
_FEMININE = (
    "सदी", "शताब्दी", "वर्षगांठ", "वर्षगाँठ", "बैठक", "बार", "मंज़िल", "मंजिल", "रैंक", "जयंती", "पुण्यतिथि",
    "बटालियन", "ब्रिगेड", "रेजिमेंट", "रेजीमेंट", "कांग्रेस", "तारीख", "तारीख़", "पीढ़ी", "लोकसभा",
    "डिवीजन", "डिवीज़न", "कोर",
)  # fmt: skip
_MASCULINE = (
    "संशोधन", "संस्करण", "दिन", "शिखर सम्मेलन", "सम्मेलन", "स्थान", "दौर", "अनुच्छेद", "दशक",
    "मिनट", "सत्र", "जन्मदिन", "महीने", "साल", "वर्ष", "दीक्षांत", "बेड़े",
)  # fmt: skip
_POSTPOSITION = rf"\s(?:में|पर|को|से|का|के|की|तक|ने){WORD_END}"
_LEFT = regex.compile(
    rf"(?<![\p{{L}}\p{{M}}\p{{Nd}}.,-])(?P<figure>\p{{Nd}}+)(?:st|nd|rd|th)"
    rf"(?=\s(?:(?P<feminine>{'|'.join(_FEMININE)})|(?P<masculine>{'|'.join(_MASCULINE)})){WORD_END}"
    rf"(?P<oblique>{_POSTPOSITION})?)"
)
_DECADE = r"(?P<decade>1\p{Nd}\p{Nd}0|20\p{Nd}0)"
_LATIN_DECADE = regex.compile(
    rf"(?<!\p{{Nd}}[-–/.,]?){_DECADE}\s?['’]?s{WORD_END}(?:\s(?:के\s)?दशक(?=\s|\p{{P}}|$))?"
)
_DECADE_OF = regex.compile(
    rf"\b(?:the\s)?(?:decade\sof\s(?:the\s)?{_DECADE}s?|{_DECADE}['’]s)\b(?!['’-])"
)

_IS_OBLIQUE = regex.compile(rf"{_POSTPOSITION}|\s(?:वाल[ेीा]|द्वारा|जैस[ेीा]|भर){WORD_END}")
_DECADE_SAID = regex.compile(rf"{_DECADE}(?:['’]?s(?!\p{{L}})|[\s-]*(?:के|वाले)?\s*दशक)")


def write_ordinals(task: Task) -> Iterator[Edit]:
    """11 वीं → 11वीं; ``21st`` before a noun whose gender is known → 21वीं; ``21th`` → ``21st``."""
    if not task.is_into_hindi:
        yield from _english(task)
        return
    for match in _APART.finditer(task.target):
        yield Edit(Span(*match.span()), match["figure"] + match["end"])
    for match in _LEFT.finditer(task.target):
        text = in_house_digits(match["figure"], task.style) + _end(match)
        yield Edit(Span(*match.span()), text)


def latin_ordinals(task: Task) -> Iterator[str]:
    """Name the ordinals that stay in Latin letters, since their noun's gender is not known."""
    if task.is_into_hindi:
        for match in _ENGLISH.finditer(task.target):
            yield f"“{match[0]}” needs a Hindi ending: वां, वें or वीं"


def _end(match: regex.Match[str]) -> str:
    if match["feminine"]:
        return "वीं"
    return "वें" if match["oblique"] else "वां"


def _english(task: Task) -> Iterator[Edit]:
    for match in _ENGLISH.finditer(task.target):
        end = _english_end(int(match["figure"].replace(",", "")))
        if end != match["end"]:
            yield Edit(Span(*match.span()), match["figure"] + end)


def _english_end(value: int) -> str:
    if value % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(value % 10, "th")


def write_decades(task: Task) -> Iterator[Edit]:
    """``1990s`` में → 1990 के दशक में; ``the decade of 1990`` → ``the 1990s``."""
    pattern = _LATIN_DECADE if task.is_into_hindi else _DECADE_OF
    said = {match["decade"] for match in _DECADE_SAID.finditer(latin_digits(task.source))}
    for match in pattern.finditer(task.target):
        if match["decade"] not in said:  # "2010's earthquake"
            continue
        if task.is_into_hindi:
            is_oblique = _IS_OBLIQUE.match(task.target, match.end())
            genitive = "के" if is_oblique else "का"
            text = f"{in_house_digits(match['decade'], task.style)} {genitive} दशक"
        else:
            text = f"the {match['decade']}s" if match[0][0] in "td" else f"{match['decade']}s"
        yield Edit(Span(*match.span()), text)
