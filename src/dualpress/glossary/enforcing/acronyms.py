"""An acronym whose letters are written otherwise: बी एल ए, ``B L A``."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from dualpress.article import Language
from dualpress.glossary.enforcing.draft import Change, Draft, Need, span_of
from dualpress.glossary.renderings import rendering_of
from dualpress.glossary.terms import Kind

__all__ = ["mend_letters"]

_RUNS_KEPT = 2**13
"""Runs of words whose letters are kept: the hypotheses of a sentence share most of theirs."""


def mend_letters(draft: Draft, need: Need) -> Sequence[Change]:
    """Write an acronym as the row has it, where its letters stand there in another spelling."""
    task = draft.task
    rendering = rendering_of(need.match, task.source_language)
    if need.match.term.kind is not Kind.ACRONYM or rendering is None:
        return ()
    letters = need.match.term.en.replace(".", "")
    found = [
        span_of(run)
        for length in range(1, len(letters) + 1)
        for run in draft.runs(length)
        if letters in _read(tuple(token.text for token in run), task.target_language)
        if not draft.is_taken(span_of(run))
    ]
    is_certain = 0 < len(found) <= need.often
    return [Change(span, rendering, is_same_word=True) for span in found] if is_certain else ()


@lru_cache(maxsize=_RUNS_KEPT)
def _read(words: tuple[str, ...], language: Language) -> tuple[str, ...]:
    """The letters that words are: capitals apart from each other, or in Hindi their names."""
    # Its tables are read where a term is missing, and not by every command.
    from dualpress.text.transliteration import read_letters

    if len(words) > 1 and all(word.isalpha() and word.isupper() for word in words):
        return ("".join(words),)
    return read_letters(" ".join(words)) if language is Language.HI else ()
