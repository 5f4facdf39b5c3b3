"""A text with inline tags, changed where its plain text is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import regex

from dualpress.article import TAG
from dualpress.text.addresses import find_addresses
from dualpress.text.numbers.repair.task import Edit

__all__ = ["Tagged"]

_NAME_BEFORE = regex.compile(r"(?:[\p{L}\p{M}]-?|[\p{L}\p{M}]\p{Nd}+[-/.]?)\Z")
_NAME_AFTER = regex.compile(r"[\p{L}\p{M}]|\p{Nd}")


@dataclass(frozen=True)
class Tagged:
    """A translation in the notation of PO files.

    Args:
        text: the translation with its tags.
    """

    text: str

    @property
    def plain(self) -> str:
        """The text without its tags; what is escaped stays so."""
        return TAG.sub("", self.text)

    def changed(self, edits: Iterable[Edit]) -> tuple[Tagged, list[Edit]]:
        """Make the changes that can be made, from left to right.

        None is made that a tag stands within, or that would reach into an address, a
        word or a code (``F-16``, ``M1A2``); nor one that overlaps the change before it.

        Args:
            edits: changes of the plain text.

        Returns:
            The changed text, and the changes that were made.
        """
        wanted = sorted(edits, key=lambda edit: edit.span)
        if not wanted:
            return self, []
        plain, places = self.plain, self._places()
        addresses = find_addresses(plain)
        pieces, made, position, reached = [], [], 0, 0
        for edit in wanted:
            start, end = edit.span
            begin, finish = places[start], places[end - 1] + 1
            is_whole = TAG.search(self.text, begin, finish) is None
            is_free = not any(start < stop and begun < end for begun, stop in addresses)
            if start >= reached and is_whole and is_free and not _is_in_a_name(plain, start, end):
                pieces += [self.text[position:begin], edit.text]
                made.append(edit)
                position, reached = finish, end
        return Tagged("".join([*pieces, self.text[position:]])), made

    def _places(self) -> list[int]:
        """Where each character of the plain text stands."""
        places: list[int] = []
        position = 0
        for match in TAG.finditer(self.text):
            places.extend(range(position, match.start()))
            position = match.end()
        places.extend(range(position, len(self.text)))
        return places


def _is_in_a_name(plain: str, start: int, end: int) -> bool:
    if _NAME_BEFORE.search(plain[max(0, start - 12) : start]):
        return True
    return _NAME_AFTER.match(plain, end) is not None
