from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.site.splice import spliced


@given(
    st.lists(st.text("abc", max_size=3), min_size=1, max_size=5),
    st.lists(st.text("abc", max_size=3), min_size=5, max_size=5),
)
def test_parts_stand_in_the_place_of_others(old: list[str], new: list[str]) -> None:
    before = [f"<{number} {text}>".encode() for number, text in enumerate(old)]
    after = [f"<{number} {text}>".encode() for number, text in enumerate(new)][: len(old)]
    changes = list(zip(before, after, strict=True))

    assert spliced(b"|".join(before), changes) == b"|".join(after)
    assert spliced(b"|".join(before), reversed(changes)) == b"|".join(after)


@pytest.mark.parametrize("old", [b"", b"x", b"aa", b"a"])
def test_what_does_not_stand_there_once_has_no_place(old: bytes) -> None:
    assert spliced(b"baaab", [(old, b"new")]) is None


def test_parts_that_overlap_have_no_place() -> None:
    assert spliced(b"abc", [(b"ab", b"1"), (b"bc", b"2")]) is None


def test_where_nothing_changes_all_stays() -> None:
    assert spliced(b"abc", []) == b"abc"
