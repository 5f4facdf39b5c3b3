"""Which placeholder a table allows."""

from __future__ import annotations

import pytest

from dualpress.article import Language
from dualpress.engines.survival import Cell, Row, Table


def row(
    scheme: str = "X1", kept: int = 100, *, several: int = 10, in_order: int = 10, chrf: float = 50
) -> Row:
    cell = Cell(position="start", count=1, asked=100, kept=kept, doubled=0)
    return Row(scheme=scheme, cells=(cell,), several=several, in_order=in_order, chrf=chrf)


def table(*rows: Row) -> Table:
    return Table(
        engine="argos",
        model="m 1",
        source=Language.EN,
        target=Language.HI,
        sentences=24,
        chrf=50,
        rows=rows,
    )


@pytest.mark.parametrize(
    ("one", "is_allowed"),
    [
        (row(), True),
        (row(kept=98), True),
        (row(kept=97), False),
        (row(in_order=9), True),
        (row(in_order=8), False),
        (row(several=0, in_order=0), True),
        (row(chrf=48), True),
        (row(chrf=47.9), False),
        (row(chrf=55), True),
    ],
)
def test_what_is_good_enough(one: Row, is_allowed: bool) -> None:
    made = table(one)
    assert made.allows(one) is is_allowed
    assert made.best == ("X1" if is_allowed else None)


def test_the_best_is_what_is_kept_most_often_then_what_costs_least() -> None:
    assert table(row("a", 99), row("b", 100), row("c", 98, chrf=60)).best == "b"
    assert table(row("a", chrf=49), row("b", chrf=50), row("c", chrf=48)).best == "b"
    assert table(row("a"), row("b")).best == "a"


def test_a_table_without_rows_allows_nothing() -> None:
    assert table().best is None
