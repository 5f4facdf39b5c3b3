"""The ways to bring a term into a translation, in the order in which they are tried."""

from __future__ import annotations

from dualpress.glossary.enforcing.acronyms import mend_letters
from dualpress.glossary.enforcing.alone import replace_alone
from dualpress.glossary.enforcing.draft import Strategy
from dualpress.glossary.enforcing.introduction import introduce
from dualpress.glossary.enforcing.leftovers import replace_leftovers
from dualpress.glossary.enforcing.literal import (
    drop_genitives,
    replace_forbidden,
    replace_word_by_word,
)
from dualpress.glossary.enforcing.spelling import mend_spelling

__all__ = ["STRATEGIES"]

STRATEGIES: tuple[tuple[Strategy, float | None], ...] = (
    (replace_leftovers, 1.0),
    (mend_letters, 1.0),
    (replace_word_by_word, 1.0),
    (replace_forbidden, 1.0),
    (mend_spelling, 0.99),
    (introduce, None),
    (drop_genitives, None),
    (replace_alone, None),
)
"""All ways in the order in which they are tried, each with the share of its repairs that were
right. Read by hand (``benchmarks/terms.py``), in the output of five machines and in human
translations: 72 of 72 leftovers, 21 of 21 names put word by word, 101 of 102 spellings; before the
rules were mended by that reading, 96 % of 215 repairs in all. By spoiling human translations
(``benchmarks/planted_terms.py``): all of 232 acronyms and 11 forbidden words. Of the others the
corpora had one case or none, and no model was at hand for what it makes of terms alone: they are
tried last."""
