"""Percent, currencies and measures: what a number counts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

import regex

from dualpress.checks.base import Check, Finding, Pair, Severity
from dualpress.text.numbers import unit_doubts
from dualpress.text.numbers.units import UNITS, counted, is_yuan, may_count, named

__all__ = ["UnitsCheck"]


_FIGURE = regex.compile(r"\p{Nd}")


class UnitsCheck(Check):
    """A dollar is no rupee, and 12 percent is not 12."""

    id = "units"
    name = "Units"
    cause = "A percent sign, a currency or a measure is missing or is another one."
    cure = "Write the unit of the source; convert nothing."
    severity = Severity.ERROR

    def run(self, pair: Pair) -> Iterable[Finding]:
        """Compare the units beside figures."""
        if not _FIGURE.search(pair.source_text):
            return
        doubts = unit_doubts(
            pair.source_text, pair.source_language, pair.target_text, pair.target_language
        )
        told = {doubt.unit for doubt in doubts}
        yield from (self.finding(doubt.message, doubt.span) for doubt in doubts)
        added = {UNITS[name].kind: name for name in _added(pair)}
        for name, found in _lost(pair):
            if name in told:
                continue
            if other_name := added.get(UNITS[name].kind):
                yield self.finding(f"The {name} of the source (“{found}”) is now a {other_name}")
            else:
                message = f"The {name} of the source (“{found}”) is missing"
                yield self.finding(message, severity=Severity.WARNING)


def _lost(pair: Pair) -> Iterator[tuple[str, str]]:
    source = _decomposed(pair.source_text)
    if not may_count(source, pair.source_language):
        return
    target = _decomposed(pair.target_text)
    for name in UNITS:
        found = counted(name, pair.source_language).search(source)
        wanted = "yuan" if name == "yen" and is_yuan(source) else name
        if found and not named(wanted).search(target):
            yield name, found[0]


def _added(pair: Pair) -> Iterator[str]:
    target = _decomposed(pair.target_text)
    if not may_count(target, pair.target_language):
        return
    source = _decomposed(pair.source_text)
    for name in UNITS:
        found = counted(name, pair.target_language).search(target)
        if found and not named(name).search(source):
            yield name


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)
