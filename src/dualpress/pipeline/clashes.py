"""No two things stand at one place of a site, and each where every system can have it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from dualpress.article import Language, other
from dualpress.errors import WriteError
from dualpress.file_names import flaw_of, folded
from dualpress.pipeline.addresses import file_of, pattern_of
from dualpress.pipeline.url_record import UrlRecord
from dualpress.site.ground import Clash, ClashKind, Ground
from dualpress.site.manifest import MANIFEST
from dualpress.site.model import Site, SiteArticle, SiteSettings
from dualpress.site.output import LIST
from dualpress.site.own_address import path_under
from dualpress.site.redirects import REDIRECTS
from dualpress.site.sitemap import SITEMAP
from dualpress.site.urls import (
    SCRIPT,
    STYLESHEET,
    index_path,
    is_later_index,
    own_copy,
    root_folder,
)

__all__ = ["refuse_clashes"]

_VIEW = "side-by-side view"
_FILE = "a file that every build writes"


class _Reason(NamedTuple):
    """Why a page has no place, and what to do."""

    words: str
    hint: str


class _Page(NamedTuple):
    """A page of an article."""

    entry: SiteArticle
    language: Language

    @property
    def is_translation(self) -> bool:
        return self.language is not self.entry.source_language

    @property
    def path(self) -> PurePosixPath:
        return self.entry.path(self.language)


class _Holder(NamedTuple):
    """What stands at a place.

    Args:
        what: it is.
        article: the id of that which it is of; ``None`` for what is of the site.
    """

    what: str
    article: str | None = None


def refuse_clashes(
    entries: Sequence[SiteArticle], settings: SiteSettings, record: UrlRecord
) -> tuple[dict[str, SiteArticle], dict[str, list[WriteError]]]:
    """Let no page stand where another thing does, or where some system can have no file.

    A page that was published there before stays, else that of the article
    whose id comes first; a translation that is refused leaves its original. A
    side-by-side view is placed behind the pages that are there as long as its
    translation. Of an article whose original is refused nothing is left.

    Args:
        entries: the articles, with the places of their pages.
        settings: of the site.
        record: of the places that pages had before.

    Returns:
        The articles, by their ids, with what of them has a place; and why the
        rest has none, by the id of the article.
    """
    survey = _Survey(settings, record, entries)
    errors: dict[str, dict[Language | None, WriteError]] = {entry.id: {} for entry in entries}
    pages = [_Page(entry, language) for entry in _by_id(entries) for language in _ordered(entry)]
    for is_new in (False, True):
        turn = [page for page in pages if survey.is_new(page) is is_new]
        for page in turn:
            if page.entry.source_language not in errors[page.entry.id]:
                errors[page.entry.id] |= survey.refused_page(page)
        for page in turn:
            if page.is_translation and page.language not in errors[page.entry.id]:
                errors[page.entry.id] |= survey.refused_view(page.entry)
    placed = {entry.id: _left(entry, errors[entry.id]) for entry in entries}
    return (
        {name: entry for name, entry in placed.items() if entry.source_language in entry.versions},
        {name: list(own.values()) for name, own in errors.items() if own},
    )


def _by_id(entries: Sequence[SiteArticle]) -> list[SiteArticle]:
    return sorted(entries, key=lambda entry: entry.id)


def _ordered(entry: SiteArticle) -> list[Language]:
    """The languages of an article's versions, the original's first."""
    return sorted(entry.versions, key=lambda language: language is not entry.source_language)


def _left(entry: SiteArticle, refused: Collection[Language | None]) -> SiteArticle:
    """An article without some of its versions, and without its view (``None``) or that of one."""
    left = {lang: version for lang, version in entry.versions.items() if lang not in refused}
    has_view = None not in refused and other(entry.source_language) in left
    has_bilingual = entry.has_bilingual and has_view
    if (len(left), has_bilingual) == (len(entry.versions), entry.has_bilingual):
        return entry
    return replace(entry, versions=left, has_bilingual=has_bilingual)


class _Survey:
    """Gives the pages of articles their places, and says why others have none.

    Args:
        settings: of the site.
        record: of the places that pages had before.
        entries: all articles.
    """

    def __init__(
        self, settings: SiteSettings, record: UrlRecord, entries: Sequence[SiteArticle]
    ) -> None:
        self._settings = settings
        self._record = record
        self._site = Site(settings, tuple(entries))
        self._ground: Ground[_Holder] = Ground()
        self._news: dict[tuple[str, Language], bool] = {}
        for path, what in _reserved(self._site):
            self._ground.take(path, _Holder(what))

    def is_new(self, page: _Page) -> bool:
        """Whether a page was not published before where it is to stand."""
        key = page.entry.id, page.language
        if key not in self._news:
            self._news[key] = self._is_new(page)
        return self._news[key]

    def _is_new(self, page: _Page) -> bool:
        known = self._record.find(page.entry.id, page.language)
        file = file_of(known.path, page.language, self._settings) if known else None
        return file is None or folded(file) != folded(page.path)

    def refused_page(self, page: _Page) -> dict[Language | None, WriteError]:
        """Give a page its place, or say why it has none."""
        why = self._flaw(page) or self._clash(page)
        if why is None:
            return {}
        cause = f"its {page.language.english_name} page would be {page.path}, {why.words}"
        return {page.language: _refused(page.entry, cause, why.hint)}

    def refused_view(self, entry: SiteArticle) -> dict[Language | None, WriteError]:
        """Give an article's side-by-side view, if it has one, its place, or say why it has none."""
        path = self._site.bilingual_path(entry)
        clash = self._ground.take(path, _Holder(_VIEW, entry.id)) if path else None
        if path is None or clash is None:
            return {}
        cause = f"its {_VIEW} would be {path}, {_told(clash, path, entry)}"
        hint = 'Give that page another address, or make no such views (bilingual = "off")'
        return {None: _refused(entry, cause, hint)}

    def _flaw(self, page: _Page) -> _Reason | None:
        """Why no file of a page can stand in its place."""
        if not self._site.is_written(*page):
            return None
        owner = root_folder(page.path, self._settings.base_urls)
        if owner not in (None, page.language):
            words = f"but the folder {owner} is published at {self._settings.base_urls[owner]}"
            return _Reason(words, self._cure(page))
        if not self.is_new(page):
            return None
        flaws = ((name, flaw_of(name)) for name in page.path.as_posix().split("/"))
        found = next((f"and the name “{name}” {flaw}" for name, flaw in flaws if flaw), None)
        return _Reason(found, self._cure(page)) if found else None

    def _clash(self, page: _Page) -> _Reason | None:
        """Give a page its place; what is in the way, if anything is."""
        own = _Holder(f"{page.language.english_name} page", page.entry.id)
        clash = self._ground.take(page.path, own)
        if clash is None:
            return None
        pattern = pattern_of(*page, self._settings)
        is_own = clash.holder.article == page.entry.id
        lacks_language = is_own and pattern is not None and not pattern.has_language
        cure = "Put {lang} into `translation` under [urls]" if lacks_language else self._cure(page)
        return _Reason(_told(clash, page.path, page.entry), cure)

    def _cure(self, page: _Page) -> str:
        """What gives a page another place."""
        pattern = pattern_of(*page, self._settings)
        if pattern is not None and pattern.has_slug:
            return "Name another `slug` in its front matter"
        bases = self._settings.base_urls
        base = bases.get(page.entry.source_language) or self._settings.base_url
        if path_under(base, page.entry.canonical) is not None:
            return "Name another address in its canonical link"
        return "Rename the post, or name another address as `permalink` in its front matter"


