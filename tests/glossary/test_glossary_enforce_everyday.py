"""Everyday words in all their forms, and which spellings are of one word."""

import pytest
from mending import EN, HI

from dualpress.article import Language
from dualpress.glossary.enforcing.everyday import is_everyday
from dualpress.glossary.enforcing.variants import has_few_consonants, is_variant


@pytest.mark.parametrize("word", "बाद होती मिले कराने राशियों बड़े हाथी होंगी पूरी नज़र नजर".split())
def test_a_hindi_word_is_known_in_each_form(word: str) -> None:
    assert is_everyday(word, HI)


@pytest.mark.parametrize("word", "being Hungry later towns planned studies quickly".split())
def test_an_english_word_is_known_in_each_form(word: str) -> None:
    assert is_everyday(word, EN)


@pytest.mark.parametrize(
    ("word", "language"), [("बगदाद", HI), ("ग्वादार", HI), ("Gwadar", EN), ("Taleban", EN)]
)
def test_a_name_is_no_everyday_word(word: str, language: Language) -> None:
    assert not is_everyday(word, language)


@pytest.mark.parametrize(
    ("word", "form", "language"),
    [
        ("तालेबान", "तालिबान", HI),
        ("मोस्को", "मॉस्को", HI),
        ("म्यानमार", "म्यांमार", HI),
        ("फ़ॉकलैंड्स", "फ़ॉकलैंड", HI),
        ("Panjab", "Punjab", EN),
        ("Mugal", "Mughal", EN),
        ("Kaashi", "Kashi", EN),
    ],
)
def test_spellings_of_one_word(word: str, form: str, language: Language) -> None:
    assert is_variant(word, form, language)


@pytest.mark.parametrize(
    ("word", "form", "language"),
    [
        ("मिले", "माले", HI),
        ("बाद", "बगदाद", HI),
        ("कांग्रेसी", "कांग्रेस", HI),
        ("Iron", "Iran", EN),
        ("Kannada", "Canada", EN),
        ("Minister", "Manchester", EN),
    ],
)
def test_words_that_are_two(word: str, form: str, language: Language) -> None:
    assert not is_variant(word, form, language)


def test_a_lost_nasal_counts_only_beside_the_rest_of_a_name() -> None:
    assert is_variant("गाधी", "गांधी", HI, is_in_name=True)
    assert not is_variant("गाधी", "गांधी", HI)


def test_a_short_name_has_few_consonants() -> None:
    assert has_few_consonants("Assad", EN)
    assert not has_few_consonants("Taliban", EN)
