"""Categories and tags by name: found on the site, or made there.

https://developer.wordpress.org/rest-api/reference/categories/
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from dualpress.site.wordpress.post import Term
from dualpress.site.wordpress.rest.client import SiteTerm, WordPressSite

__all__ = ["SiteTerms"]

_LABELS = {"category": "category", "post_tag": "tag"}


class SiteTerms:
    """The categories and tags of a site; each is looked for once.

    Args:
        site: the site.
        dry_run: make none.

    Attributes:
        made: those that were made, in words.
        refused: those that the user may not make, likewise.
    """

    def __init__(self, site: WordPressSite, *, dry_run: bool) -> None:
        self._site = site
        self._dry_run = dry_run
        self._known: dict[tuple[Term, str | None], int | None] = {}
        self.made: list[str] = []
        self.refused: list[str] = []

    def numbers(self, terms: Sequence[Term], language: str | None) -> tuple[int, ...]:
        """The numbers of terms; those that are missing are made.

        Args:
            terms: wanted.
            language: Polylang's code; ``None`` where the site tells no languages.

        Raises:
            SiteError: the site refuses.
        """
        found = (self._number(term, terms, language) for term in terms)
        return tuple(dict.fromkeys(number for number in found if number is not None))

    def _number(self, term: Term, others: Sequence[Term], language: str | None) -> int | None:
        key = (term, language)
        if key not in self._known:
            self._known[key] = None  # while it is made: it may stand above itself
            found = self._find(term, language)
            self._known[key] = found.id if found else self._make(term, others, language)
        return self._known[key]

    def _find(self, term: Term, language: str | None) -> SiteTerm | None:
        """By its name, else by its slug: an editor may have changed either."""
        listed = self._site.find_terms(term.taxonomy, search=term.name)
        fitting = [found for found in _in(listed, language) if found.name == term.name]
        if not fitting and term.slug:
            listed = self._site.find_terms(term.taxonomy, slug=term.slug)
            fitting = [found for found in _in(listed, language) if found.slug == term.slug]
        return min(fitting, key=lambda found: found.id, default=None)

    def _make(self, term: Term, others: Sequence[Term], language: str | None) -> int | None:
        words = f"the {_LABELS[term.taxonomy]} “{term.name}”"
        if self._dry_run:
            self.made.append(words)
            return None
        fields = {
            "name": term.name,
            "slug": term.slug,
            "parent": self._parent(term, others, language),
            "lang": language,
        }
        told = {name: value for name, value in fields.items() if value}
        made = self._site.create_term(term.taxonomy, told)
        (self.refused if made is None else self.made).append(words)
        return made.id if made else None

    def _parent(self, term: Term, others: Sequence[Term], language: str | None) -> int | None:
        """The category above: one of the post's, or one that the site has."""
        if term.parent is None:
            return None
        for other in others:
            if (other.taxonomy, other.slug) == (term.taxonomy, term.parent):
                return self._number(other, others, language)
        listed = self._site.find_terms(term.taxonomy, slug=term.parent)
        return next((found.id for found in _in(listed, language)), None)


def _in(listed: Iterable[SiteTerm], language: str | None) -> Iterator[SiteTerm]:
    """The terms of a language; all where the site tells no languages."""
    for found in listed:
        if language is None or found.language in (language, None):
            yield found
