"""Change a page at offsets: everything that no patch names keeps its bytes."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dualpress.article import Source, Span
from dualpress.html.encoding import encoder, slicer

__all__ = ["Patch", "apply_patches"]


@dataclass(frozen=True, slots=True)
class Patch:
    """What is to stand in place of a span of the source.

    Args:
        span: what is replaced; empty to insert.
        pieces: new text, and spans of the source that are kept. A kept span
            lies inside ``span`` and may itself be patched.
    """

    span: Span
    pieces: tuple[str | Span, ...]

    @classmethod
    def replace(cls, span: Span, text: str) -> Patch:
        """Put text in place of a span."""
        return cls(span, (text,))

    @classmethod
    def insert(cls, offset: int, text: str) -> Patch:
        """Put text before an offset."""
        return cls(Span(offset, offset), (text,))


def apply_patches(source: Source, patches: Iterable[Patch]) -> bytes:
    """Return the bytes of the page with the patches applied.

    Patches may be nested: what lies inside a kept span of another is applied
    there, what lies in a part that the other drops is dropped with it.
    Insertions at one offset stand in the order given.

    Raises:
        ValueError: two patches overlap without one holding the other, which
            is a mistake of the caller.
    """
    ordered = sorted(patches, key=_order)
    original, encode = slicer(source), encoder(source.encoding)
    pieces = _render(Span(0, len(source.text)), ordered)
    return source.bom + b"".join(
        [encode(piece) if isinstance(piece, str) else original(piece) for piece in pieces]
    )


def _order(patch: Patch) -> tuple[int, bool, int]:
    """Insertions before what begins at their offset, outer patches before inner ones."""
    start, end = patch.span
    return (start, end > start, -end)


def _render(span: Span, patches: list[Patch]) -> Iterator[str | Span]:
    """Yield what stands in a span: kept source, and new text in its places."""
    position = span.start
    index = 0
    while index < len(patches):
        patch = patches[index]
        if patch.span.start < position or patch.span.end > span.end:
            raise ValueError(f"patches overlap at {patch.span}")
        index += 1
        inner = index
        while index < len(patches) and patches[index].span.start < patch.span.end:
            if patches[index].span.end > patch.span.end:
                raise ValueError(f"patches overlap at {patches[index].span}")
            index += 1
        yield Span(position, patch.span.start)
        yield from _render_patch(patch, patches[inner:index])
        position = patch.span.end
    yield Span(position, span.end)


def _render_patch(patch: Patch, nested: list[Patch]) -> Iterator[str | Span]:
    if not nested:
        yield from patch.pieces
        return
    starts = [inner.span.start for inner in nested]
    kept = {piece.start for piece in patch.pieces if isinstance(piece, Span)}
    for piece in patch.pieces:
        if isinstance(piece, str):
            yield piece
            continue
        # What is inserted between two kept spans goes with the second, once.
        end = (
            bisect_left(starts, piece.end) if piece.end in kept else bisect_right(starts, piece.end)
        )
        inside = nested[bisect_left(starts, piece.start) : end]
        yield from _render(piece, [inner for inner in inside if inner.span.end <= piece.end])
