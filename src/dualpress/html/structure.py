"""The proof before a page is written: parsed, it has the elements and attributes of its source.

Text may change, and inline elements may change places among their siblings,
since languages order words differently; nothing else.
"""

from __future__ import annotations

from bs4.element import Doctype

from dualpress.article import Source
from dualpress.html.encoding import decode_as
from dualpress.html.literals import find_front_matter
from dualpress.html.offsets import Page, parse_tree
from dualpress.html.policy import is_inline
from dualpress.html.segments import is_translatable_attribute
from dualpress.html.tree import Node

__all__ = ["same_shape", "same_structure"]


def same_structure(page: Page, data: bytes, source: Source) -> bool:
    """Whether bytes parse to the elements and attributes of a page.

    Args:
        page: the source page, parsed.
        data: the new page, in the source's encoding.
        source: the source page.
    """
    text = decode_as(data[len(source.bom) :], source.encoding)
    try:
        front_matter = find_front_matter(text)
    except ValueError:
        return False
    body = text[front_matter.end :] if front_matter else text
    return same_shape(page.root, parse_tree(body))


def same_shape(one: Node, other: Node) -> bool:
    """Whether two trees have the same elements and attributes, text and inline order aside."""
    numbers: dict[object, int] = {}
    return _number(one, numbers) == _number(other, numbers)


def _number(root: Node, numbers: dict[object, int]) -> int:
    """Number a tree such that trees of the same shape have the same number.

    From the leaves up without recursion: pages may nest deeper than Python's
    stack. A shape is the element's own and its children's numbers.

    Args:
        root: of the tree.
        numbers: of the shapes seen so far; grows.
    """
    nodes = [root]
    for node in nodes:  # grows while it is walked
        nodes.extend(child for child in node.children if isinstance(child, Node))
    found: dict[Node, int] = {}
    for node in reversed(nodes):
        shape = (*_own(node), *_children(node, found))
        found[node] = numbers.setdefault(shape, len(numbers))
    return found[root]


def _children(node: Node, numbers: dict[Node, int]) -> tuple[object, object, object]:
    """What stands in an element: what parts text in its order, inline elements in any."""
    children = [child for child in node.children if isinstance(child, Node)]
    blocks = tuple(numbers[child] for child in children if not is_inline(child.name))
    inlines = sorted(numbers[child] for child in children if is_inline(child.name))
    doctypes = tuple(str(child) for child in node.children if isinstance(child, Doctype))
    return blocks, tuple(inlines), doctypes


def _own(node: Node) -> tuple[object, ...]:
    attributes = frozenset(
        (name, "" if is_translatable_attribute(node.name, name, node.attributes) else value)
        for name, value in node.attributes.items()
    )
    return node.name, node.namespace, attributes
