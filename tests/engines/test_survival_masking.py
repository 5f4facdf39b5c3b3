"""Terms out of a sentence, renderings into its translation."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import Language, Span
from dualpress.engines.survival import (
    SCHEMES,
    Masked,
    PatternScheme,
    Place,
    Rendered,
    mask,
    restore,
)

X1, *_, RENDERING = SCHEMES
HI, EN = Language.HI, Language.EN


def places(text: str, **terms: str) -> list[Place]:
    """Where words stand in a text, each wherever it does."""
    found = []
    for words, rendering in terms.items():
        start = text.find(words)
        while start >= 0:
            found.append(Place(Span(start, start + len(words)), Rendered(words, rendering)))
            start = text.find(words, start + 1)
    return sorted(found)


def masked(text: str, **terms: str) -> Masked:
    made = mask(text, places(text, **terms), X1, EN)
    assert made is not None
    return made


def test_terms_are_replaced_and_possessives_stay() -> None:
    made = masked("The BLA’s men met the JKLF.", BLA="बीएलए", JKLF="जेकेएलएफ")
    assert made.text == "The X1’s men met the X2."


def test_renderings_stand_where_the_placeholders_stood_and_postpositions_stay() -> None:
    made = masked("BLA met JKLF.", BLA="बीएलए", JKLF="जेकेएलएफ")
    assert restore("X2 से X1 के लोग मिले।", made, HI) == "जेकेएलएफ से बीएलए के लोग मिले।"


@pytest.mark.parametrize(
    "answer", ["X1 मिला।", "X1 से X1 और X2 मिले।", "X1 से X2के लोग मिले।", "x1 से X2 मिला।", ""]
)
def test_a_placeholder_that_is_lost_doubled_or_joined_gives_nothing(answer: str) -> None:
    made = masked("BLA met JKLF.", BLA="बीएलए", JKLF="जेकेएलएफ")
    assert restore(answer, made, HI) is None


def test_a_term_that_comes_twice_has_two_placeholders() -> None:
    made = masked("BLA is BLA.", BLA="बीएलए")
    assert made.text == "X1 is X2."
    assert restore("X1 तो X2 है।", made, HI) == "बीएलए तो बीएलए है।"
    assert restore("X1 तो वही है।", made, HI) is None


def test_a_rendering_that_is_its_own_placeholder_may_be_said_once() -> None:
    text = "BLA is BLA."
    made = mask(text, places(text, BLA="बीएलए"), RENDERING, EN)
    assert made is not None
    assert made.text == "बीएलए is बीएलए."
    assert restore("बीएलए वही है।", made, HI) == "बीएलए वही है।"
    assert restore("बीएलए बीएलए बीएलए।", made, HI) is None


@pytest.mark.parametrize("article", ["a", "an", "An"])
def test_an_article_that_was_chosen_for_the_placeholder_gives_nothing(article: str) -> None:
    text = "एमपी आया।"
    made = mask(text, places(text, एमपी="MP"), X1, HI)
    assert made is not None
    assert restore(f"{article} X1 came.", made, EN) is None
    assert restore("The X1 came.", made, EN) == "The MP came."


def test_nothing_to_replace_gives_nothing() -> None:
    assert mask("He came.", [], X1, EN) is None


def test_more_than_was_tried_gives_nothing() -> None:
    text = "A1 B1 C1 D1 E1"
    terms = dict.fromkeys(text.split(), "क")
    assert mask(text, places(text, **terms), X1, EN) is None
    del terms["E1"]
    assert masked(text, **terms).text == "X1 X2 X3 X4 E1"


def test_tags_of_the_sentence_stay_and_a_placeholder_is_none() -> None:
    text = "<g1>BLA</g1> said."
    made = mask(text, places(text, BLA="बीएलए"), PatternScheme("p", "<g1>{target}</g1>"), EN)
    assert made is not None
    assert made.text == "<g1>&lt;g1>बीएलए&lt;/g1></g1> said."


words = st.text("abkमल ", max_size=12)
TERMS = ("BLA", "JKLF", "UNO")


@given(st.lists(st.sampled_from(TERMS), min_size=1, max_size=4), st.lists(words, min_size=5))
def test_what_comes_back_as_it_was_gives_each_rendering_once(
    terms: list[str], between: list[str]
) -> None:
    parts = [part for pair in zip(between, terms, strict=False) for part in pair]
    text = " ".join([*parts, between[4]])
    renderings = {term: f"«{term}»" for term in TERMS}
    made = masked(text, **renderings)
    assert not any(term in made.text for term in TERMS)
    restored = restore(made.text, made, HI)
    assert restored is not None
    for term, rendering in renderings.items():
        assert restored.count(rendering) == terms.count(term)
        text = text.replace(term, rendering)
    assert restored == text
