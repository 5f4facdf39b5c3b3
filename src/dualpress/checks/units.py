"""Percent, currencies and measures: what a number counts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from dualpress.checks.base import Check, Finding, Pair, Severity
from dualpress.text.numbers import unit_doubts
from dualpress.text.numbers.units import UNITS, counted_units, is_yuan, named

__all__ = ["UnitsCheck"]


class UnitsCheck(Check):
    """A dollar is no rupee, and 12 percent is not 12."""

    id = "units"
    name = "Units"
    cause = "A percent sign, a currency or a measure is missing or is another one."
    cure = "Write the unit of the source; convert nothing."
    severity = Severity.ERROR

    def run(self, pair: Pair) -> Iterable[Finding]:
        """Compare the units beside figures."""
        if "digit" not in pair.source_traits:
            return
        doubts = unit_doubts(
            pair.source_text, pair.source_language, pair.target_text, pair.target_language
        )
        told = {doubt.unit for doubt in doubts}
        yield from (self.finding(doubt.message, doubt.span) for doubt in doubts)
        lost = [(name, found) for name, found in _lost(pair) if name not in told]
        added = {UNITS[name].kind: name for name in _added(pair)} if lost else {}
        for name, found in lost:
            if other_name := added.get(UNITS[name].kind):
                yield self.finding(f"The {name} of the source (“{found}”) is now a {other_name}")
            else:
                message = f"The {name} of the source (“{found}”) is missing"
                yield self.finding(message, severity=Severity.WARNING)


def _lost(pair: Pair) -> Iterator[tuple[str, str]]:
    source, target = _decomposed(pair.source_text), _decomposed(pair.target_text)
    for name, found in counted_units(source, pair.source_language):
        wanted = "yuan" if name == "yen" and is_yuan(source) else name
        if not named(wanted).search(target):
            yield name, found


def _added(pair: Pair) -> Iterator[str]:
    source, target = _decomposed(pair.source_text), _decomposed(pair.target_text)
    for name, _ in counted_units(target, pair.target_language):
        if not named(name).search(source):
            yield name


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)
