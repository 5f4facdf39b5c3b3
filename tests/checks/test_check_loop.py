from __future__ import annotations

from verdicts import fails, found, passes

from dualpress.article import Language

CHECK = "loop"


def test_doubling_and_slogans_pass() -> None:
    passes(CHECK, "They live apart.", "वे अलग-अलग रहते हैं।")
    passes(CHECK, "together, slowly", "साथ-साथ, धीरे धीरे, कभी-कभी")
    passes(CHECK, "Go!", "जाओ जाओ!")
    passes(CHECK, "He came and he went.", "वह आया और वह गया।")
    passes(CHECK, "very, very, very good", "बहुत, बहुत, बहुत अच्छा")
    passes(CHECK, "0 0 0 0", "0 0 0 0")
    passes(CHECK, "1,000,000,000 and 5555 5555 5555", "1,000,000,000 और 5555 5555 5555")
    passes(CHECK, "No!", "Noooooooooo!", to=Language.EN)
    passes(CHECK, "Long live India!", "जय हिंद, जय हिंद!")
    passes(CHECK, "ha", "हाहा")


def test_repetition_fails() -> None:
    fails(CHECK, "a salad", "सलाद सलाद सलाद", about="“सलाद सलाद सलाद” repeats itself")
    fails(CHECK, "Farming is farming.", "यह कृषि कृषि कृषि है।")
    fails(CHECK, "of Iran", "ईरान के ईरान के ईरान के")
    fails(CHECK, "the price", "the price of the price of the price of", to=Language.EN)
    fails(CHECK, "a roar", "but it is a roar, but it is a roar.", to=Language.EN)
    fails(CHECK, "He left.", "वह कल घर गया था। वह कल घर गया था।")
    fails(CHECK, "main stream", "mainstremainstremainstremainstre", to=Language.EN)
    fails(CHECK, "laughter", "हाहाहाहाहाहाहाहाहाहा हंसी")
    fails(CHECK, "Salad", "Salad, salad, SALAD", to=Language.EN)


def test_the_longest_loop_is_told_and_shortened() -> None:
    text = "एक एक एक " + "दो तीन चार " * 30
    (finding,) = found(CHECK, "x", text)
    assert finding.span == (9, len(text) - 1)
    assert finding.message.endswith("…” repeats itself")
