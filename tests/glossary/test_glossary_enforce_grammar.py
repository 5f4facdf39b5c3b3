"""What grammar asks of a term that is written into a sentence."""

import pytest
from mending import HI, Mender

from dualpress.glossary import Gender, Kind, Term

GLOSSARY = Mender(
    [
        Term("treaty", "समझौता", forms_hi=("समझौते",), gender=Gender.MASCULINE),
        Term("guerrilla", "गुरिल्ला"),
        Term("assembly", "सभा", gender=Gender.FEMININE),
        Term("Black Sea", "काला सागर", Kind.PLACE, forms_hi=("काले सागर",)),
        Term("BLA", "बीएलए", Kind.ACRONYM, gender=Gender.FEMININE),
        Term("IMF", "आईएमएफ", Kind.ACRONYM, gender=Gender.MASCULINE),
        Term("Mr Modi", "श्री मोदी", Kind.PERSON, gender=Gender.MASCULINE, honorific=True),
        Term("UN", "संयुक्त राष्ट्र", Kind.ACRONYM),
        Term("ambassador", "राजदूत", Kind.TITLE),
        Term("The Hindu", "द हिंदू", Kind.ORG),
        Term("unit", "इकाई"),
    ]
)


def test_a_noun_before_a_postposition_is_oblique() -> None:
    GLOSSARY.mends("in the treaty", "treaty में", "समझौते में")
    GLOSSARY.mends("the treaty is", "treaty है", "समझौता है")
    GLOSSARY.mends("in the Black Sea", "Black Sea में", "काले सागर में")


def test_an_oblique_form_that_no_row_has_is_not_guessed() -> None:
    GLOSSARY.leaves("the guerrilla said", "guerrilla ने कहा")


def test_a_feminine_noun_does_not_change() -> None:
    GLOSSARY.mends("in the assembly", "assembly में", "सभा में")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("The BLA attacks.", "BLA हमला करता है।"),
        ("The IMF comes.", "IMF आ रही है।"),
        ("India’s BLA policy", "भारत का BLA पर"),
        ("India’s IMF policy", "भारत की IMF में नीति"),
    ],
)
def test_what_shows_another_gender_is_marked(source: str, target: str) -> None:
    GLOSSARY.leaves(source, target)


def test_what_shows_its_gender_or_none_is_mended() -> None:
    GLOSSARY.mends("The BLA attacks.", "BLA हमला करती है।", "बीएलए हमला करती है।")
    GLOSSARY.mends("The BLA attacked.", "BLA ने हमला किया था।", "बीएलए ने हमला किया था।")
    GLOSSARY.mends("of the BLA", "BLA का हमला", "बीएलए का हमला")
    GLOSSARY.mends("India’s BLA", "भारत की BLA पर", "भारत की बीएलए पर")


def test_an_honorific_is_not_doubled() -> None:
    GLOSSARY.leaves("Mr Modi said so.", "श्री Mr Modi ने कहा।")


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("एक आईएमएफ योजना", "a आईएमएफ plan", "an IMF plan"),
        ("एक संयुक्त राष्ट्र योजना", "An संयुक्त राष्ट्र plan", "A UN plan"),
        ("एक राजदूत", "a राजदूत", "an ambassador"),
        ("एक इकाई", "an इकाई", "a unit"),
    ],
)
def test_the_article_fits(source: str, target: str, mended: str) -> None:
    GLOSSARY.mends(source, target, mended, HI)


def test_the_article_of_a_name_is_not_doubled() -> None:
    GLOSSARY.mends("द हिंदू ने लिखा", "as the द हिंदू wrote", "as The Hindu wrote", HI)


def test_a_sentence_begins_with_a_capital() -> None:
    GLOSSARY.mends("राजदूत आए।", "राजदूत came.", "Ambassador came.", HI)
    GLOSSARY.mends("वे आए। राजदूत आए।", "It came. राजदूत came.", "It came. Ambassador came.", HI)
    GLOSSARY.mends("यू.एस. राजदूत", "the U.S. राजदूत", "the U.S. ambassador", HI)
