"""Which parts of a page are text, and which element names mean what.

The inline names are those that Bergamot and po4a treat as inline, and form
controls, which stand in a sentence as a picture does; everything else parts
sentences. Names with a colon are Microsoft Word's (``st1:place``, ``o:p``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from html5lib.constants import namespaces

from dualpress.article import SegmentKind
from dualpress.html.bibliography import list_bibliographies
from dualpress.html.offsets import Page, Token, TokenKind
from dualpress.html.selectors import (
    AttributeSelector,
    attribute_selectors,
    find_matches,
)
from dualpress.html.tree import Node

__all__ = [
    "DEFAULT_SKIP",
    "INLINE",
    "LOOSE",
    "Policy",
    "Regions",
    "is_custom",
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

_HTML = namespaces["html"]
_NONE: frozenset[str] = frozenset()
_NEVER_TEXT = frozenset(
    "code iframe kbd math noembed noframes plaintext samp script style svg template textarea "
    "var xmp".split()
)
_NEVER_LABELLED = frozenset("noembed noframes plaintext script style template xmp".split())
_FALLBACK = frozenset("audio canvas meter progress video".split())
"""What stands in these is shown where a browser cannot show themselves: nowhere today."""
_TEXT_IN_SVG = frozenset({"title", "desc"})
_TEXT_MARKS = frozenset({"class", "contenteditable", "data-translate-ignore", "translate"})
# Elements whose text is not simply what that around them is.
_SPECIAL = _NEVER_TEXT | _FALLBACK | _TEXT_IN_SVG | {"foreignObject", "pre"}

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
_WHOLES = frozenset(("article", "main", "section", "body"))

# Looked up once: before Python 3.12 a member of an enum is slow to reach.
_COMMENT, _PARAGRAPH = TokenKind.COMMENT, SegmentKind.PARAGRAPH

# How far out what holds a block may tell its kind. Layouts nest a few dozen elements
# at most; on a page of a million, each block would ask all that are around it.
_DEEPEST_NEST = 200

_SWITCH = re.compile(r"\s*translate:\s*(on|off)\s*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Policy:
    """What of a page is text.

    Args:
        content: CSS selectors; where given, only text inside what they match counts, and
            what the head of the page says of it.
        skip: CSS selectors of what is no text, besides what the page marks itself.
        attributes: CSS selectors whose last compound names attributes that are text,
            besides those that always are (``figure[data-caption]``).
        pre: whether preformatted text is text.
        bibliographies: whether lists of references are translated.
        whole_blocks: whether a segment is a block rather than a sentence.
        fields: keys of the front matter that are text.
    """

    content: tuple[str, ...] = ()
    skip: tuple[str, ...] = DEFAULT_SKIP
    attributes: tuple[str, ...] = ()
    pre: bool = False
    bibliographies: bool = False
    whole_blocks: bool = False
    fields: tuple[str, ...] = ("title", "description", "summary")


class Regions:
    """Answers whether an element's text counts, by the policy and the page's own marks.

    Attributes:
        matched: the selectors of the policy that match something on the page.
        attribute_names: of the attributes that its selectors name, in lower case.
        bibliographies: what is no text since it is references.
        texts: the elements whose text is to be translated; ``None`` stands for no element.

    Raises:
        ConfigError: a selector of the policy is none.
    """

    def __init__(self, page: Page, policy: Policy) -> None:
        named = {selector: attribute_selectors(selector) for selector in policy.attributes}
        parts = [part for listed in named.values() for part in listed]
        found = find_matches(
            page, (*policy.content, *policy.skip, *(part.selector for part in parts))
        )
        self._policy = policy
        self._skipped = {node for selector in policy.skip for node in found[selector]}
        self.bibliographies = [] if policy.bibliographies else list_bibliographies(page)
        for bibliography in self.bibliographies:
            self._skipped.update(bibliography.elements)
        self._inside = _inside(page, policy.content, found) if policy.content else None
        self._switched_off = set(_switched_off(page))
        self._verdicts: dict[Node | None, bool] = {None: True}
        self._drawings: dict[Node, bool] = {}
        for node in page.elements:  # what holds an element comes before it
            if node.namespace != _HTML:
                self._drawings[node] = self._drawing_verdict(node)
            self._verdicts[node] = self._own_verdict(node, self._verdicts[node.parent])
        self.texts = {node for node, is_text in self._verdicts.items() if is_text}
        if self._inside is not None:
            self.texts &= self._inside
        self._named = _named_attributes(parts, found)
        self.attribute_names = frozenset[str]().union(*(part.names for part in parts))
        self.matched = frozenset(
            [
                *(one for one in (*policy.content, *policy.skip) if found[one]),
                *(one for one in named if any(found[part.selector] for part in named[one])),
            ]
        )

    @property
    def has_switches(self) -> bool:
        """Whether anything is switched off."""
        return bool(self._switched_off)

    def is_switched_off(self, token: Token) -> bool:
        """Whether it stands between ``<!-- translate:off -->`` and ``on``, or is one of them."""
        return token in self._switched_off

    def is_text(self, element: Node | None) -> bool:
        """Whether text whose innermost element is ``element`` is to be translated."""
        return element in self.texts

    def has_text_attributes(self, element: Node) -> bool:
        """Whether attributes of an element may be text: they may where its content is none."""
        if element.name in _NEVER_LABELLED or not self._counts(element):
            return False
        parent = element.parent
        while parent is not None and parent.name in _FALLBACK:  # the label of a `track`
            parent = parent.parent
        return self._marked_verdict(element, self._verdicts[parent])

    def named_attributes(self, element: Node) -> frozenset[str]:
        """The attributes of an element that the policy's selectors take for text."""
        return self._named.get(element, _NONE)

    def keeps_lines(self, element: Node | None) -> bool:
        """Whether text stands in ``pre``, where a line break is one."""
        while self._policy.pre and element is not None and element.name != "pre":
            element = element.parent
        return self._policy.pre and element is not None

    def _counts(self, element: Node) -> bool:
        """Whether an element stands inside what the policy's ``content`` matches."""
        return self._inside is None or element in self._inside

    def _own_verdict(self, element: Node, inherited: bool) -> bool:
        """Whether the text of an element is to be translated, if it counts."""
        name = element.name
        if name not in _SPECIAL:
            return self._marked_verdict(element, inherited)
        if name in _NEVER_TEXT or (name == "pre" and not self._policy.pre):
            return False
        if name == "foreignObject" or is_svg_label(element):
            return self._marked_verdict(element, self._drawing_verdict(element))
        return self._marked_verdict(element, inherited and name not in _FALLBACK)

    def _drawing_verdict(self, element: Node) -> bool:
        """Whether text in the place of the drawing that holds an element is to be translated."""
        around = element.parent
        if around is None or around.namespace != element.namespace:
            return self._verdicts[around]
        return self._marked_verdict(around, self._drawings[around])

    def _marked_verdict(self, element: Node, inherited: bool) -> bool:
        if element in self._skipped:
            return False
        if not element.attributes or _TEXT_MARKS.isdisjoint(element.attributes):
            return inherited
        if _is_marked_untranslatable(element):
            return False
        return inherited or _keyword(element, "translate") in ("yes", "")


