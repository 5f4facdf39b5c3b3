"""Whole words are found in text alone, and replaced there alone."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import TAG
from dualpress.pipeline.words import around, find_words, put_words, word_pattern


def replaced(tagged: str, old: str, new: str) -> str:
    return put_words(tagged, find_words(tagged, word_pattern(old)), new)


@pytest.mark.parametrize(
    ("tagged", "old", "new", "expected"),
    [
        ("नदी का पानी बढ़ा।", "नदी", "सरिता", "सरिता का पानी बढ़ा।"),
        ("नदी में पानी", "पानी", "जल", "नदी में जल"),
        ("राम ने कहा", "राम", "श्याम", "श्याम ने कहा"),
        ("“नदी”, नदी।", "नदी", "सरिता", "“सरिता”, सरिता।"),
        ("<g1>नदी</g1> का पानी", "नदी", "सरिता", "<g1>सरिता</g1> का पानी"),
        ("नदी<x2/>नदी", "नदी", "सरिता", "सरिता<x2/>सरिता"),
        ("the BLA said", "BLA", "BNA", "the BNA said"),
        ("बढ़ गया|", "|", "।", "बढ़ गया।"),
        ("बढ़ गया.", "गया.", "गया।", "बढ़ गया।"),
        ("भारत सरकार ने", "भारत सरकार", "केंद्र सरकार", "केंद्र सरकार ने"),
    ],
)
def test_words_are_replaced(tagged: str, old: str, new: str, expected: str) -> None:
    assert replaced(tagged, old, new) == expected


@pytest.mark.parametrize(
    ("tagged", "old"),
    [
        ("रामा ने कहा", "राम"),  # a vowel sign goes on with the word
        ("परिणाम", "राम"),
        ("नदियों में", "नदी"),
        ("क्\u200dष", "क"),
        ("<g1>नदी</g1>यों में", "नदी"),  # so does what stands behind a tag
        ("न<g1>दी</g1> में", "नदी"),
        ("BLA2", "BLA"),
        ("<g1>एक</g1> <x2/>", "g1"),  # a tag is no text
        ("<g1>एक</g1> <x2/>", "x2"),
        ("Bla", "BLA"),
    ],
)
def test_parts_of_words_and_tags_are_left(tagged: str, old: str) -> None:
    assert find_words(tagged, word_pattern(old)) == []


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("word", ["क़लम", "पढ़ाई", "résumé", "ज़मीन"])
def test_a_word_is_found_in_any_normal_form(word: str, form: str) -> None:
    text = unicodedata.normalize(form, f"यह {word} है")  # type: ignore[arg-type]
    assert replaced(text, word, "x") == "यह x है"


def test_a_letter_typed_as_one_is_found_by_its_parts() -> None:
    assert replaced("\u0958लम", "क\u093cलम", "x") == "x"


def test_new_words_become_no_tag() -> None:
    assert replaced("एक दो", "दो", "<g1>") == "एक &lt;g1>"


def test_what_is_written_escaped_is_found_as_it_reads() -> None:
    assert replaced("tag &lt;g1> here", "here", "there") == "tag &lt;g1> there"


def test_a_place_is_shown_with_what_stands_around_it() -> None:
    tagged = "<g1>एक</g1> नदी, &lt;x1/>"
    (place,) = find_words(tagged, word_pattern("नदी"))
    assert around(tagged, place) == ("<g1>एक</g1> ", "नदी", ", &lt;x1/>")


words = st.sampled_from(
    ["नदी", "राम", "रामा", "the", "x2", " ", "।", "<g1>", "</g1>", "<x2/>", "&lt;"]
)
sentences = st.lists(words, max_size=12).map("".join)


@given(sentences, st.sampled_from(["नदी", "राम", "the", "x2"]))
def test_tags_stay_whatever_is_replaced(tagged: str, old: str) -> None:
    assert TAG.findall(replaced(tagged, old, "<x2/> नया")) == TAG.findall(tagged)


@given(sentences, st.sampled_from(["नदी", "राम", "the"]))
def test_the_words_around_a_place_are_the_sentence(tagged: str, old: str) -> None:
    for place in find_words(tagged, word_pattern(old)):
        before, word, after = around(tagged, place)
        assert word == old
        assert find_words(before + word + after, word_pattern(old)) == find_words(
            tagged, word_pattern(old)
        )
