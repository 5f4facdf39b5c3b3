"""Runs that end in the middle, and two at once: with processes of their own.

The engine of a run is a LibreTranslate server of the test, so that a run can be
held at a sentence for as long as the test wants.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Any

import polib
import pytest
from cli_support import Run
from http_stub import Answer, Request, Stub, answer_json, serve

from dualpress import pipeline
from dualpress.cli.screen import Screen
from dualpress.config import Project

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows sends no signals")

_TIME = 60

ANSWERS = {
    "The river rose.": "नदी चढ़ गई।",
    "They hold the bridge.": "वे पुल पर डटे हैं।",
}


WRITERS = [
    ["translate"],
    ["build"],
    ["export", "--to", "hugo"],
    ["approve", "done"],
    ["unchanged", "done"],
    ["check", "--update"],
    ["replace", "x", "y", "--yes"],
    ["replace", "--undo"],
    ["review", "unpack", "x.po"],
    ["memory", "import", "x.tmx"],
    ["import", "wordpress", "x.xml"],
    ["import", "html", "x.html"],
    ["import", "text", "x.txt"],
    ["publish", "wordpress"],
    ["paste", "done"],
    ["glossary", "suggest", "--apply"],
    ["glossary", "learn", "--apply"],
    ["models", "install", "x.argosmodel"],
]


class Server:
    """Knows two sentences, and holds back its answer to what says “hold”.

    Attributes:
        asked: is set while an answer is held back.
        goes_on: lets it go.
    """

    def __init__(self) -> None:
        self.asked = Event()
        self.goes_on = Event()

    def __call__(self, request: Request) -> Answer:
        texts = request.json()["q"]
        if any("hold" in text for text in texts):
            self.asked.set()
            self.goes_on.wait(_TIME)
        return answer_json({"translatedText": [ANSWERS[text] for text in texts]})


@pytest.fixture
def server() -> Iterator[Server]:
    server = Server()
    yield server
    server.goes_on.set()


@pytest.fixture
def site(tmp_path: Path, server: Server) -> Iterator[Path]:
    """A project with one article that is drafted, and one whose engine does not answer."""
    with serve(server) as stub:
        write_configuration(tmp_path, stub)
        write_post(tmp_path, "done", "The river rose.")
        pipeline.translate(Project.load(tmp_path))
        write_post(tmp_path, "river", "They hold the bridge.")
        yield tmp_path


def write_configuration(root: Path, stub: Stub) -> None:
    (root / "posts").mkdir()
    (root / "dualpress.toml").write_text(
        'engine = "libretranslate"\nshipped_glossaries = false\n'
        f'[engines.libretranslate]\nurl = "{stub.url}"\n',
        encoding="utf-8",
    )


def write_post(root: Path, name: str, sentence: str) -> None:
    (root / "posts" / f"{name}.html").write_text(f"<p>{sentence}</p>", encoding="utf-8")


def begun(
    root: Path, command: str = "translate", *options: str, **more: Any
) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "dualpress", command, "--project", str(root), *options],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        **more,
    )


def finished(process: subprocess.Popen[str]) -> subprocess.CompletedProcess[str]:
    out, err = process.communicate(timeout=_TIME)
    return subprocess.CompletedProcess(process.args, process.returncode, out, err)


@contextmanager
def held(site: Path, server: Server) -> Iterator[subprocess.Popen[str]]:
    """A run that waits for its engine."""
    process = begun(site)
    assert server.asked.wait(_TIME)
    try:
        yield process
    finally:
        server.goes_on.set()
        process.communicate(timeout=_TIME)


def targets(site: Path) -> dict[str, list[str]]:
    """All translations; fails where a PO file is not whole."""
    files = sorted((site / "po").rglob("*.po"))
    return {path.parent.name: [entry.msgstr for entry in polib.pofile(str(path))] for path in files}


def left_over(site: Path) -> list[Path]:
    """Hidden files that a run should have taken away."""
    return [path for path in site.rglob("*.tmp") if path.name.startswith(".")]


@pytest.mark.parametrize(
    ("number", "exit_code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -signal.SIGKILL)],
)
def test_a_run_that_is_stopped_keeps_what_was_finished_and_the_next_goes_on(
    site: Path, server: Server, run: Run, number: signal.Signals, exit_code: int
) -> None:
    with held(site, server) as process:
        process.send_signal(number)
        server.goes_on.set()
        stopped = finished(process)
    assert stopped.returncode == exit_code
    assert ("What was finished is kept" in stopped.stderr) == (number != signal.SIGKILL)
    assert targets(site)["done"] == ["नदी चढ़ गई।"]
    assert left_over(site) == []
    assert run("translate", "--project", str(site), "--no-wait").exit_code == 0
    assert targets(site)["river"] == ["वे पुल पर डटे हैं।"]


def test_a_second_run_that_does_not_wait_says_who_is_at_work(
    site: Path, server: Server, run: Run
) -> None:
    with held(site, server) as process:
        second = run("build", "--project", str(site), "--no-wait", "--json")
    assert second.exit_code == 2
    error = json.loads(second.stdout)["error"]
    assert error["kind"] == "ProjectBusy"
    assert error["cause"].startswith("the command dualpress translate has been at work in ")
    assert f"process {process.pid} on " in error["cause"]


def test_a_second_run_waits_and_goes_on_when_the_first_has_ended(
    site: Path, server: Server, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []

    def warn(_: Screen, text: str) -> None:
        told.append(text)
        server.goes_on.set()

    monkeypatch.setattr(Screen, "warn", warn)
    with held(site, server) as process:
        second = run("build", "--project", str(site))
        assert finished(process).returncode == 0
    assert told[0].startswith("the command dualpress translate has been at work in ")
    assert told[0].endswith("Waiting until it ends")
    assert "2 articles" in second.stdout
    assert targets(site)["river"] == ["वे पुल पर डटे हैं।"]


@pytest.mark.parametrize(
    "command",
    [
        ["status"],
        ["check"],
        ["build", "--dry-run"],
        ["paste"],
        ["paste", "done", "--dry-run"],
        ["glossary", "suggest"],
        ["glossary", "learn", "--apply", "--dry-run"],
    ],
    ids=" ".join,
)
def test_who_only_reads_does_not_wait(
    site: Path, run: Run, command: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("it waits")

    monkeypatch.setattr("dualpress.pipeline.run_lock.hold", refuse)
    assert "it waits" not in run(*command, "--project", str(site)).stderr


def test_who_writes_waits(site: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("it waits")

    monkeypatch.setattr("dualpress.pipeline.run_lock.hold", refuse)
    for command in WRITERS:
        assert "it waits" in run(*command, "--project", str(site)).stderr, command


def test_a_file_that_is_too_large_is_told_and_nothing_is_half_written(
    site: Path, server: Server, run: Run
) -> None:
    import resource

    server.goes_on.set()
    before = {path: path.read_bytes() for path in (site / "po").rglob("*") if path.is_file()}

    def bound() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200))

    bounded = finished(begun(site, preexec_fn=bound))
    assert bounded.returncode == 3
    assert "is larger than a file may be here" in bounded.stderr
    after = {path: path.read_bytes() for path in (site / "po").rglob("*") if path.is_file()}
    assert after == before
    assert left_over(site) == []
    assert run("translate", "--project", str(site)).exit_code == 0
    assert targets(site)["river"] == ["वे पुल पर डटे हैं।"]


def test_a_server_that_is_gone_costs_only_what_it_was_asked_for(
    tmp_path: Path, server: Server, run: Run
) -> None:
    with serve(server) as stub:
        write_configuration(tmp_path, stub)
        write_post(tmp_path, "done", "The river rose.")
        assert run("translate", "--project", str(tmp_path)).exit_code == 0
    write_post(tmp_path, "river", "The bridge was closed.")
    failed = run("translate", "--project", str(tmp_path))
    assert failed.exit_code == 3
    assert "cannot be reached" in failed.stderr
    assert targets(tmp_path) == {"done": ["नदी चढ़ गई।"], "river": [""]}
