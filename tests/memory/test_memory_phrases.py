from collections.abc import Iterator

import pytest
from memory_support import reviewed

from dualpress.article import Language, SegmentKey, Status
from dualpress.catalog import Catalog, Entry
from dualpress.memory import Document, Kind, Match, Memory, phrases_of
from dualpress.memory.pairs import both_ways

EN, HI = Language.EN, Language.HI
TEXT, ONE, TWO = "Views are personal.", "विचार निजी हैं।", "ये निजी विचार हैं।"


@pytest.fixture
def memory() -> Iterator[Memory]:
    with Memory.open(":memory:") as memory:
        yield memory


def _learn(memory: Memory, *targets: str, listed: Catalog | None = None) -> None:
    """Articles that have a translation each, and a list of phrases."""
    catalogs = [reviewed((TEXT, target), article=f"{n}") for n, target in enumerate(targets, 1)]
    documents = [Document.of_catalog(catalog) for catalog in catalogs]
    if listed:
        documents.append(Document(Kind.PHRASES, "phrases.po", lambda: phrases_of(listed)))
    assert memory.refresh(documents) == []


def _phrase(memory: Memory, given: str | None = None) -> str | None:
    found = memory.phrase(TEXT, EN, HI, given)
    return found and found.target


def test_a_sentence_that_reads_the_same_in_two_articles_is_a_phrase(memory: Memory) -> None:
    _learn(memory, ONE, ONE)
    assert memory.phrase(TEXT, EN, HI) == Match(ONE, False, 2, ("1", "2"))
    assert memory.phrase(ONE, HI, EN) == Match(TEXT, False, 2, ("1", "2"))


@pytest.mark.parametrize(
    "targets",
    [
        pytest.param([], id="unknown"),
        pytest.param([ONE], id="one article"),
        pytest.param([ONE, TWO], id="two that disagree"),
        pytest.param([ONE, ONE, ONE, TWO], id="one against many"),
        pytest.param([ONE, f"?{ONE}"], id="a draft"),
    ],
)
def test_what_is_no_phrase(memory: Memory, targets: list[str]) -> None:
    _learn(memory, *targets)
    assert _phrase(memory) is None


def test_a_disagreement_that_was_mended_is_none(memory: Memory) -> None:
    _learn(memory, ONE, TWO)
    memory.update(reviewed((TEXT, ONE), article="2"))
    assert _phrase(memory) == ONE


def test_composed_and_decomposed_letters_agree(memory: Memory) -> None:
    _learn(memory, "\u0958", "\u0915\u093c")
    assert _phrase(memory) is not None


def test_another_direction_of_an_article_counts(memory: Memory) -> None:
    hindi = Catalog("h", HI, EN, (Entry(SegmentKey(None, ONE), TEXT, Status.REVIEWED),))
    memory.refresh(map(Document.of_catalog, [reviewed((TEXT, ONE)), hindi]))
    assert _phrase(memory) == ONE


def test_a_listed_sentence_is_a_phrase_by_itself_and_whatever_articles_say(memory: Memory) -> None:
    _learn(memory, listed=reviewed((TEXT, ONE), article="phrases"))
    assert memory.phrase(TEXT, EN, HI) == Match(ONE, False, 0, (), ("phrases.po",))
    assert memory.phrase(ONE, HI, EN) == Match(TEXT, False, 0, (), ("phrases.po",))
    _learn(memory, TWO, TWO, listed=reviewed((TEXT, ONE), article="phrases"))
    assert _phrase(memory) == ONE


def test_a_listed_draft_is_no_phrase(memory: Memory) -> None:
    _learn(memory, listed=reviewed((TEXT, f"?{ONE}"), article="phrases"))
    assert _phrase(memory) is None


def test_two_listed_sources_of_one_target_are_no_phrase_on_the_way_back(memory: Memory) -> None:
    _learn(memory, listed=reviewed(("a", "क"), ("b", "क"), article="phrases"))
    assert memory.phrase("क", HI, EN) is None


def test_a_listed_sentence_has_no_neighbours(memory: Memory) -> None:
    _learn(memory, listed=reviewed(("a", "क"), (TEXT, ONE), ("b", "ख"), article="phrases"))
    assert {pair.context[:2] for pair in phrases_of(reviewed(("a", "क")))} == {(None, None)}
    assert not memory.exact(TEXT, EN, HI)[0].in_context


def test_pairs_of_other_memories_are_no_phrases(memory: Memory) -> None:
    pairs = list(both_ways(EN, HI, TEXT, ONE))
    memory.refresh([Document(Kind.TMX, name, lambda: pairs) for name in ("a.tmx", "b.tmx")])
    assert _phrase(memory) is None
    assert memory.exact(TEXT, EN, HI) == [Match(ONE, False, 0, (), ("a.tmx", "b.tmx"))]


def test_a_phrase_is_of_one_given_context(memory: Memory) -> None:
    entry = Entry(SegmentKey("month", "May"), "मई", Status.REVIEWED)
    memory.refresh(Document.of_catalog(Catalog(name, EN, HI, (entry,))) for name in "ab")
    assert memory.phrase("May", EN, HI) is None
    assert memory.phrase("May", EN, HI, "month") is not None


def test_tags_are_part_of_a_phrase(memory: Memory) -> None:
    memory.refresh(
        Document.of_catalog(reviewed(("<g1>a</g1> b", "<g1>क</g1> ख"), article=name))
        for name in "ab"
    )
    assert memory.phrase("a b", EN, HI) is None
    assert memory.phrase("<g1>a</g1> b", EN, HI) is not None
