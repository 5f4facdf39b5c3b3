"""A post as WordPress stores it, and what it says in one language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

__all__ = ["TEMPLATE_FIELD", "Comments", "Original", "PostText", "PostType", "SeoPlugin", "Term"]

PostType = Literal["post", "page"]
SeoPlugin = Literal["yoast", "rank-math"]
Comments = Literal["open", "closed"]

TEMPLATE_FIELD = "_wp_page_template"
"""The custom field in which WordPress keeps the template of a post."""


@dataclass(frozen=True, slots=True)
class Term:
    """A category or a tag.

    Args:
        taxonomy: ``category`` or ``post_tag``.
        name: as readers see it, plain text.
        slug: in addresses; ``None`` where WordPress is to make it of the name.
        parent: the slug of the category above it, if there is one.
    """

    taxonomy: str
    name: str
    slug: str | None = None
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Original:
    """What WordPress knows of a post that dualpress translates.

    Args:
        id: its number in WordPress.
        type: post or page.
        status: as WordPress has it (``publish``, ``draft``, ``future``, ``pending``, ``private``).
        guid: its GUID, which never changes.
        link: its address when it was taken from WordPress.
        date: when it was published, in the site's own time, ``YYYY-MM-DD HH:MM:SS``.
        date_gmt: the same in UTC; ``None`` where WordPress has none (a draft).
        author: its writer's login name.
        image: the number of its featured image, if it has one.
        seo: the plugin that keeps its SEO title and description, if there is one.
        title: as WordPress stores it, with character references and tags. WordPress's
            importer knows a post by it, whatever an editor makes of the title here.
        parent: the number of the page above it, if there is one.
        order: among the pages below one, as themes list them.
        template: of the theme, by which it is shown; ``None`` for the usual one.
        comments: ``open`` or ``closed``; ``None`` where WordPress says nothing.
    """

    id: int
    type: PostType
    status: str
    guid: str
    link: str
    date: str
    date_gmt: str | None
    author: str
    image: int | None = None
    seo: SeoPlugin | None = None
    title: str | None = None
    parent: int | None = None
    order: int = 0
    template: str | None = None
    comments: Comments | None = None


@dataclass(frozen=True, slots=True)
class PostText:
    """What a post says in one language.

    Args:
        title: plain text; character references are for who writes it.
        slug: the last part of its address; ``None`` where WordPress is to make it.
        body: as the editor stores it: HTML, with blank lines for paragraphs in
            a classic body, or with block comments.
        excerpt: likewise; empty where there is none.
        seo_title: plain text; empty where there is none.
        seo_description: likewise.
        image_alt: what the featured image shows; empty where nothing says it.
        categories: of the post.
        tags: likewise.
    """

    title: str
    slug: str | None
    body: str
    excerpt: str = ""
    seo_title: str = ""
    seo_description: str = ""
    image_alt: str = ""
    categories: tuple[Term, ...] = ()
    tags: tuple[Term, ...] = ()
