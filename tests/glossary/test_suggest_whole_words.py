"""Names are found as whole words, as a pattern of their own would find them."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from dualpress.glossary.proposals.whole_words import stands_in
from dualpress.text.devanagari import WORD_END, WORD_START

LETTERS = "aAs -.कि्\u200d1"


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Orma", "Ormara is old, Orma is not.", True),
        ("Orma", "Ormara is old.", False),
        ("नदी", "नदियाँ और नदीतट", False),
        ("Orma", "Two Ormas met.", False),
    ],
)
def test_a_part_of_a_word_is_no_name(name: str, text: str, *, found: bool) -> None:
    assert stands_in(name, text) is found


def test_a_name_may_go_on_with_an_ending() -> None:
    assert stands_in("Orma", "Two Ormas met.", ("", "s"))
    assert not stands_in("Orma", "Two Ormast met.", ("", "s"))


@given(st.text(LETTERS, min_size=1, max_size=3), st.text(LETTERS, max_size=12))
def test_what_is_found_is_what_a_pattern_finds(name: str, text: str) -> None:
    whole = WORD_START + regex.escape(name)
    assert stands_in(name, text) is bool(regex.search(whole + WORD_END, text))
    assert stands_in(name, text, ("", "s")) is bool(regex.search(f"{whole}s?{WORD_END}", text))
