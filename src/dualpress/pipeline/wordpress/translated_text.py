"""What an article says in one language, as a post of WordPress."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import fields, replace

from dualpress.article import Article, Language, Source
from dualpress.errors import ReadError
from dualpress.html.encoding import decode_like
from dualpress.html.literals import find_front_matter
from dualpress.html.patches import Patch, apply_patches
from dualpress.site.exporters.content import only_content
from dualpress.site.model import Version
from dualpress.site.wordpress.fragment import text_of
from dualpress.site.wordpress.post import PostText

__all__ = ["post_text", "told_apart"]

_SURROGATE = re.compile("[\ud800-\udfff]")


def post_text(
    article: Article, changes: Iterable[Patch], selectors: Sequence[str], version: Version
) -> PostText:
    """What an article says, without the page around it.

    Args:
        article: as it was read.
        changes: that make it say so in the language that is wanted.
        selectors: of what is article on a whole page.
        version: what lists say of it, where its front matter says nothing.

    Raises:
        ConfigError: a selector is none.
        ReadError: it has what is no character, which WordPress cannot store.
    """
    data = apply_patches(article.source, only_content(article, changes, selectors))
    text = decode_like(article.source, data.removeprefix(article.source.bom))
    found = find_front_matter(text)
    source = Source(data, text, article.source.encoding, article.source.bom)
    said = text_of(replace(article, source=source, metadata=found.metadata if found else {}))
    if any(_SURROGATE.search(value) for value in _strings(said)):
        raise ReadError("its text has halves of characters", hint="Write it anew, as UTF-8")
    return replace(
        said,
        title=said.title or version.title,
        seo_description=said.seo_description or version.description,
    )


def _strings(text: PostText) -> Iterator[str]:
    values = (getattr(text, field.name) for field in fields(text))
    yield from (value for value in values if isinstance(value, str))
    yield from (term.name for term in (*text.categories, *text.tags))


def told_apart(slug: str, original: str | None, language: Language) -> str | None:
    """A slug that is not that of the original, for WordPress lets no two be the same.

    Args:
        slug: that was made; nothing where none could be.
        original: the slug of what is translated.
        language: of the translation.

    Returns:
        ``None`` where WordPress is to make it of the name.
    """
    if not slug:
        return None
    return f"{slug}-{language.value}" if slug == original else slug
