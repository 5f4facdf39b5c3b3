"""chrF: how like a reference a translation is, in character n-grams.

Popović, "chrF: character n-gram F-score for automatic MT evaluation" (WMT 2015), with the
settings of sacrebleu's default (nc:6, nw:0, space:no, eff:yes), whose figures the tests hold it
to. sacrebleu itself would bring lxml and three more packages to every user for this one number.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

__all__ = ["chrf"]

_ORDERS = range(1, 7)
_BETA = 2


def chrf(translations: Sequence[str], references: Sequence[str]) -> float:
    """The chrF of translations as one corpus, from 0 to 100.

    Args:
        translations: what is measured.
        references: a human's translation of each, in the same order.

    Raises:
        ValueError: there are not as many of the one as of the other.
    """
    shares = [_shares(translations, references, order) for order in _ORDERS]
    counted = [share for share in shares if share is not None]
    precision = sum(precision for precision, _ in counted) / max(1, len(counted))
    recall = sum(recall for _, recall in counted) / max(1, len(counted))
    if precision + recall == 0:
        return 0.0
    return 100 * (1 + _BETA**2) * precision * recall / (_BETA**2 * precision + recall)


def _shares(
    translations: Sequence[str], references: Sequence[str], order: int
) -> tuple[float, float] | None:
    """Precision and recall of the n-grams of one order; ``None`` where a side has none."""
    made, wanted, common = 0, 0, 0
    for translation, reference in zip(translations, references, strict=True):
        ours, theirs = _ngrams(translation, order), _ngrams(reference, order)
        made, wanted = made + ours.total(), wanted + theirs.total()
        common += (ours & theirs).total()
    return (common / made, common / wanted) if made and wanted else None


def _ngrams(text: str, order: int) -> Counter[str]:
    letters = "".join(text.split())
    return Counter(letters[start : start + order] for start in range(len(letters) - order + 1))
