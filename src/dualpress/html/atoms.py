"""The text of a run as a reader sees it, tied to its source character by character."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise

from dualpress.article import Span
from dualpress.html.items import Item, ItemKind
from dualpress.html.policy import is_inline

__all__ = ["EDGE", "Atom", "bare_text", "cut_at", "heard", "make_atoms", "strip_text"]

# Looked up once: before Python 3.12 a member of an enum is slow to reach.
_TEXT, _SOLID, _LOOSE = ItemKind.TEXT, ItemKind.SOLID, ItemKind.LOOSE
_BREAK, _CLOSE = ItemKind.BREAK, ItemKind.CLOSE

_HIDDEN = r"\x00-\x08\x0b\x0e-\x1f\x7f-\x9f"
# White space as HTML has it, then what no page shows (control characters), then text.
_PARTS = re.compile(
    rf"(?P<space>[ \t\n\r\f]+)|(?P<hidden>[{_HIDDEN}]+)"
    rf"|[^ \t\n\r\f{_HIDDEN}]+(?: [^ \t\n\r\f{_HIDDEN}]+)*"
)
_ALL_HIDDEN = re.compile(f"[{_HIDDEN}]*")
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_UNSEEN = frozenset({"comment", "script", "style", "template", "wbr"})
_ODD = re.compile(rf"[\t\n\r\f\ud800-\udfff{_HIDDEN}]")
_SPACES = " \t\n\r\f"
EDGE = (
    "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007"
    "\u2008\u2009\u200a\u200b\u2028\u2029\u202f\u205f\u3000\ufeff"
)
"""Spaces of all kinds, no-break and zero-width too, and byte order marks, which pastes bring."""
# What marks a note where it is raised: ``3, 4``, ``[5]``, ``a``, ``*``.
_NOTE_MARK = re.compile(r"[\s\d\[\](),;–*†‡§-]+|[a-z]")
# How many inline elements may stand between a note mark and what raises it: on a page
# that nests them without end, each text would ask all that are around it.
_DEEPEST_NOTE = 50
_HEARD_NOTE = "¹"
_SOLID_CHARACTER = "\ufffc"


@dataclass(slots=True, eq=False)
class Atom:
    """A tag, or a stretch of text that maps to the source character by character.

    Args:
        item: that it is, or is part of.
        start: its offset in the plain text.
        text: what it adds to the plain text.
        span: where it stands in the source.
        is_whole: text that cannot be cut, being one character reference.
    """

    item: Item
    start: int
    text: str
    span: Span
    is_whole: bool = True

    @property
    def end(self) -> int:
        """The offset after it in the plain text."""
        return self.start + len(self.text)

    @property
    def is_blank(self) -> bool:
        """Whether it can be left out at the edge of a sentence."""
        kind = self.item.kind
        if kind is _TEXT:
            return not self.text.strip(EDGE)
        return kind is _LOOSE or kind is _BREAK

    def source_start(self, offset: int) -> int:
        """Where what begins at an offset of the plain text, inside of it, begins in the source."""
        return self.span.start + (0 if self.is_whole else offset - self.start)

    def source_end(self, offset: int) -> int:
        """Where what ends at an offset of the plain text, inside of it, ends in the source."""
        return self.span.end - (0 if self.is_whole else self.end - offset)


def make_atoms(items: list[Item], raw: str) -> list[Atom]:
    """Return the atoms of a run.

    Args:
        items: of the run.
        raw: the source of the page.
    """
    atoms: list[Atom] = []
    offset = 0
    after_space = True
    previous: Item | None = None
    for item in items:
        if item.kind is _TEXT:
            made = _text_atoms(item, raw, offset, after_space)
        else:
            made = [Atom(item, offset, _stand_in(item, after_space), item.span)]
        for atom in made:
            offset += len(atom.text)
            if atom.text or _is_seen(item, previous):
                after_space = atom.text.endswith(" ")
        atoms += made
        previous = item
    return atoms


def bare_text(item: Item, raw: str) -> tuple[int, str] | None:
    """A text that stands in the source as a reader sees it, white space around it aside.

    Args:
        item: alone in its run.
        raw: the source of the page.

    Returns:
        Where it begins, and the text; ``None`` where there is more to it: a character
        reference, white space or controls inside of it.
    """
    if item.kind is not _TEXT:
        return None
    start, end = item.span
    source = raw[start:end]
    core = source.strip(_SPACES)
    if not core or _is_odd(core) or not _is_literal(source, item.data):
        return None
    first = start + source.index(core)
    return first, core if first + len(core) == end else f"{core} "


def _is_seen(item: Item, previous: Item | None) -> bool:
    """Whether it stands between two white spaces, as a picture does and a comment does not."""
    if item.kind is _CLOSE:
        return item.mate is previous  # `<i class=icon></i>`
    return item.kind is _LOOSE and item.name not in _UNSEEN


def heard(atom: Atom) -> str:
    """What an atom is to the search for sentence ends: a raised number is a note mark."""
    text = atom.text
    if atom.item.kind is not _TEXT or not _NOTE_MARK.fullmatch(text):
        return text
    return _HEARD_NOTE * len(text) if _is_raised(atom.item) else text


def _is_raised(item: Item) -> bool:
    """Whether it stands in ``sup``, or in a link to a place of the page, as note marks do."""
    node = item.element
    for _ in range(_DEEPEST_NOTE):
        if node is None or not is_inline(node.name):
            return False
        if node.name == "sup" or node.attributes.get("href", "").startswith("#"):
            return True
        node = node.parent
    return False


def _stand_in(item: Item, after_space: bool) -> str:
    """What a tag is to the plain text: a break a space, ``code`` an unknown word."""
    if item.kind is _BREAK:
        return "" if after_space else " "
    return _SOLID_CHARACTER if item.kind is _SOLID else ""


def _text_atoms(item: Item, raw: str, offset: int, after_space: bool) -> list[Atom]:
    """Cut a text where its source and what a reader sees of it part company."""
    start = item.span.start
    source = raw[start : item.span.end]
    if not _is_literal(source, item.data):
        return [Atom(item, offset, _collapsed(item.data, after_space), item.span)]
    core = source.strip(_SPACES)
    if core and not _is_odd(core):
        return _core_atoms(item, source, core, offset, after_space)
    atoms: list[Atom] = []
    for part in _PARTS.finditer(source):
        text = _visible(part, after_space)
        span = Span(start + part.start(), start + part.end())
        atoms.append(Atom(item, offset, text, span, is_whole=part.lastgroup is not None))
        offset += len(text)
        after_space = text.endswith(" ") if text else after_space
    return atoms


def _core_atoms(item: Item, source: str, core: str, offset: int, after_space: bool) -> list[Atom]:
    """Cut a text into what is shown as it stands and the white space around it, if any counts."""
    atoms: list[Atom] = []
    start, end = item.span
    first = start + source.index(core)
    last = first + len(core)
    if start < first and not after_space:
        atoms.append(Atom(item, offset, " ", Span(start, first)))
        offset += 1
    atoms.append(Atom(item, offset, core, Span(first, last), is_whole=False))
    if last < end:
        atoms.append(Atom(item, offset + len(core), " ", Span(last, end)))
    return atoms


def _visible(part: re.Match[str], after_space: bool) -> str:
    if part.lastgroup == "space":
        return "" if after_space else " "
    if part.lastgroup == "hidden":
        return ""
    text = part[0]
    return text if text.isascii() else _SURROGATES.sub("\ufffd", text)


def _is_odd(core: str) -> bool:
    """Whether a text has more white space than one inside, or what is not shown as it stands."""
    return "  " in core or not (core.isprintable() or _ODD.search(core) is None)


def _is_literal(source: str, data: str) -> bool:
    """Whether a text's source is the text, newlines and NUL aside."""
    return not source.startswith("&") or source == data


