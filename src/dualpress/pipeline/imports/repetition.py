"""What of copied pages is no article: lines that most of them have.

Menus, bylines, "Share this", footers: each page of a site has them. Nothing is
known of their words; a line counts as one of them by how many pages have it,
and goes only where such lines stand: before the text, behind it, or many in a row.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from itertools import groupby
from math import ceil

from dualpress.html.bibliography import names_references
from dualpress.pipeline.imports.dumps import Line

__all__ = ["Repetition", "line_key"]

_SHARE = 0.6
"""Of the posts, at least, have a line that is not of one of them."""

_FEWEST = 3
"""Posts that have it, at least; where there are but two, both."""

_LONG = 100
_SENTENCE = 60
"""Characters of a line that ends as a sentence does, and is text of an article."""

_ROW = 3
_SHORT_KEY = 20
_END = re.compile(r"[.!?।॥…][\"'”’»)\]]*\Z")
_DIGITS = re.compile(r"\d+")
_SPACE = re.compile(r"\s+")


def line_key(text: str) -> str:
    """What is equal where two lines are the same to a reader; the figures of short ones are not.

    ``3 min read`` and ``12 min read`` are one line, and so are two counts of visitors; the
    sources of two articles are not, though they differ in the year alone.
    """
    squeezed = _SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip().casefold()
    return _DIGITS.sub("0", squeezed) if len(squeezed) <= _SHORT_KEY else squeezed


class Repetition:
    """Knows which lines many posts have, and where.

    A post's title stands above its text, and below that of others, as a link: what is
    said many times above texts, among them, and below them is told apart.

    Args:
        posts: all that were copied from one site.
        keep: lines that belong to the articles all the same.
    """

    def __init__(self, posts: Sequence[Sequence[Line]], keep: Collection[str] = ()) -> None:
        self._kept = {line_key(line) for line in keep}
        fewest = 2 if len(posts) == 2 else _FEWEST
        self._least = max(fewest, ceil(_SHARE * len(posts)))
        self._counts = Counter(key for post in posts for key in _keys(post))
        parts = [self._parts(post) for post in posts]
        self._by_part = [
            Counter(key for post in parts for key in _keys(post[part])) for part in range(3)
        ]

    def count(self, text: str) -> int:
        """How many posts have a line."""
        return self._counts[line_key(text)]

    def text_bounds(self, lines: Sequence[Line], titles: Collection[str] = ()) -> tuple[int, int]:
        """Where the text of a post begins, and where it ends: the indexes of lines.

        Args:
            lines: of the post.
            titles: keys of the titles of all posts, which stand below others as links.

        Returns:
            Both the number of the lines where none is certain to be text.
        """
        found = [
            index
            for index, line in enumerate(lines)
            if _is_text(line.text)
            and self.count(line.text) < self._least
            and line_key(line.text) not in titles
        ]
        return (found[0], found[-1] + 1) if found else (len(lines), len(lines))

    def repeated(self, lines: Sequence[Line], titles: Collection[str] = ()) -> set[int]:
        """The indexes of lines that most posts have in the same part of theirs.

        Args:
            lines: of the post.
            titles: see :meth:`text_bounds`.
        """
        begin, end = self.text_bounds(lines, titles)
        return {
            index
            for index, line in enumerate(lines)
            if self._is_repeated(line.text, (index >= begin) + (index >= end))
        }

    def dropped(self, lines: Sequence[Line], titles: Collection[str]) -> set[int]:
        """The indexes of the lines that are no article.

        Args:
            lines: of the post.
            titles: see :meth:`text_bounds`.
        """
        begin, end = self.text_bounds(lines, titles)
        repeated = self.repeated(lines, titles)
        links = {i for i in range(end, len(lines)) if self._is_link(lines[i].text, titles)}
        inside = [index for index in range(begin, end) if lines[index].text]
        edges = {index for index in repeated if not begin <= index < end}
        return edges | links | _rows(inside, repeated)

    def _parts(self, post: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line], Sequence[Line]]:
        """What stands above the text of a post, the text, and what stands below."""
        begin, end = self.text_bounds(post)
        return post[:begin], post[begin:end], post[end:]

    def _is_repeated(self, text: str, part: int) -> bool:
        """Whether most posts have a line there; not one that heads their references."""
        key = line_key(text)
        if not text or key in self._kept or names_references(text):
            return False
        return self._by_part[part][key] >= self._least

    def _is_link(self, text: str, titles: Collection[str]) -> bool:
        """Whether a line below the text leads to another post by its title."""
        return line_key(text) in titles and line_key(text) not in self._kept


def _keys(lines: Iterable[Line]) -> set[str]:
    return {line_key(line.text) for line in lines if line.text}


def _rows(inside: Sequence[int], repeated: Collection[int]) -> set[int]:
    """Lines in the midst of a text of which many stand in a row: a form, a box of buttons."""
    rows = (list(row) for is_one, row in groupby(inside, repeated.__contains__) if is_one)
    return {index for row in rows if len(row) >= _ROW for index in row}


def _is_text(line: str) -> bool:
    return len(line) >= _LONG or (len(line) >= _SENTENCE and _END.search(line) is not None)
