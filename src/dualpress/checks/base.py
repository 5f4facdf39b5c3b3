"""What a check is, what it is given and what it says."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import ClassVar, Literal

from dualpress.article import Language, SegmentKind, Span, Status, TagPlace, plain_text
from dualpress.checks.once import Once
from dualpress.checks.traits import Look, Trait, look_at
from dualpress.glossary.check import TermFinding
from dualpress.text.sentences import sentence_spans

__all__ = ["Check", "Finding", "Pair", "SentenceEnd", "Severity"]

SentenceEnd = Literal["danda", "stop"]
"""House style: how a Hindi sentence ends."""


class Severity(StrEnum):
    """How bad a finding is."""

    ERROR = "error"
    """A fact or a tag is lost: the translation is not to be published as it is."""

    WARNING = "warning"
    """A human should look."""


@dataclass(frozen=True)
class Pair:
    """A segment and its translation, as the checks see them.

    Args:
        source: the source with its tags.
        target: the translation with its tags.
        source_language: the language of ``source``.
        target_language: the language of ``target``.
        kind: what the segment is on its page.
        status: how far the translation is.
        sentence_end: the house style of Hindi sentences.
        terms: what the glossary says of the pair (``dualpress.glossary.check_terms``).
        places: how sure the places of the tags are, where a machine's words got them.
        elements: the names of the tags' elements on the page, by the tags' numbers.
    """

    source: str
    target: str
    source_language: Language
    target_language: Language
    kind: SegmentKind = SegmentKind.PARAGRAPH
    status: Status = Status.DRAFT
    sentence_end: SentenceEnd = "danda"
    terms: Sequence[TermFinding] = ()
    places: Sequence[TagPlace] = ()
    elements: Mapping[int, str] = field(default_factory=dict)

    @Once
    def source_text(self) -> str:
        """The source without its tags."""
        return plain_text(self.source)

    @Once
    def target_text(self) -> str:
        """The translation without its tags."""
        return plain_text(self.target)

    @Once
    def source_words(self) -> tuple[str, ...]:
        """The words of the source in order, case folded."""
        return self._source_look.words

    @Once
    def target_words(self) -> tuple[str, ...]:
        """The words of the translation in order, case folded."""
        return self._target_look.words

    @Once
    def source_traits(self) -> frozenset[Trait]:
        """What the source has anything of."""
        return self._source_look.traits

    @Once
    def target_traits(self) -> frozenset[Trait]:
        """What the translation has anything of."""
        return self._target_look.traits

    @Once
    def source_sentences(self) -> tuple[Span, ...]:
        """Where the sentences of ``source_text`` stand."""
        return tuple(sentence_spans(self.source_text, self.source_language))

    @Once
    def target_sentences(self) -> tuple[Span, ...]:
        """Where the sentences of ``target_text`` stand."""
        return tuple(sentence_spans(self.target_text, self.target_language))

    @Once
    def _source_look(self) -> Look:
        return look_at(self.source_text)

    @Once
    def _target_look(self) -> Look:
        return look_at(self.target_text)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a check found.

    Args:
        check: the check's id.
        severity: how bad it is.
        message: what is wrong with this translation: one sentence, no final stop.
        span: where, in ``Pair.target_text``; ``None`` where it is no place of it.
        replacement: what to write in the place of ``span``; ``None`` where only a
            human can know.
    """

    check: str
    severity: Severity
    message: str
    span: Span | None = None
    replacement: str | None = None


class Check(ABC):
    """One question that every translation is asked.

    Attributes:
        id: the name in settings and waivers.
        name: the name for people.
        cause: what is usually wrong, one line.
        cure: what to do about it, one line.
        severity: of its findings; of the worst, where they differ.
        is_structural: whether no page could be written with what it finds, so
            that it can be neither disabled nor waived.
    """

    id: ClassVar[str]
    name: ClassVar[str]
    cause: ClassVar[str]
    cure: ClassVar[str]
    severity: ClassVar[Severity]
    is_structural: ClassVar[bool] = False

    @abstractmethod
    def run(self, pair: Pair) -> Iterable[Finding]:
        """Look at a translation that is not empty.

        Args:
            pair: the segment and its translation.

        Returns:
            What was found, in the order of the text.
        """

    def finding(
        self,
        message: str,
        span: Span | None = None,
        *,
        severity: Severity | None = None,
        replacement: str | None = None,
    ) -> Finding:
        """A finding of this check."""
        return Finding(self.id, severity or self.severity, message, span, replacement)
