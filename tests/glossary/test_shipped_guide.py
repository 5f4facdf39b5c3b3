"""The guide for editors says what the code says."""

from pathlib import Path

import pytest
import regex

from dualpress.glossary.columns import COLUMNS, parse_row
from dualpress.glossary.terms import Case, Kind, ReadAs, Term

GUIDE = Path(__file__).parents[2] / "docs" / "glossary.md"


def table(header: str) -> list[list[str]]:
    """The rows of the table whose first row begins with a header."""
    _, _, rest = GUIDE.read_text(encoding="utf-8").partition(f"| {header} |")
    lines = rest.split("\n")[2:]
    rows = lines[: next(i for i, line in enumerate(lines) if not line.startswith("|"))]
    return [[cell.strip() for cell in regex.split(r"(?<!\\)\|", row)[1:-1]] for row in rows]


def test_it_has_every_column_in_order() -> None:
    assert [row[0].strip("`") for row in table("column")] == list(COLUMNS)


@pytest.mark.parametrize("choices", [Case, Kind, ReadAs], ids=lambda choices: choices.__name__)
def test_it_names_every_choice(choices: type[Case | Kind | ReadAs]) -> None:
    column = {Case: "case", Kind: "kind", ReadAs: "read_as"}[choices]
    (said,) = [row[1] for row in table("column") if row[0] == f"`{column}`"]
    assert [choice for choice in choices if f"`{choice}`" not in said] == []


def test_its_rows_can_be_read() -> None:
    columns = ["en", "hi", "kind", "forms_hi", "read_as", "first_use"]
    rows = table("en | hi | kind | forms_hi | read_as | first_use")
    parsed = [parse_row(dict(zip(columns, row, strict=True))) for row in rows]
    assert len(parsed) == 2
    assert [problems for problems in parsed if isinstance(problems, list)] == []


def test_its_rows_with_marks_can_be_read() -> None:
    columns = ["en", "hi", "forms_en", "forms_hi"]
    rows = [[cell.replace("\\|", "|") for cell in row] for row in table(" | ".join(columns))]
    parsed = [parse_row(dict(zip(columns, row, strict=True))) for row in rows]
    assert [problems for problems in parsed if isinstance(problems, list)] == []
    assert all(term.accepted_en or term.accepted_hi for term in parsed if isinstance(term, Term))


def test_its_picture_is_there_and_small() -> None:
    picture = GUIDE.with_suffix(".png")
    assert f"]({picture.name})" in GUIDE.read_text(encoding="utf-8")
    assert picture.stat().st_size < 150_000
