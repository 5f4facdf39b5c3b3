"""The tags of a translation are its source's, each once, in their relation."""

import pytest

from dualpress.tags import hollow_tags, tag_faults

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
        ("सूची", "<g1> is missing"),
        ("<g1>a<g2>b</g2></g1>", "<x3/> is missing"),
        ("<g1>a<g2>b</g2><x3/>", "<g1> is not closed"),
        ("<g1><g2>b</g2></g1><x3/><g4>c</g4>", "<g4> is not in the source"),
        ("<g1><g2>b</g2></g1><x3/><g99>", "<g99> is not in the source"),
        ("<g1><g2>b</g2></g1><x3/><x3/>", "<x3/> is there twice"),
        ("<g1><g2>b</g2></g1><x3/></g1>", "</g1> closes nothing"),
        ("<g2><g1>b</g1></g2><x3/>", "<g1> stands inside <g2>, in the source inside no other tag"),
        ("<g1></g1><g2>b</g2><x3/>", "<g2> stands inside no other tag, in the source inside <g1>"),
        ("<g1><g2>b</g2><x3/></g1>", "<x3/> stands inside <g1>, in the source inside no other tag"),
        ("<g1><g2>b</g1></g2><x3/>", "</g1> stands before </g2>"),
        ("</g1><g2>b</g2><g1><x3/>", "</g1> closes nothing"),
        ("<g1 ><g2>b</g2></g1><x3/>", "<g1 > is not written like a tag"),
        ("<g1><g2>b</g2></g1><x3>", "<x3> is not written like a tag"),
    ],
)
def test_fails(target: str, fault: str) -> None:
    assert fault in tag_faults(SOURCE, target)


def test_hollow_tags() -> None:
    assert hollow_tags("<g1>a</g1><g2></g2>", "<g1></g1><g2></g2>") == ["g1"]
    assert hollow_tags("<g1>a</g1>", "<g1><x2/></g1>") == []
