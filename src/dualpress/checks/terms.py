"""The terms of the glossary, as the glossary itself judges them."""

from __future__ import annotations

from collections.abc import Iterable

from dualpress.checks.base import Check, Finding, Pair, Severity
from dualpress.glossary.check import TermFinding, TermProblem

__all__ = ["TermsCheck"]


class TermsCheck(Check):
    """Terms that are missing from the translation, or that it must not have."""

    id = "terms"
    name = "Glossary"
    cause = "A term is not translated as the glossary says."
    cure = "Write it as the glossary has it, or add what you wrote to the glossary as a form."
    severity = Severity.ERROR

    def run(self, pair: Pair) -> Iterable[Finding]:
        """Pass on what the glossary found."""
        return [self._finding(found) for found in pair.terms]

    def _finding(self, found: TermFinding) -> Finding:
        is_sure = found.problem is not TermProblem.AMBIGUOUS
        return self.finding(found.message, severity=Severity.ERROR if is_sure else Severity.WARNING)
