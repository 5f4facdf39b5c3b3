"""Different sentences under one translation."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

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

    def run_article(self, pairs: Iterable[Pair]) -> Iterable[ArticleFinding]:
        """Compare the sources of equal translations."""
        first: dict[str, str] = {}
        for index, pair in _repeated(pairs):
            earlier = first.setdefault(_words(pair), pair.source_text)
            if not _say_the_same(earlier, pair.source_text):
                message = f"It is also the translation of “{_shortened(earlier)}”"
                yield ArticleFinding(index, self.finding(message))


def _repeated(pairs: Iterable[Pair]) -> Iterator[tuple[int, Pair]]:
    """The pairs, with their places, whose words may be those of another; few of many are."""
    hashes = array("q", (hash(_words(pair)) for pair in pairs))
    repeated = {one for one, two in pairwise(sorted(hashes)) if one == two}
    for index, (pair, own) in enumerate(zip(pairs, hashes, strict=True)):
        if own in repeated and _words(pair):
            yield index, pair


def _words(pair: Pair) -> str:
    """The words of a translation; nothing where they are few."""
    if "joiner" in pair.target_traits:
        words: Sequence[str] = _WORD.findall(pair.target_text.casefold())
    else:
        words = pair.target_words  # as nearly always
    return " ".join(words) if len(words) >= _FEWEST_WORDS else ""


def _say_the_same(one: str, other: str) -> bool:
    from rapidfuzz import fuzz, utils

    processor = utils.default_process
    return one == other or fuzz.token_set_ratio(one, other, processor=processor) >= _ALIKE


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:60].rstrip()}…"
