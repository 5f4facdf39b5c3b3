"""The pages of the lists that show a few articles, made from what is noted of the others there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dualpress.article import Language
from dualpress.pipeline.incremental import LastRun
from dualpress.site.indexes import ListPage, list_page
from dualpress.site.model import Site, SiteArticle, SiteSettings
from dualpress.site.told import Told

__all__ = ["relisted"]


def relisted(
    articles: Mapping[str, SiteArticle],
    before: Mapping[str, Told],
    now: Mapping[str, Told],
    last: LastRun,
    settings: SiteSettings,
) -> Iterator[ListPage]:
    """Make the pages of the lists that show other than they did.

    Args:
        articles: that may be shown in another way, each in its place among all, by their ids.
        before: what was told of them.
        now: what is told of them.
        last: what the last run noted; nothing but these is other than it was.
        settings: of the site.

    Raises:
        LookupError: it is not known any more what the lists show.
        ConfigError: the publisher's own template cannot be used.
    """
    changed = [
        (Language(code), name)
        for name in articles
        for code, digest in now[name].listed.items()
        if before[name].listed.get(code) != digest
    ]
    if changed:
        order = Site(settings, (), last.order)
        places = {(language, order.list_page_of(language, name)) for language, name in changed}
        yield from _made(order, sorted(places), articles, now, last)


def _made(
    order: Site,
    places: Sequence[tuple[Language, int]],
    articles: Mapping[str, SiteArticle],
    told: Mapping[str, Told],
    last: LastRun,
) -> Iterator[ListPage]:
    """Pages of lists of some articles that are given, and others as they are noted."""
    shown = {name for place in places for name in order.listed(*place)}
    notes = last.notes(shown - articles.keys())
    every = {**{name: note.article for name, note in notes.items()}, **articles}
    known = {name: one.listed for name, one in told.items()}
    known |= {name: note.told.listed for name, note in notes.items()}
    site = Site(order.settings, tuple(every.values()), order.order)
    yield from (list_page(site, *place, known) for place in places)
