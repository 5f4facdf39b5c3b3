"""What is to be known of a site before and after something is sent to it."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from dualpress.article import Language
from dualpress.errors import UsageError
from dualpress.pipeline.wordpress.publishing_send import Letter
from dualpress.site.wordpress.post import Original
from dualpress.site.wordpress.record import RECORD_NAME, WordPressRecord
from dualpress.site.wordpress.rest.client import SiteLanguage, WordPressSite
from dualpress.site.wordpress.rest.fields import lacks_seo_fields
from dualpress.site.wordpress.rest.posts import SitePost

__all__ = ["is_same_post", "language_codes", "record_of_site", "site_remarks"]

_IN_THE_EDITOR = (
    "set the language of new posts and link them to their originals in the editor, or have them "
    "imported with their languages by: dualpress export --to wordpress"
)


def record_of_site(record: WordPressRecord, home: str) -> WordPressRecord:
    """The record of a project, of a site.

    Raises:
        UsageError: it is of another one, where its numbers mean other posts.
    """
    if record.site is not None and _place(record.site) != _place(home):
        raise UsageError(
            f"the articles were imported from {record.site}, which is not {home}",
            path=RECORD_NAME,
            hint="Set “url” in the table [wordpress] to that site; where it has moved, change "
            "“site” in this file",
        )
    return replace(record, site=record.site or home)


def is_same_post(there: SitePost, original: Original) -> bool:
    """Whether a post of a site is the one that was imported, by the GUID that never changes."""
    guid = there.data.get("guid")
    told = guid.get("raw") if isinstance(guid, dict) else None
    if not isinstance(told, str) or not original.guid:
        return True
    return html.unescape(told) == html.unescape(original.guid)


def language_codes(languages: Iterable[SiteLanguage]) -> dict[Language, str]:
    """The site's own codes of the two languages; where it tells none, the usual ones."""
    codes = {language: language.value for language in Language}
    for language in languages:
        for own in Language:
            if language.locale.partition("_")[0] == own.value:
                codes[own] = language.code
    return codes


def site_remarks(
    site: WordPressSite,
    languages: Sequence[SiteLanguage],
    sent: Sequence[Letter],
    refused: Iterable[str],
    plugin: str,
) -> Iterator[str]:
    """What an editor should know of the site, each once.

    Args:
        site: the site.
        languages: that Polylang tells.
        sent: to it.
        refused: categories and tags that the user may not make.
        plugin: that keeps the languages, as the configuration says.
    """
    yield from site.remarks
    for words in refused:
        yield (
            f"{words} is not there, and this user may not make it; once somebody has, send the "
            "translations again with --force"
        )
    if plugin != "none" and not all(letter.there.tells_language for letter in sent):
        yield _pairing(site, plugin)
    locales = {language.locale.partition("_")[0] for language in languages}
    for target in dict.fromkeys(letter.language for letter in sent):
        if locales and target.value not in locales:
            yield f"Polylang has no {target.english_name}; add it in WordPress under Languages"
    if any(_lacks_seo(letter) for letter in sent):
        yield (
            "WordPress does not let other programs write SEO titles and descriptions; copy them in "
            "the editor, or register the plugin's fields (docs/wordpress.md)"
        )


def _pairing(site: WordPressSite, plugin: str) -> str:
    plugins = {name.partition("/")[0] for name in site.api.namespaces}
    if "pll" in plugins:
        return (
            f"Polylang lets other programs set languages in its Pro version only; {_IN_THE_EDITOR}"
        )
    if "wpml" in plugins or plugin == "wpml":
        return f"WPML does not let other programs set languages; {_IN_THE_EDITOR}"
    return (
        "the site has no plugin that knows the languages of posts, so the pairs are not linked "
        "there; make a language switcher with: dualpress export --to wordpress-switcher, and write "
        'plugin = "none" into the table [wordpress] to see this no more'
    )


def _lacks_seo(letter: Letter) -> bool:
    return lacks_seo_fields(letter.translated.target, letter.original, letter.there.meta)


def _place(address: str) -> tuple[str, int | None, str]:
    """Where a site stands, whether it is asked with TLS and with www or not."""
    parts = urlsplit(address)
    return (parts.hostname or "").removeprefix("www."), parts.port, parts.path.rstrip("/")
