"""The glossary: terms, and the matchers made of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dualpress.article import Language
from dualpress.glossary.match import Matcher
from dualpress.glossary.terms import Term

__all__ = ["Glossary"]


class Glossary:
    """Terms in order, to be found in text of either language.

    Args:
        terms: the rows; the order decides between otherwise equal ones.
    """

    def __init__(self, terms: Iterable[Term] = ()) -> None:
        self.terms = tuple(terms)
        self._matchers: dict[Language, Matcher] = {}
        self._accepted_matchers: dict[Language, Matcher] = {}
        self._forbidden_matchers: dict[Language, Matcher] = {}

    def __iter__(self) -> Iterator[Term]:
        return iter(self.terms)

    def __len__(self) -> int:
        return len(self.terms)

    def matcher(self, language: Language) -> Matcher:
        """The matcher of all forms in ``language``, made when first asked for."""
        if language not in self._matchers:
            self._matchers[language] = Matcher(self.terms, language)
        return self._matchers[language]

    def accepted_matcher(self, language: Language) -> Matcher:
        """The matcher of all that counts as a term in a translation into ``language``."""
        if language not in self._accepted_matchers:
            self._accepted_matchers[language] = Matcher(self.terms, language, Term.accepted)
        return self._accepted_matchers[language]

    def forbidden_matcher(self, language: Language) -> Matcher:
        """The matcher of all forbidden renderings, for text in ``language``."""
        if language not in self._forbidden_matchers:
            self._forbidden_matchers[language] = Matcher(
                self.terms, language, lambda term, _: term.forbidden
            )
        return self._forbidden_matchers[language]
