from __future__ import annotations

from functools import partial

from verdicts import fails, found, passes, warns

from dualpress.article import Language

CHECK = "digits"

into_english = partial(passes, CHECK, to=Language.EN)


def test_one_style_passes() -> None:
    passes(CHECK, "2024", "2024 में")
    passes(CHECK, "2024", "२०२४ में")
    passes(CHECK, "in 2024, 12 people", "२०२४ में १२ लोग")
    passes(CHECK, "2 F-16 jets", "२ F-16 विमान")
    passes(CHECK, "5 COVID19 cases", "COVID19 के ५ मामले")
    passes(CHECK, "the digits ১২", "अंक ১২")
    passes(CHECK, "10,00,000", "१०,००,०००")
    into_english("२०२४ में", "in 2024")


def test_digits_of_another_script_fail() -> None:
    fails(CHECK, "२०२४ में", "in २०२४", to=Language.EN, about="“२०२४”")
    fails(CHECK, "2024 में", "in २०२४", to=Language.EN)
    fails(CHECK, "12 men", "১২ लोग")
    fails(CHECK, "12 men", "۱۲ लोग")
    fails(CHECK, "१२ लोग", "٣ men", to=Language.EN)
    fails(CHECK, "12 men", "௧௨ लोग")


def test_two_styles_are_warned_of() -> None:
    warns(CHECK, "2024", "२०24 में", about="“२०24” mixes")
    warns(CHECK, "45.7", "४५.7")
    warns(CHECK, "12 of 30", "३० में से 12", about="“३०” and 0–9")
    warns(CHECK, "1,000", "1,०००")


def test_devanagari_digits_are_replaced() -> None:
    (finding,) = found(CHECK, "12 of 30", "३० में से 12")
    assert finding.replacement == "30"
