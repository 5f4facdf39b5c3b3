"""Lists of references: by default they stay in the language of the source.

They are told by their class, or by the heading that they stand under.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from bs4.element import Tag

from dualpress.html.offsets import Page, TokenKind

__all__ = ["find_bibliographies"]

_HEADING = re.compile(
    r"(references|sources|bibliography|works cited|संदर्भ|सन्दर्भ|संदर्भ सूची|स्रोत)\s*(?::-?|[।–—-])?",
    re.IGNORECASE,
)
_CLASS = re.compile(r"(?:^|[\s_-])(references|reflist|bibliography)(?:$|[\s_-])", re.I)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_BOLD = frozenset(("b", "strong"))  # a bold line may stand for a heading
_LISTS = frozenset(("dl", "ol", "ul"))
_LONGEST_HEADING = 60


def find_bibliographies(page: Page) -> list[Tag]:
    """Return what stands under a heading of references, and what bears their class."""
    found: dict[int, Tag] = {}
    for token in page.tokens:
        if token.element is None:
            continue
        if token.kind is TokenKind.START_TAG and _CLASS.search(_classes(token.element)):
            found[id(token.element)] = token.element
        elif token.kind is TokenKind.TEXT and _HEADING.match(token.data.strip()):
            for tag in _below(_heading(token.element)):
                if id(tag) in found:
                    break  # what follows was found under an earlier heading
                found[id(tag)] = tag
    return list(found.values())


def _classes(element: Tag) -> str:
    return " ".join(element.get_attribute_list("class")) if "class" in element.attrs else ""


def _heading(element: Tag) -> Tag | None:
    """The block that a heading of references fills alone, with text inside of ``element``."""
    text = _short_text(element)
    if not _HEADING.fullmatch(text):
        return None
    names = {element.name}
    while element.parent is not None and _short_text(element.parent) == text:
        element = element.parent
        names.add(element.name)
    return element if names & (_HEADINGS | _BOLD) else None


def _short_text(element: Tag) -> str:
    """What an element says, or its beginning where that is too long for a heading."""
    text = ""
    for string in element.strings:
        text = (text + string).lstrip()
        if len(text) > _LONGEST_HEADING:
            break
    return text.rstrip()


def _below(heading: Tag | None) -> Iterator[Tag]:
    """What follows a heading, up to the next one or the end of the first list."""
    for sibling in heading.next_siblings if heading is not None else ():
        if not isinstance(sibling, Tag):
            continue
        if sibling.name in _HEADINGS:
            return
        if sibling.name in _LISTS or sibling.name in ("div", "p"):
            yield sibling
        if sibling.name in _LISTS:
            return
