from __future__ import annotations

import pytest
from verdicts import found, passes, warns

from dualpress.article import Status, TagPlace

CHECK = "placement"
SOURCE, TARGET = "The <g1>army</g1> moved.<g2>1</g2>", "<g1>फ़ौज</g1> हटी।<g2>1</g2>"
GUESS = (TagPlace(1, 0.45), TagPlace(2, 0.98))


def test_a_sure_place_passes() -> None:
    passes(CHECK, SOURCE, TARGET, places=[TagPlace(1, 0.93), TagPlace(2, 1.0)])


def test_a_guess_is_told_with_what_the_tag_is() -> None:
    warns(CHECK, SOURCE, TARGET, places=GUESS, elements={1: "a"}, about="<g1> (link, 45 % sure)")


@pytest.mark.parametrize(
    ("element", "told"),
    [("strong", "bold"), ("em", "italics"), ("br", "line break"), ("sup", "note mark"),
     ("a", "note mark"), ("time", "time")],
)  # fmt: skip
def test_a_tag_is_named_as_a_reader_sees_it(element: str, told: str) -> None:
    places = [TagPlace(2, 0.2)]
    warns(CHECK, SOURCE, TARGET, places=places, elements={2: element}, about=f"<g2> ({told}, 20 %")


def test_a_tag_of_unknown_kind_is_told_by_its_number() -> None:
    warns(CHECK, SOURCE, TARGET, places=GUESS, about="the place of <g1> (45 % sure) is a guess")


def test_a_standalone_tag_is_told_as_it_is_written() -> None:
    warns(CHECK, "a <x1/> b", "क <x1/> ख", places=[TagPlace(1, 0.2)], about="<x1/> (20 % sure)")


def test_several_guesses_are_one_finding() -> None:
    places = [TagPlace(1, 0.2), TagPlace(2, 0.2)]
    (finding,) = found(CHECK, SOURCE, TARGET, places=places)
    assert finding.message.startswith("the places of <g1>")


@pytest.mark.parametrize("status", [Status.REVIEWED, Status.STALE])
def test_what_a_human_confirmed_is_never_listed(status: Status) -> None:
    passes(CHECK, SOURCE, TARGET, places=GUESS, status=status)


def test_nothing_is_told_where_the_sidecar_was_lost() -> None:
    passes(CHECK, SOURCE, TARGET)


def test_a_tag_that_the_reviewer_took_out_is_not_told_here() -> None:
    passes(CHECK, SOURCE, "फ़ौज हटी।<g2>1</g2>", places=GUESS)
