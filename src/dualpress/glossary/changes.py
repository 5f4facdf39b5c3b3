"""What another glossary may change: in texts with certain words, and in no others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from dualpress.article import Language
from dualpress.glossary.match import with_plural
from dualpress.glossary.patterns import variants
from dualpress.glossary.terms import Term
from dualpress.glossary.vocabulary import code_of, codes_in

__all__ = ["Changes"]

_Path: TypeAlias = tuple[str, ...]
"""The keys of the words of a form."""


class Changes:
    """What differs between two glossaries.

    A row counts as changed if any of its cells is another. Of rows that stay,
    the order decides between those that are found by the same words
    (:class:`.Glossary`), so these count where theirs is another.

    Args:
        before: the rows of the one.
        after: the rows of the other.
    """

    def __init__(self, before: Sequence[Term], after: Sequence[Term]) -> None:
        self._further: defaultdict[int, list[frozenset[int]]] = defaultdict(list)
        for path in _changed(before, after):
            first, *further = map(code_of, path)
            self._further[first].append(frozenset(further))
        self._firsts = frozenset(self._further)

    def may_concern(self, words: bytes) -> bool:
        """Whether the two may find different terms in some texts.

        Args:
            words: of these, as :class:`.Vocabulary` tells them.

        Returns:
            ``False`` only where it is certain that they do not.
        """
        codes = codes_in(words)
        beginnings = codes & self._firsts
        return any(further <= codes for first in beginnings for further in self._further[first])


def _changed(before: Sequence[Term], after: Sequence[Term]) -> set[_Path]:
    """The words by which something else may be found."""
    rows = set(before) ^ set(after)
    paths = {path for term in rows for path in _paths(term)}
    stayed, stay = ([term for term in some if term not in rows] for some in (before, after))
    return paths if stayed == stay else paths | _reordered(stayed, stay)


def _reordered(before: Iterable[Term], after: Iterable[Term]) -> set[_Path]:
    """The words by which the same rows are found in another order."""
    one, other = _by_path(before), _by_path(after)
    return {path for path, terms in one.items() if terms != other[path]}


def _by_path(terms: Iterable[Term]) -> defaultdict[_Path, list[Term]]:
    found: defaultdict[_Path, list[Term]] = defaultdict(list)
    for term in terms:
        for path in _paths(term):
            found[path].append(term)
    return found


def _paths(term: Term) -> set[_Path]:
    """All words by which a row is found: in sources, in translations, as wrong ones."""
    paths = {tuple(keys) for form in _forms(term) for keys in _keys(form)}
    return {path for path in paths if path}


def _keys(form: str) -> Iterator[Iterator[str]]:
    return ((token.key for token in tokens) for tokens in variants(form))


def _forms(term: Term) -> Iterator[str]:
    for language in Language:
        for text in (*term.accepted(language), *term.forbidden):
            yield from (form.text for form in with_plural(text, term, language))
