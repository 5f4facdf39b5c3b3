"""Whether the inline tags of a translation are those of its source.

Tags are compared in the notation of PO (``<g1>…</g1>``, ``<x2/>``): each of
the source's stands in the translation once, and inside the same other tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from dualpress.article import TAG, split_tags

__all__ = ["hollow_tags", "tag_faults"]

_REMEMBERED = 1 << 6
"""Segments whose tags are kept: several questions are asked of a translation in a row."""

_ALMOST_TAG = re.compile(r"</?[gx][0-9]+\s*/?>")


def tag_faults(source: str, target: str) -> list[str]:
    """Say how the tags of a translation differ from those of its source.

    Args:
        source: a segment's source.
        target: its translation.

    Returns:
        One sentence a fault, without a final stop; empty where the tags are
        the source's, each once and inside the same tag as there.
    """
    if "<" not in source and "<" not in target:
        return []
    wanted, found = _outline(source), _outline(target)
    return [*found.faults, *_differences(wanted, found)]


def hollow_tags(source: str, target: str) -> list[str]:
    """The tags, sorted, that hold text in the source and none in the translation."""
    hollow = _outline(target).hollow if "<" in target else frozenset()
    return sorted(hollow - _outline(source).hollow) if hollow else []


class _Outline:
    """Which tags a segment has, and which stands in which.

    Attributes:
        parents: each tag with the tag around it.
        faults: what is wrong with the tags as such.
        hollow: pairs without text.
    """

    def __init__(self, tagged: str) -> None:
        self.parents: dict[str, str | None] = {}
        self.hollow: set[str] = set()
        self._open: list[str] = []
        self.faults = [
            f"{match[0]} is not written like a tag"
            for match in _ALMOST_TAG.finditer(tagged)
            if not TAG.fullmatch(match[0])
        ]
        for text, tag in split_tags(tagged):
            if text.strip():
                self.hollow.difference_update(self._open)
            if tag is not None:
                self._take(tag["g"] or "", tag["x"] or "", is_end=bool(tag["close"]))
        self.faults += [f"<{name}> is not closed" for name in self._open]

    def _take(self, pair: str, single: str, *, is_end: bool) -> None:
        name = f"g{pair}" if pair else f"x{single}/"
        if is_end:
            self._close(name)
            return
        if name in self.parents:
            self.faults.append(f"<{name}> is there twice")
        self.parents.setdefault(name, self._open[-1] if self._open else None)
        if pair:
            self._open.append(name)
            self.hollow.add(name)
        else:
            self.hollow.difference_update(self._open)  # an image is something to see

    def _close(self, name: str) -> None:
        if self._open and self._open[-1] == name:
            self._open.pop()
        elif name in self._open:
            self.faults.append(f"</{name}> stands before </{self._open[-1]}>")
            self._open.remove(name)
        else:
            self.faults.append(f"</{name}> closes nothing")


@lru_cache(maxsize=_REMEMBERED)
def _outline(tagged: str) -> _Outline:
    """The outline of a segment, which is not to be changed."""
    return _Outline(tagged)


def _differences(source: _Outline, target: _Outline) -> Iterator[str]:
    for name, parent in source.parents.items():
        if name not in target.parents:
            yield f"<{name}> is missing"
        elif target.parents[name] != parent and not target.faults:
            yield f"<{name}> stands {_place(target.parents[name])}, in the source {_place(parent)}"
    for name in target.parents:
        if name not in source.parents:
            yield f"<{name}> is not in the source"


def _place(parent: str | None) -> str:
    return f"inside <{parent}>" if parent else "inside no other tag"
