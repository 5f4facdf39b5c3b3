"""What categories and tags are called in the other language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, count

from dualpress.article import Language, escape_tags, other, plain_text
from dualpress.glossary import Glossary, translate_exact
from dualpress.memory import Memory
from dualpress.pipeline.wordpress.translated_text import told_apart
from dualpress.site.slugs import slug_of_title
from dualpress.site.wordpress.post import Term
from dualpress.site.wordpress.record import WordPressRecord

__all__ = ["NamedTerms", "TermNames"]

_DEFAULT = "uncategorized"
"""The slug of the category that WordPress itself gives a post that has none."""

_LABELS = {"category": "category", "post_tag": "tag"}


@dataclass(frozen=True, slots=True)
class NamedTerms:
    """The terms of a post in the other language.

    Args:
        terms: those that have a name there.
        partners: what each of them translates.
        warnings: what an editor should know of the others.
    """

    terms: tuple[Term, ...]
    partners: Mapping[Term, Term]
    warnings: tuple[str, ...]


class TermNames:
    """Finds the names of categories and tags in a language.

    The glossary has the say, then the name that the term already has on the
    site, then what reviewers wrote for exactly these words. Nothing is made up:
    a term with no such name is left out, and told.

    Args:
        target: the language that is translated into.
        record: the terms that the site has.
        memory: opens the memory, which is rarely needed.
    """

    def __init__(
        self,
        target: Language,
        record: WordPressRecord,
        memory: Callable[[], Memory],
    ) -> None:
        self._target = target
        self._record = record
        self._memory = memory
        self._names = {
            (pair.taxonomy, known.slug): known.name
            for pair in record.terms
            for known in pair.terms.values()
        }

    def translated(self, terms: Sequence[Term], glossary: Glossary) -> NamedTerms:
        """Translate the terms of a post.

        Args:
            terms: in the language of the original.
            glossary: of its article.
        """
        partners: dict[Term, Term] = {}
        warnings = []
        for term in terms:
            self._names.setdefault((term.taxonomy, term.slug or ""), term.name)
        for term in terms:
            made = self._term(term, terms, glossary)
            if made is None and term.slug != _DEFAULT:
                warnings.append(self._missing(term))
            elif made is not None and made.name not in {one.name for one in partners}:
                # Two words may be one in the other language: Port and Harbour.
                partners[made] = term
        return NamedTerms(tuple(partners), partners, tuple(dict.fromkeys(warnings)))

    def _term(self, term: Term, others: Iterable[Term], glossary: Glossary) -> Term | None:
        known = self._known(term)
        name = self._written(term.name, glossary) or (known and known.name)
        name = name or self._reviewed(term.name)
        if name is None:
            return None
        if known is not None and known.name == name:
            return known
        above = next((one for one in others if term.parent and one.slug == term.parent), None)
        parent = self._term(above, (), glossary) if above else None
        slug = told_apart(slug_of_title(name, self._target), term.slug, self._target)
        return Term(
            term.taxonomy,
            name,
            self._own_slug(term.taxonomy, name, slug) if slug else None,
            parent.slug if parent else None,
        )

    def _own_slug(self, taxonomy: str, name: str, slug: str) -> str:
        """A slug that no term of another name has, for WordPress knows terms by their slugs."""
        further = (f"{slug}-{number}" for number in count(2))
        free = (
            one
            for one in chain((slug, f"{slug}-{self._target.value}"), further)
            if self._names.setdefault((taxonomy, one), name) == name
        )
        return next(free)

    def _known(self, term: Term) -> Term | None:
        """The term that the site has in the other language, by this one's slug."""
        found = term.slug and self._record.term(term.taxonomy, term.slug, self._target)
        return Term(term.taxonomy, found.name, found.slug) if found else None

    def _written(self, name: str, glossary: Glossary) -> str | None:
        """What the glossary says."""
        found = translate_exact(escape_tags(name), glossary, source_language=other(self._target))
        return plain_text(found) if found else None

    def _reviewed(self, name: str) -> str | None:
        """What reviewers wrote, where they agree."""
        source = escape_tags(name)
        matches = self._memory().exact(source, other(self._target), self._target)
        names = {plain_text(match.target) for match in matches}
        return names.pop() if len(names) == 1 else None

    def _missing(self, term: Term) -> str:
        label = _LABELS.get(term.taxonomy, term.taxonomy)
        row = f"{term.name},…" if self._target is Language.HI else f"…,{term.name}"
        return (
            f"the {label} “{term.name}” is left out, for nothing says what it is called in "
            f"{self._target.english_name}; add a row to a glossary: {row}"
        )
