"""Whoever stops the command waits for little, and is not held by a model that hangs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from dictionary_model import write_model

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows sends no signals")

_SCRIPT = """
import os, runpy, signal, sys, threading
from dualpress.engines.ctranslate2 import CTranslate2Engine
from dualpress.pipeline.machine import Machine

def interrupt():
    os.kill(os.getpid(), signal.SIGINT)

def hang(*_):
    first.acquire(blocking=False) and interrupt()
    threading.Event().wait()

def stopping(machine):
    # By then the main thread waits for the engine's.
    threading.Timer(0.3, interrupt).start()
    stop(machine)

first, stop = threading.Lock(), Machine.stop
CTranslate2Engine._decode, Machine.stop = hang, stopping
sys.argv = ["dualpress", "translate"]
runpy.run_module("dualpress", run_name="__main__")
"""


_STOP = """
import os, runpy, signal, sys, time
from dualpress.engines.ctranslate2 import CTranslate2Engine

def counted(engine, batch, options):
    begun.append(len(batch))
    len(begun) == 1 and os.kill(os.getpid(), signal.SIGINT)
    time.sleep(0.3)
    return begin(engine, batch, options)

begun, begin = [], CTranslate2Engine._begin
CTranslate2Engine._begin = counted
sys.argv = ["dualpress", "translate"]
try:
    runpy.run_module("dualpress", run_name="__main__")
finally:
    print("begun:", len(begun))
"""


def test_one_stop_waits_for_the_batches_that_the_cores_are_at(tmp_path: Path) -> None:
    stopped = _run(_STOP, tmp_path)
    assert stopped.returncode == 130, stopped.stderr
    assert "is kept" in stopped.stderr
    begun = int(stopped.stdout.partition("begun:")[2])
    assert 1 <= begun <= 3


def test_two_stops_end_a_run_whose_model_hangs(tmp_path: Path) -> None:
    stopped = _run(_SCRIPT, tmp_path)
    assert stopped.returncode == 130, stopped.stderr
    assert stopped.stderr.endswith("Stopped.\n") or "is kept" in stopped.stderr


def _run(script: str, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    """Translate some hundred sentences with a model on two cores."""
    write_model(tmp_path / "model")
    (tmp_path / "dualpress.toml").write_text(
        'engine = "ctranslate2"\n[engines.ctranslate2]\npath = "model"\nthreads = 2\n',
        encoding="utf-8",
    )
    (tmp_path / "posts").mkdir()
    for number in range(40):
        sentences = "".join(f"<p>The cat sees river {number} and {n}.</p>" for n in range(20))
        page = f"<!DOCTYPE html><html lang=en><body><h1>Cat {number}</h1>{sentences}</body></html>"
        (tmp_path / "posts" / f"{number}.html").write_text(page, encoding="utf-8")
    command = [sys.executable, "-c", script]
    return subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, check=False, timeout=60
    )
