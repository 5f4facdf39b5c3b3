"""What an engine can be trusted with: whether words that must stay as they are survive it.

- ``schemes``: placeholders, and how they are read again in a translation
- ``carriers``: the sentences in which they are tried
- ``measure``: the trial; ``chrf``: what it does to the rest of a sentence
- ``table``: its result, and which placeholder it allows; ``store``: where that is kept
- ``masking``: terms out of a sentence, and their renderings into its translation
"""

from dualpress.engines.survival.masking import Masked, Place, mask, restore
from dualpress.engines.survival.measure import TRIALS, measure
from dualpress.engines.survival.schemes import SCHEMES, PatternScheme, Rendered, Scheme, Token
from dualpress.engines.survival.store import TableKey, read_table, write_table
from dualpress.engines.survival.table import Cell, Row, Table

__all__ = [
    "SCHEMES",
    "TRIALS",
    "Cell",
    "Masked",
    "PatternScheme",
    "Place",
    "Rendered",
    "Row",
    "Scheme",
    "Table",
    "TableKey",
    "Token",
    "mask",
    "measure",
    "read_table",
    "restore",
    "write_table",
]
