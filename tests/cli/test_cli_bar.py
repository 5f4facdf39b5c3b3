"""The bar of a run on terminals of several widths."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.cli.bar import chosen
from dualpress.cli.progress import BarProgress
from dualpress.cli.tally import Tally

PARTS = ("stage", "bar", "done", "elapsed", "left", "speed", "shares", "label")
WIDTHS = dict(zip(PARTS, (11, 10, 9, 7, 7, 15, 28, 30), strict=True))
ALWAYS = {"bar", "done", "left"}

WHOLE = sum(WIDTHS.values()) + len(WIDTHS) - 1


class Terminal(io.StringIO):
    """Keeps what is drawn on it."""

    def isatty(self) -> bool:
        return True


@pytest.fixture
def clock() -> Iterator[float]:
    """Half a second at each look, so that there is a speed."""
    return iter(tick / 2 for tick in range(10_000))


def last_line(monkeypatch: pytest.MonkeyPatch, clock: Iterator[float], columns: int) -> str:
    """The bar as it was drawn last."""
    stream = Terminal()
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv("COLUMNS", str(columns))
    progress = BarProgress(Tally(lambda: next(clock)))
    progress.start("Translating", 10_000)
    for _ in range(3):
        progress.advance(label="2026/teesta", segments={"review": 60, "machine": 40})
    progress.finish()
    lines = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", stream.getvalue()).replace("\r", "\n").split("\n")
    return [line for line in lines if "/10000" in line][-1].rstrip()


def test_a_wide_terminal_shows_all(monkeypatch: pytest.MonkeyPatch, clock: Iterator[float]) -> None:
    line = last_line(monkeypatch, clock, 160)
    assert re.fullmatch(
        r"Translating [━╸╺]+ +3/10000 \d:\d\d:\d\d [-\d]+:[-\d]+:[-\d]+ \S+ segments/s "
        r"60 % reviewed, 40 % by machine 2026/teesta",
        line,
    )


@pytest.mark.parametrize("columns", [40, 60, 80, 100, 120])
def test_a_line_is_never_cut(
    monkeypatch: pytest.MonkeyPatch, clock: Iterator[float], columns: int
) -> None:
    line = last_line(monkeypatch, clock, columns)
    assert len(line) <= columns
    assert "…" not in line
    assert re.search(r"━{10,} +3/10000 (\d:\d\d:\d\d )?[-\d]+:[-\d]+:[-\d]+", line)


def test_eighty_columns_have_the_speed(
    monkeypatch: pytest.MonkeyPatch, clock: Iterator[float]
) -> None:
    assert last_line(monkeypatch, clock, 80).endswith("segments/s")


def test_the_least_important_part_goes_first() -> None:
    rooms = range(WHOLE, 0, -1)
    shown = list(dict.fromkeys(tuple(chosen(WIDTHS, room)) for room in rooms))
    gone = [set(PARTS) - set(parts) for parts in shown]
    assert gone == [
        set(),
        {"label"},
        {"label", "elapsed"},
        {"label", "elapsed", "shares"},
        {"label", "elapsed", "shares", "speed"},
        {"label", "elapsed", "shares", "speed", "stage"},
    ]


@given(st.fixed_dictionaries({name: st.integers(0, 40) for name in PARTS}), st.integers(0, 300))
def test_what_is_shown_fits_or_is_what_always_stays(widths: dict[str, int], room: int) -> None:
    names = chosen({name: widths[name] for name in PARTS}, room)
    fits = sum(widths[name] for name in names) + len(names) - 1 <= room
    assert fits or set(names) <= ALWAYS
    assert names == [name for name in PARTS if name in names]
    assert {name for name in ALWAYS if widths[name]} <= set(names)
