"""The tags of a model that knows them: taken if they are sound."""

from __future__ import annotations

import pytest

from dualpress.engines.placement import keep_tags, without_tags

SOURCE = "The <g1>army <g2>moved</g2></g1><x3/>."


def test_sound_tags_are_kept() -> None:
    kept = keep_tags(SOURCE, "<g1>फ़ौज <g2>हटी</g2></g1><x3/>।")
    assert kept is not None
    assert kept.target == "<g1>फ़ौज <g2>हटी</g2></g1><x3/>।"
    assert [place.number for place in kept.places] == [1, 2, 3]


@pytest.mark.parametrize(
    "target",
    [
        "<g1>फ़ौज हटी</g1><x3/>।",
        "<g2>हटी</g2> <g1>फ़ौज</g1><x3/>।",
        "<g1>फ़ौ<g2>ज</g2></g1> हटी<x3/>।",
        "<g1>फ़ौज <g2></g2></g1> हटी<x3/>।",
        "<g1>फ़ौज <g2>हटी</g2></g1><x3/>। <g1>",
        "<g1>फ़ौज <g2>हटी</g2></g1 ><x3/>।",
    ],
)
def test_others_are_not(target: str) -> None:
    assert keep_tags(SOURCE, target) is None


def test_what_is_left_of_broken_tags_goes() -> None:
    assert without_tags("<g1>फ़ौज < / g1 > हटी <x3 />।") == "फ़ौज हटी ।"
