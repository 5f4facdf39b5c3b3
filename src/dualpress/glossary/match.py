"""Finding glossary terms in text.

The text is cut at white space, and a piece is looked at closely only if it
may begin a term. From there a trie over words leads on: a match starts and
ends with a word by construction, and the walk is as long as the longest term,
so the work is linear in the text. An automaton over characters (Aho-Corasick)
would first find every ``us`` in ``thus``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple, TypeAlias

import regex

from dualpress.article import Language, Span
from dualpress.glossary.capitals import Capitals
from dualpress.glossary.patterns import Form, Pattern, PatternIndex, plurals
from dualpress.glossary.terms import PAGE, Kind, Term
from dualpress.glossary.tokens import first_chunk
from dualpress.glossary.words import Cutter, Word, Words, end_of, start_of

__all__ = ["Matcher", "TermMatch", "with_plural"]

_INFLECTED = (Kind.ACRONYM, Kind.TERM, Kind.TITLE, Kind.WEAPON)
_HALVES_OF_DAY = frozenset({"am", "pm"})
_LETTER = regex.compile(r"\p{L}")

_FEWEST_TO_OVERLAP = 2

_TEXTS_KEPT, _LONGEST_KEPT = 2**11, 2000
"""Texts whose matches are kept, and characters above which none is: a sentence is asked for by the
memory, the checks, the repair of terms and the placing of tags, a page by none of them twice."""


class TermMatch(NamedTuple):
    """A glossary term found in a text."""

    term: Term
    """The term; of several with this form the one whose headword it is."""

    span: Span
    """Where it stands; a possessive ``’s`` is not part of it."""

    form: str
    """The row's form that was found, or its regular English plural."""

    others: tuple[Term, ...] = ()
    """Further terms that the same words may stand for."""

    ambiguous: bool = False
    """Whether the words may be no term at all: report it, never enforce it."""

    inflected: bool = False
    """Whether the form is a plural that no row spells out."""

    @property
    def terms(self) -> tuple[Term, ...]:
        """All terms that the words may stand for."""
        return (self.term, *self.others)


def _all_forms(term: Term, language: Language) -> Iterable[str]:
    return term.forms(language)


_Found: TypeAlias = tuple[TermMatch, list[int]]
"""A match, and where its words begin."""


