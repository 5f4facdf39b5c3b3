"""What is done at once where a page has nothing odd: the same as the long way gives."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from dualpress.html import atoms, flow, page_marks, read_html, runs, segments
from dualpress.text import abbreviations
from dualpress.text.abbreviations import inner_stops

PIECES = (
    "One two. Three",
    "Mr. Rao of the U.S. said so. He",
    "एक दो। तीन",
    "3",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\u00a0",
    "\u200b",
    "\x01",
    "\ud800",
    "&amp;",
    "&nbsp;",
    "&#32;",
    "&lt;",
    "g1>",
    "www.a.in",
    "a@b.in",
    "<b>",
    "</b>",
    "<i>",
    "</i>",
    "<sup>",
    "</sup>",
    "<br>",
    "<p>",
    "</p>",
    "<li>",
    "<code>x</code>",
    "<x-y>",
    "</x-y>",
    "<!-- c -->",
    "<img alt='One'>",
    "{{ x }}",
    "{{<a>}}",
    "<% y %>",
    "[caption a=1]",
    "[/caption]",
    "[tip]",
    "[/tip]",
    "[sic]",
)
MARKUP = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)


def assert_same_segments(markup: str, module: object, name: str, value: object) -> None:
    short = read_html(markup)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, name, value)
        long = read_html(markup)
    assert (short.segments, short.blocks) == (long.segments, long.blocks)


@example("\n One  two. <b> Three</b> four\x01 \n")
@given(MARKUP)
def test_a_text_with_nothing_odd_is_cut_into_the_same_atoms(markup: str) -> None:
    assert_same_segments(markup, atoms, "_ODD", re.compile(""))


@example("<x-y>One</x-y> <x-y>two</x-y>")
@example("One<br><br>two <b>three")
@given(MARKUP)
def test_a_flow_that_nothing_may_part_is_one_run(markup: str) -> None:
    assert_same_segments(markup, runs, "_may_part", lambda item: True)


@example("<p>\n One two. Three four.\u00a0 </p><p>1</p><sup>2</sup>")
@given(MARKUP)
def test_a_run_of_one_bare_text_is_cut_into_the_same_sentences(markup: str) -> None:
    assert_same_segments(markup, flow, "bare_text", lambda item, raw: None)


@example("www.a.in")
@given(MARKUP)
def test_what_begins_with_a_word_has_words(markup: str) -> None:
    assert_same_segments(markup, segments, "_BEGINS_WITH_WORD", re.compile("(?!)"))


@example("One <% y %> two")
@example("[tip]<b>One</b>[/tip] two {{<a>}} three")
@given(MARKUP)
def test_marks_begin_only_where_there_is_a_sign_of_one(markup: str) -> None:
    assert_same_segments(markup, page_marks, "has_marks", lambda text: True)


WORDS = st.sampled_from("Mr said No et al iv XX dr Dept डॉ पी x a.m U.S 4 Rs".split())
SENTENCES = st.lists(
    st.tuples(WORDS, st.sampled_from([".", ". ", " ", ". 4", ".) "])).map("".join), max_size=8
).map("".join)


@example("Mr. Rao of No. 4, et al. iv. He said.")
@given(SENTENCES)
def test_a_word_in_no_list_has_no_inner_stop(text: str) -> None:
    short = list(inner_stops(text))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(abbreviations, "_is_plain", lambda word: False)
        assert list(inner_stops(text)) == short
