from __future__ import annotations

from verdicts import found, passes, warns

from dualpress.article import Language

CHECK = "doubled"


def test_right_doubling_passes() -> None:
    passes(CHECK, "x", "वे अलग-अलग और साथ साथ रहे")
    passes(CHECK, "x", "क्या क्या हुआ, जो जो आया")
    passes(CHECK, "x", "एक एक करके")
    passes(CHECK, "x", "नहीं नहीं, ऐसा नहीं है")
    passes(CHECK, "x", "यह उसका है। है कोई?")
    passes(CHECK, "x", "राम के केले")
    passes(CHECK, "x", "उनका काम")
    passes(CHECK, "x", "He said that that man had had it.", to=Language.EN)
    passes(CHECK, "x", "the theory of offence", to=Language.EN)


def test_slips_are_warned_of() -> None:
    warns(CHECK, "x", "यूएन निकाय के के पास", about="“के”")
    warns(CHECK, "x", "वह गया है है।")
    warns(CHECK, "x", "दिल्ली में में")
    warns(CHECK, "x", "कि कि वह गया")
    warns(CHECK, "x", "से  से")
    warns(CHECK, "x", "और\nऔर")
    warns(CHECK, "x", "The the army", to=Language.EN, about="“The”")
    warns(CHECK, "x", "in in the end", to=Language.EN)
    warns(CHECK, "x", "उसने को <g1>को</g1> दिया")


def test_span_covers_both_words() -> None:
    (finding,) = found(CHECK, "x", "दिल्ली में में है")
    assert finding.span == (7, 14)
