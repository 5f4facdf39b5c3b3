"""Which parts of a page are text, and which element names mean what.

The inline names are those that Bergamot and po4a treat as inline, less the
form controls; everything else parts sentences.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

import soupsieve
from bs4 import BeautifulSoup
from bs4.element import Tag

from dualpress.article import SegmentKind
from dualpress.errors import ConfigError

__all__ = ["DEFAULT_SKIP", "INLINE", "LOOSE", "Policy", "Regions", "kind_of"]

INLINE = frozenset(
    "a abbr acronym b bdi bdo big br cite code data del dfn em embed font i iframe img input ins "
    "kbd map mark math meter nobr object picture progress q rb rp rt rtc ruby s samp "
    "script small span strike strong style sub sup svg template time tt u var video audio canvas "
    "wbr".split()
)
"""Elements that do not part a sentence."""

LOOSE = frozenset(
    "audio canvas embed iframe img input map meter object picture progress script style "
    "svg template video wbr".split()
)
"""Inline elements that are no words: at the edge of a sentence they stay outside of it."""

_NEVER_TEXT = frozenset(
    "code iframe kbd math noembed noframes plaintext samp script style svg template textarea "
    "var xmp".split()
)
_TEXT_IN_SVG = frozenset({"title", "desc"})

DEFAULT_SKIP = (
    # Plugins that show their own language switcher; its words are names of languages.
    ".gtranslate_wrapper",
    ".lang-switch",
    ".wpml-ls",
    ".dp-switch",
)

_KINDS = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), SegmentKind.HEADING),
    **dict.fromkeys(("li", "dt", "dd"), SegmentKind.ITEM),
    **dict.fromkeys(("td", "th"), SegmentKind.CELL),
    **dict.fromkeys(("figcaption", "caption", "legend"), SegmentKind.CAPTION),
    **dict.fromkeys(("button", "option", "label", "nav", "summary"), SegmentKind.CONTROL),
    "blockquote": SegmentKind.QUOTE,
    "title": SegmentKind.TITLE,
}

_BIBLIOGRAPHY_HEADING = re.compile(
    r"(references|sources|bibliography|works cited|संदर्भ|सन्दर्भ|संदर्भ सूची|स्रोत)\s*[:।]?",
    re.IGNORECASE,
)
_BIBLIOGRAPHY_CLASS = re.compile(r"(?:^|[\s_-])(references|reflist|bibliography)(?:$|[\s_-])", re.I)
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True, slots=True)
class Policy:
    """What of a page is text.

    Args:
        content: CSS selectors; where given, only text inside what they match counts.
        skip: CSS selectors of what is no text, besides what the page marks itself.
        pre: whether preformatted text is text.
        bibliographies: whether lists of references are translated.
        whole_blocks: whether a segment is a block rather than a sentence.
        fields: keys of the front matter that are text.
    """

    content: tuple[str, ...] = ()
    skip: tuple[str, ...] = DEFAULT_SKIP
    pre: bool = False
    bibliographies: bool = False
    whole_blocks: bool = False
    fields: tuple[str, ...] = ("title", "description", "summary")


class Regions:
    """Answers whether an element's text counts, by the policy and the page's own marks."""

    def __init__(self, soup: BeautifulSoup, policy: Policy) -> None:
        self._policy = policy
        self._verdicts: dict[int, bool] = {}
        self._skipped = {id(tag) for tag in _select_all(soup, policy.skip)}
        self._content = {id(tag) for tag in _select_all(soup, policy.content)}
        if not policy.bibliographies:
            self._skipped |= {id(tag) for tag in _bibliographies(soup)}

    def is_text(self, element: Tag | None) -> bool:
        """Whether text whose innermost element is ``element`` is to be translated."""
        path: list[Tag] = []
        verdict = not self._content
        while element is not None:
            known = self._verdicts.get(id(element))
            if known is not None:
                verdict = known
                break
            path.append(element)
            element = element.parent
        for tag in reversed(path):
            verdict = self._own_verdict(tag, verdict)
            self._verdicts[id(tag)] = verdict
        return verdict

    def _own_verdict(self, tag: Tag, inherited: bool) -> bool:
        if tag.name in _NEVER_TEXT or (tag.name == "pre" and not self._policy.pre):
            return False
        if tag.name in _TEXT_IN_SVG and tag.parent is not None and tag.parent.name == "svg":
            return self.is_text(tag.parent.parent)
        if id(tag) in self._skipped or _is_marked_untranslatable(tag):
            return False
        if id(tag) in self._content or tag.get("translate") in ("yes", ""):
            return True
        return inherited


def kind_of(element: Tag | None) -> SegmentKind:
    """What a block whose element is ``element`` is on its page."""
    while element is not None:
        kind = _KINDS.get(element.name)
        if kind is not None:
            return kind
        if element.name in ("article", "main", "section", "body"):
            break
        element = element.parent
    return SegmentKind.PARAGRAPH


def _is_marked_untranslatable(tag: Tag) -> bool:
    attributes = tag.attrs
    if not attributes:
        return False
    return (
        attributes.get("translate") == "no"
        or "data-translate-ignore" in attributes
        or "notranslate" in tag.get_attribute_list("class")
        or attributes.get("contenteditable", "false") != "false"
    )


def _bibliographies(soup: BeautifulSoup) -> Iterator[Tag]:
    """Yield what stands under a heading of references, and what bears their class."""
    yield from soup.find_all(class_=_BIBLIOGRAPHY_CLASS)
    for heading in soup.find_all([*_HEADINGS, "b", "strong"]):
        if _BIBLIOGRAPHY_HEADING.fullmatch(heading.get_text().strip()):
            yield from _until_next_heading(_outermost(heading))


def _outermost(heading: Tag) -> Tag:
    """The block that a heading, or a bold line standing for one, fills alone."""
    text = heading.get_text().strip()
    while heading.parent is not None and heading.parent.get_text().strip() == text:
        heading = heading.parent
    return heading


def _until_next_heading(heading: Tag) -> Iterator[Tag]:
    for sibling in heading.find_next_siblings():
        if sibling.name in _HEADINGS:
            return
        if sibling.name in ("ol", "ul", "p", "div", "dl"):
            yield sibling
        if sibling.name in ("ol", "ul", "dl"):
            return


def _select_all(soup: BeautifulSoup, selectors: Iterable[str]) -> Iterator[Tag]:
    for selector in selectors:
        yield from compiled(selector).select(soup)


@cache
def compiled(selector: str) -> soupsieve.SoupSieve:
    """Compile a CSS selector.

    Raises:
        ConfigError: it is no selector.
    """
    try:
        return soupsieve.compile(selector)
    except soupsieve.SelectorSyntaxError as error:
        reason = str(error).splitlines()[0].rstrip(".")
        raise ConfigError(f"{selector!r} is not a CSS selector: {reason}") from None
