"""Which words of a text are a term, and which are not."""

import pytest

from dualpress.article import Language
from dualpress.glossary import Case, Kind, Matcher, Term

EN, HI = Language.EN, Language.HI

TERMS = [
    Term("BLA", "बीएलए", Kind.ACRONYM),
    Term("IT", "आईटी", Kind.ACRONYM),
    Term("WHO", "डब्ल्यूएचओ", Kind.ACRONYM),
    Term("MP", "सांसद", Kind.ACRONYM),
    Term("US", "अमेरिका", Kind.PLACE, forms_hi=("अमेरिकी", "यूएस"), case=Case.SENSITIVE),
    Term("PoK", "पीओके", Kind.ACRONYM),
    Term("Islamabad", "इस्लामाबाद", Kind.PLACE),
    Term("Delhi", "दिल्ली", Kind.PLACE),
    Term("New Delhi", "नई दिल्ली", Kind.PLACE),
    Term("India", "भारत", Kind.PLACE),
    Term("Pakistan", "पाकिस्तान", Kind.PLACE, forms_hi=("पाक",)),
    Term("Pak", "पाक", Kind.PLACE, forms_hi=("पाकिस्तान",), ambiguous=frozenset({HI})),
    Term("Ram", "राम", Kind.PERSON),
    Term("Xi", "शी", Kind.PERSON),
    Term("Xi’an", "शीआन", Kind.PLACE),
    Term("A. Q. Khan", "ए. क्यू. खान", Kind.PERSON),
    Term("S. Jaishankar", "एस. जयशंकर", Kind.PERSON),
    Term("Haqqani network", "हक्कानी नेटवर्क", Kind.ORG),
    Term("Strait of Hormuz", "होर्मुज़ जलडमरूमध्य", Kind.PLACE),
    Term("Jammu and Kashmir", "जम्मू-कश्मीर", Kind.PLACE, forms_en=("Jammu & Kashmir",)),
    Term("China-Pakistan Economic Corridor", "चीन-पाकिस्तान आर्थिक गलियारा"),
    Term("Shaheen-3", "शाहीन-3", Kind.WEAPON),
    Term("ballistic missile", "बैलिस्टिक मिसाइल", Kind.TERM),
    Term("treaty", "संधि", Kind.TERM),
    Term("Chinese", "चीनी", Kind.TERM, ambiguous=frozenset({HI})),
    Term("China", "चीन", Kind.PLACE, forms_hi=("चीनी",)),
    Term("Hindi", "हिंदी"),
    Term("Baloch", "बलोच", Kind.PERSON),
    Term("Baloch", "बलूच", Kind.TERM),
    Term("lower case", "छोटे अक्षर", case=Case.INSENSITIVE),
    Term("$", "डॉलर"),
    Term("iPhone", "आईफ़ोन", case=Case.SENSITIVE),
    Term("CPEC", "सीपीईसी", Kind.ACRONYM, forms_hi=("आर्थिक गलियारे",)),
    Term("Economic Corridor", "आर्थिक गलियारा", forms_hi=("आर्थिक गलियारे",)),
    Term("Home", "मुखपृष्ठ", domain="page"),
    Term("internet", "इंटरनेट", Kind.TERM),
    Term("Antony Blinken", "एंटनी ब्लिंकन", Kind.PERSON),
]
MATCHERS = {language: Matcher(TERMS, language) for language in Language}


def found(text: str, language: Language = EN) -> list[str]:
    return [text[slice(*match.span)] for match in MATCHERS[language].find(text)]


