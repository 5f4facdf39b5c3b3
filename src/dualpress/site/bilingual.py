"""The side-by-side view: an article and its translation in two columns, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dualpress.article import Language, other
from dualpress.site.column import Column
from dualpress.site.links import Place
from dualpress.site.model import Decorations, PageContext, SiteArticle
from dualpress.site.pages import BuiltPage, decorate
from dualpress.site.passages import Passage, Row, find_rows
from dualpress.site.references import Posts
from dualpress.site.render import BilingualView, render_bilingual
from dualpress.site.shown_text import ShownText

__all__ = ["build_bilingual", "lay_out_bilingual"]


def build_bilingual(
    text: ShownText, entry: SiteArticle, context: PageContext, posts: Posts
) -> BuiltPage:
    """Make the view of an article.

    Search engines are asked to leave it out: all of it stands on the article's
    own pages.

    Args:
        text: what these show.
        entry: the article among those of the site.
        context: of the view among the pages of the site.
        posts: what relative references can lead to.

    Raises:
        ConfigError: the publisher's own template cannot be used.
    """
    source, target = (
        Column(text, Place(posts, entry, replace(context, language=language)))
        for language in _languages(entry)
    )
    rows = find_rows(text, source, target)
    media = frozenset(source.tags.media | target.tags.media)
    return BuiltPage(context.path, lay_out_bilingual(entry, context, rows), media)


def lay_out_bilingual(entry: SiteArticle, context: PageContext, rows: Iterable[Row]) -> bytes:
    """Put the rows of the view into its page.

    Raises:
        ConfigError: the publisher's own template cannot be used.
    """
    rows = tuple(rows)
    languages = _languages(entry)
    view = BilingualView(
        languages=languages,
        titles={language: _title(entry, language) for language in languages},
        rows=rows,
        has_heading=any(isinstance(row, Passage) and row.level == 1 for row in rows),
        site_name=context.settings.names.get(entry.source_language, ""),
    )
    markup = render_bilingual(view, context.settings.reading.bilingual_template)
    return decorate(markup, _with_few_decorations(context))


def _languages(entry: SiteArticle) -> tuple[Language, Language]:
    return entry.source_language, other(entry.source_language)


def _title(entry: SiteArticle, language: Language) -> str:
    return entry.versions[language].title or entry.id


def _with_few_decorations(context: PageContext) -> PageContext:
    """The view's context with what its own head has not: its address and language it has."""
    wanted = context.settings.decorations
    few = replace(
        Decorations.none(),
        switcher=wanted.switcher,
        robots=True,
        stylesheet=wanted.stylesheet,
        script=wanted.script,
    )
    return replace(context, settings=replace(context.settings, decorations=few))
