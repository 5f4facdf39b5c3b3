"""Patches change what they name and nothing else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import Span
from dualpress.html.encoding import decode
from dualpress.html.patches import Patch, apply_patches

SOURCE = decode("0123456789").source


def test_no_patch_no_change() -> None:
    assert apply_patches(SOURCE, []) == b"0123456789"


def test_replace_and_insert() -> None:
    patches = [Patch.replace(Span(2, 4), "ab"), Patch.insert(2, "<"), Patch.insert(4, ">")]
    assert apply_patches(SOURCE, patches) == b"01<ab>456789"


def test_insertions_at_one_place_stand_in_the_order_given() -> None:
    assert apply_patches(SOURCE, [Patch.insert(1, "a"), Patch.insert(1, "b")]) == b"0ab123456789"


def test_kept_spans_change_places_and_are_patched_inside() -> None:
    outer = Patch(Span(1, 9), ("[", Span(6, 8), "-", Span(2, 4), "]"))
    inner = [Patch.replace(Span(2, 3), "x"), Patch.replace(Span(7, 8), "y")]
    assert apply_patches(SOURCE, [*inner, outer]) == b"0[6y-x3]9"


def test_what_a_patch_drops_is_dropped_with_its_patches() -> None:
    assert apply_patches(SOURCE, [Patch.replace(Span(1, 9), "-"), Patch.insert(5, "x")]) == b"0-9"


def test_an_insertion_at_the_edge_of_a_replacement_stays() -> None:
    patches = [Patch.replace(Span(1, 9), "-"), Patch.insert(1, "<"), Patch.insert(9, ">")]
    assert apply_patches(SOURCE, patches) == b"0<->9"


def test_an_insertion_between_two_kept_spans_is_made_once() -> None:
    outer = Patch(Span(1, 9), (Span(4, 6), Span(2, 4)))
    assert apply_patches(SOURCE, [outer, Patch.insert(4, "x")]) == b"0x45239"


def test_overlapping_patches_are_a_mistake() -> None:
    with pytest.raises(ValueError, match="overlap"):
        apply_patches(SOURCE, [Patch.replace(Span(1, 5), "a"), Patch.replace(Span(4, 8), "b")])


@given(st.lists(st.tuples(st.integers(0, 10), st.text(max_size=3)), max_size=8))
def test_insertions_taken_out_give_the_source(insertions: list[tuple[int, str]]) -> None:
    patches = [Patch.insert(offset, text) for offset, text in insertions]
    data = apply_patches(SOURCE, patches)
    assert len(data) == 10 + sum(len(text.encode()) for _, text in insertions)
    assert apply_patches(SOURCE, [*patches, Patch(Span(0, 10), (Span(0, 10),))]) in (data,)
