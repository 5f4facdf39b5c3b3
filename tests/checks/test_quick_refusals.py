"""What spares a check its dear patterns never spares it a finding."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import Language
from dualpress.checks import (
    Pair,
    attribution,
    copied,
    dates,
    doubled,
    names,
    negation,
    sentence_end,
)
from dualpress.text.numbers import halves

PIECES = st.sampled_from(
    "said Says told the reporters argue s say announced that according to alleged Reportedly "
    "claims claimed not Not cannot don’t won't never Neither nobody no one NO doubt word "
    "Mr. Dr Prime Minister Spokesman Ravi Shankar Kumar March May 5 August's Mondays Friday in "
    "the the night morning at 8 pm 5 a.m. के के अनुसार ने कहा है कि बताया दावा किया मुताबिक़ कथित आरोप "
    "नहीं नही न सुबह 8 बजे रात है है , ( ) । ॥ .। “ ” _ - . 1/2".split()
)
GAPS = st.sampled_from([" ", " ", " ", "  ", "", "\u00a0", "-", "\u200d"])
TEXTS = st.lists(st.tuples(PIECES, GAPS), max_size=8).map(
    lambda parts: "".join(piece + gap for piece, gap in parts)
)


def words_of(text: str) -> tuple[str, ...]:
    return Pair(text, "", Language.EN, Language.HI).source_words


PATTERNS: list[tuple[regex.Pattern[str], frozenset[str]]] = [
    *(
        (way.source, way.telling)
        for language in Language
        for way in attribution._ATTRIBUTIONS[language]
    ),
    (negation._ENGLISH, negation._TELLING[Language.EN]),
    (negation._HINDI, negation._TELLING[Language.HI]),
    *names._PERSONS,
    (dates._ENGLISH, dates._TELLING),
]


@pytest.mark.parametrize(("pattern", "telling"), PATTERNS)
@given(text=TEXTS)
def test_what_a_pattern_finds_has_a_word_that_tells(
    pattern: regex.Pattern[str], telling: frozenset[str], text: str
) -> None:
    if pattern.search(text):
        assert not telling.isdisjoint(words_of(text))


@given(TEXTS)
def test_two_ends_of_a_sentence_are_announced(text: str) -> None:
    if sentence_end._DOUBLE_END.search(text):
        assert sentence_end._has_two_ends(text)


@given(TEXTS)
def test_a_doubled_word_is_found_whatever_was_refused(text: str) -> None:
    for language in Language:
        pair = Pair("", text, Language.EN, language)
        spans = [match.span() for match in doubled._PATTERNS[language].finditer(text)]
        assert [finding.span for finding in doubled.DoubledCheck().run(pair)] == spans


@given(TEXTS, st.sampled_from([str.upper, str.title, "“{}”".format, str.strip]))
def test_a_copy_begins_with_the_word_of_its_source(text: str, change: Callable[[str], str]) -> None:
    pair = Pair(text, change(text), Language.EN, Language.HI)
    if copied._words(pair.source_text) == copied._words(pair.target_text):
        assert pair.source_words[:1] == pair.target_words[:1]


@given(TEXTS, st.sampled_from(Language))
def test_no_time_is_overlooked(text: str, language: Language) -> None:
    patterns = halves._LATIN, halves._spoken(language)
    count = sum(len(list(pattern.finditer(text))) for pattern in patterns)
    assert len(halves.find_hours(text, language)) == count
