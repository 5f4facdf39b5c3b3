"""Word alignment of the training pairs, to teach one attention head where to look.

Left to itself the attention of a model trained on a few hundred sentences points anywhere. It is
therefore guided by a lexical alignment: IBM model 1 with a preference for the diagonal (as in
fast_align), run both ways, kept where both ways agree.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]
IdPair = tuple[list[int], list[int]]


class Link(NamedTuple):
    """A source piece and a target piece that belong together, by their places."""

    source: int
    target: int


_ROUNDS = 6
_DIAGONAL_TENSION = 3.0
_NOWHERE = 0.1
"""The share of a piece that is held to come from no piece of the other side."""
_LEAST_AGREEMENT = 0.05


def align(pairs: Sequence[IdPair], vocabulary_size: int) -> list[Matrix]:
    """Aligns the pieces of each pair.

    Args:
        pairs: source and target ids of each pair.
        vocabulary_size: one more than the highest id.

    Returns:
        For each pair a matrix with a row for each target piece and a column for each source piece.
        A row adds up to 1, or to 0 where the two ways do not agree on any source piece.
    """
    forward = _posteriors(pairs, vocabulary_size)
    backward = _posteriors([(target, source) for source, target in pairs], vocabulary_size)
    return [_agreement(one * other.T) for one, other in zip(forward, backward, strict=True)]


def trusted_links(pairs: Sequence[IdPair], alignments: Sequence[Matrix]) -> list[list[Link]]:
    """Returns the links of each pair that are more than a guess.

    A link is trusted where each of the two pieces chooses the other before all others, and where
    the same two pieces choose each other in another pair too: of pieces that stand together only
    once nobody can say by counting which belongs to which.
    """
    mutual = [_mutual_links(alignment) for alignment in alignments]
    seen = Counter(
        pieces
        for (source, target), links in zip(pairs, mutual, strict=True)
        for pieces in {(source[link.source], target[link.target]) for link in links}
    )
    return [
        [link for link in links if seen[source[link.source], target[link.target]] > 1]
        for (source, target), links in zip(pairs, mutual, strict=True)
    ]


def _mutual_links(alignment: Matrix) -> list[Link]:
    """Returns the links of one pair where each piece chooses the other before all others."""
    best_source = alignment.argmax(axis=1)
    best_target = alignment.argmax(axis=0)
    return [
        Link(int(source), target)
        for target, source in enumerate(best_source)
        if alignment[target, source] > 0 and best_target[source] == target
    ]


def _posteriors(pairs: Sequence[IdPair], vocabulary_size: int) -> list[Matrix]:
    """Returns, for each pair, how likely each target piece (row) comes from each source piece."""
    table = np.full((vocabulary_size, vocabulary_size), 1.0 / vocabulary_size, dtype=np.float32)
    posteriors: list[Matrix] = []
    for _ in range(_ROUNDS):
        posteriors = [_expect(table, source, target) for source, target in pairs]
        table = np.zeros_like(table)
        for (source, target), posterior in zip(pairs, posteriors, strict=True):
            np.add.at(table, np.ix_(source, target), posterior.T)
        table /= np.maximum(table.sum(axis=1, keepdims=True), 1e-9)
    return posteriors


def _expect(table: Matrix, source: list[int], target: list[int]) -> Matrix:
    """Returns the posterior of one pair under a table of p(target piece | source piece)."""
    weights = table[np.ix_(source, target)].T * _diagonal(len(target), len(source))
    total = np.maximum(weights.sum(axis=1, keepdims=True), 1e-12)
    share: Matrix = (1.0 - _NOWHERE) * weights / total
    return share


def _diagonal(rows: int, columns: int) -> Matrix:
    """Returns the prior: the farther from the diagonal, the less likely."""
    row = np.arange(rows, dtype=np.float32)[:, None] / rows
    column = np.arange(columns, dtype=np.float32)[None, :] / columns
    prior: Matrix = np.exp(-_DIAGONAL_TENSION * np.abs(row - column))
    return prior


def _agreement(joint: Matrix) -> Matrix:
    """Normalises the rows of the product of both ways, and clears those without agreement."""
    total = joint.sum(axis=1, keepdims=True)
    rows: Matrix = np.where(total >= _LEAST_AGREEMENT, joint / np.maximum(total, 1e-12), 0.0)
    return rows.astype(np.float32)
