"""What looks like a term and is another word, another name, or a part of one: it is marked."""

import pytest
from mending import EN, HI, Mender

from dualpress.article import Language
from dualpress.glossary import Gender, Kind, Term

GLOSSARY = Mender(
    [
        Term("Vladimir Putin", "व्लादिमीर पुतिन", Kind.PERSON),
        Term("Ayushman Bharat", "आयुष्मान भारत", Kind.ORG),
        Term("risk area", "जोखिम क्षेत्र"),
        Term("Baghdad", "बगदाद", Kind.PLACE),
        Term("Malé", "माले", Kind.PLACE),
        Term("Puri", "पुरी", Kind.PLACE),
        Term("Houthi", "हूती"),
        Term("India", "भारत", Kind.PLACE, forms_en=("Bharat",)),
        Term("JD Vance", "जेडी वेंस", Kind.PERSON, forms_en=("Vance",), forms_hi=("वेंस",)),
        Term("Babur", "बाबर", Kind.PERSON),
        Term("Bashar Assad", "बशर असद", Kind.PERSON, forms_en=("Assad",), forms_hi=("असद",)),
        Term("Guwahati", "गुवाहाटी", Kind.PLACE),
        Term("Hungary", "हंगरी", Kind.PLACE),
        Term("Beijing", "बीजिंग", Kind.PLACE),
        Term("November", "नवंबर"),
        Term("Labour Party", "लेबर पार्टी", Kind.ORG),
        Term("Indian Navy", "भारतीय नौसेना", Kind.ORG),
        Term("Indian", "भारतीय", forms_en=("Hindustani",)),
        Term("naval", "नौसेना"),
        Term("denuclearisation", "परमाणु निरस्त्रीकरण"),
        Term("nuclear", "परमाणु"),
        Term("disarmament", "निरस्त्रीकरण"),
        Term("missile", "मिसाइल", gender=Gender.FEMININE),
        Term("exercise", "अभ्यास", gender=Gender.MASCULINE),
        Term("ambassador", "राजदूत", Kind.TITLE),
        Term("Deendayal Upadhyaya", "दीनदयाल उपाध्याय", Kind.PERSON),
        Term("hybrid war", "हाइब्रिड युद्ध", forbidden=("संकर युद्ध",)),
        Term("crossbred war", "संकर युद्ध", ambiguous=frozenset({EN})),
        Term("militant", "चरमपंथी", forbidden=("terrorist",)),
        Term("$", "डॉलर"),
    ]
)
ACRONYMS = Mender(
    [
        Term("NDA", "राजग", Kind.ACRONYM, forms_hi=("राष्ट्रीय जनतांत्रिक गठबंधन",)),
        Term("National Democratic Alliance", "राष्ट्रीय जनतांत्रिक गठबंधन", Kind.ORG),
        Term("National Defence Academy", "राष्ट्रीय रक्षा अकादमी", Kind.ORG),
        Term("BLA", "बीएलए", Kind.ACRONYM),
        Term("Baloch Liberation Army", "बलूच लिबरेशन आर्मी", Kind.ORG),
    ]
)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Vladimir Putin said he agreed.", "व्लादिमीर ने कहा कि वे सहमत हैं।"),
        ("Ayushman Bharat covers it.", "इसमें भारत है।"),
        ("a risk area", "उच्च जोखिम और"),
        ("Baghdad fell three weeks after.", "तीन सप्ताह बाद राजधानी गिर गई।"),
        ("He met them in Malé.", "वे उनसे मिले।"),
        ("It is in Puri.", "वह पूरी है।"),
        ("A Houthi was there.", "वह होती थी।"),
    ],
)
def test_an_everyday_hindi_word_is_no_misspelling(source: str, target: str) -> None:
    GLOSSARY.leaves(source, target)


@pytest.mark.parametrize(
    ("source", "target"),
    [("बीजिंग में", "Being there"), ("हंगरी में", "Hungry people")],
)
def test_an_everyday_english_word_is_no_misspelling(source: str, target: str) -> None:
    GLOSSARY.leaves(source, target, HI)


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("Bharat Gupta said so.", "भारात गुप्ता ने कहा।", EN),
        ("Larry Vance said so.", "लैरी वेन्स ने कहा।", EN),
        ("बाबर आज़म ने कहा।", "Babar Azam said so.", HI),
        ("असद ने कहा।", "Asad said so.", HI),
        ("गुवाहाटी उच्च न्यायालय में", "in the Gauhati High Court", HI),
        ("भारतीय नौसेना के", "of the Indian Naval Academy", HI),
        ("परमाणु निरस्त्रीकरण का", "the Campaign for Nuclear Disarmament", HI),
    ],
)
def test_a_part_of_a_longer_name_is_left_alone(
    source: str, target: str, language: Language
) -> None:
    GLOSSARY.leaves(source, target, language)


