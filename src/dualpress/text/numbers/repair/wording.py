"""How a number of the source is written in the translation."""

from __future__ import annotations

from fractions import Fraction

import regex

from dualpress.article import Language
from dualpress.text.devanagari import latin_digits, match_key_of
from dualpress.text.number_style import Scales
from dualpress.text.numbers.number import Number
from dualpress.text.numbers.repair.task import Task
from dualpress.text.numbers.words import spelled_out
from dualpress.text.numbers.write import in_house_digits, write_figure, write_scaled

__all__ = ["family_of", "is_simple", "reworded"]

_FIGURE = r"\p{Nd}+(?:,\p{Nd}+)*(?:\.\p{Nd}+)?"
_SCALED = regex.compile(
    rf"(?P<figure>{_FIGURE})\s?(?P<scale>[\p{{L}}\p{{M}}]+(?:\s[\p{{L}}\p{{M}}]+)?)"
)
_PLAIN = regex.compile(_FIGURE)

_INDIAN = regex.compile(r"lakh|lac|crore|लाख|करोड|खरब|अरब", regex.IGNORECASE)
_WESTERN = regex.compile(
    r"million|billion|trillion|[mbt]n(?!\p{L})|मिलियन|बिलियन|ट्रिलियन", regex.IGNORECASE
)
_ONLY_HINDI = match_key_of("अरब")


def is_simple(written: str, number: Number) -> bool:
    """Whether a number is no more than digits, or words below a hundred, and scale words.

    Args:
        written: the number as it stands.
        number: its value and scale.
    """
    if number.scale < 1000:
        return False
    share = number.value / number.scale
    match = _SCALED.fullmatch(written)
    if match is not None:
        return Fraction(latin_digits(match["figure"]).replace(",", "")) == share
    is_counted = share.denominator == 1 and share < 100
    return is_counted and regex.search(r"[\p{Nd}-]", written) is None and " " in written


def family_of(written: str) -> Scales | None:
    """Whether scale words are Indian or Western; ``None`` without any but ``hundred``."""
    key = match_key_of(written)
    if _WESTERN.search(key):
        return Scales.WESTERN
    return Scales.INDIAN if _INDIAN.search(key) else None


def reworded(task: Task, wanted: Number, wrong: Number) -> str | None:
    """A number of the source, written in the form of the one that stands in its place.

    Args:
        task: the sentence and its translation.
        wanted: the number of the source.
        wrong: what the translation has instead.

    Returns:
        ``None`` where the house style has no simple form of it.
    """
    source, written = task.in_source(wanted), task.in_target(wrong)
    in_words = regex.search(r"\p{Nd}", written) is None
    if wanted.scale >= 1000:
        return _with_scale(task, wanted, in_words=in_words)
    if in_words and wanted.value.denominator == 1 and wanted.value < 100:
        return spelled_out(int(wanted.value), task.target_language)
    if _PLAIN.fullmatch(source):
        return _as_in_source(source, wanted, task)
    if wanted.value.denominator != 1:
        return None
    return write_figure(wanted.value, task.style)


def _with_scale(task: Task, wanted: Number, *, in_words: bool) -> str | None:
    scales = task.style.scales
    if scales in (Scales.SOURCE, Scales.KEEP):
        scales = family_of(task.in_source(wanted)) or Scales.WESTERN
        if task.target_language is Language.EN and _ONLY_HINDI in match_key_of(
            task.in_source(wanted)
        ):
            scales = Scales.WESTERN
    return write_scaled(wanted.value, task.style, scales, in_words=in_words)


def _as_in_source(source: str, wanted: Number, task: Task) -> str:
    """Years stay without commas, and ``3.50`` with its last zero."""
    whole, point, decimals = latin_digits(source).partition(".")
    if "," not in whole:
        return in_house_digits(whole + point + decimals, task.style)
    return write_figure(wanted.value, task.style, decimals=len(decimals))
