"""Acronyms by the names of their letters, and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.text.transliteration import read_letters, spell_letters


@pytest.mark.parametrize(
    ("acronym", "spelled"),
    [
        ("BLA", "बीएलए"), ("U.S.", "यूएस"), ("PoK", "पीओके"), ("F-16", "एफ़-16"), ("JF-17", "जेएफ़-17"),
        ("EEZ", "ईईज़ेड"),
        ("DRDO", "डीआरडीओ"), ("WHO", "डब्ल्यूएचओ"), ("MPs", "एमपी"), ("BLA’s", "बीएलए"),
        ("TB2", "टीबी2"),
    ],
)  # fmt: skip
def test_letters_are_written_by_their_names_as_one_word(acronym: str, spelled: str) -> None:
    assert spell_letters(acronym) == spelled


@pytest.mark.parametrize(
    ("word", "acronym"),
    [
        ("बीएलए", "BLA"), ("बी.एल.ए.", "BLA"), ("बी एल ए", "BLA"), ("डब्लूएचओ", "WHO"),
        ("सीआइए", "CIA"), ("एफ-16", "F-16"), ("यूएस", "US"), ("आईएमएफ़", "IMF"),
    ],
)  # fmt: skip
def test_letter_names_in_full_are_read_as_an_acronym(word: str, acronym: str) -> None:
    assert read_letters(word)[0] == acronym


@pytest.mark.parametrize("word", ["नाटो", "के", "जी", "सेना", "16", "", "बीएलएक", "BLA"])
def test_other_words_are_not(word: str) -> None:
    assert read_letters(word) == ()


def test_a_name_that_two_letters_have_gives_both_readings() -> None:
    assert read_letters("एजी") == ("AG", "AZ")


def test_a_word_of_ever_so_many_readings_is_read() -> None:
    assert read_letters("जी" * 60)[0] == "G" * 60
    assert read_letters("जी" * 60 + "क्ष") == ()


@given(st.from_regex(r"[A-Z]{2,6}(-[0-9]{1,3})?", fullmatch=True))
def test_every_acronym_is_read_back(acronym: str) -> None:
    assert acronym in read_letters(spell_letters(acronym))
