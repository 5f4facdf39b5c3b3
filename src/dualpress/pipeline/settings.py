"""What the rooms are told of the configuration."""

from __future__ import annotations

from dualpress.article import Language
from dualpress.config import Project
from dualpress.site.model import Decorations, SiteSettings
from dualpress.site.reader_settings import ReaderSettings

__all__ = ["site_settings"]

_LISTED = 100


def site_settings(project: Project) -> SiteSettings:
    """What the site is to be.

    Raises:
        ConfigError: the address of the site is none.
    """
    config = project.config
    return SiteSettings(
        base_url=config.site.base_url,
        decorations=_decorations(project),
        language_names={
            Language.EN: config.english.language_name,
            Language.HI: config.hindi.language_name,
        },
        regions={
            Language.EN: _country(config.english.region),
            Language.HI: _country(config.hindi.region),
        },
        names={language: name for language in Language if (name := config.site.name_in(language))},
        x_default=config.site.x_default,
        switcher_selector=config.page.switcher_replaces,
        page_template=project.template,
        index_template=project.index_template,
        paginate=_paginate(project),
        reading=_reading(project),
        base_urls={
            language: url for language in Language if (url := config.urls.base_urls.of(language))
        },
        only_translations=config.site.only == "translations",
        links_media=config.urls.media == "link",
        original_pattern=config.urls.original,
        translation_pattern=config.urls.translation,
    )


def _paginate(project: Project) -> int | None:
    """How many articles a page of a list shows.

    A template that was made before lists had pages would not lead to the others.
    """
    default = _LISTED if project.index_template is None else None
    return project.config.page.paginate or default


def _reading(project: Project) -> ReaderSettings:
    page = project.config.page
    return ReaderSettings(
        shortcut=page.shortcut,
        remembers=page.remember,
        follows=page.switcher_follows,
        has_bilingual=page.bilingual != "off",
        links_bilingual=page.bilingual == "link",
        bilingual_template=project.bilingual_template,
        notice_template=project.notice_template,
    )


def _country(region: str) -> str:
    """``IN`` of ``en-IN``."""
    return region.rpartition("-")[2]


def _decorations(project: Project) -> Decorations:
    page = project.config.page
    if not page.decorate:
        return Decorations.none()
    return Decorations(
        charset=page.charset,
        language=page.lang,
        canonical=page.canonical,
        alternates=page.alternates,
        open_graph=page.og_locale,
        json_ld=page.json_ld,
        switcher=page.switcher,
        block_ids=page.block_ids,
        links=page.urls,
        notices=page.notices,
        robots=page.robots,
        stylesheet=page.stylesheet,
        script=page.script,
    )
