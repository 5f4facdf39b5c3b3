"""Collects what is to change on one page, and finds the places where additions go."""

from __future__ import annotations

import html
from collections.abc import Iterator
from functools import cached_property
from itertools import dropwhile

from bs4.element import Tag

from dualpress.article import Span
from dualpress.html.attributes import Attribute, find_attributes
from dualpress.html.offsets import Page, Token, TokenKind
from dualpress.html.patches import Patch

__all__ = ["HTML_SPACE", "Edits", "escape", "find_attribute", "find_metas", "span_of"]


def escape(text: str) -> str:
    """Write text so that it can stand in an attribute between double quotes, or between tags."""
    return html.escape(text, quote=True)


def find_attribute(page: Page, token: Token, name: str) -> Attribute | None:
    """The attribute of that name (lower case) of a start tag, as it stands in the source."""
    attributes = find_attributes(page.raw(token.span), token.span.start)
    return next((found for found in attributes if found.name == name), None)


def span_of(page: Page, element: Tag) -> Span | None:
    """Where an element stands, start tag to end tag; ``None`` if it has no start tag.

    An element whose end tag is left out ends where the next token no longer
    stands in it.
    """
    opening = page.start_tags.get(id(element))
    if opening is None:
        return None
    for token in dropwhile(lambda token: token is not opening, page.tokens):
        if _is_inside(token, element):
            continue
        closes = token.kind is TokenKind.END_TAG and token.name == element.name
        return Span(opening.span.start, token.span.end if closes else token.span.start)
    return Span(opening.span.start, len(page.text))


def _is_inside(token: Token, element: Tag) -> bool:
    """Whether an element is open at a token: after an end tag, before anything else."""
    if token.kind is TokenKind.END_TAG and token.name in ("body", "html"):
        return element.name in ("body", "html")
    # A tag that opened nothing, and a gap, are inside of whatever is open.
    return token.element is None or _holds(element, token.element)


def _holds(outer: Tag, inner: Tag) -> bool:
    return inner is outer or any(parent is outer for parent in inner.parents)


HTML_SPACE = " \t\n\r\f"
"""What HTML takes for white space; Unicode has more."""


class Edits:
    """The changes to one page besides its text.

    Args:
        page: the page as it was parsed.
    """

    def __init__(self, page: Page) -> None:
        self.page = page
        self.warnings: list[str] = []
        self._patches: list[Patch] = []
        self._head: list[str] = []
        self._body: list[str] = []

    def patch(self, span: Span, text: str) -> None:
        """Put text in place of a span."""
        self._patches.append(Patch.replace(span, text))

    def insert(self, offset: int, text: str) -> None:
        """Put text in at an offset."""
        self._patches.append(Patch.insert(offset, text))

    def warn(self, text: str, offset: int) -> None:
        """Tell the editor of something at an offset; ``text`` is one sentence without a stop."""
        self.warnings.append(f"line {self.page.line(offset)}: {text}")

    def set_attribute(self, token: Token, name: str, value: str) -> None:
        """Give a start tag's attribute a value, in its own quotes where it has some."""
        attribute = find_attribute(self.page, token, name)
        if attribute is None:
            after_name = token.span.start + 1 + len(token.name)
            self.patch(Span(after_name, after_name), f' {name}="{escape(value)}"')
        elif attribute.value is None:
            self.patch(attribute.span, f'{name}="{escape(value)}"')
        elif attribute.quote:
            self.patch(attribute.value, escape(value))
        else:
            self.patch(attribute.value, f'"{escape(value)}"')

    def remove(self, token: Token) -> None:
        """Take a tag off the page."""
        self.patch(token.span, "")

    def add_to_head(self, markup: str) -> None:
        """Put an element at the end of the head."""
        self._head.append(markup)

    def add_to_body(self, markup: str) -> None:
        """Put an element at the start of the body, after what was put there before."""
        self._body.append(markup)

    def start_tags(self, *names: str) -> Iterator[tuple[Token, Tag]]:
        """Yield the start tags of these names that opened an element, in source order."""
        for token in self.page.tokens:
            is_named = token.kind is TokenKind.START_TAG and token.name in names
            if is_named and token.element is not None:
                yield token, token.element

    def patches(self) -> list[Patch]:
        """All changes."""
        added = [(self.head_end, self._head)] if self._head else []
        if self._body and self.page.soup.body is not None:  # a page of frames has none
            added.append((self.body_start, self._body))
        insertions = [
            Patch.insert(offset, "".join(self._on_own_line(offset, lines)))
            for offset, lines in added
        ]
        return [*self._patches, *insertions]

    def _on_own_line(self, offset: int, lines: list[str]) -> Iterator[str]:
        """Each addition on a line of its own, except where what follows shares its line."""
        text = self.page.text
        newline = "\r\n" if "\r\n" in text else "\n"
        at_line_start = offset == 0 or text[offset - 1] in "\r\n"
        for line in lines:
            yield f"{line}{newline}" if at_line_start else f"{newline}{line}"

    @cached_property
    def head_end(self) -> int:
        """Where the head ends: its end tag, or what closes it in its stead."""
        for token in self.page.tokens:
            if token.span.start >= self._body_token.start:
                break
            if token.kind is TokenKind.END_TAG and token.name == "head":
                return token.span.start
        return self._body_token.start

    @cached_property
    def body_start(self) -> int:
        """Where the content of the body starts."""
        token = self.page.start_tags.get(id(self.page.soup.body))
        return token.span.end if token else self._body_token.start

    @cached_property
    def _body_token(self) -> Span:
        """The first token of the body: its start tag or, without one, its first content."""
        body = self.page.soup.find(["body", "frameset"])
        for token in self.page.tokens:
            if isinstance(body, Tag) and _is_content_of(body, token):
                return token.span
        end = len(self.page.text)
        return Span(end, end)


def _is_content_of(body: Tag, token: Token) -> bool:
    """Whether a token stands in the body, or opens it by closing what holds it."""
    if token.kind is TokenKind.END_TAG:
        return token.name in ("body", "html")
    is_content = token.kind is TokenKind.START_TAG or (
        token.kind is TokenKind.TEXT and bool(token.data.strip(HTML_SPACE))
    )
    return is_content and token.element is not None and _holds(body, token.element)


def find_metas(edits: Edits, name: str) -> list[tuple[Token, Tag]]:
    """The ``meta`` elements of a name; Open Graph's are found under either attribute."""
    return [
        (token, element)
        for token, element in edits.start_tags("meta")
        if name in (_lower(element.get("property")), _lower(element.get("name")))
    ]


def _lower(value: object) -> str:
    return str(value or "").strip().lower()
