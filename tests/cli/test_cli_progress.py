from __future__ import annotations

import io
import re
import sys

import pytest

from dualpress.cli.progress import (
    BarProgress,
    PlainProgress,
    SilentProgress,
    choose_progress,
    count_megabytes,
)
from dualpress.cli.tally import Tally
from dualpress.progress import NoProgress, Progress


def go_through(progress: Progress, steps: int, total: int | None) -> None:
    progress.start("Translating", total)
    for step in range(steps):
        progress.advance(label=f"article {step}")
    progress.finish()


def test_a_short_stage_is_one_plain_line(capsys: pytest.CaptureFixture[str]) -> None:
    go_through(PlainProgress(), 3, 3)
    assert capsys.readouterr() == ("", "Translating: 3\n")


def test_a_stage_of_unknown_length_is_one_plain_line(capsys: pytest.CaptureFixture[str]) -> None:
    go_through(PlainProgress(), 30, None)
    assert capsys.readouterr().err == "Translating\n"


def test_a_long_stage_is_a_plain_line_for_each_tenth(capsys: pytest.CaptureFixture[str]) -> None:
    go_through(PlainProgress(), 1000, 1000)
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 11
    assert lines[1] == "Translating: 100 of 1000"
    assert lines[-1] == "Translating: 1000 of 1000"


def test_steps_counted_together_are_one_line(capsys: pytest.CaptureFixture[str]) -> None:
    progress = PlainProgress()
    progress.start("Reading", 100)
    progress.advance(55)
    assert capsys.readouterr().err.splitlines()[1:] == ["Reading: 55 of 100"]


