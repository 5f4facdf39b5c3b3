"""The tables of docs/numbers.md say what happens."""

from __future__ import annotations

from pathlib import Path

import pytest
import regex

from dualpress.article import Language, other
from dualpress.text.number_style import house_style
from dualpress.text.numbers import same_numbers
from dualpress.text.numbers.repair import RepairedNumbers, repair_numbers

PAGE = Path(__file__).parents[2] / "docs" / "numbers.md"


def rows(heading: str) -> list[list[str]]:
    """The cells of the table under a heading, without its head."""
    section = PAGE.read_text("utf-8").split(f"## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in section.split("\n") if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [row for row in cells[2:] if not row[0].startswith("---")]


def bare(cell: str) -> str:
    return cell.replace("`", "")


def repaired(source: str, draft: str) -> RepairedNumbers:
    """What becomes of the draft of a source in either language."""
    is_hindi = regex.search(r"\p{Devanagari}", source) is not None
    source_language = Language.HI if is_hindi else Language.EN
    return repair_numbers(
        source,
        draft,
        source_language=source_language,
        target_language=other(source_language),
        style=house_style(f"{other(source_language)}-IN"),
    )


@pytest.mark.parametrize("row", rows("What counts as the same"))
def test_equal_values_are_the_same(row: list[str]) -> None:
    for source in bare(row[0]).split(", "):
        for target in bare(row[1]).split(", "):
            assert same_numbers(source, Language.EN, target, Language.HI) == []


@pytest.mark.parametrize("row", rows("What is put right"))
def test_repairs_are_made(row: list[str]) -> None:
    source, draft, expected = map(bare, row[1:])
    result = repaired(source, draft)
    assert result.text == expected
    assert result.marks


@pytest.mark.parametrize("row", rows("What is only told"))
def test_doubts_are_told(row: list[str]) -> None:
    result = repaired(bare(row[1]), bare(row[2]))
    assert result.text == bare(row[2])
    assert result.marks
