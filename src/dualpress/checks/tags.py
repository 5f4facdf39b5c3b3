"""The source's own tags, each once, nested as in the source."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dualpress.article import split_tags
from dualpress.checks.base import Check, Finding, Pair, Severity

__all__ = ["TagsCheck"]


class TagsCheck(Check):
    """Tags of the source that the translation lost, doubled or put elsewhere."""

    id = "tags"
    name = "Tags"
    cause = "The tags of the translation are not those of the source."
    cure = "Put each tag of the source around the words it belongs to, once."
    severity = Severity.ERROR
    is_structural = True

    def run(self, pair: Pair) -> Iterable[Finding]:
        """Compare the tags and their nesting."""
        source, target = _Outline(pair.source), _Outline(pair.target)
        if wrong := [*target.faults, *_differences(source, target)]:
            return [self.finding(message) for message in wrong]
        hollow = target.hollow - source.hollow
        return [
            self.finding(f"<{name}> has no text inside", severity=Severity.WARNING)
            for name in sorted(hollow)
        ]


class _Outline:
    """Which tags a segment has, and which stands in which.

    Attributes:
        parents: each tag with the tag around it.
        faults: what is wrong with the tags as such.
        hollow: pairs without text.
    """

    def __init__(self, tagged: str) -> None:
        self.parents: dict[str, str | None] = {}
        self.faults: list[str] = []
        self.hollow: set[str] = set()
        self._open: list[str] = []
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
