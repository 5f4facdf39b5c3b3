"""Put the inline tags of a sentence into its translation.

A machine translates plain text; the tags go back in afterwards. A tag around
words goes around the same words where the translation has them, or around
what the glossary says they become; else to the same relative place, which is
a guess that the reviewer is told of. All tags of the source come out, each
once, in the same parent–child relation, never inside a word.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

import regex

from dualpress.article import Span, escape_tags, split_tags

__all__ = ["Placed", "place_tags"]

Renderings = Callable[[str], Sequence[str]]

_WORD = regex.compile(r"[\p{L}\p{M}\p{N}\u200c\u200d]+(?:[-'’.,][\p{L}\p{M}\p{N}\u200c\u200d]+)*")
_NOT_IN_WORD = r"(?<![\p{L}\p{M}\p{N}\u200c\u200d])%s(?![\p{L}\p{M}\p{N}\u200c\u200d])"


class Placed(NamedTuple):
    """A translation with tags.

    Args:
        target: in the notation of PO.
        guessed: the numbers of the tags whose place is a guess.
    """

    target: str
    guessed: tuple[int, ...]


@dataclass(slots=True)
class _Node:
    """A tag of the source: where it stands in the plain text, and what it holds.

    Args:
        number: of the tag; 0 for the sentence itself.
        span: in the plain source; empty for a standalone tag.
        is_pair: whether it encloses text.
        children: in source order.
    """

    number: int
    span: Span
    is_pair: bool = True
    children: list[_Node] = field(default_factory=list)


def place_tags(source: str, target: str, renderings: Renderings) -> Placed:
    """Put the tags of a source sentence into its plain translation.

    Args:
        source: the sentence with its tags.
        target: its translation, plain text.
        renderings: how else words of the source may read in the target, best first.
    """
    plain, root = _tree(source)
    if target == plain:
        return Placed(source, ())
    if not root.children:
        return Placed(escape_tags(target), ())
    placement = _Placement(plain, target, renderings)
    placed = placement.fill(root, Span(0, len(target)))
    return Placed(placed, tuple(sorted(placement.guessed)))


def _tree(source: str) -> tuple[str, _Node]:
    """The plain text of a sentence and the tree of its tags."""
    plain = ""
    root = _Node(0, Span(0, 0))
    stack = [root]
    for text, tag in split_tags(source):
        plain += text
        if tag is None:
            break
        if tag["close"]:
            node = stack.pop()
            node.span = Span(node.span.start, len(plain))
            continue
        node = _Node(int(tag["g"] or tag["x"]), Span(len(plain), len(plain)), bool(tag["g"]))
        stack[-1].children.append(node)
        if node.is_pair:
            stack.append(node)
    root.span = Span(0, len(plain))
    return plain, root


class _Placement:
    """Places tags from the outside in."""

    def __init__(self, plain: str, target: str, renderings: Renderings) -> None:
        self._plain = plain
        self._target = target
        self._renderings = renderings
        self.guessed: set[int] = set()

    def fill(self, node: _Node, room: Span) -> str:
        """The target's text in a tag's room, with the tags that it holds."""
        pieces: list[str] = []
        # Not by recursion: a page may nest tags deeper than Python's stack.
        waiting: list[str | tuple[_Node, Span]] = [(node, room)]
        while waiting:
            part = waiting.pop()
            if isinstance(part, str):
                pieces.append(part)
            else:
                waiting.extend(reversed(self._parts(*part)))
        return "".join(pieces)

    def _parts(self, node: _Node, room: Span) -> list[str | tuple[_Node, Span]]:
        """The text of a tag's room, and between it the tag's children with their rooms."""
        places = self._places(node, room)
        parts: list[str | tuple[_Node, Span]] = []
        position = room.start
        for child in sorted(node.children, key=lambda child: places[child.number]):
            span = places[child.number]
            parts.append(self._text(position, span.start))
            if child.is_pair:
                parts += [f"<g{child.number}>", (child, span), f"</g{child.number}>"]
            else:
                parts.append(f"<x{child.number}/>")
            position = span.end
        return [*parts, self._text(position, room.end)]

    def _text(self, start: int, end: int) -> str:
        return escape_tags(self._target[start:end])

    def _places(self, parent: _Node, room: Span) -> dict[int, Span]:
        """Give each child of a tag a place of its own in the parent's room."""
        places: dict[int, Span] = {}
        # What is recognised goes first, so that guesses take what is left.
        for child in parent.children:
            span = self._recognised(child, parent, room, places.values())
            if span is not None:
                places[child.number] = span
        for child in parent.children:
            if child.number not in places:
                self.guessed.add(child.number)
                places[child.number] = self._guess(child, parent, room, places.values())
        return places

    def _recognised(
        self, node: _Node, parent: _Node, room: Span, taken: Collection[Span]
    ) -> Span | None:
        """Where the tag's own words, or a rendering of them, stand in the room."""
        words = self._plain[node.span.start : node.span.end].strip()
        if not words:
            return None
        wanted = _scaled(node.span.start, parent.span, room)
        for rendering in (words, *self._renderings(words)):
            spans = [
                span for span in self._occurrences(rendering, room) if not _touches(span, taken)
            ]
            if spans:
                return min(spans, key=lambda span: abs(span.start - wanted))
        return None

    def _occurrences(self, words: str, room: Span) -> Iterable[Span]:
        pattern = regex.compile(_NOT_IN_WORD % regex.escape(words))
        for match in pattern.finditer(self._target, room.start, room.end):
            yield Span(match.start(), match.end())

    def _guess(self, node: _Node, parent: _Node, room: Span, taken: Collection[Span]) -> Span:
        """The words at the same relative place, or a gap between words."""
        start = _scaled(node.span.start, parent.span, room)
        end = _scaled(node.span.end, parent.span, room)
        free = [
            span
            for span in map(_span_of, _WORD.finditer(self._target, room.start, room.end))
            if not _touches(span, taken)
        ]
        if not free or not node.is_pair or node.span.start == node.span.end:
            return self._gap(start, room, taken)
        first = min(free, key=lambda span: abs(span.start - start))
        following = [span for span in free if span.end >= first.end]
        last = min(following, key=lambda span: abs(span.end - end))
        whole = Span(first.start, last.end)
        return first if _touches(whole, taken) else whole

    def _gap(self, wanted: int, room: Span, taken: Collection[Span]) -> Span:
        """An empty place between words that no other tag holds."""
        edges = {room.start, room.end}
        for match in _WORD.finditer(self._target, room.start, room.end):
            edges |= {match.start(), match.end()}
        free = [edge for edge in edges if not any(span.start < edge < span.end for span in taken)]
        offset = min(sorted(free), key=lambda edge: abs(edge - wanted))
        return Span(offset, offset)


def _span_of(match: regex.Match[str]) -> Span:
    return Span(match.start(), match.end())


def _touches(span: Span, taken: Iterable[Span]) -> bool:
    return any(span.start < other.end and other.start < span.end for other in taken)


def _scaled(offset: int, source: Span, target: Span) -> int:
    """The offset that stands in the target where ``offset`` stands in the source."""
    length = source.end - source.start
    share = (offset - source.start) / length if length else 0.0
    return target.start + round(share * (target.end - target.start))
