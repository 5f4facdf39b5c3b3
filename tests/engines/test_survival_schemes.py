"""Kinds of placeholder, and how one is found again."""

from __future__ import annotations

import pytest

from dualpress.article import Language
from dualpress.engines.survival import SCHEMES, PatternScheme, Rendered, Scheme
from dualpress.engines.survival.schemes import find_token

BLA = Rendered("BLA", "बीएलए")
UN = Rendered("UN", "संयुक्त राष्ट्र")


def scheme(name: str) -> Scheme:
    return next(one for one in SCHEMES if one.name == name)


def test_what_is_tried() -> None:
    assert [one.name for one in SCHEMES] == [
        "X1",
        "[X1]",
        "ZQ1",
        "#1#",
        "7001",
        "a surname",
        "the rendering",
    ]


@pytest.mark.parametrize("name", ["X1", "[X1]", "ZQ1", "#1#", "7001", "a surname"])
def test_eight_different_ones_of_a_kind(name: str) -> None:
    for source in Language:
        first = scheme(name).tokens([BLA] * 4, "", source)
        second = scheme(name).tokens([BLA] * 4, "", source, skip=4)
        assert first
        assert second
        assert len({*first, *second}) == 8
        assert scheme(name).tokens([BLA] * 5, "", source, skip=4) is None


def test_what_the_sentence_has_itself_is_left_out() -> None:
    tokens = scheme("X1").tokens([BLA, UN], "The X1 and X3 jets flew.", Language.EN)
    assert tokens
    assert [token.written for token in tokens] == ["X2", "X4"]


def test_a_surname_is_read_in_the_other_script() -> None:
    assert scheme("a surname").tokens([BLA], "", Language.EN) == (("Kulkarni", "कुलकर्णी"),)
    assert scheme("a surname").tokens([BLA], "", Language.HI) == (("कुलकर्णी", "Kulkarni"),)


def test_the_rendering_stands_for_itself() -> None:
    tokens = scheme("the rendering").tokens([BLA, UN], "", Language.EN)
    assert tokens == (("बीएलए", "बीएलए"), ("संयुक्त राष्ट्र", "संयुक्त राष्ट्र"))


def test_a_pattern_tells_the_words_and_the_rendering() -> None:
    tags = PatternScheme("tags", "<t>{source}</t><r>{target}</r> {x}")
    assert tags.tokens([BLA], "", Language.EN) == (("<t>BLA</t><r>बीएलए</r> {x}", "बीएलए"),)


@pytest.mark.parametrize(
    ("text", "read", "count"),
    [
        ("X1 ने कहा।", "X1", 1),
        ("X1 और X1", "X1", 2),
        ("X12 ने कहा।", "X1", 0),
        ("AX1 ने कहा।", "X1", 0),
        ("X1ने कहा।", "X1", 0),
        ("x1 ने कहा।", "X1", 0),
        ("[X1] ने कहा।", "[X1]", 1),
        ("[X1]ने कहा।", "[X1]", 1),
        ("[ X1] ने कहा।", "[X1]", 0),
        ("#1#", "#1#", 1),
        ("साल 7001 में", "7001", 1),
        ("7001। यह", "7001", 1),
        ("7,001", "7001", 0),
        ("17,7001 और 7001.5", "7001", 0),
        ("बीएलए का", "बीएलए", 1),
        ("बीएलएका", "बीएलए", 0),
        ("कुलकर्णीजी", "कुलकर्णी", 0),
    ],
)
def test_a_placeholder_is_found_whole_or_not_at_all(text: str, read: str, count: int) -> None:
    assert len(find_token(text, read)) == count
