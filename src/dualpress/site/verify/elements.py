"""Which elements are open at a place of a page, and what holds for the text there.

End tags may be left out where the HTML standard says so, as programs that
make pages small do: https://html.spec.whatwg.org/multipage/syntax.html#optional-tags
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from dualpress.html.policy import INLINE

__all__ = ["Attributes", "Element", "OpenElements", "Unit", "is_block"]

Attributes = Mapping[str, str]

_VOID = frozenset(
    "area base br col embed frame hr img input link meta param source track wbr".split()
)
_NO_PROSE = frozenset(
    "audio canvas code head iframe kbd math noembed noframes noscript object pre samp script "
    "select style svg template textarea title var video xmp".split()
)

_ITEM, _TERM, _ROW = frozenset({"li"}), frozenset({"dt", "dd"}), frozenset({"tr", "td", "th"})
_GROUP = _ROW | {"thead", "tbody", "tfoot"}
_LISTS, _TABLE = frozenset({"ul", "ol", "menu"}), frozenset({"table"})
_OPTION = frozenset({"option"})
# What a start tag closes, and the elements that it does not look beyond.
_CLOSES = {
    "li": (_ITEM, _LISTS),
    **dict.fromkeys(_TERM, (_TERM, frozenset({"dl"}))),
    **dict.fromkeys(("td", "th"), (frozenset({"td", "th"}), _TABLE | {"tr"})),
    "tr": (_ROW, _TABLE),
    **dict.fromkeys(("thead", "tbody", "tfoot"), (_GROUP, _TABLE)),
    "option": (_OPTION, frozenset({"select", "datalist"})),
    "body": (frozenset({"head"}), frozenset({"html"})),
}
_PARAGRAPH = frozenset({"p"})
_CLOSES_PARAGRAPH = frozenset(
    "address article aside blockquote details dialog div dl fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav ol p pre search section table ul".split()
)
_HOLDS_PARAGRAPHS = frozenset("button caption object table td th template".split())
_BLOCKED_END = _HOLDS_PARAGRAPHS | {"html", "body"}
_PARTS = frozenset({"main", "article"})
_DEEPEST = 512
"""Browsers open no more elements in each other either, and a hostile page has thousands."""

_WHOLE_PAGE = _PARTS | {"html", "body"}
_APART = frozenset("dialog head nav template".split())
_APART_ROLES = frozenset({"navigation", "note", "search", "dialog", "alert"})
_FRAME = frozenset({"header", "footer", "aside"})
_SWITCHER = re.compile(r"(?<![a-z])lang|language|locale|translat|switch|भाषा", re.IGNORECASE)


def is_block(name: str) -> bool:
    """Whether an element parts sentences."""
    return name not in INLINE


@dataclass(slots=True)
class Unit:
    """A heading, a paragraph, an item or a cell.

    Attributes:
        line: of its start tag.
        outer: the one that it stands in.
        is_filled: whether there is text in it, a picture or the like.
    """

    line: int
    outer: Unit | None = None
    is_filled: bool = False

    def fill(self) -> None:
        """Note that there is something in it, and so in those that it stands in."""
        unit: Unit | None = self
        while unit is not None and not unit.is_filled:
            unit.is_filled = True
            unit = unit.outer


@dataclass(slots=True)
class Element:
    """An open element, and what holds inside of it.

    Attributes:
        name: in lower case.
        lang: the language that its text is marked as; ``None`` where that is the page's.
        is_prose: whether its text is for readers, and for translators.
        is_apart: whether it is navigation, which differs between versions of a page.
        is_frame: whether it is the head, the foot or the side of something.
        is_switcher: whether it seems to hold the links to other languages.
        is_drawing: whether it is of SVG.
        parts: which of a page's parts it belongs to: ``body``, ``main``, ``article``.
        unit: the heading, paragraph, item or cell that it stands in, or that it is.
    """

    name: str
    lang: str | None = None
    is_prose: bool = True
    is_apart: bool = False
    is_frame: bool = False
    is_switcher: bool = False
    is_drawing: bool = False
    parts: tuple[str, ...] = ("body",)
    unit: Unit | None = None

    @property
    def is_content(self) -> bool:
        """Whether it is the page's own, and not of what stands around on all pages."""
        return not self.is_apart and (not self.is_frame or len(self.parts) > 1)


