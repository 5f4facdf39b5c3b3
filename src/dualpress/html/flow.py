"""Cut a run into sentences, and give each its source notation.

A cut is made only where it opens or closes whole inline elements: where a
sentence ends inside one that the next sentence shares, both stay one piece.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from dualpress.article import Inline, Span, escape_tags
from dualpress.html.atoms import EDGE, Atom, bare_text, cut_at, heard, make_atoms, strip_text
from dualpress.html.items import Item, ItemKind

__all__ = ["Piece", "cut_sentences"]

# Looked up once: before Python 3.12 a member of an enum is slow to reach.
_TEXT, _BREAK = ItemKind.TEXT, ItemKind.BREAK
_OPEN, _CLOSE, _SOLID = ItemKind.OPEN, ItemKind.CLOSE, ItemKind.SOLID

SentenceSpans = Callable[[str], Sequence[tuple[int, int]]]


class Piece(NamedTuple):
    """A sentence of a run.

    Args:
        source: its text with ``<g1>…</g1>`` for its tags.
        span: where it stands.
        inlines: its tags.
    """

    source: str
    span: Span
    inlines: tuple[Inline, ...]


def cut_sentences(items: list[Item], raw: str, sentence_spans: SentenceSpans) -> list[Piece]:
    """Return the sentences of a run in order.

    Args:
        items: of one well-formed run.
        raw: the source of the page.
        sentence_spans: tells where the sentences of a plain text stand.
    """
    if len(items) == 1 and (core := bare_text(items[0], raw)) is not None:
        return list(_bare_pieces(*core, sentence_spans))
    atoms = make_atoms(items, raw)
    spans = sentence_spans("".join([heard(atom) for atom in atoms]))
    if len(spans) == 1 and (sentence := _bare_sentence(atoms)):
        return [_piece(strip_text(sentence))]
    if _is_plain(atoms):
        return list(_plain_pieces(atoms, spans))
    atoms = cut_at(atoms, sorted({offset for span in spans for offset in span}))
    return [
        _piece(strip_text(atoms[sentence.start : sentence.stop]))
        for sentence in _Cutter(atoms, spans).sentences()
    ]


def _bare_pieces(start: int, text: str, sentence_spans: SentenceSpans) -> Iterator[Piece]:
    """Yield the sentences of a text that stands in the source as a reader sees it."""
    for first, last in sentence_spans(text):
        sentence = text[first:last].lstrip(EDGE)
        first = last - len(sentence)
        sentence = sentence.rstrip(EDGE)
        if sentence:
            span = Span(start + first, start + first + len(sentence))
            yield Piece(escape_tags(sentence), span, ())


def _bare_sentence(atoms: list[Atom]) -> list[Atom]:
    """The atoms of a run that is one sentence, if no tag stands at its edges; else none."""
    start, end = 0, len(atoms)
    while start < end and atoms[start].is_blank:
        start += 1
    while start < end and atoms[end - 1].is_blank:
        end -= 1
    sentence = atoms[start:end]
    return [] if not sentence or _step(sentence[0]) or _step(sentence[-1]) else sentence


def _is_plain(atoms: list[Atom]) -> bool:
    """Whether there is nothing but text from the first word to the last, as in most runs."""
    has_words = is_parted = False
    for atom in atoms:
        kind = atom.item.kind
        if kind is _SOLID:
            return False
        if kind is not _TEXT:
            is_parted = has_words
        elif not atom.is_blank:
            if is_parted:
                return False
            has_words = True
    return True


def _plain_pieces(atoms: list[Atom], spans: Sequence[tuple[int, int]]) -> Iterator[Piece]:
    """Yield the sentences of a plain run, each without the spaces of any kind at its edges."""
    texts = [atom for atom in atoms if atom.text]
    starts = [atom.start for atom in texts]
    plain = "".join([atom.text for atom in texts])
    for start, end in spans:
        text = plain[start:end].lstrip(EDGE)
        start = end - len(text)
        text = text.rstrip(EDGE)
        end = start + len(text)
        if text:
            first = texts[bisect_right(starts, start) - 1]
            last = texts[bisect_left(starts, end) - 1]
            span = Span(first.source_start(start), last.source_end(end))
            yield Piece(escape_tags(text), span, ())


class _Cutter:
    """Parts the atoms of a run between sentences, wherever no element is open.

    Wrappers are taken off and what is inside is parted, and so on: a wrapper
    may hold two sentences. All this works on ranges of atoms, and what it asks
    of a range is counted beforehand: a run may be a book of one paragraph.
    """

    def __init__(self, atoms: list[Atom], spans: Sequence[tuple[int, int]]) -> None:
        self._atoms = atoms
        self._depths = [0, *accumulate(map(_step, atoms))]
        # Asked of pairs of tags alone.
        tagged = atoms if any(self._depths) else []
        self._shown = list(accumulate([not _is_empty(atom) for atom in tagged], initial=0))
        self._places = {id(atom.item): index for index, atom in enumerate(tagged)}
        self._cuts: dict[int, list[int]] = {}
        for cut in self._possible_cuts(spans):
            self._cuts.setdefault(self._depths[cut], []).append(cut)

    def sentences(self) -> Iterator[range]:
        """Yield the atoms of each sentence."""
        parts = [range(len(self._atoms))]
        while parts:
            core = self._trimmed(parts.pop())
            cuts = self._cuts_inside(core)
            if cuts:
                bounds = [core.start, *cuts, core.stop]
                parts += reversed([range(*ends) for ends in pairwise(bounds)])
            elif core:
                yield core

    def _possible_cuts(self, spans: Sequence[tuple[int, int]]) -> Iterator[int]:
        """Yield for each sentence boundary the index at which the fewest elements are open."""
        index = 0
        for (_, end), (start, _) in pairwise(spans):
            index = self._begin_at(end, index)
            # A tag right at the end may belong to either sentence.
            first = index
            while first > 0 and not self._atoms[first - 1].text:
                first -= 1
            index = self._begin_at(start, index)
            yield min(range(first, index + 1), key=self._depths.__getitem__)

    def _begin_at(self, offset: int, index: int) -> int:
        """The first text, from an index on, at or after an offset of the plain text."""
        while index < len(self._atoms):
            atom = self._atoms[index]
            if atom.text and atom.start >= offset:
                break
            index += 1
        return index

    def _cuts_inside(self, core: range) -> list[int]:
        cuts = self._cuts.get(self._depths[core.start], [])
        return cuts[bisect_right(cuts, core.start) : bisect_left(cuts, core.stop)]

    def _trimmed(self, part: range) -> range:
        """Leave out what is at the edges and belongs to no word, and wrappers of the whole."""
        while part:
            if self._atoms[part[0]].is_blank:
                inner = part[1:]
            elif self._atoms[part[-1]].is_blank:
                inner = part[:-1]
            else:
                inner = self._unwrapped(part)
            if inner == part:
                break
            part = inner
        return part

    def _unwrapped(self, part: range) -> range:
        """Leave out a pair around all, or a pair around nothing at an edge."""
        first, last = self._atoms[part[0]].item, self._atoms[part[-1]].item
        if first.kind is _OPEN:
            close = self._places[id(first.mate)]
            if close == part[-1]:
                return part[1:-1]
            if self._is_empty(range(part[0], close)):
                return range(close + 1, part.stop)
        if last.kind is _CLOSE:
            opened = self._places[id(last.mate)]
            if self._is_empty(range(opened, part.stop)):
                return range(part.start, opened)
        return part

    def _is_empty(self, part: range) -> bool:
        return self._shown[part.start] == self._shown[part.stop]


def _step(atom: Atom) -> int:
    kind = atom.item.kind
    return 1 if kind is _OPEN else -1 if kind is _CLOSE else 0


def _is_empty(atom: Atom) -> bool:
    return atom.is_blank or atom.item.kind in (_OPEN, _CLOSE)


def _piece(atoms: list[Atom]) -> Piece:
    if len(atoms) == 1 and atoms[0].item.kind is _TEXT:
        return Piece(escape_tags(atoms[0].text), atoms[0].span, ())
    numbers: dict[int, int] = {}
    parts: list[str] = []
    words: list[str] = []
    inlines: list[Inline] = []
    for atom in atoms:
        item = atom.item
        if item.kind is _TEXT:
            words.append(atom.text)
            continue
        # Escaped as one: `&lt;` and `g1>` are two atoms and one `<g1>` to the reader.
        parts.append(escape_tags("".join(words)))
        words.clear()
        if item.kind is _CLOSE:
            parts.append(f"</g{numbers[id(item.mate)]}>")
            continue
        if item.kind is _BREAK:
            parts.append(atom.text)  # a space, where it alone parts two words
        number = numbers[id(item)] = len(numbers) + 1
        closing = item.mate.span if item.mate is not None else None
        parts.append(f"<g{number}>" if closing else f"<x{number}/>")
        inlines.append(Inline(number, item.name, item.span, closing))
    parts.append(escape_tags("".join(words)))
    span = Span(atoms[0].span.start, atoms[-1].span.end)
    return Piece("".join(parts), span, tuple(inlines))
