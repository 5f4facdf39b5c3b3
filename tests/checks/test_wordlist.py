from __future__ import annotations

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


def test_spellings_of_a_word_are_one() -> None:
    assert WordList("ज़िम्मेदारी").is_in("जिम्मेदारी ली")
    assert WordList("सितंबर").is_in("सितम्बर")


def test_spans_are_in_the_text_itself() -> None:
    text = "पहले हिन्दी, फिर हिंदी"
    assert [text[slice(*span)] for span in WordList("हिंदी").find(text)] == ["हिन्दी", "हिंदी"]