class Clock:
    """Goes on by a second at each look."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        self.now += 1
        return self.now


def test_lines_say_how_fast_it_is_and_where_segments_came_from(
    capsys: pytest.CaptureFixture[str],
) -> None:
    progress = PlainProgress(Tally(lambda: 0.0))
    progress.start("Translating", 10)
    progress.advance(label="river", segments={"review": 3, "machine": 1})
    assert capsys.readouterr().err.splitlines()[1] == (
        "Translating: 1 of 10; 0:00:00 left; 75 % reviewed, 25 % by machine"
    )


def test_the_time_that_is_left_is_that_of_the_rest(capsys: pytest.CaptureFixture[str]) -> None:
    clock = Clock()
    progress = PlainProgress(Tally(clock))
    progress.start("Translating", 10)
    clock.now = 99.0
    for _ in range(5):
        progress.advance(segments={"machine": 10})
    left = re.findall(r"(\d+):(\d\d):(\d\d) left", capsys.readouterr().err)
    seconds = [3600 * int(h) + 60 * int(m) + int(s) for h, m, s in left]
    assert len(seconds) == 5
    assert seconds == sorted(seconds, reverse=True)
    assert 800 < seconds[0] < 1000
    assert 90 < seconds[-1] < 130


def test_a_stage_is_told_by_its_own_time_and_without_the_figures_of_another(
    capsys: pytest.CaptureFixture[str],
) -> None:
    progress = PlainProgress(Tally(Clock()))
    progress.start("Translating", 1)
    progress.advance(segments={"machine": 10})
    progress.start("Building pages", 10)
    progress.advance()
    assert capsys.readouterr().err.splitlines()[-1] == "Building pages: 1 of 10"


def test_the_time_that_is_left_is_that_of_this_stage(capsys: pytest.CaptureFixture[str]) -> None:
    clock = Clock()
    progress = PlainProgress(Tally(clock))
    progress.start("Translating", 10)
    clock.now += 10_000
    progress.advance(segments={"machine": 10})
    capsys.readouterr()
    progress.start("Translating more", 10)
    progress.advance(segments={"machine": 10})
    (left,) = re.findall(r"0:00:(\d\d) left", capsys.readouterr().err)
    assert int(left) < 60


def test_a_stage_without_steps_is_not_shown(capsys: pytest.CaptureFixture[str]) -> None:
    go_through(PlainProgress(), 0, 0)
    assert capsys.readouterr().err == ""


def test_a_silent_run_counts_all_the_same() -> None:
    progress = SilentProgress()
    progress.start("Translating", 1)
    progress.advance(segments={"machine": 2})
    progress.advance()
    progress.finish()
    assert (progress.tally.articles, progress.tally.segments) == (1, {"machine": 2})


def test_each_stage_counts_anew(capsys: pytest.CaptureFixture[str]) -> None:
    progress = PlainProgress()
    go_through(progress, 10, 10)
    go_through(progress, 1, 20)
    assert capsys.readouterr().err.endswith("Translating: 20\n")


def test_no_progress_prints_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    go_through(NoProgress(), 30, 30)
    assert capsys.readouterr() == ("", "")


class Terminal(io.StringIO):
    """Keeps what is drawn on it."""

    def isatty(self) -> bool:
        return True


def terminal(monkeypatch: pytest.MonkeyPatch, kind: str = "xterm") -> Terminal:
    """Make stderr a terminal; in the test itself, as pytest puts its own before each phase."""
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setenv("TERM", kind)
    monkeypatch.setenv("COLUMNS", "200")
    return stream


def test_a_terminal_gets_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = terminal(monkeypatch)
    go_through(BarProgress(), 2, 3)
    shown = stream.getvalue()
    assert "Translating" in shown
    assert "2/3" in shown
    assert "article 1" in shown


def test_a_bar_shows_where_segments_came_from(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = terminal(monkeypatch)
    progress = BarProgress()
    progress.start("Translating", 2)
    progress.advance(label="river", segments={"memory": 1, "machine": 1})
    progress.finish()
    assert "50 % from memory, 50 % by machine" in stream.getvalue()


def test_what_is_said_while_a_bar_is_drawn_stands_above_it(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = terminal(monkeypatch)
    progress = BarProgress()
    progress.start("Translating", 2)
    progress._say_above("nothing was finished [yet]")
    progress.finish()
    assert "nothing was finished [yet]" in stream.getvalue()


def test_a_bar_leaves_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = terminal(monkeypatch)
    go_through(BarProgress(), 2, 3)
    # The last thing drawn is the erasure of the bar's line.
    assert stream.getvalue().rpartition("Translating")[2].endswith("\x1b[2K")


def test_a_stage_takes_the_place_of_the_last_one(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = terminal(monkeypatch)
    progress = BarProgress()
    progress.start("Reading", 1)
    progress.start("Translating", 1)
    progress.finish()
    assert "Reading" not in stream.getvalue().rpartition("Translating")[2]


def test_a_bar_shows_no_figures_of_another_stage(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = terminal(monkeypatch)
    progress = BarProgress(Tally(Clock()))
    progress.start("Translating", 1)
    progress.advance(segments={"machine": 10})
    progress.start("Building pages", 10)
    progress.advance(label="river")
    progress.finish()
    shown = stream.getvalue()
    assert "100 % by machine" in shown
    assert "river" in shown
    after = shown[shown.index("Building pages") :]
    assert "by machine" not in after
    assert "segments/s" not in after


def test_a_stage_without_steps_has_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = terminal(monkeypatch)
    progress = BarProgress()
    progress.start("Reading", 1)
    progress.start("Translating", 0)
    progress.advance()
    progress.finish()
    assert "Reading" in stream.getvalue()
    assert "Translating" not in stream.getvalue()


def test_colours_are_left_out_on_request(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    stream = terminal(monkeypatch)
    go_through(BarProgress(), 2, 3)
    assert not re.search(r"\x1b\[[0-9;]*3[0-9][0-9;]*m", stream.getvalue())


def test_names_of_articles_are_no_markup(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = terminal(monkeypatch)
    progress = BarProgress()
    progress.start("Translating", 1)
    progress.advance(label="[bold]x[/nonsense]")
    progress.finish()
    assert "[bold]x[/nonsense]" in stream.getvalue()


def test_a_terminal_is_recognised(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal(monkeypatch)
    assert isinstance(choose_progress(silent=False), BarProgress)
    assert type(choose_progress(silent=True)) is SilentProgress


def test_a_terminal_that_cannot_draw_gets_lines(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal(monkeypatch, "dumb")
    assert isinstance(choose_progress(silent=False), PlainProgress)


def test_a_file_gets_lines() -> None:
    assert isinstance(choose_progress(silent=False), PlainProgress)


def test_megabytes_are_counted_once_each(capsys: pytest.CaptureFixture[str]) -> None:
    count = count_megabytes(PlainProgress(), "Fetching en-hi")
    for done in range(0, 20_000_001, 400_000):
        count(done, 20_000_000)
    lines = capsys.readouterr().err.splitlines()
    assert lines[0] == "Fetching en-hi, MB: 20"
    assert lines[-1] == "Fetching en-hi, MB: 20 of 20"
    assert len(lines) == 11


def test_megabytes_of_an_unknown_size(capsys: pytest.CaptureFixture[str]) -> None:
    count = count_megabytes(PlainProgress(), "Fetching en-hi")
    count(5_000_000, None)
    assert capsys.readouterr().err == "Fetching en-hi, MB\n"
