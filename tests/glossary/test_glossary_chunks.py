"""The pieces of a text are told fast, and are those that its words are cut from."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import Language
from dualpress.glossary import Kind, Matcher, Term
from dualpress.glossary.tokens import chunks_of, find_chunks, simple_keys, tokenise

PIECES = st.sampled_from(
    "New Delhi’s Delhi's treaty. A. ए. U.S. <g1> </g1> हिन्दी, ज़मीन। IT, १२ word\u00ad e\u0301 ."
    .split(" ")
)  # fmt: skip
GAPS = st.sampled_from([" ", "  ", "", "\n", "\t", "\u00a0", "\x1c", "\x1f", "\u2028"])
TEXTS = st.lists(st.tuples(PIECES, GAPS), max_size=8).map(
    lambda parts: "".join(piece + gap for piece, gap in parts)
)


@given(TEXTS)
def test_the_pieces_are_those_that_have_places(text: str) -> None:
    assert chunks_of(text) == [chunk[0] for chunk in find_chunks(text)]


@given(TEXTS)
def test_what_is_simple_has_the_keys_of_its_tokens(text: str) -> None:
    for chunk in chunks_of(text):
        if keys := simple_keys(chunk):
            assert keys == tuple(token.key for token in tokenise(chunk))


def test_a_word_and_its_mark_are_simple() -> None:
    assert simple_keys("Delhi,") == ("delhi", ",")


def test_a_term_goes_on_behind_a_piece_without_a_word() -> None:
    matcher = Matcher([Term("New Delhi", "नई दिल्ली", Kind.PLACE)], Language.EN)
    found = matcher.find("to New <g1> Delhi </g1> and New York")
    assert [match.span for match in found] == [(3, 17)]


def test_a_term_of_one_place_is_found_where_its_first_word_stands_twice() -> None:
    matcher = Matcher([Term("New Delhi", "नई दिल्ली", Kind.PLACE)], Language.EN)
    text = "New roads in New Delhi, new ones"
    assert [text[slice(*match.span)] for match in matcher.find(text)] == ["New Delhi"]
