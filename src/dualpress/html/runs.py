"""Cut a page into runs of inline content: what a reader sees as one flow of text.

A run is well formed by construction: each opening tag in it has its closing
tag in it, as source and as tree. Where a page is not (``<b>one<p>two</b>``),
the tag that has no partner parts two runs, so that nothing but text ever
moves there.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from dualpress.html.items import Item, ItemKind, Reader
from dualpress.html.lines import parting_breaks
from dualpress.html.offsets import Page
from dualpress.html.policy import LOOSE, Regions, is_custom, is_inline
from dualpress.html.tree import Node

__all__ = ["Run", "find_runs"]

# Looked up once: before Python 3.12 a member of an enum is slow to reach.
_TEXT, _BREAK = ItemKind.TEXT, ItemKind.BREAK
_OPEN, _CLOSE = ItemKind.OPEN, ItemKind.CLOSE
_TAGS = (_OPEN, _CLOSE)


class Run(NamedTuple):
    """A flow of text.

    Args:
        items: well formed, at least one of them text that is not blank.
        element: the innermost element that is not inline and holds it.
        is_caption: whether WordPress shows it below a picture.
    """

    items: list[Item]
    element: Node | None
    is_caption: bool = False


def find_runs(page: Page, regions: Regions) -> list[Run]:
    """Return the runs of a page in source order.

    A kept piece (``<svg>``, ``<button>``, ``translate="no"``) parts no
    sentence, and may hold text of its own: runs inside of another.
    """
    return sorted(_runs(Reader(page, regions)), key=lambda run: run.items[0].span)


def _runs(reader: Reader) -> Iterator[Run]:
    blocks: dict[int, Node | None] = {}
    for flow in _flows(reader):
        for items in _well_formed(flow):
            yield Run(items, _block_element(items, blocks), reader.is_caption(items[0]))


def _flows(reader: Reader) -> Iterator[list[Item]]:
    """Yield what stands between the tags that part text, if it has words."""
    ranges = deque([reader.all])
    while ranges:
        items: list[Item] = []
        for item in reader.items(ranges.popleft()):
            if item is not None:
                items.append(item)
            elif items:
                if _has_words(items):
                    yield items
                items = []
        if _has_words(items):
            yield items
        ranges += reader.take_inner()


def _well_formed(flow: list[Item]) -> Iterator[list[Item]]:
    """Split a flow at every tag that has no partner in it, and at paragraph breaks."""
    if len(flow) == 1:  # a text alone, as most are
        yield flow
        return
    _join_pairs(flow)
    if not any(map(_may_part, flow)):
        yield flow
        return
    for part in _split(flow, _partings(flow)):
        if any(item.is_unknown for item in part):
            yield from _split(part, _around(part, _wrappings(part)))
        else:
            yield part


def _may_part(item: Item) -> bool:
    """Whether a flow may part at an item; most have none such."""
    kind = item.kind
    if kind is _OPEN or kind is _CLOSE:
        return item.mate is None or item.is_unknown
    return kind is _BREAK


def _split(items: list[Item], is_parting: list[bool]) -> Iterator[list[Item]]:
    """Yield the parts that have words."""
    part: list[Item] = []
    for item, parts in zip(items, is_parting, strict=True):
        if not parts:
            part.append(item)
            continue
        if _has_words(part):
            yield part
        part = []
    if _has_words(part):
        yield part


def _has_words(items: list[Item]) -> bool:
    return bool([item for item in items if item.kind is _TEXT and item.data.strip()])


def _partings(flow: list[Item]) -> list[bool]:
    """Whether a flow parts at each item: a tag without partner, or a line break that parts."""
    breaks = {id(item) for item in parting_breaks(flow)}
    return _around(
        flow, [item.mate is None if item.kind in _TAGS else id(item) in breaks for item in flow]
    )


def _around(items: list[Item], is_parting: list[bool]) -> list[bool]:
    """Where a flow parts inside of a pair of tags, let it part at these too."""
    before = list(accumulate(is_parting, initial=0))
    opened = {id(item): index for index, item in enumerate(items) if item.kind is _OPEN}
    found = list(is_parting)
    for closed, item in enumerate(items):
        if item.kind is _CLOSE and item.mate is not None:
            start = opened[id(item.mate)]
            if before[start] != before[closed]:
                found[start] = found[closed] = True
    return found


def _join_pairs(items: list[Item]) -> None:
    """Make mates of the tags, and of the marks, that open and close the same."""
    stack: list[Item] = []
    for item in items:
        if item.kind is _OPEN:
            stack.append(item)
        elif item.kind is _CLOSE:
            while stack and stack[-1].mark and not item.mark:
                stack.pop()  # an end tag ends what its element holds
            if stack and _closes(stack[-1], item):
                opened = stack.pop()
                opened.mate, item.mate = item, opened


def _closes(opened: Item, closing: Item) -> bool:
    if opened.mark or closing.mark:
        return opened.mark == closing.mark and opened.element is closing.element
    return (
        opened.name == closing.name
        and opened.element is not None
        and closing.element is opened.element.parent
    )


def _wrappings(items: list[Item]) -> list[bool]:
    """Whether each item is half of an unknown pair that no word stands beside.

    ``a [tip]b[/tip] c`` is one sentence, ``[tab]a[/tab] [tab]b[/tab]`` is not.
    """
    around: dict[int, int] = {}
    spoken: set[int] = set()
    scopes = [0]
    for item in items:
        if item.is_word:
            spoken.add(scopes[-1])
        elif item.is_unknown and item.kind is _OPEN:
            around[id(item)] = scopes[-1]
            scopes.append(id(item))
        elif item.is_unknown:
            scopes.pop()
    for scope, outer in around.items():
        if outer in spoken:
            spoken.add(scope)
    wrapping = {scope for scope, outer in around.items() if outer not in spoken}
    return [id(item) in wrapping or id(item.mate) in wrapping for item in items]


def _block_element(items: list[Item], blocks: dict[int, Node | None]) -> Node | None:
    element = next(item for item in items if item.has_words).element
    if element is None or not is_inline(element.name):
        return element
    opened = {id(item.element) for item in items if item.is_unknown}
    inlines: list[int] = []
    while element is not None and is_inline(element.name) and element.name not in LOOSE:
        if is_custom(element.name) and id(element) not in opened:
            break
        if id(element) in blocks:
            element = blocks[id(element)]
            break
        inlines.append(id(element))
        element = element.parent
    blocks.update(dict.fromkeys(inlines, element))
    return element
