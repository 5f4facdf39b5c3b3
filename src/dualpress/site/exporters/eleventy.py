"""Eleventy: HTML templates by language, paired by ``translationKey``.

https://www.11ty.dev/docs/i18n/, https://www.11ty.dev/docs/permalinks/
"""

from __future__ import annotations

from pathlib import PurePosixPath

from dualpress.article import Language
from dualpress.site.exporters.base import ExportedPage, Exporter
from dualpress.site.exporters.template_marks import shown_by_liquid
from dualpress.site.exporters.values import ADDRESSES, former_addresses, page_values

__all__ = ["Eleventy"]


class Eleventy(Exporter):
    """``articles/hi/teesta.html``."""

    name = "eleventy"
    articles = PurePosixPath("articles")
    root = PurePosixPath()

    def file(self, article_id: str, language: Language) -> PurePosixPath:
        """Where an article's content file stands."""
        return self.folder / language.value / f"{article_id}.html"

    def render(self, page: ExportedPage) -> str:
        """The content file of a page.

        Only a post with marks of its own goes through a template engine
        (https://www.11ty.dev/docs/languages/#overriding-the-template-language),
        and then through Eleventy's own choice for HTML, which is Liquid.
        """
        values = page_values(page) | {
            "translationKey": page.key,
            "permalink": page.address,
            **former_addresses(page, "aliases"),
        }
        body = page.body
        if page.runs_marks:
            body = shown_by_liquid(body, runs_marks=True)
            values["templateEngineOverride"] = "liquid"
        else:
            values["templateEngineOverride"] = False
        dropped = ADDRESSES if page.is_translation else ()
        return page.front_matter.write(values, dropped, as_yaml=True) + body
