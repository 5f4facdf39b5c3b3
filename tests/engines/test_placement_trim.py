"""What stays as it is at the edges of a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.engines.placement import trimmed
from dualpress.tags import tag_faults


@pytest.mark.parametrize(
    ("source", "before", "core", "after"),
    [
        ("It was $3 billion.<g1><g2>1</g2></g1>", "", "It was $3 billion.", "<g1><g2>1</g2></g1>"),
        ("It fell.<g1>[1]</g1><g2>[2]</g2>", "", "It fell.", "<g1>[1]</g1><g2>[2]</g2>"),
        ("वह गिरा।<g1>*</g1>", "", "वह गिरा।", "<g1>*</g1>"),
        ("See Jones. <g1>↩︎</g1>", "", "See Jones.", " <g1>↩︎</g1>"),
        ("He said “no.”<x1/>", "", "He said “no.”", "<x1/>"),
        (
            "<g1>★★</g1><g2>☆</g2> Good <g3>one</g3>",
            "<g1>★★</g1><g2>☆</g2> ",
            "Good <g3>one</g3>",
            "",
        ),
    ],
)
def test_marks_at_the_edges_are_set_apart(source: str, before: str, core: str, after: str) -> None:
    assert trimmed(source) == (before, core, after)


@pytest.mark.parametrize(
    "source",
    [
        "It ended in <g1>2024</g1>",
        "It ended. <g1>2024</g1>",
        "Article No. <g1>5</g1>",
        "It rose<g1>1</g1>.",
        "It rose. <g1>More</g1>",
        "Run <x1/>",
        "<x1/> runs.",
        "<g1>1</g1>",
        "<g1>★</g1>",
        "Plain.",
    ],
)
def test_words_numbers_and_what_may_stand_for_a_word_stay(source: str) -> None:
    assert trimmed(source) == ("", source, "")


PIECES = st.lists(
    st.sampled_from(["a", ".", " ", "<g1>1</g1>", "<g2>[2]</g2>", "<x3/>", "<g4>★<x5/></g4>", "।"]),
    unique=True,
)


@given(PIECES.map("".join))
def test_the_parts_are_the_sentence_and_no_tag_is_cut(source: str) -> None:
    parts = trimmed(source)
    assert "".join(parts) == source
    assert all(tag_faults(part, part) == [] for part in parts)
