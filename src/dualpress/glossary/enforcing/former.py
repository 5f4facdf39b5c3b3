"""A term whose row said something else when the draft was made: what it said stands there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dualpress.article import Span
from dualpress.glossary.enforcing.draft import Change, Draft, Need, Strategy, span_of
from dualpress.glossary.renderings import folded, rendering_of
from dualpress.glossary.tokens import tokenise

__all__ = ["replace_former"]


def replace_former(former: Mapping[str, str]) -> Strategy:
    """A strategy that writes the rendering for what was written for the same words before.

    Certain where it does not stand there more often than the source has the term, nor for another
    term of the source.

    Args:
        former: the former renderings, by the forms of the source that they stand for.
    """

    def replace_former(draft: Draft, need: Need) -> Sequence[Change]:
        rendering = rendering_of(need.match, draft.task.source_language)
        found = list(_places(draft, former.get(need.match.form, "")))
        if rendering is None or not 0 < len(found) <= need.often:
            return ()
        if any(_renders_another(span, draft, need) for span in found):
            return ()
        return [Change(span, rendering) for span in found]

    return replace_former


def _places(draft: Draft, words: str) -> Iterator[Span]:
    keys = [folded(token.text) for token in tokenise(words) if token.is_word]
    for run in draft.runs(len(keys)):
        if [folded(token.text) for token in run] == keys:
            yield span_of(run)


def _renders_another(span: Span, draft: Draft, need: Need) -> bool:
    """Whether words are what another term of the source is to be."""
    said = {term for match in draft.task.matches for term in match.terms}
    others = said.difference(need.match.terms)
    return any(
        match.span.start < span.end and span.start < match.span.end
        for match in draft.rendered
        if not others.isdisjoint(match.terms)
    )
