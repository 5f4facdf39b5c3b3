"""An article as files to paste into any editor, and a page that copies each of them."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import PurePosixPath

from dualpress.article import Language
from dualpress.site.render import template_environment
from dualpress.site.wordpress.fragment import plain
from dualpress.site.wordpress.post import PostText, Term
from dualpress.site.wordpress.seo import split_variables

__all__ = ["PAGE", "Paste", "PastedField", "paste_fields", "paste_files"]

PAGE = PurePosixPath("index.html")
"""The page with the buttons."""

_BODY = PurePosixPath("body.html")
_ALWAYS = frozenset(("title", "excerpt", "description", "tags"))
"""What every editor asks for: an empty file says that there is none."""


@dataclass(frozen=True, slots=True)
class PastedField:
    """A text for one field of an editor.

    Args:
        name: of its file, without ending.
        labels: what it is called, in English and in Hindi.
        text: plain text, lines ended by LF; empty where there is none.
    """

    name: str
    labels: tuple[str, str]
    text: str


@dataclass(frozen=True, slots=True)
class Paste:
    """An article to paste.

    Args:
        article: its id.
        language: that it is in.
        text: what it says, its body with an element for each paragraph.
        warnings: what an editor should know, one sentence each.
    """

    article: str
    language: Language
    text: PostText
    warnings: Sequence[str] = ()


def paste_fields(text: PostText) -> tuple[PastedField, ...]:
    """The fields of an article but its body; those that few articles have where they have them."""
    found = (
        PastedField("title", ("Title", "शीर्षक"), text.title),
        PastedField("slug", ("Address (slug)", "पते का अंतिम भाग"), text.slug or ""),
        PastedField("excerpt", ("Excerpt", "सारांश"), plain(text.excerpt)),
        PastedField(
            "seo_title", ("Title for search engines", "सर्च इंजन के लिए शीर्षक"), _words(text.seo_title)
        ),
        PastedField(
            "description",
            ("Description for search engines", "सर्च इंजन के लिए विवरण"),
            _words(text.seo_description),
        ),
        PastedField("categories", ("Categories", "श्रेणियां"), _names(text.categories)),
        PastedField("tags", ("Tags", "टैग"), _names(text.tags)),
        PastedField("alt", ("Text for the featured picture", "मुख्य चित्र का विवरण"), text.image_alt),
    )
    return tuple(field for field in found if field.text or field.name in _ALWAYS)


def paste_files(paste: Paste) -> dict[PurePosixPath, bytes]:
    """The files of an article to paste: UTF-8, lines ended by LF.

    Args:
        paste: the article.

    Returns:
        By path in the folder; the texts, the body and the page.
    """
    fields = paste_fields(paste.text)
    found = {PurePosixPath(f"{field.name}.txt"): _file(field.text) for field in fields}
    found[_BODY] = _unix(paste.text.body).encode()
    found[PAGE] = _page(paste, fields).encode()
    return found


def _page(paste: Paste, fields: Sequence[PastedField]) -> str:
    from markupsafe import Markup

    script = _shipped("paste.js")
    return (
        template_environment()
        .from_string(_shipped("paste.html"))
        .render(
            article=paste.article,
            title=paste.text.title,
            language=paste.language.value,
            fields=fields,
            body=_unix(paste.text.body),
            warnings=paste.warnings,
            # Our own script; its digest lets no other run: https://www.w3.org/TR/CSP3/
            script=Markup(script),  # noqa: S704
            digest=base64.b64encode(hashlib.sha256(script.encode()).digest()).decode(),
        )
    )


def _shipped(name: str) -> str:
    return files("dualpress.site").joinpath("templates", name).read_text("utf-8")


def _words(value: str) -> str:
    """A text for search engines without the variables that WordPress's plugins fill in."""
    return split_variables(value).text


def _names(terms: Sequence[Term]) -> str:
    return "\n".join(term.name for term in terms)


def _file(text: str) -> bytes:
    return f"{_unix(text)}\n".encode() if text else b""


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")
