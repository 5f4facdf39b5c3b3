"""Hypotheses as plain data."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dualpress.engines.base import Attention, Hypothesis
from dualpress.engines.cluster.plain import from_plain, to_plain

WORDS = st.lists(st.text(max_size=5), max_size=3).map(tuple)
WEIGHTS = st.lists(st.lists(st.floats(0, 1), max_size=3).map(tuple), max_size=3).map(tuple)
ATTENTION = st.builds(Attention, WORDS, WORDS, WEIGHTS)
SCORES = st.none() | st.floats(max_value=0, allow_infinity=False)


@given(st.builds(Hypothesis, st.text(), SCORES, st.none() | ATTENTION, WORDS))
def test_a_hypothesis_comes_back_as_it_was(hypothesis: Hypothesis) -> None:
    assert from_plain(to_plain(hypothesis)) == hypothesis


def test_nothing_but_plain_data_travels() -> None:
    seen = Attention(("a",), ("b",), ((1.0,),))
    assert to_plain(Hypothesis("b", -0.5, seen, ("Cut.",))) == (
        "b",
        -0.5,
        (("a",), ("b",), ((1.0,),)),
        ("Cut.",),
    )
