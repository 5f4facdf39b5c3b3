"""Which line breaks part paragraphs: most are in a sentence, or between two of one paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise

from dualpress.html.items import Item, ItemKind

__all__ = ["parting_breaks"]

_BREAK = ItemKind.BREAK  # before Python 3.12 a member of an enum is slow to reach
_BOLD = frozenset({"b", "strong"})
_DEPTH = {ItemKind.OPEN: 1, ItemKind.CLOSE: -1}


@dataclass(slots=True)
class _Line:
    """What stands between two line breaks.

    Args:
        start: the line break before it.
        words: in it.
        is_bold: whether each is in bold type.
    """

    start: Item | None = None
    words: list[Item] = field(default_factory=list)
    is_bold: list[bool] = field(default_factory=list)


def parting_breaks(flow: Iterable[Item]) -> Iterator[Item]:
    """Yield the line breaks of a flow that part it.

    They are the second of two in a row, and those around a heading: a line in
    bold type before one that begins otherwise. So people write headings who
    press the key for bold.
    """
    for line, following in pairwise(_lines(flow)):
        is_empty = not line.words and line.start is not None
        is_heading = _is_heading(line, following)
        if is_heading and line.start is not None:
            yield line.start
        if (is_heading or is_empty) and following.start is not None:
            yield following.start


def _lines(flow: Iterable[Item]) -> Iterator[_Line]:
    depth = 0
    line = _Line()
    for item in flow:
        if item.name in _BOLD:
            depth += _DEPTH.get(item.kind, 0)
        if item.kind is _BREAK:
            yield line
            line = _Line(item)
        elif item.is_word:
            line.words.append(item)
            line.is_bold.append(depth > 0)
    yield line


def _is_heading(line: _Line, following: _Line) -> bool:
    if not line.words or not following.words or not all(line.is_bold) or following.is_bold[0]:
        return False
    letters = (character for character in following.words[0].data if character.isalpha())
    return not next(letters, "").islower()  # else the sentence goes on
