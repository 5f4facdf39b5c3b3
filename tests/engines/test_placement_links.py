"""Which words stand for which, and the places that follow from it."""

from __future__ import annotations

import pytest

from dualpress.article import Language, Span
from dualpress.engines.placement import Evidence
from dualpress.engines.placement.links import find_links
from dualpress.engines.placement.project import project
from dualpress.engines.placement.sounds import likeness, spelled
from dualpress.engines.placement.words import key_of


def linked(source: str, target: str, tags: tuple[Span, ...] = ()) -> list[tuple[str, str]]:
    evidence = Evidence(Language.EN, Language.HI)
    links = find_links(source, target, evidence, tags)
    return [(source[slice(*link.source)], target[slice(*link.target)]) for link in links]


@pytest.mark.parametrize(
    ("english", "hindi"),
    [
        ("Gwadar", "ग्वादर"), ("Musharraf", "मुशर्रफ़"), ("Chabahar", "चाबहार"), ("Facebook", "फ़ेसबुक"),
        ("George", "जॉर्ज"), ("Institute", "इंस्टीट्यूट"), ("Iran", "ईरान"), ("Rehman", "रहमान"),
        ("Washington", "वाशिंगटन"), ("Colombo", "कोलंबो"), ("Kargil", "कारगिल"),
        ("Phoenix", "फ़ीनिक्स"),
    ],
)  # fmt: skip
def test_a_name_sounds_alike_in_both_languages(english: str, hindi: str) -> None:
    assert likeness(english, hindi) >= 0.75


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Gwadar", "कराची"),
        ("river", "सेना"),
        ("a", "अ"),
        ("Gwadar", "Gwadar"),
        ("", "क"),
        ("it", "तो"),
    ],
)
def test_other_words_do_not(one: str, other: str) -> None:
    assert likeness(one, other) < 0.75


def test_an_acronym_is_spelled_by_the_names_of_its_letters() -> None:
    assert spelled("DRDO") == key_of("डीआरडीओ")
    assert spelled("U.S.") == key_of("यूएस")
    assert spelled("IMF") == key_of("आईएमएफ़")
    assert spelled("Navy") is None
    assert spelled("A") is None


def test_numbers_are_linked_by_value() -> None:
    assert linked("$1.5 million", "15 लाख डॉलर") == [("1.5 million", "15 लाख")]


def test_a_number_in_a_word_stands_for_the_whole_word() -> None:
    assert linked("the COVID-19 ward", "कोविड-19 वार्ड")[0] == ("COVID-19", "कोविड-19")


def test_no_word_stands_for_two() -> None:
    assert linked("5 and 5", "5") == [("5", "5")]


def test_no_link_reaches_over_the_edge_of_a_tag() -> None:
    assert linked("1.5 million", "15 लाख", (Span(0, 3),)) == []


def test_the_words_of_a_tag_are_the_largest_group_that_no_other_word_parts() -> None:
    source, target = "Rumen Radev and Kim", "रूमेन किम रादेव"
    evidence = Evidence(Language.EN, Language.HI)
    links = find_links(source, target, evidence)
    found = project(Span(0, 11), Span(0, len(target)), links, source, Language.EN)
    assert found is not None
    assert target[slice(*found.span)] in ("रूमेन", "रादेव")
    assert found.share == 0.5
