"""What a strategy works on: a sentence, a translation of it, and a term that is not there."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple, TypeAlias

from dualpress.article import TAG, Language, Span
from dualpress.glossary.check import TermFinding, TermProblem, check_terms
from dualpress.glossary.glossary import Glossary
from dualpress.glossary.match import TermMatch
from dualpress.glossary.tokens import Token, tokenise, without_initial_stops

__all__ = ["Alone", "Change", "Draft", "Need", "Strategy", "Task", "span_of"]

Alone: TypeAlias = Callable[[str], str | None]
"""What the engine makes of a term by itself; ``None`` where it was not asked."""


@dataclass(frozen=True)
class Task:
    """The sentence whose translation is mended, and by what.

    Args:
        source: the source segment, with or without inline tags.
        glossary: the terms.
        source_language: the language of ``source``.
        target_language: the language of its translations.
        alone: what the engine makes of a term by itself.
    """

    source: str
    glossary: Glossary
    source_language: Language
    target_language: Language
    alone: Alone | None = None

    @cached_property
    def matches(self) -> list[TermMatch]:
        """The terms of the source, in order."""
        return self.glossary.matcher(self.source_language).find(self.source)

    @cached_property
    def words(self) -> list[Token]:
        """The words of the source."""
        return [token for token in tokenise(self.source) if token.is_word]


class Change(NamedTuple):
    """Words of a translation, and what is written for them."""

    span: Span
    """Where they stand; empty where something is added."""

    words: str
    """What is written there."""

    is_same_word: bool = False
    """Whether the words were a spelling of the same word: all that agrees with it stays."""


@dataclass(frozen=True)
class Draft:
    """A translation on its way to having its terms.

    Args:
        task: what is translated.
        text: the translation, with or without inline tags.
    """

    task: Task
    text: str

    @cached_property
    def findings(self) -> list[TermFinding]:
        """The terms that are not as they should be; what may be another word is left out."""
        task = self.task
        findings = check_terms(
            task.source, self.text, task.source_language, task.target_language, task.glossary
        )
        return [finding for finding in findings if finding.problem is not TermProblem.AMBIGUOUS]

    @cached_property
    def tokens(self) -> list[Token]:
        """The words, and what stands between them."""
        return tokenise(self.text)

    @cached_property
    def rendered(self) -> list[TermMatch]:
        """All renderings of any term that are there, long ones and those within them."""
        return self.task.glossary.accepted_matcher(self.task.target_language).find_all(self.text)

    def needs(self) -> list[Need]:
        """The terms to bring in, in the order of the source."""
        return [need for finding in self.findings if (need := self._need(finding))]

    def runs(self, length: int) -> Sequence[Sequence[Token]]:
        """All runs of so many words with only space, hyphens and stops of initials between them.

        There is none of no words: ``50%`` has figures and signs alone.
        """
        # Each way looks for each term that is missing in the same runs.
        if length not in self._runs:
            self._runs[length] = list(self._runs_of(length))
        return self._runs[length]

    def is_taken(self, span: Span) -> bool:
        """Whether a place has words that are a term's, or a tag."""
        return self.is_tagged(span) or any(self._is_rendering[span.start : span.end])

    def is_of_others(self, span: Span, need: Need) -> bool:
        """Whether a place has words that are another term's: the surname of a name is its own."""
        return self.is_tagged(span) or any(
            match.span.start < span.end and span.start < match.span.end
            for match in self.rendered
            if set(match.terms).isdisjoint(need.match.terms)
        )

    def before(self, position: int) -> Token | None:
        """The word or mark before a position."""
        number = bisect_right(self.tokens, position, key=lambda token: token.span.end)
        return self.tokens[number - 1] if number else None

    def after(self, position: int) -> Token | None:
        """The word or mark behind a position."""
        number = bisect_left(self.tokens, position, key=lambda token: token.span.start)
        return self.tokens[number] if number < len(self.tokens) else None

    def is_tagged(self, span: Span) -> bool:
        """Whether a tag stands in a place."""
        return TAG.search(self.text, span.start, span.end) is not None

    def _runs_of(self, length: int) -> Iterator[Sequence[Token]]:
        tokens = self._words
        for first in range(len(tokens) - length + 1 if length else 0):
            run = tokens[first : first + length]
            if all(token.is_word for token in run):
                *inner, last = run
                yield [*inner, last.without_possessive or last]

    @cached_property
    def _runs(self) -> dict[int, list[Sequence[Token]]]:
        return {}

    @cached_property
    def _words(self) -> list[Token]:
        return without_initial_stops(self.tokens)

    @cached_property
    def _is_rendering(self) -> bytearray:
        """For each character whether it is a rendering's."""
        marked = bytearray(len(self.text))
        for start, end in (match.span for match in self.rendered):
            marked[start:end] = b"\1" * (end - start)
        return marked

    def _need(self, finding: TermFinding) -> Need | None:
        same = [match for match in self.task.matches if match.term == finding.term]
        is_target = finding.problem is TermProblem.FORBIDDEN
        at = [match for match in same if is_target or match.span == finding.span]
        return Need(finding, at[0], len(same)) if at else None


class Need(NamedTuple):
    """A term that a translation lacks."""

    finding: TermFinding
    match: TermMatch
    """Where the source has it first."""

    often: int
    """How often the source has it."""

    def forms(self, language: Language) -> tuple[str, ...]:
        """All that may be written for it, the headword first."""
        forms = (form for term in self.match.terms for form in term.forms(language))
        return tuple(dict.fromkeys(forms))


Strategy: TypeAlias = Callable[[Draft, Need], Sequence[Change]]
"""A way to bring a term in: the changes to make, all of them or, where it is not certain, none."""


def span_of(run: Sequence[Token]) -> Span:
    """From the first word of a run to its last."""
    return Span(run[0].span.start, run[-1].span.end)
