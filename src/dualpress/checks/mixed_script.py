"""Words whose letters come from two scripts."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from dualpress.article import Span
from dualpress.checks.base import Check, Finding, Pair, Severity
from dualpress.checks.traits import Trait, traits_of
from dualpress.text.addresses import find_addresses
from dualpress.text.devanagari import WORD_CHAR

__all__ = ["MixedScriptCheck"]

_WORD = regex.compile(rf"{WORD_CHAR}+")
_SCRIPTS: tuple[Trait, ...] = ("latin", "devanagari", "greek", "cyrillic", "indic or arabic")
_MOST_TOLD = 3


class MixedScriptCheck(Check):
    """``subसेना``, or a Cyrillic ``а`` in a Latin word, which looks the same."""

    id = "mixed_script"
    name = "Mixed letters"
    cause = "One word has letters of two scripts."
    cure = "Write the word in one script, or put a space between the two parts."
    severity = Severity.WARNING

    def run(self, pair: Pair) -> Iterable[Finding]:
        """Look for such words, addresses and words of the source aside."""
        if len(pair.target_traits.intersection(_SCRIPTS)) <= 1:
            return []
        text = pair.target_text
        addresses = find_addresses(text)
        mixed = [
            match
            for match in _WORD.finditer(text)
            if _is_mixed(match[0])
            and match[0] not in pair.source_text
            and not any(start <= match.start() < end for start, end in addresses)
        ]
        return [
            self.finding(f"“{match[0]}” has letters of two scripts", Span(*match.span()))
            for match in mixed[:_MOST_TOLD]
        ]


def _is_mixed(word: str) -> bool:
    return not word.isascii() and len(traits_of(word).intersection(_SCRIPTS)) > 1
