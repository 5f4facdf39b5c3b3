from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from verdicts import fails, found, passes, warns

from dualpress.checks import Finding, Severity
from dualpress.translation import is_blank, misfit

CHECK = "tags"


def test_tags_of_the_source_pass() -> None:
    passes(CHECK, "He left.", "वह गया।")
    passes(CHECK, "He <g1>left</g1>.", "वह <g1>गया</g1>।")
    passes(CHECK, "<g1>He</g1> <g2>left</g2>.", "<g2>गया</g2> <g1>वह</g1>।")
    passes(CHECK, "a <g1>b <g2>c</g2></g1>", "<g1><g2>ग</g2> ख</g1> क")
    passes(CHECK, "one<x1/>two", "एक<x1/>दो")
    passes(CHECK, "<g1>a<x2/></g1>", "<g1><x2/>क</g1>")
    passes(CHECK, "a <g1><x2/></g1>", "क <g1><x2/></g1>")
    passes(CHECK, "write &lt;g1> here", "यहाँ &lt;g1> लिखें")
    passes(CHECK, "a < b <g1>c</g1>", "क < ख <g1>ग</g1>")


def test_lost_and_added_tags_fail() -> None:
    fails(CHECK, "He <g1>left</g1>.", "वह गया।", about="<g1> is missing")
    fails(CHECK, "one<x1/>two", "एक दो", about="<x1/> is missing")
    fails(CHECK, "He left.", "वह <g1>गया</g1>।", about="<g1> is not in the source")
    fails(CHECK, "<g1>a</g1>", "<g1>क</g1> <x2/>", about="<x2/> is not in the source")


def test_doubled_tags_fail() -> None:
    fails(CHECK, "<g1>a</g1> b", "<g1>क</g1> <g1>ख</g1>", about="<g1> is there twice")
    fails(CHECK, "a<x1/>", "क<x1/><x1/>", about="<x1/> is there twice")


def test_broken_tags_fail() -> None:
    fails(CHECK, "<g1>a</g1>", "<g1>क", about="<g1> is not closed")
    fails(CHECK, "<g1>a</g1>", "क</g1>", about="</g1> closes nothing")
    fails(
        CHECK, "<g1>a</g1> <g2>b</g2>", "<g1>क <g2>ख</g1></g2>", about="</g1> stands before </g2>"
    )


def test_moved_tags_fail() -> None:
    fails(CHECK, "<g1>a</g1> <g2>b</g2>", "<g1>क <g2>ख</g2></g1>", about="<g2> stands inside <g1>")
    fails(CHECK, "<g1>a <g2>b</g2></g1>", "<g1>क</g1> <g2>ख</g2>", about="inside no other tag")
    fails(CHECK, "<g1>a</g1><x2/>", "<g1>क<x2/></g1>", about="<x2/> stands inside <g1>")


def test_tag_without_its_text_is_a_warning() -> None:
    warns(CHECK, "see <g1>here</g1>", "यहाँ देखें<g1></g1>", about="<g1> has no text")
    warns(CHECK, "<g1>a <g2>b</g2></g1>", "क <g1> <g2></g2></g1>", about="<g2> has no text")
    passes(CHECK, "a<g1></g1>", "क<g1></g1>")


def errors(source: str, target: str) -> list[Finding]:
    return [f for f in found(CHECK, source, target) if f.severity is Severity.ERROR]


TAGGED = st.lists(st.sampled_from("<g1> </g1> <g2> </g2> <x3/> <x4/> क".split()), max_size=8)


@given(TAGGED.map("".join), TAGGED.map("".join))
def test_agrees_with_what_a_page_can_take(source: str, target: str) -> None:
    if not errors(source, source) and not is_blank(target):
        assert bool(errors(source, target)) == bool(misfit(source, target))