class Matcher:
    """Finds the terms of a glossary in text of one language.

    Args:
        terms: the glossary, or any of its terms.
        language: the language whose forms are looked for.
        forms: which forms of a term to look for; by default all.
    """

    def __init__(
        self,
        terms: Iterable[Term],
        language: Language,
        forms: Callable[[Term, Language], Iterable[str]] = _all_forms,
    ) -> None:
        self.language = language
        self._index = PatternIndex(
            form
            for term in terms
            for text in forms(term, language)
            for form in with_plural(text, term, language)
        )
        self._cutter = Cutter(self._index)
        self._kept = lru_cache(_TEXTS_KEPT)(self._found)

    def find(self, text: str) -> list[TermMatch]:
        """Find terms, the longest first, none overlapping another.

        Args:
            text: plain text, or a segment with its inline tags.

        Returns:
            The matches in the order of the text. Nothing is found inside a
            word, a URL or an e-mail address.
        """
        found = self._matches(text)
        if len(found) < _FEWEST_TO_OVERLAP:  # as nearly always
            return [match for match, _ in found]
        taken: set[int] = set()
        chosen = []
        for match, starts in sorted(found, key=_longest_first):
            if taken.isdisjoint(starts):
                taken.update(starts)
                chosen.append(match)
        return sorted(chosen, key=lambda match: match.span)

    def find_all(self, text: str) -> list[TermMatch]:
        """Find terms, also those that lie inside a longer one, in order."""
        return [match for match, _ in self._matches(text)]

    def may_be_whole(self, text: str) -> bool:
        """Whether a text may be one term and nothing else; for most the first word tells.

        Args:
            text: as for :meth:`find`, which never finds such a term where this is false.
        """
        if not self._cutter.beginnings(first_chunk(text)):  # as of most; the rest need not be cut
            return False
        first = next(Words(text, self._cutter).beginnings(), iter(()))
        return any(end_of(found[-1]) == len(text) for found, _ in self._walk(first))

    def _matches(self, text: str) -> tuple[_Found, ...]:
        """The matches, each with where its words begin."""
        return self._kept(text) if len(text) <= _LONGEST_KEPT else self._found(text)

    def _found(self, text: str) -> tuple[_Found, ...]:
        return tuple(self._find(text))

    def _find(self, text: str) -> Iterator[_Found]:
        words = Words(text, self._cutter)
        capitals = Capitals(words)
        for beginning in words.beginnings():
            for found, patterns in self._walk(beginning):
                forms = _allowed(patterns, found, words, capitals)
                if forms and not _is_clock(found, text):
                    match = self._match(Span(start_of(found[0]), end_of(found[-1])), forms)
                    if capitals.are_ambiguous(match.form):
                        match = match._replace(ambiguous=True)
                    yield match, [start_of(word) for word in found]

    def _walk(self, words: Iterator[Word]) -> Iterator[tuple[list[Word], Sequence[Pattern]]]:
        """The patterns that some words begin with, a possessive left aside."""
        before: list[Word] = []
        path = ""
        for word in words:
            token, offset = word
            bare = token.without_possessive
            if bare and (end := self._index.follow(path, bare.key)):
                yield [*before, (bare, offset)], self._index.patterns(end)
            longer = self._index.follow(path, token.key)
            if longer is None:
                return
            path = longer
            before.append(word)
            if patterns := self._index.patterns(path):
                yield before.copy(), patterns

    def _match(self, span: Span, forms: Sequence[Form]) -> TermMatch:
        if len(forms) == 1:  # as most
            text, term, inflected = forms[0]
            return TermMatch(term, span, text, (), self.language in term.ambiguous, inflected)
        best, *_ = ranked = sorted(forms, key=self._rank)
        terms = tuple(dict.fromkeys(form.term for form in ranked))
        named = [form.term for form in ranked if self._is_headword(form)]
        # A row that is ambiguous under its own name (पाक) leaves others alone (पाकिस्तान).
        ambiguous = any(self.language in term.ambiguous for term in named or terms)
        return TermMatch(best.term, span, best.text, terms[1:], ambiguous, best.inflected)

    def _rank(self, form: Form) -> tuple[bool, bool, bool, bool]:
        is_headword = self._is_headword(form)
        # A full name is the name's row before it is a variant of its acronym.
        is_variant = form.term.kind is Kind.ACRONYM and not is_headword
        return (not is_headword, is_variant, not form.term.preferred, form.inflected)

    def _is_headword(self, form: Form) -> bool:
        return form.text == form.term.headword(self.language)


def with_plural(text: str, term: Term, language: Language) -> Iterator[Form]:
    """A form of a row in some language, and its plurals that no row need spell out."""
    yield Form(text, term)
    if language is Language.EN and term.kind in _INFLECTED:
        for plural in plurals(text):
            yield Form(plural, term, inflected=True)


def _allowed(
    patterns: Iterable[Pattern], found: Sequence[Word], words: Words, capitals: Capitals
) -> list[Form]:
    """The forms that the capitals of some words, and what is beside them, allow."""
    written = tuple([token.text for token, _ in found])
    return [
        form
        for wanted, form in patterns
        if (written == wanted or capitals.allow(written, wanted, form.term.case))
        and (form.term.domain != PAGE or _are_alone(found, words))
    ]


def _are_alone(found: Sequence[Word], words: Words) -> bool:
    """Whether nothing but numbers and punctuation stands beside some words."""
    starts = {start_of(word) for word in found}
    beside = (word[0] for word in words if start_of(word) not in starts)
    return not any(token.is_word and _LETTER.search(token.text) for token in beside)


def _is_clock(found: Sequence[Word], text: str) -> bool:
    """Whether some words are the end of a time: ``5 PM`` is no Prime Minister."""
    is_half = len(found) == 1 and found[0][0].key in _HALVES_OF_DAY
    return is_half and text[: start_of(found[0])].rstrip()[-1:].isdigit()


def _longest_first(found: _Found) -> tuple[int, int, int]:
    match, starts = found
    return (-len(starts), match.span.start - match.span.end, match.span.start)
