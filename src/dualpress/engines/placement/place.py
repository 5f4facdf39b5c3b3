"""Places the tags of a sentence, from the outside in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

import regex

from dualpress.article import Span, escape_tags
from dualpress.engines.placement.edges import dressed
from dualpress.engines.placement.evidence import Evidence
from dualpress.engines.placement.gaps import GAPS, Gap, nearest_free
from dualpress.engines.placement.outline import Node, Outline, read_outline
from dualpress.engines.placement.sentence import Case, Sentence
from dualpress.engines.placement.strategies import STRATEGIES, Strategy
from dualpress.engines.placement.words import overlaps
from dualpress.engines.placement.writing import write_tags

__all__ = ["Place", "Placed", "place_tags"]

# What parts the entries of a byline or a menu.
_SECTION = regex.compile(r"\s*[|•·]\s*")


class Place(NamedTuple):
    """How a tag came to its place.

    Args:
        number: of the tag.
        confidence: the share of tags, from 0 to 1, that were right where they were placed in the
            same way; of a tag in another one, no more than that one's.
        strategy: the name of the way.
    """

    number: int
    confidence: float
    strategy: str


class Placed(NamedTuple):
    """A translation with tags.

    Args:
        target: in the notation of PO.
        places: of all its tags, by their numbers.
    """

    target: str
    places: tuple[Place, ...]


def place_tags(
    source: str,
    target: str,
    evidence: Evidence,
    *,
    strategies: Sequence[tuple[Strategy, float]] = STRATEGIES,
    gaps: Sequence[tuple[Gap, float]] = GAPS,
) -> Placed:
    """Put the tags of a source sentence into its plain translation.

    All tags come out, each once, in the same parent-child relation, never inside a word, and the
    text stays as it is but for white space beside a tag that holds nothing. A pair that holds
    text does so in the translation too, where that has words enough.

    Args:
        source: the sentence with its tags.
        target: its translation, plain text.
        evidence: what is known of the two.
        strategies: ways to place tags around words, with their confidence, tried in this order.
        gaps: likewise for tags that hold nothing.
    """
    outline = read_outline(source)
    if target == outline.text:
        return Placed(source, tuple(Place(node.number, 1.0, "copied") for node in outline.nodes()))
    if not outline.root.children:
        return Placed(escape_tags(target), ())
    placement = _Placement(outline, target, evidence, strategies, gaps)
    places = placement.run()
    return Placed(write_tags(outline, target, placement.spans), places)


class _Placement:
    """Gives each tag of a sentence its place.

    Attributes:
        spans: what each tag holds of the translation, by its number.
    """

    def __init__(
        self,
        outline: Outline,
        target: str,
        evidence: Evidence,
        strategies: Sequence[tuple[Strategy, float]],
        gaps: Sequence[tuple[Gap, float]],
    ) -> None:
        self._sentence = Sentence(outline, target, evidence)
        self._strategies = strategies
        self._gaps = gaps
        self.spans = {outline.root.number: Span(0, len(target))}
        self._places: dict[int, Place] = {}

    def run(self) -> tuple[Place, ...]:
        """Place all tags, each after the one around it."""
        outline = self._sentence.outline
        for parent in (outline.root, *outline.nodes()):
            cases = list(self._cases(parent))
            self._around_words(parent, [case for case in cases if case.has_text])
            for case in cases:
                if case.tag.number not in self.spans:
                    self._in_gap(parent, case)
        return tuple(sorted(self._places.values()))

    def _cases(self, parent: Node) -> Iterator[Case]:
        """The tags right inside another, each with what it may be in."""
        room = self.spans[parent.number]
        ours = _sections(self._sentence.source, parent.span)
        theirs = _sections(self._sentence.target, room)
        pairs = list(zip(ours, theirs, strict=True)) if len(ours) == len(theirs) else []
        for tag in parent.children:
            own = (pair for pair in pairs if pair[0].holds(tag.span))
            around, within = next(own, (parent.span, room))
            beside = tuple(other for other in parent.children if around.holds(other.span))
            yield Case(self._sentence, tag, around, within, beside)

    def _around_words(self, parent: Node, cases: list[Case]) -> None:
        # A surer way goes first for all tags, so that guesses take what is left.
        for strategy, confidence in self._strategies:
            for case in list(cases):
                now = self._now(parent, case, cases)
                span = strategy(now)
                if span is not None:
                    cases.remove(case)
                    self._put(parent, now, dressed(now, span), strategy, confidence)

    def _now(self, parent: Node, case: Case, waiting: Sequence[Case]) -> Case:
        """The case with what is known of the tags beside it by now."""
        placed = (self.spans.get(node.number) for node in parent.children)
        taken = tuple(span for span in placed if span and overlaps(span, [case.room]))
        return replace(
            case, taken=taken, waiting=sum(other.around == case.around for other in waiting)
        )

    def _in_gap(self, parent: Node, case: Case) -> None:
        case = self._now(parent, case, ())
        for gap, confidence in self._gaps:
            wanted = gap(case)
            if wanted is not None:
                offset = nearest_free(wanted, case)
                self._put(parent, case, Span(offset, offset), gap, confidence)
                return

    def _put(
        self, parent: Node, case: Case, span: Span, way: Strategy | Gap, confidence: float
    ) -> None:
        number = case.tag.number
        around = self._places.get(parent.number)
        least = min(confidence, around.confidence) if around else confidence
        self.spans[number] = span
        self._places[number] = Place(number, least, way.__name__)


def _sections(text: str, span: Span) -> list[Span]:
    inner = (edge for match in _SECTION.finditer(text, *span) for edge in match.span())
    edges = [span.start, *inner, span.end]
    return [Span(*pair) for pair in zip(edges[::2], edges[1::2], strict=True)]
