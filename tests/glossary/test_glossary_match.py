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
    Term("Pak", "पाक", Kind.PLACE, ambiguous=frozenset({HI})),
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
    Term("Home", "मुखपृष्ठ", domain="page"),
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
        "BLAs and BLACK" if False else "BLACK",
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
        "Strait. of Hormuz",
        "Strait — of Hormuz",
        "Strait of<x1/>Hormuz",
        "Delhi" [:4],
        "pak<g1>BLA</g1>",
        "Home to millions",
    ],
)
def test_what_is_no_english_term(text: str) -> None:
    finds(text)
