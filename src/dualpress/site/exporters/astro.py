"""Astro: entries of a content collection, paired by ``translationKey``.

https://docs.astro.build/en/guides/content-collections/,
https://docs.astro.build/en/guides/internationalization/
"""

from __future__ import annotations

from pathlib import PurePosixPath

from dualpress.article import Language
from dualpress.site.exporters.base import ExportedPage, Exporter
from dualpress.site.exporters.markdown import as_html_block
from dualpress.site.exporters.values import ADDRESSES, former_addresses, page_values

__all__ = ["Astro"]


class Astro(Exporter):
    """``src/content/articles/hi/teesta.md``, whose body is HTML.

    Astro takes a ``slug`` for the entry's id, and two entries of one id for
    one; so it is the page's whole path, which a route can take as it is.
    """

    name = "astro"
    articles = PurePosixPath("src/content/articles")
    root = PurePosixPath("public")

    def file(self, article_id: str, language: Language) -> PurePosixPath:
        """Where an article's content file stands."""
        return self.folder / language.value / f"{article_id}.md"

    def render(self, page: ExportedPage) -> str:
        """The content file of a page."""
        values = page_values(page) | {
            "translationKey": page.key,
            "slug": page.address.strip("/"),
            **former_addresses(page, "aliases"),
        }
        dropped = ADDRESSES if page.is_translation else ()
        text = page.front_matter.write(values, dropped, as_yaml=True)
        return text + as_html_block(page.body)