@lru_cache(maxsize=1024)
def is_inline(name: str) -> bool:
    """Whether an element does not part a sentence; a custom element parts none in its midst.

    Args:
        name: of the element, in lower case.
    """
    return name in INLINE or ":" in name or is_custom(name)


def is_custom(name: str) -> bool:
    """Whether an element is a custom one, which a page's scripts define.

    https://html.spec.whatwg.org/multipage/custom-elements.html#valid-custom-element-name

    Args:
        name: of the element, in lower case.
    """
    return "-" in name


def is_svg_label(element: Node) -> bool:
    """Whether it is the title or the description of a drawing."""
    if element.name not in _TEXT_IN_SVG:
        return False
    return element.parent is not None and element.parent.name == "svg"


def kind_of(element: Node | None) -> SegmentKind:
    """What a block whose element is ``element`` is on its page."""
    for _ in range(_DEEPEST_NEST):
        if element is None or element.name in _WHOLES:
            break
        if is_svg_label(element):
            return SegmentKind.ATTRIBUTE
        kind = _KINDS.get(element.name)
        if kind is not None:
            return kind
        element = element.parent
    return _PARAGRAPH


def _is_marked_untranslatable(element: Node) -> bool:
    attributes = element.attributes
    return (
        _keyword(element, "translate") == "no"
        or "data-translate-ignore" in attributes
        or "notranslate" in attributes.get("class", "").split()
        or _keyword(element, "contenteditable") not in (None, "false", "inherit")
    )


def _keyword(element: Node, name: str) -> str | None:
    """The value of an attribute that has keywords, which are the same in any case."""
    value = element.attributes.get(name)
    return value.lower() if value is not None else None


def _inside(page: Page, content: Iterable[str], found: Mapping[str, Iterable[Node]]) -> set[Node]:
    """What stands inside of the matches of some selectors, and the head."""
    matches = {node for selector in content for node in found[selector]}
    inside: set[Node] = set()
    for node in page.elements:
        if node in matches or node.name == "head" or node.parent in inside:
            inside.add(node)
    return inside


def _named_attributes(
    parts: Iterable[AttributeSelector], found: Mapping[str, Iterable[Node]]
) -> dict[Node, frozenset[str]]:
    """The attributes that selectors name, by their element."""
    named: dict[Node, frozenset[str]] = {}
    for part in parts:
        for node in found[part.selector]:
            named[node] = named.get(node, _NONE) | part.names
    return named


def _switched_off(page: Page) -> Iterator[Token]:
    if "translate:" not in page.text.casefold():
        return
    is_off = False
    for token in page.tokens:
        switch = _SWITCH.fullmatch(token.data) if token.kind is _COMMENT else None
        if switch is not None:
            is_off = switch[1].lower() == "off"
        if is_off or switch is not None:
            yield token
