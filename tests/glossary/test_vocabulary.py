"""The words of texts in a few bytes."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dualpress.article import plain_text
from dualpress.glossary.tokens import tokenise
from dualpress.glossary.vocabulary import Vocabulary, code_of, codes_in

_PIECES = [
    *("A. Q. Khan", "ए. पी. जे.", "G.\u00a0B."),
    *"U.S. Khan है। है. Khan's Khans’ un<g1>told</g1> <x1/> &lt; @BLA".split(),
    *("-", " ", "\n", "\u00ad", "\u200d", "\x1c", "a@b.org", "https://x.org/A.", "५", "%", "Š"),
]

texts = st.lists(st.sampled_from(_PIECES), max_size=8).map("".join) | st.text(max_size=30)


def codes(*some: str) -> frozenset[int]:
    return codes_in(Vocabulary().words(some))


@example(["https://x.org/A.\x1cun<g1>told</g1>"])
@given(st.lists(texts, max_size=3))
def test_no_word_of_a_text_is_missing(some: list[str]) -> None:
    tokens = [token for text in (*some, *map(plain_text, some)) for token in tokenise(text)]
    assert codes(*some) >= {code_of(token.key) for token in tokens}


def test_a_word_that_no_text_has_is_not_there() -> None:
    assert code_of("khan") not in codes("The river rose.", "नदी का पानी बढ़ गया।")


@pytest.mark.parametrize("text", ["Khan’s", "KHAN'S"])
def test_a_possessive_is_there_as_its_bare_word_too(text: str) -> None:
    assert code_of("khan") in codes(text)


@pytest.mark.parametrize(
    ("text", "word"), [("the A. Q. network", "aq"), ("है. ए. पी. जे. ने", "एपीजे")]
)
def test_initials_are_one_word_over_white_space(text: str, word: str) -> None:
    assert code_of(word) in codes(text)


def test_a_word_counts_four_bytes_and_each_once() -> None:
    assert len(Vocabulary().words(["rain rain", "Rain"])) == 4


def test_of_no_text_there_is_no_word() -> None:
    assert codes() == frozenset()
