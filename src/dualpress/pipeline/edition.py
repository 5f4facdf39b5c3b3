"""What becomes of one article: whether it is published, and what its page shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dualpress.article import Language, Publish, SegmentKey, Status, plain_text
from dualpress.catalog import Catalog, Entry, count_statuses
from dualpress.engines.placement import Evidence, place_tags
from dualpress.errors import TranslationRefused
from dualpress.html.patches import Patch
from dualpress.html.write import proven_patches
from dualpress.pipeline.desk import Work, relined
from dualpress.pipeline.judge import Judge
from dualpress.pipeline.posts import Post
from dualpress.site.language_tags import mark_foreign
from dualpress.spool import Kept, Spool
from dualpress.states import ArticleState, SegmentState, Shown, article_state, shown
from dualpress.translation import misfit

__all__ = ["Edition", "PageText", "plan_edition", "put_away"]

_SIZE_OF_ARTICLE, _TIMES_ITS_POST = 20_000, 40
"""About how many bytes a parsed article takes, and how many more for each of its file."""


@dataclass(frozen=True)
class Edition:
    """What is to become of one article.

    Args:
        work: the post and its catalog.
        publish: which articles are published.
        segments: what the table of states asks of each segment.
        patches: the text of its translated page; ``None`` if there is to be none.
        refusal: why there is none though all is approved.
    """

    work: Work
    publish: Publish
    segments: Mapping[SegmentKey, SegmentState]
    patches: Sequence[Patch] | None = None
    refusal: TranslationRefused | None = None

    @property
    def is_published(self) -> bool:
        """Whether this run makes a page in the other language."""
        return self.patches is not None

    @cached_property
    def state(self) -> ArticleState:
        """Whether it waits, and what its page says of itself."""
        return article_state(self.segments.values(), self.publish)

    @cached_property
    def translations(self) -> dict[SegmentKey, str]:
        """What the translated page shows in the place of its segments, where that is no source."""
        return {
            entry.key: _as_shown(entry, self.work.catalog)
            for entry in self.work.catalog.entries
            if self.shown(entry.key) in (Shown.DRAFT, Shown.REVIEWED, Shown.STALE)
        }

    @property
    def joined(self) -> frozenset[SegmentKey]:
        """The segments whose text stands in the sentence above."""
        return frozenset(key for key in self.segments if self.shown(key) is Shown.NOTHING)

    def shown(self, key: SegmentKey) -> Shown:
        """What the page shows of a segment."""
        return shown(self.segments[key], self.publish)

    @cached_property
    def counts(self) -> dict[Status, int]:
        """How many distinct segments are in which state."""
        return count_statuses(self.work.catalog.entries)


@dataclass(frozen=True, slots=True)
class PageText:
    """What the pages of an article show of it.

    Args:
        post: as it was read.
        patches: the text of its translated page; ``None`` if this run makes none.
        translations: what that shows in the place of its segments.
        joined: the segments whose text stands in the sentence above.
    """

    post: Post
    patches: Sequence[Patch] | None
    translations: Mapping[SegmentKey, str]
    joined: frozenset[SegmentKey]

    def patches_of(self, language: Language) -> Sequence[Patch]:
        """What turns its post into its page in a language."""
        return (self.patches or ()) if language is self.post.target else ()


def plan_edition(work: Work, judge: Judge, *, mark_source: bool) -> Edition:
    """Decide by the table of states what becomes of an article.

    Args:
        work: the post and its catalog.
        judge: of its translations.
        mark_source: whether a sentence that is shown in the source's language says so.
    """
    segments = {entry.key: judge.state(entry, work) for entry in work.catalog.entries}
    edition = Edition(work, judge.publish, segments)
    if edition.state.held:
        return edition
    try:
        patches = list(_patches(edition, mark_source=mark_source))
    except TranslationRefused as error:
        return Edition(work, judge.publish, segments, refusal=_located(error, work))
    return Edition(work, judge.publish, segments, patches)


def put_away(edition: Edition, spool: Spool) -> Kept[PageText]:
    """Put away what the pages of an edition show, until they are made.

    Raises:
        WriteError: the disk is full.
    """
    post = edition.work.post
    text = PageText(post, edition.patches, edition.translations, edition.joined)
    return spool.put(text, _SIZE_OF_ARTICLE + _TIMES_ITS_POST * len(post.article.source.data))


def _patches(edition: Edition, *, mark_source: bool) -> Iterator[Patch]:
    """The patches that turn a source page's text into its translation's.

    Raises:
        TranslationRefused: a translation would change more than text.
    """
    article = edition.work.post.article
    yield from proven_patches(article, edition.translations, edition.joined)
    for segment in article.segments if mark_source else ():
        if edition.shown(segment.key) is Shown.SOURCE:
            yield from filter(None, [mark_foreign(segment, edition.work.post.source)])


def _as_shown(entry: Entry, catalog: Catalog) -> str:
    """A translation as its page shows it.

    What was approved for an earlier wording may lack a tag that the sentence
    has now; its words stay as they are, and the tags are put among them.
    """
    if entry.status is Status.STALE and misfit(entry.source, entry.target):
        evidence = Evidence(catalog.source_language, catalog.target_language)
        return place_tags(entry.source, plain_text(entry.target), evidence).target
    return entry.target


def _located(error: TranslationRefused, work: Work) -> TranslationRefused:
    """The same error with the place where a reviewer mends it."""
    entries = relined(work.catalog, work.po).entries
    return TranslationRefused(
        error.cause,
        path=work.po,
        line=next((entry.line for entry in entries if entry.key == error.key), None),
        hint="Mend the entry, or mark it as needing work",
        key=error.key,
    )
