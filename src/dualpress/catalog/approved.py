"""What a human approved for an earlier source, kept in translator comments.

The gettext manual knows one place for an earlier source (``#|``) and none for
an earlier translation; its tools keep ``# `` comments, and drop all others
that they do not know. So where an approved translation can no longer stand in
``msgstr`` as it was, it stands here, word for word::

    # source before: Police said 12 people died.
    # translation before: पुलिस ने कहा कि 12 लोग मारे गए।
    # numbers put in: 12 → 15

The lines are dropped once a human confirms what stands in the entry.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

import regex

from dualpress.catalog.entry import Entry
from dualpress.catalog.escapes import quote, unquote
from dualpress.states import Approved, approved_of
from dualpress.translation import is_blank

__all__ = [
    "JOINED",
    "SECOND_PART",
    "SPLIT",
    "approved_in",
    "boundary_of",
    "forget",
    "has_numbers_put_in",
    "remember",
    "rendered_source",
]

SPLIT = "one sentence became two: this is the first, and the translation is of both"
"""On the first of two sentences that were one when they were approved."""

SECOND_PART = "one sentence became two: this is the second, and the one above says it"
"""On the second."""

JOINED = "two sentences became one: the translation is of both, one after the other"
"""On a sentence that was two when they were approved."""

_SOURCE = "source before: "
_TARGET = "translation before: "
_NUMBERS = "numbers put in: "
_OURS = (_SOURCE, _TARGET, _NUMBERS, SPLIT, SECOND_PART, JOINED)

# Tools trim comments.
_EDGES = regex.compile(r"^\s+|\s+$")

_Lines = tuple[str, ...]
_E = TypeVar("_E", bound=Entry)


def remember(
    comments: Iterable[str],
    approved: Approved | None = None,
    *,
    numbers: Sequence[tuple[str, str]] = (),
    line: str | None = None,
) -> _Lines:
    """Translator comments with these lines in the place of those of an earlier edit.

    Args:
        comments: of the entry.
        approved: what is kept word for word.
        numbers: what was put into the translation: old and new, as written there.
        line: what became of the sentence: one of the constants above.
    """
    lines = list(forget(comments))
    if line:
        lines.append(line)
    if approved:
        lines += [_SOURCE + _written(approved.source), _TARGET + _written(approved.target)]
    if numbers:
        lines.append(_NUMBERS + ", ".join(f"{old} → {new}" for old, new in numbers))
    return tuple(lines)


def forget(comments: Iterable[str]) -> _Lines:
    """Translator comments without the lines that :func:`remember` adds."""
    return tuple(line for line in comments if not line.strip().startswith(_OURS))


def boundary_of(entry: Entry) -> str | None:
    """What became of a sentence's boundaries since it was approved: one of the constants above."""
    if entry.status.is_confirmed:
        return None
    lines = {line.strip() for line in entry.comments}
    return next((line for line in (SPLIT, SECOND_PART, JOINED) if line in lines), None)


def has_numbers_put_in(entry: Entry) -> bool:
    """Whether the translation is the approved one with other numbers in it."""
    return _value(entry, _NUMBERS) is not None


def approved_in(entry: Entry) -> Approved | None:
    """What a human approved last for an entry; ``None`` if nothing is known of it."""
    if entry.status.is_confirmed:
        return approved_of(entry)
    source, target = _value(entry, _SOURCE), _value(entry, _TARGET)
    if source is None or target is None or is_blank(target):
        return approved_of(entry)
    return Approved(source, target)


def rendered_source(entry: Entry) -> str:
    """The source that the translation of an entry says: of a stale one, that before the edit."""
    if not entry.previous or has_numbers_put_in(entry):  # as nearly all, and comments are dear
        return entry.source
    return entry.previous


def _value(entry: Entry, name: str) -> str | None:
    lines = [line.strip() for line in entry.comments]
    found = next((line for line in reversed(lines) if line.startswith(name)), None)
    return None if found is None else _read(found.removeprefix(name))


def _written(text: str) -> str:
    """A text in one line of a comment, with the escapes of a PO string but for the quotes."""
    escaped = quote(text)[1:-1].replace('\\"', '"')
    return _EDGES.sub(lambda edge: "".join(map(_octal, edge[0].encode())), escaped)


def _octal(byte: int) -> str:
    return f"\\{byte:03o}"


def _read(written: str) -> str | None:
    try:
        return unquote(f'"{written}"')
    except ValueError:  # someone changed the escapes
        return None
