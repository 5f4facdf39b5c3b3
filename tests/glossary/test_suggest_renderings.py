"""What is proposed for a name, and in which order."""

from __future__ import annotations

import pytest
from proposals_support import EN, HI

from dualpress.article import Language
from dualpress.glossary.proposals import Basis, KnownPair, KnownPairs, Rendering
from dualpress.glossary.proposals.alignment import find_rendering
from dualpress.glossary.proposals.cooccurrence import CommonPhrases
from dualpress.glossary.proposals.expansions import Expansion, find_expansions
from dualpress.glossary.proposals.renderings import propose
from dualpress.text.transliteration import transliterate


def proposed(name: str, *pairs: KnownPair, language: Language = EN) -> list[Rendering]:
    return propose([name], language, KnownPairs(pairs, [(name, language)]), transliterate)


def reviewed(english: str, hindi: str) -> KnownPair:
    return KnownPair(english, hindi, Basis.REVIEWED)


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("Ormara", "जहाज़ ओरमारा में है।", "ओरमारा"),
        ("Liu Pengyu", "प्रवक्ता लियू पेंगयू ने कहा।", "लियू पेंगयू"),
        ("Chhotu Ram", "वहाँ छोटूराम भी थे।", "छोटूराम"),
        ("al-Zawahiri", "अल-ज़वाहिरी मारा गया।", "अल-ज़वाहिरी"),
        ("BLA", "बीएलए ने कहा।", "बीएलए"),
        ("NATO", "नाटो ने कहा।", "नाटो"),
        ("राजनाथ सिंह", "Minister Rajnath Singh has said so.", "Rajnath Singh"),
        ("ईरान", "It is Iran’s port.", "Iran"),
    ],
)
def test_a_name_is_found_by_its_sound(name: str, text: str, found: str) -> None:
    rendering = find_rendering(name, text)
    assert rendering is not None
    assert (rendering.text, text[slice(*rendering.span)]) == (found, found)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("Ormara", "यह जहाज़ कराची में है।"),
        ("India", "यह अनुबंध है।"),
        ("Liu Pengyu", "लियू, पेंगयू"),
        ("BLA", "बीएलएफ ने कहा।"),
        ("ईरान", "They ran in the rain."),
        ("Ormara", ""),
    ],
)
def test_what_does_not_sound_so_is_not_found(name: str, text: str) -> None:
    assert find_rendering(name, text) is None


def test_reviewers_come_before_memories_and_these_before_rules() -> None:
    found = proposed(
        "Ormara",
        KnownPair("Ormara is old.", "ओर्मारा पुराना है।", Basis.MEMORY),
        reviewed("He saw Ormara.", "उसने ओरमाड़ा देखा।"),
    )
    assert [one.basis for one in found][:3] == [Basis.REVIEWED, Basis.MEMORY, Basis.SOUND]
    assert [one.text for one in found][:2] == ["ओरमाड़ा", "ओर्मारा"]


def test_each_rendering_is_proposed_once_and_by_its_best_basis() -> None:
    pairs = (reviewed("Ormara", "ओरमारा"), KnownPair("Ormara", "ओरमारा", Basis.MEMORY))
    found = propose(
        ["Ormara"], EN, KnownPairs(pairs, [("Ormara", EN)]), lambda *_: ("औरमारा", "ओरमारा")
    )
    assert found == [Rendering("ओरमारा", Basis.REVIEWED), Rendering("औरमारा", Basis.SOUND)]


def test_a_name_that_is_translated_is_found_by_what_its_sentences_share() -> None:
    found = proposed(
        "Coast Guard",
        reviewed("The Coast Guard came.", "तटरक्षक बल पहुँचा।"),
        reviewed("They called the Coast Guard at night.", "उन्होंने रात में तटरक्षक बल को बुलाया।"),
    )
    assert found[0] == Rendering("तटरक्षक बल", Basis.REVIEWED)


def test_one_word_in_two_sentences_shows_no_translated_name() -> None:
    found = proposed(
        "Goop",
        reviewed("She runs Goop today.", "वह आज कारोबार चलाती है।"),
        reviewed("He buys Goop.", "वह कारोबार ख़रीदता है।"),
    )
    assert all(one.basis is Basis.SOUND for one in found)


def test_one_sentence_alone_shows_no_translated_name() -> None:
    assert CommonPhrases(["तटरक्षक बल पहुँचा।"]).longest is None


def test_what_other_sentences_have_is_not_what_these_share() -> None:
    shared = CommonPhrases(["बल पहुँचा तटरक्षक दल", "बल पहुँचा रात में"])
    assert shared.longest == "बल पहुँचा"
    shared.exclude("फिर बल पहुँचा।")
    assert shared.longest is None


def test_a_name_is_looked_for_as_a_whole_word() -> None:
    found = proposed("Orma", reviewed("Ormara is old.", "ओरमारा पुराना है।"))
    assert all(one.basis is Basis.SOUND for one in found)


def test_acronyms_are_spelled_both_ways() -> None:
    assert proposed("BLA")[0] == Rendering("बीएलए", Basis.LETTERS)
    assert proposed("बीएलए", language=HI)[0] == Rendering("BLA", Basis.LETTERS)


def test_other_names_are_written_by_their_sound() -> None:
    found = proposed("Ormara")
    assert found
    assert {one.basis for one in found} == {Basis.SOUND}


@pytest.mark.parametrize(
    ("text", "expansion"),
    [
        ("The Baloch Liberation Army (BLA) said so.", ("BLA", "Baloch Liberation Army")),
        (
            "The Konkan Institute of Ocean Policy (KIOP) is new.",
            ("KIOP", "Konkan Institute of Ocean Policy"),
        ),
        (
            "It has Independently Targetable Vehicles (ITVs).",
            ("ITV", "Independently Targetable Vehicles"),
        ),
    ],
)
def test_full_names_before_acronyms(text: str, expansion: tuple[str, str]) -> None:
    assert list(find_expansions(text)) == [Expansion(*expansion)]


@pytest.mark.parametrize(
    "text", ["He spoke in Quetta (BLA).", "The Army (see below) left.", "(BLA)"]
)
def test_brackets_that_spell_nothing_out(text: str) -> None:
    assert list(find_expansions(text)) == []


def test_no_more_pairs_are_kept_of_a_name_than_are_read() -> None:
    pairs = (reviewed(f"Ormara {number}", "ओरमारा") for number in range(500))
    known = KnownPairs(pairs, [("Ormara", EN)])
    assert len(list(known.with_name("Ormara", EN))) == 200


def test_of_what_has_none_of_the_names_nothing_is_kept() -> None:
    known = KnownPairs([reviewed("Ormara is old.", "ओरमारा पुराना है।")], [("Pasni", EN)])
    assert list(known.with_name("Ormara", EN)) == []
