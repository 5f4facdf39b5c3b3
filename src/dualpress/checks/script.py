"""A translation in the script of its own language."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from dualpress.article import Language
from dualpress.checks.base import Check, Finding, Pair, Severity
from dualpress.checks.traits import Trait
from dualpress.text.devanagari import WORD_CHAR
from dualpress.text.language import script_share

__all__ = ["ScriptCheck"]

_LEAST_SHARE_OF_PROSE = 0.4
_LEAST_SHARE_OF_ALL = 0.15
"""A sentence that lists companies may have most of its letters in their names."""

_MOST_FREE_WORDS = 3
"""A name, a brand or a headline of a few words may rightly stay in Latin letters."""

_WORD = regex.compile(rf"{WORD_CHAR}+")
_LATIN_NAME = regex.compile(r"\p{Latin}*(?=\p{Lu})\p{Latin}+")
_FOREIGN: dict[Language, tuple[Trait, ...]] = {
    Language.EN: ("not latin", "address"),
    Language.HI: ("not devanagari",),
}
"""What a text has that is not all in the letters of a language."""

_LETTERS = {Language.EN: "Latin", Language.HI: "Devanagari"}


class ScriptCheck(Check):
    """Hindi mostly in Devanagari, English mostly in Latin letters."""

    id = "script"
    name = "Script"
    cause = "Most of the translation is in the letters of another language, or damaged."
    cure = "Translate what is left; write names in the letters of the translation."
    severity = Severity.ERROR

    def run(self, pair: Pair) -> Iterable[Finding]:
        """Measure the share of the right letters, in all and without Latin names."""
        text, language = pair.target_text, pair.target_language
        traits = pair.target_traits
        if "letter" in traits and traits.isdisjoint(_FOREIGN[language]):
            return []
        share = script_share(text, language)
        if share is None:
            has_none = script_share(pair.source_text, pair.source_language) is None
            is_short = _word_count(pair.source_text) <= _MOST_FREE_WORDS
            return [] if has_none or is_short else [self.finding("There are no letters in it")]
        if share >= _LEAST_SHARE_OF_PROSE or _word_count(text) <= _MOST_FREE_WORDS:
            return []
        prose = _LATIN_NAME.sub(" ", text) if language is Language.HI else text
        share_of_prose = script_share(prose, language) or 0.0
        if share >= _LEAST_SHARE_OF_ALL and share_of_prose >= _LEAST_SHARE_OF_PROSE:
            return []
        return [self.finding(f"Only {share:.0%} of the letters are {_LETTERS[language]}")]


def _word_count(text: str) -> int:
    """Words with letters in them."""
    return sum(not word.isnumeric() for word in _WORD.findall(text))
