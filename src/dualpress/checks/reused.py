"""Different sentences under one translation."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import regex

from dualpress.checks.article_base import ArticleCheck, ArticleFinding
from dualpress.checks.base import Pair, Severity

__all__ = ["ReusedCheck"]

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")
_FEWEST_WORDS = 4
"""Short texts are rightly alike: "More" and "Read more"."""

_ALIKE = 60
"""From here on two sources say the same in other words, on RapidFuzz's scale to 100."""


class ReusedCheck(ArticleCheck):
    """Two sentences that say different things and have one translation."""

    id = "reused"
    name = "Same translation"
    cause = "Two different sentences have the same translation."
    cure = "See which of the two it belongs to, and translate the other."
    severity = Severity.WARNING

    def run_article(self, pairs: Sequence[Pair]) -> Iterable[ArticleFinding]:
        """Compare the sources of equal translations."""
        first: dict[str, Pair] = {}
        for index, pair in enumerate(pairs):
            words = _WORD.findall(pair.target_text.casefold())
            if len(words) < _FEWEST_WORDS:
                continue
            earlier = first.setdefault(" ".join(words), pair)
            if not _say_the_same(earlier.source_text, pair.source_text):
                quoted = _shortened(earlier.source_text)
                message = f"It is also the translation of “{quoted}”"
                yield ArticleFinding(index, self.finding(message))


def _say_the_same(one: str, other: str) -> bool:
    from rapidfuzz import fuzz, utils

    processor = utils.default_process
    return one == other or fuzz.token_set_ratio(one, other, processor=processor) >= _ALIKE


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60].rstrip()}…"
