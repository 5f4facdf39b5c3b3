"""Facts that contradict each other are found as if each were compared with each."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import partial

from hypothesis import given
from hypothesis import strategies as st

from dualpress.checks.fact_index import Fact, FactIndex

Said = tuple[int, frozenset[str]]


def facts_of(said: Sequence[Said]) -> list[Fact]:
    return [
        Fact(place, Fraction(value), f"{value} dead in {place}", "dead", partial(frozenset, words))
        for place, (value, words) in enumerate(said)
    ]


def contradict(one: Fact, two: Fact) -> bool:
    fewer, more = sorted((one.about(), two.about()), key=len)
    return one.value != two.value and len(fewer) >= 3 and fewer <= more


@given(
    st.lists(
        st.tuples(st.integers(0, 3), st.frozensets(st.sampled_from("abcdef"), max_size=6)),
        max_size=30,
    )
)
def test_each_fact_is_told_the_earliest_that_contradicts_it(said: list[Said]) -> None:
    facts, index = facts_of(said), FactIndex()

    expected = [
        next((one.written for one in facts[:place] if contradict(one, fact)), None)
        for place, fact in enumerate(facts)
    ]

    assert [index.add(fact) for fact in facts] == expected


def test_what_is_counted_once_is_not_taken_apart() -> None:
    def never() -> frozenset[str]:
        raise AssertionError

    assert FactIndex().add(Fact(0, Fraction(1), "1 dead", "dead", never)) is None
