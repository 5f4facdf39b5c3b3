"""Set phrases with a number in them: ``two-thirds``, ``World War II``, ``9/11``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from dualpress.article import Span
from dualpress.text.devanagari import WORD_END, WORD_START, latin_digits

__all__ = ["Phrase", "other_phrases"]

_COUNTS = {"one": 1, "two": 2, "three": 3, "एक": 1, "दो": 2, "तीन": 3}
_PARTS = {"third": 3, "quarter": 4, "तिहाई": 3, "चौथाई": 4}
_SHARE = regex.compile(
    rf"{WORD_START}(?P<count>one|two|three|एक|दो|तीन|[1-3])[\s-](?P<part>third|quarter|तिहाई|चौथाई)s?{WORD_END}",
    regex.IGNORECASE,
)
_FIRST = "First|I|One|1|प्रथम|पहल[ाे]"
_SECOND = "Second|II|Two|2|द्वितीय|दूसर[ाे]"
_WARS = tuple(
    regex.compile(
        rf"{WORD_START}(?:(?:{words})\s(?:World\sWar|विश्व[\s-]?युद्ध)|(?:World\sWar|विश्व[\s-]?युद्ध)[\s-](?:{words})){WORD_END}",
        regex.IGNORECASE,
    )
    for words in (_FIRST, _SECOND)
)
_TELLING = (*_PARTS, "war", "युद्ध", "/")
"""What no such phrase is without; most sentences have none."""

_SLASHED = regex.compile(r"(?<![\d/.,])(?P<one>\d{1,2})/(?P<two>\d{1,2})(?![\d/])")


class Phrase(NamedTuple):
    """What a set phrase says, and where it stands."""

    value: object
    span: Span


def other_phrases(source: str, target: str) -> Iterator[tuple[Phrase, Phrase]]:
    """The set phrases of a text that say something else in its translation.

    Args:
        source: plain text of either language.
        target: its translation.

    Yields:
        A phrase of the text and the one of the translation, where nothing else can be meant.
    """
    if not any(map(source.lower().__contains__, _TELLING)):
        return
    source, target = latin_digits(source), latin_digits(target)
    for find in (_shares, _wars):
        ours = list(find(source))
        theirs = list(find(target)) if len(ours) == 1 else []
        if len(theirs) == 1 and ours[0].value != theirs[0].value:
            yield ours[0], theirs[0]
    if "/" in source and "/" in target:
        yield from _turned(list(_slashed(source)), list(_slashed(target)))


def _shares(text: str) -> Iterator[Phrase]:
    lower = text.lower()
    for match in _SHARE.finditer(text) if any(part in lower for part in _PARTS) else ():
        count = match["count"].lower()
        value = _COUNTS.get(count) or int(count), _PARTS[match["part"].lower()]
        yield Phrase(value, Span(*match.span()))


def _wars(text: str) -> Iterator[Phrase]:
    is_of_war = "युद्ध" in text or "war" in text.lower()
    for number, pattern in enumerate(_WARS, start=1):
        for match in pattern.finditer(text) if is_of_war else ():
            yield Phrase(number, Span(*match.span()))


def _slashed(text: str) -> Iterator[Phrase]:
    for match in _SLASHED.finditer(text):
        yield Phrase((int(match["one"]), int(match["two"])), Span(*match.span()))


def _turned(ours: list[Phrase], theirs: list[Phrase]) -> Iterator[tuple[Phrase, Phrase]]:
    """``9/11`` that became 11/9."""
    here, there = ({phrase.value for phrase in phrases} for phrases in (ours, theirs))
    for one in ours:
        for two in theirs:
            is_turned = isinstance(one.value, tuple) and one.value[::-1] == two.value
            if is_turned and one.value not in there and two.value not in here:
                yield one, two
