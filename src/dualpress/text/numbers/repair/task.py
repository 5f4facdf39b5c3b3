"""What the rules of repair are given, and what they give back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

import regex

from dualpress.article import Language, Span
from dualpress.text.number_style import NumberStyle
from dualpress.text.numbers.compare import Compared, Mismatch, Pairing, compare, same_numbers
from dualpress.text.numbers.number import Number

__all__ = ["Edit", "Rule", "Task"]

_FIGURE = regex.compile(r"\p{Nd}|[¼½¾⅓⅔⅛]")
_LATIN = regex.compile("[A-Za-z]")


@dataclass(frozen=True, slots=True)
class Edit:
    """A change of the translation.

    Args:
        span: what is replaced; never empty.
        text: what takes its place.
        note: what a reviewer should know; ``None`` where only the style changes.
    """

    span: Span
    text: str
    note: str | None = None


@dataclass(frozen=True)
class Task:
    """A sentence and its translation, without tags.

    Args:
        source: the sentence.
        target: its translation.
        source_language: the language of the sentence.
        style: the house style of the translation's language.
    """

    source: str
    target: str
    source_language: Language
    style: NumberStyle

    @property
    def target_language(self) -> Language:
        """The language of the translation."""
        return self.style.language

    @property
    def is_into_hindi(self) -> bool:
        """Whether the translation is in Hindi."""
        return self.style.language is Language.HI

    @cached_property
    def has_figures(self) -> bool:
        """Whether the translation has a number that is not in words."""
        return _FIGURE.search(self.target) is not None

    @cached_property
    def has_latin(self) -> bool:
        """Whether the translation has a Latin letter, as few in Hindi have."""
        return _LATIN.search(self.target) is not None

    @cached_property
    def _compared(self) -> Compared:
        return compare(self.source, self.source_language, self.target, self.target_language)

    @property
    def ours(self) -> Sequence[Number]:
        """The numbers of the sentence."""
        return self._compared.ours

    @property
    def theirs(self) -> Sequence[Number]:
        """The numbers of the translation."""
        return self._compared.theirs

    @property
    def pairing(self) -> Pairing:
        """The numbers of both, side by side."""
        return self._compared.pairing

    @cached_property
    def mismatches(self) -> list[Mismatch]:
        """The values that stand on one side only."""
        return same_numbers(self.source, self.source_language, self.target, self.target_language)

    def in_source(self, number: Number) -> str:
        """A number of the sentence as it is written there."""
        return self.source[slice(*number.span)]

    def in_target(self, number: Number) -> str:
        """A number of the translation as it is written there."""
        return self.target[slice(*number.span)]


Rule: TypeAlias = Callable[[Task], Iterable[Edit]]
