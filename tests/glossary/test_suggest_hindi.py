"""Which Hindi words are a name that no glossary has."""

from __future__ import annotations

import pytest
from proposals_support import EN, HI, NOTHING, SMALL, passage

from dualpress.glossary import Glossary, Term
from dualpress.glossary.proposals.english import EnglishNames
from dualpress.glossary.proposals.hindi import HindiNames, is_spelled
from dualpress.glossary.proposals.ordinary import Vocabulary


def names(text: str, translation: str = "", glossary: Glossary = NOTHING) -> list[str]:
    english = EnglishNames(glossary.matcher(EN), Vocabulary([translation]))
    finder = HindiNames(glossary.matcher(HI), english)
    return [mention.name for mention in finder.find(passage(text, translation, language=HI))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("इस पर राष्ट्रपति अनुरा दिसानायके ने बात की।", ["अनुरा दिसानायके"]),
        ("वहाँ डॉ. लीला वर्किचेन, जो पढ़ाती हैं, आईं।", ["लीला वर्किचेन"]),
        ("राष्ट्रपति ने बात की।", []),
        ("राष्ट्रपति भवन में बैठक हुई।", []),
        ("मंत्री कल सुबह दिल्ली पहुँचे।", []),
    ],
)
def test_behind_titles(text: str, found: list[str]) -> None:
    assert names(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("उन्होंने ए. पी. जे. अब्दुल कलाम को याद किया।", ["ए. पी. जे. अब्दुल कलाम"]),
        ("इस पर एस. जयशंकर ने कहा।", ["एस. जयशंकर"]),
        ("यह यू.एस. की सेना है।", []),
    ],
)
def test_behind_initials(text: str, found: list[str]) -> None:
    glossary = Glossary([Term("US", "यूएस")])
    assert names(text, glossary=glossary) == found


@pytest.mark.parametrize("word", ["बीएलए", "डब्ल्यूएचओ", "एफ-16", "एमटीसीआर"])
def test_letter_names(word: str) -> None:
    assert is_spelled(word)
    assert names(f"इस पर {word} ने कहा।") == [word]


@pytest.mark.parametrize("word", ["बीवी", "के", "आई", "पी", "राम", "BLA"])
def test_words_that_only_look_like_letter_names(word: str) -> None:
    assert not is_spelled(word)


def test_two_letters_in_brackets_are_an_acronym() -> None:
    assert names("यह परिषद (आईओ) नई है।") == ["आईओ"]


def test_latin_words_with_a_capital() -> None:
    assert names("इस पर CNN और Rockside ने कहा।") == ["CNN", "Rockside"]


def test_latin_words_that_the_glossary_has_are_no_news() -> None:
    assert names("इस पर BLA और CNN ने कहा।", glossary=SMALL) == ["CNN"]


def test_before_a_frequent_last_name() -> None:
    assert names("वहाँ शब्बीर खान भी था।") == ["शब्बीर खान"]


def test_endings_of_places() -> None:
    assert names("इसका परीक्षण चांदीपुर में हुआ।") == ["चांदीपुर"]


def test_in_quotation_marks_beside_what_it_names() -> None:
    assert names("कल जहाज़ ‘सागर कन्या’ लौटा।") == ["सागर कन्या"]
    assert names("उसने ‘भावनात्मक वजहों’ की बात की।") == []


def test_the_translation_shows_what_is_a_name() -> None:
    text = "मसौदा ओरमारा में बना।"
    assert names(text) == []
    assert names(text, "The draft was made in Ormara.") == ["ओरमारा"]


def test_what_the_glossary_has_is_no_news() -> None:
    assert names("इस पर बीएलए ने कहा।", glossary=SMALL) == []
