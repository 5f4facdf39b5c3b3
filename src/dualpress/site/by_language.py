"""What there is in each language, in a third of the memory that a dictionary takes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any, Generic, TypeVar

from dualpress.article import Language

__all__ = ["ByLanguage", "by_language"]

_T = TypeVar("_T")

_ORDERS = 2**4


class ByLanguage(Mapping[Language, _T], Generic[_T]):
    """A mapping of a few languages, in their order, that does not change.

    Args:
        own: what there is in each.
    """

    __slots__ = ("_languages", "_values")

    def __init__(self, own: Mapping[Language, _T]) -> None:
        self._languages = _once(tuple(own))
        self._values = tuple(own.values())

    def __getitem__(self, language: Language) -> _T:
        try:
            return self._values[self._languages.index(language)]
        except ValueError:
            raise KeyError(language) from None

    def __contains__(self, language: object) -> bool:
        return language in self._languages

    def __iter__(self) -> Iterator[Language]:
        return iter(self._languages)

    def __len__(self) -> int:
        return len(self._languages)

    def __repr__(self) -> str:
        return repr(dict(self))


def by_language(own: Mapping[Language, _T]) -> Mapping[Language, _T]:
    """A mapping as one that takes little memory; where nothing is in it, one for all."""
    if isinstance(own, ByLanguage):
        return own
    return ByLanguage(own) if own else _NOTHING


@lru_cache(maxsize=_ORDERS)
def _once(languages: tuple[Language, ...]) -> tuple[Language, ...]:
    """The same order of languages, of which there are few, in memory once."""
    return languages


_NOTHING: ByLanguage[Any] = ByLanguage({})
