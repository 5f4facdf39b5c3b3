"""The articles of a site: in which languages, made anew or kept, and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from dualpress.article import Language, other
from dualpress.config import Project
from dualpress.pipeline.addresses import Addresses
from dualpress.pipeline.former import Former, FormerPage
from dualpress.pipeline.incremental import Note
from dualpress.pipeline.publish.plan import Opened
from dualpress.pipeline.publish.profile import Profile
from dualpress.pipeline.publish.versions import relative_post
from dualpress.pipeline.url_record import Pages
from dualpress.site.by_language import by_language
from dualpress.site.model import SiteArticle, SiteSettings

__all__ = ["Issue", "Issuer"]


@dataclass(frozen=True, slots=True)
class Issue:
    """An article of the site, with the pages that are made anew and those that are kept.

    Args:
        article: among those of the site.
        post: its file.
        opened: what becomes of it; ``None`` where it was not opened.
        kept: the pages that stay as they are.
        places: what is to be recorded of the places of the others.
        aliases: the addresses that its front matter says that it once had.
        note: what was noted of it, where it has not changed.
    """

    article: SiteArticle
    post: Path
    opened: Opened | None = None
    kept: Mapping[Language, FormerPage] = field(default_factory=dict)
    places: Pages = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    note: Note | None = None


class Issuer:
    """Decides in which languages articles are published, and where.

    Args:
        project: whose articles they are.
        settings: of the site.
        former: what the output folder held before.
        addresses: gives pages their places.
    """

    def __init__(
        self, project: Project, settings: SiteSettings, former: Former, addresses: Addresses
    ) -> None:
        self._project = project
        self._settings = settings
        self._former = former
        self._addresses = addresses

    def of_opened(self, opened: Opened) -> Issue:
        """An article that was opened, in the places that its pages ask for."""
        profile = opened.profile
        kept = by_language({} if profile.is_published else self._kept_translation(profile))
        former = {language: page.version for language, page in kept.items()}
        article = SiteArticle(
            id=profile.id,
            post=relative_post(profile.post, self._project),
            source_language=profile.source,
            versions={**profile.versions, **former} if former else profile.versions,
            date=profile.date,
            has_bilingual=self._settings.reading.has_bilingual
            and (profile.is_published or _has_bilingual(kept)),
        )
        placed = self._addresses.place(
            self._where_it_was(article, kept),
            profile.places,
            has_final_title=profile.has_final_title,
        )
        return Issue(placed.article, profile.post, opened, kept, placed.pages, profile.aliases)

    def of_former(self, name: str, path: Path) -> Iterator[Issue]:
        """An article whose pages stay as they are, if it has some."""
        former = self._former.article(name)
        kept = self._former.pages(name)
        if former and kept:
            article = SiteArticle(
                id=name,
                post=relative_post(path, self._project),
                source_language=former.source_language,
                versions={language: page.version for language, page in kept.items()},
                date=former.date,
                has_bilingual=self._settings.reading.has_bilingual and _has_bilingual(kept),
            )
            yield Issue(self._where_it_was(article, kept), path, kept=kept)

    def with_former_translation(self, issue: Issue, article: SiteArticle) -> Issue:
        """An article of which something is refused, with the translated page that it had.

        Args:
            issue: that was refused in part.
            article: what is left of it.
        """
        opened = issue.opened
        is_new = opened is not None and not issue.kept
        kept = self._kept_translation(opened.profile) if opened and is_new else {}
        former = self._where_it_was(article, kept)
        versions = {language: page.version for language, page in kept.items()}
        left = replace(
            article,
            versions={**article.versions, **versions},
            paths={**article.paths, **former.paths},
            urls={**article.urls, **former.urls},
            has_bilingual=self._settings.reading.has_bilingual and _has_bilingual(kept),
        )
        places = {lang: place for lang, place in issue.places.items() if lang in article.versions}
        still = {lang: page for lang, page in issue.kept.items() if lang in article.versions}
        return Issue(left, issue.post, opened, kept or still, places, issue.aliases)

    def _where_it_was(
        self, article: SiteArticle, kept: Mapping[Language, FormerPage]
    ) -> SiteArticle:
        """An article with the places of the pages that stay as they are."""
        bases = self._former.base_url, self._settings.base_url
        urls = {language: _url_now(page, *bases) for language, page in kept.items()}
        target = other(article.source_language)
        if target in kept and urls[target] == self._settings.url_of(kept[target].path):
            del urls[target]  # as of a page that is made anew, which so is found as this one was
        return replace(
            article,
            paths={language: page.path for language, page in kept.items()},
            urls={language: url for language, url in urls.items() if url},
        )

    def _kept_translation(self, profile: Profile) -> dict[Language, FormerPage]:
        """The translated page of an article that waits again, or whose translation was refused."""
        former = self._former.article(profile.id)
        is_same = former is not None and former.source_language is profile.source
        return self._former.pages(profile.id, [profile.target]) if is_same else {}


def _has_bilingual(kept: Mapping[Language, FormerPage]) -> bool:
    return any(page.bilingual is not None for page in kept.values())


def _url_now(page: FormerPage, before: str | None, now: str | None) -> str | None:
    """The address of a page that stays where it is, on a site that may have moved."""
    if not page.url or not now:
        return None
    if before and page.url.startswith(before):
        return now + page.url.removeprefix(before)
    return page.url if page.url.startswith(now) else None
