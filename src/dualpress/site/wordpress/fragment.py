"""A post of WordPress as a file of the project: front matter, and its body byte for byte.

The body begins at the byte behind the front matter's last line and ends with the
file: WordPress makes paragraphs of blank lines, so not even a line end is added.
"""

from __future__ import annotations

import codecs
import html
import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone
from typing import Any, cast, get_args

from dualpress.article import Article, Language
from dualpress.errors import ReadError
from dualpress.html.encoding import decode
from dualpress.html.literals import find_front_matter
from dualpress.site.wordpress.post import Comments, Original, PostText, PostType, SeoPlugin, Term
from dualpress.site.wordpress.seo import SeoValue, split_variables

__all__ = ["Fragment", "fragment_of", "has_tags", "original_of", "plain", "text_of"]

_TAG = re.compile(r"<!--.*?(?:-->|\Z)|</?[A-Za-z][^<>]*>", re.DOTALL)
_BREAK = re.compile(r"<(?:br|/?p|/?div|/?li)\b[^<>]*>", re.IGNORECASE)
_PLAIN = re.compile(r"[A-Za-z][A-Za-z_-]*")
# What YAML takes for a line end inside of a string, or refuses to read.
_NOT_IN_YAML = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")
_TIME = "%Y-%m-%d %H:%M:%S"
_MOST_AHEAD = timedelta(hours=14)
_LISTS = {"categories": "category", "tags": "post_tag"}


@dataclass(frozen=True, slots=True)
class Fragment:
    """What a post's file is made of.

    Args:
        original: what WordPress knows of the post.
        text: what it says; its SEO title and description with their variables.
        language: that WordPress says it is in; ``None`` where it says nothing.
        modified: when it was last changed, in the site's own time; empty where
            nothing says it.
        modified_gmt: the same in UTC.
    """

    original: Original
    text: PostText
    language: Language | None = None
    modified: str = ""
    modified_gmt: str = ""


def fragment_of(fragment: Fragment) -> bytes:
    """The bytes of a post's file.

    A byte order mark is at its beginning where the body would declare an encoding
    other than UTF-8, as what is pasted from Word does.
    """
    head = "".join(f"{line}\n" for line in ("---", *_lines(fragment), "---"))
    data = f"{head}{fragment.text.body}".encode()
    return data if decode(data).source.encoding == "utf-8" else codecs.BOM_UTF8 + data


def original_of(metadata: Mapping[str, Any]) -> Original | None:
    """What the front matter of a post says of its original in WordPress.

    Returns:
        ``None`` where it does not come from WordPress.

    Raises:
        ReadError: its ``wordpress`` is not what an import writes.
    """
    told = metadata.get("wordpress")
    if told is None:
        return None
    try:
        return _original(told, _string(metadata.get("author")))
    except (LookupError, TypeError, ValueError, ArithmeticError) as error:
        raise ReadError(
            f"“wordpress” in its front matter is not as it was imported ({error})",
            hint="Import the post again with --force, or take “wordpress” out",
        ) from error


def text_of(article: Article) -> PostText:
    """What a post, or its translation, says; read from its front matter and body."""
    metadata = article.metadata
    told = metadata.get("wordpress")
    own: Mapping[str, Any] = told if isinstance(told, Mapping) else {}
    text = article.source.text
    front_matter = find_front_matter(text)
    return PostText(
        title=_string(metadata.get("title")),
        slug=_string(metadata.get("slug")) or None,
        body=text[front_matter.end :] if front_matter else text,
        excerpt=html.escape(_string(metadata.get("excerpt")), quote=False),
        seo_title=_joined(own.get("seo_title"), _string(metadata.get("seo_title"))),
        seo_description=_joined(own.get("seo_description"), _string(metadata.get("description"))),
        image_alt=_string(metadata.get("image_alt")),
        categories=_terms("categories", metadata, own),
        tags=_terms("tags", metadata, own),
    )


def plain(markup: str) -> str:
    """The words of a title or an excerpt as WordPress keeps it, its tags left out."""
    return html.unescape(_TAG.sub("", _BREAK.sub(" ", markup))).strip()


def has_tags(markup: str) -> bool:
    """Whether a title or an excerpt has tags, which its words alone do not keep."""
    return _TAG.search(markup) is not None


def _lines(fragment: Fragment) -> Iterator[str]:
    original, text = fragment.original, fragment.text
    title, description = split_variables(text.seo_title), split_variables(text.seo_description)
    yield f"title: {_quoted(text.title)}"
    strings = {"slug": text.slug or ""}
    yield from _string_lines(strings)
    yield from _time_line("date", original.date, original.date_gmt or "")
    yield from _time_line("lastmod", fragment.modified, fragment.modified_gmt)
    yield from _string_lines(
        {
            "description": description.text,
            "excerpt": plain(text.excerpt),
            "seo_title": title.text,
            "image_alt": text.image_alt,
        }
    )
    for key, terms in (("categories", text.categories), ("tags", text.tags)):
        if terms:
            yield f"{key}: [{', '.join(_quoted(term.name) for term in terms)}]"
    yield from _string_lines({"author": original.author})
    if fragment.language:
        yield f"lang: {fragment.language.value}"
    yield "wordpress:"
    yield from (f"  {line}" for line in _original_lines(original))
    yield from _around("seo_title", title)
    yield from _around("seo_description", description)
    yield from _term_lines((*text.categories, *text.tags))


