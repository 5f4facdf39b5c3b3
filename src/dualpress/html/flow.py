"""Cut a run into sentences, and give each its source notation.

A cut is made only where it opens or closes whole inline elements: where a
sentence ends inside one that the next sentence shares, both stay one piece.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, pairwise

from dualpress.article import Inline, Span, escape_tags
from dualpress.html.runs import Item, ItemKind

__all__ = ["Piece", "cut_sentences"]

SentenceSpans = Callable[[str], Sequence[tuple[int, int]]]

# White space as HTML has it, then what no page shows (control characters), then text.
_PARTS = re.compile(
    r"(?P<space>[ \t\n\r\f]+)|(?P<hidden>[\x00-\x08\x0b\x0e-\x1f\x7f]+)"
    r"|[^ \t\n\r\f\x00-\x08\x0b\x0e-\x1f\x7f]+(?: [^ \t\n\r\f\x00-\x08\x0b\x0e-\x1f\x7f]+)*"
)
_SURROGATES = re.compile(r"[\ud800-\udfff]")
_UNSEEN = frozenset({"comment", "script", "style", "template", "wbr"})
_ZERO_WIDTH_SPACE = "\u200b"
_SUPERSCRIPT = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SOLID_CHARACTER = "\ufffc"


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence of a run.

    Args:
        source: its text with ``<g1>…</g1>`` for its tags.
        span: where it stands.
        inlines: its tags.
    """

    source: str
    span: Span
    inlines: tuple[Inline, ...]


@dataclass(slots=True, eq=False)
class _Atom:
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
        return self.start + len(self.text)

    @property
    def is_blank(self) -> bool:
        """Whether it can be left out at the edge of a sentence."""
        kind = self.item.kind
        if kind is ItemKind.TEXT:
            return not self.text.strip().strip(_ZERO_WIDTH_SPACE)
        return kind in (ItemKind.LOOSE, ItemKind.BREAK)


def cut_sentences(items: list[Item], raw: str, sentence_spans: SentenceSpans) -> Iterator[Piece]:
    """Yield the sentences of a run in order.

    Args:
        items: of one well-formed run.
        raw: the source of the page.
        sentence_spans: tells where the sentences of a plain text stand.
    """
    atoms = list(_atoms(items, raw))
    spans = sentence_spans("".join(_heard(atom) for atom in atoms))
    atoms = _cut_at(atoms, {offset for span in spans for offset in span})
    for sentence in _parted(atoms, spans):
        yield _piece(sentence)


def _parted(atoms: list[_Atom], spans: Sequence[tuple[int, int]]) -> Iterator[list[_Atom]]:
    """Take wrappers off, part what is inside, and so on: a wrapper may hold two sentences."""
    core = _trim(atoms)
    spans = _within(spans, core)
    groups = list(_groups(core, spans))
    if len(groups) > 1:
        for group in groups:
            yield from _parted(group, spans)
    elif core:
        yield core


def _within(spans: Sequence[tuple[int, int]], atoms: list[_Atom]) -> Sequence[tuple[int, int]]:
    """The sentences that stand in these atoms, wholly or in part."""
    if not atoms:
        return ()
    first = bisect_right(spans, atoms[0].start, key=lambda span: span[1])
    last = bisect_left(spans, atoms[-1].end, key=lambda span: span[0])
    return spans[first:last]


def _atoms(items: list[Item], raw: str) -> Iterator[_Atom]:
    offset = 0
    after_space = True
    for item in items:
        if item.kind is ItemKind.TEXT:
            made = list(_text_atoms(item, raw, offset, after_space))
        else:
            made = [_Atom(item, offset, _stand_in(item, after_space), item.span)]
        for atom in made:
            offset = atom.end
            if atom.text or _is_seen(item):
                after_space = atom.text.endswith(" ")
            yield atom


def _is_seen(item: Item) -> bool:
    """Whether it stands between two white spaces, as a picture does and a comment does not."""
    return item.kind is ItemKind.LOOSE and item.name not in _UNSEEN


def _heard(atom: _Atom) -> str:
    """What an atom is to the search for sentence ends: a raised number is a note mark."""
    raised = atom.text.isdecimal() and atom.item.kind is ItemKind.TEXT and _is_raised(atom.item)
    return atom.text.translate(_SUPERSCRIPT) if raised else atom.text


def _is_raised(item: Item) -> bool:
    element = item.element
    return element is not None and (element.name == "sup" or element.find_parent("sup") is not None)


def _stand_in(item: Item, after_space: bool) -> str:
    """What a tag is to the plain text: a break a space, ``code`` an unknown word."""
    if item.kind is ItemKind.BREAK:
        return "" if after_space else " "
    return _SOLID_CHARACTER if item.kind is ItemKind.SOLID else ""


def _text_atoms(item: Item, raw: str, offset: int, after_space: bool) -> Iterator[_Atom]:
    """Cut a text where its source and what a reader sees of it part company."""
    start = item.span.start
    source = raw[start : item.span.end]
    if not _is_literal(source, item.data):
        text = _collapsed(item.data, after_space)
        yield _Atom(item, offset, text, item.span)
        return
    for part in _PARTS.finditer(source):
        text = _visible(part, after_space)
        span = Span(start + part.start(), start + part.end())
        yield _Atom(item, offset, text, span, is_whole=part.lastgroup is not None)
        offset += len(text)
        after_space = text.endswith(" ") if text else after_space


def _visible(part: re.Match[str], after_space: bool) -> str:
    if part.lastgroup == "space":
        return "" if after_space else " "
    if part.lastgroup == "hidden":
        return ""
    return _SURROGATES.sub("\ufffd", part[0])


def _is_literal(source: str, data: str) -> bool:
    """Whether a text's source is the text, newlines and NUL aside."""
    return not source.startswith("&") or source == data


