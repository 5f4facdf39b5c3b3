"""The weights of the features, in a small JSON file for each direction."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any, NamedTuple

from dualpress.article import Language

__all__ = ["CLIP", "Curve", "Feature", "Weights", "read_weights"]

CLIP = 4.0
"""Standard deviations: what is further out than any sentence of the fit says no more."""


class Feature(NamedTuple):
    """One feature.

    Args:
        mean: of the sentences that were fitted on.
        deviation: their standard deviation, above 0.
        weight: what one standard deviation is worth, in points of the judges' scale.
    """

    mean: float
    deviation: float
    weight: float


class Curve(NamedTuple):
    """From points of the judges' scale to a share: the logistic curve (Platt scaling).

    Args:
        middle: where half of the drafts are good.
        steepness: above 0.
    """

    middle: float
    steepness: float


@dataclass(frozen=True)
class Weights:
    """A ridge regression over features, and its calibration.

    Args:
        intercept: the points of a draft whose every feature is the mean.
        features: by their names.
        curve: what share of the drafts with so many points was good.
    """

    intercept: float
    features: Mapping[str, Feature]
    curve: Curve

    def points(self, found: Mapping[str, float]) -> float:
        """What judges would probably say, on their scale from 0 to 100.

        Args:
            found: the features of a draft, at least those that have a weight.
        """
        return self.intercept + math.fsum(
            feature.weight * _clipped((found[name] - feature.mean) / feature.deviation)
            for name, feature in self.features.items()
        )

    def share(self, found: Mapping[str, float]) -> float:
        """The share, from 0 to 1, of drafts like this that were good."""
        distance = (self.points(found) - self.curve.middle) * self.curve.steepness
        return 1 / (1 + math.exp(-distance))


def read_weights(source: Language) -> Weights | None:
    """The weights that ``benchmarks/estimation.py --fit`` found for drafts from a language.

    Returns:
        ``None`` for the direction that nobody has judged drafts of.
    """
    path = files("dualpress.estimation").joinpath("data", f"weights.{source}.json")
    return _weights(json.loads(path.read_text("utf-8"))) if path.is_file() else None


def _weights(data: Mapping[str, Any]) -> Weights:
    return Weights(
        data["intercept"],
        {name: Feature(**feature) for name, feature in data["features"].items()},
        Curve(**data["curve"]),
    )


def _clipped(value: float) -> float:
    return max(-CLIP, min(CLIP, value))
