"""Rows that a glossary lacks: names that no row has, and what reviewers write otherwise.

Nothing here changes a glossary that is in use: proposals are rows with a mark
in their ``note``, which are not used until an editor takes it away.
"""

from dualpress.glossary.proposals.conflicts import Conflict
from dualpress.glossary.proposals.contradictions import Contradiction, find_contradictions
from dualpress.glossary.proposals.corrections import Corrected, Correction, find_corrections
from dualpress.glossary.proposals.merging import Cells
from dualpress.glossary.proposals.passages import Passage, Place, readable
from dualpress.glossary.proposals.renderings import Basis, KnownPair, KnownPairs, Rendering
from dualpress.glossary.proposals.rows import (
    basis_words,
    row_of_contradiction,
    row_of_correction,
    row_of_suggestion,
)
from dualpress.glossary.proposals.sheet import SHEET, Marked, add_rows, read_marked
from dualpress.glossary.proposals.spellings import spelling_key
from dualpress.glossary.proposals.suggest import Suggestions, suggest
from dualpress.glossary.proposals.suggestion import Suggestion

__all__ = [
    "SHEET",
    "Basis",
    "Cells",
    "Conflict",
    "Contradiction",
    "Corrected",
    "Correction",
    "KnownPair",
    "KnownPairs",
    "Marked",
    "Passage",
    "Place",
    "Rendering",
    "Suggestion",
    "Suggestions",
    "add_rows",
    "basis_words",
    "find_contradictions",
    "find_corrections",
    "read_marked",
    "readable",
    "row_of_contradiction",
    "row_of_correction",
    "row_of_suggestion",
    "spelling_key",
    "suggest",
]
