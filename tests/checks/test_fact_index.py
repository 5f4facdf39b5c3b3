"""Facts that contradict each other are found as if each were compared with each."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from dualpress.checks.fact_index import FactIndex

Said = tuple[int, str, frozenset[str]]

SAID = st.tuples(
    st.integers(-2, 1),
    st.sampled_from(["dead", "days"]),
    st.frozensets(st.sampled_from("abcdef"), max_size=6),
)


def contradict(one: Said, two: Said) -> bool:
    (value, counted, words), (other, other_counted, other_words) = one, two
    fewer, more = sorted((words, other_words), key=len)
    is_one_thing = counted == other_counted and len(fewer) >= 3 and fewer <= more
    return is_one_thing and value != other


def contradictions(said: Sequence[Said]) -> dict[int, int]:
    index = FactIndex()
    for place, (value, counted, words) in enumerate(said):
        index.add(10 * place, Fraction(value), counted, words)
    return index.contradictions()


@given(st.lists(SAID, max_size=30))
def test_each_fact_is_told_the_earliest_that_contradicts_it(said: list[Said]) -> None:
    earlier = [
        next((at for at, one in enumerate(said[:place]) if contradict(one, fact)), None)
        for place, fact in enumerate(said)
    ]
    expected = {10 * place: 10 * at for place, at in enumerate(earlier) if at is not None}

    found = contradictions(said)

    assert found == expected
    assert list(found) == sorted(found)
