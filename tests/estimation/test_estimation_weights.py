from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import Language
from dualpress.estimation import Weights, read_weights
from dualpress.estimation.weights import Curve, Feature

WEIGHTS = Weights(80.0, {"errors": Feature(1.0, 2.0, -3.0)}, Curve(78.0, 0.5))


def test_points_are_weights_times_deviations_from_the_mean() -> None:
    assert WEIGHTS.points({"errors": 3.0}) == pytest.approx(77)
    assert WEIGHTS.points({"errors": 1.0, "more": 9.0}) == pytest.approx(80)


@pytest.mark.parametrize(("value", "points"), [(1e6, 68), (-1e6, 92)])
def test_what_is_further_out_than_four_deviations_says_no_more(value: float, points: float) -> None:
    assert WEIGHTS.points({"errors": value}) == pytest.approx(points)


def test_in_the_middle_half_are_good() -> None:
    assert WEIGHTS.share({"errors": 1.0 + 2.0 * 2 / 3}) == pytest.approx(0.5)


@given(st.floats(-1e9, 1e9), st.floats(-1e9, 1e9))
def test_more_points_are_no_smaller_share(one: float, other: float) -> None:
    few, many = sorted(({"errors": one}, {"errors": other}), key=WEIGHTS.points)
    assert 0 <= WEIGHTS.share(few) <= WEIGHTS.share(many) <= 1


def test_weights_are_shipped_for_drafts_in_hindi() -> None:
    shipped = read_weights(Language.EN)
    assert shipped is not None
    assert all(feature.deviation > 0 for feature in shipped.features.values())
    assert shipped.curve.steepness > 0


@pytest.mark.parametrize("name", ["errors", "warnings", "shorter", "target left words"])
def test_what_is_bad_counts_against_a_draft(name: str) -> None:
    shipped = read_weights(Language.EN)
    assert shipped is not None
    assert shipped.features[name].weight < 0


def test_there_are_none_for_drafts_in_english() -> None:
    assert read_weights(Language.HI) is None
