"""Acronyms that a text spells out: ``Baloch Liberation Army (BLA)``."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import regex

from dualpress.glossary.proposals.runs import is_acronym

__all__ = ["Expansion", "find_expansions"]

_BRACKET = regex.compile(r"\s\(\s*(?P<acronym>\p{Lu}[\p{Lu}\p{N}&-]{1,9})s?\s*\)")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}’'&]+")
_MOST_SMALL = 4
"""How many small words (of, the, for) the full name may have."""


class Expansion(NamedTuple):
    """An acronym and what it stands for."""

    acronym: str
    name: str


def find_expansions(text: str) -> Iterator[Expansion]:
    """Find acronyms in brackets behind their full names.

    Args:
        text: plain English text.

    Yields:
        Those whose letters are the initials of the words before the bracket;
        small words count where they must.
    """
    for match in _BRACKET.finditer(text):
        acronym = match["acronym"]
        if is_acronym(acronym) and (name := _name_before(text[: match.start()], acronym)):
            yield Expansion(acronym, name)


def _name_before(text: str, acronym: str) -> str | None:
    letters = "".join(filter(str.isalpha, acronym)).casefold()
    words = list(_WORD.finditer(text))[-(len(letters) + _MOST_SMALL) :]
    for start in range(len(words) - 1, -1, -1):
        chosen = [word[0] for word in words[start:]]
        if chosen[0][0].isupper() and letters in _initials(chosen):
            return " ".join(text[words[start].start() :].split())
    return None


def _initials(words: list[str]) -> tuple[str, str]:
    capitals = "".join(word[0] for word in words if word[0].isupper())
    return capitals.casefold(), "".join(word[0] for word in words).casefold()
