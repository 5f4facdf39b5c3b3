"""Which capitals of English text make a name that no glossary has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from proposals_support import NOTHING, SMALL, english_mentions, english_names

from dualpress.glossary.proposals.ordinary import Vocabulary
from dualpress.glossary.proposals.runs import is_acronym
from dualpress.glossary.terms import Kind


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The talks with Liu Pengyu went on.", ["Liu Pengyu"]),
        ("Liu Pengyu said so.", ["Liu Pengyu"]),
        (
            "They met Ayman al-Zawahiri and Osama bin Laden.",
            ["Ayman al-Zawahiri", "Osama bin Laden"],
        ),
        ("It blames Jaish-e-Mohammed for that.", ["Jaish-e-Mohammed"]),
        ("He left the Bank of Punjab.", ["Bank of Punjab"]),
        ("It joined the Centre for Sea Studies.", ["Centre for Sea Studies"]),
        ("It buys from Akhtar and Sons Private Limited.", ["Akhtar and Sons Private Limited"]),
        ("It lies between Ormara and Pasni.", ["Ormara", "Pasni"]),
        ("He came from Dar es Salaam.", ["Dar es Salaam"]),
        ("She lives in St. Louis.", ["St. Louis"]),
        ("He met A.Q. Khan there.", ["A.Q. Khan"]),
    ],
)
def test_names_of_several_words(text: str, names: list[str]) -> None:
    assert english_names(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("It saw Ormara’s harbour.", ["Ormara"]),
        ("It is an Ormara-based firm.", ["Ormara"]),
        ("The pro-Zardari group left.", ["Zardari"]),
        ("They carry MIRVs now.", ["MIRV"]),
        ("He was in the U.N. yesterday.", ["UN"]),
    ],
)
def test_what_is_put_on_a_name_is_no_part_of_it(text: str, names: list[str]) -> None:
    assert english_names(text) == names


@pytest.mark.parametrize("acronym", ["BLA", "F-16", "JF-17", "CM-400AKG", "G20", "IFC-IOR", "MI6"])
def test_acronyms_have_digits_and_hyphens(acronym: str) -> None:
    assert is_acronym(acronym)
    assert english_names(f"They saw the {acronym} there.") == [acronym]


@pytest.mark.parametrize("word", ["A", "PAKISTAN", "Khan", "2024", "Xi"])
def test_other_words_are_no_acronyms(word: str) -> None:
    assert not is_acronym(word)


@pytest.mark.parametrize(
    "text",
    [
        "On Monday in March they met.",
        "Then the President and the Prime Minister spoke.",
        "See https://Example.org/Ormara or write to Ali@Example.org today.",
        "It says I’m late.",
        "It was 5 PM.",
        "The officials went North.",
        "That is told in chapter IV, he said.",
        "PAKISTAN MISSILE THREAT GROWS IN ORMARA",
    ],
)
def test_no_names(text: str) -> None:
    assert english_names(text) == []


def test_the_first_word_is_not_sure_to_be_a_name() -> None:
    (mention,) = english_mentions("Ormara was quiet.")
    assert (mention.name, mention.is_sure) == ("Ormara", False)


def test_an_everyday_word_before_a_name_at_the_start_is_no_part_of_it() -> None:
    assert english_names("Although Liu Pengyu came, nothing changed.") == ["Liu Pengyu"]


def test_capitals_of_headings_are_not_sure() -> None:
    assert english_names("The Price of Harbour Security", is_heading=True) == []


def test_a_byline_is_a_name() -> None:
    assert english_names("Kaswar Klasra", is_heading=True) == ["Kaswar Klasra"]


def test_all_before_a_rank_is_cut_off() -> None:
    assert english_names("They thanked Lifeguard Capt. Larry Giles there.") == ["Larry Giles"]


def test_titles_stand_before_a_name_and_tell_that_it_is_a_person() -> None:
    (mention,) = english_mentions("They heard Brigadier General Hemant Ranalkar there.")
    assert (mention.name, mention.kind) == ("Hemant Ranalkar", Kind.PERSON)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("It asked the Konkan Institute of Policy.", Kind.ORG),
        ("It crossed the Hingol River.", Kind.PLACE),
        ("It happened in Ormara.", Kind.PLACE),
        ("But Klasra said no.", None),
        ("It hit the CTF there.", Kind.ACRONYM),
        ("It praised Klasra again.", None),
        ("But Nasir Klasra said no.", Kind.PERSON),
        ("But New Konkan said no.", None),
        ("It hit the A.B.X.D. there.", Kind.ACRONYM),
    ],
)
def test_what_stands_around_a_name_tells_what_it_is(text: str, kind: Kind | None) -> None:
    assert [mention.kind for mention in english_mentions(text)] == [kind]


def test_what_the_glossary_has_is_no_news() -> None:
    assert english_names("They say the BLA left Pakistan.", SMALL) == []
    assert english_names("They say the BLA left Pakistan.", NOTHING) == ["BLA", "Pakistan"]


def test_a_known_word_inside_an_unknown_name_does_not_hide_it() -> None:
    assert english_names("It asked the Pakistan Sea Institute.", SMALL) == [
        "Pakistan Sea Institute"
    ]


def test_known_places_before_a_person_are_cut_off() -> None:
    assert english_names("They heard Pakistan spokesperson Liu Pengyu.", SMALL) == ["Liu Pengyu"]


def test_a_word_that_stands_there_in_small_letters_is_no_name() -> None:
    vocabulary = Vocabulary(["The convoy sailed."])
    assert vocabulary.is_ordinary("Convoy")
    assert not vocabulary.is_ordinary("Klasra")


@given(st.text("AaBb .,’-&1()“”é", max_size=40))
def test_a_mention_stands_where_it_says(text: str) -> None:
    for mention in english_mentions(text):
        assert 0 <= mention.span.start < mention.span.end <= len(text)
        there = text[slice(*mention.span)]
        assert there.replace(".", "").split() == mention.name.replace(".", "").split()


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It saw the 44th Brigade there.", "44th Brigade"),
        ("It saw the 7th Konkan Fleet there.", "7th Konkan Fleet"),
        ("It saw 44 Konkan Brigade posts.", "Konkan Brigade"),
    ],
)
def test_the_number_of_a_brigade_is_part_of_its_name(text: str, name: str) -> None:
    assert english_names(text) == [name]
