"""English capitals: at the start of a sentence, in the names of days and months, in ``I``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from dualpress.article import Language, SegmentKind, Span
from dualpress.checks.base import Check, Finding, Pair, Severity

__all__ = ["CapitalsCheck"]

_FIRST_WORD = regex.compile(r"[\s“‘\"'(\[]*(?P<letter>\p{Ll})\p{Ll}*+(?![\p{L}\p{N}@./_])")
_ALWAYS = regex.compile(
    r"(?<![\w@#./-])(?P<letter>i(?=['’ ](?:m|am|was|have|ve|will|ll|would|d)\b)"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day\b"
    r"|(?:january|february|april|june|july|september|october|november|december)\b"
    r"|(?:hindi|english|indian?|pakistani?|chinese|china|american?|british|delhi|kashmiri?)\b)(?![@./-]\w)"
)
_PROSE = (SegmentKind.PARAGRAPH, SegmentKind.QUOTE, SegmentKind.TITLE, SegmentKind.HEADING)


class CapitalsCheck(Check):
    """``he said on monday``: Hindi has no capitals, so that engines forget them."""

    id = "capitals"
    name = "Capitals"
    cause = "A sentence or a name begins with a small letter."
    cure = "Write a capital."
    severity = Severity.WARNING

    def run(self, pair: Pair) -> Iterable[Finding]:
        """Look at the first word of each sentence and at words that always have a capital."""
        if pair.target_language is not Language.EN:
            return []
        text = pair.target_text
        spans = sorted({*_starts(pair), *(Span(*m.span("letter")) for m in _ALWAYS.finditer(text))})
        return [self._finding(text, span) for span in spans]

    def _finding(self, text: str, span: Span) -> Finding:
        letter = Span(span.start, span.start + 1)
        word = text[span.start :].split()[0]
        message = f"“{word}” begins with a small letter"
        return self.finding(message, letter, replacement=text[span.start].upper())


def _starts(pair: Pair) -> Iterator[Span]:
    """First letters of sentences; a segment that is no sentence may begin small."""
    if pair.kind not in _PROSE:
        return
    for start, end in pair.target_sentences:
        match = _FIRST_WORD.match(pair.target_text, start, end)
        if match and match[0].strip() not in pair.source_text:
            yield Span(match.start("letter"), match.start("letter") + 1)
