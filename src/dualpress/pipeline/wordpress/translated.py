"""Articles as they go to WordPress: what a build would publish, as posts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Self

from dualpress.article import Language
from dualpress.config import Project
from dualpress.errors import DualpressError, WorkError
from dualpress.memory import Memory
from dualpress.pipeline.desk import Desk, Work
from dualpress.pipeline.edition import Edition, plan_edition
from dualpress.pipeline.find import choose_posts
from dualpress.pipeline.judge import Judge
from dualpress.pipeline.memory import open_memory
from dualpress.pipeline.publish import has_final_title, source_version, target_version
from dualpress.pipeline.wording import REFUSED, reason_to_wait
from dualpress.pipeline.wordpress.translated_terms import TermNames
from dualpress.pipeline.wordpress.translated_text import post_text, told_apart
from dualpress.progress import NoProgress, Progress
from dualpress.site.slugs import given_slug, slug_of_title
from dualpress.site.wordpress.blocks import block_patches
from dualpress.site.wordpress.fragment import original_of
from dualpress.site.wordpress.internal_links import InternalLinks
from dualpress.site.wordpress.post import Original, PostText, Term
from dualpress.site.wordpress.record import RECORD_NAME, WordPressRecord, read_record

__all__ = ["TranslatedPost", "TranslatedPosts", "addresses_in", "translated_posts"]


@dataclass(frozen=True)
class TranslatedPost:
    """An article whose translation is to be published, as posts of WordPress.

    Args:
        edition: what becomes of the article.
        original: what WordPress knows of it; ``None`` where it did not come from there.
        source: what the original says.
        target: what the translation says.
        partners: what each category and tag of the translation translates.
        warnings: what an editor should know, one sentence each.
    """

    edition: Edition
    original: Original | None
    source: PostText
    target: PostText
    partners: Mapping[Term, Term]
    warnings: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Of the article."""
        return self.edition.work.post.id

    @property
    def source_language(self) -> Language:
        """The language that it was written in."""
        return self.edition.work.post.source

    @property
    def target_language(self) -> Language:
        """The language of the translation."""
        return self.edition.work.post.target


