from __future__ import annotations

from verdicts import fails, found, passes, warns

from dualpress.article import Language, SegmentKind

CHECK = "sentence_end"


def test_danda_passes() -> None:
    passes(CHECK, "He came home.", "वह घर आया।")
    passes(CHECK, "Did he come?", "क्या वह आया?")
    passes(CHECK, "He came!", "वह आया!")
    passes(CHECK, "He came!", "वह आया।")
    passes(CHECK, "It was 2024. He left.", "वर्ष 2024 था। वह गया।")
    passes(CHECK, "“He came.”", "“वह आया।”")
    passes(CHECK, "“He came,” he said.", "उन्होंने कहा, “वह आया।”")
    passes(CHECK, "Dr. Singh came.", "डॉ. सिंह आए।")
    passes(CHECK, "Singh of Tata Pvt. Ltd. came", "टाटा प्रा. लि. के सिंह आए")
    passes(CHECK, "He came.[1]", "वह आया।[1]")
    passes(CHECK, "He came…", "वह आया…")
    passes(CHECK, "He said:", "उन्होंने कहा:")
    passes(CHECK, "He said so:", "उन्होंने कहा")
    passes(CHECK, "By A. Rao | 5 May | Opinion", "लेखक: ए. राव | 5 मई | विचार")


def test_headline_has_no_end() -> None:
    passes(CHECK, "Missile programme", "मिसाइल कार्यक्रम")
    passes(CHECK, "Ghauri Missile.", "गौरी मिसाइल", kind=SegmentKind.HEADING)
    passes(CHECK, "Ghauri Missile.", "गौरी मिसाइल:")
    warns(CHECK, "Missile programme", "मिसाइल कार्यक्रम।", about="the source has none")


def test_two_ends_fail() -> None:
    fails(CHECK, "He came.", "वह आया।.", about="“।.”")
    fails(CHECK, "He came.", "वह आया. ।")
    fails(CHECK, "He came. He left.", "वह आया।। वह गया।")
    fails(CHECK, "He came.", "वह आया। .")


def test_stop_is_not_the_house_style_of_danda() -> None:
    warns(CHECK, "He came.", "वह आया.", about="“.”")
    warns(CHECK, "It was 2024.", "वर्ष 2024.")
    warns(CHECK, "The BLA did.", "संगठन (बीएलए).")
    warns(CHECK, "He came. He left.", "वह आया. वह गया।")
    warns(CHECK, "He came.", "वह आया |", about="“|”")
    warns(CHECK, "“He came.”", "“वह आया.”")


def test_danda_is_not_the_house_style_of_stop() -> None:
    passes(CHECK, "He came.", "वह आया.", sentence_end="stop")
    warns(CHECK, "He came.", "वह आया।", sentence_end="stop", about="“।”")
    warns(CHECK, "He came.", "वह आया|", sentence_end="stop")


def test_lost_ends_are_warned_of() -> None:
    warns(CHECK, "He came home.", "वह घर आया", about="no sentence end")
    warns(CHECK, "Did he come?", "वह आया।", about="question mark")
    warns(CHECK, "He came.", "वह आया?", about="question mark")
    warns(CHECK, "वह आया।", "He came", to=Language.EN)


def test_a_quoted_question_inside_is_no_end() -> None:
    passes(CHECK, "“Why?” asked the man.", "आदमी ने पूछा, “क्यों?”")


def test_a_colon_leads_on() -> None:
    passes(CHECK, "He said:", "उन्होंने कहा:")
    warns(CHECK, "He said:", "उन्होंने कहा।", about="colon")
    warns(CHECK, "उन्होंने कहा:", "He said.", to=Language.EN)


def test_english_has_no_danda() -> None:
    passes(CHECK, "वह आया।", "He came.", to=Language.EN)
    fails(CHECK, "वह आया।", "He came।", to=Language.EN, about="danda")


def test_span_points_at_the_mark() -> None:
    (finding,) = found(CHECK, "He came. He left.", "वह आया. वह गया।")
    assert finding.span == (6, 7)
