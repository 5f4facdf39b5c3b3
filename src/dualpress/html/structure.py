"""The proof before a page is written: parsed, it has the elements and attributes of its source.

Text may change, and inline elements may change places among their siblings,
since languages order words differently; nothing else.
"""

from __future__ import annotations

from collections.abc import Set

from bs4.element import Doctype

from dualpress.article import Source
from dualpress.html.encoding import decode_like
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
    text = decode_like(source, data[len(source.bom) :])
    try:
        front_matter = find_front_matter(text)
    except ValueError:
        return False
    body = text[front_matter.end :] if front_matter else text
    return same_shape(page.root, parse_tree(body), page.text_attributes)


def same_shape(one: Node, other: Node, text_attributes: Set[str] = frozenset()) -> bool:
    """Whether two trees have the same elements and attributes, text and inline order aside.

    Args:
        one: a tree.
        other: another.
        text_attributes: names of attributes that are text, besides those that always are.
    """
    if _is_same_in_order(one, other, text_attributes):  # as it nearly always is, and quick to see
        return True
    numbers: dict[object, int] = {}
    return _number(one, numbers, text_attributes) == _number(other, numbers, text_attributes)


def _is_same_in_order(one: Node, other: Node, text_attributes: Set[str]) -> bool:
    """Whether two trees have the same elements and attributes in the same order."""
    pairs = [(one, other)]
    while pairs:
        this, that = pairs.pop()
        if not _is_same_element(this, that, text_attributes):
            return False
        children, others = _elements(this), _elements(that)
        if len(children) != len(others):
            return False
        pairs += zip(children, others, strict=True)
    return _doctypes(one) == _doctypes(other)


def _is_same_element(one: Node, other: Node, text_attributes: Set[str]) -> bool:
    if one.name != other.name or one.namespace != other.namespace:
        return False
    if one.attributes == other.attributes:
        return True
    return _own(one, text_attributes) == _own(other, text_attributes)


def _elements(node: Node) -> list[Node]:
    return [child for child in node.children if type(child) is Node]


def _doctypes(node: Node) -> tuple[str, ...]:
    return tuple(str(child) for child in node.children if isinstance(child, Doctype))


def _number(root: Node, numbers: dict[object, int], text_attributes: Set[str]) -> int:
    """Number a tree such that trees of the same shape have the same number.

    From the leaves up without recursion: pages may nest deeper than Python's
    stack. A shape is the element's own and its children's numbers.

    Args:
        root: of the tree.
        numbers: of the shapes seen so far; grows.
        text_attributes: names of attributes whose values may differ.
    """
    nodes = [root]
    for node in nodes:  # grows while it is walked
        nodes.extend(_elements(node))
    found: dict[Node, int] = {}
    for node in reversed(nodes):
        shape = (*_own(node, text_attributes), *_children(node, found))
        found[node] = numbers.setdefault(shape, len(numbers))
    return found[root]


def _children(node: Node, numbers: dict[Node, int]) -> tuple[object, object, object]:
    """What stands in an element: what parts text in its order, inline elements in any."""
    children = _elements(node)
    blocks = tuple(numbers[child] for child in children if not is_inline(child.name))
    inlines = sorted(numbers[child] for child in children if is_inline(child.name))
    return blocks, tuple(inlines), _doctypes(node)


def _own(node: Node, text_attributes: Set[str]) -> tuple[object, ...]:
    attributes = frozenset(
        (name, "" if _is_text(node, name, text_attributes) else value)
        for name, value in node.attributes.items()
    )
    return node.name, node.namespace, attributes


def _is_text(node: Node, name: str, text_attributes: Set[str]) -> bool:
    return name in text_attributes or is_translatable_attribute(node.name, name, node.attributes)
