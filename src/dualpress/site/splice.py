"""Other parts in the place of some that stand in a large file."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["spliced"]


def spliced(data: bytes, changes: Iterable[tuple[bytes, bytes]]) -> bytes | None:
    """Put parts into a file in the place of others.

    Args:
        data: of the file.
        changes: what stands in it, and what is to stand there.

    Returns:
        The file as it is then; ``None`` where one of the former is not in it, or more than
        once, or two of them overlap.
    """
    places: list[tuple[int, int, bytes]] = []
    for old, new in changes:
        start = data.find(old) if old else -1
        if start < 0 or data.find(old, start + 1) >= 0:
            return None
        places.append((start, start + len(old), new))
    places.sort()
    parts: list[bytes] = []
    done = 0
    for start, end, new in places:
        if start < done:
            return None
        parts += [data[done:start], new]
        done = end
    return b"".join([*parts, data[done:]])
