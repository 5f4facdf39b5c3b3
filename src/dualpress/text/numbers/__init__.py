"""Numbers in running text: what they are worth, and whether a translation keeps them."""

from dualpress.text.numbers.compare import Mismatch, same_numbers
from dualpress.text.numbers.doubts import Doubt, number_doubts, unit_doubts
from dualpress.text.numbers.find import find_numbers
from dualpress.text.numbers.number import Number, NumberKind

__all__ = [
    "Doubt",
    "Mismatch",
    "Number",
    "NumberKind",
    "find_numbers",
    "number_doubts",
    "same_numbers",
    "unit_doubts",
]
