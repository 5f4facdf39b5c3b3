"""The columns of a glossary file, and what each may hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple, TypeVar

import regex

from dualpress.article import Language
from dualpress.glossary.terms import Case, Gender, Kind, ReadAs, Term
from dualpress.text.devanagari import DEVANAGARI

__all__ = ["COLUMNS", "LOST_HINT", "REQUIRED", "Problem", "check_lost", "parse_row"]

COLUMNS = (
    "en",
    "hi",
    "kind",
    "forms_en",
    "forms_hi",
    "case",
    "read_as",
    "first_use",
    "gender",
    "honorific",
    "ambiguous",
    "preferred",
    "forbidden",
    "domain",
    "as_of",
    "note",
)
"""All columns, in the order in which the shipped files have them."""

REQUIRED = ("en", "hi")

LOST_HINT = "Excel saved it without Hindi: save it as “CSV UTF-8” from the original"
"""What to do about :func:`check_lost`."""

_ACCEPTED_MARK = "~"
"""Before a form: it counts in a translation, and is not looked for in a source."""

_Choice = TypeVar("_Choice", bound=StrEnum)

_HINDI = regex.compile(DEVANAGARI)
# Legacy code pages have no Hindi: Excel's "CSV" writes a question mark for each letter.
_LOST = regex.compile(r"\?\s*\?|\ufffd")
# What has no place in a word that goes into a page: controls, private letters, direction
# overrides, tags.
_UNSAFE = regex.compile(r"[\p{Cc}\p{Co}\u202a-\u202e\u2066-\u2069<>]")
_WORD = regex.compile(r"[\p{L}\p{N}\p{Sc}%]")
_DATE = regex.compile(r"(?P<year>[0-9]{4})(?:-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?")

_TEXT_COLUMNS = ("en", "hi", "forms_en", "forms_hi", "first_use", "forbidden")
_LANGUAGES = {
    "": frozenset[Language](),
    "en": frozenset({Language.EN}),
    "hi": frozenset({Language.HI}),
    "both": frozenset({Language.EN, Language.HI}),
}
_YES_NO = {"": False, "no": False, "yes": True}


class Problem(NamedTuple):
    """What is wrong with one cell of a row."""

    column: str
    cause: str


def parse_row(cells: Mapping[str, str]) -> Term | list[Problem]:
    """Make a term of a row.

    Args:
        cells: column to text in NFC with single spaces; a column that is
            missing counts as empty.

    Returns:
        The term, or all that is wrong with the row.
    """
    problems = [problem for check in _CHECKS for problem in check(cells)]
    values: dict[str, Any] = {}
    for column, parse in _PARSERS.items():
        try:
            values[column] = parse(cells.get(column, ""))
        except ValueError as error:
            problems.append(Problem(column, str(error)))
    for language in ("en", "hi"):
        values[f"accepted_{language}"] = _parse_accepted(cells.get(f"forms_{language}", ""))
    return problems or Term(**values)


def _check_filled(cells: Mapping[str, str]) -> Iterator[Problem]:
    for column in REQUIRED:
        if not cells.get(column):
            yield Problem(column, "the cell is empty")


def check_lost(cells: Mapping[str, str]) -> Iterator[Problem]:
    """Find cells with question marks for letters; in rows that are not used, too.

    Args:
        cells: column to text.
    """
    for column in _TEXT_COLUMNS:
        for part in _parse_list(cells.get(column, "")):
            if _LOST.search(part):
                yield Problem(column, f"“{part}” has lost its letters")


def _check_letters(cells: Mapping[str, str]) -> Iterator[Problem]:
    for column in _TEXT_COLUMNS:
        for part in _parse_list(cells.get(column, "")):
            if _LOST.search(part):
                continue
            if _UNSAFE.search(part):
                yield Problem(
                    column, f"“{part}” holds a control character, a private one, or one of < and >"
                )
            elif not _WORD.search(part):
                yield Problem(column, f"“{part}” has no letter, digit or sign")


def _check_scripts(cells: Mapping[str, str]) -> Iterator[Problem]:
    for column in ("en", "forms_en"):
        if _HINDI.search(cells.get(column, "")):
            yield Problem(column, f"“{cells[column]}” is written in Hindi letters")
    if cells.get("kind", "").lower() == Kind.KEEP:
        return
    for column in ("hi", "first_use"):
        text = cells.get(column, "")
        if _WORD.search(text) and not _HINDI.search(text):
            yield Problem(column, f"“{text}” has no Hindi letter; a term to keep has kind keep")


def _check_keep(cells: Mapping[str, str]) -> Iterator[Problem]:
    keeps = cells.get("kind", "").lower() == Kind.KEEP
    if keeps and cells.get("hi") and cells["hi"] != cells.get("en"):
        yield Problem("hi", f"a term to keep is the same in both languages, not “{cells['hi']}”")


def _check_first_use(cells: Mapping[str, str]) -> Iterator[Problem]:
    first_use, hindi = cells.get("first_use", ""), cells.get("hi", "")
    if first_use and hindi and hindi not in first_use:
        yield Problem("first_use", f"“{first_use}” does not hold “{hindi}”")


def _check_marks(cells: Mapping[str, str]) -> Iterator[Problem]:
    for column in ("en", "hi", "first_use", "forbidden"):
        for part in _parse_accepted(cells.get(column, "")):
            yield Problem(column, f"“~{part}” begins with ~, which only forms may do")
    for column in ("forms_en", "forms_hi"):
        for form in _parse_accepted(cells.get(column, "")):
            if form.startswith(_ACCEPTED_MARK):
                yield Problem(column, f"“~{form}” begins with ~ twice")
            if form in _parse_searched(cells[column]):
                yield Problem(column, f"“{form}” is there with ~ and without")


def _check_forbidden(cells: Mapping[str, str]) -> Iterator[Problem]:
    columns = ("en", "hi", "forms_en", "forms_hi")
    parts = (part for column in columns for part in _parse_list(cells.get(column, "")))
    accepted = {part.removeprefix(_ACCEPTED_MARK).strip() for part in parts}
    for form in _parse_list(cells.get("forbidden", "")):
        if form in accepted:
            yield Problem("forbidden", f"“{form}” is also a form to use")


_CHECKS = (
    _check_filled,
    check_lost,
    _check_letters,
    _check_scripts,
    _check_keep,
    _check_first_use,
    _check_marks,
    _check_forbidden,
)


def _parse_list(cell: str) -> tuple[str, ...]:
    if not cell:  # as most are, of thousands of rows
        return ()
    parts = (part.strip() for part in cell.split("|"))
    return tuple(dict.fromkeys(part for part in parts if part))


def _parse_searched(cell: str) -> tuple[str, ...]:
    return tuple(part for part in _parse_list(cell) if not part.startswith(_ACCEPTED_MARK))


def _parse_accepted(cell: str) -> tuple[str, ...]:
    if _ACCEPTED_MARK not in cell:
        return ()
    parts = (part for part in _parse_list(cell) if part.startswith(_ACCEPTED_MARK))
    return tuple(part.removeprefix(_ACCEPTED_MARK).strip() for part in parts)


def _parse_text(cell: str) -> str | None:
    return cell or None


def _parse_date(cell: str) -> str | None:
    if not cell:
        return None
    match = _DATE.fullmatch(cell)
    try:
        if match:
            date(*(int(part or 1) for part in match.group("year", "month", "day")))
            return cell
    except ValueError:
        pass
    raise ValueError(
        f"“{cell}” is no date such as 2025, 2025-04 or 2025-04-17; "
        "a spreadsheet leaves these as they are in a column that is formatted as text"
    )


def _one_of(choices: Mapping[str, Any]) -> Callable[[str], Any]:
    def parse(cell: str) -> Any:
        if cell.lower() in choices:
            return choices[cell.lower()]
        raise ValueError(f"“{cell}” is none of {', '.join(filter(None, choices))}")

    return parse


def _choice(choices: type[_Choice], empty: _Choice | None) -> Callable[[str], Any]:
    return _one_of({**{choice.value: choice for choice in choices}, "": empty})


_PARSERS: dict[str, Callable[[str], Any]] = {
    "en": str,
    "hi": str,
    "kind": _choice(Kind, Kind.TERM),
    "forms_en": _parse_searched,
    "forms_hi": _parse_searched,
    "case": _choice(Case, Case.AUTO),
    "read_as": _choice(ReadAs, None),
    "first_use": _parse_text,
    "gender": _choice(Gender, None),
    "honorific": _one_of(_YES_NO),
    "ambiguous": _one_of(_LANGUAGES),
    "preferred": _one_of(_YES_NO),
    "forbidden": _parse_list,
    "domain": _parse_text,
    "as_of": _parse_date,
    "note": _parse_text,
}
