"""Whether the tags of a draft are where somebody put them, or where they were guessed to belong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import regex

from dualpress.article import TAG, Status, TagPlace
from dualpress.checks.base import Check, Finding, Pair, Severity

__all__ = ["PlacementCheck"]

_SURE = 0.8
"""Confidence from which a place is no guess."""

_KINDS = {
    "a": "link", "b": "bold", "strong": "bold", "i": "italics", "em": "italics", "cite": "italics",
    "u": "underlined", "ins": "underlined", "mark": "highlighted", "s": "struck out",
    "del": "struck out", "sup": "raised", "sub": "lowered", "small": "small print",
    "abbr": "abbreviation", "q": "quotation", "br": "line break", "img": "picture",
    "picture": "picture", "svg": "picture", "code": "code", "kbd": "code", "samp": "code",
}  # fmt: skip
_NOTE_MARK = regex.compile(r"[\[(]?(?:\p{N}{1,3}|[*†‡§])[\])]?")


class PlacementCheck(Check):
    """Tags of a draft that went to a place by guess."""

    id = "placement"
    name = "Places of tags"
    cause = "A machine translated the words alone, and a tag was put where it probably belongs."
    cure = "Put the tag around the right words; a translation that is reviewed is not listed."
    severity = Severity.WARNING

    def run(self, pair: Pair) -> Iterable[Finding]:
        """Name the tags whose place is a guess, all in one finding."""
        guesses = list(_guesses(pair))
        if not guesses:
            return []
        told = ", ".join(_told(place, pair) for place in guesses)
        if len(guesses) == 1:
            return [self.finding(f"the place of {told} is a guess")]
        return [self.finding(f"the places of {told} are guesses")]


def _guesses(pair: Pair) -> Iterator[TagPlace]:
    if not pair.places or pair.status is not Status.DRAFT:
        return
    there = set(_tags(pair.target))
    for place in pair.places:
        if place.confidence < _SURE and place.number in there:
            yield place


def _told(place: TagPlace, pair: Pair) -> str:
    """A tag as a reviewer knows it: ``<g1> (link, 40 % sure)``."""
    tag = _tags(pair.source).get(place.number, f"<g{place.number}>")
    kind = _kind(place.number, pair)
    sure = f"{round(100 * place.confidence)} % sure"
    return f"{tag} ({kind}, {sure})" if kind else f"{tag} ({sure})"


def _tags(text: str) -> dict[int, str]:
    """The tags of a text by their numbers."""
    tags = (match for match in TAG.finditer(text) if not match["close"])
    return {int(match["g"] or match["x"]): match[0] for match in tags}


def _kind(number: int, pair: Pair) -> str | None:
    """What a tag is to a reader: a link, bold type, a note mark."""
    name = pair.elements.get(number)
    held = regex.search(rf"<g{number}>(.*?)</g{number}>", pair.source, regex.DOTALL)
    if name in ("a", "sup") and held and _NOTE_MARK.fullmatch(TAG.sub("", held[1]).strip()):
        return "note mark"
    return _KINDS.get(name, name) if name else None
