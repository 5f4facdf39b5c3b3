from __future__ import annotations

from functools import partial

from verdicts import found, passes, warns

from dualpress.article import Language, SegmentKind

CHECK = "capitals"

into_english = partial(passes, CHECK, to=Language.EN)
warns_of = partial(warns, CHECK, to=Language.EN)


def test_capitals_where_english_has_them_pass() -> None:
    into_english("वह गया।", "He left.")
    into_english("वह गया। मैं रुका।", "He left. I stayed.")
    into_english("आईफ़ोन सस्ता हुआ।", "iPhone prices fell.")
    into_english("“हाँ,” उसने कहा।", "“Yes,” he said.")
    into_english("चाय", "tea", kind=SegmentKind.CELL)
    into_english("setup.py बदलें", "setup.py must change")
    into_english("12 लोग", "12 people")
    into_english("मई में", "May it be so")
    into_english("@delhi पर", "See @delhi")
    passes(CHECK, "He left.", "वह i am गया")


def test_small_letters_are_warned_of() -> None:
    warns_of("वह गया।", "he left.", about="“he”")
    warns_of("क्या? वह गया?", "what? He left?", about="“what?”")
    warns_of("“हाँ,” उसने कहा।", "“yes,” he said.")
    warns_of("सोमवार को", "On monday", about="“monday”")
    warns_of("अगस्त में", "In august he left, in september too", about="“september”")
    warns_of("हिंदी में", "In hindi")
    warns_of("मैं वहाँ था", "There i was")
    warns_of("भारत में", "In india")


def test_the_letter_is_replaced() -> None:
    (finding,) = found(CHECK, "वह गया।", "“he left.”", to=Language.EN)
    assert (finding.span, finding.replacement) == ((1, 2), "H")