def finds(text: str, *words: str, language: Language = EN) -> None:
    assert found(text, language) == list(words)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("the BLA said", "BLA"),
        ("BLA's men", "BLA"),
        ("BLA’s men", "BLA"),
        ("two MPs said", "MPs"),
        ("the MPs’ vote", "MPs"),
        ("a Pakistan-based firm", "Pakistan"),
        ("the US-led war", "US"),
        ("anti-India", "India"),
        ("in the U.S. today", "U.S."),
        ("in the U.S", "U.S"),
        ("the U.S.-led war", "U.S."),
        ("(BLA)", "BLA"),
        ("“BLA”", "BLA"),
        ("India, too", "India"),
        ("ballistic missiles", "ballistic missiles"),
        ("Ballistic Missile", "Ballistic Missile"),
        ("two treaties", "treaties"),
        ("the Haqqani Network", "Haqqani Network"),
        ("A.Q. Khan", "A.Q. Khan"),
        ("A. Q. Khan", "A. Q. Khan"),
        ("AQ Khan", "AQ Khan"),
        ("S. Jaishankar", "S. Jaishankar"),
        ("S Jaishankar", "S Jaishankar"),
        ("Xi'an", "Xi'an"),
        ("Jammu & Kashmir", "Jammu & Kashmir"),
        ("the China–Pakistan Economic Corridor", "China–Pakistan Economic Corridor"),
        ("the Strait\u00a0of\nHormuz", "Strait\u00a0of\nHormuz"),
        ("Shaheen 3", "Shaheen 3"),
        ("$46 billion", "$"),
        ("Lower CASE", "Lower CASE"),
        ("Pak\u00adi\u00adstan", "Pak\u00adi\u00adstan"),
        ("the U. S. Navy", "U. S."),
        ("the BLA’S men", "BLA"),
        ("India—once", "India"),
        ("either/India", "India"),
    ],
)
def test_english_forms(text: str, word: str) -> None:
    finds(text, word)


@pytest.mark.parametrize(
    "text",
    [
        "it is so",
        "and who is it",
        "send us a letter",
        "delhi",
        "INDIA is the name of an alliance",
        "BLACK",
        "Pakistan’sarmy",
        "Indian",
        "Indiana",
        "Ramesh",
        "Rams",
        "Xi'anese",
        "O'Ram",
        "https://example.org/India/BLA",
        "www.India.com",
        "India@example.org",
        "haqqani network",
        "IPhone",
        "x@example.orgIndia",
        "Strait. of Hormuz",
        "Strait — of Hormuz",
        "Strait of<x1/>Hormuz",
        "pak<g1>BLA</g1>",
        "Home to millions",
    ],
)
def test_what_is_no_english_term(text: str) -> None:
    finds(text)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("वह दिल्ली में है", "दिल्ली"),
        ("राम ने कहा", "राम"),
        ("भारत-पाक सीमा", "भारत"),
        ("हिन्दी में", "हिन्दी"),
        ("पाकि\u200dस्तान ने", "पाकि\u200dस्तान"),
        ("होर्मुज जलडमरूमध्य", "होर्मुज जलडमरूमध्य"),
        ("अमेरिकी सेना", "अमेरिकी"),
        ("शाहीन-३ मिसाइल", "शाहीन-३"),
        ("बी.एल.ए. ने", "बी.एल.ए."),
        ("डॉ. ए. क्यू. खान ने", "ए. क्यू. खान"),
        ("एस जयशंकर ने", "एस जयशंकर"),
        ("‘भारत’ने कहा", "भारत"),
        ("दिल्ली।", "दिल्ली"),
        ("पाकि\u200cस्तान ने", "पाकि\u200cस्तान"),
        ("इन्टरनेट पर", "इन्टरनेट"),
        ("एन्टनी ब्लिंकन ने", "एन्टनी ब्लिंकन"),
        ("होर्मुज\u093c जलडमरूमध्य", "होर्मुज\u093c जलडमरूमध्य"),
    ],
)
def test_hindi_forms(text: str, word: str) -> None:
    assert word in found(text, HI)


@pytest.mark.parametrize(
    "text",
    ["रामा ने कहा", "भारतीय सेना", "दिल्लीवाले", "अभारत", "परिराम", "https://example.org/भारत"],
)
def test_what_is_no_hindi_term(text: str) -> None:
    finds(text, language=HI)


def test_decomposed_text_is_found_where_it_stands() -> None:
    text = "क\u093c हिन्दी ज\u093c"
    (match,) = MATCHERS[HI].find(text)
    assert text[slice(*match.span)] == "हिन्दी"


def test_the_longest_term_wins() -> None:
    finds("in New Delhi, not Delhi", "New Delhi", "Delhi")


def test_inner_terms_are_found_when_all_are_asked_for() -> None:
    matches = MATCHERS[EN].find_all("New Delhi")
    assert [match.term.en for match in matches] == ["New Delhi", "Delhi"]


def test_a_heading_in_capitals_is_read_without_regard_to_case() -> None:
    finds("598: ISLAMABAD AND NEW DELHI - Notes", "ISLAMABAD", "NEW DELHI")


