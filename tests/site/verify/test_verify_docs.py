from __future__ import annotations

import re
from pathlib import Path

from dualpress.site.verify import RULES

PAGE = Path(__file__).parents[3] / "docs" / "verify.md"
ROWS = re.findall(r"^\| `([a-z-]+)` \| (.+?) \| (.+?) \|$", PAGE.read_text("utf-8"), re.MULTILINE)


def test_the_table_has_every_rule_in_order_with_its_cause_and_cure() -> None:
    told = [(rule.id, rule.cause, f"{rule.cure}.") for rule in RULES]
    assert [tuple(cell.replace(r"\<", "<") for cell in row) for row in ROWS] == told


def test_causes_are_sentences_and_cures_go_on_in_a_message() -> None:
    for rule in RULES:
        assert rule.cause.endswith(".")
        assert not rule.cure.endswith(".")