def _collapsed(data: str, after_space: bool) -> str:
    """The characters of a reference; one to a white space collapses as if typed."""
    if data.isprintable() and data != " ":
        return data
    if _ALL_HIDDEN.fullmatch(data):
        return ""
    if data.strip(" \t\n\r\f"):
        return _SURROGATES.sub("\ufffd", data)
    return "" if after_space else " "


def cut_at(atoms: list[Atom], offsets: list[int]) -> list[Atom]:
    """Cut the texts at the offsets that fall inside them."""
    cut: list[Atom] = []
    for atom in atoms:
        first = last = 0
        if not atom.is_whole:
            first, last = bisect_right(offsets, atom.start), bisect_left(offsets, atom.end)
        if first >= last:
            cut.append(atom)
            continue
        bounds = [atom.start, *offsets[first:last], atom.end]
        cut += [_part(atom, start, end) for start, end in pairwise(bounds)]
    return cut


def _part(atom: Atom, start: int, end: int) -> Atom:
    low, high = start - atom.start, end - atom.start
    span = Span(atom.span.start + low, atom.span.start + high)
    return Atom(atom.item, start, atom.text[low:high], span, is_whole=False)


def strip_text(atoms: list[Atom]) -> list[Atom]:
    """Take no-break and zero-width spaces off the edges of the first and last text."""
    first = atoms[0]
    before = 0 if first.is_whole else len(first.text) - len(first.text.lstrip(EDGE))
    if before:
        atoms[0] = _part(first, first.start + before, first.end)
    last = atoms[-1]
    after = 0 if last.is_whole else len(last.text) - len(last.text.rstrip(EDGE))
    if after:
        atoms[-1] = _part(last, last.start, last.end - after)
    return atoms
