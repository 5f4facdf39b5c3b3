"""Jekyll: a collection of articles, paired by ``page_id``.

https://jekyllrb.com/docs/collections/, https://jekyllrb.com/docs/permalinks/,
https://github.com/jekyll/jekyll-redirect-from
"""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Any

from dualpress.article import Language
from dualpress.site.exporters.base import ExportedPage, Exporter
from dualpress.site.exporters.template_marks import shown_by_liquid
from dualpress.site.exporters.values import ADDRESSES, former_addresses, page_values

__all__ = ["Jekyll"]


class Jekyll(Exporter):
    """``_articles/hi/teesta.html``."""

    name = "jekyll"
    articles = PurePosixPath("_articles")
    root = PurePosixPath()
    key = "page_id"

    def file(self, article_id: str, language: Language) -> PurePosixPath:
        """Where an article's content file stands."""
        return self.folder / language.value / f"{article_id}.html"

    def addresses(self, page: ExportedPage) -> dict[str, Any]:
        """The keys that say at which addresses a page is found."""
        return {"permalink": page.address, **former_addresses(page, "redirect_from")}

    def render(self, page: ExportedPage) -> str:
        """The content file of a page."""
        values = page_values(page) | {"page_id": page.key} | self.addresses(page)
        dropped = ADDRESSES if page.is_translation else ()
        body = shown_by_liquid(page.body, runs_marks=page.runs_marks)
        return page.front_matter.write(values, dropped, as_yaml=True) + body
