from __future__ import annotations

from verdicts import found, passes, warns

CHECK = "invisible"


def test_joiners_that_join_pass() -> None:
    passes(CHECK, "what", "क्\u200dया")
    passes(CHECK, "in the year", "सन्\u200c 2010")
    passes(CHECK, "a house", "रा\u200cज")
    passes(CHECK, "a family", "👨\u200d👩\u200d👧")
    passes(CHECK, "a flag", "🏳\ufe0f\u200d🌈")
    passes(CHECK, "a\u200bb", "अ\u200bब")
    passes(CHECK, "no-break", "5\u00a0किमी")
    passes(CHECK, "plain", "सादा")


def test_characters_that_nobody_sees_are_warned_of() -> None:
    warns(CHECK, "state", "राज्य\u200bपाल", about="U+200B (zero width space)")
    warns(CHECK, "a", "\ufeffअ", about="U+FEFF")
    warns(CHECK, "a", "अ\u2060ब")
    warns(CHECK, "a", "क\u00adख", about="soft hyphen")
    warns(CHECK, "a", "अ\u200eब")
    warns(CHECK, "a", "अ \u200dब", about="zero width joiner")
    warns(CHECK, "a", "\u200cअ")
    warns(CHECK, "a", "क्\u200d\u200dया")
    warns(CHECK, "a", "BLA\u200c अ")


def test_they_are_taken_away() -> None:
    (finding,) = found(CHECK, "a", "अ\u200b\u200bब")
    assert (finding.span, finding.replacement) == ((1, 3), "")
