from __future__ import annotations

from functools import partial

from article_verdicts import passes_together, warns_together

from dualpress.article import Language

CHECK = "reused"

passes = partial(passes_together, CHECK)
warns = partial(warns_together, CHECK)
LEFT = "वह कल घर गया था।"


def test_own_translations_pass() -> None:
    passes(("He left home.", LEFT), ("She came.", "वह आज आई है।"))
    passes(("He left home.", LEFT), ("He left home.", LEFT))
    passes(("He left home yesterday.", LEFT), ("He had left home yesterday.", LEFT))
    passes(("He left home.", LEFT), ("<g1>He</g1> left home!", LEFT))
    passes(("More", "और पढ़ें"), ("Read on", "और पढ़ें"))
    passes(("He left home.", LEFT))
    passes((LEFT, "He left home then."), (LEFT, "He left home then."), to=Language.EN)
    passes()


def test_the_translation_of_another_sentence_is_warned_of() -> None:
    warns(("He left home.", LEFT), ("The port was closed.", LEFT), about="“He left home.”")
    warns(("He left home.", LEFT), ("No.", "नहीं"), ("Trade grew fast.", LEFT))
    warns(("He left home.", LEFT), ("Trade grew fast.", f"{LEFT[:-1]}!"))
    warns(("He left home.", LEFT), ("Trade grew fast.", f"<g1>{LEFT}</g1>"))
    warns(("एक", "He left home then."), ("दो", "he left home, then"), to=Language.EN)
    warns(("Ships sailed. " * 9, LEFT), ("Trade grew fast.", LEFT), about="…”")
    warns(("Where is he?", LEFT), ("Prices fell again.", LEFT))
    warns(("Talks failed.", LEFT), ("Talks failed.", LEFT), ("Rain fell here.", LEFT))
