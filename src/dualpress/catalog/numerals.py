"""A number in a text written anew, as the one that stands there is written."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

import regex

from dualpress.text.devanagari import latin_digits

__all__ = ["Numeral", "read_numeral"]

_NUMERAL = regex.compile(r"(?P<figure>\p{Nd}[\p{Nd},]*(?:\.\p{Nd}+)?)(?P<scale>\D*)")
_INDIAN = regex.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
_WESTERN = regex.compile(r"\d{1,3}(?:,\d{3})+")
_DEVANAGARI = str.maketrans("0123456789", "०१२३४५६७८९")

_ALIKE_BELOW = 100_000
"""Smaller numbers are grouped alike in India and elsewhere: 99,999."""

_MOST_OF_A_SCALE = 100
"""100 लाख are a करोड़."""

_MOST_DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Numeral:
    """How a number is written.

    Args:
        figure: its digits, Latin, with commas and point.
        scale: what follows them: a scale word with the space before it, or nothing.
        factor: what that multiplies by.
        is_devanagari: whether its digits are.
    """

    figure: str
    scale: str
    factor: Fraction
    is_devanagari: bool

    def rewritten(self, value: Fraction, model: Numeral) -> str | None:
        """Another number in the same form: digits, grouping and scale word.

        Args:
            value: what it is worth.
            model: how the other language writes it; tells its decimals, and
                whether digits are grouped where this number has too few.

        Returns:
            ``None`` where the form cannot hold it, or could in two ways.
        """
        figure = self._figure(value / self.factor, model)
        if figure is None:
            return None
        digits = figure.translate(_DEVANAGARI) if self.is_devanagari else figure
        return digits + self.scale

    def _figure(self, share: Fraction, model: Numeral) -> str | None:
        is_same_scale = self.factor == model.factor
        if self.scale and not is_same_scale and not 1 <= share < _MOST_OF_A_SCALE:
            return None
        decimals = _decimals(model.figure) if is_same_scale else _fewest_decimals(share)
        if decimals is None or (not is_same_scale and decimals > _MOST_DECIMALS):
            return None
        digits = f"{int(share * 10**decimals):0{decimals + 1}d}"
        cut = len(digits) - decimals
        grouped = self._grouped(digits[:cut], model)
        return grouped and ".".join(filter(None, [grouped, digits[cut:]]))

    def _grouped(self, whole: str, model: Numeral) -> str | None:
        if self.figure.startswith("0"):
            # As in 05.08.2025; what has no room is no such part of a date.
            return whole.zfill(len(self.figure)) if len(whole) <= len(self.figure) else None
        if int(whole) < 1000 or self._is_plain(model):
            return whole
        if int(whole) < _ALIKE_BELOW:
            return f"{int(whole):,}"
        if _INDIAN.fullmatch(self._whole):
            return _in_lakhs(whole)
        digits = int(self._whole.replace(",", ""))
        is_western = digits >= _ALIKE_BELOW and _WESTERN.fullmatch(self._whole)
        return f"{int(whole):,}" if is_western else None

    def _is_plain(self, model: Numeral) -> bool:
        """Whether digits are not grouped; where that cannot be seen, the model tells."""
        if "," in self.figure:
            return False
        return len(self._whole) > 3 or "," not in model.figure

    @property
    def _whole(self) -> str:
        return self.figure.partition(".")[0]


def read_numeral(text: str, factor: Fraction, value: Fraction) -> Numeral | None:
    """Tell how a number is written.

    Args:
        text: the number.
        factor: what its scale word multiplies by; 1 without one.
        value: what it is worth.

    Returns:
        ``None`` where it is not simply digits, or digits and a scale word.
    """
    latin = latin_digits(text)
    match = _NUMERAL.fullmatch(latin)
    if match is None or bool(match["scale"].strip()) != (factor != 1):
        return None
    if Fraction(match["figure"].replace(",", "")) * factor != value:
        return None
    digits = regex.findall(r"\p{Nd}", text)
    is_latin = [digit.isascii() for digit in digits]
    if any(is_latin) != all(is_latin):
        return None
    return Numeral(match["figure"], match["scale"], factor, not all(is_latin))


def _decimals(figure: str) -> int:
    return len(figure.partition(".")[2])


def _fewest_decimals(share: Fraction) -> int | None:
    places = range(_MOST_DECIMALS + 1)
    return next((count for count in places if (share * 10**count).denominator == 1), None)


def _in_lakhs(whole: str) -> str:
    """Grouped as in India: 12,34,567."""
    head, tail = whole[:-3], whole[-3:]
    pairs = regex.findall(r"\d{1,2}(?=(?:\d{2})*$)", head)
    return ",".join([*pairs, tail])
