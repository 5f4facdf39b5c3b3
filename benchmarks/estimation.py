"""How well the confidence of drafts orders them, and the fitting of its weights.

    python -m benchmarks.estimation --corpus FOLDER         # measure the shipped weights
    python -m benchmarks.estimation --corpus FOLDER --fit   # fit them anew, then measure

FOLDER holds ``qe.enhi.train.tsv.xz`` and ``qe.enhi.dev.tsv.xz``, translations from English with the
mean of human judgements (of the shared task on quality estimation of WMT23), and for ``--fit``
``train.tsv.xz``, sentence pairs that the models of letters are made of. Pairs of the first that
stand in the second too are left out of the fit, and of all else: a quarter of dev would be known.

"Cross-validated" is what weights say of sentences of the first that they were not fitted on,
"dev" what the shipped weights say of the second; "source alone" and "without letters" are fitted
with these features only. Then how often a draft was good, by what was said of it.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from benchmarks.estimation_fitting import (
    GOOD,
    Figures,
    Judged,
    Judgement,
    calibrated,
    cross_validated,
    figures_of,
    fit,
    letters_of,
    read_judged,
    spearman,
    unseen,
    write_letters,
    write_weights,
)

from dualpress.article import Language
from dualpress.estimation import Weights, read_weights
from dualpress.estimation.letters import LetterModel, read_letters

_DATA = Path(__file__).parents[1] / "src/dualpress/estimation/data"
_STEPS = (0.0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 1.01)


def main() -> None:
    """Fit if that is wanted, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="the folder of the corpus")
    parser.add_argument("--fit", action="store_true", help="write the weights that are shipped")
    arguments = parser.parse_args()
    dev = read_judged(arguments.corpus / "qe.enhi.dev.tsv.xz")
    train = unseen(read_judged(arguments.corpus / "qe.enhi.train.tsv.xz"), dev)
    if arguments.fit:
        _write_letters(arguments.corpus / "train.tsv.xz", [*train, *dev])
    letters = {language: read_letters(language) for language in Language}
    figures = list(figures_of(train, letters, Language.EN))
    if arguments.fit:
        _write_weights(train, figures)
    sys.stdout.writelines(_report(train, figures, dev, letters))


def _write_letters(corpus: Path, judged: Sequence[Judged]) -> None:
    for language, counts in letters_of(corpus, judged).items():
        write_letters(counts, _DATA / f"letters.{language}.tsv.gz")


def _write_weights(train: Sequence[Judged], figures: Figures) -> None:
    intercept, found = fit(figures, [one.points for one in train])
    weights = Weights(intercept, found, calibrated(cross_validated(train, figures)))
    write_weights(weights, _DATA / f"weights.{Language.EN}.json")


def _report(
    train: Sequence[Judged],
    figures: Figures,
    dev: Sequence[Judged],
    letters: dict[Language, LetterModel],
) -> Iterator[str]:
    weights = read_weights(Language.EN)
    if weights is None:
        raise SystemExit("There are no weights yet: add --fit")
    used = [{name: one[name] for name in weights.features} for one in figures]
    source = [name for name in weights.features if name.startswith("source")]
    plain = [name for name in weights.features if not name.endswith("worst words")]
    yield f"Spearman's rank correlation, {len(train)} pairs in train and {len(dev)} in dev\n"
    yield _row("cross-validated", cross_validated(train, used))
    yield _row("  source alone", cross_validated(train, _only(used, source)))
    yield _row("  without letters", cross_validated(train, _only(used, plain)))
    found = list(figures_of(dev, letters, Language.EN))
    said = [weights.share(one) for one in found]
    points = [one.points for one in dev]
    yield _row("dev", Judgement(points, said))
    yield f"\nThe {len(said)} of dev by confidence: how many, and how many in 100 were good\n"
    yield from _reliability(points, said)


def _only(figures: Figures, names: Sequence[str]) -> Figures:
    return [{name: one[name] for name in names} for one in figures]


def _row(label: str, judgement: Judgement) -> str:
    return f"{label:20} {spearman(judgement.points, judgement.said):.3f}\n"


def _reliability(points: Sequence[float], said: Sequence[float]) -> Iterator[str]:
    pairs = list(zip(points, said, strict=True))
    for low, high in pairwise(_STEPS):
        inside = [one for one, share in pairs if low <= share < high]
        good = sum(one >= GOOD for one in inside)
        if inside:
            share = 100 * good / len(inside)
            yield f"{low:.1f} to {min(high, 1.0):.1f}  {len(inside):5} {share:5.0f}\n"


if __name__ == "__main__":
    main()
