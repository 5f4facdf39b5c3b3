"""Whether a translation keeps its terms."""

import pytest

from dualpress.article import Language
from dualpress.glossary import (
    Case,
    Glossary,
    Kind,
    ReadAs,
    Term,
    TermFinding,
    TermProblem,
    check_terms,
)

EN, HI = Language.EN, Language.HI

GLOSSARY = Glossary(
    [
        Term(
            "BLA",
            "बीएलए",
            Kind.ACRONYM,
            forms_hi=("बलूच लिबरेशन आर्मी",),
            first_use="बलूच लिबरेशन आर्मी (बीएलए)",
            forbidden=("ब्ला",),
        ),
        Term("Baloch Liberation Army", "बलूच लिबरेशन आर्मी", Kind.ORG, forms_hi=("बीएलए",)),
        Term("US", "अमेरिका", Kind.PLACE, forms_hi=("अमेरिकी",), preferred=True),
        Term("America", "अमेरिका", Kind.PLACE, forms_hi=("अमेरिकी",)),
        Term("UN", "संयुक्त राष्ट्र", Kind.ACRONYM, read_as=ReadAs.EXPAND),
        Term("United Nations", "संयुक्त राष्ट्र", Kind.ORG, preferred=True),
        Term("Pakistan", "पाकिस्तान", Kind.PLACE),
        Term("Pakistan Army", "पाकिस्तानी सेना", Kind.ORG),
        Term("China", "चीन", Kind.PLACE, forms_hi=("चीनी",)),
        Term("Chinese", "चीनी", Kind.TERM, ambiguous=frozenset({HI})),
        Term("AAP", "आप", Kind.ACRONYM, ambiguous=frozenset({HI})),
        Term("Baloch", "बलोच", Kind.PERSON),
        Term("Baloch", "बलूच", Kind.TERM),
        Term("Gwadar", "ग्वादर", Kind.PLACE, forbidden=("गवादर",)),
        Term("Malabar Hill", "मालाबार हिल", forbidden=("मालाबार",)),
        Term("Hindi", "हिंदी"),
        Term("missile", "मिसाइल", forms_hi=("मिसाइलें", "मिसाइलों")),
        Term("HTML", "HTML", Kind.KEEP),
        Term("Home", "मुखपृष्ठ", domain="page"),
        Term("Prime Minister", "प्रधानमंत्री", Kind.TITLE, preferred=True),
        Term("Deputy Prime Minister", "उपप्रधानमंत्री", Kind.TITLE),
        Term("PM", "प्रधानमंत्री", Kind.TITLE),
        Term("Narendra Modi", "नरेंद्र मोदी", Kind.PERSON, ("Modi",), ("मोदी",)),
        Term("Rahul Gandhi", "राहुल गांधी", Kind.PERSON, accepted_hi=("राहुल",)),
        Term("WTO", "डब्ल्यूटीओ", Kind.ACRONYM, forms_hi=("विश्व व्यापार संगठन",)),
        Term("World Trade Organization", "विश्व व्यापार संगठन", Kind.ORG, ("WTO",)),
        Term("extremist", "कट्टरपंथी", accepted_en=("radical",)),
    ]
)


def findings(source: str, target: str, language: Language) -> list[TermFinding]:
    languages = (EN, HI) if language is EN else (HI, EN)
    return check_terms(source, target, *languages, GLOSSARY)


def passes(source: str, target: str, language: Language = EN) -> None:
    assert findings(source, target, language) == []


def fails(
    source: str,
    target: str,
    *found: str,
    problem: TermProblem = TermProblem.MISSING,
    language: Language = EN,
) -> None:
    seen = [(finding.found, finding.problem) for finding in findings(source, target, language)]
    assert seen == [(words, problem) for words in found]


def test_the_headword_is_accepted() -> None:
    passes("The BLA said so.", "बीएलए ने यह कहा।")


def test_a_form_is_accepted() -> None:
    passes("The BLA said so.", "बलूच लिबरेशन आर्मी ने यह कहा।")


def test_the_attributive_form_is_accepted() -> None:
    passes("US troops", "अमेरिकी सैनिक")


def test_a_missing_term_is_told() -> None:
    fails("The BLA said so.", "सेना ने यह कहा।", "BLA")


def test_what_was_left_in_latin_is_missing() -> None:
    fails("The BLA said so.", "BLA ने यह कहा।", "BLA")


def test_a_term_inside_a_word_is_missing() -> None:
    fails("In Pakistan.", "पाकिस्तानवासी।", "Pakistan")


def test_a_term_is_demanded_once_a_sentence() -> None:
    passes("Pakistan said that Pakistan would act.", "पाकिस्तान ने कहा कि वह कदम उठाएगा।")


def test_inner_terms_are_not_demanded() -> None:
    passes("The Pakistan Army said so.", "पाकिस्तानी सेना ने कहा।")


