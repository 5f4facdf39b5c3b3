"""A name that the engine put word by word: बलूच मुक्ति सेना for the Baloch Liberation Army."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain, product

import regex

from dualpress.article import Language, Span, other
from dualpress.glossary.check import spans_of
from dualpress.glossary.enforcing.draft import Change, Draft, Need, span_of
from dualpress.glossary.enforcing.everyday import is_everyday
from dualpress.glossary.enforcing.names import has_rival, is_of_longer_name
from dualpress.glossary.enforcing.variants import differs_at_end
from dualpress.glossary.glossary import Glossary
from dualpress.glossary.match import TermMatch
from dualpress.glossary.renderings import folded, rendering_of
from dualpress.glossary.terms import PAGE, Kind, Term
from dualpress.glossary.tokens import Token, tokenise
from dualpress.text.sounds import likeness

__all__ = ["drop_genitives", "replace_forbidden", "replace_word_by_word"]

_ALIKE, _SAME = 0.9, 0.99
"""How alike a word of the source and one of the translation sound that stand for each other: in
names of things, and in those of people, of whom there are many that sound nearly so."""

_FEW = 3
_FEWEST_ROWS = 2
"""Rows of several words that show what a word stands for; one alone may order them otherwise."""

_LITTLE = frozenset("का के की में पर से और of the and for in on".split())

_GENITIVE = regex.compile(r"\s(?:का|के|की)(?=\s)")


def replace_forbidden(draft: Draft, need: Need) -> Sequence[Change]:
    """Write the rendering for words that the row forbids, where they stand for no more."""
    task = draft.task
    rendering = rendering_of(need.match, task.source_language)
    forbidden = task.glossary.forbidden_matcher(task.target_language).find(draft.text)
    found = [match for match in forbidden if need.match.term in match.terms]
    right = spans_of(need.match.terms, draft.rendered)
    if rendering is None or not 0 < len(found) <= need.often - len(right):
        return ()
    if any(match.inflected or _renders_another(match, draft, need) for match in found):
        return ()
    return [Change(match.span, rendering) for match in found]


def _renders_another(forbidden: TermMatch, draft: Draft, need: Need) -> bool:
    """Whether words that a row forbids are right for another term of the source."""
    said = {term for match in draft.task.matches for term in match.terms}
    start, end = forbidden.span
    return any(
        match.span.start < end and start < match.span.end
        for match in draft.rendered
        if not said.difference(need.match.terms).isdisjoint(match.terms)
    )


def drop_genitives(draft: Draft, need: Need) -> Sequence[Change]:
    """Write a name of several words without a का within it: ईरान के बंधक संकट."""
    if draft.task.target_language is Language.EN:
        return ()
    forms = need.forms(Language.HI)
    lengths = {len(form.split()) + 1 for form in forms}
    runs = {length: list(_without_genitives(draft, length)) for length in lengths}
    found = [
        Change(span, form, is_same_word=True)
        for form in forms
        for span, words in runs[len(form.split()) + 1]
        if words == folded(form)
    ]
    return found if len(found) == 1 else ()


def _without_genitives(draft: Draft, length: int) -> Iterator[tuple[Span, str]]:
    """The runs of so many words that have a genitive within, with the key of the rest."""
    for span in map(span_of, draft.runs(length)):
        if _GENITIVE.search(draft.text, *span):
            yield span, folded(_GENITIVE.sub("", draft.text[slice(*span)]))


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
        run
        for run in draft.runs(len(source))
        if all(
            folded(theirs.text) in known.get(folded(ours), ())
            or _is_heard(ours, theirs, draft, need)
            for ours, theirs in zip(source, run, strict=True)
        )
    ]
    if len(found) != 1 or _is_more_than_name(found[0], rendering, draft, need):
        return ()
    return [Change(span_of(found[0]), rendering)]


def _is_heard(source: str, word: Token, draft: Draft, need: Need) -> bool:
    """Whether a word is the source's own, or sounds like it and like no other, and is no term."""
    if folded(source) == folded(word.text):
        return True
    sound = likeness(source, word.text)
    is_enough = sound >= (_SAME if need.match.term.kind is Kind.PERSON else _ALIKE)
    if not is_enough or is_everyday(word.text, draft.task.target_language):
        return False
    return not (draft.is_taken(word.span) or has_rival(draft, need, folded(word.text)))


def _is_more_than_name(run: Sequence[Token], rendering: str, draft: Draft, need: Need) -> bool:
    """Whether words are the source's clause, a longer name, or have an ending: ``Upadhyayji``."""
    span = span_of(run)
    if folded(draft.text[slice(*span)]) == folded(need.match.form):
        return True
    words = [token.text for token in tokenise(rendering) if token.is_word]
    has_ending = len(words) == len(run) and any(
        differs_at_end(token.text, word) for token, word in zip(run, words, strict=True)
    )
    is_into_english = draft.task.target_language is Language.EN
    return (is_into_english and has_ending) or is_of_longer_name(draft, need, span)


@lru_cache(maxsize=4)
def _known(glossary: Glossary, language: Language) -> Mapping[str, frozenset[str]]:
    """What the rows write for the words of a language.

    A row of one word says it by itself. Of names that both languages write in
    as many words the first may stand for the first, if there are few; that is
    believed where several rows agree: ``First World War`` is प्रथम विश्व युद्ध,
    ``World War I`` too.
    """
    rows: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    known: defaultdict[str, set[str]] = defaultdict(set)
    for term in (term for term in glossary if term.domain != PAGE):
        for ours, theirs in _aligned(term, language):
            for pair in zip(ours, theirs, strict=True):
                rows[pair].add(term.en)
                if len(ours) == 1 or len(rows[pair]) >= _FEWEST_ROWS:
                    known[pair[0]].add(pair[1])
    return {word: frozenset(words) for word, words in known.items()}


def _aligned(term: Term, language: Language) -> Iterator[tuple[list[str], list[str]]]:
    """Short forms of a row in as many words, one of which is a headword."""
    heads = [term.headword(one) for one in (language, other(language))]
    for ours, theirs in product(term.forms(language), term.forms(other(language))):
        pair = folded(ours).split(), folded(theirs).split()
        is_short = len(pair[0]) == len(pair[1]) <= _FEW and _LITTLE.isdisjoint(chain(*pair))
        if is_short and (ours == heads[0] or theirs == heads[1]):
            yield pair
