from __future__ import annotations

from verdicts import found, passes, warns

from dualpress.article import Language

CHECK = "spacing"


def test_one_space_between_words_passes() -> None:
    passes(CHECK, "He left.", "वह गया।")
    passes(CHECK, "He left. I stayed.", "वह गया। मैं रुका।")
    passes(CHECK, "“Yes,” he said.", "“हाँ,” उसने कहा।")
    passes(CHECK, "10,00,000 (ten lakh)", "10,00,000 (दस लाख)")
    passes(CHECK, "an image <x1/> here", "यहाँ <x1/> चित्र")
    passes(CHECK, "see", "example.org/a,b देखें")
    passes(CHECK, "5, 6", "5, 6")
    passes(CHECK, "He left [1].", "वह गया [1]।")
    passes(CHECK, "वह गया", "He left, they say.", to=Language.EN)


def test_spaces_too_many_or_too_few_are_warned_of() -> None:
    warns(CHECK, "He left.", "वह गया ।", about="space before “।”")
    warns(CHECK, "He left.", "वह  गया।", about="two spaces")
    warns(CHECK, "He left, too.", "वह , भी गया।", about="space before “,”")
    warns(CHECK, "He left. I stayed.", "वह गया।मैं रुका।", about="no space after “।”")
    warns(CHECK, "he, too", "वह,भी", about="no space after “,”")
    warns(CHECK, "(he)", "( वह)", about="space after “(”")
    warns(CHECK, "(he)", "(वह )", about="space before “)”")
    warns(CHECK, "“yes”", "“ हाँ”", about="space after ““”")
    warns(CHECK, "वह", "He  left.", to=Language.EN)
    warns(CHECK, "<g1>He</g1> left.", "<g1>वह</g1> गया ।")


def test_the_span_is_in_the_text_without_tags() -> None:
    (finding,) = found(CHECK, "<g1>He</g1> left.", "<g1>वह</g1> गया ।")
    assert (finding.span, finding.replacement) == ((6, 7), "")
