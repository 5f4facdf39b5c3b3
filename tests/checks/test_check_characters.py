from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from verdicts import fails, found, passes

from dualpress.translation import misfit

CHECK = "characters"


@pytest.mark.parametrize(
    "target",
    ["वह गया।", "क्\u200dया", "क\u200cख", "एक\nदो", "एक\tदो", "a\u00a0b", "\u2066x\u2069", "😀"],
)
def test_characters_of_text_pass(target: str) -> None:
    passes(CHECK, "text", target)


@pytest.mark.parametrize(
    ("target", "named"),
    [
        ("वह\x00 गया", "U+0000"),
        ("वह\x07", "U+0007"),
        ("एक\rदो", "U+000D"),
        ("\x1b[1m", "U+001B"),
        ("\x85", "U+0085"),
        ("\u202eवह", "right-to-left override"),
        ("वह\u202a", "U+202A"),
        ("भा\ufffdत", "replacement character"),
    ],
)
def test_other_characters_fail(target: str, named: str) -> None:
    fails(CHECK, "text", target, about=named)


def test_damage_of_the_source_may_stay() -> None:
    passes(CHECK, "caf\ufffd", "कैफ़\ufffd")


def test_span_points_at_the_character() -> None:
    assert found(CHECK, "text", "<g1>क</g1>\x00")[0].span == (1, 2)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=5))
def test_all_that_no_page_takes_is_found(text: str) -> None:
    target = f"क{text}"
    if "invisible" in (misfit("text", target) or ""):
        assert found(CHECK, "text", target)
