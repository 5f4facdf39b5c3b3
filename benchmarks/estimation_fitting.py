"""Judged drafts, the ridge regression on their features, and its calibration.

numpy is what CTranslate2 needs; nothing of it is used when dualpress runs.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import lzma
import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from dualpress.article import Language, escape_tags, other
from dualpress.checks import Pair, run_checks
from dualpress.estimation.features import features
from dualpress.estimation.letters import LetterModel, count_letters
from dualpress.estimation.weights import CLIP, Curve, Feature, Weights
from dualpress.estimation.words import keys_of, words_of

__all__ = [
    "GOOD",
    "Figures",
    "Judged",
    "Judgement",
    "calibrated",
    "cross_validated",
    "figures_of",
    "fit",
    "letters_of",
    "read_judged",
    "spearman",
    "unseen",
    "write_letters",
    "write_weights",
]

GOOD = 80.0
"""Points from which a draft counts as good: most judges' "closely preserves the meaning"."""

_POINTS = (68.0, 92.0)
"""What is beyond says no more than that it is very bad or very good, and would pull the line."""

_PENALTY = 300.0
_FOLDS = 5
_RARE_RUN = 5
"""Runs of letters that are rarer are left out."""

# Counts of Hindi and English that were published under terms that let anyone use them, and are no
# post-edited machine's. The others' terms are unknown or ask for more than naming the source.
_SOURCES = frozenset(
    "msdocs_projectops msdocs_custinsights tatoeba mkb_speeches mkb_wat20 gsn_stories tico19 "
    "react_docs pmi_wat21 opensource_guide mozorg tldr hf_course tico19_terms java_patterns".split()
)

Floats = NDArray[np.float64]
Figures = Sequence[Mapping[str, float]]


class Judged(NamedTuple):
    """A machine's translation, and what people thought of it: the mean of 0 to 100 points."""

    source: str
    target: str
    points: float


class Judgement(NamedTuple):
    """What was said of drafts, and what people had said of them."""

    points: Sequence[float]
    said: Sequence[float]


def read_judged(path: Path) -> list[Judged]:
    """Read judged translations: source, target, points; a field may be quoted as in CSV."""
    with lzma.open(path, "rt", encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file]
    return [Judged(_unquoted(one), _unquoted(two), float(points)) for one, two, points in rows]


def _unquoted(field: str) -> str:
    is_quoted = len(field) > 1 and field[0] == field[-1] == '"'
    return field[1:-1].replace('""', '"') if is_quoted else field


def unseen(judged: Iterable[Judged], held: Collection[Judged]) -> list[Judged]:
    """Those that are no repetition, and whose source and target are in no held-out pair."""
    texts = {text for one in held for text in one[:2]}
    found: dict[tuple[str, str], Judged] = {}
    for one in judged:
        if texts.isdisjoint(one[:2]):
            found.setdefault((one.source, one.target), one)
    return list(found.values())


def letters_of(corpus: Path, held: Collection[Judged]) -> dict[Language, dict[str, int]]:
    """The runs of letters of both sides of a corpus, without what was judged."""
    texts = {text for one in held for text in one[:2]}
    words: dict[Language, list[str]] = {language: [] for language in Language}
    with lzma.open(corpus, "rt", encoding="utf-8") as file:
        for line in file:
            source, _, _, english, hindi = line.rstrip("\n").split("\t")
            if source in _SOURCES and texts.isdisjoint((english, hindi)):
                words[Language.EN] += keys_of(words_of(english))
                words[Language.HI] += keys_of(words_of(hindi))
    return {language: _frequent(found) for language, found in words.items()}


def _frequent(words: Iterable[str]) -> dict[str, int]:
    counts = sorted(count_letters(words).items())
    return {run: _in_two_digits(count) for run, count in counts if count >= _RARE_RUN}


def _in_two_digits(count: int) -> int:
    """More would say nothing, and take room."""
    return round(count, 2 - len(str(count)))


