"""The sentences that placeholders are tried in."""

from __future__ import annotations

import unicodedata
from collections import Counter

import pytest

from dualpress.article import Language, other
from dualpress.engines.survival.carriers import Carrier, fill, load_carriers, words_of
from dualpress.text.language import script_share

CARRIERS = [(source, one) for source in Language for one in load_carriers(source)]
each_carrier = pytest.mark.parametrize(("source", "carrier"), CARRIERS, ids=range(len(CARRIERS)))


def plain(text: str) -> str:
    return fill(text, words_of(text))


@pytest.mark.parametrize("source", list(Language))
def test_every_position_has_two_sentences_of_each_number(source: Language) -> None:
    kinds = Counter((one.position, one.count) for one in load_carriers(source))
    assert kinds == {
        (position, count): 2 for position in ("start", "middle", "end") for count in range(1, 5)
    }


@each_carrier
def test_the_places_are_where_the_position_says(source: Language, carrier: Carrier) -> None:
    at_start = carrier.source.startswith("{1:")
    at_end = carrier.source.endswith(("}.", "}।"))
    assert at_start == (carrier.position == "start")
    assert at_end == (carrier.position == "end")


@each_carrier
def test_places_are_numbered_from_the_left_and_the_same_in_both(
    source: Language, carrier: Carrier
) -> None:
    marked = [f"<{number}>" for number in range(carrier.count)]
    places = [fill(carrier.source, marked).index(mark) for mark in marked]
    assert places == sorted(places)
    assert len(words_of(carrier.target)) == carrier.count
    assert len(set(words_of(carrier.source))) == carrier.count


@each_carrier
def test_each_side_is_in_its_language_and_composed(source: Language, carrier: Carrier) -> None:
    assert script_share(plain(carrier.source), source) == 1
    assert script_share(plain(carrier.target), other(source)) == 1
    assert unicodedata.is_normalized("NFC", carrier.source + carrier.target)


def test_filling_goes_by_the_numbers() -> None:
    assert fill("{2:b} and {1:a}", ["one", "two"]) == "two and one"
    assert words_of("{2:b} and {1:a}") == ["a", "b"]
