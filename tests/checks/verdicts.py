"""One-line cases: what a check lets pass, and what it finds."""

from __future__ import annotations

from typing import Any

from dualpress.article import Language, other
from dualpress.checks import Finding, Pair, Severity, check_named

__all__ = ["fails", "found", "passes", "warns"]


def found(
    check: str, source: str, target: str, *, to: Language = Language.HI, **pair: Any
) -> list[Finding]:
    """What a check says of a translation into Hindi, or into the language given."""
    return list(check_named(check).run(Pair(source, target, other(to), to, **pair)))


def passes(check: str, source: str, target: str, **pair: Any) -> None:
    """The check finds nothing."""
    assert found(check, source, target, **pair) == []


def warns(check: str, source: str, target: str, *, about: str = "", **pair: Any) -> None:
    """The check warns, with a message that names what it is about."""
    _finds(Severity.WARNING, found(check, source, target, **pair), about)


def fails(check: str, source: str, target: str, *, about: str = "", **pair: Any) -> None:
    """The check finds an error, with a message that names what it is about."""
    _finds(Severity.ERROR, found(check, source, target, **pair), about)


def _finds(severity: Severity, findings: list[Finding], about: str) -> None:
    assert {finding.severity for finding in findings} == {severity}
    assert any(about in finding.message for finding in findings)
