"""How probable it is that a draft is good."""

from __future__ import annotations

from collections.abc import Sequence

from dualpress.article import Language
from dualpress.checks import Finding, Pair
from dualpress.estimation.features import features
from dualpress.estimation.letters import LetterModel, read_letters
from dualpress.estimation.weights import Weights, read_weights

__all__ = ["LOW", "Estimator"]

LOW = 0.4
"""Below, a reviewer is told: of 1,000 judged drafts 92 were, and 30 in 100 of these were good."""


class Estimator:
    """Estimates drafts; what it needs is read when it is first needed."""

    def __init__(self) -> None:
        self._weights: dict[Language, Weights | None] = {}
        self._letters: dict[Language, LetterModel] = {}

    def confidence(self, pair: Pair, findings: Sequence[Finding]) -> float | None:
        """The share, from 0 to 1, of drafts like this one that human judges found good.

        Args:
            pair: the segment and its draft.
            findings: what the checks found in it.

        Returns:
            In hundredths, so that it is the same on every system; ``None`` for a direction that
            there are no weights for.
        """
        weights = self._weights_of(pair.source_language)
        if weights is None:
            return None
        return round(weights.share(features(pair, findings, self._models())), 2)

    def _weights_of(self, source: Language) -> Weights | None:
        if source not in self._weights:
            self._weights[source] = read_weights(source)
        return self._weights[source]

    def _models(self) -> dict[Language, LetterModel]:
        if not self._letters:
            self._letters = {language: read_letters(language) for language in Language}
        return self._letters
