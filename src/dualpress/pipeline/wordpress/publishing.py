"""``publish wordpress``: translations over the REST API, each once."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from dualpress.config import Project
from dualpress.errors import SiteError, SiteUnavailable, WorkError
from dualpress.pipeline.wordpress.connecting import connected
from dualpress.pipeline.wordpress.publishing_book import Book
from dualpress.pipeline.wordpress.publishing_find import Finder, Found
from dualpress.pipeline.wordpress.publishing_report import (
    Action,
    PublishedPost,
    PublishOrder,
    PublishReport,
)
from dualpress.pipeline.wordpress.publishing_send import Letter, Sender
from dualpress.pipeline.wordpress.publishing_site import (
    is_same_post,
    language_codes,
    record_of_site,
    site_remarks,
)
from dualpress.pipeline.wordpress.translated import (
    TranslatedPost,
    TranslatedPosts,
    translated_posts,
)
from dualpress.progress import Progress
from dualpress.site.wordpress.post import Original, PostType
from dualpress.site.wordpress.record import RECORD_NAME, KnownPost
from dualpress.site.wordpress.rest.client import WordPressSite
from dualpress.site.wordpress.rest.fields import sent_digest
from dualpress.site.wordpress.rest.posts import PostState, SitePost
from dualpress.site.wordpress.rest.terms import SiteTerms

__all__ = ["publish_in_wordpress"]

_AT_ONCE = 50
"""Articles whose posts are asked for together."""
_KINDS: tuple[PostType, ...] = ("post", "page")


def publish_in_wordpress(
    project: Project,
    order: PublishOrder,
    *,
    dry_run: bool = False,
    progress: Progress | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> PublishReport:
    """Create or update the translations of articles that came from WordPress.

    What is sent is what a build would publish, and only where it has changed
    since it was last sent. What somebody edited in WordPress meanwhile is not
    overwritten unasked. The number of a post is recorded as soon as it is known.

    Args:
        project: with its configuration.
        order: what to publish.
        dry_run: change nothing, neither there nor here.
        progress: is told how far the run is.
        sleep: waits where the site asks for it.

    Raises:
        SetupError: the configuration or a glossary is wrong, no password is
            known, or the articles were imported from another site.
        SiteUnavailable: the site cannot be reached, or lets nobody in.
        WriteError: the record cannot be written.
    """
    with connected(project, sleep=sleep) as site:
        posts = translated_posts(project, order.names, dry_run=dry_run, progress=progress)
        return _Run(project, order, site, posts, dry_run=dry_run).run()


class _Run:
    """One run.

    Args:
        project: with its configuration.
        order: what to publish.
        site: where to.
        posts: what is to be there.
        dry_run: change nothing.
    """

    def __init__(
        self,
        project: Project,
        order: PublishOrder,
        site: WordPressSite,
        posts: TranslatedPosts,
        *,
        dry_run: bool,
    ) -> None:
        record = record_of_site(posts.record, site.api.home)
        self._book = Book(project.root / RECORD_NAME, posts.record, record, dry_run=dry_run)
        self._force = order.force
        self._plugin = project.config.wordpress.plugin
        self._site = site
        self._posts = posts
        self._dry_run = dry_run
        self._terms = SiteTerms(site, dry_run=dry_run)
        user = site.user()
        self._languages = site.languages()
        self._codes = language_codes(self._languages)
        self._sender = Sender(
            site,
            user,
            self._terms,
            self._codes,
            status=order.status,
            new_status=project.config.wordpress.status,
        )
        self._failures: list[WorkError] = []
        self._sent: list[Letter] = []

    def run(self) -> PublishReport:
        done = tuple(self._all())
        remarks = site_remarks(
            self._site, self._languages, self._sent, self._terms.refused, self._plugin
        )
        return PublishReport(
            site=self._site.api.home,
            posts=done,
            waiting=dict(self._posts.held),
            made_terms=tuple(self._terms.made),
            warnings=tuple(remarks),
            failures=(*self._posts.failures, *self._failures),
        )

    def _all(self) -> Iterator[PublishedPost]:
        """Publish one article after the other, until the site answers no more."""
        try:
            for some in _in_groups(self._posts):
                states = self._states(some)
                for translated, original in some:
                    yield from self._one(translated, original, states)
        except SiteUnavailable as error:
            self._failures.append(error)

    def _one(
        self, translated: TranslatedPost, original: Original, states: Mapping[int, PostState]
    ) -> Iterator[PublishedPost]:
        """Publish an article; what goes wrong with it is told, and the next one goes on."""
        try:
            yield self._published(translated, original, states)
        except SiteUnavailable:
            raise
        except SiteError as error:
            self._failures.append(SiteError(f"{translated.id}: {error.cause}", hint=error.hint))

    def _states(self, some: Sequence[tuple[TranslatedPost, Original]]) -> dict[int, PostState]:
        """What those translations are now that the record knows."""
        states: dict[int, PostState] = {}
        for kind in _KINDS:
            known = [self._book.known(post) for post, own in some if own.type == kind]
            numbers = [post.post for post in known if post is not None]
            states |= self._site.states(kind, numbers)
        return states

    def _published(
        self, translated: TranslatedPost, original: Original, states: Mapping[int, PostState]
    ) -> PublishedPost:
        known = self._book.known(translated)
        state = states.get(known.post) if known else None
        if known is not None and state is not None and self._is_done(translated, known, state):
            self._book.remember(translated, replace(known, link=state.link, status=state.status))
            return _report(translated, Action.UNCHANGED, state)
        there = self._site.post(original.type, original.id)
        if there is None or not is_same_post(there, original):
            return _held(translated, _lost(original, self._site.api.home))
        letter = Letter(translated, original, there, self._parent(there, translated))
        finder = Finder(self._site, self._codes, self._book.others(translated))
        return self._answered(letter, finder.find(translated, original, there, known), finder)

    def _is_done(self, translated: TranslatedPost, known: KnownPost, state: PostState) -> bool:
        """Whether a translation is in WordPress as it is to be there."""
        is_asked = self._force or self._sender.may_raise(state.status)
        return not is_asked and known.digest == sent_digest(translated.target)

    def _answered(self, letter: Letter, found: Found, finder: Finder) -> PublishedPost:
        """Send a translation, unless what was found is to be left as it is."""
        translated = letter.translated
        if found.held is not None and not (self._force and found.post is not None):
            return _held(translated, found.held, found.post)
        self._sent.append(letter)
        action = Action.CREATED if found.post is None or found.is_begun else Action.UPDATED
        told = [*translated.warnings, *_told(letter, found)]
        if self._dry_run:
            self._sender.look_for_terms(letter)
            return _report(translated, action, found.post.state if found.post else None, told)
        stored = self._send(letter, found, finder)
        self._book.remember(translated, _known(stored, translated))
        told += self._sender.warnings(letter, stored)
        return _report(translated, action, stored.state, told)

    def _send(self, letter: Letter, found: Found, finder: Finder) -> SitePost:
        if found.post is None:
            return self._sender.create(letter, finder)
        if found.is_begun:
            return self._sender.complete(letter, found.post)
        return self._sender.update(letter, found.post)

    def _parent(self, there: SitePost, translated: TranslatedPost) -> int | None:
        """The translation of the page above the original."""
        above = there.data.get("parent")
        if not isinstance(above, int):
            return None
        return self._book.translation_of(above, translated.target_language)


def _in_groups(posts: TranslatedPosts) -> Iterator[list[tuple[TranslatedPost, Original]]]:
    own = ((post, post.original) for post in posts if post.original is not None)
    while some := list(islice(own, _AT_ONCE)):
        yield some


def _known(stored: SitePost, translated: TranslatedPost) -> KnownPost:
    return KnownPost(
        stored.id,
        stored.state.link,
        stored.state.status,
        digest=sent_digest(translated.target),
        seen=stored.digest,
    )


def _told(letter: Letter, found: Found) -> Iterable[str]:
    if found.warning:
        yield found.warning
    # XML, by which the original came, has one kind of line end.
    if _lines(letter.there.content) != _lines(letter.translated.source.body):
        yield "its original was changed in WordPress since it was imported; import it again"


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _lost(original: Original, home: str) -> str:
    return (
        f"post {original.id}, which it was imported from, is not at {home}; import the site again"
    )


def _report(
    translated: TranslatedPost,
    action: Action,
    state: PostState | None,
    warnings: Iterable[str] = (),
) -> PublishedPost:
    return PublishedPost(
        translated.id,
        translated.source_language,
        translated.target_language,
        action,
        post=state.id if state else None,
        link=state.link if state else None,
        status=state.status if state else None,
        warnings=tuple(warnings),
    )


def _held(translated: TranslatedPost, reason: str, post: SitePost | None = None) -> PublishedPost:
    return replace(_report(translated, Action.HELD, post.state if post else None), held=reason)
