"""What tells a good draft from a bad one: the figures that the weights are for.

After the black-box features of QuEst (Specia et al., ACL 2013): how hard the source is, how fluent
the translation is, and how well the one fits the other; and what the checks found.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

import regex

from dualpress.article import Language
from dualpress.checks import Finding, Pair, Severity
from dualpress.estimation.letters import LetterModel
from dualpress.estimation.words import is_written_in, keys_of, words_of

__all__ = ["features"]

_MARK = regex.compile(r"[^\p{L}\p{M}\p{N}\s]")
_ODD_LETTER = regex.compile(r"[[\p{L}\p{M}]--[a-zA-Z]--\p{Deva}]", regex.V1)
_BOTH_HAVE = {"quotation marks": "\"“”'‘’", "commas": ",", "colons": ":;", "dashes": "-–—"}

_SHORT = 0.25
"""How much shorter than its source, in letters and as a logarithm, many a good draft is."""

_WORST = 3
_MOST_FINDINGS = 3

_NO_WORD = -2.5
"""How usual the words are of a sentence that has none: about the mean."""


@dataclass(frozen=True)
class _Sentences:
    """A source and its draft, read once."""

    pair: Pair
    findings: Sequence[Finding]

    @cached_property
    def source(self) -> list[str]:
        return words_of(self.pair.source_text)

    @cached_property
    def target(self) -> list[str]:
        return words_of(self.pair.target_text)

    @cached_property
    def source_keys(self) -> list[str]:
        return keys_of(self.source)

    @cached_property
    def target_keys(self) -> list[str]:
        return keys_of(self.target)


def features(
    pair: Pair, findings: Sequence[Finding], letters: Mapping[Language, LetterModel]
) -> dict[str, float]:
    """The figures of a draft, by their names.

    Args:
        pair: the segment and its draft.
        findings: what the checks found in it.
        letters: a model of the letters of each language.
    """
    sentences = _Sentences(pair, findings)
    return {
        **dict(_of_source(sentences)),
        **dict(_of_lengths(sentences)),
        **dict(_of_target(sentences)),
        **dict(_of_marks(pair)),
        **dict(_of_findings(findings)),
        "source worst words": _worst_words(sentences.source_keys, letters[pair.source_language]),
        "target worst words": _worst_words(sentences.target_keys, letters[pair.target_language]),
    }


def _of_source(sentences: _Sentences) -> Iterator[tuple[str, float]]:
    """How hard the source is."""
    text, words = sentences.pair.source_text, sentences.source
    count = max(1, len(words))
    yield "source words", math.log(count)
    yield "source marks", len(_MARK.findall(text)) / count
    yield "source odd letters", len(_ODD_LETTER.findall(text)) / max(1, len(text))


def _of_lengths(sentences: _Sentences) -> Iterator[tuple[str, float]]:
    """Whether something is missing."""
    pair = sentences.pair
    letters = math.log(max(1, len(pair.target_text)) / max(1, len(pair.source_text)))
    words = math.log(max(1, len(sentences.target)) / max(1, len(sentences.source)))
    yield "shorter", max(0.0, -letters - _SHORT)
    yield "words differ", abs(words)


def _of_target(sentences: _Sentences) -> Iterator[tuple[str, float]]:
    """What was left in the script of the source, and what as it stands there."""
    words, keys = sentences.target, sentences.target_keys
    count = max(1, len(words))
    language = sentences.pair.source_language
    left = [is_written_in(word, language) for word in words]
    source = set(sentences.source_keys)
    copied = sum(is_left and key in source for is_left, key in zip(left, keys, strict=True))
    yield "target left words", sum(left) / count
    yield "target copied words", copied / count


def _of_marks(pair: Pair) -> Iterator[tuple[str, float]]:
    """Marks that stand on one side only, by the length of the source."""
    scale = math.sqrt(max(1, len(pair.source_text.split())))
    for name, marks in _BOTH_HAVE.items():
        lost = sum(pair.source_text.count(mark) - pair.target_text.count(mark) for mark in marks)
        yield f"other {name}", abs(lost) / scale


def _of_findings(findings: Sequence[Finding]) -> Iterator[tuple[str, float]]:
    """What the checks found; not all of a finding's kinds are frequent enough to be weighed."""
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    yield "errors", float(min(_MOST_FINDINGS, errors))
    yield "warnings", float(min(_MOST_FINDINGS, len(findings) - errors))


def _worst_words(keys: Sequence[str], letters: LetterModel) -> float:
    """How usual the spelling of the least usual words is: their mean."""
    worst = sorted(map(letters.usual, set(keys)))[:_WORST] or [_NO_WORD]
    return math.fsum(worst) / len(worst)
