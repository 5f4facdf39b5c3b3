from __future__ import annotations

import unicodedata

import pytest
import regex
from hypothesis import example, given
from hypothesis import strategies as st

from dualpress.text.devanagari import (
    WORD_END,
    WORD_START,
    is_devanagari,
    latin_digits,
    match_key_of,
)


def same(one: str, two: str) -> None:
    assert match_key_of(one) == match_key_of(two)


def differ(one: str, two: str) -> None:
    assert match_key_of(one) != match_key_of(two)


def test_spellings_that_are_one_word() -> None:
    same("हिन्दी", "हिंदी")
    same("सम्बन्ध", "संबंध")
    same("इन्टरनेट", "इंटरनेट")
    same("कमान्डर", "कमांडर")
    same("एन्टनी", "एंटनी")
    same("पाँच", "पांच")
    same("ज़मीन", "जमीन")
    same("क़ानून", "कानून")
    same("\u095e", "फ")
    same("\u0929", "\u0928\u093c")
    same("क्\u200dया", "क्या")
    same("\u092a\u0947\u095c", "\u092a\u0947\u0921\u093c")


def test_spellings_that_are_two_words() -> None:
    differ("पेड", "पेड़")
    differ("मोड", "मोड़")
    differ("गढ", "गढ़")
    differ("सम्मान", "संमान")
    differ("अन्न", "अंन")
    differ("जन्म", "जंम")
    differ("भारत", "भारतीय")
    differ("US", "us")


def test_word_limits_hold_where_those_of_python_fail() -> None:
    def count(word: str, text: str) -> int:
        return len(regex.findall(WORD_START + word + WORD_END, text))

    assert count("दिल्ली", "वह दिल्ली में") == 1
    assert count("राम", "रामा राम।") == 1
    assert count("क्या", "क्या\u200d") == 0


@pytest.mark.parametrize(
    ("char", "expected"), [("क", True), ("ि", True), ("।", False), ("५", False)]
)
def test_devanagari_letters(char: str, expected: bool) -> None:
    assert is_devanagari(char) is expected


def test_digits_keep_their_places() -> None:
    assert latin_digits("२०२४ में 5") == "2024 में 5"


TEXTS = st.text(st.sampled_from("कखनतमपहजड ़्ंँािी\u200c\u200d\u0958\u0929a1 ।"), max_size=20)


@given(TEXTS)
def test_key_is_the_same_for_all_normal_forms(text: str) -> None:
    assert len({match_key_of(unicodedata.normalize(f, text)) for f in ("NFC", "NFD")}) == 1


@given(TEXTS)
@example("\u094d\u200c\u093c")
def test_key_of_a_key_is_itself(text: str) -> None:
    assert match_key_of(match_key_of(text)) == match_key_of(text)
