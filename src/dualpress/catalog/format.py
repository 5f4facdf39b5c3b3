"""A catalog as the text of a PO file.

Not by polib, whose writer loses the previous source of obsolete entries
(izimobil/polib#158) and breaks strings at U+0085 and U+2028. The text is that
of ``msgcat --no-wrap``: one line for each line of a string, so that an edit
changes one line of the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from dualpress.article import Status
from dualpress.catalog.catalog import Catalog
from dualpress.catalog.entry import Entry, Reference
from dualpress.catalog.escapes import quote
from dualpress.catalog.header import format_header

__all__ = ["format_catalog"]


def format_catalog(catalog: Catalog) -> str:
    """The text of a PO file, with the newlines of the catalog."""
    blocks = [_header(catalog), *map(_entry, (*catalog.entries, *catalog.obsolete))]
    text = "\n".join("".join(f"{line}\n" for line in block) for block in blocks)
    return text.replace("\n", catalog.newline)


def _header(catalog: Catalog) -> Iterator[str]:
    yield from _lines("#", catalog.header_comments)
    yield from _field("msgid", "")
    yield from _field("msgstr", format_header(catalog.header))


def _entry(entry: Entry) -> Iterator[str]:
    """The lines of an entry, in the order of the gettext manual."""
    obsolete = entry.status is Status.OBSOLETE
    yield from _lines("#", entry.comments)
    yield from _lines("#.", entry.notes)
    if entry.references:
        yield f"#: {' '.join(map(_reference, entry.references))}"
    if flags := _flags(entry):
        yield f"#, {', '.join(flags)}"
    if entry.previous is not None:
        yield from _field("msgid", entry.previous, "#~| " if obsolete else "#| ")
    prefix = "#~ " if obsolete else ""
    if entry.key.context is not None:
        yield from _field("msgctxt", entry.key.context, prefix)
    yield from _field("msgid", entry.source, prefix)
    yield from _field("msgstr", entry.target, prefix)


def _lines(marker: str, texts: tuple[str, ...]) -> Iterator[str]:
    for text in texts:
        # A text of two lines would leave its second outside the comment.
        for line in text.replace("\r", "\n").split("\n"):
            yield f"{marker} {line}".rstrip()


def _reference(reference: Reference) -> str:
    file = reference.file
    # As gettext does, so that a space within a name is none between two.
    name = f"\u2068{file}\u2069" if any(map(str.isspace, file)) else file
    return f"{name}:{reference.line}" if reference.line else name


def _flags(entry: Entry) -> list[str]:
    fuzzy = entry.live_status in (Status.DRAFT, Status.STALE)
    return [*(["fuzzy"] if fuzzy else []), *entry.flags]


def _field(keyword: str, text: str, prefix: str = "") -> Iterator[str]:
    if "\n" not in text[:-1]:
        yield f"{prefix}{keyword} {quote(text)}"
        return
    lines = text.split("\n")
    parts = [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
    yield f'{prefix}{keyword} ""'
    for part in parts:
        yield f"{prefix}{quote(part)}"
