"""Which language a post of WordPress is in, and which posts say the same.

Polylang keeps both as terms: of ``language``, and of ``post_translations``, one for
each set of translations. WPML keeps them in a table that no export has; its add-on
for exports writes them into custom fields.

https://polylang.pro/doc/developpers-how-to/,
https://wpml.org/documentation/related-projects/wpml-export-and-import/
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from dualpress.article import Language
from dualpress.site.wordpress.fragment import plain
from dualpress.site.wordpress.record import KnownTerm, TermPair
from dualpress.site.wordpress.wxr import WxrItem, WxrTerm

__all__ = [
    "WPML_FIELDS",
    "Languages",
    "Member",
    "Membership",
    "TranslationOf",
    "language_of",
    "term_pairs",
    "translations",
]

_WPML_LANGUAGE = "_wpml_import_language_code"
_WPML_SOURCE = "_wpml_import_source_language_code"
_WPML_GROUP = "_wpml_import_translation_group"
WPML_FIELDS = frozenset((_WPML_LANGUAGE, _WPML_SOURCE, _WPML_GROUP))
"""The custom fields of a post that tell its language."""

_LOCALE = re.compile(r's:6:"locale";s:\d+:"(?P<locale>\w+)"')
_TRANSLATION = re.compile(r's:\d+:"(?P<language>[\w-]+)";i:(?P<id>\d+);')


@dataclass(frozen=True, slots=True)
class Membership:
    """What WordPress says of the language of a post.

    Args:
        tag: of the language, as the site calls it; empty where it says nothing.
        language: the same, if it is one of the two.
        group: what its translations have in common with it, if it may have any.
        is_translation: whether WordPress says that it is one.
    """

    tag: str = ""
    language: Language | None = None
    group: str | None = None
    is_translation: bool = False


_UNTOLD = Membership()


@dataclass(frozen=True, slots=True)
class Member:
    """A post among those that say the same.

    Args:
        id: its number.
        of: which they are.
        is_public: whether readers see it.
        date: when it was published, or is to be.
    """

    id: int
    of: Membership
    is_public: bool
    date: str


@dataclass(frozen=True, slots=True)
class TranslationOf:
    """What a post is that is no original.

    Args:
        original: the number of what it is a translation of.
        language: that it is in.
    """

    original: int
    language: Language


def language_of(tag: str) -> Language | None:
    """The language of a tag or locale (``en-IN``, ``hi_IN``), if it is one of the two."""
    primary = re.split("[-_]", tag.strip().lower())[0]
    return next((language for language in Language if language.value == primary), None)


class Languages:
    """Knows the languages of a site.

    Args:
        terms: of the site; those of a part of one need not tell its languages.
    """

    def __init__(self, terms: Iterable[WxrTerm] = ()) -> None:
        self._known: dict[str, Language | None] = {}
        for term in terms:
            if term.taxonomy == "language":
                locale = _LOCALE.search(term.description)
                self._known[term.slug] = language_of(locale["locale"] if locale else term.slug)

    def named(self, slug: str) -> Language | None:
        """The language that the site calls by a slug."""
        return self._known[slug] if slug in self._known else language_of(slug)

    def membership(self, item: WxrItem) -> Membership:
        """What WordPress says of an item."""
        slugs = {term.taxonomy: term.slug for term in item.terms}
        if tag := slugs.get("language"):
            return Membership(tag, self.named(tag), slugs.get("post_translations"))
        if tag := item.fields.get(_WPML_LANGUAGE, ""):
            group = item.fields.get(_WPML_GROUP) or None
            is_translation = bool(item.fields.get(_WPML_SOURCE))
            return Membership(tag, language_of(tag), group, is_translation)
        return _UNTOLD


def translations(
    members: Iterable[Member], known: Collection[int], site: Language | None
) -> dict[int, TranslationOf]:
    """Tell translations from originals.

    Of two posts, the original is what was imported as one before, else what WordPress
    does not call a translation, else what readers see, else the earlier, else what is in
    the site's language.

    Args:
        members: posts, of any groups or none.
        known: the numbers of the originals that were imported before.
        site: the site's language, if it is one of the two.

    Returns:
        The translations, by their numbers.
    """
    groups: dict[str, dict[Language, Member]] = defaultdict(dict)
    for member in members:
        if member.of.group and member.of.language:
            groups[member.of.group].setdefault(member.of.language, member)
    found = {}
    for group in groups.values():
        original, *others = sorted(group.values(), key=lambda one: _rank(one, known, site))
        for other in others:
            if other.of.language:
                found[other.id] = TranslationOf(original.id, other.of.language)
    return found


def _rank(member: Member, known: Collection[int], site: Language | None) -> tuple[object, ...]:
    is_other = member.of.language is not site
    order = (member.id not in known, member.of.is_translation, not member.is_public)
    return (*order, member.date, is_other, member.id)


def term_pairs(terms: Iterable[WxrTerm], languages: Languages) -> Iterator[TermPair]:
    """Yield the categories and tags that a site has in both languages."""
    terms = list(terms)
    own = {term.id: term for term in terms if term.taxonomy in ("category", "post_tag")}
    for term in terms:
        if term.taxonomy == "term_translations":
            found = _members(term.description, own, languages)
            taxonomies = {one.taxonomy for one in found.values()}
            if len(found) == len(Language) and len(taxonomies) == 1:
                known = {language: _known(one) for language, one in found.items()}
                yield TermPair(taxonomies.pop(), known)


def _members(
    description: str, own: Mapping[int, WxrTerm], languages: Languages
) -> dict[Language, WxrTerm]:
    """The terms that a description lists in PHP's notation."""
    found = {}
    for match in _TRANSLATION.finditer(description):
        language, term = languages.named(match["language"]), own.get(int(match["id"]))
        if language and term:
            found[language] = term
    return found


def _known(term: WxrTerm) -> KnownTerm:
    return KnownTerm(term.id, plain(term.name), term.slug)
