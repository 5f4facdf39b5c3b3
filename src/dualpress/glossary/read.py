"""Reading glossary files: many rows become one glossary, or one message says what is wrong."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from dualpress.errors import GlossaryError
from dualpress.glossary.columns import LOST_HINT, Problem, parse_row
from dualpress.glossary.glossary import Glossary
from dualpress.glossary.table import Row, read_rows
from dualpress.glossary.terms import Case, Kind, Term
from dualpress.glossary.unconfirmed import mark_of

__all__ = ["read_glossary"]

_MOST_TOLD = 20


class _Place(NamedTuple):
    """What two rows of a file must not share: the same word of one kind and case."""

    en: str
    kind: Kind
    case: Case


class _Entry(NamedTuple):
    term: Term
    names_kind: bool
    """Whether the row says its kind, or leaves the cell empty."""


class _Finding(NamedTuple):
    line: int
    problem: Problem


def read_glossary(paths: Sequence[Path], base: Glossary | None = None) -> Glossary:
    """Read glossary files; of two files the later one has the say.

    A row replaces the rows of earlier files with the same ``en`` and ``kind``;
    if it names no kind, those of every kind, and takes theirs if it is one.
    Its ``en`` is no form of earlier rows of that kind any more, and
    ``preferred`` is taken from earlier rows of the same ``hi`` and ``kind``. A row
    that is proposed or rejected (:mod:`.unconfirmed`) counts for nothing.

    Args:
        paths: CSV files in UTF-8 or UTF-16, see :func:`.table.read_rows`.
        base: terms that were read before; the files have the say over them.

    Returns:
        The terms in the order of the files and rows.

    Raises:
        GlossaryError: if a file cannot be read, or any of its rows is wrong or
            contradicts another: one error tells all rows of the file, up to 20.
    """
    terms = list(base or ())
    for path in paths:
        terms = _overridden(terms, _read_file(path))
    return Glossary(terms)


def _overridden(terms: list[Term], entries: list[_Entry]) -> list[Term]:
    """Terms of earlier files, then those of a file that has the say over them."""
    kinds: dict[str, set[Kind]] = {}
    for term in terms:
        kinds.setdefault(_word(term), set()).add(term.kind)
    later = [_with_kind(entry, kinds.get(_word(entry.term), set())) for entry in entries]
    anyhow = {_word(entry.term) for entry in entries if not entry.names_kind}
    replaced = {(_word(term), term.kind) for term in later}
    preferred = {(term.hi, term.kind) for term in later if term.preferred}
    kept = [
        replace(term, preferred=False) if (term.hi, term.kind) in preferred else term
        for term in terms
        if _word(term) not in anyhow and (_word(term), term.kind) not in replaced
    ]
    taken = {_word(term): term.kind for term in later}
    return [_without_forms(term, taken, anyhow) for term in kept] + later


def _without_forms(term: Term, taken: Mapping[str, Kind], anyhow: Collection[str]) -> Term:
    """A row less the English forms that have a row of their own in a later file."""

    def stays(form: str) -> bool:
        word = form.casefold() if term.case is Case.INSENSITIVE else form
        return word not in anyhow and taken.get(word) is not term.kind

    forms, accepted = (tuple(filter(stays, some)) for some in (term.forms_en, term.accepted_en))
    if (forms, accepted) == (term.forms_en, term.accepted_en):
        return term
    return replace(term, forms_en=forms, accepted_en=accepted)


def _with_kind(entry: _Entry, kinds: set[Kind]) -> Term:
    if entry.names_kind or len(kinds) != 1 or Kind.KEEP in kinds:
        return entry.term
    (kind,) = kinds
    return replace(entry.term, kind=kind)


def _read_file(path: Path) -> list[_Entry]:
    entries: list[_Entry] = []
    findings: list[_Finding] = []
    for row in read_rows(path):
        if mark_of(row.cells):
            continue
        parsed = _parse(row)
        if isinstance(parsed, Term):
            term = replace(parsed, path=path, line=row.line)
            entries.append(_Entry(term, bool(row.cells.get("kind"))))
        else:
            findings += (_Finding(row.line, problem) for problem in parsed)
    findings += _contradictions(entry.term for entry in entries)
    if findings:
        raise _error(path, sorted(findings))
    return entries


def _parse(row: Row) -> Term | list[Problem]:
    if row.beyond:
        cause = "there are more cells than columns; put quotes around a cell that holds a comma"
        return [Problem("beyond the last", cause)]
    return parse_row(row.cells)


def _word(term: Term) -> str:
    return term.en.casefold() if term.case is Case.INSENSITIVE else term.en


def _contradictions(terms: Iterable[Term]) -> list[_Finding]:
    findings = []
    seen: dict[tuple[str, ...], Term] = {}
    for term in terms:
        first = seen.setdefault(_Place(_word(term), term.kind, term.case), term)
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
    hint = LOST_HINT if lost else None
    return GlossaryError(told, path=path, line=findings[0].line, hint=hint)
