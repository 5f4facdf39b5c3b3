from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.checks.ends import _END, end_of, is_bracketed, is_shortened, leads_on


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("He came.", "."),
        ("“वह आया।”", "।"),
        ("वह आया। (स्रोत: पीटीआई)", "।"),
        ("वह आया।(पीटीआई)", "।"),
        ("He came?! [1] ²", "?!"),
        ("He came.[citation needed]", "."),
        ("वह आया। #दिल्ली @ani $tsla", "।"),
        ("Is it? https://a.example/b?c=1", "?"),
        ("He came… 🙂 :-)", "…"),
    ],
)
def test_the_last_marks_end_a_text(text: str, mark: str) -> None:
    end = end_of(text)
    assert end is not None
    assert end.marks == mark


@pytest.mark.parametrize(
    "text",
    [
        "",
        "He came",
        "3.5 km (2 miles)",
        "Talks with the U.S. (Part 2)",
        "It ended. #delhi and more",
        "https://a.example/b",
        "He came :)",
    ],
)
def test_other_texts_have_no_end(text: str) -> None:
    assert end_of(text) is None


@pytest.mark.parametrize("text", ["Sons Ltd.", "the U.S.", "10 a.m.”", "टाटा संस लि.", "C. V."])
def test_the_stop_of_an_abbreviation_tells_of_no_end(text: str) -> None:
    end = end_of(text)
    assert end is not None
    assert is_shortened(text, end)


@pytest.mark.parametrize("text", ["He came.", "In Limited.", "लि।", "Sons Ltd?", "It is 5."])
def test_other_marks_tell_of_an_end(text: str) -> None:
    end = end_of(text)
    assert end is not None
    assert not is_shortened(text, end)


@pytest.mark.parametrize(("text", "closed"), [("(etc.)", True), ("“etc.”", False), ("etc.", False)])
def test_a_bracket_may_close_after_the_mark(text: str, closed: bool) -> None:
    end = end_of(text)
    assert end is not None
    assert is_bracketed(end) is closed


def test_a_colon_a_comma_and_a_dash_lead_on() -> None:
    assert all(leads_on(text) for text in ("He said:", "He said, ", "He said –", "इस प्रकार हैंः"))
    assert not any(leads_on(text) for text in ("He said", "पुनः", "He: said"))


@given(
    st.lists(
        st.sampled_from(
            ["a", ".", "?", "।", "…", "|", " ", "(", ")", "[", "]", "\n", "#b", ":)", "🙂"]
        )
        | st.sampled_from([" https://a.b", "http://c.", "://", " A. (", "”"]),
        max_size=12,
    ).map("".join)
)
def test_the_end_is_the_one_that_a_search_of_all_of_the_text_finds(text: str) -> None:
    end, found = end_of(text), _END.search(text)
    assert end == (found and (found["end"], found.start("end"), text[found.end("end") :]))


@given(st.text('ab.?।|")(# @🙂', max_size=40))
def test_an_end_reaches_to_the_end_of_the_text(text: str) -> None:
    end = end_of(text)
    assert end is None or text[end.start :] == end.marks + end.behind
