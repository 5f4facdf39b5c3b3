"""Writes a translation with its tags."""

from __future__ import annotations

from collections.abc import Mapping

from dualpress.article import Span, escape_tags
from dualpress.engines.placement.outline import Node, Outline
from dualpress.engines.placement.words import may_stand

__all__ = ["write_tags"]

_OPENING = frozenset("([{“‘«")
_CLOSING = frozenset(")]}”’».,;:!?।॥")


def write_tags(outline: Outline, target: str, spans: Mapping[int, Span]) -> str:
    """Write tags at their places.

    Args:
        outline: of the source.
        target: the translation, plain text.
        spans: what each tag holds of it; none cut another.

    Returns:
        The translation in the notation of PO. A tag that holds nothing has the white space
        beside it that it has in the source, and one space where it would part two words.
    """
    pieces: list[str] = []
    # Not by recursion: a page may nest tags deeper than Python's stack.
    waiting: list[str | Node] = [outline.root]
    while waiting:
        part = waiting.pop()
        if isinstance(part, str):
            pieces.append(part)
        else:
            waiting.extend(reversed(_parts(part, target, spans)))
    return "".join(pieces)


def _parts(node: Node, target: str, spans: Mapping[int, Span]) -> list[str | Node]:
    """The text that a tag holds, and between it the tags right inside."""
    room = spans[node.number]
    parts: list[str | Node] = []
    position = room.start
    for child in sorted(node.children, key=lambda child: spans[child.number]):
        start, end = spans[child.number]
        before, after = "", ""
        if start == end:
            start, before, after = _spaced(child, start, target, room)
            start = end = max(start, position)
        parts += [escape_tags(target[position:start]) + before, *_tag(child), after]
        position = end
    return [*parts, escape_tags(target[position : room.end])]


def _tag(node: Node) -> list[str | Node]:
    if not node.is_pair:
        return [f"<x{node.number}/>"]
    return [f"<g{node.number}>", node, f"</g{node.number}>"]


def _spaced(node: Node, offset: int, target: str, room: Span) -> tuple[int, str, str]:
    """Where a tag that holds nothing stands in a gap, and spaces to add on either side."""
    is_before_space = target[offset : offset + 1] == " " and offset < room.end
    if node.space_before and is_before_space and may_stand(target, offset + 1):
        offset += 1
    left, right = target[room.start : offset][-1:], target[offset : room.end][:1]
    before = node.space_before and left and left != " " and left not in _OPENING
    after = node.space_after and right and right != " " and right not in _CLOSING
    return offset, " " if before else "", " " if after else ""
