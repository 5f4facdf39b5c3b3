"""WXR 1.2, the file that WordPress's Tools → Import reads, as its Tools → Export writes it.

Elements, their order and their lines are those of ``export_wp()`` in
``wp-admin/includes/export.php``: the importer's last resort reads by lines.
"""

from __future__ import annotations

import datetime
import html
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from email.utils import format_datetime

from dualpress.site.wordpress.wxr_text import cdata, is_xml

__all__ = ["WxrChannel", "WxrPost", "WxrTerm", "write_wxr"]

Meta = tuple[tuple[str, str], ...]
"""Keys and values that plugins keep of something."""

NO_TIME = "0000-00-00 00:00:00"
"""What WordPress's database has where there is no time."""

_TIME = "%Y-%m-%d %H:%M:%S"
_HEAD = """<?xml version="1.0" encoding="UTF-8" ?>
<!-- This is a WordPress eXtended RSS file with translations made by dualpress. -->
<!-- To import it, log in to the site as an administrator, go to Tools: Import, install -->
<!-- the "WordPress" importer from the list if it is not there, run it, and choose this file. -->

<rss version="2.0"
\txmlns:excerpt="http://wordpress.org/export/1.2/excerpt/"
\txmlns:content="http://purl.org/rss/1.0/modules/content/"
\txmlns:wfw="http://wellformedweb.org/CommentAPI/"
\txmlns:dc="http://purl.org/dc/elements/1.1/"
\txmlns:wp="http://wordpress.org/export/1.2/"
>

<channel>
"""
_TAIL = "</channel>\n</rss>\n"


@dataclass(frozen=True, slots=True)
class WxrChannel:
    """The site that a file is for.

    Args:
        title: its name.
        link: its address.
        language: that it is in, as a BCP 47 tag.
    """

    title: str
    link: str
    language: str


@dataclass(frozen=True, slots=True)
class WxrTerm:
    """A term of any taxonomy.

    Args:
        id: its number in the file; the importer gives it another, or finds it by its slug.
        taxonomy: ``category``, ``post_tag``, or a plugin's.
        slug: in addresses.
        name: as HTML.
        parent: the slug of the term above it.
        description: what plugins keep there.
        meta: what plugins keep of it besides.
    """

    id: int
    taxonomy: str
    slug: str
    name: str
    parent: str = ""
    description: str = ""
    meta: Meta = ()


@dataclass(frozen=True, slots=True)
class WxrPost:
    """A post or page.

    Args:
        id: its number in the file.
        type: ``post`` or ``page``.
        status: as WordPress has it.
        title: as HTML.
        slug: may be empty.
        link: its address.
        guid: its GUID; WordPress makes one where this is empty.
        author: its writer's login name.
        date: in the site's own time.
        date_gmt: the same in UTC.
        body: as the editor stores it.
        excerpt: as HTML.
        terms: that it has.
        meta: what plugins keep of it.
        parent: the number, in the file, of the page above it; 0 for none.
        order: among the pages below one.
        comments: ``open`` or ``closed``; ``None`` for what is usual.
    """

    id: int
    type: str
    status: str
    title: str
    slug: str
    link: str
    guid: str
    author: str
    date: str
    date_gmt: str
    body: str
    excerpt: str = ""
    terms: tuple[WxrTerm, ...] = ()
    meta: Meta = ()
    parent: int = 0
    order: int = 0
    comments: str | None = None

    @property
    def is_xml(self) -> bool:
        """Whether XML can hold every character of it."""
        texts = (self.title, self.body, self.excerpt, *(value for _, value in self.meta))
        return all(map(is_xml, texts))


def write_wxr(
    channel: WxrChannel, authors: Sequence[str], terms: Sequence[WxrTerm], posts: Sequence[WxrPost]
) -> bytes:
    """The bytes of a file.

    Args:
        channel: the site.
        authors: login names.
        terms: all that the importer is to know of, those above others first.
        posts: in the order in which they are imported.
    """
    in_xml = all(post.is_xml for post in posts)
    lines = [
        _HEAD,
        *_channel(channel, posts),
        *(_author(number, login) for number, login in enumerate(authors, 1)),
        *_terms(terms),
        *(_post(post, in_xml=in_xml) for post in posts),
        _TAIL,
    ]
    return "".join(lines).encode()


def _channel(channel: WxrChannel, posts: Iterable[WxrPost]) -> Iterator[str]:
    link = html.escape(channel.link, quote=False)
    yield f"\t<title>{html.escape(channel.title, quote=False)}</title>\n"
    yield f"\t<link>{link}</link>\n\t<description></description>\n"
    yield f"\t<pubDate>{_rfc_time(max((post.date_gmt for post in posts), default=''))}</pubDate>\n"
    yield f"\t<language>{channel.language}</language>\n\t<wp:wxr_version>1.2</wp:wxr_version>\n"
    yield f"\t<wp:base_site_url>{link}</wp:base_site_url>\n"
    yield f"\t<wp:base_blog_url>{link}</wp:base_blog_url>\n\n"


def _author(number: int, login: str) -> str:
    name = cdata(login)
    return (
        f"\t<wp:author><wp:author_id>{number}</wp:author_id>"
        f"<wp:author_login>{name}</wp:author_login><wp:author_email><![CDATA[]]></wp:author_email>"
        f"<wp:author_display_name>{name}</wp:author_display_name>"
        "<wp:author_first_name><![CDATA[]]></wp:author_first_name>"
        "<wp:author_last_name><![CDATA[]]></wp:author_last_name></wp:author>\n"
    )


