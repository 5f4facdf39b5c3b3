"""Lists of references: by default they stay in the language of the source.

They are told by their class or role, or by the heading that they stand under.
What stands under a heading must also look like references, which have a year,
a link or a number: a story may have a chapter on references that someone gave.
``Notes`` and ``Footnotes`` are not among these headings: what stands there is
as often the author's own remark.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import islice
from typing import NamedTuple

import regex

from dualpress.html.offsets import Page, TokenKind
from dualpress.html.tree import Node, elements_of

__all__ = ["Bibliography", "list_bibliographies", "names_references"]

_CERTAIN = r"""
    (?:selected\ |notes\ and\ )? references?
        (?:\ (?:list|cited|and\ (?:notes|sources|further\ reading)))?
    | list\ of\ references
    | (?:select(?:ed)?\ |annotated\ )? bibliography
    | (?:works|literature|sources)\ (?:cited|consulted)
    | sources\ and\ (?:references|further\ reading)
    | further\ readings?
    | (?:संदर्भ|सन्दर्भ)[ -]?(?:सूची|(?:ग्रंथ|ग्रन्थ)(?:[ -]?सूची)?)
    | (?:संदर्भ|सन्दर्भ)\ (?:और|एवं|व|तथा)\ (?:स्रोत|टिप्पणी|टिप्पणियाँ|टिप्पणियां)
    | (?:टिप्पणी|टिप्पणियाँ|टिप्पणियां)\ (?:और|एवं|व|तथा)\ (?:संदर्भ|सन्दर्भ)
    | (?:सहायक\ )?(?:ग्रंथ|ग्रन्थ)[ -]?सूची
"""
# संदर्भ is the background of a story too, and a river has sources.
_LIKELY = "sources? | citations? | end[ -]?notes? | संदर्भ | सन्दर्भ | स्रोत | स्त्रोत"
_HEADING = re.compile(
    rf"""
    (?:\(?(?:[0-9]{{1,2}}|[ivx]{{1,5}})[.)]\s*)?        # the number of a section
    (?:(?P<certain>{_CERTAIN})|{_LIKELY})
    \s*(?::-?|[।.–—-])?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_EDIT_LINK = re.compile(r"\s*\[[^\]]*\]\Z")  # MediaWiki's, beside each heading
# As MediaWiki, pandoc and publishers call it: other names have the word for their topic.
_CLASS = re.compile(
    r"""
    (?:(?:article|block|c|chapter|csl|entry|mw|paper|wp)[_-]+)*
    (?:references|reflist|refbegin|bibliography)
    (?:[_-]+(?:body|columns?|container|hanging|indents|list|section|small|width|wrap(?:per)?|\d+))*
    """,
    re.IGNORECASE | re.VERBOSE,
)
_WORD_CLASS = "MsoBibliography"
_ROLE = "doc-bibliography"

_LEVELS = {f"h{level}": level for level in range(1, 7)}
_LOWEST = 7
"""The level of a heading that is none by its element."""
_STRONG = frozenset(("b", "strong", "summary", "u"))  # such a line may stand for a heading
_LISTS = frozenset(("dl", "ol", "ul"))
_ITEMS = frozenset(("dd", "li", "p"))
_HOLDERS = frozenset(("aside", "details", "div", "footer", "p", "section")) | _LISTS
_SILENT = frozenset(("br", "link", "meta", "noscript", "script", "style", "template"))
_LONGEST_HEADING = 60
_HEADINGS = frozenset((*_LEVELS, "b", "strong"))
_START_TAG, _TEXT = TokenKind.START_TAG, TokenKind.TEXT

_MARK = re.compile(r"(?:\[[\divx]+\]|\(\d+\)|\d{1,3}(?:[.)]|(?=[^\W\d]))|[¹²³⁴-⁹]|\^|\*|†)", re.I)
# A year of a sentence has a preposition, one of a reference stands by itself.
_YEAR = regex.compile(
    r"""
    (?<!\d)
    (?<!\b(?:after|before|between|by|during|from|in|of|since|until)\s)
    (?:(?:19|20)[0-9]{2}|(?:१९|२०)[०-९]{2})
    (?!\d)
    (?!\s*(?:में|से|तक|के|की|का)(?![\p{L}\p{M}\p{N}\u200c\u200d]))
    """,
    regex.IGNORECASE | regex.VERBOSE,
)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


