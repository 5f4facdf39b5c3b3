from __future__ import annotations

from verdicts import passes, warns

from dualpress.article import Language

CHECK = "brackets"


def test_kept_brackets_pass() -> None:
    passes(CHECK, "the army (BLA)", "सेना (बीएलए)")
    passes(CHECK, "[sic]", "[यथावत]")
    passes(CHECK, "no brackets", "कोष्ठक नहीं")
    passes(CHECK, "the army", "सेना (आर्मी)")
    passes(CHECK, "a) first", "क) पहला")
    passes(CHECK, "{x} (y) [z]", "[z] (y) {x}")
    passes(CHECK, "so it is :(", "ऐसा ही है :(")
    passes(CHECK, "सेना (बीएलए)", "the army (BLA)", to=Language.EN)


def test_lost_and_open_brackets_are_warned_of() -> None:
    warns(CHECK, "the army (BLA)", "सेना बीएलए", about="1 “(”, the translation 0")
    warns(CHECK, "the army (BLA)", "सेना (बीएलए", about="do not make pairs")
    warns(CHECK, "the army (BLA)", "सेना बीएलए)")
    warns(CHECK, "(a) and (b)", "(क) और ख")
    warns(CHECK, "the army", "सेना (")
    warns(CHECK, "[sic]", "(यथावत)")
    warns(CHECK, "{x}", "x")
    warns(CHECK, "<g1>(a)</g1>", "<g1>क</g1>")
