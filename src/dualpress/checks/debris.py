"""Debris of programs in the text: codes of characters, tokens of a model, damaged letters."""

from __future__ import annotations

import html
from collections.abc import Iterable

import regex

from dualpress.article import Span
from dualpress.checks.base import Check, Finding, Pair, Severity

__all__ = ["DebrisCheck"]

_DEBRIS = regex.compile(
    r"""
      (?P<reference>&(?:\#[0-9]{1,6}|\#x[0-9a-f]{1,5}
        |amp|lt|gt|quot|apos|nbsp|ndash|mdash|[lr][sd]quo|hellip);)
    | (?P<token><(?:unk|s|/s|pad|mask)>|\[(?:UNK|MASK|PAD)\]|⁇|▁|@@(?=\s|$)|\[X\d+X\]|｟|｠)
    # UTF-8 read as windows-1252.
    | (?P<damage>(?-i:Ã[\u0080-\u00bf]|à[¤¥]|â€|ï»¿|Â(?=[\s\u00a0«»£°]))|\?{4,})
    | (?P<tag></?(?!g\d|x\d)[a-z][a-z0-9]{0,9}(?:\s[^<>]*)?/?>)
    """,
    regex.VERBOSE | regex.IGNORECASE,
)
_TOLD_AS = {
    "reference": "is a code and not the character itself",
    "token": "is no text but a sign of the engine",
    "damage": "is a damaged letter",
    "tag": "is a tag that the page would show as text",
}
_MOST_TOLD = 3


class DebrisCheck(Check):
    """``&#39;``, ``<unk>``, ``à¤•``, ``<b>``: what no author wrote."""

    id = "debris"
    name = "Debris"
    cause = "A program left codes or damaged letters in the text."
    cure = "Write the character that is meant, or delete the code."
    severity = Severity.ERROR

    def run(self, pair: Pair) -> Iterable[Finding]:
        """Look for codes that the source does not have."""
        if "debris" not in pair.target_traits:
            return []
        matches = [m for m in _DEBRIS.finditer(pair.target_text) if m[0] not in pair.source_text]
        return [self._finding(match) for match in matches[:_MOST_TOLD]]

    def _finding(self, match: regex.Match[str]) -> Finding:
        kind = match.lastgroup or "damage"
        meant = html.unescape(match[0]) if kind == "reference" else None
        message = f"“{match[0]}” {_TOLD_AS[kind]}"
        return self.finding(message, Span(*match.span()), replacement=meant)
