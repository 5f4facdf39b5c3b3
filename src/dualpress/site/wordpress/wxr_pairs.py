"""Posts and their translations as a WXR file."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import count

from dualpress.article import Language
from dualpress.site.slugs import given_slug
from dualpress.site.wordpress.pairing import Marks, Pairing
from dualpress.site.wordpress.post import TEMPLATE_FIELD, Original, PostText, Term
from dualpress.site.wordpress.seo import SEO_KEYS
from dualpress.site.wordpress.wxr_write import (
    NO_TIME,
    Meta,
    WxrChannel,
    WxrPost,
    WxrTerm,
    write_wxr,
)

__all__ = ["MakePairing", "Pair", "PairFile"]

MakePairing = Callable[[Iterator[int]], Pairing]
"""Makes what the plugin of the site is told, from what gives numbers to terms."""

_TIME = "%Y-%m-%d %H:%M:%S"


@dataclass(frozen=True, slots=True)
class Pair:
    """A post that WordPress has, and its translation, which it has not.

    Args:
        original: what WordPress knows of the post.
        source: what it says.
        target: what its translation says.
        source_language: of the post.
        target_language: of the translation.
        number: of the translation in the file; no other post of the file, and
            no picture that one shows, has it.
        status: that the translation gets.
        partners: what each of its terms translates, where that is not linked yet.
    """

    original: Original
    source: PostText
    target: PostText
    source_language: Language
    target_language: Language
    number: int
    status: str
    partners: Mapping[Term, Term | None]


class PairFile:
    """Makes one file.

    Args:
        channel: the site.
        make_pairing: for the plugin of the site.
    """

    def __init__(self, channel: WxrChannel, make_pairing: MakePairing) -> None:
        self._channel = channel
        self._numbers = count(1)
        self._pairing = make_pairing(self._numbers)
        self._terms: dict[tuple[str, str], WxrTerm] = {}

    def write(self, pairs: Sequence[Pair]) -> bytes:
        """The bytes of the file."""
        for pair in pairs:
            self._add_terms(pair)
        above = {(pair.original.id, pair.target_language): pair.number for pair in pairs}
        posts = [post for pair in pairs for post in self._posts(pair, above)]
        authors = sorted({pair.original.author for pair in pairs} - {""})
        terms = [*_parents_first(self._terms), *self._pairing.terms]
        return write_wxr(self._channel, authors, terms, posts)

    def _posts(
        self, pair: Pair, numbers_of: Mapping[tuple[int, Language], int]
    ) -> Iterator[WxrPost]:
        numbers = {pair.source_language: pair.original.id, pair.target_language: pair.number}
        # Two posts may have one GUID: where programs write posts, WordPress makes it of the slug.
        key = f"{pair.original.guid}#{pair.original.id}"
        marks = self._pairing.link_posts(numbers, pair.source_language, key)
        yield _original(pair, marks[pair.source_language])
        own = [*pair.target.categories, *pair.target.tags]
        terms = tuple(self._terms[_key(term)] for term in own)
        post = _translation(pair, self._channel, marks[pair.target_language], terms)
        # WordPress puts a page below one of the same file alone.
        parent = numbers_of.get((pair.original.parent or 0, pair.target_language), 0)
        yield replace(post, parent=parent)

    def _add_terms(self, pair: Pair) -> None:
        """Take the terms of a translation, and what they translate, into the file."""
        for term in (*pair.target.categories, *pair.target.tags):
            if _key(term) in self._terms:
                continue
            made = {pair.target_language: self._made(term)}
            partner = pair.partners.get(term)
            if partner is not None and partner.slug:
                made = {pair.source_language: self._made(partner), **made}
            if term in pair.partners:
                made = dict(self._pairing.link_terms(made, pair.source_language))
            self._terms |= {(one.taxonomy, one.slug): one for one in made.values()}

    def _made(self, term: Term) -> WxrTerm:
        known = self._terms.get(_key(term))
        if known is not None:
            return known
        name = html.escape(term.name, quote=False)
        return WxrTerm(next(self._numbers), *_key(term), name, term.parent or "")


def _key(term: Term) -> tuple[str, str]:
    return term.taxonomy, term.slug or given_slug(term.name.lower())


def _parents_first(terms: Mapping[tuple[str, str], WxrTerm]) -> list[WxrTerm]:
    """Terms in order, none before the one above it; a parent that is not in the file is dropped."""
    ordered: dict[tuple[str, str], WxrTerm] = {}

    def add(term: WxrTerm, below: tuple[WxrTerm, ...] = ()) -> None:
        above = terms.get((term.taxonomy, term.parent))
        if above is not None and above not in below:
            add(above, (*below, term))
        known = (term.taxonomy, term.parent) in ordered
        ordered.setdefault((term.taxonomy, term.slug), term if known else replace(term, parent=""))

    for term in terms.values():
        add(term)
    return list(ordered.values())


def _original(pair: Pair, marks: Marks) -> WxrPost:
    """The post as WordPress has it, for the importer to know it by.

    Were it another by now, or gone, it would be written as a draft, and not
    be published a second time.
    """
    original, source = pair.original, pair.source
    return WxrPost(
        id=original.id,
        type=original.type,
        status="draft",
        # The importer looks for a title from which it has taken one level of backslashes.
        title=(original.title or source.title).replace("\\", "\\\\"),
        slug=source.slug or "",
        link=original.link,
        guid=original.guid,
        author=original.author,
        date=original.date,
        date_gmt=original.date_gmt or NO_TIME,
        body=source.body,
        excerpt=source.excerpt,
        terms=marks.terms,
        meta=marks.meta,
    )


def _translation(
    pair: Pair, channel: WxrChannel, marks: Marks, terms: tuple[WxrTerm, ...]
) -> WxrPost:
    original, target = pair.original, pair.target
    # A backslash of its own would hide it from the importer when the file is imported again.
    title = html.escape(target.title, quote=False).replace("\\", "&#92;")
    # The importer would take it for the original, were both the same.
    is_told_apart = title != (original.title or pair.source.title)
    seconds = 0 if is_told_apart else 1
    return WxrPost(
        id=pair.number,
        type=original.type,
        status=pair.status,
        title=title,
        slug=target.slug or "",
        link=f"{channel.link.rstrip('/')}/?p={pair.number}",
        guid=_guid(original.guid, pair.target_language),
        author=original.author,
        date=_later(original.date, seconds),
        date_gmt=_later(original.date_gmt or NO_TIME, seconds),
        body=target.body,
        excerpt=target.excerpt,
        terms=(*terms, *marks.terms),
        meta=(*_own_meta(pair), *marks.meta),
        order=original.order,
        comments=original.comments,
    )


def _own_meta(pair: Pair) -> Meta:
    """The featured image, which is there already, the template, and words for search engines."""
    original, target = pair.original, pair.target
    image = "" if original.image is None else str(original.image)
    told = [("_thumbnail_id", image), (TEMPLATE_FIELD, original.template)]
    if original.seo is not None:
        keys = SEO_KEYS[original.seo]
        told += [(keys.title, target.seo_title), (keys.description, target.seo_description)]
    return tuple((key, value) for key, value in told if value)


def _guid(original: str, language: Language) -> str:
    """One of its own, the same in each export; empty where the original has none."""
    if not original:
        return ""
    return f"{original}#dualpress-{language.value}"


def _later(time: str, seconds: int) -> str:
    if not seconds:
        return time
    try:
        return (datetime.strptime(time, _TIME) + timedelta(seconds=seconds)).strftime(_TIME)
    except ValueError:
        return time
