"""Jekyll: a collection of articles, paired by ``page_id``.

https://jekyllrb.com/docs/collections/, https://jekyllrb.com/docs/permalinks/
"""

from __future__ import annotations

from pathlib import PurePosixPath

from dualpress.article import Language
from dualpress.site.exporters.base import ExportedPage, Exporter
from dualpress.site.exporters.template_marks import shown_by_liquid
from dualpress.site.exporters.values import ADDRESSES, page_values

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

    def render(self, page: ExportedPage) -> str:
        """The content file of a page."""
        values = page_values(page) | {"page_id": page.key, "permalink": page.address}
        dropped = ADDRESSES if page.is_translation else ()
        body = shown_by_liquid(page.body, runs_marks=page.runs_marks)
        return page.front_matter.write(values, dropped, as_yaml=True) + body
