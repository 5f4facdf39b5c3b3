"""The floors under which the checks may not fall, on pairs written for this project."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from dualpress.article import Language, other
from dualpress.checks import Finding, Pair, Severity, run_checks

FIXTURES = Path(__file__).parent / "fixtures"
MOST_WARNINGS = 0.02
LEAST_FOUND = 0.95


def rows(name: str) -> list[list[str]]:
    text = (FIXTURES / name).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines()]


def judged(into: str, source: str, target: str) -> Sequence[Finding]:
    language = Language(into)
    return run_checks(Pair(source, target, other(language), language))


def test_correct_translations_have_no_error_and_hardly_a_warning() -> None:
    correct = rows("correct.tsv")
    findings = [found for row in correct for found in judged(*row)]
    assert len(correct) >= 300
    assert [found for found in findings if found.severity is Severity.ERROR] == []
    assert len(findings) < MOST_WARNINGS * len(correct)


def test_planted_faults_are_found_by_the_check_that_is_for_them() -> None:
    faults = rows("faults.tsv")
    missed = [
        (kind, source, target)
        for into, kind, check, source, target in faults
        if check not in {found.check for found in judged(into, source, target)}
    ]
    assert len(faults) >= 300
    assert len(missed) <= (1 - LEAST_FOUND) * len(faults), missed


def test_each_fault_is_planted_in_a_correct_translation() -> None:
    correct = {(into, source): target for into, source, target in rows("correct.tsv")}
    for into, _, _, source, target in rows("faults.tsv"):
        assert correct[into, source] != target
