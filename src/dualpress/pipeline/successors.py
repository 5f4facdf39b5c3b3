"""Where the readers of removed articles are sent: ``[urls.removed]`` of the settings."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeAlias
from urllib.parse import quote, unquote

from dualpress.article import Language
from dualpress.config import CONFIG_NAME
from dualpress.errors import ConfigError
from dualpress.pipeline.standing import Standing
from dualpress.pipeline.web_address import WebAddress
from dualpress.site.given_path import given_path
from dualpress.site.model import Site, SiteArticle
from dualpress.site.own_address import split_url
from dualpress.site.urls import encode_path, url_path

__all__ = ["Goal", "RemovedPage", "Successors", "url_of_page"]


class RemovedPage(NamedTuple):
    """A page that was removed with its article."""

    article: str
    language: Language


Goal: TypeAlias = str | RemovedPage
"""Where an address leads: to a page that is there, or where those of a removed one are sent."""


class Successors:
    """Finds where the readers of removed articles end up.

    Args:
        site: what is published.
        standing: what stands where.
        told: what the settings say, by the ids of the removed articles.
        goal_of: tells where an address leads at which there is no page any
            more; ``None`` for every other one.
    """

    def __init__(
        self,
        site: Site,
        standing: Standing,
        told: Mapping[str, str],
        goal_of: Callable[[WebAddress], Goal | None],
    ) -> None:
        self._site = site
        self._standing = standing
        self._told = told
        self._goal_of = goal_of
        self._articles = {article.id: article for article in site.articles}
        self.vain: dict[str, str] = {}
        """What the settings say in vain: where they send readers, there is nothing either."""

    def find(self, goal: Goal, way: Sequence[str] = ()) -> str | None:
        """The address at which readers end up; ``None`` where all is gone.

        Args:
            goal: where they are first sent.
            way: the removed articles that sent them there.

        Raises:
            ConfigError: the settings send them in a circle.
        """
        if isinstance(goal, str):
            return goal
        if goal.article in way:
            raise _circle([*way[way.index(goal.article) :], goal.article])
        told = self._told.get(goal.article)
        if told is None:
            return None
        is_address = told.startswith("/") or split_url(told)[0] in ("http", "https")
        follow = self._at_address if is_address else self._at_article
        found = follow(told, goal.language, [*way, goal.article])
        if found is None:
            self.vain[goal.article] = told
        return found

    def _at_article(self, told: str, language: Language, way: Sequence[str]) -> str | None:
        name = told.rstrip("/")
        article = self._articles.get(name)
        if article is not None:
            return url_of_page(self._site, article, language)
        return self.find(RemovedPage(name, language), way)

    def _at_address(self, told: str, language: Language, way: Sequence[str]) -> str | None:
        if not told.startswith("/"):
            return self._at(_server_address(told), quote(told, safe=_IN_URL), way)
        address = WebAddress(self._site.settings.base_url, given_path(told))
        article = self._standing.article(address)
        if article is not None:
            return url_of_page(self._site, article, language)
        return self._at(address, address.url, way)

    def _at(self, address: WebAddress, url: str, way: Sequence[str]) -> str | None:
        goal = None if self._standing.is_there(address) else self._goal_of(address)
        # What dualpress never published may be a page of the site's own.
        return url if goal is None else self.find(goal, way)


_IN_URL = "%/:?#[]@!$&'()*+,;=~"
"""What stays as it is in a whole address (RFC 3986, 2.2)."""


def url_of_page(site: Site, article: SiteArticle, language: Language) -> str:
    """The address of an article's page: in a language, if there is one in it, else in the other."""
    language = language if language in article.versions else next(iter(article.versions))
    path = article.path(language)
    return site.page(article, language).url or f"/{encode_path(url_path(path))}"


def _server_address(url: str) -> WebAddress:
    scheme, host, path, _ = split_url(url)
    return WebAddress(f"{scheme}://{host}/", unquote(path).removeprefix("/"))


def _circle(way: Sequence[str]) -> ConfigError:
    return ConfigError(
        f"“urls.removed” sends readers in a circle: {' → '.join(way)}",
        path=CONFIG_NAME,
        hint="Name an article that is there, or another address",
    )
