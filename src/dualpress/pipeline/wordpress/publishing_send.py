"""Sending one translation to WordPress."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from dualpress.article import Language
from dualpress.pipeline.wordpress.publishing_find import Finder
from dualpress.pipeline.wordpress.translated import TranslatedPost
from dualpress.site.wordpress.post import Original
from dualpress.site.wordpress.rest.client import User, WordPressSite
from dualpress.site.wordpress.rest.fields import (
    copied_fields,
    seo_fields,
    temporary_slug,
    text_fields,
)
from dualpress.site.wordpress.rest.posts import SitePost
from dualpress.site.wordpress.rest.terms import SiteTerms

__all__ = ["Letter", "Sender"]

Status = Literal["draft", "publish"]

_VISIBLE = ("publish", "future")
"""The status of originals whose translation may be published too."""
_HIDDEN = ("draft", "pending")


@dataclass(frozen=True, slots=True)
class Letter:
    """A translation that is to be sent.

    Args:
        translated: what it says.
        original: of its article.
        there: the original as the site has it.
        parent: the number of the page above it in its language, if there is one.
    """

    translated: TranslatedPost
    original: Original
    there: SitePost
    parent: int | None = None

    @property
    def language(self) -> Language:
        """The language of the translation."""
        return self.translated.target_language


class Sender:
    """Sends translations.

    Args:
        site: the site.
        user: who sends.
        terms: the site's categories and tags.
        codes: the site's own codes of languages.
        status: that was asked for; ``None`` for what a post has.
        new_status: of a new post where none was asked for.
    """

    def __init__(
        self,
        site: WordPressSite,
        user: User,
        terms: SiteTerms,
        codes: Mapping[Language, str],
        *,
        status: Status | None,
        new_status: Status,
    ) -> None:
        self._site = site
        self._user = user
        self._terms = terms
        self._codes = codes
        self._status = status
        self._new_status = new_status

    def create(self, letter: Letter, finder: Finder) -> SitePost:
        """Make a translation, unless somebody else has in the meantime.

        It is made empty and completed then: where the connection breaks
        between the two, its slug tells the next run what it is.

        Raises:
            SiteError: the site refuses.
        """
        made = self._site.create(letter.original.type, self._begun(letter))
        earlier = finder.by_slug(letter.translated, letter.original, before=made.id)
        if earlier is not None and earlier.post is not None and earlier.held is None:
            self._site.discard(letter.original.type, made.id)
            if not earlier.is_begun:
                return earlier.post
            made = earlier.post
        return self.complete(letter, made)

    def complete(self, letter: Letter, post: SitePost) -> SitePost:
        """Give a post that was begun its text, and the status of a new one.

        Raises:
            SiteError: the site refuses.
        """
        fields = self._fields(letter, post, is_new=True)
        return self._site.update(letter.original.type, post.id, fields)

    def update(self, letter: Letter, post: SitePost) -> SitePost:
        """Bring a post up to date; it keeps its status, and once public its slug.

        Raises:
            SiteError: the site refuses.
        """
        fields = self._fields(letter, post, is_new=False)
        return self._site.update(letter.original.type, post.id, fields)

    def may_raise(self, status: str) -> bool:
        """Whether a post of that status is to be published because this was asked for."""
        return self._status == "publish" and status in _HIDDEN

    def look_for_terms(self, letter: Letter) -> None:
        """Find out which categories and tags are missing.

        Raises:
            SiteError: the site refuses.
        """
        self._term_fields(letter, None)

    def warnings(self, letter: Letter, stored: SitePost) -> list[str]:
        """What an editor should know of a post as the site stored it."""
        told = []
        if not stored.says(**text_fields(letter.translated.target)):
            is_kept = "unfiltered_html" in self._user.capabilities
            why = "a plugin may do so" if is_kept else "this user may not write every kind of HTML"
            told.append(f"WordPress changed the text as it stored it: {why}")
        wanted = letter.translated.target.slug
        if wanted and not stored.has_slug(wanted) and stored.state.status not in _VISIBLE:
            told.append(f"WordPress gave it the slug “{stored.slug}” instead of “{wanted}”")
        if self._is_too_early(letter) and stored.state.status in _HIDDEN:
            told.append("it is a draft, for its original is not published either")
        return [*told, *self._pairing(letter, stored)]

    def _begun(self, letter: Letter) -> dict[str, Any]:
        fields = {
            **copied_fields(letter.there),
            "title": text_fields(letter.translated.target)["title"],
            "slug": temporary_slug(letter.original.id, letter.language),
            "status": "draft",
            **self._term_fields(letter, None),
            **self._language(letter),
        }
        if "edit_others_posts" in self._user.capabilities and letter.there.data.get("author"):
            fields["author"] = letter.there.data["author"]
        if letter.parent is not None:
            fields["parent"] = letter.parent
        return fields

    def _fields(self, letter: Letter, post: SitePost, *, is_new: bool) -> dict[str, Any]:
        target = letter.translated.target
        fields: dict[str, Any] = {
            **text_fields(target),
            **seo_fields(target, letter.original, letter.there.meta),
            **self._term_fields(letter, None if is_new else post),
            **self._pair(letter, post),
        }
        if target.slug and post.state.status in _HIDDEN:
            fields["slug"] = target.slug
        if not post.data.get("featured_media") and letter.there.data.get("featured_media"):
            fields["featured_media"] = letter.there.data["featured_media"]
        if status := self._wanted(letter, post, is_new=is_new):
            fields["status"] = status
        return fields

    def _wanted(self, letter: Letter, post: SitePost, *, is_new: bool) -> str | None:
        """The status that a post is to get; ``None`` to leave it."""
        if is_new:
            asked = self._status or self._new_status
            return "draft" if self._is_too_early(letter) else asked
        is_raised = self.may_raise(post.state.status) and not self._is_too_early(letter)
        return "publish" if is_raised else None

    def _is_too_early(self, letter: Letter) -> bool:
        asked = self._status or self._new_status
        return asked == "publish" and letter.there.state.status not in _VISIBLE

    def _term_fields(self, letter: Letter, post: SitePost | None) -> dict[str, Any]:
        """Categories and tags: those that an editor added in WordPress stay."""
        if letter.original.type != "post":
            return {}
        target = letter.translated.target
        code = self._codes[letter.language] if letter.there.tells_language else None
        fields = {}
        for name, terms in (("categories", target.categories), ("tags", target.tags)):
            numbers = (*(post.terms(name) if post else ()), *self._terms.numbers(terms, code))
            if numbers:
                fields[name] = list(dict.fromkeys(numbers))
        return fields

    def _language(self, letter: Letter) -> dict[str, Any]:
        is_told = letter.there.tells_language
        return {"lang": self._codes[letter.language]} if is_told else {}

    def _pair(self, letter: Letter, post: SitePost) -> dict[str, Any]:
        """The link between the two, where Polylang's fields answer.

        https://polylang.pro/doc/rest-api/
        """
        source = self._codes[letter.translated.source_language]
        if letter.there.language != source:
            return self._language(letter)
        target = self._codes[letter.language]
        pairs = {**letter.there.translations, source: letter.there.id, target: post.id}
        return {"lang": target, "translations": pairs}

    def _pairing(self, letter: Letter, stored: SitePost) -> list[str]:
        source = self._codes[letter.translated.source_language]
        if not letter.there.tells_language:
            return []
        if letter.there.language != source:
            told = f"“{letter.there.language}”" if letter.there.language else "no language"
            return [
                f"it is not linked to its original, of which WordPress says that it is in {told}; "
                "set its language there, and send the translation again with --force"
            ]
        if stored.translations.get(source) != letter.there.id:
            return ["WordPress did not link it to its original; link them in the editor there"]
        return []