class OpenElements:
    """The elements that are open."""

    def __init__(self) -> None:
        self._stack = [Element("")]
        self._names: Counter[str] = Counter()

    @property
    def current(self) -> Element:
        """The innermost one; where none is, one without a name."""
        return self._stack[-1]

    @property
    def depth(self) -> int:
        """How many are open."""
        return len(self._stack) - 1

    def holds(self, *names: str) -> bool:
        """Whether one of some names is open."""
        return any(self._names[name] for name in names)

    def start(self, name: str, attributes: Attributes) -> Element:
        """Open an element, and close what its start tag closes.

        Returns:
            The element; one that can hold nothing is not open afterwards.
        """
        if closed := _CLOSES.get(name):
            self._close(*closed)
        if name in _CLOSES_PARAGRAPH:
            self._close(_PARAGRAPH, _HOLDS_PARAGRAPHS)
        element = _inside(self.current, name, attributes)
        if name not in _VOID and len(self._stack) <= _DEEPEST:
            self._stack.append(element)
            self._names[name] += 1
        return element

    def end(self, name: str) -> None:
        """Close the innermost element of a name, if one is open."""
        self._close(frozenset({name}), _BLOCKED_END - {name}, innermost=True)

    def _close(
        self, names: frozenset[str], bounds: frozenset[str], *, innermost: bool = False
    ) -> None:
        """Close the elements of these names, and what is in them, up to an element of the others.

        Args:
            names: of what is closed.
            bounds: of what is not looked beyond.
            innermost: close but the first that is found.
        """
        if not self.holds(*names):
            return
        found = None
        for index in range(len(self._stack) - 1, 0, -1):
            if self._stack[index].name in names:
                found = index
                if innermost:
                    break
            elif self._stack[index].name in bounds:
                break
        if found is not None:
            self._names.subtract(element.name for element in self._stack[found:])
            del self._stack[found:]


def _inside(parent: Element, name: str, attributes: Attributes) -> Element:
    """What holds inside an element."""
    return Element(
        name,
        _lang(parent, name, attributes),
        parent.is_prose and name not in _NO_PROSE and not _is_kept(attributes),
        parent.is_apart or _is_apart(name, attributes),
        parent.is_frame or name in _FRAME,
        parent.is_switcher or _names_languages(name, attributes),
        parent.is_drawing or name == "svg",
        _parts(parent, name),
        parent.unit,
    )


def _lang(parent: Element, name: str, attributes: Attributes) -> str | None:
    if name == "html" or "lang" not in attributes:
        return parent.lang
    return attributes["lang"].strip().lower() or None


def _is_kept(attributes: Attributes) -> bool:
    """Whether an author marked it as nothing to translate."""
    if attributes.get("translate", "").lower() == "no" or "data-translate-ignore" in attributes:
        return True
    return "notranslate" in attributes.get("class", "").split() or "hidden" in attributes


def _is_apart(name: str, attributes: Attributes) -> bool:
    return name in _APART or attributes.get("role", "").lower() in _APART_ROLES


def _parts(parent: Element, name: str) -> tuple[str, ...]:
    is_new = name in _PARTS and name not in parent.parts
    return (*parent.parts, name) if is_new else parent.parts


def _names_languages(name: str, attributes: Attributes) -> bool:
    if name in _WHOLE_PAGE:
        return False
    said = (attributes.get(key, "") for key in ("class", "id", "aria-label"))
    return any(_SWITCHER.search(value) for value in said if value)