def _reserved(site: Site) -> Iterator[tuple[PurePosixPath, str]]:
    """What a build writes besides the pages of articles."""
    sources = {entry.source_language for entry in site.articles}
    is_whole = not site.settings.only_translations
    # A list that is empty today has its place all the same.
    listed = tuple(Language) if is_whole else {other(language) for language in sources}
    for language in (*([None] if is_whole else []), *listed):
        yield index_path(language), "a list of articles"
    if site.settings.paginate is not None:
        # A list that grows has them one day; a page that stood there by then would be lost.
        pages = (entry.path(language) for entry in site.articles for language in entry.versions)
        yield from ((page, "a list of articles") for page in pages if is_later_index(page))
    for asset in (STYLESHEET, SCRIPT):
        for folder in (None, *site.settings.base_urls):
            yield own_copy(asset, folder), _FILE
    for file in (LIST, MANIFEST, REDIRECTS, SITEMAP):
        yield file, _FILE


def _told(clash: Clash[_Holder], path: PurePosixPath, entry: SiteArticle) -> str:
    """What is in the way of a file of an article."""
    what, article = clash.holder
    who = what if article is None else f"the {what} of “{article}”"
    who = f"its {what}" if article == entry.id else who
    if clash.kind is ClashKind.ABOVE:
        return f"but {clash.path} is {who}"
    if clash.kind is ClashKind.BELOW:
        return f"but {who} is in a folder of that name"
    spelt = "" if clash.path == path else f", {clash.path}"
    return f"where {who} stands{spelt}"


def _refused(entry: SiteArticle, cause: str, hint: str) -> WriteError:
    return WriteError(f"{entry.id}: {cause}", path=Path(entry.post), hint=hint)
