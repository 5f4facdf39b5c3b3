from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.checks.latin_names import latin_names


def names(target: str, source: str) -> list[str]:
    return [target[start:end] for start, end in latin_names(target, source)]


@pytest.mark.parametrize(
    ("target", "source", "name"),
    [
        ("Game of Thrones के स्टार", "a star of Game of Thrones", "Game of Thrones"),
        ("Mohammed bin Salman ने कहा", "Mohammed bin Salman said so", "Mohammed bin Salman"),
        ("गाना I Love it चला", "they played the song I Love it", "I Love it"),
        ("Statue of Unity देखें", "see the statue of unity", "Statue of Unity"),
        ("‘Fire and Fury’ छपी", "the book ‘Fire and Fury’ came out", "Fire and Fury"),
        ("“Home: Here and Now” छपी", "his “Home: Here and Now” is out", "Home: Here and Now"),
        (
            "Institute of Art and Law में",
            "he taught at the Institute of Art and Law",
            "Institute of Art and Law",
        ),
    ],
)
def test_titles_keep_their_small_words(target: str, source: str, name: str) -> None:
    assert names(target, source) == [name]


@pytest.mark.parametrize(
    ("target", "source"),
    [
        ("BLA and Google ने", "the BLA and Google said so"),  # two names
        ("In the Punjab सब", "In the Punjab all is well"),  # how a sentence begins
        ("Game of Thrones के", "a star of the series"),  # not in the source
        ("Ease of doing Business पर", "on the Ease of doing Business"),
        ("President of the ने", "the President of the republic said"),
        ("Army of Pakistan ने", "Army of Pakistan Says No"),  # a headline's capitals
        ("the Game ने", "the Game is lost"),
    ],
)
def test_other_words_are_left_over(target: str, source: str) -> None:
    assert names(target, source) == []


def test_the_english_of_a_term_may_stand_in_brackets_after_it() -> None:
    assert names("प्राणिकता (primality) है", "It is called primality.") == ["primality"]
    assert names("“वायु पिंड” ( air mass ) है", "an air mass") == ["air mass"]
    assert names("शिकार (prey) है", "food (prey) is there") == []
    assert names("शिकार (game) है", "food is there") == []
    assert names("Prey (prey) है", "prey is there") == []


def test_a_species_is_named_in_latin() -> None:
    assert names("Y. pestis के स्ट्रेन", "strains of Y. pestis") == ["Y. pestis"]
    assert names("U.S. army ने", "the U.S. army said") == []
    assert names("Y. orientalis के", "strains of Y. pestis") == []


def test_authors_are_cited_in_latin() -> None:
    assert names("Zhou et al. का मत", "as Zhou et al. say") == ["et al"]
    assert names("et al का मत", "et al say") == []


@given(st.text("Aa (of)'“”.क ", max_size=40), st.text("Aa (of)'“”. ", max_size=40))
def test_names_are_spans_of_the_target(target: str, source: str) -> None:
    for start, end in latin_names(target, source):
        assert 0 <= start < end <= len(target)