def _terms(terms: Iterable[WxrTerm]) -> Iterator[str]:
    """Categories, tags, then all others, as the importer takes them."""
    kinds = {"category": _category, "post_tag": _tag}
    ranks = {"category": 0, "post_tag": 1}
    for term in sorted(terms, key=lambda term: ranks.get(term.taxonomy, 2)):
        yield kinds.get(term.taxonomy, _term)(term)


def _category(term: WxrTerm) -> str:
    return (
        f"\t<wp:category>\n\t\t<wp:term_id>{term.id}</wp:term_id>\n"
        f"\t\t<wp:category_nicename>{cdata(term.slug)}</wp:category_nicename>\n"
        f"\t\t<wp:category_parent>{cdata(term.parent)}</wp:category_parent>\n"
        f"\t\t<wp:cat_name>{cdata(term.name)}</wp:cat_name>\n"
        f"{_term_meta(term)}\t</wp:category>\n"
    )


def _tag(term: WxrTerm) -> str:
    return (
        f"\t<wp:tag>\n\t\t<wp:term_id>{term.id}</wp:term_id>\n"
        f"\t\t<wp:tag_slug>{cdata(term.slug)}</wp:tag_slug>\n"
        f"\t\t<wp:tag_name>{cdata(term.name)}</wp:tag_name>\n"
        f"{_term_meta(term)}\t</wp:tag>\n"
    )


def _term(term: WxrTerm) -> str:
    told = f"\t\t<wp:term_description>{cdata(term.description)}</wp:term_description>\n"
    return (
        f"\t<wp:term>\n\t\t<wp:term_id>{term.id}</wp:term_id>\n"
        f"\t\t<wp:term_taxonomy>{cdata(term.taxonomy)}</wp:term_taxonomy>\n"
        f"\t\t<wp:term_slug>{cdata(term.slug)}</wp:term_slug>\n"
        f"\t\t<wp:term_parent>{cdata(term.parent)}</wp:term_parent>\n"
        f"\t\t<wp:term_name>{cdata(term.name)}</wp:term_name>\n"
        f"{told if term.description else ''}{_term_meta(term)}\t</wp:term>\n"
    )


def _term_meta(term: WxrTerm) -> str:
    return "".join(
        f"\t\t<wp:termmeta>\n\t\t\t<wp:meta_key>{cdata(key)}</wp:meta_key>\n"
        f"\t\t\t<wp:meta_value>{cdata(value)}</wp:meta_value>\n\t\t</wp:termmeta>\n"
        for key, value in term.meta
    )


def _post(post: WxrPost, *, in_xml: bool) -> str:
    def text(value: str) -> str:
        return cdata(value, in_xml=in_xml)

    comments = post.comments or ("open" if post.type == "post" else "closed")
    elements = (
        ("title", text(post.title)),
        ("link", html.escape(post.link, quote=False)),
        ("pubDate", _rfc_time(post.date_gmt)),
        ("dc:creator", text(post.author)),
        ('guid isPermaLink="false"', html.escape(post.guid, quote=False)),
        ("description", ""),
        ("content:encoded", text(post.body)),
        ("excerpt:encoded", text(post.excerpt)),
        ("wp:post_id", str(post.id)),
        ("wp:post_date", text(post.date)),
        ("wp:post_date_gmt", text(post.date_gmt)),
        ("wp:post_modified", text(post.date)),
        ("wp:post_modified_gmt", text(post.date_gmt)),
        ("wp:comment_status", text(comments)),
        ("wp:ping_status", text(comments)),
        ("wp:post_name", text(post.slug)),
        ("wp:status", text(post.status)),
        ("wp:post_parent", str(post.parent)),
        ("wp:menu_order", str(post.order)),
        ("wp:post_type", text(post.type)),
        ("wp:post_password", text("")),
        ("wp:is_sticky", "0"),
    )
    written = "".join(f"\t\t<{tag}>{value}</{tag.split()[0]}>\n" for tag, value in elements)
    return f"\t<item>\n{written}{_post_terms(post)}{_post_meta(post, in_xml=in_xml)}\t</item>\n"


def _post_terms(post: WxrPost) -> str:
    return "".join(
        f'\t\t<category domain="{term.taxonomy}" nicename="{html.escape(term.slug)}">'
        f"{cdata(term.name)}</category>\n"
        for term in post.terms
    )


def _post_meta(post: WxrPost, *, in_xml: bool) -> str:
    return "".join(
        f"\t\t<wp:postmeta>\n\t\t<wp:meta_key>{cdata(key)}</wp:meta_key>\n"
        f"\t\t<wp:meta_value>{cdata(value, in_xml=in_xml)}</wp:meta_value>\n\t\t</wp:postmeta>\n"
        for key, value in post.meta
    )


def _rfc_time(utc: str) -> str:
    """A time of WordPress's database as RSS has it (RFC 822); nothing where it is none."""
    try:
        time = datetime.datetime.strptime(utc, _TIME)
    except ValueError:
        return ""
    return format_datetime(time.replace(tzinfo=datetime.UTC))
