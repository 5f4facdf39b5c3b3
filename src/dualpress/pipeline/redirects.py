"""Which addresses of a site lead elsewhere, and which are gone."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import NamedTuple

from dualpress.article import Language
from dualpress.config import CONFIG_NAME
from dualpress.pipeline.aliases import alias_address
from dualpress.pipeline.standing import Standing, spellings
from dualpress.pipeline.successors import Goal, RemovedPage, Successors, url_of_page
from dualpress.pipeline.url_record import Published, UrlRecord
from dualpress.pipeline.web_address import WebAddress, address_of
from dualpress.site.model import Site, SiteArticle
from dualpress.site.redirects import Redirect

__all__ = ["FoundRedirects", "Wishes", "find_redirects"]


@dataclass(frozen=True, slots=True)
class Wishes:
    """What people say of addresses at which there is no page.

    Args:
        aliases: what the front matter of articles names, by their ids.
        removed: where readers of removed articles are sent, by their ids.
    """

    aliases: Mapping[str, Sequence[str]]
    removed: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class FoundRedirects:
    """The list of redirects.

    Args:
        redirects: in the order of their names.
        warnings: what an editor should know, one sentence each.
    """

    redirects: tuple[Redirect, ...]
    warnings: tuple[str, ...]


class _Claim(NamedTuple):
    """What is said of an address.

    Args:
        address: that has no page any more.
        goal: where it leads.
        alias_of: the id of the article whose front matter says so, if one does.
    """

    address: WebAddress
    goal: Goal
    alias_of: str | None = None


def find_redirects(
    site: Site,
    record: UrlRecord,
    there: Collection[str],
    wishes: Wishes,
    files: Collection[PurePosixPath],
) -> FoundRedirects:
    """Find the addresses at which something was published that is elsewhere or gone.

    Each is told in all its spellings, and leads straight to its end. Where a
    page or file stands now, none leads away from it.

    Args:
        site: what is published.
        record: of all that ever was, and is.
        there: the ids of the articles whose posts are there, published or not.
        wishes: what front matter and settings say.
        files: of the output folder.

    Raises:
        ConfigError: the settings send readers in a circle.
    """
    return _Finder(site, record, there, wishes, files).find()


class _Finder:
    def __init__(
        self,
        site: Site,
        record: UrlRecord,
        there: Collection[str],
        wishes: Wishes,
        files: Collection[PurePosixPath],
    ) -> None:
        self._site = site
        self._record = record
        self._there = there
        self._wishes = wishes
        self._standing = Standing(site, files)
        self._claims: dict[tuple[str, str], _Claim] = {}
        self._warnings: dict[str, None] = {}

    def find(self) -> FoundRedirects:
        claims = [*self._moved(), *self._aliases(), *self._gone()]
        for claim in claims:
            self._take(claim)
        # An address that was published counts more than a spelling of another one.
        for claim in claims:
            for address in spellings(claim.address):
                if not self._standing.is_there(address):
                    spelt = claim._replace(address=address)
                    self._claims.setdefault(self._standing.key(address), spelt)
        successors = Successors(self._site, self._standing, self._wishes.removed, self._goal_of)
        found = [
            Redirect(self._standing.name(claim.address), successors.find(claim.goal))
            for claim in self._claims.values()
        ]
        warnings = (*self._warnings, *_told_in_vain(successors.vain), *self._unknown())
        return FoundRedirects(tuple(sorted(found, key=lambda redirect: redirect.source)), warnings)

    def _goal_of(self, address: WebAddress) -> Goal | None:
        claim = self._claims.get(self._standing.key(address))
        return claim.goal if claim else None

    def _take(self, claim: _Claim) -> None:
        """Note a claim, unless there is a page at the address, or an older claim."""
        if self._standing.is_there(claim.address):
            holder = self._standing.article(claim.address)
            if holder is None or holder.id != claim.alias_of:
                self._refuse(claim, "where a page stands")
            return
        known = self._claims.setdefault(self._standing.key(claim.address), claim)
        if known.goal != claim.goal:
            self._refuse(claim, "which leads elsewhere already")

    def _refuse(self, claim: _Claim, why: str) -> None:
        """Note that an alias is none; what the record says of others is no one's mistake."""
        if claim.alias_of is not None:
            name = self._standing.name(claim.address)
            self._warnings[
                f"{claim.alias_of}: its front matter names the alias {name}, {why}, so nobody is "
                "sent on from there. Take one of the two away"
            ] = None

    def _moved(self) -> Iterator[_Claim]:
        """The former addresses of pages that stand elsewhere now."""
        for article in self._site.articles:
            for language in article.versions:
                page = self._record.find(article.id, language)
                if page is not None:
                    yield from self._moved_page(article, language, page)

    def _moved_page(
        self, article: SiteArticle, language: Language, page: Published
    ) -> Iterator[_Claim]:
        path = self._site.bilingual_path(article) if page.views else None
        view = address_of(path, self._site.settings) if path else None
        views = [old for old in page.views if old != view]
        if page.before or views:
            url = url_of_page(self._site, article, language)
            yield from (_Claim(old, url) for old in page.before)
            yield from (_Claim(old, view.url if view else url) for old in views)

    def _aliases(self) -> Iterator[_Claim]:
        """What the front matter of originals says that they once were called."""
        for article in self._site.articles:
            aliases = self._wishes.aliases.get(article.id)
            if aliases and self._site.is_written(article, article.source_language):
                yield from self._aliases_of(article, aliases)

    def _aliases_of(self, article: SiteArticle, aliases: Sequence[str]) -> Iterator[_Claim]:
        settings = self._site.settings
        page = address_of(article.path(article.source_language), settings)
        url = url_of_page(self._site, article, article.source_language)
        for alias in aliases:
            with suppress(ValueError):  # told with the article's own warnings
                yield _Claim(alias_address(alias, page, settings), url, article.id)

    def _gone(self) -> Iterator[_Claim]:
        """The addresses of articles that were removed."""
        for name, pages in self._record.pages.items():
            for language, page in pages.items() if name not in self._there else ():
                for address in page.addresses:
                    yield _Claim(address, RemovedPage(name, language))

    def _unknown(self) -> Iterator[str]:
        """Which removed articles are named that never were there."""
        for name in self._wishes.removed:
            if name not in self._record.pages and name not in self._there:
                yield (
                    f"{CONFIG_NAME}: “urls.removed” names “{name}”, of which nothing was "
                    "published. Mend the name, or take it away"
                )


def _told_in_vain(vain: Mapping[str, str]) -> Iterator[str]:
    for name, told in sorted(vain.items()):
        yield (
            f"{CONFIG_NAME}: “urls.removed” sends the readers of “{name}” to “{told}”, where "
            "there is nothing either, so they are told that it is gone. Name an article that is "
            "there, or an address that begins with / or https://"
        )
