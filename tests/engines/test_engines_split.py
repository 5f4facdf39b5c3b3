"""Cutting sentences that are too long, and joining what comes of their parts."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from dualpress.engines._join import join_parts
from dualpress.engines._split import split_long
from dualpress.engines.base import Attention, Hypothesis

_TEXT = st.text(alphabet="ab \u0915\u093f\u094d,;।.\u00a0\n", max_size=60)


def cut(text: str, limit: int) -> list[str]:
    return split_long(text, limit, len)


def test_short_text_stays_whole() -> None:
    assert cut("As short as this.", 17) == ["As short as this."]


def test_cuts_after_a_clause_nearest_to_the_middle() -> None:
    assert cut("one two; three; four five six", 28) == ["one two; three; ", "four five six"]


def test_prefers_a_clause_to_a_comma() -> None:
    assert cut("one, two, three; four, five", 26) == ["one, two, three; ", "four, five"]


def test_cuts_after_a_danda() -> None:
    assert cut("वह घर आया। वह सो गया", 18) == ["वह घर आया। ", "वह सो गया"]


def test_closing_quote_stays_with_its_clause() -> None:
    assert cut("“एक दो तीन।” चार पाँच छह", 20) == ["“एक दो तीन।” ", "चार पाँच छह"]


def test_clause_at_the_very_end_is_no_place_to_cut() -> None:
    assert cut("No: one two three four five", 26) == ["No: one two ", "three four five"]


def test_without_clauses_cuts_between_words() -> None:
    assert cut("one two three", 12) == ["one two ", "three"]


def test_no_cut_within_a_number() -> None:
    assert cut("1,000,000 or 10,00,000", 14) == ["1,000,000 ", "or 10,00,000"]


def test_without_spaces_cuts_between_syllables_only() -> None:
    syllables = ["हि", "न्दी"] * 8
    parts = cut("".join(syllables), 10)
    assert [syllable for part in parts for syllable in regex.findall(r"\X", part)] == syllables


@given(_TEXT, st.integers(1, 20))
def test_joined_parts_are_the_text(text: str, limit: int) -> None:
    assert "".join(cut(text, limit)) == text


@given(_TEXT, st.integers(1, 20))
def test_no_part_is_too_long_unless_one_syllable(text: str, limit: int) -> None:
    for part in cut(text, limit):
        assert len(part) <= limit or len(regex.findall(r"\X", part)) == 1


def test_one_part_keeps_its_translations() -> None:
    translations = [Hypothesis("अ", -1.0), Hypothesis("आ", -2.0)]
    assert join_parts(["a"], [translations]) == translations


def test_parts_are_joined_rank_by_rank_with_a_note() -> None:
    first = [Hypothesis("अ"), Hypothesis("आ")]
    second = [Hypothesis("इ"), Hypothesis("ई"), Hypothesis("उ")]
    joined = join_parts(["a; ", "b"], [first, second])
    assert [hypothesis.text for hypothesis in joined] == ["अ इ", "आ ई"]
    assert joined[0].notes == ("Too long for the model: translated in 2 parts.",)


def test_parts_cut_without_a_space_are_joined_without_one() -> None:
    assert join_parts(["a", "b"], [[Hypothesis("अ")], [Hypothesis("इ")]])[0].text == "अइ"


def test_score_is_the_mean_by_length() -> None:
    joined = join_parts(["aaa", "b"], [[Hypothesis("अ", -1.0)], [Hypothesis("इ", -2.0)]])
    assert joined[0].score == pytest.approx(-1.25)


def test_attention_of_parts_is_put_side_by_side() -> None:
    one = Attention(("a", "b"), ("अ",), ((0.7, 0.3),))
    two = Attention(("c",), ("इ", "ई"), ((1.0,), (0.9,)))
    joined = join_parts(
        ["ab ", "c"], [[Hypothesis("अ", attention=one)], [Hypothesis("इई", attention=two)]]
    )
    assert joined[0].attention == Attention(
        ("a", "b", "c"),
        ("अ", "इ", "ई"),
        ((0.7, 0.3, 0.0), (0.0, 0.0, 1.0), (0.0, 0.0, 0.9)),
    )
