from __future__ import annotations

import re
from pathlib import Path

import pytest

from dualpress.checks import CHECKS, Check, Severity

PAGE = Path(__file__).parents[2] / "docs" / "checks.md"
PARTS = dict(re.findall(r"^### (\w+)\n(.+?)(?=^#|\Z)", PAGE.read_text("utf-8"), re.M | re.S))


def test_each_check_has_its_part_of_the_page() -> None:
    assert set(PARTS) == {check.id for check in CHECKS}


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: str(check.id))
def test_the_page_names_the_severity(check: Check) -> None:
    severity = "error" if check.severity is Severity.ERROR else "warning"
    assert severity in PARTS[check.id].lower()
