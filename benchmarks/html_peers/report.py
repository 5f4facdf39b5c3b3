"""The comparison as Markdown, and its place in ``docs/html.md``."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.html_peers.case import TOOLS, Case, Outcome
from benchmarks.html_peers.checks import faults, one_line
from benchmarks.html_peers.pages import decode

__all__ = ["Column", "render", "replace_between_marks"]

_BEGIN = "<!-- comparison: written by python -m benchmarks.html_peers -->"
_END = "<!-- end of the comparison -->"
_LONGEST_OUTPUT = 300
_YES, _NO = "yes", "**no**"
_NAMES = {"libretranslate": "LibreTranslate"}


@dataclass(frozen=True, slots=True)
class Column:
    """A tool's column.

    Args:
        version: what it is called with its version, or why it is not there.
        outcomes: by the names of the cases; ``None`` where the tool is missing.
    """

    version: str
    outcomes: Mapping[str, Outcome] | None
    _faults: dict[str, list[str]] = field(default_factory=dict)

    def faults(self, case: Case) -> list[str]:
        """What is wrong with what the tool made of a case it was given."""
        if self.outcomes is None or case.name not in self.outcomes:
            return []
        if case.name not in self._faults:
            self._faults[case.name] = faults(case, self.outcomes[case.name])
        return self._faults[case.name]

    def verdict(self, case: Case) -> str:
        """The cell of a case."""
        if self.outcomes is None:
            return "not installed"
        if case.name not in self.outcomes:
            return "–"
        return _NO if self.faults(case) else _YES


def render(cases: Sequence[Case], columns: Mapping[str, Column]) -> str:
    """The comparison: versions, the table, and what each tool did where it fails."""
    lines = [*_versions(columns), "", *_table(cases, columns)]
    for number, case in enumerate(cases, 1):
        lines += ["", f"### {number}. {case.name}", "", *_details(case, columns)]
    return "\n".join(lines) + "\n"


def replace_between_marks(document: str, comparison: str) -> str:
    """A document with a new comparison between its two marks.

    Raises:
        ValueError: it has no such marks.
    """
    before, begin, rest = document.partition(_BEGIN)
    _, end, after = rest.partition(_END)
    if not begin or not end:
        raise ValueError(f"the document lacks {_BEGIN} or {_END}")
    return f"{before}{begin}\n\n{comparison}\n{end}{after}"


def _versions(columns: Mapping[str, Column]) -> Iterator[str]:
    for tool in TOOLS:
        yield f"- **{_name(tool)}**: {columns[tool].version}"


def _table(cases: Sequence[Case], columns: Mapping[str, Column]) -> Iterator[str]:
    yield "| | case | " + " | ".join(map(_name, TOOLS)) + " |"
    yield "|--:|---|" + "---|" * len(TOOLS)
    for number, case in enumerate(cases, 1):
        cells = " | ".join(columns[tool].verdict(case) for tool in TOOLS)
        yield f"| {number} | {case.name} | {cells} |"
    yield f"| | as asked | {' | '.join(_count(cases, columns[tool]) for tool in TOOLS)} |"


def _count(cases: Sequence[Case], column: Column) -> str:
    """How many of the cases that a tool was asked it passes."""
    verdicts = [column.verdict(case) for case in cases]
    asked = [verdict for verdict in verdicts if verdict in (_YES, _NO)]
    return f"{asked.count(_YES)} of {len(asked)}" if column.outcomes is not None else "–"


def _details(case: Case, columns: Mapping[str, Column]) -> Iterator[str]:
    yield from ("```html", one_line(case.text, "\n"), "```", "")
    yield f"Asked: {_escaped('; '.join(check.wish for check in case.checks))}."
    yield from _failures(case, columns)
    yield from _remarks(case)


def _failures(case: Case, columns: Mapping[str, Column]) -> Iterator[str]:
    """What is wrong, once for tools that did the same."""
    told: dict[str, list[str]] = {}
    for tool in TOOLS:
        column = columns[tool]
        found = column.faults(case)
        if found and column.outcomes is not None:
            fault = _escaped("; ".join(found).rstrip("."))
            fault += _output(column.outcomes[case.name])
            told.setdefault(fault, []).append(_name(tool))
    if told:
        yield ""
    for fault, tools in told.items():
        yield f"- {_listed(tools)}: {fault}"


def _output(outcome: Outcome) -> str:
    if outcome.output is None:
        return "."
    text = one_line(decode(outcome.output))
    if len(text) > _LONGEST_OUTPUT:
        text = text[: _LONGEST_OUTPUT - 1] + "…"
    return f":\n  `{text}`"


def _remarks(case: Case) -> Iterator[str]:
    for reason in dict.fromkeys(case.spared.values()):
        tools = [_name(tool) for tool in TOOLS if case.spared.get(tool) == reason]
        yield from ("", f"Not asked of {_listed(tools)}: {reason}.")
    for note in case.notes:
        yield from ("", note)


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _escaped(text: str) -> str:
    """Text whose tags Markdown shows, outside of its code spans."""
    pieces = text.split("`")
    pieces[::2] = [html.escape(piece, quote=False) for piece in pieces[::2]]
    return "`".join(pieces)


def _name(tool: str) -> str:
    return _NAMES.get(tool, tool)
