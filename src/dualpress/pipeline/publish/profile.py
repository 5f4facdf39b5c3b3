"""What a site needs to know of an article before its pages are made."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from dualpress.article import Language
from dualpress.pipeline.addresses import GivenPlaces, given_places
from dualpress.pipeline.aliases import aliases_of
from dualpress.pipeline.edition import Edition
from dualpress.pipeline.publish.versions import has_final_title, source_version, target_version
from dualpress.site.by_language import by_language
from dualpress.site.dates import published_on
from dualpress.site.model import SiteSettings, Version

__all__ = ["Profile", "profile_of"]


@dataclass(frozen=True, slots=True)
class Profile:
    """An article that was opened, but for its text.

    Args:
        id: its id.
        post: its file.
        source: the language that it was written in.
        target: the language that it is translated into.
        versions: those that this run makes, by their languages.
        date: when it was first published, where that is known.
        places: what its post says of the places of its pages.
        has_final_title: whether a human stands behind the translation of the title.
        aliases: the addresses that its front matter says that it once had.
    """

    id: str
    post: Path
    source: Language
    target: Language
    versions: Mapping[Language, Version]
    date: datetime.date | None
    places: GivenPlaces
    has_final_title: bool
    aliases: tuple[str, ...]

    @property
    def is_published(self) -> bool:
        """Whether this run makes a page in the other language."""
        return self.target in self.versions


def profile_of(edition: Edition, settings: SiteSettings, *, credits_translator: bool) -> Profile:
    """What a site needs to know of an article before its pages are made.

    Args:
        edition: what is to become of it.
        settings: of the site.
        credits_translator: whether its page names who translated it.
    """
    post = edition.work.post
    versions = {post.source: source_version(edition)}
    if edition.is_published:
        versions[post.target] = target_version(edition, credits_translator=credits_translator)
    return Profile(
        id=post.id,
        post=post.path,
        source=post.source,
        target=post.target,
        versions=by_language(versions),
        date=published_on(post.article),
        places=given_places(post.article, post.id, settings),
        has_final_title=has_final_title(edition),
        aliases=aliases_of(post.article),
    )
