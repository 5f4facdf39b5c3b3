from __future__ import annotations

from verdicts import found, passes, warns

from dualpress.article import Language

CHECK = "letters"


def test_letters_with_their_signs_pass() -> None:
    passes(CHECK, "you", "आप")
    passes(CHECK, "moon", "चाँद")
    passes(CHECK, "they are", "वे हैं")
    passes(CHECK, "office", "ऑफ़िस")
    passes(CHECK, "what", "क्\u200dया")
    passes(CHECK, "sorrow", "दुःख")
    passes(CHECK, "the sign", "मात्रा \u25cc\u093e")
    passes(CHECK, "ten", "५ कि॰मी॰")
    passes(CHECK, "कि", "ka\u0301", to=Language.EN)


def test_signs_in_the_wrong_place_are_warned_of() -> None:
    warns(CHECK, "you", "अाप")
    warns(CHECK, "and", "अोर")
    warns(CHECK, "village", "गाँव ाें")
    warns(CHECK, "areas", "इलाकेे में", about="“इलाकेे में”")
    warns(CHECK, "are", "हैंं")
    warns(CHECK, "men", "लोगोें")
    warns(CHECK, "bird", "चिड़ियाें")
    warns(CHECK, "act", "कर््म")
    warns(CHECK, "word", "ि शब्द")
    warns(CHECK, "mixed", "क्ा")


def test_a_vowel_of_two_signs_is_replaced() -> None:
    (finding,) = found(CHECK, "you", "अाप")
    assert (finding.span, finding.replacement) == ((0, 2), "आ")
