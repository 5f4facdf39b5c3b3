"""CSS selectors: which elements of a page they match, and which attributes they name.

soupsieve knows all of CSS, and asks every element for every selector. Nearly
all selectors of a policy are one class, id or attribute: those are looked up
by it in one walk over the page, and soupsieve is asked for the others alone.
"""

from __future__ import annotations

import re
import warnings
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import regex
import soupsieve
from bs4.builder import HTMLTreeBuilder

from dualpress.errors import ConfigError
from dualpress.html.offsets import Page
from dualpress.html.tree import Node

__all__ = [
    "AttributeSelector",
    "attribute_selectors",
    "compiled",
    "find_matches",
    "is_simple",
]

_SIMPLE = re.compile(
    r"""
    (?P<name>[a-z][a-z0-9]*)?
    (?P<marks>(?:[.#][a-z_][a-z0-9_-]*)*)
    (?:\[(?P<attribute>(?!type\b)[a-z][a-z0-9-]*)(?:(?P<operator>\^?=)"(?P<value>[^"\\]+)")?\])?
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""One compound of a name, classes, an id, an attribute; ``type`` ignores case in HTML."""

_PIECE = regex.compile(
    r"""
    \[\s*(?P<attribute>[\p{L}_][\p{L}\p{N}_-]*)\s*\]
    | (?P<brackets>\[(?:[^\]"']|(?&text))*\])
    | (?P<parentheses>\((?:[^()"']|(?&text)|(?&parentheses))*\))
    | (?P<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')
    | (?P<comma>\s*,\s*)
    | (?P<combinator>\s*[>+~]\s*|\s+)
    | \\. | .
    """,
    regex.VERBOSE | regex.DOTALL,
)

_ACTED_UPON = frozenset(
    "accept accept-charset accesskey action archive background cite class classid codebase "
    "data dir dropzone for form formaction headers href http-equiv id imagesizes imagesrcset "
    "is itemid itemprop itemref itemtype lang longdesc manifest method name nonce part ping "
    "poster profile rel rev role sizes slot src srcdoc srclang srcset style target translate "
    "type usemap xmlns".split()
)
"""Attributes of HTML that browsers act upon and no reader reads."""


class AttributeSelector(NamedTuple):
    """Elements, and the attributes of them that are text.

    Args:
        selector: of the elements.
        names: of the attributes, in lower case.
    """

    selector: str
    names: frozenset[str]


def compiled(selector: str) -> soupsieve.SoupSieve:
    """Compile a CSS selector; soupsieve keeps those that it has compiled.

    Raises:
        ConfigError: it is no selector.
    """
    try:
        with warnings.catch_warnings():
            # That `:contains` will be called otherwise is nothing to do with an editor's page.
            warnings.simplefilter("ignore", FutureWarning)
            return soupsieve.compile(selector)
    except NotImplementedError:  # "p::before", "@page"
        reason = "pseudo-elements and at-rules name no element of a page"
    except (soupsieve.SelectorSyntaxError, ValueError) as error:
        reason = str(error).splitlines()[0].rstrip(".") if str(error) else "it is empty"
    raise ConfigError(f"{selector!r} is not a CSS selector: {reason}")


def find_matches(page: Page, selectors: Iterable[str]) -> dict[str, list[Node]]:
    """Find the elements that each of some CSS selectors matches.

    Args:
        page: parsed.
        selectors: of HTML; names of elements and attributes in any case.

    Returns:
        Elements in the order of the page, by selector.

    Raises:
        ConfigError: one is no selector.
    """
    found: dict[str, list[Node]] = {selector: [] for selector in selectors}
    index = _index_of(tuple(found))
    for element in page.elements[1:] if index else ():
        for simple in index.candidates(element):
            if simple.matches(element):
                found[simple.selector].append(element)
    for selector in found:
        if selector not in index:
            tags = compiled(selector).select(page.soup)
            found[selector] = [page.nodes[id(tag)] for tag in tags]
    return found


def is_simple(selector: str) -> bool:
    """Whether a CSS selector is one compound, which is looked up without soupsieve."""
    return _simple(selector) is not None


def attribute_selectors(selector: str) -> list[AttributeSelector]:
    """Read a CSS selector as one of attributes: those that its last compound names.

    ``figure > img[data-title]`` means the attribute ``data-title`` of such
    images; one with a value (``[lang="en"]``) only says which elements.

    Args:
        selector: may be a list, separated by commas.

    Returns:
        One of each selector of the list.

    Raises:
        ConfigError: it is no selector, or one of the list names no attribute,
            or one that browsers act upon.
    """
    compiled(selector)
    found = [AttributeSelector(one.strip(), names) for one, names in _alternatives(selector)]
    for one, names in found:
        acted_upon = sorted(name for name in names if name in _ACTED_UPON or name[:2] == "on")
        if acted_upon:
            raise ConfigError(
                f"{one!r} names the attribute {acted_upon[0]!r}, which is no text for a reader",
                hint="Name attributes that hold words, such as [data-caption]",
            )
        if not names:
            raise ConfigError(
                f"{one!r} names no attribute",
                hint="End it with the attribute in square brackets, such as img[data-caption]",
            )
    return found


def _alternatives(selector: str) -> Iterator[tuple[str, frozenset[str]]]:
    """The selectors of a list, each with the attributes that its last compound names."""
    start = 0
    names: set[str] = set()
    for piece in _PIECE.finditer(selector.strip()):
        if piece["attribute"]:
            names.add(piece["attribute"].lower())
        elif piece["comma"]:
            yield piece.string[start : piece.start()], frozenset(names)
            start = piece.end()
        if piece["comma"] or piece["combinator"]:
            names.clear()
    yield selector.strip()[start:], frozenset(names)


@dataclass(frozen=True, slots=True)
class _Simple:
    """A selector of one compound.

    Args:
        selector: as it was given.
        name: of the element; empty for any.
        classes: that it has.
        ids: what its ``id`` is.
        attribute: that it has; empty for any.
        value: what the attribute is, or begins with; ``None`` for any.
        is_prefix: whether it begins with it.
    """

    selector: str
    name: str
    classes: tuple[str, ...]
    ids: tuple[str, ...]
    attribute: str
    value: str | None
    is_prefix: bool

    @property
    def key(self) -> tuple[str, str]:
        """What of an element leads to the selector: the rarest of what it asks for."""
        if self.ids:
            return "#", self.ids[0]
        if self.classes:
            return ".", self.classes[0]
        return ("[", self.attribute) if self.attribute else ("", self.name)

    def matches(self, element: Node) -> bool:
        """Whether it matches an element."""
        attributes = element.attributes
        return (
            (not self.name or element.name == self.name)
            and all(attributes.get("id") == name for name in self.ids)
            and (not self.classes or set(_classes(attributes)).issuperset(self.classes))
            and (not self.attribute or self._has_attribute(element))
        )

    def _has_attribute(self, element: Node) -> bool:
        value = element.attributes.get(self.attribute)
        if value is None or self.value is None:
            return value is not None
        if _is_list(element.name, self.attribute):
            value = " ".join(value.split())
        return value.startswith(self.value) if self.is_prefix else value == self.value


class _Index:
    """Simple selectors by what leads to them."""

    def __init__(self, selectors: Iterable[_Simple]) -> None:
        self._known: set[str] = set()
        by_key: defaultdict[str, dict[str, list[_Simple]]] = defaultdict(dict)
        for simple in selectors:
            kind, name = simple.key
            self._known.add(simple.selector)
            by_key[kind].setdefault(name, []).append(simple)
        self._by_name, self._by_id = by_key[""], by_key["#"]
        self._by_class, self._by_attribute = by_key["."], by_key["["]

    def __contains__(self, selector: str) -> bool:
        return selector in self._known

    def __bool__(self) -> bool:
        return bool(self._known)

    def candidates(self, element: Node) -> list[_Simple]:
        """Those that may match an element, each once."""
        attributes = element.attributes
        found = list(self._by_name.get(element.name, ())) if self._by_name else []
        if self._by_id and "id" in attributes:
            found += self._by_id.get(attributes["id"], ())
        if self._by_class and "class" in attributes:
            for name in self._by_class.keys() & attributes["class"].split():
                found += self._by_class[name]
        if self._by_attribute:
            for name in self._by_attribute.keys() & attributes.keys():
                found += self._by_attribute[name]
        return found


@lru_cache(maxsize=1 << 4)
def _index_of(selectors: tuple[str, ...]) -> _Index:
    """The index of those that are simple; the pages of a site ask for the same again and again."""
    return _Index(filter(None, map(_simple, selectors)))


def _classes(attributes: Mapping[str, str]) -> list[str]:
    return attributes["class"].split() if "class" in attributes else []


def _is_list(element: str, attribute: str) -> bool:
    """Whether an attribute holds names between white space, which soupsieve takes for one space."""
    lists = HTMLTreeBuilder.DEFAULT_CDATA_LIST_ATTRIBUTES
    return attribute in lists["*"] or attribute in lists.get(element, ())


def _simple(selector: str) -> _Simple | None:
    """A selector of one compound; ``None`` for any other."""
    match = _SIMPLE.fullmatch(selector)
    if match is None or not selector:
        return None
    marks = re.findall(r"[.#][^.#]+", match["marks"])
    return _Simple(
        selector,
        name=(match["name"] or "").lower(),
        classes=tuple(mark[1:] for mark in marks if mark[0] == "."),
        ids=tuple(mark[1:] for mark in marks if mark[0] == "#"),
        attribute=(match["attribute"] or "").lower(),
        value=match["value"],
        is_prefix=match["operator"] == "^=",
    )
