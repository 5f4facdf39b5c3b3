"""Hypotheses as plain data: what travels between machines is no class of ours."""

from __future__ import annotations

from dualpress.engines.base import Attention, Hypothesis

__all__ = ["PlainHypothesis", "from_plain", "to_plain"]

PlainAttention = tuple[tuple[str, ...], tuple[str, ...], tuple[tuple[float, ...], ...]]
PlainHypothesis = tuple[str, float | None, PlainAttention | None, tuple[str, ...]]


def to_plain(hypothesis: Hypothesis) -> PlainHypothesis:
    """A hypothesis as a tuple of text, score, attention and notes."""
    seen = hypothesis.attention
    attention = (seen.source, seen.target, seen.weights) if seen else None
    return hypothesis.text, hypothesis.score, attention, hypothesis.notes


def from_plain(plain: PlainHypothesis) -> Hypothesis:
    """The hypothesis that :func:`to_plain` was given."""
    text, score, attention, notes = plain
    return Hypothesis(text, score, Attention(*attention) if attention else None, notes)
