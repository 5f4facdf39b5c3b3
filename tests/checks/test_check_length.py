from __future__ import annotations

from verdicts import passes, warns

CHECK = "length"


def test_usual_lengths_pass() -> None:
    passes(CHECK, "OK", "ठीक है")
    passes(CHECK, "He left.", "वह वहाँ से चला गया।")
    passes(CHECK, "x" * 100, "क" * 100)
    passes(CHECK, "x" * 100, "क" * 50)
    passes(CHECK, "x" * 100, "क" * 240)
    passes(CHECK, "UNESCO", "संयुक्त राष्ट्र शैक्षिक संगठन")
    passes(CHECK, "International", "अंत.")
    passes(CHECK, "<g1>" + "x" * 40 + "</g1>", "क" * 30)


def test_unusual_lengths_are_warned_of() -> None:
    warns(CHECK, "x" * 100, "क" * 20, about="20 characters for 100")
    warns(CHECK, "x" * 60, "क" * 5)
    warns(CHECK, "x" * 1000, "क" * 300)
    warns(CHECK, "x" * 100, "क" * 300, about="300 characters for only 100")
    warns(CHECK, "OK", "क" * 40)
    warns(CHECK, "x" * 20, "क" * 80)
    warns(CHECK, "x" * 100, "<g1>" + "क" * 20 + "</g1>" + " " * 50)
    warns(CHECK, "x" * 200, "क")
