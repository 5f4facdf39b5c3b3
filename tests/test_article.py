"""The notation of inline tags: text comes back as it was, and is never read as a tag."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import TAG, escape_tags, plain_text, split_tags, unescape_tags

PIECES = st.lists(
    st.sampled_from([*"<>/&;gx1 aक", "amp;", "lt;", "&lt;", "&amp;", "<g1>", "</g1>", "<x2/>"]),
    max_size=12,
).map("".join)


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("R&D", "R&D"),
        ("a < b", "a < b"),
        ("<b>", "<b>"),
        ("<g1>", "&lt;g1>"),
        ("</g1>", "&lt;/g1>"),
        ("<x2/>", "&lt;x2/>"),
        ("<g1 />", "&lt;g1 />"),
        ("&lt;", "&amp;lt;"),
        ("&amp;lt;", "&amp;amp;lt;"),
        ("&amp;", "&amp;"),
    ],
)
def test_escape(text: str, escaped: str) -> None:
    assert escape_tags(text) == escaped
    assert unescape_tags(escaped) == text


@given(PIECES)
def test_plain_text_is_what_stands_between_the_tags(tagged: str) -> None:
    assert plain_text(tagged) == "".join(text for text, _ in split_tags(tagged))


@given(PIECES)
def test_any_text_comes_back(text: str) -> None:
    assert unescape_tags(escape_tags(text)) == text


@given(PIECES)
def test_no_text_reads_as_a_tag(text: str) -> None:
    assert TAG.search(escape_tags(text)) is None
    assert plain_text(escape_tags(text)) == text


def test_split_tags() -> None:
    pieces = [
        (text, tag[0] if tag else None) for text, tag in split_tags("a<g1>b<x2/></g1>&lt;g9>")
    ]
    assert pieces == [("a", "<g1>"), ("b", "<x2/>"), ("", "</g1>"), ("<g9>", None)]