def _collapsed(data: str, after_space: bool) -> str:
    """The characters of a reference; one to a white space collapses as if typed."""
    if data.strip(" \t\n\r\f"):
        return _SURROGATES.sub("\ufffd", data)
    return "" if after_space else " "


def _cut_at(atoms: list[_Atom], offsets: set[int]) -> list[_Atom]:
    """Cut the texts at the offsets that fall inside them."""
    cut: list[_Atom] = []
    marks = sorted(offsets)
    for atom in atoms:
        first, last = bisect_right(marks, atom.start), bisect_left(marks, atom.end)
        inside = [] if atom.is_whole else marks[first:last]
        for start, end in zip([atom.start, *inside], [*inside, atom.end], strict=True):
            cut.append(_part(atom, start, end) if inside else atom)
    return cut


def _part(atom: _Atom, start: int, end: int) -> _Atom:
    low, high = start - atom.start, end - atom.start
    span = Span(atom.span.start + low, atom.span.start + high)
    return _Atom(atom.item, start, atom.text[low:high], span, is_whole=False)


def _groups(atoms: list[_Atom], spans: Sequence[tuple[int, int]]) -> Iterator[list[_Atom]]:
    """Part the atoms between sentences, wherever no element is open."""
    start = 0
    for cut in _possible_cuts(atoms, spans):
        if start < cut < len(atoms):
            yield atoms[start:cut]
            start = cut
    yield atoms[start:]


def _possible_cuts(atoms: list[_Atom], spans: Sequence[tuple[int, int]]) -> Iterator[int]:
    """Yield for each sentence boundary an index at which no element is open, if there is one."""
    depths = [0, *accumulate(map(_step, atoms))]
    index = 0
    for (_, end), (start, _) in pairwise(spans):
        while index < len(atoms) and not _begins_at(atoms[index], end):
            index += 1
        # A tag right at the end may belong to either sentence.
        first = index
        while first > 0 and not atoms[first - 1].text:
            first -= 1
        while index < len(atoms) and not _begins_at(atoms[index], start):
            index += 1
        yield from [i for i in range(first, index + 1) if depths[i] == 0][:1]


def _begins_at(atom: _Atom, offset: int) -> bool:
    """Whether it is the first text at or after an offset of the plain text."""
    return bool(atom.text) and atom.start >= offset


def _step(atom: _Atom) -> int:
    return {ItemKind.OPEN: 1, ItemKind.CLOSE: -1}.get(atom.item.kind, 0)


def _trim(atoms: list[_Atom]) -> list[_Atom]:
    """Leave out what is at the edges and belongs to no word, and wrappers of the whole."""
    while atoms:
        if atoms[0].is_blank:
            atoms = atoms[1:]
        elif atoms[-1].is_blank:
            atoms = atoms[:-1]
        else:
            inner = _unwrapped(atoms)
            if len(inner) == len(atoms):
                break
            atoms = inner
    return _strip_text(atoms)


def _unwrapped(atoms: list[_Atom]) -> list[_Atom]:
    """Leave out a pair around all, or a pair around nothing at an edge."""
    first, last = atoms[0].item, atoms[-1].item
    if first.kind is ItemKind.OPEN:
        close = _index_of(atoms, first.mate)
        if close == len(atoms) - 1:
            return atoms[1:-1]
        if all(_is_empty(atom) for atom in atoms[:close]):
            return atoms[close + 1 :]
    if last.kind is ItemKind.CLOSE:
        opened = _index_of(atoms, last.mate)
        if all(_is_empty(atom) for atom in atoms[opened:]):
            return atoms[:opened]
    return atoms


def _index_of(atoms: list[_Atom], item: Item | None) -> int:
    return next(index for index, atom in enumerate(atoms) if atom.item is item)


def _is_empty(atom: _Atom) -> bool:
    return atom.is_blank or atom.item.kind in (ItemKind.OPEN, ItemKind.CLOSE)


def _strip_text(atoms: list[_Atom]) -> list[_Atom]:
    """Take no-break and zero-width spaces off the edges of the first and last text."""
    if atoms and not atoms[0].is_whole:
        atom = atoms[0]
        lead = len(atom.text) - len(_lstrip(atom.text))
        atoms = [_part(atom, atom.start + lead, atom.end), *atoms[1:]]
    if atoms and not atoms[-1].is_whole:
        atom = atoms[-1]
        kept = len(_lstrip(atom.text[::-1]))
        atoms = [*atoms[:-1], _part(atom, atom.start, atom.start + kept)]
    return atoms


def _lstrip(text: str) -> str:
    while text and (text[0].isspace() or text[0] == _ZERO_WIDTH_SPACE):
        text = text[1:]
    return text


def _piece(atoms: list[_Atom]) -> Piece:
    numbers: dict[int, int] = {}
    parts: list[str] = []
    inlines: list[Inline] = []
    for is_text, group in groupby(atoms, key=lambda atom: atom.item.kind is ItemKind.TEXT):
        if is_text:
            # Escaped as one: `&lt;` and `g1>` are two atoms and one `<g1>` to the reader.
            parts.append(escape_tags("".join(atom.text for atom in group)))
            continue
        for item in (atom.item for atom in group):
            if item.kind is ItemKind.CLOSE:
                parts.append(f"</g{numbers[id(item.mate)]}>")
                continue
            number = numbers[id(item)] = len(numbers) + 1
            closing = item.mate.span if item.mate is not None else None
            parts.append(f"<g{number}>" if closing else f"<x{number}/>")
            inlines.append(Inline(number, item.name, item.span, closing))
    span = Span(atoms[0].span.start, atoms[-1].span.end)
    return Piece("".join(parts), span, tuple(inlines))
