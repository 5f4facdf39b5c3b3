from __future__ import annotations

from verdicts import found, passes, warns

from dualpress.article import Language

CHECK = "normal_form"


def test_words_as_keyboards_type_them_pass() -> None:
    passes(CHECK, "road", "सड\u093cक")
    passes(CHECK, "road", "स\u095cक")
    passes(CHECK, "more", "ज\u093c्यादा")
    passes(CHECK, "sign", "क\u0958लम")
    passes(CHECK, "café", "caf\u00e9")
    passes(CHECK, "Hindi", "हिन्दी")
    passes(CHECK, "", "ऩ")
    passes(CHECK, "2024", "२०२४")


def test_signs_in_another_order_are_warned_of() -> None:
    warns(CHECK, "more", "ज्\u093cयादा", about="is not stored in normal form")
    warns(CHECK, "road", "स\u0921\u094d\u093cक")
    warns(CHECK, "free", "मुफ्\u093cत")
    warns(CHECK, "café", "cafe\u0301")
    warns(CHECK, "नोएल", "Noe\u0308l", to=Language.EN)
    warns(CHECK, "na", "न\u093c")
    warns(CHECK, "ra", "र\u093c")
    warns(CHECK, "Å", "\u212b")


def test_the_word_is_replaced() -> None:
    (finding,) = found(CHECK, "café", "एक cafe\u0301")
    assert finding.replacement == "caf\u00e9"
