"""The tree that html5lib builds: light nodes first, BeautifulSoup's where it is asked for.

BeautifulSoup's own builder links every node into a chain as it comes, joins
texts by copying what was there, and lets html5lib lose count of equal
formatting elements (its attributes are never equal), so that ``<p><b>`` a
thousand times over takes minutes. Here the tree is built first, as the
standard says. Most of what is asked of a page its nodes can tell; for the rest
they are turned into BeautifulSoup's in one walk.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from typing import Any, SupportsIndex

from bs4 import BeautifulSoup
from bs4.builder._html5lib import HTML5TreeBuilder
from bs4.element import (
    Comment,
    Doctype,
    NamespacedAttribute,
    NavigableString,
    PageElement,
    Tag,
)
from html5lib.constants import namespaces
from html5lib.treebuilders import base

__all__ = ["Builder", "Node", "ancestry", "elements_of"]

_DOCUMENT = "#document"
_HTML = namespaces["html"]
_IMPLIED = frozenset(("dd", "dt", "li", "option", "optgroup", "p", "rp", "rt"))


class Node:
    """An element, or the document.

    Args:
        name: of the element.
        namespace: its URI.

    Attributes:
        attributes: by name, as html5lib reads them.
        children: elements, comments, doctypes and pieces of text.
        parent: that it stands in; ``None`` for what is not in the tree.
    """

    __slots__ = ("_tag", "attributes", "children", "name", "nameTuple", "namespace", "parent")

    def __init__(self, name: str, namespace: str | None) -> None:
        self.name = name
        self.namespace = namespace
        self.nameTuple = (namespace or _HTML, name)
        self.attributes: dict[Any, str] = {}
        self.children: list[Node | str] = []
        self.parent: Node | None = None
        self._tag: Tag | None = None

    @property
    def tag(self) -> Tag | None:
        """What it is in BeautifulSoup's tree, which is made when it is first asked for.

        ``None`` for what is not in the tree.
        """
        if self._tag is None:
            root = self
            while root.parent is not None:
                root = root.parent
            if root.name == _DOCUMENT and root._tag is None:
                _make_soup(root)
        return self._tag

    def texts(self) -> Iterator[str]:
        """Yield the pieces of its text, and of that of the elements in it."""
        stack: list[Node | str] = [self]
        while stack:
            piece = stack.pop()
            if isinstance(piece, Node):
                stack += reversed(piece.children)
            elif type(piece) is str:  # comments are strings of a class of their own
                yield piece

    def text(self) -> str:
        """All text in it."""
        return "".join(self.texts())

    # What html5lib calls, by its names.

    def appendChild(self, node: Node) -> None:  # noqa: N802
        """Put a node that stands nowhere at the end."""
        node.parent = self
        self.children.append(node)

    def insertBefore(self, node: Node, refNode: Node) -> None:  # noqa: N802, N803
        """Put a node before a child."""
        node.parent = self
        self.children.insert(self._index(refNode), node)

    def insertText(self, data: str, insertBefore: Node | None = None) -> None:  # noqa: N802, N803
        """Put text at the end or before a child."""
        if insertBefore is None:
            self.children.append(data)
        else:
            self.children.insert(self._index(insertBefore), data)

    def removeChild(self, node: Node) -> None:  # noqa: N802
        """Take a child out."""
        del self.children[self._index(node)]
        node.parent = None

    def reparentChildren(self, newParent: Node) -> None:  # noqa: N802, N803
        """Move all children to another node."""
        for child in self.children:
            if isinstance(child, Node):
                child.parent = newParent
        newParent.children += self.children
        self.children = []

    def cloneNode(self) -> Node:  # noqa: N802
        """A node of the same name and attributes, without children."""
        clone = Node(self.name, self.namespace)
        clone.attributes = dict(self.attributes)
        return clone

    def hasContent(self) -> bool:  # noqa: N802
        """Whether it has children."""
        return bool(self.children)

    def _index(self, node: Node) -> int:
        """Where a child stands; html5lib asks for one of the last."""
        index = len(self.children) - 1
        while self.children[index] is not node:
            index -= 1
        return index


class _OpenElements(list[Node]):
    """The stack of open elements, and how many it holds of each name.

    Only a clone of the same name is ever put in the place of an element.
    """

    def __init__(self) -> None:
        super().__init__()
        self.counts: defaultdict[tuple[str, str], int] = defaultdict(int)

    def append(self, node: Node) -> None:
        self.counts[node.nameTuple] += 1
        list.append(self, node)  # `super()` takes longer than all else here

    def insert(self, index: SupportsIndex, node: Node) -> None:
        self.counts[node.nameTuple] += 1
        super().insert(index, node)

    def pop(self, index: SupportsIndex = -1) -> Node:
        node = list.pop(self, index)
        self.counts[node.nameTuple] -= 1
        return node

    def remove(self, node: Node) -> None:
        super().remove(node)
        self.counts[node.nameTuple] -= 1


class Builder(base.TreeBuilder):
    """html5lib's tree construction over light nodes.

    Attributes:
        watched: the last element of the watched name that was opened.
    """

    def __init__(self, namespaceHTMLElements: bool) -> None:  # noqa: N803
        self._name = ""
        self._foreign: list[Node] = []
        self.watched: Node | None = None
        super().__init__(namespaceHTMLElements)

    def reset(self) -> None:
        """Begin a tree."""
        super().reset()
        self._foreign = []
        self.openElements = _OpenElements()

    def watch(self, name: str) -> None:
        """Look out for the element that a start tag of this name opens.

        A start tag may open elements before its own (``<tr>`` opens ``tbody``)
        and reopen formatting elements; its own is the last of its name.
        """
        self._name = name
        self.watched = None

    @property
    def current(self) -> Node | None:
        """The innermost open element."""
        return self.openElements[-1] if self.openElements else None

    def documentClass(self) -> Node:  # noqa: N802
        """The root of the tree."""
        return Node(_DOCUMENT, None)

    def elementClass(self, name: str, namespace: str | None) -> Node:  # noqa: N802
        """An element that the parser opens.

        The parser asks elements for their names alone, and would take
        ``<svg><html>`` for its own ``html``. So the names of SVG's and MathML's
        begin with a capital, as those of HTML's never do, until the tree is built.
        """
        node = Node(name, namespace)
        if name.lower() == self._name:
            self.watched = node
        if namespace != _HTML:
            node.name = name[0].upper() + name[1:]
            self._foreign.append(node)
        return node

    def finish(self) -> Node:
        """End the tree.

        Returns:
            Its root.
        """
        for node in self._foreign:
            node.name = node.nameTuple[1]
        root: Node = self.document
        return root

    def insertComment(self, token: dict[str, Any], parent: Node | None = None) -> None:  # noqa: N802
        """Put a comment into the tree."""
        (parent or self.openElements[-1]).children.append(Comment(token["data"]))

    def insertDoctype(self, token: dict[str, Any]) -> None:  # noqa: N802
        """Put a doctype into the tree."""
        ids = (token["name"], token["publicId"], token["systemId"])
        self.document.children.append(Doctype.for_name_and_ids(*ids))

    def elementInScope(  # noqa: N802
        self, target: str | tuple[str, str] | Node, variant: str | None = None
    ) -> bool:
        """Whether an open element, or one of a name, stands in a scope.

        html5lib walks all open elements for one that is not open.
        """
        name = (_HTML, target) if isinstance(target, str) else target
        if isinstance(name, tuple) and not self.openElements.counts[name]:
            return False
        bounds, is_all_but_these = base.listElementsMap[variant]
        for node in reversed(self.openElements):
            if node is target or node.nameTuple == name:
                return True
            if (node.nameTuple in bounds) != is_all_but_these:
                break
        return False

    def generateImpliedEndTags(self, exclude: str | None = None) -> None:  # noqa: N802
        """Close what an end tag closes along; html5lib does so by recursion."""
        name = self.openElements[-1].name
        while name in _IMPLIED and name != exclude:
            self.openElements.pop()
            name = self.openElements[-1].name


def ancestry(node: Node | None) -> Iterator[Node]:
    """Yield a node, what it stands in, and so on outwards."""
    while node is not None:
        yield node
        node = node.parent


def elements_of(node: Node) -> list[Node]:
    """A node and all elements in it, in the order of the page."""
    found: list[Node] = []
    stack = [node]
    while stack:
        node = stack.pop()
        found.append(node)
        stack += [child for child in reversed(node.children) if type(child) is Node]
    return found


class _Filler(HTML5TreeBuilder):
    """Hands a tree that is built already to BeautifulSoup."""

    def __init__(self, document: Node) -> None:
        super().__init__(store_line_numbers=False)
        self._document = document

    def feed(self, markup: Any) -> None:
        if self.soup is not None:
            _fill(self.soup, self._document)


def _make_soup(document: Node) -> None:
    # BeautifulSoup warns of short strings that look like file names, so the
    # tree is handed to the builder and not to it.
    BeautifulSoup("<", builder=_Filler(document))


def _fill(soup: BeautifulSoup, document: Node) -> None:
    """Give an empty soup the content of a tree, and each node its tag.

    Every element is linked to the one before it in the document, so that
    searches find all of them.
    """
    document._tag = soup
    last: PageElement = soup
    stack: list[tuple[Tag, Iterator[Node | PageElement]]] = [(soup, _pieces(document))]
    while stack:
        parent, pieces = stack[-1]
        piece = next(pieces, None)
        if piece is None:
            stack.pop()
            continue
        element = _tag(soup, piece) if isinstance(piece, Node) else piece
        element.setup(parent, last)
        parent.contents.append(element)
        last = element
        if isinstance(piece, Node) and isinstance(element, Tag):
            stack.append((element, _pieces(piece)))


def _tag(soup: BeautifulSoup, node: Node) -> Tag:
    attributes = {_attribute_name(name): value for name, value in node.attributes.items()}
    tag = node._tag = soup.new_tag(node.name, node.namespace, attrs=attributes)
    return tag


def _attribute_name(name: str | tuple[str | None, str, str]) -> str:
    return name if isinstance(name, str) else NamespacedAttribute(*name)


def _pieces(node: Node) -> Iterator[Node | PageElement]:
    """A node's children, each run of text in one string."""
    for kind, group in groupby(node.children, key=type):
        if kind is str:
            yield NavigableString("".join(map(str, group)))
        else:
            yield from (child for child in group if isinstance(child, Node | PageElement))
