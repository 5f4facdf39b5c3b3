from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dualpress.checks.wordlist import WordList


def test_words_are_found_as_wholes() -> None:
    words = WordList("कहा said")
    assert words.is_in("उसने कहा।")
    assert words.is_in("He Said so")
    assert not words.is_in("कहानी")
    assert not words.is_in("unsaid")


def test_a_star_stands_for_all_that_begins_so() -> None:
    assert WordList("आरोप* alleg*").is_in("आरोपों से")
    assert WordList("alleg*").is_in("allegedly")


def test_an_underscore_is_a_space() -> None:
    assert WordList("के_अनुसार").is_in("पुलिस के अनुसार")
    assert not WordList("के_अनुसार").is_in("अनुसार")


def test_a_phrase_is_found_beside_words_of_its_list() -> None:
    words = WordList("के_अनुसार said so-called")
    assert words.is_in("पुलिस के अनुसार")
    assert words.is_in("the so-called law")
    assert not words.is_in("पुलिस के लिए अनुसार")


def test_spellings_of_a_word_are_one() -> None:
    assert WordList("ज़िम्मेदारी").is_in("जिम्मेदारी ली")
    assert WordList("सितंबर").is_in("सितम्बर")


@given(
    st.lists(st.text("abक", min_size=1, max_size=4), min_size=1, max_size=6),
    st.lists(st.text("abक", min_size=1, max_size=5), max_size=4),
)
def test_a_list_is_in_a_text_that_has_one_of_its_words(words: list[str], text: list[str]) -> None:
    assert WordList(" ".join(words)).is_in(" ".join(text)) is not set(words).isdisjoint(text)
    begun = any(other.startswith(word) for word in words for other in text)
    assert WordList(" ".join(f"{word}*" for word in words)).is_in(" ".join(text)) is begun
