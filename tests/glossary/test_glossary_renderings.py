"""How a term is written in the other language, and where there is more than one way."""

import pytest

from dualpress.article import Language
from dualpress.glossary import Glossary, Kind, Term
from dualpress.glossary.renderings import folded, is_plural, is_spelling, rendering_of

EN, HI = Language.EN, Language.HI

GLOSSARY = Glossary(
    [
        Term(
            "United States",
            "अमेरिका",
            Kind.PLACE,
            forms_en=("USA", "American"),
            forms_hi=("अमेरिकी",),
        ),
        Term("Chisinau", "चिसीनाउ", Kind.PLACE, forms_en=("Chişinău",)),
        Term("Houthi", "हूती", forms_en=("Houthis",)),
        Term("Baloch", "बलोच", Kind.PERSON),
        Term("Baloch", "बलूच"),
        Term("March", "मार्च", ambiguous=frozenset({EN})),
        Term("Thursday", "गुरुवार", forms_hi=("गुरूवार",)),
    ]
)


@pytest.mark.parametrize(
    ("text", "language", "rendering"),
    [
        ("United States", EN, "अमेरिका"),
        ("USA", EN, "अमेरिका"),
        ("American", EN, None),
        ("Chişinău", EN, "चिसीनाउ"),
        ("Houthis", EN, None),
        ("Baloch", EN, None),
        ("March", EN, None),
        ("अमेरिकी", HI, None),
        ("गुरूवार", HI, "Thursday"),
    ],
)
def test_the_headword_is_written_where_there_is_one_way(
    text: str, language: Language, rendering: str | None
) -> None:
    (match,) = GLOSSARY.matcher(language).find(text)
    assert rendering_of(match, language) == rendering


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Chişinău", "Chisinau", True),
        ("denuclearization", "denuclearisation", True),
        ("अमेरिकी", "अमेरिका", False),
        ("Iranian", "Iran", False),
        ("Iran", "Iraq", False),
    ],
)
def test_a_spelling_differs_in_letters_not_in_its_end(one: str, other: str, same: bool) -> None:
    assert is_spelling(one, other) is same


def test_a_plural_is_told_from_another_form() -> None:
    (houthis,) = GLOSSARY.matcher(EN).find("Houthis")
    (houthi,) = GLOSSARY.matcher(EN).find("Houthi")
    assert is_plural(houthis)
    assert not is_plural(houthi)


def test_capitals_accents_and_spellings_fold() -> None:
    assert folded("Erdoğan") == folded("ERDOGAN")
    assert folded("हिन्दी") == folded("हिंदी")
    assert folded("ग्वादर") != folded("ग्वादार")
