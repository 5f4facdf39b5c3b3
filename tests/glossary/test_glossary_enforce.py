"""Which translation is taken, what is written into it, and what is left to the reviewer."""

import pytest

from dualpress.article import Language, Span
from dualpress.glossary import Case, Enforced, Glossary, Kind, ReadAs, Term, TermRepair, enforce
from dualpress.glossary.enforcing import Change, Draft, Need

EN, HI = Language.EN, Language.HI

GLOSSARY = Glossary(
    [
        Term("BLA", "बीएलए", Kind.ACRONYM, read_as=ReadAs.LETTERS, forbidden=("ब्ला",)),
        Term("TTP", "टीटीपी", Kind.ACRONYM),
        Term("Baloch Liberation Army", "बलूच लिबरेशन आर्मी", Kind.ORG),
        Term("NATO", "नाटो", Kind.ACRONYM, forms_en=("North Atlantic Alliance",)),
        Term("US", "अमेरिका", Kind.PLACE, forms_hi=("अमेरिकी",), case=Case.SENSITIVE, preferred=True),
        Term("America", "अमेरिका", Kind.PLACE, forms_hi=("अमेरिकी",)),
        Term("American", "अमेरिकी", forms_hi=("अमेरिका",)),
        Term("MIRV", "एमआईआरवी", Kind.ACRONYM),
        Term("warhead", "वॉरहेड"),
        Term("Baloch", "बलोच", Kind.PERSON),
        Term("Baloch", "बलूच", Kind.TERM),
        Term("March", "मार्च", ambiguous=frozenset({EN, HI})),
        Term("Gwadar", "ग्वादर", Kind.PLACE),
    ]
)


def enforced(source: str, *candidates: str, language: Language = EN) -> Enforced:
    target = HI if language is EN else EN
    return enforce(source, candidates, GLOSSARY, source_language=language, target_language=target)


def mends(source: str, target: str, mended: str, language: Language = EN) -> None:
    result = enforced(source, target, language=language)
    assert (result.text, result.changed) == (mended, True)


def leaves(source: str, target: str, language: Language = EN) -> None:
    result = enforced(source, target, language=language)
    assert (result.text, result.changed) == (target, False)


def test_the_best_hypothesis_with_every_term_is_taken() -> None:
    result = enforced("The BLA and Gwadar", "BLA और ग्वादर", "बीएलए और गवादर", "बीएलए और ग्वादर")
    assert result == Enforced("बीएलए और ग्वादर", 2, changed=False)


def test_the_first_of_equals_is_taken() -> None:
    assert enforced("The BLA", "वह बीएलए", "यह बीएलए").index == 0


def test_an_empty_hypothesis_does_not_have_every_term() -> None:
    assert enforced("The BLA", " ", "बीएलए").index == 1
    assert enforced("The BLA", "").text == ""


def test_the_hypothesis_that_can_be_mended_is_taken() -> None:
    result = enforced("The BLA said so", "सेना ने कहा", "BLA ने कहा")
    assert (result.text, result.index, result.changed) == ("बीएलए ने कहा", 1, True)


def test_behind_a_hypothesis_that_was_mended_none_is_tried() -> None:
    tried: list[str] = []

    def write_the_term(draft: Draft, _: Need) -> list[Change]:
        tried.append(draft.text)
        return [Change(Span(0, 4), "बीएलए")] if draft.text.startswith("सेना") else []

    result = enforce(
        "The BLA said so",
        ["वह", "सेना ने", "सेना का"],
        GLOSSARY,
        source_language=EN,
        target_language=HI,
        strategies=[write_the_term],
    )
    assert (result.text, result.index) == ("बीएलए ने", 1)
    assert tried == ["वह", "सेना ने"]


def test_a_candidate_is_needed() -> None:
    with pytest.raises(ValueError, match="candidate"):
        enforced("The BLA")


def test_a_latin_leftover_is_written_in_hindi() -> None:
    mends("The BLA said so.", "BLA ने यह कहा।", "बीएलए ने यह कहा।")
    mends("The BLA said so.", "<g1>BLA</g1> ने यह कहा।", "<g1>बीएलए</g1> ने यह कहा।")
    mends("Two MIRVs", "दो MIRVs", "दो एमआईआरवी")
    mends("The U.S. said so.", "U.S. ने यह कहा।", "अमेरिका ने यह कहा।")
    mends("BLA and TTP", "BLA और TTP", "बीएलए और टीटीपी")
    mends("BLA, BLA", "BLA, BLA", "बीएलए, बीएलए")


def test_a_hindi_leftover_is_written_in_english() -> None:
    mends("बीएलए ने कहा।", "The बीएलए said so.", "The BLA said so.", HI)
    mends("अमेरिका ने कहा।", "The अमेरिका said so.", "The US said so.", HI)


def test_a_noun_before_a_postposition_is_certain_an_attribute_is_not() -> None:
    mends("in the US", "US में", "अमेरिका में")
    mends("the US.", "यह US।", "यह अमेरिका।")
    leaves("US sanctions", "US प्रतिबंध")


