"""What the engine makes of a term by itself, found in its translation of the sentence."""

from __future__ import annotations

from collections.abc import Sequence

from dualpress.article import plain_text
from dualpress.glossary.enforcing.draft import Change, Draft, Need, span_of
from dualpress.glossary.enforcing.names import has_rival
from dualpress.glossary.renderings import folded, rendering_of
from dualpress.glossary.tokens import tokenise

__all__ = ["replace_alone"]

_FEWEST = 4
"""Letters below which a word is likely to be another: ``US`` alone may become हम."""

_ARTICLES = frozenset({"a", "an", "the"})


def replace_alone(draft: Draft, need: Need) -> Sequence[Change]:
    """Write the rendering for the words that the engine makes of the term alone.

    Certain where they stand in one place, are no other term's, and sound like no
    other word of the source.
    """
    task = draft.task
    rendering = rendering_of(need.match, task.source_language)
    if task.alone is None or rendering is None:
        return ()
    words = _words(task.alone(plain_text(task.source[slice(*need.match.span)])) or "")
    if sum(map(len, words)) < _FEWEST:
        return ()
    found = [
        span_of(run)
        for run in draft.runs(len(words))
        if [folded(token.text) for token in run] == words and not draft.is_taken(span_of(run))
    ]
    if len(found) != 1 or has_rival(draft, need, "".join(words)):
        return ()
    return [Change(found[0], rendering)]


def _words(text: str) -> list[str]:
    words = [folded(token.text) for token in tokenise(text) if token.is_word]
    return words[1:] if words and words[0] in _ARTICLES else words
