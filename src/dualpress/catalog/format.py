"""A catalog as the text of a PO file.

Not by polib, whose writer loses the previous source of obsolete entries
(izimobil/polib#158) and breaks strings at U+0085 and U+2028. The text is that
of ``msgcat --no-wrap``: one line for each line of a string, so that an edit
changes one line of the file.
"""

from __future__ import annotations

from dualpress.article import Status
from dualpress.catalog.catalog import Catalog
from dualpress.catalog.entry import Entry, Reference
from dualpress.catalog.escapes import quote
from dualpress.catalog.header import format_header

__all__ = ["format_catalog"]

# Looked up once: before Python 3.12 a member of an enum is slow to reach.
_OBSOLETE = Status.OBSOLETE
_FUZZY = (Status.DRAFT, Status.STALE)


def format_catalog(catalog: Catalog) -> str:
    """The text of a PO file, with the newlines of the catalog."""
    lines = _header(catalog)
    for entry in (*catalog.entries, *catalog.obsolete):
        lines.append("")
        lines += _entry(entry)
    text = "\n".join([*lines, ""])
    return text if catalog.newline == "\n" else text.replace("\n", catalog.newline)


def _header(catalog: Catalog) -> list[str]:
    return [
        *_lines("#", catalog.header_comments),
        *_field("msgid", ""),
        *_field("msgstr", format_header(catalog.header)),
    ]


def _entry(entry: Entry) -> list[str]:
    """The lines of an entry, in the order of the gettext manual."""
    obsolete = entry.status is _OBSOLETE
    lines = _lines("#", entry.comments) if entry.comments else []
    lines += _lines("#.", entry.notes)
    if entry.references:
        lines.append(f"#: {' '.join(map(_reference, entry.references))}")
    if flags := _flags(entry):
        lines.append(f"#, {', '.join(flags)}")
    if entry.previous is not None:
        lines += _field("msgid", entry.previous, "#~| " if obsolete else "#| ")
    prefix = "#~ " if obsolete else ""
    context, source = entry.key
    if context is not None:
        lines += _field("msgctxt", context, prefix)
    lines += _field("msgid", source, prefix)
    lines += _field("msgstr", entry.target, prefix)
    return lines


def _lines(marker: str, texts: tuple[str, ...]) -> list[str]:
    # A text of two lines would leave its second outside the comment.
    return [
        f"{marker} {line}".rstrip()
        for text in texts
        for line in text.replace("\r", "\n").split("\n")
    ]


def _reference(reference: Reference) -> str:
    file = reference.file
    # As gettext does, so that a space within a name is none between two.
    name = f"\u2068{file}\u2069" if file and file.split() != [file] else file
    return f"{name}:{reference.line}" if reference.line else name


def _flags(entry: Entry) -> list[str]:
    fuzzy = (entry.former or entry.status) in _FUZZY
    return ["fuzzy", *entry.flags] if fuzzy else list(entry.flags)


def _field(keyword: str, text: str, prefix: str = "") -> list[str]:
    if text.find("\n", 0, -1) < 0:
        return [f"{prefix}{keyword} {quote(text)}"]
    lines = text.split("\n")
    parts = [f"{line}\n" for line in lines[:-1]] + ([lines[-1]] if lines[-1] else [])
    return [f'{prefix}{keyword} ""', *(f"{prefix}{quote(part)}" for part in parts)]
