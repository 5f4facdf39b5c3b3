from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from memory_support import obsolete, reviewed

from dualpress.article import TAG, Language, SegmentKey, Status
from dualpress.catalog import Catalog, Entry
from dualpress.memory import Context, contexts
from dualpress.memory.pairs import Pair, pairs_of

EN, HI = Language.EN, Language.HI


def _pairs(catalog: Catalog, source_language: Language) -> list[Pair]:
    return [pair for pair in pairs_of(catalog) if pair.source_language is source_language]


def _sources(catalog: Catalog, source_language: Language) -> list[str]:
    return [pair.source for pair in _pairs(catalog, source_language)]


def test_a_pair_comes_for_both_directions() -> None:
    assert list(pairs_of(reviewed(("a", "क")))) == [
        Pair(EN, HI, "a", "क", Context()),
        Pair(HI, EN, "क", "a", Context()),
    ]


def test_a_hindi_article_comes_for_both_directions() -> None:
    hindi = replace(reviewed(("क", "a")), source_language=HI, target_language=EN)
    assert _sources(hindi, EN) == ["a"]
    assert _sources(hindi, HI) == ["क"]


def test_only_what_a_human_confirmed_enters() -> None:
    stale = Entry(SegmentKey(None, "stale"), "पुराना", Status.STALE, "before")
    catalog = reviewed(("reviewed", "जाँचा"), ("draft", "?मसौदा"), ("none", ""), ("joined", "^"))
    catalog = replace(
        catalog, entries=(*catalog.entries, stale), obsolete=(obsolete("gone", "गया"),)
    )
    assert _sources(catalog, EN) == ["reviewed"]
    assert _sources(catalog, HI) == ["जाँचा"]


def test_what_could_not_stand_on_a_page_does_not_enter() -> None:
    assert list(pairs_of(reviewed(("a <g1>b</g1>", "क ख")))) == []


def test_the_neighbours_of_a_source_are_those_of_the_page() -> None:
    catalog = reviewed(("a", "क"), ("b", ""), ("c", "ग"))
    assert [pair.context for pair in _pairs(catalog, EN)] == [Context("", "b"), Context("b", "")]


def test_on_the_way_back_a_neighbour_without_a_confirmed_text_is_not_known() -> None:
    catalog = reviewed(("a", "क"), ("b", "?ख"), ("c", "ग"), ("d", "घ"))
    assert [pair.context for pair in _pairs(catalog, HI)] == [
        Context("", None),
        Context(None, "घ"),
        Context("ग", ""),
    ]


def test_on_the_way_back_a_joined_sentence_is_no_neighbour() -> None:
    catalog = reviewed(("a", "क"), ("b", "^"), ("c", "ग"))
    assert [pair.context for pair in _pairs(catalog, HI)] == [Context("", "ग"), Context("क", "")]


def test_the_given_context_is_kept() -> None:
    entry = Entry(SegmentKey("month", "May"), "मई", Status.REVIEWED)
    catalog = replace(reviewed(), entries=(entry,))
    assert {pair.context.given for pair in pairs_of(catalog)} == {"month"}


def test_contexts_are_those_of_the_pairs() -> None:
    catalog = reviewed(("a", "क"), ("cafe\u0301", "ख"), ("c", "ग"))
    assert contexts(catalog.entries) == [pair.context for pair in _pairs(catalog, EN)]
    assert contexts(catalog.entries)[0] == Context("", "caf\u00e9")


def test_tags_on_the_way_back_are_numbered_as_they_follow_each_other() -> None:
    catalog = reviewed(("<g1>A</g1><x2/> of <g3>B</g3>", "<g3>बी</g3> का <g1>ए</g1><x2/>"))
    (pair,) = _pairs(catalog, HI)
    assert (pair.source, pair.target) == (
        "<g1>बी</g1> का <g2>ए</g2><x3/>",
        "<g2>A</g2><x3/> of <g1>B</g1>",
    )


def test_neighbours_on_the_way_back_have_their_tags_numbered_likewise() -> None:
    catalog = reviewed(("<g1>a</g1><g2>b</g2>", "<g2>ख</g2><g1>क</g1>"), ("c", "ग"))
    assert _pairs(catalog, HI)[1].context.previous == "<g1>ख</g1><g2>क</g2>"


@pytest.mark.parametrize("context", [Context("a", "b"), Context("", "b"), Context("a", "", "x")])
def test_neighbours_tell_where_a_sentence_stands(context: Context) -> None:
    assert context.is_telling


@pytest.mark.parametrize("context", [Context("", ""), Context("a", None), Context(None, "b")])
def test_unknown_or_no_neighbours_tell_nothing(context: Context) -> None:
    assert not context.is_telling


@st.composite
def tagged(draw: st.DrawFn) -> tuple[str, str]:
    """A source and a target with the same pairs of tags, in any order."""
    count = draw(st.integers(0, 4))
    pieces = [f"<g{number}>{number}</g{number}>" for number in range(1, count + 1)]
    return "a" + "".join(pieces), "क" + "".join(draw(st.permutations(pieces)))


@given(tagged())
def test_there_and_back_again_is_the_same_pair(pair: tuple[str, str]) -> None:
    there = _pairs(reviewed(pair), HI)[0]
    hindi = replace(reviewed((there.source, there.target)), source_language=HI, target_language=EN)
    back = _pairs(hindi, EN)[0]
    assert (back.source, back.target) == pair
    assert [tag["g"] for tag in TAG.finditer(there.source) if not tag["close"]] == [
        str(number) for number in range(1, there.source.count("</") + 1)
    ]