def _original_lines(original: Original) -> Iterator[str]:
    yield f"id: {original.id}"
    yield f"type: {original.type}"
    yield f"status: {_word(original.status)}"
    yield from _string_lines(
        {
            "guid": original.guid,
            "link": original.link,
            "date": original.date,
            "date_gmt": original.date_gmt or "",
        }
    )
    if original.image is not None:
        yield f"image: {original.image}"
    if original.seo is not None:
        yield f"seo: {original.seo}"
    yield from _string_lines({"title": original.title or ""})
    numbers = {"parent": original.parent or 0, "order": original.order}
    yield from (f"{key}: {number}" for key, number in numbers.items() if number)
    yield from _string_lines({"template": original.template or ""})
    if original.comments is not None:
        yield f"comments: {original.comments}"


def _string_lines(strings: Mapping[str, str]) -> Iterator[str]:
    return (f"{key}: {_quoted(value)}" for key, value in strings.items() if value)


def _time_line(key: str, local: str, utc: str) -> Iterator[str]:
    """A point in time, with what the site's clock differs from UTC."""
    time, universal = _time(local), _time(utc)
    if time is None:
        return
    zone = _zone(time - universal) if universal else None
    yield f"{key}: {time.replace(tzinfo=zone).isoformat()}"


def _zone(ahead: timedelta) -> timezone | None:
    """A time zone by what its clocks differ from UTC; ``None`` where no clock differs so."""
    is_known = abs(ahead) <= _MOST_AHEAD and not ahead % timedelta(minutes=1)
    return timezone(ahead) if is_known else None


def _time(written: str) -> datetime | None:
    """A time of WordPress's database, where ``0000-00-00 00:00:00`` is none."""
    try:
        return datetime.strptime(written, _TIME)
    except ValueError:
        return None


def _around(key: str, value: SeoValue) -> Iterator[str]:
    if value.before or value.after:
        yield f"  {key}: [{_quoted(value.before)}, {_quoted(value.after)}]"


def _term_lines(terms: tuple[Term, ...]) -> Iterator[str]:
    if terms:
        yield "  terms:"
    for term in terms:
        parts = {"name": term.name, "slug": term.slug or "", "parent": term.parent or ""}
        strings = ", ".join(_string_lines(parts))
        yield f"    - {{taxonomy: {_word(term.taxonomy)}, {strings}}}"


def _word(text: str) -> str:
    """A word without quotes where YAML reads it as one."""
    is_plain = _PLAIN.fullmatch(text) and text.lower() not in ("null", "true", "false", "yes", "no")
    return text if is_plain and text.lower() not in ("on", "off", "y", "n") else _quoted(text)


def _quoted(text: str) -> str:
    """A string of JSON, which is one of YAML."""
    written = json.dumps(text, ensure_ascii=False)
    return _NOT_IN_YAML.sub(lambda match: f"\\u{ord(match[0]):04x}", written)


def _original(told: Mapping[str, Any], author: str) -> Original:
    type_, seo, comments = told["type"], told.get("seo"), told.get("comments")
    image, parent = told.get("image"), told.get("parent")
    words = ((type_, PostType), (seo or "yoast", SeoPlugin), (comments or "open", Comments))
    if any(word not in get_args(known) for word, known in words):
        raise ValueError("a word in it is unknown")
    return Original(
        id=int(told["id"]),
        type=cast(PostType, type_),
        status=_string(told["status"]),
        guid=_string(told.get("guid")),
        link=_string(told.get("link")),
        date=_string(told.get("date")),
        date_gmt=_string(told.get("date_gmt")) or None,
        author=author,
        image=None if image is None else int(image),
        seo=cast("SeoPlugin | None", seo),
        title=_string(told.get("title")) or None,
        parent=None if parent is None else int(parent),
        order=int(told.get("order", 0)),
        template=_string(told.get("template")) or None,
        comments=cast("Comments | None", comments),
    )


def _joined(around: object, text: str) -> str:
    """A value with its variables; it stays as it was where its words were not cut out."""
    if isinstance(around, list) and len(around) == 2:
        before, after = map(_string, around)
        return f"{before}{text}{after}"
    return text


def _terms(key: str, metadata: Mapping[str, Any], own: Mapping[str, Any]) -> tuple[Term, ...]:
    """The categories or tags that front matter lists, with what WordPress knows of them."""
    taxonomy = _LISTS[key]
    names, told = metadata.get(key), own.get("terms")
    known: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for term in told if isinstance(told, list) else []:
        if isinstance(term, Mapping) and term.get("taxonomy") == taxonomy:
            known[_string(term.get("name"))].append(term)
    listed = [_string(name) for name in names] if isinstance(names, list) else []
    # Two categories below different ones may have one name.
    return tuple(
        _term(taxonomy, name, known[name].pop(0) if known[name] else {}) for name in listed if name
    )


def _term(taxonomy: str, name: str, told: Mapping[str, Any]) -> Term:
    slug, parent = _string(told.get("slug")), _string(told.get("parent"))
    return Term(taxonomy, name, slug or None, parent or None)


def _string(value: object) -> str:
    """A value of front matter that an editor may have written without quotes."""
    return str(value) if isinstance(value, str | int | float | date) else ""
