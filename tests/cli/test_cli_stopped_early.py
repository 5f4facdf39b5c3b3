"""Ctrl-C and SIGTERM where no command is there to take care of them: in processes of their own."""

from __future__ import annotations

import os
import signal as signals
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from dualpress.cli import stopping

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows sends no signals")

STOPS = [("SIGINT", 130), ("SIGTERM", 143)]

# Python runs it at its start, before anything of dualpress is loaded.
AT_IMPORT = """
import signal, sys
class Stop:
    def find_spec(self, name, path=None, target=None):
        if name == "{module}":
            sys.meta_path.remove(self)
            signal.raise_signal(signal.{signal})
sys.meta_path.insert(0, Stop())
"""
AT_END = """
import atexit, signal
atexit.register(signal.raise_signal, signal.{signal})
"""


def run(folder: Path, start: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    (folder / "sitecustomize.py").write_text(start, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(folder)}
    command = [sys.executable, "-m", "dualpress", *arguments]
    return subprocess.run(
        command, capture_output=True, text=True, check=False, cwd=folder, env=environment
    )


@pytest.mark.parametrize(("signal", "exit_code"), STOPS)
@pytest.mark.parametrize(
    "module", ["typer", "dualpress.cli.translate", "importlib.metadata"], ids=lambda name: name
)
def test_who_stops_it_while_it_loads_gets_one_line(
    tmp_path: Path, module: str, signal: str, exit_code: int
) -> None:
    stopped = run(tmp_path, AT_IMPORT.format(module=module, signal=signal), "--version")
    assert (stopped.returncode, stopped.stdout, stopped.stderr) == (exit_code, "", "Stopped.\n")


def test_who_stops_it_before_anything_is_loaded_gets_one_line(tmp_path: Path) -> None:
    start = AT_IMPORT.format(module="dualpress.cli.stopping", signal="SIGINT")
    stopped = run(tmp_path, start, "--version")
    assert (stopped.returncode, stopped.stdout, stopped.stderr) == (130, "", "Stopped.\n")


@pytest.mark.parametrize(("signal", "exit_code"), STOPS)
def test_who_stops_it_at_its_end_gets_one_line(tmp_path: Path, signal: str, exit_code: int) -> None:
    stopped = run(tmp_path, AT_END.format(signal=signal), "--version")
    assert stopped.stdout.startswith("dualpress ")
    assert (stopped.returncode, stopped.stderr) == (exit_code, "Stopped.\n")


def test_who_stops_it_twice_is_told_once(tmp_path: Path) -> None:
    twice = AT_IMPORT.format(module="typer", signal="SIGTERM") + AT_END.format(signal="SIGINT")
    stopped = run(tmp_path, twice, "--version")
    assert (stopped.returncode, stopped.stderr) == (130, "Stopped.\n")


def test_where_ctrl_c_is_ignored_it_stays_so(tmp_path: Path) -> None:
    ignoring = "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\n"
    result = run(tmp_path, ignoring + AT_END.format(signal="SIGINT"), "--version")
    assert (result.returncode, result.stderr) == (0, "")


LOST = """
import signal, sys, threading
class Lost:
    def __del__(self):
        signal.raise_signal(signal.{signal})
class Stop:
    def find_spec(self, name, path=None, target=None):
        if name == "typer":
            sys.meta_path.remove(self)
            Lost()
            threading.Event().wait(60)
sys.meta_path.insert(0, Stop())
"""


@pytest.mark.parametrize(("signal", "exit_code"), STOPS)
def test_a_stop_that_python_drops_while_it_destroys_an_object_comes_again(
    tmp_path: Path, signal: str, exit_code: int
) -> None:
    stopped = run(tmp_path, LOST.format(signal=signal), "--version")
    assert (stopped.returncode, stopped.stdout, stopped.stderr) == (exit_code, "", "Stopped.\n")


def test_a_stop_that_comes_while_a_lost_one_is_seen_to_comes_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # On a busy machine, the one that comes again may come before the other is done with.
    begun: list[object] = []

    class Timer:
        daemon = False

        def __init__(self, _seconds: float, _send: object, signals: list[int]) -> None:
            self._signals = signals

        def start(self) -> None:
            begun.extend(self._signals)
            if len(begun) == 1:
                raise KeyboardInterrupt

    monkeypatch.setattr("dualpress.cli.stopping.threading.Timer", Timer)
    with stopping._heeded():
        sys.unraisablehook(SimpleNamespace(exc_value=KeyboardInterrupt()))
    assert begun == [signals.SIGINT, signals.SIGINT]


DROPPED = """
import sys
class Bad:
    def __del__(self):
        raise ValueError("x")
class Drop:
    def find_spec(self, name, path=None, target=None):
        if name == "typer":
            sys.meta_path.remove(self)
            Bad()
sys.meta_path.insert(0, Drop())
"""


def test_other_errors_that_python_drops_are_told_as_ever(tmp_path: Path) -> None:
    result = run(tmp_path, DROPPED, "--version")
    assert (result.returncode, result.stderr.splitlines()[-1]) == (0, "ValueError: x")