def test_a_form_that_is_not_the_headword_is_not_certain() -> None:
    leaves("two warheads", "दो warheads")
    mends("a warhead", "एक warhead", "एक वॉरहेड")


def test_a_form_of_an_acronym_is_the_acronym() -> None:
    mends("the North Atlantic Alliance", "यह North Atlantic Alliance", "यह नाटो")


def test_a_word_of_two_rows_is_not_certain() -> None:
    leaves("Mr Baloch", "श्री Baloch")


def test_an_ambiguous_word_is_left_alone() -> None:
    leaves("in March", "March में")


@pytest.mark.parametrize(
    "target",
    ["BLA-led ने", "BLA's ने", "the BLA said", "BLA attack में", "xBLA ने", "https://x.org/BLA"],
)
def test_what_stands_in_foreign_words_is_left_alone(target: str) -> None:
    leaves("The BLA said so.", target)


def test_a_leftover_beside_its_rendering_is_left_alone() -> None:
    leaves("The BLA said so.", "बीएलए (BLA) ने कहा।")


def test_more_leftovers_than_the_source_has_are_left_alone() -> None:
    leaves("The BLA said so.", "BLA BLA ने कहा।")
    leaves("The BLA said so.", "BLA, BLA ने कहा।")


def test_a_tag_inside_a_leftover_is_left_alone() -> None:
    leaves("Baloch Liberation Army.", "Baloch <g1>Liberation</g1> Army।")


def test_an_introduction_is_written_in_full() -> None:
    source, mended = "The Baloch Liberation Army (BLA) said so.", "बलूच लिबरेशन आर्मी (बीएलए) ने कहा।"
    mends(source, "बलूच लिबरेशन आर्मी (BLA) ने कहा।", mended)
    mends(source, "बलूच लिबरेशन आर्मी (बीएलऐ) ने कहा।", mended)
    mends(source, "बलूच लिबरेशन आर्मी ने कहा।", mended)
    mends(source, "Baloch Liberation Army (BLA) ने कहा।", mended)


def test_one_repair_may_need_another() -> None:
    result = enforced("The BLA, the Baloch Liberation Army (BLA)", "यह Baloch Liberation Army")
    assert result.text == "यह बलूच लिबरेशन आर्मी (बीएलए)"
    assert len(result.marks) == 2


def test_an_introduction_is_written_in_english_too() -> None:
    mends(
        "बलूच लिबरेशन आर्मी (बीएलए) ने कहा।",
        "The Baloch Liberation Army said so.",
        "The Baloch Liberation Army (BLA) said so.",
        HI,
    )


def test_an_introduction_is_not_guessed() -> None:
    source = "The Baloch Liberation Army (BLA) said so."
    leaves(source, "<g1>बलूच लिबरेशन आर्मी</g1> ने कहा।")
    leaves(source, "बलूच लिबरेशन आर्मी ने (2006 में) कहा।")
    leaves(source, "बलूच लिबरेशन आर्मी और बलूच लिबरेशन आर्मी ने कहा।")


def test_what_was_written_is_marked() -> None:
    assert enforced("The BLA said so.", "BLA ने कहा।").marks == (
        "glossary: “बीएलए” was put in for “BLA”",
    )


def test_what_was_added_is_marked() -> None:
    result = enforced("The Baloch Liberation Army (BLA) said so.", "बलूच लिबरेशन आर्मी ने कहा।")
    assert result.marks == ("glossary: “(बीएलए)” was put in",)


def test_a_repair_says_what_it_replaced_and_how() -> None:
    assert enforced("The BLA said so.", "BLA ने कहा।").repairs == (
        TermRepair("replace_leftovers", "BLA", "बीएलए"),
    )


def test_what_is_missing_is_marked_with_what_is_expected() -> None:
    assert enforced("US sanctions", "US प्रतिबंध").marks == (
        "glossary: “US” is not translated as “अमेरिका” (or “अमेरिकी”)",
    )


def test_a_forbidden_rendering_is_replaced() -> None:
    mends("The BLA said so.", "ब्ला ने यह कहा।", "बीएलए ने यह कहा।")
    mends("The BLA, BLA.", "बीएलए, ब्ला।", "बीएलए, बीएलए।")


def test_a_forbidden_rendering_is_marked_where_the_term_is_there_too() -> None:
    result = enforced("The BLA.", "बीएलए, ब्ला।")
    assert result.text == "बीएलए, ब्ला।"
    assert "not to be used" in result.marks[0]


def test_a_translation_without_need_has_no_marks() -> None:
    assert enforced("The BLA said so.", "बीएलए ने कहा।").marks == ()


def test_strategies_can_be_chosen() -> None:
    result = enforce(
        "BLA", ["BLA"], GLOSSARY, source_language=EN, target_language=HI, strategies=()
    )
    assert not result.changed


def test_a_repair_that_breaks_the_tags_is_not_taken() -> None:
    result = enforce(
        "BLA",
        ["<g1>BLA</g1>"],
        GLOSSARY,
        source_language=EN,
        target_language=HI,
        strategies=[lambda *_: [Change(Span(0, 12), "बीएलए")]],
    )
    assert result.text == "<g1>BLA</g1>"
