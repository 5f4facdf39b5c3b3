from __future__ import annotations

import os
import signal
import threading

import pytest
from cli_support import FakePipeline, Run

from dualpress.cli.stopping import Terminated, terminable

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows sends no SIGTERM")


def test_sigterm_is_raised_as_an_interruption() -> None:
    with pytest.raises(KeyboardInterrupt) as stopped, terminable():
        signal.raise_signal(signal.SIGTERM)
    assert isinstance(stopped.value, Terminated)


def test_afterwards_sigterm_is_what_it_was() -> None:
    with terminable():
        pass
    assert signal.getsignal(signal.SIGTERM) is signal.SIG_DFL


@pytest.mark.parametrize("own", [signal.SIG_IGN, lambda number, frame: None])
def test_what_a_program_around_it_decided_stays(own: signal.Handlers) -> None:
    before = signal.signal(signal.SIGTERM, own)
    try:
        with terminable():
            assert signal.getsignal(signal.SIGTERM) is own
    finally:
        signal.signal(signal.SIGTERM, before)


def test_in_another_thread_nothing_is_changed() -> None:
    found: list[object] = []

    def look() -> None:
        with terminable():
            found.append(signal.getsignal(signal.SIGTERM))

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    assert found == [signal.SIG_DFL]


@pytest.mark.usefixtures("project")
def test_a_command_that_is_terminated_ends_with_143(run: Run, pipeline: FakePipeline) -> None:
    pipeline.answer("build", lambda: signal.raise_signal(signal.SIGTERM))
    result = run("build")
    assert result.exit_code == 143
    assert result.stderr == "Stopped. What was finished is kept; the next run goes on from there.\n"
