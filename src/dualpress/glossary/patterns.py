"""The forms of a glossary, found by their first word and then word by word.

A dictionary of first words is made at once. The paths that begin with one, a trie
over words, are made when a text has that word: an article has a few hundred of
them, and a glossary may have tens of thousands.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cache
from typing import NamedTuple

from dualpress.glossary.terms import Term
from dualpress.glossary.tokens import (
    Token,
    first_chunk,
    simple_keys,
    tokenise,
    without_initial_stops,
)

__all__ = ["Form", "Pattern", "PatternIndex", "plurals", "variants"]

_SIBILANTS = ("ss", "x", "z", "ch", "sh")


class Form(NamedTuple):
    """What a term is called in one language."""

    text: str
    term: Term

    inflected: bool = False
    """Whether it is a plural that no row spells out."""


class Pattern(NamedTuple):
    """The words of a form, one way to write them."""

    words: tuple[str, ...]
    form: Form


class PatternIndex:
    """The patterns of many forms.

    Args:
        forms: the forms; patterns of the same words keep their order.
    """

    def __init__(self, forms: Iterable[Form]) -> None:
        self._waiting: defaultdict[str, list[Form]] = defaultdict(list)
        # A path is the keys of words with spaces between, which no key has.
        self._patterns: dict[str, list[Pattern] | tuple[()]] = {}
        self._behind: defaultdict[str, set[str]] = defaultdict(set)
        first_keys = cache(_first_key)
        for form in forms:
            key = first_keys(first_chunk(form.text))
            if key is not None:
                self._waiting[key].append(form)

    def __contains__(self, key: str) -> bool:
        """Whether a form begins with a word."""
        return key in self._waiting

    def follow(self, path: str, key: str) -> str | None:
        """A path, at first empty, with a word more; ``None`` if no form goes on so."""
        if not path:
            self._make(key)
        longer = f"{path} {key}" if path else key
        return longer if longer in self._patterns else None

    def is_whole(self, key: str) -> bool:
        """Whether a word that begins a form is one by itself."""
        self._make(key)
        return bool(self._patterns.get(key))

    def behind(self, key: str) -> Set[str]:
        """The words that follow one in forms that begin with it."""
        self._make(key)
        return self._behind[key]

    def patterns(self, path: str) -> Sequence[Pattern]:
        """The patterns that end with the last word of a path."""
        return self._patterns[path]

    def _make(self, key: str) -> None:
        if self._waiting.get(key):
            for form in self._waiting[key]:
                self._add(form)
            self._waiting[key] = []

    def _add(self, form: Form) -> None:
        for tokens in variants(form.text):
            path = ""
            for token in tokens:
                path = f"{path} {token.key}" if path else token.key
                self._patterns.setdefault(path, ())
            if len(tokens) > 1:
                self._behind[tokens[0].key].add(tokens[1].key)
            pattern = Pattern(tuple(token.text for token in tokens), form)
            self._patterns[path] = [*self._patterns[path], pattern]


def plurals(form: str) -> Iterator[str]:
    """The regular English plural, unless the form looks like one."""
    if form.endswith(_SIBILANTS):
        yield f"{form}es"
    elif form.endswith("y") and _is_consonant(form[-2:-1]):
        yield f"{form[:-1]}ies"
    elif form[-1:].isalnum() and not form.endswith("s"):
        yield f"{form}s"


def _is_consonant(char: str) -> bool:
    return char != "" and char not in "aeiou" and not "A" <= char <= "Z"


def _first_key(chunk: str) -> str | None:
    if simple := simple_keys(chunk):
        return simple[0]
    tokens = tokenise(chunk)
    return tokens[0].key if tokens else None


def variants(form: str) -> list[list[Token]]:
    """The words of a form, each way to write them: with the stops of initials, and without."""
    tokens = tokenise(form)
    without_stops = without_initial_stops(tokens) if "." in form else tokens
    return [tokens] if tokens == without_stops else [tokens, without_stops]
