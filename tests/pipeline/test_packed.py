"""Sequences whose items are made again when they are asked for."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from dualpress.pipeline.packed import Listed, Packed

MANY = 200
"""More than are packed as one."""


@given(
    items=st.lists(st.text(max_size=4), max_size=MANY),
    bounds=st.slices(MANY),
)
def test_it_reads_as_the_items_that_were_packed(items: list[str], bounds: slice) -> None:
    packed = Packed(items)
    assert (list(packed), len(packed)) == (items, len(items))
    assert [packed[place] for place in range(-len(items), len(items))] == items * 2
    assert packed[bounds] == items[bounds]


@given(items=st.lists(st.text(max_size=4), max_size=MANY), first=st.integers(0, MANY))
def test_what_is_appended_stands_behind_what_was_there(items: list[str], first: int) -> None:
    packed = Packed(items[:first])
    for number, item in enumerate(items[first:], start=len(items[:first])):
        packed.append(item)
        assert packed[number] == item
    assert packed == tuple(items)


def test_it_equals_what_has_the_same_items() -> None:
    packed = Packed(range(MANY))
    assert packed == Packed(range(MANY))
    assert packed == tuple(range(MANY))
    assert packed != tuple(range(MANY + 1))
    assert packed != (*range(MANY - 1), 0)
    assert packed != list(range(MANY))


def test_it_is_shown_with_its_items() -> None:
    assert repr(Packed("ab")) == "('a', 'b')"


def test_items_are_gone_through_once() -> None:
    rest = iter(range(MANY))
    assert Packed(rest)[-1] == MANY - 1
    assert next(rest, None) is None


@given(values=st.dictionaries(st.integers(), st.text(max_size=4)), seed=st.randoms())
def test_what_is_listed_reads_as_the_values_of_its_keys(
    values: dict[int, str], seed: random.Random
) -> None:
    keys = list(values)
    seed.shuffle(keys)
    first = {key: value for key, value in values.items() if key % 2}
    listed = Listed(keys, first, values)
    assert listed == tuple(values[key] for key in keys)
    assert listed == Packed(values[key] for key in keys)
    assert len(listed) == len(keys)


def test_of_two_mappings_that_have_a_key_the_first_counts() -> None:
    assert list(Listed("ba", {"a": 1}, {"a": 2, "b": 3})) == [3, 1]
