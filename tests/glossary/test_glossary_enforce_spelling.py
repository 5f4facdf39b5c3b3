"""Renderings in another spelling: which words are taken for the term's, and which are not."""

import pytest
from mending import EN, HI, Mender

from dualpress.article import Language
from dualpress.glossary import Kind, Term

GLOSSARY = Mender(
    [
        Term("Gwadar", "ग्वादर", Kind.PLACE),
        Term("Taliban", "तालिबान", Kind.ORG),
        Term("New Zealand", "न्यूज़ीलैंड", Kind.PLACE),
        Term(
            "Falkland Islands",
            "फ़ॉकलैंड द्वीप समूह",
            Kind.PLACE,
            forms_en=("Falklands",),
            forms_hi=("फ़ॉकलैंड",),
        ),
        Term("Lee Hsien Loong", "ली सीन लूंग", Kind.PERSON),
        Term("Xinhua", "शिन्हुआ", Kind.ORG),
        Term("Texas", "टेक्सास", Kind.PLACE, forms_hi=("टैक्सास",)),
        Term("Medina", "मदीना", Kind.PLACE, forms_en=("Madinah",)),
        Term("Romania", "रोमानिया", Kind.PLACE, forms_en=("Romanian",)),
        Term("Romanian", "रोमानियाई"),
        Term("Congress", "कांग्रेस", Kind.ORG),
        Term("Baloch", "बलोच", Kind.PERSON),
        Term("tola", "तोला"),
        Term("hectare", "हेक्टेयर"),
        Term("Iran", "ईरान", Kind.PLACE, forms_hi=("ईरानियों",)),
        Term("BLA", "बीएलए", Kind.ACRONYM),
        Term("Johannesburg", "जोहान्सबर्ग", Kind.PLACE),
        Term("London", "लंदन", Kind.PLACE),
    ]
)


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("in Gwadar", "ग्वादार में", "ग्वादर में"),
        ("The Taliban", "तालेबान ने", "तालिबान ने"),
        ("In New Zealand.", "न्यू ज़ीलैंड में।", "न्यूज़ीलैंड में।"),
        ("met Lee Hsien Loong", "ली हसीन लोंग से मिले", "ली सीन लूंग से मिले"),
    ],
)
def test_a_misspelling_is_written_as_the_row_has_it(source: str, target: str, mended: str) -> None:
    GLOSSARY.mends(source, target, mended)


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("टैक्सास में", "in Taxas", "in Texas"),
        ("जोहान्सबर्ग के मेयर", "Johannsburg’s mayor", "Johannesburg’s mayor"),
        ("मदीना में", "in Madina", "in Medina"),
    ],
)
def test_a_misspelling_is_mended_in_english_too(source: str, target: str, mended: str) -> None:
    GLOSSARY.mends(source, target, mended, HI)


def test_the_form_that_is_likest_is_written() -> None:
    GLOSSARY.mends("Falklands currency", "फ़ॉकलैंड्स मुद्रा", "फ़ॉकलैंड मुद्रा")
    GLOSSARY.mends("रोमानिया की राजधानी", "the Romanean capital", "the Romanian capital", HI)


def test_a_plural_stays_a_plural() -> None:
    GLOSSARY.mends("दो हेक्टेयर", "two hectaars", "two hectares", HI)


def test_all_places_are_mended_if_the_source_has_as_many() -> None:
    GLOSSARY.mends("Gwadar, Gwadar", "ग्वादार, ग्वादार", "ग्वादर, ग्वादर")
    GLOSSARY.leaves("Gwadar.", "ग्वादार, ग्वादार")


def test_two_different_misspellings_are_not_certain() -> None:
    GLOSSARY.leaves("Gwadar, Gwadar", "ग्वादार, ग्वाडर")


def test_a_word_that_another_word_of_the_source_sounds_like_is_not_taken() -> None:
    GLOSSARY.leaves("Gwadar and Gwaadar", "ग्वादार")


def test_a_word_that_is_another_term_is_not_taken() -> None:
    terms = [Term("Iran", "ईरान", Kind.PLACE), Term("Irani", "इरान", Kind.PERSON)]
    Mender(terms).leaves("Iran.", "इरान।")


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("Congress", "कांग्रेसी", EN),
        ("ईरान", "Iranianz", HI),
        ("Iran", "इरानियन", EN),
        ("London", "लंदनवासी", EN),
    ],
)
def test_what_differs_at_its_end_is_no_misspelling(
    source: str, target: str, language: Language
) -> None:
    GLOSSARY.leaves(source, target, language)


def test_a_word_beside_the_misspelling_is_not_swallowed() -> None:
    GLOSSARY.mends("लंदन में", "in Londan on", "in London on", HI)


def test_an_english_word_in_small_letters_is_no_name() -> None:
    GLOSSARY.leaves("टेक्सास में", "in taxas", HI)


def test_a_surname_behind_another_first_name_is_another_person() -> None:
    GLOSSARY.leaves("फ़ेलिक्स बलोच ने", "It was Felix Bloch", HI)


def test_a_common_noun_in_a_name_is_not_mended() -> None:
    GLOSSARY.leaves("In Bangali Tola.", "बंगाली टोला में।")


def test_another_acronym_is_no_misspelling_of_one() -> None:
    GLOSSARY.leaves("The BLA said so.", "बीएलएफ ने कहा।")
