"""Asking the machine again where a translation lacks terms of the glossary.

Each question costs as much as the first, and a sentence that was translated
with its own words reads better than one with placeholders. So only for what
all translations of a sentence lack and no repair brings in: once with
placeholders for the missing terms, if the engine can be trusted with them;
and for the terms by themselves, so that the words that the machine has for
them can be found in its translation.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from dualpress.article import TAG, Language, escape_tags, other, plain_text
from dualpress.engines.base import Hypothesis
from dualpress.engines.survival import Masked, Place, Rendered, Scheme, mask, restore
from dualpress.glossary import Glossary, TermFinding, TermMatch, TermProblem, check_terms
from dualpress.glossary.renderings import rendering_of
from dualpress.pipeline.enforcer import Enforcer
from dualpress.pipeline.questions import Answer, Answers, Ask, Conversation, Questions

__all__ = ["TermAsker"]


@dataclass(frozen=True)
class TermAsker:
    """Asks for the terms that translations lack.

    Args:
        enforcer: of the terms, into the language that is translated into.
        scheme: the placeholders that the engine into that language can be trusted with.
    """

    enforcer: Enforcer
    scheme: Scheme | None = None

    @property
    def glossary(self) -> Glossary:
        """The terms."""
        return self.enforcer.glossary

    @property
    def target(self) -> Language:
        """The language that is translated into."""
        return self.enforcer.target

    def with_placeholders(
        self, sentences: Sequence[str], answers: Answers
    ) -> Conversation[Answers]:
        """Add translations that were made with placeholders, behind the others.

        Args:
            sentences: what was translated, in the notation of PO.
            answers: its translations.

        Returns:
            The answers, each with all that it had; longer where none of it can be given all terms.
        """
        scheme = self.scheme
        if scheme is None:
            return list(answers)
        source = other(self.target)
        masked = [
            mask(text, self._places(text, answer), scheme, source) if answer else None
            for text, answer in zip(sentences, answers, strict=True)
        ]
        asked = [one.text for one in masked if one]
        if not asked:
            return list(answers)
        again = iter((yield Questions(Ask.MORE, self.target, asked)))
        return [
            self._extended(answer, next(again), one) if answer and one else answer
            for answer, one in zip(answers, masked, strict=True)
        ]

    def translated_alone(
        self, sentences: Sequence[str], answers: Answers
    ) -> Conversation[Mapping[str, str]]:
        """Ask for the missing terms of sentences by themselves, all at once.

        Args:
            sentences: what was translated, in the notation of PO.
            answers: its translations.

        Returns:
            The words of terms, as they stand in a sentence, with what the machine makes of them.
        """
        pairs = zip(sentences, answers, strict=True)
        missing = (self._missing(text, answer) for text, answer in pairs if answer)
        words = list(dict.fromkeys(finding.found for found in missing for finding in found))
        if not words:
            return {}
        asked = [escape_tags(text) for text in words]
        made = yield Questions(Ask.MORE, self.target, asked)
        return {
            text: answer.hypotheses[0].text
            for text, answer in zip(words, made, strict=True)
            if answer and answer.hypotheses
        }

    def _missing(self, sentence: str, answer: Answer) -> list[TermFinding]:
        """The terms that no translation has and no repair brings in."""
        texts = [hypothesis.text for hypothesis in answer.hypotheses]
        if not any(text.strip() for text in texts):
            return []
        source = sentence if answer.has_tags else plain_text(sentence)
        best = self.enforcer.enforce(source, texts)
        findings = check_terms(source, best.text, other(self.target), self.target, self.glossary)
        return [finding for finding in findings if finding.problem is TermProblem.MISSING]

    def _places(self, sentence: str, answer: Answer) -> list[Place]:
        """Where the missing terms stand, as far as there is one way to write them."""
        missing = {finding.term for finding in self._missing(sentence, answer)}
        if not missing:
            return []
        matches = self.glossary.matcher(other(self.target)).find(sentence)
        return list(self._places_of((one for one in matches if one.term in missing), sentence))

    def _places_of(self, matches: Iterable[TermMatch], sentence: str) -> Iterator[Place]:
        for match in matches:
            words = sentence[match.span.start : match.span.end]
            rendering = rendering_of(match, other(self.target))
            # A tag inside a term would be lost with it.
            if rendering is not None and not TAG.search(words):
                yield Place(match.span, Rendered(plain_text(words), rendering))

    def _extended(self, answer: Answer, again: Answer | None, masked: Masked) -> Answer:
        restored = (self._restored(one, masked) for one in (again.hypotheses if again else ()))
        added = [one for one in restored if one is not None]
        return answer._replace(hypotheses=[*answer.hypotheses, *added])

    def _restored(self, made: Hypothesis, masked: Masked) -> Hypothesis | None:
        text = restore(made.text, masked, self.target)
        if text is None:
            return None
        notes = tuple(dict.fromkeys(_note(*pair) for pair in _pairs(masked)))
        # The attention tells of the words as they were, with placeholders among them.
        return replace(made, text=text, attention=None, notes=(*made.notes, *notes))


def _pairs(masked: Masked) -> Iterator[tuple[str, Rendered]]:
    for token, term in zip(masked.tokens, masked.terms, strict=True):
        yield token.written, term


def _note(written: str, term: Rendered) -> str:
    return (
        f"glossary: the machine was given “{written}” for “{term.words}”; see that the words "
        f"around “{term.rendering}” agree with it"
    )
