from pathlib import Path

import pytest
from catalog_support import catalog, entry, only, texts
from hypothesis import given
from hypothesis import strategies as st

from dualpress.catalog import read_catalog, rendered_source, write_catalog
from dualpress.catalog.approved import (
    SPLIT,
    approved_in,
    boundary_of,
    forget,
    has_numbers_put_in,
    remember,
)
from dualpress.states import Approved
from dualpress.translation import is_blank

PAIR = Approved("12 died.", "12 मारे गए।")
WORDS = texts.filter(lambda text: not is_blank(text))


@given(st.builds(Approved, texts.filter(bool), WORDS))
def test_what_was_approved_is_kept_word_for_word(approved: Approved) -> None:
    comments = remember(("Asha: hm",), approved)
    assert approved_in(entry("15 died.", comments=comments)) == approved


@given(st.builds(Approved, texts.filter(bool), WORDS))
def test_comments_that_a_tool_trimmed_say_the_same(approved: Approved) -> None:
    comments = tuple(line.strip() for line in remember((), approved))
    assert all("\n" not in line for line in comments)
    assert approved_in(entry("15 died.", comments=comments)) == approved


def test_the_file_keeps_it(tmp_path: Path) -> None:
    approved = Approved('He said "no"\\n\n', " “नहीं”\u2028 ")
    before = entry("15 died.", "मसौदा", fuzzy=True, comments=remember((), approved))
    write_catalog(catalog(before), tmp_path / "hi.po")
    assert approved_in(only(read_catalog(tmp_path / "hi.po"))) == approved


def test_quotation_marks_stand_as_they_are() -> None:
    (source, _) = remember((), Approved('He said "no".', "क"))
    assert source == 'source before: He said "no".'


def test_no_line_is_added_twice() -> None:
    once = remember(("Asha: hm",), PAIR, numbers=[("12", "15")], line=SPLIT)
    assert remember(once, PAIR, numbers=[("12", "15")], line=SPLIT) == once


def test_a_later_edit_takes_the_place_of_an_earlier_one() -> None:
    once = remember(("Asha: hm",), PAIR, numbers=[("12", "15")])
    assert remember(once, PAIR, numbers=[("12", "17"), ("3", "4")])[-1] == (
        "numbers put in: 12 → 17, 3 → 4"
    )


def test_what_others_wrote_stays() -> None:
    comments = ("Asha: hm", "", "ok: numbers given in words", "? is this right")
    assert forget(remember(comments, PAIR, numbers=[("1", "2")], line=SPLIT)) == comments


def test_lines_are_found_by_what_they_say() -> None:
    told = entry("a", comments=remember((), PAIR, numbers=[("1", "2")], line=SPLIT))
    assert boundary_of(told) == SPLIT
    assert has_numbers_put_in(told)
    assert boundary_of(entry("a")) is None
    assert not has_numbers_put_in(entry("a"))


def test_what_a_human_confirmed_has_the_boundaries_of_now() -> None:
    assert boundary_of(entry("a", "क", comments=remember((), line=SPLIT))) is None


@pytest.mark.parametrize("missing", [0, 1])
def test_half_a_pair_is_none(missing: int) -> None:
    comments = [line for number, line in enumerate(remember((), PAIR)) if number != missing]
    assert approved_in(entry("a", comments=tuple(comments))) is None


def test_a_broken_escape_is_no_pair() -> None:
    comments = ("source before: a", "translation before: \\340")
    assert approved_in(entry("a", comments=comments)) is None


def test_what_a_human_confirmed_since_goes_before_what_is_remembered() -> None:
    assert approved_in(entry("15 died.", "ख", comments=remember((), PAIR))) == ("15 died.", "ख")


def test_a_stale_translation_is_what_was_approved_for_its_previous_source() -> None:
    assert approved_in(entry("b", "क", fuzzy=True, previous="a")) == ("a", "क")


def test_a_translation_with_numbers_put_in_says_the_source_of_now() -> None:
    stale = entry("15 died.", "15", fuzzy=True, previous="12 died.")
    patched = entry(
        "15 died.",
        "15",
        fuzzy=True,
        previous="12 died.",
        comments=remember((), PAIR, numbers=[("12", "15")]),
    )
    assert rendered_source(stale) == "12 died."
    assert rendered_source(patched) == "15 died."


def test_the_lines_go_once_a_human_confirmed_the_entry(tmp_path: Path) -> None:
    comments = remember(("Asha: hm",), PAIR)
    written = write_catalog(catalog(entry("b", "ख", comments=comments)), tmp_path / "hi.po")
    assert (
        only(written).comments == only(read_catalog(tmp_path / "hi.po")).comments == ("Asha: hm",)
    )
