"""The fit of ``benchmarks/estimation.py``, on figures whose weights are known."""

from __future__ import annotations

import gzip
import importlib
import json
import lzma
import sys
from pathlib import Path
from typing import Any

import pytest

from dualpress.article import Language
from dualpress.estimation import Weights
from dualpress.estimation.weights import Curve, Feature

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def fitting() -> Any:
    # The benchmarks are no part of the installed package.
    if str(ROOT) not in sys.path:
        sys.path.append(str(ROOT))
    return importlib.import_module("benchmarks.estimation_fitting")


def made_up(fitting: Any, number: int) -> tuple[list[Any], list[dict[str, float]]]:
    """Drafts whose points are 80, less 3 for each "bad" and 0 for each "idle"."""
    figures = [{"bad": i * 37 % 101 / 25 - 2, "idle": i * 53 % 97 / 24 - 2} for i in range(number)]
    judged = [
        fitting.Judged(f"s{i}", f"t{i}", 80 - 3 * one["bad"]) for i, one in enumerate(figures)
    ]
    return judged, figures


def test_the_fit_finds_what_counts(fitting: Any) -> None:
    judged, figures = made_up(fitting, 3000)
    intercept, found = fitting.fit(figures, [one.points for one in judged])
    assert intercept == pytest.approx(80, abs=0.5)
    assert found["bad"].weight / found["bad"].deviation == pytest.approx(-3, rel=0.15)
    assert abs(found["idle"].weight) < 0.1


def test_what_never_varies_gets_no_weight(fitting: Any) -> None:
    _, found = fitting.fit([{"a": 1.0, "b": 2.0}, {"a": 2.0, "b": 2.0}], [80.0, 70.0])
    assert list(found) == ["a"]


def test_cross_validation_judges_every_draft(fitting: Any) -> None:
    judged, figures = made_up(fitting, 200)
    found = fitting.cross_validated(judged, figures)
    assert found.points == [one.points for one in judged]
    assert fitting.spearman(found.points, found.said) > 0.99


def test_the_curve_gives_the_shares_that_were_good(fitting: Any) -> None:
    said = [70.0] * 100 + [90.0] * 100
    points = [85.0] * 20 + [60.0] * 80 + [85.0] * 70 + [60.0] * 30
    curve = fitting.calibrated(fitting.Judgement(points, said))
    weights = Weights(0.0, {"said": Feature(0.0, 30.0, 30.0)}, curve)
    assert weights.share({"said": 70.0}) == pytest.approx(0.2, abs=0.001)
    assert weights.share({"said": 90.0}) == pytest.approx(0.7, abs=0.001)


@pytest.mark.parametrize(
    ("one", "two", "expected"),
    [
        ([1, 2, 3], [10, 20, 90], 1.0),
        ([1, 2, 3], [3, 2, 1], -1.0),
        # Ranks 1, 2.5, 2.5, 4 beside 1, 2, 3, 4.
        ([1, 5, 5, 9], [1, 2, 3, 4], 4.5 / (4.5 * 5) ** 0.5),
    ],
)
def test_rank_correlation(
    fitting: Any, one: list[float], two: list[float], expected: float
) -> None:
    assert fitting.spearman(one, two) == pytest.approx(expected)


def test_fields_may_be_quoted(fitting: Any, tmp_path: Path) -> None:
    path = tmp_path / "judged.tsv.xz"
    path.write_bytes(lzma.compress('"He said ""no""."\tनहीं\t80.5\n'.encode()))
    assert fitting.read_judged(path) == [fitting.Judged('He said "no".', "नहीं", 80.5)]


def test_what_is_held_out_or_twice_there_is_not_fitted_on(fitting: Any) -> None:
    held = [fitting.Judged("a", "अ", 1)]
    judged = [
        fitting.Judged("a", "आ", 2),
        fitting.Judged("b", "अ", 3),
        fitting.Judged("c", "इ", 4),
        fitting.Judged("c", "इ", 5),
    ]
    assert fitting.unseen(judged, held) == [fitting.Judged("c", "इ", 4)]


def test_letters_are_counted_without_what_was_judged(fitting: Any, tmp_path: Path) -> None:
    lines = ["tico19\tCC0\twiki\tthe river\tनदी\n"] * 5
    lines += ["tico19\tCC0\twiki\tqqq\tककक\n"] * 5
    lines += ["wmtqe_pe\tunstated\twiki\tzzz\tझझझ\n"] * 5
    path = tmp_path / "train.tsv.xz"
    path.write_bytes(lzma.compress("".join(lines).encode()))
    found = fitting.letters_of(path, [fitting.Judged("qqq", "x", 1)])
    assert found[Language.EN][" riv"] == 5
    assert "नदी" in found[Language.HI]
    assert not {"q", "z"} & set(found[Language.EN])


def test_counts_are_written_in_two_digits_and_the_same_each_time(
    fitting: Any, tmp_path: Path
) -> None:
    one, two = tmp_path / "one.gz", tmp_path / "two.gz"
    for path in (one, two):
        fitting.write_letters({" ": 12, "नदी": 5}, path)
    assert one.read_bytes() == two.read_bytes()
    assert gzip.decompress(one.read_bytes()).decode() == " \t12\nनदी\t5\n"


def test_weights_are_written_as_they_are_read(fitting: Any, tmp_path: Path) -> None:
    path = tmp_path / "weights.json"
    fitting.write_weights(Weights(80.0, {"a": Feature(1, 2, -0.123456)}, Curve(79, 0.5)), path)
    assert json.loads(path.read_text("utf-8")) == {
        "good": 80.0,
        "intercept": 80.0,
        "curve": {"middle": 79.0, "steepness": 0.5},
        "features": {"a": {"mean": 1.0, "deviation": 2.0, "weight": -0.12346}},
    }
