"""What the notations of shortcodes and of templates have in common: a mark among text."""

from __future__ import annotations

from enum import Enum, auto
from typing import NamedTuple

from dualpress.article import Span

__all__ = ["Mark", "MarkKind", "Role", "Sign"]


class MarkKind(Enum):
    """What a mark is to the text that it stands in."""

    WORD = auto()
    """It stands for words: ``{{ author }}``."""
    SILENT = auto()
    """It stands for none: ``{# a note #}``, ``[rating id="3"]``."""
    PART = auto()
    """It parts the text: ``[gallery]`` becomes a block."""
    OPEN = auto()
    """It opens what a later mark closes: ``[tooltip]``."""
    CLOSE = auto()
    """It closes what an earlier mark opened."""


class Mark(NamedTuple):
    """A stretch of source that another program replaces before a browser sees it.

    Args:
        span: where it stands.
        name: of what it calls; the two marks of a pair have the same.
        kind: what it is to the text.
    """

    span: Span
    name: str
    kind: MarkKind


class Role(Enum):
    """What a mark may be to other marks."""

    ALONE = auto()
    OPEN = auto()
    """It may open what a later mark closes; many open nothing."""
    CLOSE = auto()


class Sign(NamedTuple):
    """A mark by itself, before the other half of a pair is looked for.

    Args:
        span: where it stands.
        name: of what it calls.
        role: what it may be to other marks.
        alone: what it is where it has no other half; what parts the text does
            so with it too.
        whole: what a pair is with all between its halves, where that is no
            text; ``None`` where it is text.
    """

    span: Span
    name: str
    role: Role
    alone: MarkKind
    whole: MarkKind | None = None
