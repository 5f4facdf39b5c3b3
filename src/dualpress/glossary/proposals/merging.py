"""One proposed row for one name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from dualpress.glossary.proposals.spellings import spelling_key
from dualpress.text.devanagari import key_of

__all__ = ["Cells", "one_row_each"]

Cells = Mapping[str, str]
"""A row: column to text; columns that are missing are empty."""


def one_row_each(rows: Sequence[Cells]) -> list[Cells]:
    """Make one row of those that are of one name, the fullest of them.

    Rows are of one name if their ``en`` is one (:func:`.spelling_key`) and their
    kind is, or one of them says none. What the others write otherwise becomes a form.

    Args:
        rows: as they are proposed.

    Returns:
        The rows in the order in which each name came first.
    """
    names: dict[str, list[Cells]] = {}
    for row in rows:
        alike = names.setdefault(spelling_key(row.get("en", "")) or f"|{row.get('hi')}", [])
        at = next((at for at, other in enumerate(alike) if _are_of_one_kind(row, other)), None)
        if at is None:
            alike.append(row)
        else:
            alike[at] = _merged(alike[at], row)
    return [row for alike in names.values() for row in alike]


def _are_of_one_kind(one: Cells, other: Cells) -> bool:
    kinds = {one.get("kind", ""), other.get("kind", "")} - {""}
    return len(kinds) < 2


def _merged(one: Cells, other: Cells) -> Cells:
    """The row that says more, the first of two that say as much, with the other's spellings."""
    fuller, poorer = (other, one) if _fullness(other) > _fullness(one) else (one, other)
    merged = {**poorer, **{column: text for column, text in fuller.items() if text}}
    for language in ("en", "hi"):
        merged[f"forms_{language}"] = _forms(merged[language], language, fuller, poorer)
    return {column: text for column, text in merged.items() if text}


def _fullness(row: Cells) -> int:
    return sum(map(bool, row.values()))


def _forms(headword: str, language: str, *rows: Cells) -> str:
    """The forms of rows and their other headwords, each once by its match key."""
    parts = [
        part.strip()
        for row in rows
        for part in (*row.get(f"forms_{language}", "").split("|"), row.get(language, ""))
    ]
    once: dict[str, str] = {key_of(headword): headword}
    for part in filter(None, parts):
        once.setdefault(key_of(part), part)
    return "|".join(list(once.values())[1:])