class Bibliography(NamedTuple):
    """References that stand together.

    Args:
        heading: that they stand under; empty where their class or role tells them.
        is_certain: whether that can mean nothing else; "Sources" can.
        elements: that hold them; none holds another.
    """

    heading: str
    is_certain: bool
    elements: tuple[Node, ...]

    def entries(self) -> list[Node]:
        """Its references: items and paragraphs, or what holds neither."""
        return [item for element in self.elements for item in _items(element)]


class _Heading(NamedTuple):
    """A heading of references.

    Args:
        text: what it says.
        block: what it fills alone.
        level: 1 to 6, and 7 for a line that only looks like a heading.
        is_certain: whether it can mean nothing else.
    """

    text: str
    block: Node
    level: int
    is_certain: bool


def names_references(line: str) -> bool:
    """Whether a line by itself could be the heading of a list of references."""
    return _HEADING.fullmatch(line.strip()) is not None


def list_bibliographies(page: Page) -> list[Bibliography]:
    """Return what stands under headings of references, and what bears their class or role.

    In the order of the page.
    """
    found: list[Bibliography] = []
    inside: set[int] = set()  # the ids of all that stands in what was found
    for heading, is_certain, elements in _candidates(page):
        new = [element for element in elements if id(element) not in inside]
        inside.update(id(inner) for element in new for inner in elements_of(element))
        if new:
            found.append(Bibliography(heading, is_certain, tuple(new)))
    return found


def _candidates(page: Page) -> Iterator[tuple[str, bool, list[Node]]]:
    """What holds references, by its heading; parts of it come later once more."""
    for token in page.tokens:
        element = token.node
        if element is None:
            continue
        if token.kind is _START_TAG:
            if element.attributes and _is_marked(element):
                yield "", True, [element]
        elif token.kind is _TEXT and (text := token.data.strip()) and _HEADING.match(text):
            heading = _heading(element)
            if heading is not None:
                yield heading.text, heading.is_certain, _entries(heading)


def _is_marked(element: Node) -> bool:
    if element.name not in _HOLDERS or not (
        "class" in element.attributes or "role" in element.attributes
    ):
        return False
    return element.attributes.get("role") == _ROLE or any(
        name == _WORD_CLASS or _CLASS.fullmatch(name)
        for name in element.attributes.get("class", "").split()
    )


def _heading(element: Node) -> _Heading | None:
    """The heading of references that a text inside of ``element`` is."""
    text = _heading_text(element)
    match = _HEADING.fullmatch(text)
    if match is None:
        return None
    names = {element.name}
    while element.parent is not None and _stands_alone(element):
        element = element.parent
        names.add(element.name)
    level = min((_LEVELS[name] for name in names & _LEVELS.keys()), default=_LOWEST)
    if level == _LOWEST and not names & _STRONG and not _introduces_list(element):
        return None
    return _Heading(text, element, level, match["certain"] is not None)


def _heading_text(element: Node) -> str:
    """What an element says, or its beginning where that is too long for a heading."""
    text = ""
    for string in element.texts():
        text = (text + string).lstrip()
        if len(text) > _LONGEST_HEADING:
            break
    return _EDIT_LINK.sub("", text.rstrip())


def _stands_alone(element: Node) -> bool:
    """Whether nothing else in an element's parent says anything."""
    siblings = element.parent.children if element.parent is not None else []
    return not any(_says_something(piece) for piece in siblings if piece is not element)


def _says_something(piece: Node | str) -> bool:
    if isinstance(piece, Node):
        return _heading_text(piece) != ""
    return type(piece) is str and not piece.isspace()  # a comment is a string of another class


def _introduces_list(element: Node) -> bool:
    following = next(_following(element), None)
    return element.name in ("div", "p") and following is not None and following.name in _LISTS


def _following(element: Node) -> Iterator[Node]:
    """The elements after one that a reader sees, up to text that stands in none."""
    siblings = element.parent.children if element.parent is not None else []
    for sibling in islice(siblings, siblings.index(element) + 1, None) if siblings else ():
        if isinstance(sibling, Node):
            if sibling.name not in _SILENT:
                yield sibling
        elif _says_something(sibling):
            return


