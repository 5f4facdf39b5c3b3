"""How sentences end: danda or stop by house style, and question marks kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from dualpress.article import Language, SegmentKind, Span
from dualpress.checks.base import Check, Finding, Pair, Severity
from dualpress.text.devanagari import DEVANAGARI
from dualpress.text.sentences import sentence_spans

__all__ = ["SentenceEndCheck"]

_DOUBLE_END = regex.compile(r"[।॥]\s?\.(?!\.)|(?<!\.)\.\s?।|।\s?।")
_END = regex.compile(r"(?P<end>[.!?…।॥|]+)(?:[\"'“”‘’»)\]}\s]|\[\p{Nd}+\]|[⁰¹²³⁴-⁹])*$")
_HINDI_STOP = regex.compile(rf"(?:{DEVANAGARI}|[\p{{Nd}}%)\]\"'”’])\.$")

_COLON = regex.compile(r":\s*$")

_HEADLINES = (SegmentKind.TITLE, SegmentKind.HEADING)
_WANTED = {"danda": "।", "stop": "."}
_UNWANTED = {"danda": ".|", "stop": "।|"}


class SentenceEndCheck(Check):
    """Each sentence ends as the house writes it, a headline as it does in the source."""

    id = "sentence_end"
    name = "Sentence end"
    cause = "The translation does not end its sentences as the house does."
    cure = "End it as the source does; in Hindi with ।, or with a stop if that is the house style."
    severity = Severity.ERROR

    def run(self, pair: Pair) -> Iterable[Finding]:
        """Look at double ends, at the marks of each sentence, and at the last one."""
        doubled = [
            self.finding(
                f"“{match[0]}” ends the sentence twice",
                Span(*match.span()),
                replacement="।" if "।" in match[0] else None,
            )
            for match in _DOUBLE_END.finditer(pair.target_text)
        ]
        return doubled or [*self._marks(pair), *self._last(pair)]

    def _marks(self, pair: Pair) -> Iterator[Finding]:
        """Ends that are another house's style."""
        text = pair.target_text
        if pair.target_language is Language.EN:
            if "।" in text:
                yield self.finding("There is a danda in English text")
            return
        wanted, unwanted = _WANTED[pair.sentence_end], _UNWANTED[pair.sentence_end]
        if "|" in pair.source_text:  # a rule between two things, not a danda as typed
            unwanted = unwanted.replace("|", "")
        for start, end in sentence_spans(text, pair.target_language):
            mark = _END.search(text[start:end])
            if mark and mark["end"] in unwanted:
                message = f"A sentence ends with “{mark['end']}”, not with “{wanted}”"
                span = Span(start + mark.start("end"), start + mark.end("end"))
                meant = wanted if span.end - span.start == 1 else None
                yield self.finding(message, span, severity=Severity.WARNING, replacement=meant)

    def _last(self, pair: Pair) -> Iterator[Finding]:
        """What the source ends with, and the translation does not."""
        source, target = _END.search(pair.source_text), _END.search(pair.target_text)
        message = None
        if source and not target and not _may_stay_open(pair):
            message = "The translation has no sentence end, the source has one"
        elif target and not source and not _ends_openly(pair.source_text):
            message = "The translation has a sentence end, the source has none"
        elif (
            source and target and _asks(source, pair.target_text) != _asks(target, pair.source_text)
        ):
            message = "A question mark is missing or was added at the end"
        elif target and _COLON.search(pair.source_text) and target["end"] in "।.|":
            message = "The source ends with a colon, the translation with a full stop"
        if message:
            yield self.finding(message, severity=Severity.WARNING)


def _asks(end: regex.Match[str], other_text: str) -> bool:
    """Whether it ends as a question that the other side does not ask at all."""
    return "?" in end["end"] and "?" not in other_text


def _may_stay_open(pair: Pair) -> bool:
    return pair.kind in _HEADLINES or _ends_openly(pair.target_text)


def _ends_openly(text: str) -> bool:
    """Whether it ends in a mark that leads on: ``:``, ``,``, a dash."""
    return regex.search(r"[:;,–—-]\s*$", text) is not None
