"""``dualpress bench speed``: what it takes, prints and exits with."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from cli_support import Run
from test_cli_docs import agrees

from dualpress.article import Language
from dualpress.errors import EngineUnavailable, UsageError
from dualpress.pipeline.speed import Setting, SpeedReport, Spread, Timing, Whole

Answer = Callable[[object], list[tuple[tuple[Any, ...], dict[str, Any]]]]


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Replaces what does the work, and gives what it was asked."""

    def answer(report: object) -> list[tuple[tuple[Any, ...], dict[str, Any]]]:
        calls: list[tuple[tuple[Any, ...], dict[str, Any]]] = []

        def fake(*arguments: Any, **options: Any) -> object:
            calls.append((arguments, options))
            if isinstance(report, BaseException):
                raise report
            return report

        monkeypatch.setattr("dualpress.pipeline.speed.bench_speed", fake)
        return calls

    return answer


def timing(setting: Setting, seconds: float, rounds: int = 3) -> Timing:
    spread = Spread(seconds, seconds * 0.99, seconds * 1.01)
    return Timing(setting, spread, spread, rounds)


OWN = timing(Setting(1, 1024), 10.0)
FAST = timing(Setting(2, 1024), 5.0)
WHOLE = Whole(
    articles=6,
    start=1.5,
    seconds=Spread(12.0, 11.4, 12.6),
    processor=20.0,
    engine_share=0.78,
    bytes=40_000,
    rounds=3,
)
REPORT = SpeedReport(
    engine="argos",
    model="translate-en_hi 1.1",
    source=Language.EN,
    target=Language.HI,
    sentences=200,
    words=4000,
    posts=6,
    load=Spread(0.31, 0.29, 0.35),
    timings=(OWN, FAST),
    chosen=FAST,
    lines={"threads": 2},
    whole=WHOLE,
    memory=1_400_000_000,
)


def test_what_is_told_fits_a_terminal_and_says_what_to_write(
    run: Run, project: Path, answer: Answer
) -> None:
    answer(REPORT)
    result = run("bench", "speed")
    assert result.exit_code == 0
    assert result.stdout.splitlines() == [
        "English to Hindi, argos translate-en_hi 1.1",
        "200 sentences of 6 posts, 4000 words",
        "Loading the engine: 0.31 (0.29–0.35) s",
        "",
        "  threads  batch_tokens  sentences/s     words/s  rounds",
        "  1        1024          20 (19.8–20.2)  400      3       as configured",
        "  2        1024          40 (39.6–40.4)  800      3",
        "  (In brackets the slowest and the fastest round: other programs cost time too.)",
        "",
        "Clearly fastest is what these lines in dualpress.toml make of it:",
        "",
        "  [engines.argos]",
        "  threads = 2",
        "",
        "6 whole articles translated: 12 (11–13) s each, after 1.5 s for the start.",
        "The engine alone takes 78 % of that; the rest is what it is asked again, terms, checks "
        "and files.",
        "1,000 articles like these, with nothing of them known: about 3 h 20 min (3 h 10 min to "
        "3 h 30 min),",
        "40 MB of files.",
        "The bench took at most 1.4 GB of memory.",
    ]


def test_memory_that_the_system_does_not_tell_is_not_told(
    run: Run, project: Path, answer: Answer
) -> None:
    answer(replace(REPORT, memory=None))
    assert run("bench", "speed").stdout.endswith("\n40 MB of files.\n")


def test_memory_is_told_without_any_post(run: Run, project: Path, answer: Answer) -> None:
    answer(replace(REPORT, posts=0, whole=None))
    assert run("bench", "speed").stdout.endswith("\nThe bench took at most 1.4 GB of memory.\n")


def test_settings_that_are_as_good_as_any_stay(run: Run, project: Path, answer: Answer) -> None:
    answer(replace(REPORT, chosen=OWN, lines={}))
    shown = run("bench", "speed").stdout
    assert "No other setting was clearly faster: leave dualpress.toml as it is." in shown
    assert "[engines." not in shown


def test_a_setting_that_no_table_has_is_an_option(run: Run, project: Path, answer: Answer) -> None:
    one, four = timing(Setting(), 8), timing(Setting(4), 2)
    answer(replace(REPORT, timings=(one, four), chosen=four, lines={}))
    shown = run("bench", "speed").stdout
    assert "Clearly fastest: dualpress translate --jobs 4\n" in shown
    assert "batch_tokens" not in shown


def test_one_round_has_no_spread(run: Run, project: Path, answer: Answer) -> None:
    once = timing(Setting(), 8, rounds=1)
    whole = replace(WHOLE, rounds=1, seconds=Spread(12, 12, 12))
    answer(replace(REPORT, timings=(once,), chosen=once, lines={}, whole=whole))
    shown = run("bench", "speed").stdout
    assert "25           500      1       as configured\n" in shown
    assert "about 3 h 20 min,\n" in shown
    assert "rackets" not in shown


def test_without_a_post_nothing_is_foreseen(run: Run, project: Path, answer: Answer) -> None:
    answer(replace(REPORT, posts=0, whole=None))
    shown = run("bench", "speed").stdout
    assert "200 sentences that come with dualpress, 4000 words" in shown
    assert "what your articles will take is not known" in shown


def test_other_programs_that_are_at_work_are_told(run: Run, project: Path, answer: Answer) -> None:
    answer(replace(REPORT, busy=1.7, cores=2))
    assert "warning: other programs use 1.7 of 2 cores, so" in run("bench", "speed").stderr
    answer(replace(REPORT, busy=0.5, cores=2))
    assert run("bench", "speed").stderr == ""


def test_what_takes_no_time_has_no_end(run: Run, project: Path, answer: Answer) -> None:
    nothing = Timing(Setting(), Spread(0, 0, 0), Spread(0, 0, 0), 1)
    answer(replace(REPORT, timings=(nothing,), chosen=nothing, lines={}))
    assert "∞" in run("bench", "speed").stdout
    document = json.loads(run("bench", "speed", "--json").stdout)
    assert document["settings"][0]["sentences_per_second"] is None


def test_the_options_are_passed_on(run: Run, project: Path, answer: Answer) -> None:
    calls = answer(REPORT)
    run(
        *("bench", "speed", "a.html", "--to", "hi", "--engine", "argos", "--sentences", "9"),
        *("--threads", "1", "--threads", "4"),
    )
    run("bench", "speed")
    ((_, paths), options), (_, plain) = calls
    assert paths == [Path("a.html")]
    names = ("to", "engine", "sentences", "threads")
    assert [options[name] for name in names] == [Language.HI, "argos", 9, [1, 4]]
    assert [plain[name] for name in names] == [None, None, None, ()]


@pytest.mark.parametrize(
    ("error", "exit_code"),
    [(UsageError("no post"), 2), (EngineUnavailable("no model"), 3), (KeyboardInterrupt(), 130)],
)
def test_what_goes_wrong_has_its_exit_code(
    run: Run, project: Path, answer: Answer, error: BaseException, exit_code: int
) -> None:
    answer(error)
    assert run("bench", "speed").exit_code == exit_code


def test_the_json_document_is_that_of_the_manual(run: Run, project: Path, answer: Answer) -> None:
    answer(REPORT)
    agrees("dualpress bench speed", run("bench", "speed", "--json").stdout)
