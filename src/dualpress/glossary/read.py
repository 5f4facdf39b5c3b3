"""Reading glossary files: many rows become one glossary, or one message says what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from dualpress.errors import GlossaryError
from dualpress.glossary.columns import Problem, parse_row
from dualpress.glossary.glossary import Glossary
from dualpress.glossary.table import Row, read_rows
from dualpress.glossary.terms import Case, Kind, Term

__all__ = ["read_glossary"]

_MOST_TOLD = 20


class _Place(NamedTuple):
    """What two rows must not share: the same word of one kind and case."""

    en: str
    kind: Kind
    case: Case


class _Finding(NamedTuple):
    line: int
    problem: Problem


def read_glossary(paths: Sequence[Path]) -> Glossary:
    """Read glossary files; of two files the later one has the say.

    A row replaces an earlier file's row with the same ``en``, ``kind`` and
    ``case``, and takes ``preferred`` from an earlier file's row of the same
    ``hi`` and ``kind``.

    Args:
        paths: CSV files in UTF-8 or UTF-16, see :func:`.table.read_rows`.

    Returns:
        The terms in the order of the files and rows.

    Raises:
        GlossaryError: if a file cannot be read, or any of its rows is wrong or
            contradicts another: one error tells all rows of the file, up to 20.
    """
    terms: dict[_Place, Term] = {}
    for path in paths:
        read = _read_file(path)
        preferred = {(term.hi, term.kind) for term in read if term.preferred}
        for place, term in terms.items():
            if term.preferred and (term.hi, term.kind) in preferred:
                terms[place] = replace(term, preferred=False)
        terms.update({_place(term): term for term in read})
    return Glossary(terms.values())


def _read_file(path: Path) -> list[Term]:
    terms: list[Term] = []
    findings: list[_Finding] = []
    for row in read_rows(path):
        parsed = _parse(row)
        if isinstance(parsed, Term):
            terms.append(replace(parsed, path=path, line=row.line))
        else:
            findings += (_Finding(row.line, problem) for problem in parsed)
    findings += _contradictions(terms)
    if findings:
        raise _error(path, sorted(findings))
    return terms


def _parse(row: Row) -> Term | list[Problem]:
    if row.beyond:
        cause = "there are more cells than columns; put quotes around a cell that holds a comma"
        return [Problem("beyond the last", cause)]
    return parse_row(row.cells)


def _place(term: Term) -> _Place:
    folds = term.case is Case.INSENSITIVE
    return _Place(term.en.casefold() if folds else term.en, term.kind, term.case)


def _contradictions(terms: Iterable[Term]) -> list[_Finding]:
    findings = []
    seen: dict[tuple[str, ...], Term] = {}
    for term in terms:
        first = seen.setdefault(_place(term), term)
        if first is not term:
            cause = f"“{term.en}” has a row already, line {first.line}, with “{first.hi}”"
            findings.append(_Finding(term.line or 0, Problem("en", cause)))
        if not term.preferred:
            continue
        first = seen.setdefault(("preferred", term.hi, term.kind), term)
        if first is not term:
            cause = f"for “{term.hi}” line {first.line} already prefers “{first.en}”"
            findings.append(_Finding(term.line or 0, Problem("preferred", cause)))
    return findings


def _error(path: Path, findings: list[_Finding]) -> GlossaryError:
    told = "; ".join(
        f"{f'line {line}, ' if len(findings) > 1 else ''}column {problem.column}: {problem.cause}"
        for line, problem in findings[:_MOST_TOLD]
    )
    if len(findings) > _MOST_TOLD:
        told += f"; and {len(findings) - _MOST_TOLD} more"
    lost = any("lost its letters" in problem.cause for _, problem in findings)
    hint = (
        "Excel saved it without Hindi: save it as “CSV UTF-8” from the original" if lost else None
    )
    return GlossaryError(told, path=path, line=findings[0].line, hint=hint)
