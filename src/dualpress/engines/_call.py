"""One call of an engine, as what it may be told ahead."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["Call"]


class Call(NamedTuple):
    """A batch, and what is wanted of it; its answer depends on nothing else.

    Args:
        sentences: of the batch, in its order.
        hypotheses: of each sentence.
        attention: whether they tell where they looked.
        retry: whether other translations are wanted than at first, see
            :class:`dualpress.engines.base.Retrying`.
    """

    sentences: tuple[str, ...]
    hypotheses: int
    attention: bool
    retry: bool = False
