"""Different sentences under one translation."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, pairwise

import regex

from dualpress.checks.article_base import ArticleCheck, ArticleFinding, Notes, Pairs
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

    def begin(self) -> Notes:
        """Note the words of translations, to compare the sources of equal ones."""
        return _Translations(self)


class _Translations(Notes):
    """The words of translations as hashes: an archive has many, and few stand in it twice.

    Args:
        check: whose findings these are.
    """

    def __init__(self, check: ReusedCheck) -> None:
        self._check = check
        self._places = array("L")
        self._hashes = array("q")

    def take(self, place: int, pair: Pair) -> None:
        if words := _words(pair):
            self._places.append(place)
            self._hashes.append(hash(words))

    def findings(self, pairs: Pairs) -> Iterable[ArticleFinding]:
        first: dict[str, str] = {}
        for place in self._repeated():
            pair = pairs[place]
            earlier = first.setdefault(_words(pair), pair.source_text)
            if not _say_the_same(earlier, pair.source_text):
                message = f"It is also the translation of “{_shortened(earlier)}”"
                yield ArticleFinding(place, self._check.finding(message))

    def _repeated(self) -> Iterator[int]:
        """The places of those whose words may be another's too."""
        repeated = {one for one, two in pairwise(sorted(self._hashes)) if one == two}
        return compress(self._places, map(repeated.__contains__, self._hashes))


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