def _entries(heading: _Heading) -> list[Node]:
    """What stands under a heading and looks like references.

    Paragraphs do together, from the first of them to the last that does.
    """
    elements = list(_run(heading))
    if any(map(_holds_list, elements)):  # a paragraph may introduce it
        return [element for element in elements if _are_references([element], heading)]
    while elements and not _are_references(elements[-1:], heading):
        elements.pop()
    is_alike = _are_references(elements[:1], heading) and _are_references(elements, heading)
    return elements if is_alike else []


def _are_references(elements: list[Node], heading: _Heading) -> bool:
    """Whether half of what stands in some elements or more look like references."""
    items = [item for element in elements for item in _items(element)]
    return 2 * sum(_is_reference(item, heading) for item in items) >= len(items)


def _items(element: Node) -> list[Node]:
    """The outermost items and paragraphs that say something, or the element without any."""
    found: list[Node] = []
    stack = [element]
    while stack:
        node = stack.pop()
        if node.name in _ITEMS:
            found += [node] if _heading_text(node) else []
        else:
            stack += [child for child in reversed(node.children) if isinstance(child, Node)]
    return found or [element]


def _is_reference(item: Node, heading: _Heading) -> bool:
    """Whether an item under a heading has a number, a year, a link or an address."""
    is_ordered = item.parent is not None and item.parent.name == "ol"
    return (is_ordered and heading.is_certain) or _is_numbered(item) or _cites(item)


def _run(heading: _Heading) -> Iterator[Node]:
    """What stands under a heading, to the next heading, the end of a list, or something else."""
    first: Node | None = None
    is_over = False
    for element in _following(heading.block):
        level = _level(element)
        if level is not None and level > heading.level:
            is_over = False  # a heading within the references: books, articles
        elif level is not None or is_over or not _is_entry(element, heading, first):
            return
        else:
            first = first or element
            is_over = _holds_list(element)
            yield element


def _level(element: Node) -> int | None:
    """The level of a heading; ``None`` for what is none."""
    if element.name in _LEVELS:
        return _LEVELS[element.name]
    text = _heading_text(element)
    if not text or len(text) > _LONGEST_HEADING:
        return None
    inner = _first(element, _HEADINGS)
    if inner is not None and _heading_text(inner) == text:
        return _LEVELS.get(inner.name, 0)
    return None


def _is_entry(element: Node, heading: _Heading, first: Node | None) -> bool:
    """Whether an element under a heading may be a reference, or all of them."""
    if element.name in _LISTS:
        return True
    if element.name not in ("div", "p"):
        return False
    if first is not None and _is_numbered(first) and not _is_numbered(element):
        return False
    if _is_numbered(element) or _is_address(element):
        return True
    if not heading.is_certain:
        return first is None and _is_wrapped_list(element)
    return element.name == "p" or _holds_list(element) or _cites(element)


def _first(element: Node, names: Collection[str]) -> Node | None:
    """The first element of some names in another."""
    return next((node for node in elements_of(element)[1:] if node.name in names), None)


def _holds_list(element: Node) -> bool:
    return element.name in _LISTS or (element.name == "div" and _first(element, _LISTS) is not None)


def _is_wrapped_list(element: Node) -> bool:
    """Whether an element has no text but that of a list."""
    inner = _first(element, _LISTS)
    return inner is not None and inner.text().strip() == element.text().strip()


def _is_numbered(element: Node) -> bool:
    return _MARK.match(_heading_text(element)) is not None


def _is_address(element: Node) -> bool:
    """Whether an element is little more than a link or an address."""
    text = element.text().strip()
    linked = sum(len(link.text()) for link in _links(element))
    named = sum(len(address) for address in _ADDRESS.findall(text))
    return 2 * max(linked, named) > len(text)


def _cites(element: Node) -> bool:
    """Whether an element has what most references have: a year, a link or an address."""
    text = element.text()
    return bool(_YEAR.search(text) or _ADDRESS.search(text) or _links(element))


def _links(element: Node) -> list[Node]:
    return [
        node for node in elements_of(element)[1:] if node.name == "a" and "href" in node.attributes
    ]
