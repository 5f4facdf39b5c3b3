"""A rendering that a row had before, in a draft that was made under it."""

from __future__ import annotations

import pytest

from dualpress.article import Language
from dualpress.glossary import Enforced, Gender, Glossary, Kind, Term, enforce
from dualpress.glossary.enforcing.former import replace_former

EN, HI = Language.EN, Language.HI

TURKEY = Term("Turkey", "तुर्किये", Kind.PLACE)
ASIA = Term("Central Asia", "मध्य एशिया", Kind.PLACE)
FORMER = {"Turkey": "तुर्की", "Central Asia": "सेंट्रल एशिया", "missile": "प्रक्षेपास्त्र"}


def enforced(source: str, draft: str, *terms: Term, target: Language = HI) -> Enforced:
    return enforce(
        source,
        [draft],
        Glossary(terms or (TURKEY, ASIA)),
        source_language=EN,
        target_language=target,
        strategies=[replace_former(FORMER)],
    )


@pytest.mark.parametrize(
    ("source", "draft", "expected"),
    [
        ("Turkey agreed.", "तुर्की सहमत है।", "तुर्किये सहमत है।"),
        ("<g1>Turkey</g1> agreed.", "<g1>तुर्की</g1> सहमत है।", "<g1>तुर्किये</g1> सहमत है।"),
        ("Turkey and Turkey’s allies", "तुर्की और तुर्की के साथी", "तुर्किये और तुर्किये के साथी"),
        ("Central Asia agreed.", "सेंट्रल एशिया सहमत है।", "मध्य एशिया सहमत है।"),
    ],
)
def test_it_gives_way_to_what_the_row_has_now(source: str, draft: str, expected: str) -> None:
    assert enforced(source, draft).text == expected


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("Turkey agreed.", "अंकारा सहमत है।"),  # it does not stand there
        ("Turkey agreed.", "तुर्की की बात पर तुर्की सहमत है।"),  # twice for one
        ("Turkey agreed.", "तुर्कीवासी सहमत है।"),  # within another word
        ("Central Asia agreed.", "सेंट्रल <x1/>एशिया सहमत है।"),  # with a tag in it
    ],
)
def test_where_that_is_not_certain_nothing_changes(source: str, draft: str) -> None:
    assert enforced(source, draft).text == draft


def test_what_another_term_of_the_source_is_to_be_stays() -> None:
    language = Term("Turkish", "तुर्की", Kind.TERM)
    draft = "अंकारा ने तुर्की में बात की।"
    assert enforced("Turkey spoke in Turkish.", draft, TURKEY, language).text == draft


def test_what_would_no_longer_agree_with_its_sentence_stays() -> None:
    missile = Term("missile", "मिसाइल", gender=Gender.FEMININE)
    draft = "नया प्रक्षेपास्त्र गिराया गया।"
    assert enforced("The new missile was shot down.", draft, missile).text == draft
    assert enforced("The missile is there.", "प्रक्षेपास्त्र वहाँ है।", missile).text == "मिसाइल वहाँ है।"


def test_it_is_told_what_was_put_in_for_what() -> None:
    assert enforced("Turkey agreed.", "तुर्की सहमत है।").marks == (
        "glossary: “तुर्किये” was put in for “तुर्की”",
    )