def translated_posts(
    project: Project,
    names: Sequence[str] = (),
    *,
    from_wordpress: bool = True,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> TranslatedPosts:
    """The articles of a project whose translations a build would publish, as posts.

    Args:
        project: with its configuration.
        names: ids of articles, or paths of their posts; none means all.
        from_wordpress: leave out articles that did not come from WordPress.
        dry_run: write nothing, not even what is only a cache.
        progress: is told how far the run is.

    Returns:
        What gives them one after the other, in the order of their ids, once.

    Raises:
        SetupError: the configuration or a glossary is wrong, the record of
            WordPress cannot be read, or there is no such article.
    """
    return TranslatedPosts(
        project,
        choose_posts(project, names).chosen,
        from_wordpress=from_wordpress,
        dry_run=dry_run,
        progress=progress or NoProgress(),
    )


class TranslatedPosts(Iterable[TranslatedPost]):
    """Reads articles one after the other; what cannot be published is told.

    Args:
        project: with its configuration.
        posts: of the articles, by their ids.
        from_wordpress: leave out articles that did not come from WordPress.
        dry_run: write nothing.
        progress: is told of each article.

    Attributes:
        record: what WordPress has already.
        held: why articles wait, by their ids; complete when all were read.
    """

    def __init__(
        self,
        project: Project,
        posts: Mapping[str, Path],
        *,
        from_wordpress: bool,
        dry_run: bool,
        progress: Progress,
    ) -> None:
        self._project = project
        self._posts = posts
        self._from_wordpress = from_wordpress
        self._dry_run = dry_run
        self._progress = progress
        self._desk = Desk(project)
        self._judge = Judge(project)
        self._failures: list[DualpressError] = []
        self.record = read_record(project.root / RECORD_NAME)
        self.held: dict[str, str] = {}

    @property
    def failures(self) -> tuple[DualpressError, ...]:
        """What went wrong so far; all else was done."""
        return (*self._desk.failures, *self._failures)

    def __iter__(self) -> Iterator[TranslatedPost]:
        self._progress.start("Reading articles", len(self._posts))
        with _Memory(self._project, dry_run=self._dry_run) as memory:
            makers = {
                language: _Maker(self._project, language, self.record, memory.opened)
                for language in Language
            }
            for work in self._desk.open(self._posts):
                self._progress.advance(label=work.post.id)
                try:
                    yield from self._post(work, makers[work.post.target])
                except WorkError as error:
                    error.path = error.path or work.post.path
                    self._desk.fail(work.post.id, work.post.path, error)
            self._failures += memory.failures
        self._progress.finish()

    def _post(self, work: Work, maker: _Maker) -> Iterator[TranslatedPost]:
        """The post of an article; none, and the reason is told, where it waits.

        Raises:
            ReadError: what it says of its original is damaged, or its text is.
        """
        original = original_of(work.post.article.metadata)
        if original is None and self._from_wordpress:
            return
        # Nothing is put into a body, so that the same words give the same bytes.
        edition = plan_edition(work, self._judge, mark_source=False)
        if edition.is_published:
            yield maker.make(edition, original)
            return
        self.held[work.post.id] = REFUSED if edition.refusal else reason_to_wait(edition.counts)
        if edition.refusal is not None:
            self._failures.append(edition.refusal)


class _Memory:
    """The project's memory, opened when it is first asked for.

    Args:
        project: whose it is.
        dry_run: write nothing.

    Attributes:
        failures: what could not be learned.
    """

    def __init__(self, project: Project, *, dry_run: bool) -> None:
        self._project = project
        self._dry_run = dry_run
        self._memory: Memory | None = None
        self.failures: tuple[DualpressError, ...] = ()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._memory is not None:
            self._memory.close()

    def opened(self) -> Memory:
        """The memory."""
        if self._memory is None:
            remembered = open_memory(self._project, dry_run=self._dry_run)
            self._memory, self.failures = remembered.memory, remembered.failures
        return self._memory


class _Maker:
    """Makes posts in one language.

    Args:
        project: how whole pages are cut down to their articles.
        language: of the posts.
        record: what WordPress has.
        memory: opens it.
    """

    def __init__(
        self,
        project: Project,
        language: Language,
        record: WordPressRecord,
        memory: Callable[[], Memory],
    ) -> None:
        self._selectors = project.config.html.content
        self._terms = TermNames(language, record, memory)
        self._links = InternalLinks(addresses_in(record, language), record.site)

    def make(self, edition: Edition, original: Original | None) -> TranslatedPost:
        """The post of an article that is published."""
        article = edition.work.post.article
        changes = list(edition.patches or ())
        if original is not None:
            changes += self._links.patches(article)
        changes += block_patches(article, edition.translations, tuple(changes))
        source = post_text(article, (), self._selectors, source_version(edition))
        target = post_text(article, changes, self._selectors, target_version(edition))
        glossary = edition.work.glossary
        categories = self._terms.translated(source.categories, glossary)
        tags = self._terms.translated(source.tags, glossary)
        slug = _slug(edition, source, target.title)
        return TranslatedPost(
            edition=edition,
            original=original,
            source=source,
            target=replace(target, slug=slug, categories=categories.terms, tags=tags.terms),
            partners={**categories.partners, **tags.partners},
            warnings=(*categories.warnings, *tags.warnings, *_state_warnings(edition)),
        )


def _state_warnings(edition: Edition) -> Iterator[str]:
    """What a page made here would tell its readers in a notice."""
    if edition.state.draft_notice:
        yield "no human has confirmed all of its translation"
    if edition.state.stale_notice:
        yield "its original was edited after the translation was approved"


def _slug(edition: Edition, source: PostText, title: str) -> str | None:
    """The author's own for the language, else one made of a title that a human stands behind."""
    article, language = edition.work.post.article, edition.work.post.target
    slugs = article.metadata.get("slugs")
    own = slugs.get(language.value) if isinstance(slugs, Mapping) else None
    if isinstance(own, str) and given_slug(own):
        return given_slug(own)
    made = slug_of_title(title, language) if has_final_title(edition) else ""
    return told_apart(made or source.slug or "", source.slug, language)


def addresses_in(record: WordPressRecord, language: Language) -> dict[str, str]:
    """The addresses of originals whose translation readers can open, and those of translations.

    Args:
        record: of a project.
        language: of the translations.
    """
    found = {}
    for article in record.articles.values():
        translation = article.translations.get(language)
        if article.original and translation and translation.status == "publish":
            found[article.original.link] = translation.link
    return {original: here for original, here in found.items() if original and here}
