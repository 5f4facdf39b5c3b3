from __future__ import annotations

from verdicts import passes, warns

from dualpress.article import Language

CHECK = "mixed_script"


def test_words_of_one_script_pass() -> None:
    passes(CHECK, "The BLA fled.", "BLA के लोग भाग गए।")
    passes(CHECK, "F-16", "F-16 विमान")
    passes(CHECK, "an x-ray", "एक्स-रे")
    passes(CHECK, "20th", "20वीं सदी")
    passes(CHECK, "5 µm", "5 µm")
    passes(CHECK, "नोएल", "Noël", to=Language.EN)
    passes(CHECK, "see", "example.com/हिंदी देखें")
    passes(CHECK, "the word kaलम", "kaलम")


def test_words_of_two_scripts_are_warned_of() -> None:
    warns(CHECK, "the army", "theसेना", about="“theसेना”")
    warns(CHECK, "the SEC", "SECने कहा")
    warns(CHECK, "MEPs", "MEPओं ने")
    warns(CHECK, "compare", "muक़ाबला")
    warns(CHECK, "अस्पताल", "hоspital", to=Language.EN, about="two scripts")
    warns(CHECK, "कोरिया", "Northकोरिया", to=Language.EN)
    warns(CHECK, "Alpha", "Αlpha")
    warns(CHECK, "state", "রাজ্যपाल")
