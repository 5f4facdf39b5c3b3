"""The side-by-side view: an article and its translation in two columns, paragraph by paragraph."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dualpress.article import Language, other
from dualpress.site.model import Decorations, PageContext, SiteArticle
from dualpress.site.pages import BuiltPage, decorate
from dualpress.site.passages import Passage
from dualpress.site.render import BilingualView, render_bilingual

__all__ = ["build_bilingual"]


def build_bilingual(
    entry: SiteArticle, context: PageContext, passages: Iterable[Passage]
) -> BuiltPage:
    """Make the view of an article.

    Search engines are asked to leave it out: all of it stands on the article's
    own pages.

    Args:
        entry: the article among those of the site.
        context: of the view among the pages of the site.
        passages: of the article.

    Raises:
        ConfigError: the publisher's own template cannot be used.
    """
    rows = tuple(passages)
    languages = (entry.source_language, other(entry.source_language))
    view = BilingualView(
        languages=languages,
        titles={language: _title(entry, language) for language in languages},
        passages=rows,
        has_heading=any(row.level == 1 for row in rows),
        site_name=context.settings.names.get(entry.source_language, ""),
    )
    markup = render_bilingual(view, context.settings.reading.bilingual_template)
    return BuiltPage(context.path, decorate(markup, _with_few_decorations(context)))


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
