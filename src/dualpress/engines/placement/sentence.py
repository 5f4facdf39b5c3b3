"""A sentence and its translation, and one tag of it that is to be placed."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cached_property

from dualpress.article import Span
from dualpress.engines.placement.alignment import aligned
from dualpress.engines.placement.evidence import Evidence
from dualpress.engines.placement.links import Link, find_links
from dualpress.engines.placement.outline import Node, Outline
from dualpress.engines.placement.words import is_little, overlaps, words_in

__all__ = ["Case", "Sentence"]


class Sentence:
    """A source sentence and its translation, with what follows from the two.

    Args:
        outline: of the source.
        target: the translation, plain text.
        evidence: what else is known.
    """

    def __init__(self, outline: Outline, target: str, evidence: Evidence) -> None:
        self.outline = outline
        self.source = outline.text
        self.target = target
        self.evidence = evidence

    @cached_property
    def links(self) -> list[Link]:
        """Words that stand for each other beyond doubt."""
        return find_links(self.source, self.target, self.evidence, self._tags)

    @cached_property
    def alignment(self) -> list[Link]:
        """Words that the model aligned."""
        if self.evidence.attention is None:
            return []
        return aligned(self.evidence.attention, self.source, self.target, self._tags)

    @cached_property
    def aligned_links(self) -> list[Link]:
        """Both together; what is beyond doubt goes before what the model aligned."""
        ours = [link.source for link in self.links]
        theirs = [link.target for link in self.links]
        return [
            *self.links,
            *(
                link
                for link in self.alignment
                if not overlaps(link.source, ours) and not overlaps(link.target, theirs)
            ),
        ]

    @cached_property
    def _tags(self) -> list[Span]:
        return [node.span for node in self.outline.nodes()]

    def is_little(self, word: Span) -> bool:
        """Whether a word of the translation says nothing by itself."""
        return is_little(self.target[slice(*word)], self.evidence.target_language)


@dataclass(frozen=True, slots=True)
class Case:
    """One tag that is to be placed.

    Args:
        sentence: that it is in.
        tag: the tag.
        around: what of the source stands in ``room``: the tag around this one, the sentence, or
            a section of either.
        room: where in the translation it may stand.
        beside: the tags in the same text, itself among them.
        taken: places that tags beside it have.
        waiting: how many of the tags around words have no place yet.
    """

    sentence: Sentence
    tag: Node
    around: Span
    room: Span
    beside: Collection[Node] = ()
    taken: Collection[Span] = ()
    waiting: int = 1

    @property
    def has_text(self) -> bool:
        """Whether the tag holds anything that could be found in the translation."""
        return bool(self.sentence.source[slice(*self.tag.span)].strip())

    @property
    def source_words(self) -> list[Span]:
        """The tag's own words."""
        return words_in(self.sentence.source, self.tag.span)

    @property
    def free_words(self) -> list[Span]:
        """The words of the room that no other tag holds."""
        words = words_in(self.sentence.target, self.room)
        return [word for word in words if not overlaps(word, self.taken)]

    @property
    def strangers(self) -> list[Span]:
        """What stands for words outside the tag, and what other tags hold."""
        links = self.sentence.links
        theirs = (link.target for link in links if not overlaps(link.source, [self.tag.span]))
        return [*self.taken, *theirs]

    def scaled(self, offset: float) -> float:
        """The offset at the same relative place in the room."""
        length = self.around.end - self.around.start
        share = (offset - self.around.start) / length if length else 0.0
        return self.room.start + share * (self.room.end - self.room.start)

    def nearest(self, spans: Iterable[Span]) -> Span | None:
        """Of the places that are free, the one nearest to the same relative place."""
        wanted = self.scaled(self.tag.span.start)
        free = [span for span in spans if not overlaps(span, self.taken)]
        return min(free, key=lambda span: abs(span.start - wanted), default=None)
