from __future__ import annotations

import regex
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import Language
from dualpress.checks import Pair
from dualpress.text.devanagari import WORD_CHAR


def pair(source: str, target: str) -> Pair:
    return Pair(source, target, Language.EN, Language.HI)


def test_words_are_those_of_a_reader() -> None:
    one = pair("<g1>The</g1> F-16s don’t", "वे <x1/>क्\u200dया 5")
    assert one.source_words == ("the", "f", "16s", "don", "t")
    assert one.target_words == ("वे", "क्\u200dया", "5")


def test_sentences_are_those_of_each_language() -> None:
    one = pair("He left. <g1>I</g1> stayed.", "वह गया। मैं रुका।")
    assert [one.source_text[slice(*span)] for span in one.source_sentences] == [
        "He left.",
        "I stayed.",
    ]
    assert [one.target_text[slice(*span)] for span in one.target_sentences] == [
        "वह गया।",
        "मैं रुका।",
    ]


@given(st.text())
def test_folding_the_case_makes_no_word_and_takes_none_away(text: str) -> None:
    words = [
        word.casefold() for word in regex.findall(rf"{WORD_CHAR}+", pair("", text).target_text)
    ]
    assert list(pair("", text).target_words) == words
