from __future__ import annotations

from verdicts import fails, passes, warns

from dualpress.article import Language

CHECK = "copy"


def test_what_every_language_writes_alike_passes() -> None:
    passes(CHECK, "NATO", "NATO")
    passes(CHECK, "2024", "2024")
    passes(CHECK, "F-16", "F-16")
    passes(CHECK, "BBC / PTI", "BBC / PTI")
    passes(CHECK, "https://example.com", "https://example.com")
    passes(CHECK, "press@example.com", "press@example.com")
    passes(CHECK, "160 km/h", "160 km/h")
    passes(CHECK, "—", "—")
    passes(CHECK, "वह गया।", "He left.", to=Language.EN)
    passes(CHECK, "He left the army.", "वह गया।")


def test_a_copied_sentence_fails() -> None:
    fails(CHECK, "He left.", "He left.")
    fails(CHECK, "Read more", "Read more")
    fails(CHECK, "He left the army.", "he left the army।")
    fails(CHECK, "He <g1>left</g1>.", "He left .")
    fails(CHECK, "5 min read", "5 min read")
    fails(CHECK, "Sources: own", "Sources - own")
    fails(CHECK, "वह गया।", "वह गया.", to=Language.EN)
    fails(CHECK, "दिल्ली", "दिल्ली", to=Language.EN)


def test_a_copied_name_is_a_warning() -> None:
    warns(CHECK, "Asim Munir", "Asim Munir")
    warns(CHECK, "References", "References")
    warns(CHECK, "Missile Programme", "Missile Programme:")
