"""Words of the source language that the engine left as they were."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from dualpress.article import Language, Span
from dualpress.checks.base import Check, Finding, Pair, Severity
from dualpress.checks.latin_names import latin_names
from dualpress.text.addresses import find_addresses
from dualpress.text.devanagari import DEVANAGARI, WORD_END, WORD_START

__all__ = ["LeftoverCheck"]

# Lower case: a name or acronym in Latin letters is often house style.
# No part of a file name, a handle or a tag ("setup.py", "@user", "#news", "$tsla", "x-ray"),
# nor the Arabic article of a name ("al-Qaeda").
_LATIN = regex.compile(
    rf"(?<![@#$./\\_]|[A-Za-z\d]-){WORD_START}(?!(?:a[dlnrstz]|ash|el|u[dlr])-\p{{Lu}})"
    rf"[a-zà-ÿ]{{2,}}{WORD_END}(?![@/\\_(]|\.\w)"
)
# Capitalised words that are no names, alone between Hindi words: "The सेना", but "The Hindu".
_CAPITALISED = regex.compile(
    rf"(?<!\p{{Latin}}[\s.,&'’-]*){WORD_START}(?:The|This|That|These|Those|And|But|In|On|At|By|For|From|With|Of"
    r"|It|He|She|They|His|Her|Their|After|Before|When|While|Although|However|Meanwhile|According|Also|Not|Said"
    r"|There|As|If|To|An|Is|Was|Are|Were|Has|Had|Have|Will|President|Minister|Government|Army|Police|Court|Security"
    r"|Official|Officials|Forces|Attack|Military|Foreign|Defence|Defense|Monday|Tuesday|Wednesday|Thursday"
    r"|Friday|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November|December)"
    rf"{WORD_END}(?![\s.,&'’-]*[\p{{Latin}}\d]|[@/_(])"
)
_DEVANAGARI_WORD = regex.compile(rf"(?:{DEVANAGARI}|[\u200c\u200d])+")

# Without a vowel it is a sign and no word: "km", "nm", "css". But "vs" is बनाम. And "vii."
_SIGN = regex.compile(r"(?!vs$)[b-df-hj-np-tv-xz]+|am|oz|x{0,3}(?:ix|iv|v?i{0,3})")
_MOST_TOLD = 5


class LeftoverCheck(Check):
    """Latin words in Hindi that are no names, Devanagari words in English."""

    id = "leftover"
    name = "Untranslated words"
    cause = "Some words are still in the source language."
    cure = "Translate them, or write them in the letters of the translation."
    severity = Severity.WARNING

    def run(self, pair: Pair) -> Iterable[Finding]:
        """Look for words that no name explains."""
        is_hindi = pair.target_language is Language.HI
        if pair.target_traits.isdisjoint(("latin",) if is_hindi else ("sign", "joiner")):
            return []
        text = pair.target_text
        patterns = (_LATIN, _CAPITALISED) if is_hindi else (_DEVANAGARI_WORD,)
        spans = sorted(span for pattern in patterns for span in _words(text, pattern))
        if spans and is_hindi:
            names = latin_names(text, pair.source_text)
            spans = [span for span in spans if not _is_inside(span, names)]
        return [
            self.finding(f"“{text[start:end]}” is not translated", Span(start, end))
            for start, end in spans[:_MOST_TOLD]
        ]


def _words(text: str, pattern: regex.Pattern[str]) -> Iterator[Span]:
    addresses = find_addresses(text)
    for match in pattern.finditer(text):
        span = Span(*match.span())
        if not _is_inside(span, addresses) and not _SIGN.fullmatch(match[0]):
            yield span


def _is_inside(span: Span, others: Iterable[Span]) -> bool:
    return any(start <= span.start < end for start, end in others)
