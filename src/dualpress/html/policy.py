"""Which parts of a page are text, and which element names mean what.

The inline names are those that Bergamot and po4a treat as inline, and form
controls, which stand in a sentence as a picture does; everything else parts
sentences. Names with a colon are Microsoft Word's (``st1:place``, ``o:p``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import soupsieve
from bs4 import BeautifulSoup
from bs4.element import Tag

from dualpress.article import SegmentKind
from dualpress.errors import ConfigError
from dualpress.html.bibliography import find_bibliographies
from dualpress.html.offsets import Page, Token, TokenKind

__all__ = [
    "DEFAULT_SKIP",
    "INLINE",
    "LOOSE",
    "Policy",
    "Regions",
    "compiled",
    "is_inline",
    "is_svg_label",
    "kind_of",
]

LOOSE = frozenset(
    "audio button canvas embed iframe img input map meter noscript object picture progress script "
    "select style svg template textarea video wbr".split()
)
"""Inline elements that are no words: at the edge of a sentence they stay outside of it."""

INLINE = LOOSE | frozenset(
    "a abbr acronym b bdi bdo big br cite code data del dfn em font i ins kbd mark math nobr q rb "
    "rp rt rtc ruby s samp small span strike strong sub sup time tt u var".split()
)
"""Elements that do not part a sentence."""

_NEVER_TEXT = frozenset(
    "code iframe kbd math noembed noframes plaintext samp script style svg template textarea "
    "var xmp".split()
)
_NEVER_LABELLED = frozenset("noembed noframes plaintext script style template xmp".split())
_FALLBACK = frozenset("audio canvas meter progress video".split())
"""What stands in these is shown where a browser cannot show themselves: nowhere today."""
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

_SWITCH = re.compile(r"\s*translate:(on|off)\s*")


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
    """Answers whether an element's text counts, by the policy and the page's own marks.

    Raises:
        ConfigError: a selector of the policy is none.
    """

    def __init__(self, page: Page, policy: Policy) -> None:
        self._policy = policy
        self._verdicts: dict[int, bool] = {}
        self._skipped = _select_all(page.soup, policy.skip)
        self._content = _select_all(page.soup, policy.content)
        if not policy.bibliographies:
            self._skipped |= {id(tag) for tag in find_bibliographies(page)}
        self._switched_off = {token.span for token in _switched_off(page)}

    def is_switched_off(self, token: Token) -> bool:
        """Whether it stands between ``<!-- translate:off -->`` and ``on``, or is one of them."""
        return token.span in self._switched_off

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

    def has_text_attributes(self, element: Tag) -> bool:
        """Whether attributes of an element may be text: they may where its content is none."""
        if element.name in _NEVER_LABELLED:
            return False
        parent = element.parent
        while parent is not None and parent.name in _FALLBACK:  # the label of a `track`
            parent = parent.parent
        return self._marked_verdict(element, self.is_text(parent))

    def keeps_lines(self, element: Tag | None) -> bool:
        """Whether text stands in ``pre``, where a line break is one."""
        while self._policy.pre and element is not None and element.name != "pre":
            element = element.parent
        return self._policy.pre and element is not None

    def _own_verdict(self, tag: Tag, inherited: bool) -> bool:
        if tag.name in _NEVER_TEXT or (tag.name == "pre" and not self._policy.pre):
            return False
        if is_svg_label(tag) and tag.parent is not None:
            return self._marked_verdict(tag, self.is_text(tag.parent.parent))
        return self._marked_verdict(tag, inherited and tag.name not in _FALLBACK)

    def _marked_verdict(self, tag: Tag, inherited: bool) -> bool:
        if id(tag) in self._skipped or _is_marked_untranslatable(tag):
            return False
        if id(tag) in self._content or _keyword(tag, "translate") in ("yes", ""):
            return True
        return inherited


def is_inline(name: str) -> bool:
    """Whether an element does not part a sentence.

    Args:
        name: of the element, in lower case.
    """
    return name in INLINE or ":" in name


def is_svg_label(element: Tag) -> bool:
    """Whether it is the title or the description of a drawing."""
    in_svg = element.parent is not None and element.parent.name == "svg"
    return in_svg and element.name in _TEXT_IN_SVG


def kind_of(element: Tag | None) -> SegmentKind:
    """What a block whose element is ``element`` is on its page."""
    while element is not None:
        if is_svg_label(element):
            return SegmentKind.ATTRIBUTE
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
        _keyword(tag, "translate") == "no"
        or "data-translate-ignore" in attributes
        or "notranslate" in tag.get_attribute_list("class")
        or _keyword(tag, "contenteditable") not in (None, "false", "inherit")
    )


def _keyword(tag: Tag, name: str) -> str | None:
    """The value of an attribute that has keywords, which are the same in any case."""
    value = tag.get(name)
    return value.lower() if isinstance(value, str) else None


def _switched_off(page: Page) -> Iterator[Token]:
    is_off = False
    for token in page.tokens:
        switch = _SWITCH.fullmatch(token.data) if token.kind is TokenKind.COMMENT else None
        if switch is not None:
            is_off = switch[1] == "off"
        if is_off or switch is not None:
            yield token


def _select_all(soup: BeautifulSoup, selectors: Iterable[str]) -> set[int]:
    """The ids of all elements that any of some CSS selectors matches."""
    # Compiled one by one to name the one that is wrong; matched in one walk.
    patterns = [compiled(selector).pattern for selector in selectors]
    return {id(tag) for tag in compiled(", ".join(patterns)).select(soup)} if patterns else set()


def compiled(selector: str) -> soupsieve.SoupSieve:
    """Compile a CSS selector; soupsieve keeps those that it has compiled.

    Raises:
        ConfigError: it is no selector.
    """
    try:
        return soupsieve.compile(selector)
    except soupsieve.SelectorSyntaxError as error:
        reason = str(error).splitlines()[0].rstrip(".")
        raise ConfigError(f"{selector!r} is not a CSS selector: {reason}") from None
