"""Strategies that bring a missing term into a translation, each certain or silent.

A strategy says which words of a draft stand for the term; how the term is fitted
to the sentence, and whether the result is better, is the same for all.
"""

from dualpress.glossary.enforcing.draft import Alone, Change, Draft, Need, Strategy, Task
from dualpress.glossary.enforcing.names import is_of_other_name
from dualpress.glossary.enforcing.strategies import STRATEGIES
from dualpress.glossary.enforcing.write import fit, write

__all__ = [
    "STRATEGIES",
    "Alone",
    "Change",
    "Draft",
    "Need",
    "Strategy",
    "Task",
    "fit",
    "is_of_other_name",
    "write",
]
