"""Finding glossary terms in text.

A trie over words rather than over characters (Aho-Corasick): a match then
starts and ends with a word by construction, and the walk from each word is as
long as the longest term, so the work is linear in the text.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

import regex

from dualpress.article import Language, Span
from dualpress.glossary.terms import PAGE, Case, Kind, Term
from dualpress.glossary.tokens import Token, tokenise, without_initial_stops

__all__ = ["Matcher", "TermMatch"]

# In a heading all in capitals an acronym cannot be told from these words.
_ORDINARY_WORDS = frozenset(
    "ace act aid aids all am an and are arm as at be bat can do fast go he i if in is it its led "
    "let may me met mi my no of on or pm raw so start the to up us was we who win".split()
)
# A page title in capitals may end in the site's name, which is not.
_CAPITALS_SHARE = 0.75
_LETTER = regex.compile(r"\p{L}")
_CAPITAL = regex.compile(r"\p{Lu}")
_INFLECTED = (Kind.ACRONYM, Kind.TERM, Kind.TITLE, Kind.WEAPON)


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


class _Pattern(NamedTuple):
    words: tuple[str, ...]
    form: str
    term: Term
    inflected: bool


class _Hit(NamedTuple):
    pattern: _Pattern
    last: int
    span: Span


class _Node:
    __slots__ = ("children", "patterns")

    def __init__(self) -> None:
        self.children: dict[str, _Node] = {}
        self.patterns: list[_Pattern] = []


def _all_forms(term: Term, language: Language) -> Iterable[str]:
    return term.forms(language)


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
        self._root = _Node()
        for term in terms:
            for form in forms(term, language):
                self._add(form, term, inflected=False)
                if language is Language.EN and term.kind in _INFLECTED:
                    for plural in _plurals(form):
                        self._add(plural, term, inflected=True)

    def find(self, text: str) -> list[TermMatch]:
        """Find terms, the longest first, none overlapping another.

        Args:
            text: plain text, or a segment with its inline tags.

        Returns:
            The matches in the order of the text. Nothing is found inside a
            word, a URL or an e-mail address.
        """
        taken: set[int] = set()
        chosen = []
        for match, words in sorted(self._matches(text), key=_longest_first):
            if taken.isdisjoint(words):
                taken.update(words)
                chosen.append(match)
        return sorted(chosen, key=lambda match: match.span)

    def find_all(self, text: str) -> list[TermMatch]:
        """Find terms, also those that lie inside a longer one, in order."""
        return [match for match, _ in self._matches(text)]

    def _add(self, form: str, term: Term, *, inflected: bool) -> None:
        tokens = tokenise(form)
        without_stops = without_initial_stops(tokens)
        for variant in [tokens] if tokens == without_stops else [tokens, without_stops]:
            node = self._root
            for token in variant:
                node = node.children.setdefault(token.key, _Node())
            words = tuple(token.text for token in variant)
            node.patterns.append(_Pattern(words, form, term, inflected))

    def _matches(self, text: str) -> Iterator[tuple[TermMatch, range]]:
        tokens = tokenise(text)
        words = [token.text for token in tokens if token.is_word]
        is_heading = _is_in_capitals("".join(words))
        for first in range(len(tokens)):
            hits: dict[int, list[_Hit]] = {}
            for hit in self._hits(tokens, first, is_heading):
                if hit.pattern.term.domain != PAGE or _is_alone(tokens, first, hit.last):
                    hits.setdefault(hit.span.end, []).append(hit)
            for same in hits.values():
                match = self._match(same)
                if is_heading and len(words) > 1 and match.form.casefold() in _ORDINARY_WORDS:
                    match = match._replace(ambiguous=True)
                yield match, range(first, same[0].last + 1)

    def _hits(self, tokens: Sequence[Token], first: int, is_heading: bool) -> Iterator[_Hit]:
        """The patterns that begin with a token and that its capitals allow."""
        for last, token, patterns in self._walk(tokens, first):
            words = [*(before.text for before in tokens[first:last]), token.text]
            span = Span(tokens[first].span.start, token.span.end)
            for pattern in patterns:
                if _has_case(words, pattern, is_heading):
                    yield _Hit(pattern, last, span)

    def _walk(
        self, tokens: Sequence[Token], first: int
    ) -> Iterator[tuple[int, Token, list[_Pattern]]]:
        """Where patterns end on the way from a token, a possessive left aside."""
        node = self._root
        for last in range(first, len(tokens)):
            bare = tokens[last].without_possessive
            if bare and bare.key in node.children:
                yield last, bare, node.children[bare.key].patterns
            if tokens[last].key not in node.children:
                return
            node = node.children[tokens[last].key]
            yield last, tokens[last], node.patterns

    def _match(self, hits: Sequence[_Hit]) -> TermMatch:
        ranked = sorted(hits, key=self._rank)
        best = ranked[0].pattern
        terms = tuple(dict.fromkeys(hit.pattern.term for hit in ranked))
        named = [hit.pattern.term for hit in ranked if self._is_headword(hit)]
        # A row that is ambiguous under its own name (पाक) leaves others alone (पाकिस्तान).
        ambiguous = any(self.language in term.ambiguous for term in named or terms)
        span = hits[0].span
        return TermMatch(best.term, span, best.form, terms[1:], ambiguous, best.inflected)

    def _rank(self, hit: _Hit) -> tuple[bool, bool, bool, bool]:
        _, form, term, inflected = hit.pattern
        # A full name is the name's row before it is a variant of its acronym.
        is_variant = term.kind is Kind.ACRONYM and form != term.headword(self.language)
        return (not self._is_headword(hit), is_variant, not term.preferred, inflected)

    def _is_headword(self, hit: _Hit) -> bool:
        return hit.pattern.form == hit.pattern.term.headword(self.language)


def _is_alone(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether nothing but numbers and punctuation stands beside some words."""
    beside = (*tokens[:first], *tokens[last + 1 :])
    return not any(token.is_word and _LETTER.search(token.text) for token in beside)


def _longest_first(found: tuple[TermMatch, range]) -> tuple[int, int, int]:
    match, words = found
    return (-len(words), match.span.start - match.span.end, match.span.start)


def _plurals(form: str) -> Iterator[str]:
    """The regular English plural, unless the form looks like one."""
    if regex.search(r"(?:ss|x|z|ch|sh)$", form):
        yield f"{form}es"
    elif regex.search(r"[^aeiouA-Z]y$", form):
        yield f"{form[:-1]}ies"
    elif regex.search(r"[\p{L}\p{N}]$", form) and not form.endswith("s"):
        yield f"{form}s"


def _is_in_capitals(text: str) -> bool:
    """Whether the text is a heading in capitals, where capitals say nothing."""
    letters = len(_LETTER.findall(text))
    return letters > 0 and len(_CAPITAL.findall(text)) >= letters * _CAPITALS_SHARE


def _has_case(words: Sequence[str], pattern: _Pattern, is_heading: bool) -> bool:
    if pattern.term.case is Case.INSENSITIVE:
        return True
    return all(
        _has_word_case(word, wanted, pattern.term.case, is_heading)
        for word, wanted in zip(words, pattern.words, strict=True)
    )


def _has_word_case(word: str, wanted: str, case: Case, is_heading: bool) -> bool:
    if word == wanted or word.casefold() != wanted.casefold():
        # What differs beyond case is no matter of case: nukta, joiners.
        return True
    if is_heading and word == wanted.upper():
        return True
    return case is Case.AUTO and word == wanted[:1].upper() + wanted[1:]
