"""Makes one translation of the translations of a sentence's parts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from dualpress.engines.base import Attention, Hypothesis

__all__ = ["join_parts"]


def join_parts(parts: Sequence[str], translations: Sequence[list[Hypothesis]]) -> list[Hypothesis]:
    """Joins the best translations of all parts, then the second best, and so on.

    Args:
        parts: the sentence cut up; joined, they are the sentence.
        translations: those of each part, best first.

    Returns:
        The one part's own translations where there is one part; else as many as the part with the
        fewest has, each with a note.
    """
    if len(parts) == 1:
        return translations[0]
    return [_join(parts, chosen) for chosen in zip(*translations, strict=False)]


def _join(parts: Sequence[str], chosen: Sequence[Hypothesis]) -> Hypothesis:
    glued = (
        hypothesis.text + (" " if part[-1:].isspace() else "")
        for part, hypothesis in zip(parts, chosen, strict=True)
    )
    note = f"Too long for the model: translated in {len(parts)} parts."
    return Hypothesis("".join(glued).strip(), _mean(parts, chosen), _stack(chosen), (note,))


def _mean(parts: Sequence[str], chosen: Sequence[Hypothesis]) -> float | None:
    """The mean of the parts' scores, by their lengths."""
    scored = [
        (len(part), hypothesis.score)
        for part, hypothesis in zip(parts, chosen, strict=True)
        if hypothesis.score is not None
    ]
    total = sum(length for length, _ in scored)
    return sum(length * score for length, score in scored) / total if total else None


def _stack(chosen: Sequence[Hypothesis]) -> Attention | None:
    """The parts' attentions as one, in which no part looks at another."""
    known = [hypothesis.attention for hypothesis in chosen if hypothesis.attention]
    if not known:
        return None
    width = sum(len(attention.source) for attention in known)
    rows: list[tuple[float, ...]] = []
    before = 0
    for attention in known:
        after = width - before - len(attention.source)
        rows.extend((0.0,) * before + row + (0.0,) * after for row in attention.weights)
        before += len(attention.source)
    return Attention(
        tuple(chain.from_iterable(attention.source for attention in known)),
        tuple(chain.from_iterable(attention.target for attention in known)),
        tuple(rows),
    )
