"""A name that the engine put word by word: बलूच मुक्ति सेना for the Baloch Liberation Army."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache

import regex

from dualpress.article import Language, other
from dualpress.glossary.check import spans_of
from dualpress.glossary.enforcing.draft import Change, Draft, Need, span_of
from dualpress.glossary.glossary import Glossary
from dualpress.glossary.renderings import folded, rendering_of
from dualpress.glossary.terms import Term
from dualpress.glossary.tokens import Token, tokenise
from dualpress.text.sounds import likeness

__all__ = ["drop_genitives", "replace_forbidden", "replace_word_by_word"]

_ALIKE = 0.8
"""How alike a word of the source and one of the translation sound that stand for each other."""

_FEW = 3
_LITTLE = frozenset("का के की में पर से और of the and for in on".split())

_GENITIVE = regex.compile(r"\s(?:का|के|की)(?=\s)")


def replace_forbidden(draft: Draft, need: Need) -> Sequence[Change]:
    """Write the rendering for words that the row forbids, where they stand for no more."""
    task = draft.task
    rendering = rendering_of(need.match, task.source_language)
    found = task.glossary.forbidden_matcher(task.target_language).find(draft.text)
    spans = sorted(spans_of([need.match.term], found))
    right = spans_of(need.match.terms, draft.rendered)
    if rendering is None or not 0 < len(spans) <= need.often - len(right):
        return ()
    return [Change(span, rendering) for span in spans]


def drop_genitives(draft: Draft, need: Need) -> Sequence[Change]:
    """Write a name of several words without a का within it: ईरान के बंधक संकट."""
    if draft.task.target_language is Language.EN:
        return ()
    found = [
        Change(span_of(run), form, is_same_word=True)
        for form in need.forms(Language.HI)
        for run in draft.runs(len(form.split()) + 1)
        if _GENITIVE.search(draft.text, *span_of(run))
        if folded(_GENITIVE.sub("", draft.text[slice(*span_of(run))])) == folded(form)
    ]
    return found if len(found) == 1 else ()


def replace_word_by_word(draft: Draft, need: Need) -> Sequence[Change]:
    """Write the rendering for words that are those of the source's name, each in its place.

    A word stands for another where other rows have it so, or where it sounds so.
    """
    task = draft.task
    rendering = rendering_of(need.match, task.source_language)
    source = [token.text for token in tokenise(need.match.form) if token.is_word]
    if rendering is None or len(source) < 2:
        return ()
    known = _known(task.glossary, task.source_language)
    found = [
        span_of(run)
        for run in draft.runs(len(source))
        if all(
            folded(theirs.text) in known.get(folded(ours), ()) or _is_heard(ours, theirs, draft)
            for ours, theirs in zip(source, run, strict=True)
        )
    ]
    if len(found) != 1 or folded(draft.text[slice(*found[0])]) == folded(need.match.form):
        return ()
    return [Change(found[0], rendering)]


def _is_heard(source: str, word: Token, draft: Draft) -> bool:
    """Whether a word is the source's own, or sounds like it and is no other term."""
    if folded(source) == folded(word.text):
        return True
    return likeness(source, word.text) >= _ALIKE and not draft.is_taken(word.span)


@lru_cache(maxsize=4)
def _known(glossary: Glossary, language: Language) -> Mapping[str, frozenset[str]]:
    """What the rows write for the words of a language.

    Of names that both languages write in as many words the first stands for the
    first, if there are few; longer ones differ in the order of their words.
    """
    known: defaultdict[str, set[str]] = defaultdict(set)
    for term in glossary:
        theirs = _short_forms(term, other(language))
        for ours in _short_forms(term, language):
            for same in (form for form in theirs if len(form) == len(ours)):
                for one, another in zip(ours, same, strict=True):
                    known[one].add(another)
    return {word: frozenset(words) for word, words in known.items()}


def _short_forms(term: Term, language: Language) -> list[list[str]]:
    forms = (folded(form).split() for form in term.forms(language))
    return [words for words in forms if len(words) <= _FEW and _LITTLE.isdisjoint(words)]
