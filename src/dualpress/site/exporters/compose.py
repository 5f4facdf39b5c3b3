"""One version of an article as an exporter gets it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from dualpress.article import Article
from dualpress.glossary import Glossary
from dualpress.html.encoding import decode_like
from dualpress.html.patches import Patch, apply_patches
from dualpress.html.read import page_of
from dualpress.site.dates import published_at
from dualpress.site.edits import Edits
from dualpress.site.exporters.base import ExportedPage
from dualpress.site.exporters.content import only_content
from dualpress.site.exporters.front_matter import FrontMatter, split_front_matter
from dualpress.site.exporters.head import front_matter_of
from dualpress.site.exporters.links import address_of, with_folder_links
from dualpress.site.exporters.tags import translated_tags
from dualpress.site.exporters.values import PAIRING_KEYS
from dualpress.site.links import Place
from dualpress.site.model import PageContext, SiteArticle
from dualpress.site.pages import decorate_content
from dualpress.site.references import Posts

__all__ = ["Composed", "Composer", "pairing_key"]


@dataclass(frozen=True, slots=True)
class Composed:
    """A page for an exporter, and what goes with it.

    Args:
        page: itself.
        media: the files of the posts folder that it needs.
        warnings: what an editor should know, one sentence each, with the line.
    """

    page: ExportedPage
    media: frozenset[PurePosixPath]
    warnings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Composer:
    """Makes pages for an exporter.

    Args:
        posts: what relative references can lead to.
        places: where the pages of the site stand in what the generator builds.
        selectors: of what is article on a whole page.
        runs_marks: whether template marks of posts with front matter are for
            the generator.
    """

    posts: Posts
    places: frozenset[PurePosixPath]
    selectors: Sequence[str] = ()
    runs_marks: bool = field(default=True, kw_only=True)

    def page(
        self,
        article: Article,
        text: Iterable[Patch],
        entry: SiteArticle,
        context: PageContext,
        former: Iterable[PurePosixPath] = (),
        glossary: Glossary | None = None,
    ) -> Composed:
        """Make an article's page in one language.

        Args:
            article: as it was read.
            text: the patches that put its translation in the place of its text.
            entry: the article among those of the site.
            context: the page among those of the site.
            former: where it once stood; another page may stand there now.
            glossary: of the article, for the tags of its translation.

        Raises:
            ConfigError: a selector of the settings cannot be used.
        """
        text = list(text)
        edits = Edits(page_of(article))
        media = decorate_content(edits, article, Place(self.posts, entry, context))
        patches = only_content(article, [*text, *edits.patches()], self.selectors)
        own, body = split_front_matter(_written(article, patches))
        if context.settings.decorations.links:
            body = with_folder_links(body, context.path, self.places)
        version = entry.versions[context.language]
        hosted = context.settings.base_urls
        front_matter = own or FrontMatter.of(
            front_matter_of(_written(article, text), version, published_at(article))
        )
        page = ExportedPage(
            article=entry,
            language=context.language,
            version=version,
            address=address_of(context.path, hosted),
            key=pairing_key(article, entry.id),
            former=tuple(address_of(path, hosted) for path in former if path not in self.places),
            front_matter=front_matter,
            tags=translated_tags(front_matter.values, glossary, entry.source_language)
            if glossary and context.is_translation
            else {},
            body=body,
            runs_marks=self.runs_marks and own is not None,
        )
        return Composed(page, frozenset(media), tuple(edits.warnings))


def pairing_key(article: Article, article_id: str) -> str:
    """What the versions of an article are paired by: its own key, or its id.

    ``river/index`` is what a generator makes of ``river``.
    """
    own = (article.metadata.get(key) for key in PAIRING_KEYS)
    return next((str(key) for key in own if key), article_id.removesuffix("/index"))


def _written(article: Article, patches: Iterable[Patch]) -> str:
    data = apply_patches(article.source, patches)
    return decode_like(article.source, data.removeprefix(article.source.bom))
