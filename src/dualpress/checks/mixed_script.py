"""Words whose letters come from two scripts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import regex

from dualpress.article import Span
from dualpress.checks.base import Check, Finding, Pair, Severity
from dualpress.text.addresses import find_addresses
from dualpress.text.devanagari import WORD_CHAR

__all__ = ["MixedScriptCheck"]

_WORD = regex.compile(rf"{WORD_CHAR}+")
# The micro sign and the ohm are letters of Greek.
_SCRIPTS = (
    regex.compile(r"\p{Latin}"),
    regex.compile(r"(?=\p{L})\p{Deva}"),
    regex.compile(r"[\p{Greek}--[µμΩ]]", regex.V1),
    regex.compile(r"\p{Cyrillic}"),
    regex.compile(r"[\p{Bengali}\p{Gujarati}\p{Gurmukhi}\p{Tamil}\p{Telugu}\p{Arabic}]"),
)
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
        text = pair.target_text
        scripts = _scripts(text)
        if len(scripts) <= 1:
            return []
        addresses = find_addresses(text)
        mixed = [
            match
            for match in _WORD.finditer(text)
            if _is_mixed(match[0], scripts)
            and match[0] not in pair.source_text
            and not any(start <= match.start() < end for start, end in addresses)
        ]
        return [
            self.finding(f"“{match[0]}” has letters of two scripts", Span(*match.span()))
            for match in mixed[:_MOST_TOLD]
        ]


def _scripts(text: str) -> list[regex.Pattern[str]]:
    return [script for script in _SCRIPTS if script.search(text)]


def _is_mixed(word: str, scripts: Sequence[regex.Pattern[str]]) -> bool:
    return not word.isascii() and sum(bool(script.search(word)) for script in scripts) > 1
