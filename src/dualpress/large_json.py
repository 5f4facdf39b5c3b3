"""JSON of one long list or object, read part by part: all in one would take ten times its size."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from dualpress.records import unique_names

__all__ = ["Layout", "read_parts"]


class Layout(NamedTuple):
    """How a file is laid out in lines, of which each part of the list begins some.

    Args:
        opening: the line with which the list, or object, opens.
        indent: what stands before the first and the last line of each part; before those between
            these stands more.
        before: what makes a part of an object a document of its own; nothing for one of a list.
        after: likewise, behind it.
        errors: how bytes that are no UTF-8 are read.
    """

    opening: bytes
    indent: bytes
    before: str = ""
    after: str = ""
    errors: str = "strict"


def read_parts(lines: Iterable[bytes], layout: Layout, take: Callable[[Any], None]) -> Any:
    """Read a file part by part.

    Args:
        lines: of the file.
        layout: of it.
        take: is given each part; one of an object with its key.

    Returns:
        The document with nothing in that list.

    Raises:
        ValueError: it has another layout, is no JSON, or names something twice in a part. What
            was taken until then is of no use, and all of it is to be read as one.
    """
    rest = iter(lines)
    around = list(_head(rest, layout))
    part: list[bytes] = []
    ends = {layout.indent + b"}": False, layout.indent + b"},": True}
    goes_on = True
    for line in rest:
        bare = line.rstrip(b"\r\n")
        if not bare.startswith(layout.indent):
            around += (line, *rest)
            break
        part.append(bare)
        if bare in ends:
            take(_read(part, layout, is_first_or_next=goes_on))
            goes_on = ends[bare]
            part.clear()
    if part or goes_on:
        raise ValueError("there is no end of the last part")
    return json.loads(b"".join(around).decode("utf-8-sig", layout.errors))


def _head(lines: Iterator[bytes], layout: Layout) -> Iterator[bytes]:
    """The lines up to the one with which the list opens."""
    for line in lines:
        yield line
        if line.rstrip(b"\r\n") == layout.opening:
            return
    raise ValueError("there is no such list")


def _read(part: Sequence[bytes], layout: Layout, *, is_first_or_next: bool) -> Any:
    if not is_first_or_next:
        raise ValueError("there is no comma before a part")
    text = b"\n".join(part).removesuffix(b",").decode(errors=layout.errors)
    return json.loads(f"{layout.before}{text}{layout.after}", object_pairs_hook=unique_names)
