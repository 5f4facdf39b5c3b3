"""Where the pages are now that the output folder had."""

from __future__ import annotations

from pathlib import PurePosixPath

from dualpress.pipeline.former import Former
from dualpress.site.model import PageContext
from dualpress.site.references import Posts
from dualpress.site.urls import media_path

__all__ = ["Moves"]

_MEDIA = f"{media_path(PurePosixPath())}/"


class Moves:
    """Tells where a link of a page that is kept is to lead now.

    Args:
        former: what the output folder held before.
        context: of the page.
        posts: the articles of the site, as references see them.
    """

    def __init__(self, former: Former, context: PageContext, posts: Posts) -> None:
        self._former = former
        self._context = context
        self._posts = posts

    def find(self, place: str) -> str | None:
        """Where a page or picture is now.

        Args:
            place: its path in the output folder, or its address, as it was.

        Returns:
            The same of where it is; ``None`` where that is no news.
        """
        is_page = place in self._former.places
        now = self._page(place) if is_page else self._picture(place)
        return now if now != place else None

    def _page(self, place: str) -> str | None:
        """The same version of the article or, if there is none any more, its original."""
        name, language = self._former.places[place]
        article = self._posts.article_of(name)
        wanted = (language, article.source_language) if article else ()
        found = next((lang for lang in wanted if article and lang in article.versions), None)
        if article is None or found is None:
            return None
        path = article.path(found)
        return self._context.url_of(path) if "://" in place else path.as_posix()

    def _picture(self, place: str) -> str | None:
        """Pictures move with the site alone."""
        before, now = self._former.base_url, self._context.settings.base_url
        if before and now and place.startswith(f"{before}{_MEDIA}"):
            return now + place.removeprefix(before)
        return None