def write_letters(counts: Mapping[str, int], path: Path) -> None:
    """Write what :func:`dualpress.estimation.letters.read_letters` reads."""
    text = "".join(f"{run}\t{count}\n" for run, count in counts.items())
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def figures_of(
    judged: Iterable[Judged], letters: Mapping[Language, LetterModel], source: Language
) -> Iterator[dict[str, float]]:
    """The features of judged translations."""
    for one in judged:
        pair = Pair(escape_tags(one.source), escape_tags(one.target), source, other(source))
        yield features(pair, run_checks(pair), letters)


def fit(figures: Figures, points: Sequence[float]) -> tuple[float, dict[str, Feature]]:
    """A ridge regression: the intercept, and the features with their weights."""
    names = list(figures[0])
    table = _table(figures, names)
    means, deviations = table.mean(0), table.std(0)
    used = np.flatnonzero(deviations > 0)
    scaled = np.clip((table[:, used] - means[used]) / deviations[used], -CLIP, CLIP)
    clipped = np.clip(points, *_POINTS)
    middle = float(clipped.mean())
    square = scaled.T @ scaled + _PENALTY * np.eye(len(used))
    weights = np.linalg.solve(square, scaled.T @ (clipped - middle))
    return middle, {
        names[place]: Feature(float(means[place]), float(deviations[place]), float(weight))
        for place, weight in zip(used, weights, strict=True)
    }


def _table(figures: Figures, names: Sequence[str]) -> Floats:
    return np.array([[one[name] for name in names] for one in figures], float)


def cross_validated(judged: Sequence[Judged], figures: Figures) -> Judgement:
    """What regressions say that were fitted on other sources than the one that they judge."""
    folds = [_fold(one.source) for one in judged]
    said = [0.0] * len(judged)
    for fold in range(_FOLDS):
        inside = [place for place, of in enumerate(folds) if of != fold]
        intercept, found = fit([figures[i] for i in inside], [judged[i].points for i in inside])
        weights = Weights(intercept, found, Curve(intercept, 1.0))
        for place, of in enumerate(folds):
            if of == fold:
                said[place] = weights.points(figures[place])
    return Judgement([one.points for one in judged], said)


def _fold(source: str) -> int:
    return int(hashlib.sha256(source.encode()).hexdigest(), 16) % _FOLDS


def calibrated(judgement: Judgement) -> Curve:
    """The logistic curve that is likeliest, by Newton's method (Platt scaling)."""
    good = np.array([points >= GOOD for points in judgement.points], float)
    middle = float(np.mean(judgement.said))
    table = np.column_stack([np.ones(len(good)), np.array(judgement.said) - middle])
    curve = np.zeros(2)
    for _ in range(25):
        share = 1 / (1 + np.exp(-table @ curve))
        square = (table * (share * (1 - share))[:, None]).T @ table
        curve += np.linalg.solve(square, table.T @ (good - share))
    return Curve(middle - float(curve[0] / curve[1]), float(curve[1]))


def write_weights(weights: Weights, path: Path) -> None:
    """Write what :func:`dualpress.estimation.weights.read_weights` reads."""
    data = {
        "good": GOOD,
        "intercept": _rounded(weights.intercept),
        "curve": _all_rounded(weights.curve._asdict()),
        "features": {
            name: _all_rounded(feature._asdict()) for name, feature in weights.features.items()
        },
    }
    path.write_text(json.dumps(data, indent=1) + "\n", "utf-8")


def _all_rounded(values: Mapping[str, float]) -> dict[str, float]:
    return {name: _rounded(value) for name, value in values.items()}


def _rounded(value: float) -> float:
    return float(f"{value:.5g}")


def spearman(one: Sequence[float], two: Sequence[float]) -> float:
    """Spearman's rank correlation, ties by their mean rank."""
    first, second = _ranks(one), _ranks(two)
    return float(np.corrcoef(first, second)[0, 1]) if len(one) > 1 else math.nan


def _ranks(values: Sequence[float]) -> Floats:
    _, places, counts = np.unique(np.array(values), return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    ranks: Floats = (last - (counts - 1) / 2)[places]
    return ranks
