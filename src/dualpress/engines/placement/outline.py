"""A tagged sentence as an engine is asked for it, and where its tags stand in that text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import regex

from dualpress.article import Span, split_tags, unescape_tags

__all__ = ["Node", "Outline", "read_outline"]

_SPACE = regex.compile(r"\s")
# Where one of each stands on either side, a picture is all that parts two words; but between
# small letters it is a place to break a long word at (`wbr`), or a comment.
_ENDS_WORD = regex.compile(r"[\p{L}\p{M}\p{N},;:.!?…।॥%)\]]")
_GOES_ON = regex.compile(r"\p{Ll}")
_BEGINS_WORD = regex.compile(r"[\p{L}\p{N}]")


@dataclass(slots=True)
class Node:
    """A tag of the source.

    Args:
        number: of the tag; 0 for the sentence itself.
        span: of what it holds, in the outline's text; empty for a standalone tag.
        is_pair: whether it is written as a pair.
        children: the tags right inside it, in source order.
        space_before: whether white space stands before it.
        space_after: whether white space stands after it.
    """

    number: int
    span: Span
    is_pair: bool = True
    children: list[Node] = field(default_factory=list)
    space_before: bool = False
    space_after: bool = False


@dataclass(frozen=True, slots=True)
class Outline:
    """A sentence without its tags.

    Args:
        text: what a reader sees; a space where only a standalone tag parts two words, and one
            space where such a tag stands between two.
        root: the sentence as a tag that holds all others.
    """

    text: str
    root: Node

    def nodes(self) -> Iterator[Node]:
        """All tags, each before those inside it."""
        # Not by recursion: a page may nest tags deeper than Python's stack.
        waiting = list(reversed(self.root.children))
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))


def read_outline(tagged: str) -> Outline:
    """Read the tags of a sentence.

    Args:
        tagged: in the notation of PO, its tags well formed.
    """
    if "<" not in tagged:  # as of most
        text = unescape_tags(tagged)
        return Outline(text, Node(0, Span(0, len(text))))
    return _Reader().read(tagged)


class _Reader:
    """Reads one sentence from left to right."""

    def __init__(self) -> None:
        self._text = ""
        self._root = Node(0, Span(0, 0))
        self._open = [self._root]
        self._is_spaced = False
        self._closed: list[Node] = []
        """Tags that ended where the reader stands."""
        self._parts_words = False
        """Whether a tag without text stands right before."""

    def read(self, tagged: str) -> Outline:
        for part, tag in split_tags(tagged):
            if part:
                self._take_text(part)
            if tag is None:
                break
            if tag["close"]:
                self._close()
            else:
                self._begin(int(tag["g"] or tag["x"]), is_pair=bool(tag["g"]))
        self._root.span = Span(0, len(self._text))
        return Outline(self._text, self._root)

    def _take_text(self, part: str) -> None:
        for node in self._closed:
            node.space_after = _SPACE.match(part) is not None
        self._closed = []
        self._is_spaced = _SPACE.match(part[-1]) is not None
        self._text += _joined(self._text, part) if self._parts_words else part
        self._parts_words = False

    def _begin(self, number: int, *, is_pair: bool) -> None:
        here = Span(len(self._text), len(self._text))
        node = Node(number, here, is_pair, space_before=self._is_spaced)
        self._open[-1].children.append(node)
        if is_pair:
            self._open.append(node)
        else:
            self._end(node)

    def _close(self) -> None:
        node = self._open.pop()
        node.span = Span(node.span.start, len(self._text))
        self._end(node)

    def _end(self, node: Node) -> None:
        self._closed.append(node)
        self._parts_words |= node.span.start == node.span.end


def _joined(before: str, part: str) -> str:
    """The text after a tag without any: one space, if any, and never two words as one."""
    if _SPACE.match(part) and (not before or _SPACE.match(before[-1])):
        return part.lstrip()
    if not before or (_GOES_ON.match(before[-1]) and _GOES_ON.match(part)):
        return part
    return f" {part}" if _ENDS_WORD.match(before[-1]) and _BEGINS_WORD.match(part) else part