def test_plurals_of_the_source_are_the_term() -> None:
    fails("Two missiles.", "दो रॉकेट।", "missiles")
    passes("Two missiles.", "दो मिसाइलें।")


def test_spellings_count_as_one() -> None:
    passes("In Hindi.", "हिन्दी में।")


def test_tags_are_looked_through() -> None:
    passes("The <g1>BLA</g1>.", "<g1>बीएलए</g1>।")
    fails("<g1>Pakistan</g1> Army", "<g1>सेना</g1>", "Pakistan Army")


def test_either_row_of_a_word_will_do() -> None:
    passes("a Baloch", "एक बलूच")
    passes("Mr Baloch", "श्री बलोच")


def test_a_term_to_keep_is_kept() -> None:
    passes("In HTML.", "HTML में।")
    fails("In HTML.", "एचटीएमएल में।", "HTML")


def test_page_words_are_not_demanded() -> None:
    passes("Home", "होम")


def test_nothing_is_demanded_of_no_translation() -> None:
    passes("The BLA said so.", " ")


def test_both_names_of_an_introduction_are_demanded() -> None:
    source = "The Baloch Liberation Army (BLA) said so."
    passes(source, "बलूच लिबरेशन आर्मी (बीएलए) ने कहा।")
    fails(source, "बलूच लिबरेशन आर्मी ने कहा।", "BLA")
    fails(source, "बलूच लिबरेशन आर्मी (BLA) ने कहा।", "BLA")


def test_an_introduction_may_be_tagged() -> None:
    source = "The <g1>Baloch Liberation Army</g1> (<g2>BLA</g2>) said so."
    fails(source, "<g1>बलूच लिबरेशन आर्मी</g1> (<g2>BLA</g2>) ने कहा।", "BLA")


def test_an_introduction_is_expected_in_full() -> None:
    (finding,) = findings("The Baloch Liberation Army (BLA).", "बलूच लिबरेशन आर्मी।", EN)
    assert finding.expected[0] == "बलूच लिबरेशन आर्मी (बीएलए)"


def test_an_introduction_from_hindi_is_demanded_too() -> None:
    source = "बलूच लिबरेशन आर्मी (बीएलए) ने कहा।"
    passes(source, "The Baloch Liberation Army (BLA) said so.", HI)
    fails(source, "The Baloch Liberation Army said so.", "बीएलए", language=HI)


def test_an_acronym_that_hindi_expands_is_not_written_twice() -> None:
    passes("The United Nations (UN) said so.", "संयुक्त राष्ट्र ने कहा।")


def test_many_english_terms_of_one_hindi() -> None:
    passes("अमेरिका ने कहा।", "America said so.", HI)
    passes("अमेरिका ने कहा।", "The U.S. said so.", HI)
    fails("अमेरिका ने कहा।", "send us", "अमेरिका", language=HI)


def test_the_preferred_term_is_expected_first() -> None:
    (finding,) = findings("अमेरिका ने कहा।", "They said so.", HI)
    assert finding.expected == ("US", "America")


def test_english_possessives_and_plurals_are_renderings() -> None:
    passes("बीएलए का हमला", "the BLA’s attack", HI)
    passes("मिसाइलों का", "of missiles", HI)


def test_ambiguous_words_are_only_noted() -> None:
    fails("चीनी महंगी है।", "Sugar is dear.", "चीनी", problem=TermProblem.AMBIGUOUS, language=HI)
    fails("आप आइए।", "Please come.", "आप", problem=TermProblem.AMBIGUOUS, language=HI)
    passes("चीनी सेना", "the Chinese army", HI)


def test_a_forbidden_rendering_is_told() -> None:
    fails("At Gwadar, Gwadar.", "ग्वादर, गवादर में।", "गवादर", problem=TermProblem.FORBIDDEN)


def test_a_forbidden_rendering_concerns_its_own_term() -> None:
    passes("At the port.", "गवादर में।")


def test_a_forbidden_word_inside_an_accepted_rendering_is_right() -> None:
    passes("On Malabar Hill.", "मालाबार हिल पर।")


def test_forbidden_and_missing_are_two_findings() -> None:
    problems = [finding.problem for finding in findings("The BLA.", "ब्ला।", EN)]
    assert problems == [TermProblem.MISSING, TermProblem.FORBIDDEN]


def test_messages_name_term_and_rendering() -> None:
    missing, forbidden = findings("The BLA.", "ब्ला।", EN)
    assert missing.message == "“BLA” is not translated as “बीएलए” (or “बलूच लिबरेशन आर्मी”)"
    assert forbidden.message.startswith("“ब्ला” is not to be used, write “बीएलए”")
    (noted,) = findings("चीनी", "sugar", HI)
    assert noted.message == "“चीनी” may be “Chinese” (or “China”)"


