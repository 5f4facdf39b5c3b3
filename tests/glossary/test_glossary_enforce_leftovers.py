"""The source's own word, left in the translation: where it is replaced, and by which form."""

import pytest
from mending import EN, HI, Mender

from dualpress.glossary import Case, Gender, Kind, Term

GLOSSARY = Mender(
    [
        Term("BLA", "बीएलए", Kind.ACRONYM),
        Term("IT", "आईटी", Kind.ACRONYM, case=Case.SENSITIVE),
        Term("US", "अमेरिका", Kind.PLACE, forms_hi=("अमेरिकी",), case=Case.SENSITIVE),
        Term("UK", "ब्रिटेन", Kind.PLACE, forms_hi=("ब्रिटिश",), case=Case.SENSITIVE),
        Term("Casablanca", "कासाब्लांका", Kind.PLACE, forms_hi=("कैसाब्लांका",)),
        Term("Chisinau", "चिसीनाउ", Kind.PLACE, forms_en=("Chişinău",)),
        Term("galaxy", "आकाशगंगा", gender=Gender.FEMININE),
        Term("denuclearisation", "परमाणु निरस्त्रीकरण", forms_en=("denuclearization",)),
        Term(
            "Houthi",
            "हूती",
            forms_en=("Houthis",),
            forms_hi=("हूतियों",),
            gender=Gender.MASCULINE,
        ),
        Term("missile", "मिसाइल", Kind.TERM, forms_hi=("मिसाइलों",), gender=Gender.FEMININE),
        Term("Second World War", "द्वितीय विश्व युद्ध", forms_en=("WWII",)),
        Term("Sunday", "रविवार", forms_hi=("इतवार",)),
    ]
)


@pytest.mark.parametrize(
    ("source", "target", "mended"),
    [
        ("The Houthis said so.", "Houthis ने कहा।", "हूतियों ने कहा।"),
        ("The Houthis said so.", "houthis ने कहा।", "हूतियों ने कहा।"),
        ("A Houthi said so.", "एक houthi ने कहा।", "एक हूती ने कहा।"),
        ("They are Houthis.", "वे Houthis हैं।", "वे हूती हैं।"),
        ("The BLA said so.", "bla ने कहा।", "बीएलए ने कहा।"),
    ],
)
def test_capitals_and_plurals_do_not_hide_a_leftover(source: str, target: str, mended: str) -> None:
    GLOSSARY.mends(source, target, mended)


def test_accents_do_not_hide_a_leftover() -> None:
    GLOSSARY.mends("In Chişinău.", "Chişinău में।", "चिसीनाउ में।")
    GLOSSARY.mends("In Chişinău.", "Chisinau में।", "चिसीनाउ में।")


def test_another_spelling_of_the_headword_is_written_like_it() -> None:
    GLOSSARY.mends("the denuclearization", "denuclearization को", "परमाणु निरस्त्रीकरण को")


def test_initials_of_a_name_are_written_as_the_name() -> None:
    GLOSSARY.mends("in WWII", "WWII में", "द्वितीय विश्व युद्ध में")


def test_a_plural_that_depends_on_what_is_counted_is_left_alone() -> None:
    GLOSSARY.leaves("two missiles", "दो missiles से")


def test_a_small_word_of_the_source_is_not_the_acronym() -> None:
    GLOSSARY.leaves("IT said that it knows.", "it ने कहा।")


def test_a_place_without_an_adjective_may_stand_before_a_noun() -> None:
    GLOSSARY.mends("named Casablanca", "Casablanca नाम दिया गया", "कासाब्लांका नाम दिया गया")


@pytest.mark.parametrize(("source", "target"), [("US aid", "US मदद"), ("UK aid", "UK मदद")])
def test_a_place_with_an_adjective_may_not(source: str, target: str) -> None:
    GLOSSARY.leaves(source, target)


def test_a_common_noun_is_replaced_in_a_name_that_was_left() -> None:
    GLOSSARY.mends("the Sagittarius galaxy", "Sagittarius galaxy से", "Sagittarius आकाशगंगा से")


def test_a_clause_that_was_left_is_left_alone() -> None:
    GLOSSARY.leaves("a force on the galaxy", "a force on the galaxy है")


def test_a_name_within_a_longer_one_is_left_alone() -> None:
    GLOSSARY.leaves("told the Casablanca Herald", "Casablanca Herald को बताया")


def test_a_hindi_leftover_of_any_spelling_is_written_in_english() -> None:
    GLOSSARY.mends("रविवार को", "On रविवार", "On Sunday", HI)


def test_nothing_is_left_over_of_an_empty_translation() -> None:
    assert GLOSSARY.enforced("The BLA.", "", EN).text == ""