def test_a_title_beside_a_name_is_no_part_of_it() -> None:
    terms = [Term("Gwadar", "ग्वादर", Kind.PLACE), Term("President", "राष्ट्रपति", Kind.TITLE)]
    Mender(terms).mends("President Gwadar", "राष्ट्रपति ग्वादार", "राष्ट्रपति ग्वादर")


def test_the_other_party_of_the_sentence_is_left_alone() -> None:
    terms = [Term("Labour Party", "लेबर पार्टी", Kind.ORG), Term("party", "पार्टी")]
    source = "The Labour Party and the Liberal Party split."
    Mender(terms).leaves(source, "पार्टी और लिबरल पार्टी अलग हुईं।")


def test_what_stands_alone_for_a_term_may_stand_for_another_word_that_sounds_so() -> None:
    mender = Mender([Term("raid", "आक्रमण")])
    mender.leaves("The raid in Chapra.", "छापरा में", alone=lambda _: "छापरा")


def test_half_a_name_is_not_doubled() -> None:
    GLOSSARY.leaves("दीनदयाल उपाध्याय ने", "Deen Deen-Dayal Upadhyaya", HI)


def test_digits_are_never_lost() -> None:
    GLOSSARY.leaves("It was in November 2018.", "यह नवम्बार2018 में था।")


@pytest.mark.parametrize(("source", "target"), [("$500", "500"), ("It cost $500.", "500 लगे।")])
def test_a_sign_that_was_lost_is_marked(source: str, target: str) -> None:
    GLOSSARY.leaves(source, target)


def test_another_form_with_an_ending_is_no_misspelling() -> None:
    GLOSSARY.leaves("भारतीय गाँव", "the villages of Hindustan", HI)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("a new missile", "एक नया missile"),
        ("a destroyed missile", "गिराया गया missile"),
        ("a big exercise", "एक बड़ी exercise"),
    ],
)
def test_an_adjective_of_the_other_gender_leaves_the_noun_alone(source: str, target: str) -> None:
    GLOSSARY.leaves(source, target)


def test_an_adjective_of_its_gender_does_not() -> None:
    GLOSSARY.mends("a new missile", "एक नई missile", "एक नई मिसाइल")
    GLOSSARY.mends("an official exercise", "सरकारी exercise", "सरकारी अभ्यास")


@pytest.mark.parametrize("target", ["वे Brand Ambassador हैं", "वे brand ambassador हैं"])
def test_one_noun_of_two_that_were_left_is_not_replaced(target: str) -> None:
    GLOSSARY.leaves("He is a brand ambassador.", target)


def test_a_forbidden_word_that_renders_another_term_is_left_alone() -> None:
    GLOSSARY.leaves("a hybrid war, a crossbred war", "एक संकर युद्ध")


def test_a_forbidden_plural_is_left_alone() -> None:
    GLOSSARY.leaves("चरमपंथी आए", "terrorists came", HI)


def test_an_acronym_behind_another_name_is_never_enforced() -> None:
    source, target = "The National Defence Academy (NDA)", "राष्ट्रीय रक्षा अकादमी (NDA)"
    ACRONYMS.leaves(source, target)
    ACRONYMS.leaves("The Northern Dancers (NDA)", "उत्तरी नर्तक (NDA)")


def test_an_acronym_behind_its_own_name_is() -> None:
    ACRONYMS.mends(
        "The National Democratic Alliance (NDA)",
        "राष्ट्रीय जनतांत्रिक गठबंधन (NDA)",
        "राष्ट्रीय जनतांत्रिक गठबंधन (राजग)",
    )


def test_a_remark_in_brackets_is_no_acronym() -> None:
    source = "The Baloch Liberation Army (BLA) attacked."
    ACRONYMS.leaves(source, "बलूच लिबरेशन आर्मी (प्रतिबंधित) ने हमला किया।")


def test_many_terms_are_written_at_once() -> None:
    letters = "abcdefgh"
    names = [f"Name{one}{two}" for one in letters for two in letters]
    terms = [
        Term(name, f"नाम{'कखगघचछजझ'[i % 8]}{i // 8 * 'ट'}", Kind.PLACE)
        for i, name in enumerate(names)
    ]
    result = Mender(terms).enforced("; ".join(names), "; ".join(names))
    assert len(result.repairs) == len(names)


def test_of_many_terms_one_that_cannot_be_written_keeps_no_other_back() -> None:
    names = [f"Name{letter}" for letter in "abcdefghij"]
    hindi = [f"नाम{letter}" for letter in "कखगघचछजझटठ"]
    mender = Mender(Term(*pair, Kind.PLACE) for pair in zip(names, hindi, strict=True))
    result = mender.enforced("; ".join(names), "; ".join(names[1:]))
    assert len(result.repairs) == len(names) - 1
    assert len(result.marks) == len(names)
