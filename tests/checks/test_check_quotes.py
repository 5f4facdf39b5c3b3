from __future__ import annotations

from verdicts import passes, warns

from dualpress.article import Language

CHECK = "quotes"


def test_quotations_of_any_shape_pass() -> None:
    passes(CHECK, 'He said "no".', "उन्होंने “नहीं” कहा।")
    passes(CHECK, "He said “no”.", 'उन्होंने "नहीं" कहा।')
    passes(CHECK, "He said “no”.", "उन्होंने ‘नहीं’ कहा।")
    passes(CHECK, "He said “no”.", "उन्होंने 'नहीं' कहा।")
    passes(CHECK, "“I came.", "“मैं आया।")
    passes(CHECK, "It's India's.", "यह भारत का है।")
    passes(CHECK, "The so-called army", "तथाकथित “सेना”")
    passes(CHECK, "He said ‘no’.", "उन्होंने “नहीं” कहा।")
    passes(CHECK, "“नहीं,” उन्होंने कहा।", '"No," he said.', to=Language.EN)


def test_lost_and_lonely_marks_are_warned_of() -> None:
    warns(CHECK, 'He said "no".', "उन्होंने नहीं कहा।", about="missing")
    warns(CHECK, "He said “no”.", "उन्होंने नहीं कहा।")
    warns(CHECK, "He said “no”.", "उन्होंने “नहीं कहा।", about="no partner")
    warns(CHECK, "He said no.", "उन्होंने नहीं” कहा।")
    warns(CHECK, "He said “no”.", "उन्होंने “नहीं” कहा।”")
    warns(CHECK, "«Non»", "नहीं")
    warns(CHECK, "<g1>“no”</g1>", "<g1>नहीं</g1>")
    warns(CHECK, "“नहीं,” उन्होंने कहा।", "He didn't, he said.", to=Language.EN)
