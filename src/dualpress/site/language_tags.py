"""What a page says of its language: ``lang``, ``og:locale``, ``inLanguage`` in JSON-LD."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence

from bs4.element import Tag

from dualpress.article import Article, Language, Segment, Slot, Span
from dualpress.html.json_ld import find_json_ld
from dualpress.html.literals import Literal
from dualpress.html.offsets import Page, Token, TokenKind
from dualpress.html.patches import Patch
from dualpress.html.read import page_of
from dualpress.site.edits import HTML_SPACE, Edits, escape, find_metas, span_of
from dualpress.site.model import PageContext

__all__ = [
    "json_ld_strings",
    "mark_foreign",
    "set_inner_languages",
    "set_json_ld_language",
    "set_open_graph_locale",
    "set_page_language",
]

# BCP 47: language, then perhaps a script, then perhaps a region (RFC 5646, 2.1).
_TAG = re.compile(
    r"(?P<language>[a-z]{2,3})(?:[-_][a-z]{4})?(?:[-_](?P<region>[a-z]{2}|[0-9]{3}))?(?:[-_].*)?",
    re.IGNORECASE,
)


def mark_foreign(segment: Segment, language: Language) -> Patch | None:
    """Mark a sentence that a page shows in another language than its own.

    Returns:
        A patch that puts it into ``<span lang>``; ``None`` where no element
        can stand (an attribute, a title).
    """
    if segment.slot is not Slot.TEXT:
        return None
    return Patch(segment.span, (f'<span lang="{language.value}">', segment.span, "</span>"))


def set_page_language(edits: Edits, context: PageContext) -> None:
    """Say on ``html`` which language the page is in.

    A page that named a region (``en-US``) gets one in the other language too.
    """
    root = edits.page.soup.html
    token = edits.page.start_tags.get(id(root))
    if token is None or root is None:
        start = _document_start(edits.page)
        edits.patch(Span(start, start), f'<html lang="{context.language.value}">')
    else:
        _set_language(edits, token, "lang", context, always=True)
        _set_language(edits, token, "xml:lang", context)
    for meta, element in edits.start_tags("meta"):
        if str(element.get("http-equiv", "")).lower() == "content-language":
            _set_language(edits, meta, "content", context)


def set_inner_languages(edits: Edits, article: Article, context: PageContext) -> None:
    """Mend ``lang`` of elements inside a translated page that hold translated text."""
    if not context.is_translation:
        return
    for element in page_of(article).soup.find_all(lang=True):
        token = edits.page.start_tags.get(id(element))
        if token is None or element.name == "html":
            continue
        is_original = _speaks(str(element["lang"]), context.source_language)
        if is_original and _has_text(edits.page, element, token, article.segments):
            _set_language(edits, token, "lang", context)


def set_open_graph_locale(edits: Edits, context: PageContext) -> None:
    """Say the page's locale, and that of its other version, in Open Graph.

    The protocol wants a territory (``hi_IN``): https://ogp.me/#optional.
    """
    locales = {language: _locale(edits, language, context) for language in Language}
    wanted = locales.pop(context.language)
    _set_metas(edits, "og:locale", [wanted], keep=())
    listed = context.indexed if context.is_indexable else frozenset()
    others = [locales[language] for language in locales if language in listed]
    _set_metas(edits, "og:locale:alternate", others, keep=tuple(Language))


def set_json_ld_language(edits: Edits, context: PageContext) -> None:
    """Say in JSON-LD which language the article is in, where it says so of the original."""
    for literal in json_ld_strings(edits):
        is_language = "inLanguage" in literal.path[-2:]
        if is_language and _speaks(literal.value, context.source_language):
            value = _like(literal.value, context.language, context.settings.regions)
            if value != literal.value:
                edits.patch(literal.span, json.dumps(value))


def json_ld_strings(edits: Edits) -> Iterator[Literal]:
    """Yield the strings of all JSON-LD on a page; what is no JSON has none."""
    for _, literals in find_json_ld(edits.page):
        yield from literals


def _set_language(
    edits: Edits, token: Token, name: str, context: PageContext, *, always: bool = False
) -> None:
    """Set an attribute to the page's language, if it is there or is to be there always."""
    if token.element is None:
        return
    found = token.element.get(name)
    if found is None and not always:
        return
    value = _like(str(found or ""), context.language, context.settings.regions)
    if value != found:
        edits.set_attribute(token, name, value)


def _like(tag: str, language: Language, regions: Mapping[Language, str]) -> str:
    """The tag of a language, with a region if the other tag has one; the tag itself if it is it."""
    if _speaks(tag, language):
        return tag
    found = _TAG.fullmatch(tag.strip())
    return f"{language.value}-{regions[language]}" if found and found["region"] else language.value


def _speaks(tag: str, language: Language) -> bool:
    found = _TAG.fullmatch(tag.strip())
    return found is not None and found["language"].lower() == language.value


def _locale(edits: Edits, language: Language, context: PageContext) -> str:
    """The locale of a version: what the source page says of itself, or the settings'."""
    root = edits.page.soup.html
    declared = [str(meta.get("content", "")) for _, meta in find_metas(edits, "og:locale")]
    declared.append(str(root.get("lang", "")) if root is not None else "")
    for tag in declared:
        found = _TAG.fullmatch(tag.strip())
        if found and found["region"] and found["language"].lower() == language.value:
            return f"{language.value}_{found['region'].upper()}"
    return f"{language.value}_{context.settings.regions[language]}"


def _set_metas(edits: Edits, name: str, values: list[str], keep: Sequence[str]) -> None:
    """Let a property have these values: its elements are changed, taken away or added.

    Args:
        edits: of the page.
        name: of the property.
        values: that it is to have.
        keep: where given, elements in languages other than these stay as they are.
    """
    values = list(values)
    for token, element in find_metas(edits, name):
        language = str(element.get("content", ""))[:2].lower()
        if keep and language not in keep:
            continue
        if not values:
            edits.remove(token)
            continue
        value = values.pop(0)
        if value != element.get("content"):
            edits.set_attribute(token, "content", value)
    for value in values:
        edits.add_to_head(f'<meta property="{name}" content="{escape(value)}">')


def _has_text(page: Page, element: Tag, token: Token, segments: Sequence[Segment]) -> bool:
    """Whether an element holds sentences, or is a tag inside of one with text of its own."""
    span = span_of(page, element)
    return span is not None and any(
        (span.start <= segment.span.start and segment.span.end <= span.end)
        or any(inline.is_pair and inline.opening == token.span for inline in segment.inlines)
        for segment in segments
    )


def _document_start(page: Page) -> int:
    """Where a start tag of ``html`` belongs: behind the doctype, before any element."""
    for token in page.tokens:
        is_blank = token.kind is TokenKind.TEXT and not token.data.strip(HTML_SPACE)
        if token.kind not in (TokenKind.DOCTYPE, TokenKind.COMMENT, TokenKind.GAP) and not is_blank:
            return token.span.start
    return len(page.text)
