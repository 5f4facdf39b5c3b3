"""Names of files, as all systems take them."""

from __future__ import annotations

import unicodedata
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.file_names import flaw_of, folded


@pytest.mark.parametrize(
    "name",
    ["console", "nulls.html", "com10", "नदी", "क्\u200dष", "a b", ".well-known", "~", "\udc80"],
)
def test_a_name_that_every_system_can_hold_has_no_flaw(name: str) -> None:
    assert flaw_of(name) is None


@pytest.mark.parametrize(
    ("names", "flaw"),
    [
        (["con", "NUL.html", "aux.hi.html", "Com1", "lpt²", "nul .txt", "CONIN$"], "is that of"),
        (["a.", "a ", "नदी."], "ends in a stop or a space"),
        (["a:b", "what?", "<a>", 'a"', "a|b", "*", "a\\b", "a/b", "a\0b", "a\x85b"], "has a char"),
        (["x" * 256, "नदी" * 29], "is longer than 255 bytes"),
    ],
)
def test_what_some_system_cannot_hold_is_told(names: list[str], flaw: str) -> None:
    for name in names:
        assert (flaw_of(name) or "").startswith(flaw), name


@pytest.mark.parametrize(
    ("one", "other"),
    [("News/A", "news/a"), ("caf\u00e9", "Cafe\u0301"), ("\u0958", "\u0915\u093c"), ("ΣΑΣ", "σας")],
)
def test_names_that_are_one_on_some_system_fold_to_the_same(one: str, other: str) -> None:
    assert folded(one) == folded(PurePosixPath(other))


def test_names_that_differ_in_a_letter_stay_apart() -> None:
    assert folded("नदी") != folded("नदि")


@given(st.text())
def test_every_unicode_form_and_case_of_a_name_folds_to_the_same(name: str) -> None:
    for form in ("NFC", "NFD"):
        assert folded(unicodedata.normalize(form, name)) == folded(name)
    assert folded(folded(name)) == folded(name)
