"""Lines of plain text as paragraphs, headings and lists of HTML."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

__all__ = ["to_html"]

_LONG = 100
_SHORT = 90
_MOST_WORDS = 14
_WIDEST = 100
_NO_HEADING = re.compile(r"[.!?।॥…:;,|][\"'”’»)\]]*\Z")
_CAPTION = re.compile(
    r"[(\[]?\s*(?:pic|photo|image|picture|source|credit|courtesy|file|graphic|map|फोटो|फ़ोटो|चित्र|तस्वीर|स्रोत|साभार)"
    r"(?:graph)?s?(?![A-Za-z])",
    re.IGNORECASE,
)
_BULLET = re.compile(r"[•◦▪●‣⁃·*–-]\s+(?=\S)")
_SURE_BULLET = re.compile(r"[•◦▪●‣⁃]")
_NUMBER = re.compile(r"(?P<number>\d{1,2})[.)]\s+(?=\S)")


def to_html(lines: Sequence[str]) -> str:
    """Mark up the text of a post.

    A heading is a short line without a stop between two paragraphs; what is
    not certain to be one is a paragraph.

    Args:
        lines: without white space around them; blank ones are empty.
    """
    groups = [list(group) for is_filled, group in groupby(lines, key=bool) if is_filled]
    if _is_wrapped(groups):
        groups = [[" ".join(item) for item in _items(group)] for group in groups]
    blocks = list(_blocks([line for group in groups for line in group]))
    texts = [text for text, _ in blocks]
    marked = [
        _element(text, kind, before, after)
        for (text, kind), before, after in zip(
            blocks, ["", *texts[:-1]], [*texts[1:], ""], strict=True
        )
    ]
    return "".join(f"{block}\n\n" for block in marked).rstrip("\n") + "\n"


def _is_wrapped(groups: Sequence[Sequence[str]]) -> bool:
    """Whether a line ends where the page did, and not where the paragraph does."""
    widest = max((len(line) for group in groups for line in group), default=0)
    return widest <= _WIDEST and any(
        len(group) >= 3 and all(len(line) >= 0.6 * widest for line in group[:-1])
        for group in groups
    )


def _items(group: Sequence[str]) -> Iterator[list[str]]:
    """A group of wrapped lines, parted where an item of a list begins."""
    part: list[str] = []
    for line in group:
        if part and (_BULLET.match(line) or _NUMBER.match(line)):
            yield part
            part = []
        part.append(line)
    yield part


def _blocks(lines: Sequence[str]) -> Iterator[tuple[str, str]]:
    """The lines, those of a list together; and what each is."""
    start = 0
    while start < len(lines):
        count, kind = _list_at(lines, start)
        yield "\n".join(lines[start : start + count]), kind
        start += count


def _list_at(lines: Sequence[str], start: int) -> tuple[int, str]:
    """How many lines are one list, and of which kind; else one line."""
    bullets = _count(lines, start, _has_bullet)
    if bullets >= 2 or (bullets and _SURE_BULLET.match(lines[start])):
        return bullets, "ul"
    numbers = _count(lines, start, _has_number)
    return (numbers, "ol") if numbers >= 2 else (1, "")


def _count(lines: Sequence[str], start: int, fits: Callable[[int, str], bool]) -> int:
    """How many lines fit, each as the item of its number."""
    end = start
    while end < len(lines) and fits(end - start + 1, lines[end]):
        end += 1
    return end - start


def _has_bullet(_: int, line: str) -> bool:
    return _BULLET.match(line) is not None


def _has_number(number: int, line: str) -> bool:
    match = _NUMBER.match(line)
    return match is not None and int(match["number"]) == number


def _element(text: str, kind: str, before: str, after: str) -> str:
    if kind in ("ul", "ol"):
        mark = _BULLET if kind == "ul" else _NUMBER
        items = "".join(
            f"<li>{_escaped(mark.sub('', line, 1))}</li>\n" for line in text.split("\n")
        )
        return f"<{kind}>\n{items}</{kind}>"
    tag = "h2" if _is_heading(text, before, after) else "p"
    return f"<{tag}>{_escaped(text)}</{tag}>"


def _is_heading(text: str, before: str, after: str) -> bool:
    """Whether a line between two paragraphs is short, has no stop, and is no caption."""
    is_between = len(before) >= _LONG and len(after) >= _LONG
    is_short = len(text) <= _SHORT and len(text.split()) <= _MOST_WORDS
    is_plain = not _NO_HEADING.search(text) and not _CAPTION.match(text)
    return is_between and is_short and is_plain and not text[:1].islower()


def _escaped(text: str) -> str:
    return html.escape(text, quote=False)
