"""Small pieces of the sentences that commands print."""

from __future__ import annotations

from collections.abc import Mapping

from dualpress.article import Language

__all__ = ["direction", "number_of", "shares"]

_NAMES = {Language.EN: "English", Language.HI: "Hindi"}
_SHARES = {
    "review": "reviewed",
    "stale": "edited since the review",
    "memory": "from memory",
    "glossary": "from the glossary",
    "machine": "by machine",
}


def number_of(count: int, noun: str, plural: str | None = None) -> str:
    """``1 file``, ``2 files``."""
    return f"{count} {noun if count == 1 else plural or f'{noun}s'}"


def direction(source: Language, target: Language) -> str:
    """``English to Hindi``."""
    return f"{_NAMES[source]} to {_NAMES[target]}"


def shares(filled: Mapping[str, int], untranslated: int) -> str:
    """How many segments came from where: ``40 reviewed, 2 by machine, 1 untranslated``."""
    counted = {words: filled.get(name, 0) for name, words in _SHARES.items()}
    counted["untranslated"] = untranslated
    told = [f"{number} {words}" for words, number in counted.items() if number]
    return ", ".join(told) or "nothing to translate"
