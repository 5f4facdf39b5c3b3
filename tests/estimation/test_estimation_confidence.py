"""Drafts that are better have more confidence; the sample and its points were made for this."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from dualpress.article import Language
from dualpress.checks import Pair, run_checks
from dualpress.estimation import LOW, Estimator

SAMPLE = Path(__file__).parent / "fixtures/judged.tsv"
SOURCE = "The minister arrived in New Delhi on Monday."
GOOD = "मंत्री सोमवार को नई दिल्ली पहुँचे।"


@pytest.fixture(scope="module")
def estimator() -> Estimator:
    return Estimator()


def confidence(estimator: Estimator, source: str, target: str) -> float:
    pair = Pair(source, target, Language.EN, Language.HI)
    found = estimator.confidence(pair, run_checks(pair))
    assert found is not None
    return found


def ranks(values: Sequence[float]) -> list[float]:
    """Equal values have the mean of their places."""
    ordered = sorted(values)
    return [ordered.index(value) + (ordered.count(value) - 1) / 2 for value in values]


def spearman(one: Sequence[float], two: Sequence[float]) -> float:
    first, second = ranks(one), ranks(two)
    mean = (len(one) - 1) / 2
    product = sum((a - mean) * (b - mean) for a, b in zip(first, second, strict=True))
    squares = [sum((rank - mean) ** 2 for rank in some) for some in (first, second)]
    return float(product / (squares[0] * squares[1]) ** 0.5)


def test_it_orders_drafts_much_as_people_do(estimator: Estimator) -> None:
    rows = [line.split("\t") for line in SAMPLE.read_text("utf-8").splitlines()]
    said = [confidence(estimator, source, target) for source, target, _ in rows]
    assert spearman([float(points) for _, _, points in rows], said) > 0.8


@pytest.mark.parametrize(
    "worse",
    [
        "मंत्री।",
        "मंत्री Monday को New Delhi पहुँचे।",
        SOURCE,
        "मंत्री ने मंत्री ने मंत्री ने मंत्री ने मंत्री ने मंत्री ने मंत्री ने मंत्री ने।",
        "मंत्री ढ़्ढ़ठ को ङझऩ दिल्ली पहुँचे।",
    ],
    ids=["cut off", "words left", "a copy", "a loop", "debris"],
)
def test_what_is_spoilt_has_less_confidence(estimator: Estimator, worse: str) -> None:
    assert confidence(estimator, SOURCE, worse) < confidence(estimator, SOURCE, GOOD)


def test_a_copy_is_told_to_the_reviewer_and_a_good_draft_is_not(estimator: Estimator) -> None:
    assert confidence(estimator, SOURCE, SOURCE) < LOW < confidence(estimator, SOURCE, GOOD)


def test_it_is_in_hundredths(estimator: Estimator) -> None:
    found = confidence(estimator, SOURCE, GOOD)
    assert found == round(found, 2)


def test_tags_are_no_words(estimator: Estimator) -> None:
    tagged = confidence(
        estimator, f"<g1>{SOURCE}</g1><x2/>", GOOD.replace("सोमवार", "<g1>सोमवार</g1><x2/>")
    )
    assert tagged == confidence(estimator, SOURCE, GOOD)


@pytest.mark.parametrize("target", ["", "…", "2026"])
def test_a_draft_without_words_is_no_obstacle(estimator: Estimator, target: str) -> None:
    assert 0 <= confidence(estimator, "2026", target) <= 1


def test_nothing_is_said_of_english_drafts(estimator: Estimator) -> None:
    pair = Pair(GOOD, SOURCE, Language.HI, Language.EN)
    assert estimator.confidence(pair, []) is None
