"""What neural models do wrong, seen before a reviewer sees it.

Each hypothesis is put to those checks that tell of the machine rather than of
the text: loops, nothing at all, copies, the wrong script, words left as they
were, speakers and sentence ends lost. The first sound one is taken; where none
is, the engine is asked once more, if it can try in another way. What stays at
fault says so to the reviewer.

Of what Argos made of 1,012 sentences of FLORES into Hindi 7 % are found at
fault, of the humans' translations 1 %; into English 1 % and 1 %.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

import regex

from dualpress.article import Language, SegmentKind, escape_tags, other, plain_text
from dualpress.checks import CHECKS, Check, Finding, Pair, SentenceEnd, Severity
from dualpress.engines.base import Hypothesis
from dualpress.pipeline.questions import Answer, Answers, Ask, Conversation, Questions

__all__ = ["Guard", "Sentence"]

_GUARDS = ("empty", "loop", "copy", "script", "leftover", "attribution", "sentence_end")
_HEADINGS = (SegmentKind.TITLE, SegmentKind.HEADING)
_OPEN_END = regex.compile(r"[\p{L}\p{M}\p{N}][\"'“”‘’)\]\s]*$")
_AGAIN = "guard: the engine was asked again, since its first translation was not sound"


class Sentence(NamedTuple):
    """A sentence that the machine is asked for.

    Args:
        core: what is to be translated, in the notation of PO.
        asked: the same as the machine is asked for it.
        kind: what it is on its page.
    """

    core: str
    asked: str
    kind: SegmentKind


class _Judged(NamedTuple):
    """A hypothesis, and what is wrong with it."""

    hypothesis: Hypothesis
    faults: list[Finding]


@dataclass(frozen=True)
class Guard:
    """Looks at translations into a language.

    Args:
        target: the language.
        sentence_end: the house style of Hindi sentences.
        disabled: ids of checks that the project does without.
        keeps_terms: whether a plain translation has all terms of its plain source; where that is
            told, what stands behind a sound one that has them is not looked at, for the first of
            those is taken in any case.
    """

    target: Language
    sentence_end: SentenceEnd = "danda"
    disabled: Collection[str] = field(default_factory=frozenset)
    keeps_terms: Callable[[str, str], bool] | None = None

    def sound(self, sentences: Sequence[Sentence], answers: Answers) -> Conversation[Answers]:
        """Keep the soundest translations of each sentence, asking again where none is sound.

        Args:
            sentences: what was translated.
            answers: its translations.

        Returns:
            The answers, each with those of its hypotheses that have the least faults, up to one
            that is taken in any case; what is at fault in them, or was and made the engine be
            asked again, stands in their notes.
        """
        pairs = zip(sentences, answers, strict=True)
        judged = [self._judged(sentence, answer) if answer else [] for sentence, answer in pairs]
        faulty = [place for place, found in enumerate(judged) if found and not _any_sound(found)]
        if faulty:
            asked = [sentences[place].asked for place in faulty]
            again = yield Questions(Ask.RETRY, self.target, asked)
            for place, second in zip(faulty, again, strict=True):
                judged[place] += self._second(sentences[place], second)
        return [
            answer and answer._replace(hypotheses=_soundest(found))
            for answer, found in zip(answers, judged, strict=True)
        ]

    def faults(self, sentence: Sentence, text: str, *, has_tags: bool) -> list[Finding]:
        """What a model did wrong in a translation, worst first.

        Args:
            sentence: what was translated.
            text: the translation.
            has_tags: whether it is in the notation of PO; else it is plain text.
        """
        pair = Pair(
            source=sentence.core,
            target=text if has_tags else escape_tags(text),
            source_language=other(self.target),
            target_language=self.target,
            kind=sentence.kind,
            sentence_end=self.sentence_end,
        )
        empty, *others = self._checks
        if nothing := list(empty.run(pair)):
            return nothing
        found = [one for check in others for one in check.run(pair) if _is_fault(one, pair)]
        return sorted(found, key=lambda finding: finding.severity is not Severity.ERROR)

    @cached_property
    def _checks(self) -> list[Check]:
        chosen = (check for check in CHECKS if check.id in _GUARDS)
        return [one for one in chosen if one.is_structural or one.id not in self.disabled]

    def _judged(self, sentence: Sentence, answer: Answer) -> list[_Judged]:
        made = answer.hypotheses
        if sentence.asked != sentence.core:
            # The attention tells of the words as they were asked.
            made = [replace(one, attention=None) for one in made]
        judged: list[_Judged] = []
        for one in made:
            faults = self.faults(sentence, one.text, has_tags=answer.has_tags)
            judged.append(_Judged(one, faults))
            # With tags, the terms are looked for in what is made of it later.
            if not (faults or answer.has_tags) and self._is_enough(sentence, one.text):
                break
        return judged

    def _is_enough(self, sentence: Sentence, text: str) -> bool:
        """Whether a sound translation is taken, whatever stands behind it."""
        if self.keeps_terms is None or not text.strip():
            return False
        return self.keeps_terms(plain_text(sentence.core), text)

    def _second(self, sentence: Sentence, again: Answer | None) -> list[_Judged]:
        """What the engine gave when it was asked again, which its notes say."""
        found = self._judged(sentence, again) if again else []
        noted = (replace(one, notes=(*one.notes, _AGAIN)) for one, _ in found)
        return [_Judged(one, faults) for one, (_, faults) in zip(noted, found, strict=True)]


def _is_fault(finding: Finding, pair: Pair) -> bool:
    """Whether it is more than what is mended, a name that may stay, or a stop in running text.

    A sentence that lacks its end in the source has it in half of the humans' translations.
    """
    is_warning = finding.severity is Severity.WARNING
    is_brand = finding.check == "copy" and is_warning
    is_added_stop = finding.check == "sentence_end" and is_warning and _needs_stop(pair)
    return finding.replacement is None and not (is_brand or is_added_stop)


def _needs_stop(pair: Pair) -> bool:
    return pair.kind not in _HEADINGS and _OPEN_END.search(pair.source_text) is not None


def _any_sound(judged: Sequence[_Judged]) -> bool:
    return any(not faults for _, faults in judged)


def _soundest(judged: Sequence[_Judged]) -> list[Hypothesis]:
    """Those with the least faults, each with notes of them."""
    least = min((_weight(faults) for _, faults in judged), default=None)
    return [_noted(one, faults) for one, faults in judged if _weight(faults) == least]


def _weight(faults: Sequence[Finding]) -> tuple[int, int, int]:
    """How bad they are: nothing at all is worse than anything."""
    empty = sum(one.check == "empty" for one in faults)
    errors = sum(one.severity is Severity.ERROR for one in faults)
    return empty, errors, len(faults) - errors


def _noted(hypothesis: Hypothesis, faults: Sequence[Finding]) -> Hypothesis:
    notes = tuple(f"guard: {one.check}: {one.message}" for one in faults)
    return replace(hypothesis, notes=(*hypothesis.notes, *notes)) if notes else hypothesis
