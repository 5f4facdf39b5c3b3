from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import Language
from dualpress.estimation.letters import LetterModel, count_letters, read_letters
from dualpress.estimation.words import is_written_in, keys_of, words_of


def test_runs_of_letters_are_counted_with_the_edges_of_the_word() -> None:
    counts = count_letters(["ab", "ab"])
    assert counts == {
        " ": 4,
        "a": 2,
        "b": 2,
        " a": 2,
        "ab": 2,
        "b ": 2,
        " ab": 2,
        "ab ": 2,
        " ab ": 2,
    }


def test_the_figure_is_that_of_witten_and_bell() -> None:
    model = LetterModel({"a": 1, " ": 2, " a": 1, "a ": 1})
    letter = (1 + 2 * (1 / 200)) / (3 + 2)
    edge = (2 + 2 * (1 / 200)) / (3 + 2)
    after_edge = (1 + 1 * letter) / (1 + 1)
    after_letter = (1 + 1 * edge) / (1 + 1)
    expected = (math.log(after_edge) + math.log(after_letter)) / 2
    assert model.usual("a") == pytest.approx(expected)


def test_a_model_that_has_seen_nothing_has_an_answer() -> None:
    assert LetterModel({}).usual("a") == pytest.approx(math.log(1 / 200))


@pytest.mark.parametrize(
    ("language", "usual", "unusual"),
    [(Language.EN, "government", "gxvrnqmt"), (Language.HI, "सरकार", "ङझढ़ठ")],
)
def test_the_shipped_models_know_a_word_from_debris(
    language: Language, usual: str, unusual: str
) -> None:
    model = read_letters(language)
    assert model.usual(usual) > model.usual(unusual) + 1


@given(st.text(st.characters(categories=["L", "M"]), min_size=1, max_size=30))
def test_it_is_a_log_probability(word: str) -> None:
    model = LetterModel(count_letters(["river", "नदी"]))
    assert -20 < model.usual(word) <= 0


def test_words_of_hindi_are_whole() -> None:
    assert words_of("संधि, 1960 की: “क्‍या”") == ["संधि", "की", "क्‍या"]


def test_spellings_of_one_word_have_one_key() -> None:
    assert len(set(keys_of(["हिन्दी", "हिंदी"]))) == 1


@pytest.mark.parametrize(
    ("word", "language", "expected"),
    [
        ("नदी", Language.HI, True),
        ("नदी", Language.EN, False),
        ("river", Language.EN, True),
        ("река", Language.EN, False),
    ],
)
def test_the_script_of_a_word(word: str, language: Language, expected: bool) -> None:
    assert is_written_in(word, language) is expected
