import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.memory.words import words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The minister, 54, said: no.", ["the", "minister", "54", "said", "no"]),
        ("<g1>Red</g1> Sea<x2/>", ["red", "sea"]),
        ("वह दिल्ली गया।", ["वह", "दिल्ली", "गया"]),
        ("“…” — !", []),
        ("", []),
        ("\u200d", []),
    ],
)
def test_words(text: str, words: list[str]) -> None:
    assert words_of(text) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("US", "us"),
        ("हिन्दी", "हिंदी"),
        ("ज़मीन", "जमीन"),
        ("क\u094d\u200dया", "क्या"),
        ("१२ लोग", "12 लोग"),
        ("caf\u00e9", "cafe\u0301"),
    ],
)
def test_words_that_count_as_one(one: str, other: str) -> None:
    assert words_of(one) == words_of(other)


@given(st.text())
def test_words_have_nothing_that_the_index_takes_for_a_gap(text: str) -> None:
    for word in words_of(text):
        assert all(not letter.isascii() or letter.isalnum() for letter in word)
