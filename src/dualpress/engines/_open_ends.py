"""Headlines: sentences without a stop, for models that learned sentences with one.

Many models break down on a short text that does not end as a sentence does,
and others know headlines well. Which of them a model is shows in its own
scores: where it is not sure of the headline, it is asked for both, and the
better one is taken.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import regex

from dualpress.engines.base import Hypothesis
from dualpress.text.devanagari import DEVANAGARI, WORD_CHAR

__all__ = ["better_ended", "may_be_better", "with_stop"]

_MOST_WORDS = 16
"""A headline of more is none."""

_CLEARLY = 0.2
"""By how much the score must be better: the stop itself is nearly certain, and counts in it."""

_WORD = regex.compile(rf"(?=\p{{L}}){WORD_CHAR}+")
_CLOSING = r"[)\]\"'”’]"
_ENDED = regex.compile(rf"[^\p{{L}}\p{{M}}\p{{N}})\]\"'”’%]$|[.!?…।॥]{_CLOSING}+$")
_DEVANAGARI = regex.compile(DEVANAGARI)
_STOP = regex.compile(
    rf"\s*(?:।|(?<!(?<!\p{{L}})\p{{L}})(?<!\.[\p{{L}}\p{{M}}]+)\.)(?={_CLOSING}*$)"
)
"""At the end of a translation, or of what it quotes there; the dot of an initial, or of an
abbreviation that has another (कि.मी.), is none."""


def with_stop(sentence: str) -> str | None:
    """A headline with the stop of its language.

    Args:
        sentence: plain text.

    Returns:
        ``None`` where it is none: a single word, a long text, or one that has an end.
    """
    words = len(_WORD.findall(sentence))
    if not 1 < words <= _MOST_WORDS or _ENDED.search(sentence):
        return None
    return f"{sentence}{'।' if _DEVANAGARI.search(sentence) else '.'}"


def may_be_better(plain: Hypothesis) -> bool:
    """Whether a score of 0, which is certainty, would be better by far than that of a headline."""
    return plain.score is not None and plain.score <= -_CLEARLY


def better_ended(plain: Sequence[Hypothesis], stopped: Sequence[Hypothesis]) -> list[Hypothesis]:
    """The translations of a headline as it is, or of it with a stop, without that.

    Args:
        plain: translations of the headline, best first.
        stopped: translations of it with a stop.

    Returns:
        Those whose first has the better score, which for those with a stop must be better by far;
        as many as the headline itself had.
    """
    ended = [replace(one, text=_STOP.sub("", one.text)) for one in stopped]
    first, second = plain[0], ended[0]
    if second.text in ("", first.text) or _score(second) < _score(first) + _CLEARLY:
        return list(plain)
    distinct = {one.text: one for one in reversed([*ended, *plain])}
    return list(reversed(distinct.values()))[: len(plain)]


def _score(hypothesis: Hypothesis) -> float:
    return float("-inf") if hypothesis.score is None else hypothesis.score
