import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import Language
from dualpress.glossary import Glossary, Term
from dualpress.memory import Change, Fact, difference

EN, HI = Language.EN, Language.HI
GLOSSARY = Glossary(
    [Term("Pakistan", "पाकिस्तान"), Term("India", "भारत"), Term("ceasefire", "युद्धविराम")]
)
NUMBER, NAME, NEGATION, QUESTION = Fact


def _facts(old: str, new: str, language: Language, translation: str = "") -> set[Fact]:
    return set(difference(old, new, language, GLOSSARY, translation).facts)


@pytest.mark.parametrize(
    ("old", "new", "facts"),
    [
        ("12 people died.", "15 people died.", {NUMBER}),
        ("12 people died.", "12 people died in 2 days.", {NUMBER}),
        ("It cost $5.", "It cost ₹5.", {NUMBER}),
        ("Prices rose 5%.", "Prices rose 5.", {NUMBER}),
        ("He came on 4 May.", "He came on 4 June.", {NUMBER, NAME}),
        ("Ten people died.", "Twelve people died.", {NUMBER, NAME}),
        ("Khan spoke.", "Singh spoke.", {NAME}),
        ("He met Khan.", "He met him.", {NAME}),
        ("They met.", "They met in Quetta.", {NAME}),
        ("The BLA said so.", "The BLF said so.", {NAME}),
        ("They told us.", "They told US.", {NAME}),
        ("The ceasefire held.", "The dam held.", {NAME}),
        ("See a.com/x now.", "See a.com/y now.", {NAME}),
        ("He went.", "He did not go.", {NEGATION}),
        ("He won’t go.", "He will go.", {NEGATION}),
        ("There is water.", "There is no water.", {NEGATION}),
        ("He came.", "He came?", {QUESTION}),
    ],
)
def test_facts_of_english(old: str, new: str, facts: set[Fact]) -> None:
    assert _facts(old, new, EN) == facts
    assert _facts(new, old, EN) == facts


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The militants fled.", "The fighters fled."),
        ("However, they fled.", "Meanwhile, they fled."),
        ("<g1>The</g1> dog ran.", "The dog <g1>ran</g1>."),
        ("12 people died.", "twelve people died."),
        ("1,000 people died", "1000 people died"),
        ("The U.S. fled.", "The US fled."),
        ("He said: “go”", "he said 'go'!"),
        ("", ""),
    ],
)
def test_other_words_are_no_facts(old: str, new: str) -> None:
    assert _facts(old, new, EN) == set()


@pytest.mark.parametrize(
    ("old", "new", "translation", "facts"),
    [
        ("12 लोग मरे।", "15 लोग मरे।", "", {NUMBER}),
        ("साढ़े तीन लाख लोग आए।", "चार लाख लोग आए।", "", {NUMBER}),
        ("भारत ने कहा।", "पाकिस्तान ने कहा।", "", {NAME}),
        ("BLA ने कहा।", "BLF ने कहा।", "", {NAME}),
        ("खान ने कहा।", "सिंह ने कहा।", "Khan said so.", {NAME}),
        ("वह नहीं गया।", "वह गया।", "", {NEGATION}),
        ("वह बिना बोले गया।", "वह बोले गया।", "", {NEGATION}),
        ("वह गया।", "वह गया?", "", {QUESTION}),
        ("१२ लोग मरे।", "12 लोग मरे।", "", set()),
        ("12 लोग मरे।", "बारह लोग मरे।", "", set()),
        ("हिन्दी सीखो।", "हिंदी सीखो।", "", set()),
        ("उग्रवादी भाग गए।", "लड़ाके भाग गए।", "The militants fled.", set()),
    ],
)
def test_facts_of_hindi(old: str, new: str, translation: str, facts: set[Fact]) -> None:
    assert _facts(old, new, HI, translation) == facts


def test_changes_are_told_as_they_are_written() -> None:
    found = difference("The old dam, broke.", "The Dam broke today", EN, Glossary())
    assert found.changes == (Change("old", ""), Change("", "today"))


def test_words_that_changed_together_are_one_change() -> None:
    found = difference("he went to the old town", "he went to a new city", EN, Glossary())
    assert found.changes == (Change("the old town", "a new city"),)


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("12 died", "15 died", "not the same number: “12” is now “15”"),
        ("he met Khan", "he met", "not the same name: “Khan” is gone"),
        ("he went", "he went home", "“home” is new"),
        ("it cost $5", "it cost ₹5", "not the same number"),
        ("The end.", "the end", "only capitals, punctuation or tags differ"),
        (
            "5 did go",
            "6 did not go",
            "not the same number and negation: “5” is now “6”, “not” is new",
        ),
    ],
)
def test_the_message(old: str, new: str, message: str) -> None:
    assert difference(old, new, EN, Glossary()).message == message


texts = st.text(st.sampled_from("ab AB12.?नहीक ़ं<g1>/"), max_size=20)


@given(texts, st.sampled_from(Language))
def test_a_sentence_does_not_differ_from_itself(text: str, language: Language) -> None:
    found = difference(text, text, language, GLOSSARY)
    assert found.changes == ()
    assert found.facts == frozenset()


@given(texts, texts, st.sampled_from(Language))
def test_facts_are_the_same_both_ways(old: str, new: str, language: Language) -> None:
    there = difference(old, new, language, GLOSSARY)
    assert there.facts == difference(new, old, language, GLOSSARY).facts
