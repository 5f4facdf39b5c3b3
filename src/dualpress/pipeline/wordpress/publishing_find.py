"""Which post of WordPress is the translation of an article, if it is there already."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from dualpress.article import Language
from dualpress.pipeline.wordpress.translated import TranslatedPost
from dualpress.site.wordpress.post import Original
from dualpress.site.wordpress.record import KnownPost
from dualpress.site.wordpress.rest.client import WordPressSite
from dualpress.site.wordpress.rest.fields import temporary_slug, text_fields
from dualpress.site.wordpress.rest.posts import SitePost

__all__ = ["Finder", "Found"]

_OTHERS = (2, 3)
"""What WordPress adds to a slug that is taken: ``slug-2``."""


@dataclass(frozen=True, slots=True)
class Found:
    """What WordPress has of a translation.

    Args:
        post: the post; ``None`` where there is none that could be overwritten.
        held: why none is overwritten, or made, unasked; ``None`` where it may be.
        is_begun: whether it is a draft that was begun and not completed.
        warning: what an editor should know, if there is anything.
    """

    post: SitePost | None = None
    held: str | None = None
    is_begun: bool = False
    warning: str | None = None


class Finder:
    """Looks for translations on a site.

    Args:
        site: the site.
        codes: the site's own codes of languages.
        taken: the numbers of posts that are other articles, or their translations.
    """

    def __init__(
        self, site: WordPressSite, codes: Mapping[Language, str], taken: Collection[int]
    ) -> None:
        self._site = site
        self._codes = codes
        self._taken = taken

    def find(
        self,
        translated: TranslatedPost,
        original: Original,
        there: SitePost,
        known: KnownPost | None,
    ) -> Found:
        """Look for the translation of an article.

        Args:
            translated: what it says.
            original: of the article.
            there: the original as the site has it.
            known: what the record says of the translation.

        Raises:
            SiteError: the site does not answer.
        """
        gone = None
        if known is not None:
            post = self._site.post(original.type, known.post)
            if post is not None:
                return _recorded(post, known, translated)
            gone = (
                f"post {known.post} is no longer in WordPress, where somebody deleted it; "
                "the translation is made anew"
            )
        found = self._linked(translated, original, there) or self.by_slug(translated, original)
        return found or Found(warning=gone)

    def by_slug(
        self, translated: TranslatedPost, original: Original, *, before: int | None = None
    ) -> Found | None:
        """The translation by the slug that it has or was begun with.

        Args:
            translated: what it says.
            original: of the article.
            before: look only among posts that are older than this one.

        Raises:
            SiteError: the site does not answer.
        """
        begun = _numbered(temporary_slug(original.id, translated.target_language))
        wanted = _numbered(translated.target.slug) if translated.target.slug else ()
        posts = [
            post
            for post in self._site.with_slugs(original.type, (*begun, *wanted))
            if post.id not in self._taken
            and post.id != original.id
            and (before is None or post.id < before)
        ]
        # The oldest one, on which two machines at once agree.
        for post in posts:
            if post.slug in begun:
                return Found(post, _foreign(post) if post.content else None, is_begun=True)
        for post in posts:
            if post.says(**text_fields(translated.target)):
                return Found(post)
        for post in posts:
            if translated.target.slug and post.has_slug(translated.target.slug):
                return Found(post, _other(post))
        return None

    def _linked(
        self, translated: TranslatedPost, original: Original, there: SitePost
    ) -> Found | None:
        """The translation that Polylang says the original has."""
        number = there.translations.get(self._codes[translated.target_language])
        post = self._site.post(original.type, number) if number else None
        if post is None:
            return None
        return Found(post, None if _says(post, translated) else _foreign(post))


def _recorded(post: SitePost, known: KnownPost, translated: TranslatedPost) -> Found:
    """A post that the record names."""
    if post.state.status == "trash":
        return Found(
            None,
            f"post {post.id} is in WordPress's trash; restore it there, or delete it for good, "
            "and the translation is made anew",
        )
    if _says(post, translated):
        return Found(post)
    if known.digest is None:
        return Found(post, _foreign(post))
    if post.digest != known.seen:
        return Found(
            post,
            f"post {post.id} was edited in WordPress since it was last sent; --force overwrites "
            "it, or take what was edited there into the PO file",
        )
    return Found(post)


def _says(post: SitePost, translated: TranslatedPost) -> bool:
    return post.says(**text_fields(translated.target))


def _foreign(post: SitePost) -> str:
    return (
        f"WordPress has a translation already, post {post.id}, that dualpress did not write; "
        "--force overwrites it"
    )


def _other(post: SitePost) -> str:
    return (
        f"WordPress has a post with this slug already, “{post.slug}” (post {post.id}); if it is "
        "this translation, --force overwrites it; if not, give the translation a slug of its own"
    )


def _numbered(slug: str) -> tuple[str, ...]:
    return (slug, *(f"{slug}-{number}" for number in _OTHERS))
