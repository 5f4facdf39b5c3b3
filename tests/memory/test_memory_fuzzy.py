from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from memory_support import reviewed

from dualpress.article import Language
from dualpress.glossary import Glossary, Term
from dualpress.memory import Document, Fact, FuzzyMatch, Kind, Memory
from dualpress.memory.fuzzy import similarity
from dualpress.memory.pairs import both_ways

EN, HI = Language.EN, Language.HI

RIVER = "The river rose in the night and two bridges were closed."
RIVER_HI = "रात में नदी का पानी बढ़ गया और दो पुल बंद कर दिए गए।"


@pytest.fixture
def memory() -> Iterator[Memory]:
    with Memory.open(":memory:") as memory:
        memory.update(reviewed((RIVER, RIVER_HI), ("The road is open.", "सड़क खुली है।")))
        yield memory


def _only(matches: Sequence[FuzzyMatch]) -> FuzzyMatch:
    assert len(matches) == 1
    return matches[0]


def test_a_source_that_is_like_this_one_is_found(memory: Memory) -> None:
    match = _only(memory.fuzzy(RIVER.replace("rose", "fell"), EN, HI))
    assert (match.source, match.target) == (RIVER, RIVER_HI)
    assert match.translation.articles == ("missile",)
    assert match.fits
    assert 0.9 < match.score < 0.99


def test_it_is_found_in_the_other_direction(memory: Memory) -> None:
    match = _only(memory.fuzzy(RIVER_HI.replace("रात", "सुबह"), HI, EN))
    assert (match.source, match.target) == (RIVER_HI, RIVER)


@pytest.mark.parametrize(
    "source", ["A minister spoke.", "", "…", "The river", "The bridges of the old town are high."]
)
def test_what_is_not_like_it_is_not(memory: Memory, source: str) -> None:
    assert memory.fuzzy(source, EN, HI) == []


def test_the_least_score_is_the_callers(memory: Memory) -> None:
    edited = RIVER.replace("rose", "fell").replace("two", "some")
    score = _only(memory.fuzzy(edited, EN, HI)).score
    assert memory.fuzzy(edited, EN, HI, at_least=score)
    assert memory.fuzzy(edited, EN, HI, at_least=score + 0.001) == []


def test_the_very_source_is_an_exact_match_and_no_fuzzy_one(memory: Memory) -> None:
    assert memory.fuzzy(RIVER, EN, HI) == []


def test_tags_count_for_nothing_and_come_with_the_match(memory: Memory) -> None:
    memory.update(reviewed(("A <g1>red</g1> flag", "<g1>लाल</g1> झंडा"), article="flag"))
    match = _only(memory.fuzzy("A red flag", EN, HI))
    assert (match.target, match.score) == ("<g1>लाल</g1> झंडा", 0.99)
    assert match.note == (
        "99 % like “A <g1>red</g1> flag”: only capitals, punctuation or tags differ."
    )


@pytest.mark.parametrize(
    ("old", "new", "fact"),
    [
        ("two", "three", Fact.NUMBER),
        ("were", "were not", Fact.NEGATION),
        ("The", "Tapti", Fact.NAME),
    ],
)
def test_a_match_with_other_facts_says_that_it_does_not_fit(
    memory: Memory, old: str, new: str, fact: Fact
) -> None:
    match = _only(memory.fuzzy(RIVER.replace(old, new), EN, HI))
    assert not match.fits
    assert match.difference.facts == {fact}
    assert f"not the same {fact}" in match.note


def test_terms_of_the_glossary_are_facts(memory: Memory) -> None:
    edited = RIVER.replace("bridges", "dams")
    glossary = Glossary([Term("dam", "बाँध")])
    assert _only(memory.fuzzy(edited, EN, HI)).fits
    assert not _only(memory.fuzzy(edited, EN, HI, glossary=glossary)).fits


def test_a_hindi_name_is_known_by_its_translation(memory: Memory) -> None:
    memory.update(
        reviewed(
            ("Khan said that the talks failed.", "खान ने कहा कि बातचीत नाकाम रही।"), article="k"
        )
    )
    match = _only(memory.fuzzy("सिंह ने कहा कि बातचीत नाकाम रही।", HI, EN))
    assert match.difference.facts == {Fact.NAME}


def test_what_fits_comes_before_what_is_liker(memory: Memory) -> None:
    asked = RIVER.replace("bridges", "dams").replace("night", "evening")
    memory.update(reviewed((asked.replace("two", "four"), "क"), article="four"))
    fits, liker = memory.fuzzy(asked, EN, HI)
    assert (fits.source, fits.fits, liker.fits) == (RIVER, True, False)
    assert liker.score > fits.score


def test_the_likest_come_first_and_not_too_many(memory: Memory) -> None:
    words = "river road bridge dam tower".split()
    pairs = [(f"he saw the old {word} in the town", f"क {word}") for word in words]
    memory.update(reviewed(*pairs, article="many"))
    found = memory.fuzzy("he saw the old towers in the town", EN, HI)
    assert found[0].target == "क tower"
    assert len(found) == 3
    assert len(memory.fuzzy("he saw the old towers in the town", EN, HI, most=1)) == 1


def test_of_several_translations_the_most_used_is_given(memory: Memory) -> None:
    for article, target in [("1", "ख"), ("2", "क"), ("3", "क")]:
        memory.update(reviewed(("a b c d e f", target), article=article))
    assert _only(memory.fuzzy("a b c d e f g", EN, HI)).translation.articles == ("2", "3")


def test_pairs_of_other_memories_are_found(memory: Memory) -> None:
    pairs = list(both_ways(EN, HI, "The rain has stopped at last", "बारिश थम गई"))
    memory.refresh([Document(Kind.TMX, "old.tmx", lambda: pairs)])
    match = _only(memory.fuzzy("The rain has stopped again", EN, HI))
    assert (match.translation.files, match.translation.uses) == (("old.tmx",), 0)


def test_half_a_character_finds_nothing_and_harms_nothing(memory: Memory) -> None:
    assert memory.fuzzy("\ud800 \ud800", EN, HI) == []


sentences = st.lists(st.sampled_from("a bb ccc river road".split()), max_size=8)


@given(sentences, sentences)
def test_similarity_is_symmetric_and_within_its_bounds(one: list[str], other: list[str]) -> None:
    assert similarity(one, other) == similarity(other, one)
    assert 0 <= similarity(one, other) <= 0.99


@given(sentences.filter(bool))
def test_nothing_is_liker_than_the_same_words(words: list[str]) -> None:
    assert similarity(words, words) == 0.99


@given(sentences, st.sampled_from(["x", "river"]))
def test_a_word_more_is_a_little_less_like(words: list[str], more: str) -> None:
    assert similarity(words, [*words, more, "y"]) <= similarity(words, [*words, more])
