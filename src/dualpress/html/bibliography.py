"""Lists of references: by default they stay in the language of the source.

They are told by their class or role, or by the heading that they stand under.
``Notes`` and ``Footnotes`` are not among these headings: what stands there is
as often the author's own remark.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import islice
from typing import NamedTuple

from dualpress.html.offsets import Page, TokenKind
from dualpress.html.tree import Node, elements_of

__all__ = ["find_bibliographies"]

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
_CLASS = re.compile(r"(?:\A|[_-])(?:references|reflist|refbegin|bibliography)(?:\Z|[_-])", re.I)
_OF_TOPIC = re.compile(r"(?:category|tag|page|post|term)-", re.I)  # what a whole post is about
_WORD_CLASS = "MsoBibliography"
_ROLE = "doc-bibliography"

_LEVELS = {f"h{level}": level for level in range(1, 7)}
_LOWEST = 7
"""The level of a heading that is none by its element."""
_STRONG = frozenset(("b", "strong", "summary", "u"))  # such a line may stand for a heading
_LISTS = frozenset(("dl", "ol", "ul"))
_HOLDERS = frozenset(("aside", "details", "div", "footer", "p", "section")) | _LISTS
_SILENT = frozenset(("br", "link", "meta", "noscript", "script", "style", "template"))
_LONGEST_HEADING = 60
_HEADINGS = frozenset((*_LEVELS, "b", "strong"))
_START_TAG, _TEXT = TokenKind.START_TAG, TokenKind.TEXT

_MARK = re.compile(r"(?:\[[\divx]+\]|\(\d+\)|\d{1,3}(?:[.)]|(?=[^\W\d]))|[¹²³⁴-⁹]|\^|\*|†)", re.I)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+")


class _Heading(NamedTuple):
    """A heading of references.

    Args:
        block: what it fills alone.
        level: 1 to 6, and 7 for a line that only looks like a heading.
        is_certain: whether it can mean nothing else.
    """

    block: Node
    level: int
    is_certain: bool


def find_bibliographies(page: Page) -> list[Node]:
    """Return what stands under a heading of references, and what bears their class or role."""
    found: dict[int, Node] = {}
    for token in page.tokens:
        element = token.node
        if element is None:
            continue
        if token.kind is _START_TAG:
            if element.attributes and _is_marked(element):
                found[id(element)] = element
        elif token.kind is _TEXT and _HEADING.match(token.data.strip()):
            heading = _heading(element)
            for entry in _entries(heading) if heading else ():
                if id(entry) in found:
                    break  # what follows was found under an earlier heading
                found[id(entry)] = entry
    return list(found.values())


def _is_marked(element: Node) -> bool:
    if element.name not in _HOLDERS or not (
        "class" in element.attributes or "role" in element.attributes
    ):
        return False
    return element.attributes.get("role") == _ROLE or any(
        name == _WORD_CLASS or (_CLASS.search(name) and not _OF_TOPIC.match(name))
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
    return _Heading(element, level, match["certain"] is not None)


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


def _entries(heading: _Heading) -> Iterator[Node]:
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
    """Whether an element under a heading is a reference, or all of them."""
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
    """Whether an element has what most references have: a year, or a link."""
    return _YEAR.search(element.text()) is not None or bool(_links(element))


def _links(element: Node) -> list[Node]:
    return [
        node for node in elements_of(element)[1:] if node.name == "a" and "href" in node.attributes
    ]
