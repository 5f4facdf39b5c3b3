"""How sentences end: danda or stop by house style, and question marks kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from dualpress.article import Language, SegmentKind, Span
from dualpress.checks.asking import is_asked_otherwise
from dualpress.checks.base import Check, Finding, Pair, Severity
from dualpress.checks.ends import End, end_of, is_bracketed, is_shortened, leads_on

__all__ = ["SentenceEndCheck"]

_DOUBLE_END = regex.compile(r"[।॥]\s?\.(?!\.)|(?<!\.)\.\s?।|।\s?।")
_COLON = regex.compile(r":\s*$")

_HEADLINES = (SegmentKind.TITLE, SegmentKind.HEADING)
_SENTENCES = (SegmentKind.PARAGRAPH, SegmentKind.QUOTE, SegmentKind.DESCRIPTION)
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
        doubled = self._doubled(pair.target_text) if _has_two_ends(pair.target_text) else []
        return doubled or [*self._marks(pair), *self._last(pair)]

    def _doubled(self, text: str) -> list[Finding]:
        """Sentences with two ends."""
        return [
            self.finding(
                f"“{match[0]}” ends the sentence twice",
                Span(*match.span()),
                replacement="।" if "।" in match[0] else None,
            )
            for match in _DOUBLE_END.finditer(text)
        ]

    def _marks(self, pair: Pair) -> Iterator[Finding]:
        """Ends that are another house's style."""
        text = pair.target_text
        if pair.target_language is Language.EN:
            if "।" in text:
                place = text.index("।")
                yield self.finding("There is a danda in English text", Span(place, place + 1))
            return
        wanted, unwanted = _WANTED[pair.sentence_end], _UNWANTED[pair.sentence_end]
        if "|" in pair.source_text:  # a rule between two things, not a danda as typed
            unwanted = unwanted.replace("|", "")
        for start, end in pair.target_sentences:
            sentence = text[start:end]
            mark = end_of(sentence)
            if mark and mark.marks in unwanted and not _is_abbreviation(sentence, mark, pair):
                message = f"A sentence ends with “{mark.marks}”, not with “{wanted}”"
                place = start + mark.start
                span = Span(place, place + len(mark.marks))
                meant = wanted if span.end - span.start == 1 else None
                yield self.finding(message, span, severity=Severity.WARNING, replacement=meant)

    def _last(self, pair: Pair) -> Iterator[Finding]:
        """What the source ends with, and the translation does not."""
        source, target = end_of(pair.source_text), end_of(pair.target_text)
        message = None
        if source and not target and not _may_stay_open(pair, source):
            message = "The translation has no sentence end, the source has one: it may be cut off"
        elif target and not source and not _may_end(pair, target):
            message = "The translation has a sentence end, the source has none"
        elif source and target:
            message = _asking(pair, source, target)
        elif target and _COLON.search(pair.source_text) and target.marks in "।.|":
            message = f"The source ends with a colon, the translation with “{target.marks}”"
        if message:
            yield self.finding(message, severity=Severity.WARNING)


def _has_two_ends(text: str) -> bool:
    """Whether there are two marks of which one may be too much; in most texts there are not."""
    dandas = text.count("।") + text.count("॥")
    return dandas > 1 or (dandas == 1 and "." in text)


def _asking(pair: Pair, source: End, target: End) -> str | None:
    """What is to be said of a question mark that one side ends with and the other has nowhere."""
    is_lost = "?" in source.marks and "?" not in pair.target_text
    is_added = "?" in target.marks and "?" not in pair.source_text
    if not (is_lost or is_added) or is_asked_otherwise(pair):
        return None
    if is_lost:
        return "The source ends with a question mark, the translation does not"
    return "The translation ends with a question mark, the source does not"


def _may_stay_open(pair: Pair, source: End) -> bool:
    """Whether it may go without the end that its source has."""
    is_open = pair.kind in _HEADLINES or leads_on(pair.target_text)
    return is_open or _has_no_sure_end(pair, source)


def _may_end(pair: Pair, target: End) -> bool:
    """Whether it may have an end that its source has not."""
    if leads_on(pair.source_text) or is_shortened(pair.target_text, target):
        return True
    return "?" in target.marks and is_asked_otherwise(pair)


def _is_abbreviation(sentence: str, mark: End, pair: Pair) -> bool:
    """Whether it is the stop of an abbreviation, and the source too tells of no sentence end."""
    source = end_of(pair.source_text)
    return is_shortened(sentence, mark) and (source is None or _has_no_sure_end(pair, source))


def _has_no_sure_end(pair: Pair, source: End) -> bool:
    """Whether the stop of its source may be that of an abbreviation alone, as in “Sons Ltd.”."""
    may_be_none = pair.kind not in _SENTENCES or is_bracketed(source)
    return may_be_none and is_shortened(pair.source_text, source)