def test_spans_are_offsets_into_their_own_text() -> None:
    source, target = "At <g1>Gwadar</g1>.", "वहाँ <g1>गवादर</g1> में।"
    missing, forbidden = findings(source, target, EN)
    assert source[slice(*missing.span)] == "Gwadar"
    assert target[slice(*forbidden.span)] == "गवादर"


def test_a_form_that_is_accepted_only_counts_in_a_translation() -> None:
    passes("Rahul Gandhi spoke.", "राहुल बोले।")
    passes("कट्टरपंथी गुट", "a radical group", HI)


def test_a_form_that_is_accepted_only_is_not_looked_for() -> None:
    passes("राहुल द्रविड़ खेले।", "Dravid played.", HI)
    passes("A radical group.", "एक गुट।")


def test_a_form_that_is_accepted_only_is_not_proposed() -> None:
    (finding,) = findings("Rahul Gandhi spoke.", "नेता बोले।", EN)
    assert finding.expected == ("राहुल गांधी",)


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("The Prime Minister said so.", "उन्होंने यह कहा।", EN),
        ("Modi said so.", "उन्होंने यह कहा।", EN),
        ("प्रधानमंत्री ने उनसे मुलाकात की।", "He met them.", HI),
        ("प्रधानमंत्री नरेंद्र मोदी ने कहा।", "He said so.", HI),
    ],
)
def test_a_pronoun_in_a_person_s_place_is_only_noted(
    source: str, target: str, language: Language
) -> None:
    seen = findings(source, target, language)
    assert {finding.problem for finding in seen} == {TermProblem.AMBIGUOUS}
    assert all(finding.has_pronoun for finding in seen)


def test_a_pronoun_is_told_as_what_it_is() -> None:
    (noted,) = findings("प्रधानमंत्री ने कहा।", "He said so.", HI)
    assert noted.message == (
        "“प्रधानमंत्री” has become a pronoun, and would be “Prime Minister” (or “PM”)"
    )


def test_a_pronoun_that_the_source_has_too_stands_for_nothing_else() -> None:
    fails("Modi said that he agreed.", "नेता ने कहा कि वह सहमत हैं।", "Modi")


def test_a_pronoun_does_not_excuse_another_name() -> None:
    fails("Modi said so.", "राहुल गांधी ने कहा कि वह सहमत हैं।", "Modi")


def test_a_pronoun_is_no_part_of_a_name() -> None:
    fails("Prime Minister Sharif came.", "शरीफ आए और वह बोले।", "Prime Minister")
    fails("Piloo Modi came.", "पीलू आए और वह बोले।", "Modi")


def test_a_pronoun_stands_for_nothing_but_people() -> None:
    fails("Pakistan said so.", "उन्होंने यह कहा।", "Pakistan")


def test_a_title_is_not_the_end_of_another_one() -> None:
    fails("प्रधानमंत्री आए।", "The Deputy Prime Minister came.", "प्रधानमंत्री", language=HI)
    passes("उपप्रधानमंत्री आए।", "The Deputy Prime Minister came.", HI)


def test_english_may_introduce_by_the_acronym_alone() -> None:
    passes("विश्व व्यापार संगठन (डब्ल्यूटीओ) ने कहा।", "The WTO said so.", HI)
    fails(
        "विश्व व्यापार संगठन (डब्ल्यूटीओ) ने कहा।",
        "The World Trade Organization said so.",
        "डब्ल्यूटीओ",
        language=HI,
    )


def test_hindi_introduces_by_both() -> None:
    source = "The Baloch Liberation Army (BLA) said so."
    fails(source, "बीएलए ने कहा।", "BLA")


def test_a_part_of_another_place_is_not_the_place() -> None:
    glossary = Glossary(
        [Term("Sudan", "सूडान", Kind.PLACE), Term("South Sudan", "दक्षिण सूडान", Kind.PLACE)]
    )
    (found,) = check_terms("Sudan agreed.", "दक्षिण सूडान मान गया।", EN, HI, glossary)
    assert found.problem is TermProblem.MISSING
    both = check_terms("Sudan and South Sudan agreed.", "दक्षिण सूडान मान गया।", EN, HI, glossary)
    assert both == []


def test_a_forbidden_word_that_renders_another_term_is_right() -> None:
    glossary = Glossary(
        [
            Term("militant", "चरमपंथी", case=Case.INSENSITIVE, forbidden=("आतंकवादी",)),
            Term("terrorist", "आतंकवादी", case=Case.INSENSITIVE),
        ]
    )
    source = "The militant killed the terrorist."
    assert check_terms(source, "चरमपंथी ने आतंकवादी को मारा।", EN, HI, glossary) == []


def test_unseen_characters_beside_a_title_do_no_harm() -> None:
    glossary = Glossary([Term("Macron", "मैक्रों", Kind.PERSON)])
    (found,) = check_terms("Macron \u00ad said.", "उन्होंने कहा।", EN, HI, glossary)
    assert found.problem is TermProblem.AMBIGUOUS
