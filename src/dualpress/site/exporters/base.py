"""What an exporter is, and what it is given of each page."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Any, ClassVar

from dualpress.article import Language
from dualpress.site.exporters.front_matter import FrontMatter
from dualpress.site.model import SiteArticle, Version

__all__ = ["ExportedPage", "Exporter", "ExporterOptions"]


@dataclass(frozen=True, slots=True)
class ExporterOptions:
    """What a publisher says of the site that is exported to.

    Args:
        default_language: of the site, where its generator tells that one apart.
        folder: that articles go to, relative to the site's; ``None`` for the
            generator's own.
    """

    default_language: Language = Language.EN
    folder: PurePosixPath | None = None


@dataclass(frozen=True, slots=True)
class ExportedPage:
    """One version of an article, ready to be put into a generator's form.

    Args:
        article: of the site.
        language: that the page is in.
        version: what is said of it.
        address: its path from the root that its language is published under:
            ``/hi/teesta/``, or ``/teesta/`` where the language has its own.
        key: what both versions are paired by.
        former: the addresses at which it once was, from that root too.
        front_matter: of the post, translated; made of the head where it has none.
        tags: the lists in it that are otherwise in the page's language.
        body: the article's HTML.
        runs_marks: whether template marks in the body are for the generator.
    """

    article: SiteArticle
    language: Language
    version: Version
    address: str
    key: str
    former: tuple[str, ...]
    front_matter: FrontMatter
    tags: Mapping[str, Sequence[Any]]
    body: str
    runs_marks: bool

    @property
    def is_translation(self) -> bool:
        """Whether the page is not in the language that the article was written in."""
        return self.language is not self.article.source_language


class Exporter(ABC):
    """Puts articles into the layout and the form that a generator takes.

    Args:
        options: what the publisher says of the site.

    Attributes:
        name: of the generator.
        articles: the folder that articles go to by default.
        root: the folder whose files stand at the root of the built site.
        key: what a page's pairing key is called in the front matter; ``None``
            where the generator pairs pages by their paths.
        hosts_languages: whether the generator can build a language for an
            address of its own.
    """

    name: ClassVar[str]
    articles: ClassVar[PurePosixPath]
    root: ClassVar[PurePosixPath]
    key: ClassVar[str | None] = "translationKey"
    hosts_languages: ClassVar[bool] = False

    def __init__(self, options: ExporterOptions) -> None:
        self.options = options

    @property
    def folder(self) -> PurePosixPath:
        """The folder that articles go to, relative to the site's."""
        return self.options.folder or self.articles

    def place(self, article: SiteArticle, language: Language) -> PurePosixPath:
        """Where the generator is to put an article's page in the built site."""
        return article.path(language)

    @abstractmethod
    def file(self, article_id: str, language: Language) -> PurePosixPath:
        """Where an article's content file stands, relative to the site's folder."""

    @abstractmethod
    def render(self, page: ExportedPage) -> str:
        """The content file of a page.

        Raises:
            ReadError: its front matter cannot be written anew.
        """
