"""Items of an export as posts of the project."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import cast, get_args

from dualpress.site.wordpress.fragment import Fragment, has_tags, plain
from dualpress.site.wordpress.languages import WPML_FIELDS, Languages
from dualpress.site.wordpress.post import (
    TEMPLATE_FIELD,
    Comments,
    Original,
    PostText,
    PostType,
    Term,
)
from dualpress.site.wordpress.seo import SEO_KEYS, has_hidden_words, seo_of
from dualpress.site.wordpress.slugs import readable_slug
from dualpress.site.wordpress.unreached import unreached_words
from dualpress.site.wordpress.wxr import WxrItem, WxrTerm, number

__all__ = ["ALT_FIELD", "FIELDS", "POST_TYPES", "SiteFacts", "fragment_from", "losses"]

POST_TYPES = frozenset(get_args(PostType))
"""What is translated."""

ALT_FIELD = "_wp_attachment_image_alt"
_IMAGE = "_thumbnail_id"
FIELDS = frozenset((ALT_FIELD, _IMAGE, TEMPLATE_FIELD, *WPML_FIELDS)).union(*SEO_KEYS.values())
"""The custom fields of items that an import looks at."""

_NO_TIME = "0000-00-00 00:00:00"


@dataclass(slots=True)
class SiteFacts:
    """What a post's file says that stands elsewhere in the export.

    Args:
        languages: of the site.
        parents: the slugs of the categories above others, by taxonomy and slug.
        alts: what pictures show, by their numbers.
    """

    languages: Languages = field(default_factory=Languages)
    parents: Mapping[tuple[str, str], str] = field(default_factory=dict)
    alts: dict[int, str] = field(default_factory=dict)

    def learn(self, terms: Iterable[WxrTerm]) -> None:
        """Learn what the terms of the site tell."""
        terms = list(terms)
        self.languages = Languages(terms)
        self.parents = {(term.taxonomy, term.slug): term.parent for term in terms if term.parent}


def fragment_from(item: WxrItem, facts: SiteFacts) -> Fragment:
    """What the file of a post or page is made of.

    Args:
        item: of one of :data:`POST_TYPES`.
        facts: of its site.
    """
    values = item.values
    seo = seo_of(item.fields)
    image = number(item.fields, _IMAGE) or None
    gmt = values.get("wp:post_date_gmt", _NO_TIME)
    title = values.get("title", "")
    template = item.fields.get(TEMPLATE_FIELD, "")
    comments = values.get("wp:comment_status", "")
    original = Original(
        id=item.id,
        type=cast(PostType, item.type),
        status=item.status,
        guid=values.get("guid", "").strip(),
        link=values.get("link", "").strip(),
        date=values.get("wp:post_date", ""),
        date_gmt=None if gmt == _NO_TIME else gmt or None,
        author=values.get("dc:creator", ""),
        image=image,
        seo=seo.plugin,
        title=title or None,
        parent=number(values, "wp:post_parent") or None,
        order=number(values, "wp:menu_order"),
        template=template if template != "default" else None,
        comments=cast(Comments, comments) if comments in get_args(Comments) else None,
    )
    text = PostText(
        title=plain(title),
        slug=readable_slug(values.get("wp:post_name", "")) or None,
        body=values.get("content:encoded", ""),
        excerpt=values.get("excerpt:encoded", ""),
        seo_title=seo.title,
        seo_description=seo.description,
        image_alt=facts.alts.get(image, "") if image else "",
        categories=_terms(item, "category", facts),
        tags=_terms(item, "post_tag", facts),
    )
    return Fragment(
        original=original,
        text=text,
        language=facts.languages.membership(item).language,
        modified=values.get("wp:post_modified", ""),
        modified_gmt=values.get("wp:post_modified_gmt", ""),
    )


def losses(item: WxrItem, fragment: Fragment) -> Iterator[str]:
    """Say what of a post will not be in its translation, one sentence each."""
    yield from dict.fromkeys(unreached_words(fragment.text.body))
    for name, key in (("title", "title"), ("excerpt", "excerpt:encoded")):
        if has_tags(item.values.get(key, "")):
            yield f"its {name} has tags, which are left out of the translation"
    for name, value in (
        ("title", fragment.text.seo_title),
        ("description", fragment.text.seo_description),
    ):
        if has_hidden_words(value):
            yield (
                f"its {name} for search engines has words between variables, which are not "
                f"translated: {value}"
            )


def _terms(item: WxrItem, taxonomy: str, facts: SiteFacts) -> tuple[Term, ...]:
    return tuple(
        Term(
            taxonomy, html.unescape(term.name), term.slug, facts.parents.get((taxonomy, term.slug))
        )
        for term in item.terms
        if term.taxonomy == taxonomy
    )
