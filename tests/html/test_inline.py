"""Only the segment's own tags come out of a translation, each once, in their relation."""

import pytest

from dualpress.html.inline import clean_text, tag_faults

SOURCE = "See <g1>the <g2>list</g2></g1> and<x3/> go."


@pytest.mark.parametrize(
    "target",
    [
        "<g1>यह <g2>सूची</g2></g1><x3/> देखें।",
        "<x3/><g1><g2>सूची</g2> यह</g1>",
        "<g1><g2></g2></g1><x3/> सूची",
        "<g1><g2>a</g2></g1> <script> <b> </p> <x3/>",
    ],
)
def test_passes(target: str) -> None:
    assert tag_faults(SOURCE, target) == []


@pytest.mark.parametrize(
    ("target", "fault"),
    [
        ("सूची", "the tag <g1> is missing"),
        ("<g1>a<g2>b</g2></g1>", "the tag <x3/> is missing"),
        ("<g1>a<g2>b</g2><x3/>", "the tag </g1> is missing"),
        ("<g1><g2>b</g2></g1><x3/><g4>c</g4>", "<g4> is no tag of this sentence"),
        ("<g1><g2>b</g2></g1><x3/><g99>", "<g99> is no tag of this sentence"),
        ("<g1><g2>b</g2></g1><x3/><x3/>", "the tag <x3/> stands there twice"),
        ("<g1><g2>b</g2></g1><x3/></g1>", "the tag </g1> stands there twice"),
        ("<g2><g1>b</g1></g2><x3/>", "the tag number 1 is to stand outside all other tags"),
        ("<g1></g1><g2>b</g2><x3/>", "the tag number 2 is to stand inside <g1>…</g1>"),
        ("<g1><g2>b</g2><x3/></g1>", "the tag number 3 is to stand outside all other tags"),
        ("<g1><g2>b</g1></g2><x3/>", "the tags overlap or close in the wrong order"),
        ("</g1><g2>b</g2><g1><x3/>", "the tags overlap or close in the wrong order"),
        ("<g1 ><g2>b</g2></g1><x3/>", "<g1 > is no tag of this sentence"),
        ("<g1><g2>b</g2></g1><x3>", "<x3> is no tag of this sentence"),
    ],
)
def test_fails(target: str, fault: str) -> None:
    assert fault in tag_faults(SOURCE, target)


@pytest.mark.parametrize(
    ("target", "clean"),
    [
        ("  a \n b\t", "a b"),
        ("a\0b\x01\x9f\ud800\ufffe", "ab"),
        ("a\u00a0", "a\u00a0"),
        ("क्\u200dया", "क्\u200dया"),
        ("\0 \x7f", ""),
    ],
)
def test_clean_text(target: str, clean: str) -> None:
    assert clean_text(target) == clean
