from __future__ import annotations

from pathlib import Path

import pytest

from dualpress.checks import Severity
from dualpress.cli.github import github_annotation
from dualpress.pipeline import FileFinding

ROOT = Path("project").absolute()


def finding(
    message: str = "“12” is missing", name: str = "hi.po", cure: str = "Compare them.",
    severity: Severity = Severity.ERROR,
) -> FileFinding:  # fmt: skip
    path = ROOT / "po" / "coup" / name
    return FileFinding(path, 12, "coup", "numbers", severity, message, cure)


def test_a_finding_is_one_command() -> None:
    assert github_annotation(finding(), ROOT) == (
        "::error file=po/coup/hi.po,line=12,title=numbers::“12” is missing. Compare them."
    )


def test_a_warning_is_a_warning() -> None:
    assert github_annotation(finding(severity=Severity.WARNING), ROOT).startswith("::warning ")


def test_without_a_cure_there_is_the_message_alone() -> None:
    assert github_annotation(finding(cure=""), ROOT).endswith("::“12” is missing")


@pytest.mark.parametrize(
    ("message", "written"),
    [("100% is missing", "100%25 is missing"), ("a\nb\r", "a%0Ab%0D"), ("a: b, c", "a: b, c")],
)
def test_a_message_is_escaped(message: str, written: str) -> None:
    assert github_annotation(finding(message, cure=""), ROOT).endswith(f"::{written}")


def test_a_property_is_escaped_further() -> None:
    assert "file=po/coup/a%3A b%2C c.po," in github_annotation(finding(name="a: b, c.po"), ROOT)