def test_words_in_capitals_that_may_be_ordinary_words_are_ambiguous() -> None:
    flags = {match.form: match.ambiguous for match in MATCHERS[EN].find("US AND INDIA AND IT")}
    assert flags == {"US": True, "India": False, "IT": True}


def test_one_word_in_capitals_is_a_term() -> None:
    (match,) = MATCHERS[EN].find("US")
    assert not match.ambiguous


def test_hindi_around_an_acronym_is_no_heading() -> None:
    assert [match.ambiguous for match in MATCHERS[EN].find("US ने IT को")] == [False, False]


def test_inline_tags_do_not_hide_a_term() -> None:
    finds("<g1>Strait</g1> of Hormuz", "Strait</g1> of Hormuz")
    finds("the <g1>BLA</g1>’s men", "BLA")
    finds("<g1>Jammu</g1> <g2>and</g2> Kash<g3>mir</g3>", "Jammu</g1> <g2>and</g2> Kash<g3>mir")
    finds("the <g1>China</g1>-Pakistan Economic Corridor", "China</g1>-Pakistan Economic Corridor")


def test_what_an_inline_tag_joins_is_one_word() -> None:
    finds("un<g1>Ram</g1>ed")


def test_an_ambiguous_row_marks_its_own_word() -> None:
    (match,) = MATCHERS[HI].find("चीनी")
    assert match.ambiguous
    assert {term.en for term in match.terms} == {"Chinese", "China"}


def test_an_ambiguous_row_leaves_other_words_alone() -> None:
    (match,) = MATCHERS[HI].find("पाकिस्तान")
    assert not match.ambiguous


def test_ambiguity_belongs_to_a_language() -> None:
    (match,) = MATCHERS[EN].find("Chinese")
    assert not match.ambiguous


def test_a_word_of_two_kinds_gives_both_terms() -> None:
    (match,) = MATCHERS[EN].find("a Baloch")
    assert {term.hi for term in match.terms} == {"बलोच", "बलूच"}


def test_a_form_of_a_name_is_the_name_before_its_acronym() -> None:
    (match,) = MATCHERS[HI].find("आर्थिक गलियारे")
    assert [term.en for term in match.terms] == ["Economic Corridor", "CPEC"]


def test_page_words_stand_alone() -> None:
    finds("» Home (3)", "Home")
    finds("Home India", "India")


def test_a_plural_no_row_spells_out_is_told() -> None:
    (match,) = MATCHERS[EN].find("ballistic missiles")
    assert (match.form, match.inflected) == ("ballistic missiles", True)


def test_terms_that_overlap_give_way_to_the_longer() -> None:
    finds("Economic Corridor of New Delhi treaty", "Economic Corridor", "New Delhi", "treaty")
    finds("China-Pakistan Economic Corridor", "China-Pakistan Economic Corridor")


def test_beginnings_of_terms_lead_nowhere() -> None:
    text = "Strait of Strait of New Jammu and " * 2000 + "Delhi"
    finds(text, "Delhi")


def test_handles_file_names_and_names_in_code_are_no_text() -> None:
    matcher = Matcher([Term("BLA", "बीएलए"), Term("rand", "रैंड")], Language.EN)
    assert matcher.find("@BLA #BLA BLA_report.pdf x_BLA rand.dat") == []
    assert len(matcher.find("BLA. rand")) == 2


def test_the_half_of_a_day_is_no_prime_minister() -> None:
    matcher = Matcher([Term("PM", "प्रधानमंत्री", Kind.ACRONYM)], Language.EN)
    assert matcher.find("at 5 PM and 6PM") == []
    assert len(matcher.find("the PM met 5 PMs")) == 2


def test_a_long_piece_without_spaces_is_searched() -> None:
    matcher = Matcher([Term("a b", "क")], Language.EN)
    assert matcher.find("a-" * 20_000) == []


@pytest.mark.parametrize("text", ["to Delhi", "to Delhi " * 1000])
def test_what_was_found_before_is_found_again_whatever_became_of_the_list(text: str) -> None:
    matcher = Matcher([Term("Delhi", "दिल्ली", Kind.PLACE)], Language.EN)
    first = matcher.find(text)
    before = list(first)
    first.clear()
    assert matcher.find(text) == matcher.find_all(text) == before
