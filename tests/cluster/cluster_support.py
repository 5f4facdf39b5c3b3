"""What the tests of the cluster share: schedulers and workers started by hand, and a server that
answers only when it is told to."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Lock, Thread

from dualpress.article import Language
from dualpress.engines import EngineOptions, Hypothesis

PATIENCE = 30
"""Seconds after which a test is given up that should have gone on at once."""


@dataclass
class Process:
    """A scheduler or a worker.

    Attributes:
        told: what it said of itself until it was ready.
    """

    popen: subprocess.Popen[str]
    told: str

    def kill(self) -> None:
        """Kill it as the system does when the memory is full."""
        self.popen.kill()
        self.popen.wait()


@dataclass
class ByHand:
    """A scheduler, and workers as a test wants them.

    Args:
        scheduler: that runs.
        address: of it.
        folder: for what the workers write.
    """

    scheduler: Process
    address: str
    folder: Path
    workers: list[Process] = field(default_factory=list)

    def worker(self, **environment: str) -> Process:
        """Start a worker of one thread, and wait until the scheduler knows it."""
        command = ["worker", self.address, "--nthreads", "1", "--no-nanny", "--no-dashboard"]
        place = ["--host", "127.0.0.1", "--local-directory", str(self.folder)]
        process = _start([*command, *place], "Registered to:", environment)
        self.workers.append(process)
        return process


@contextmanager
def by_hand(folder: Path) -> Iterator[ByHand]:
    """``dask scheduler`` on a free port of the loopback interface."""
    place = ["--host", "127.0.0.1", "--port", "0", "--no-dashboard"]
    scheduler = _start(["scheduler", *place], "Scheduler at:", {})
    cluster = ByHand(scheduler, scheduler.told.split()[-1], folder)
    try:
        yield cluster
    finally:
        for process in [*cluster.workers, scheduler]:
            process.kill()
            assert process.popen.stderr is not None
            process.popen.stderr.close()


def _start(arguments: list[str], ready: str, environment: Mapping[str, str]) -> Process:
    popen = subprocess.Popen(
        [sys.executable, "-m", "dask", *arguments],
        stderr=subprocess.PIPE,
        env={**os.environ, **environment},
        text=True,
    )
    assert popen.stderr is not None
    said = []
    for line in popen.stderr:
        said.append(line)
        if ready in line:
            return Process(popen, line)
    raise AssertionError("".join(said))


@dataclass
class Gate:
    """A LibreTranslate server that holds its answers back until it is opened.

    Attributes:
        url: its address.
        asked: each sentence that it was asked for, as often as it was.
    """

    url: str = ""
    asked: list[str] = field(default_factory=list)
    _open: Event = field(default_factory=Event)
    _held: int = 0
    _expected: int = 0
    _are_held: Event = field(default_factory=Event)
    _lock: Lock = field(default_factory=Lock)

    def open(self) -> None:
        self._open.set()

    def wait_for(self, held: int) -> None:
        """Wait until so many requests are held back."""
        with self._lock:
            self._expected = held
            self._check()
        assert self._are_held.wait(PATIENCE), "the workers do not ask"

    @property
    def options(self) -> EngineOptions:
        """What makes an engine that asks this server."""
        return EngineOptions(Language.EN, Language.HI, Path("none"), {"url": self.url})

    def answer(self, request: bytes) -> bytes:
        sentences: list[str] = json.loads(request)["q"]
        with self._lock:
            self.asked += sentences
            self._held += 1
            self._check()
        self._open.wait(PATIENCE)
        return json.dumps({"translatedText": [translated(text) for text in sentences]}).encode()

    def _check(self) -> None:
        if self._expected and self._held >= self._expected:
            self._are_held.set()


@contextmanager
def gate() -> Iterator[Gate]:
    """A server that is closed at first, on a free port of the loopback interface."""
    closed = Gate()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = closed.answer(self.rfile.read(int(self.headers["Content-Length"])))
            with suppress(ConnectionError):  # a worker that was killed does not listen
                self.send_response(200)
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                self.wfile.write(body)

        def log_message(self, *_arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    closed.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield closed
    finally:
        closed.open()
        server.shutdown()
        thread.join()
        server.server_close()


def translated(sentence: str) -> str:
    """What the server behind the gate makes of a sentence."""
    return f"{sentence} हिन्दी में"


def answers(batches: list[list[str]]) -> list[list[list[Hypothesis]]]:
    """What an engine behind the gate gives for batches."""
    return [[[Hypothesis(translated(sentence))] for sentence in batch] for batch in batches]


def batches(count: int) -> list[list[str]]:
    return [[f"Sentence {number} of {place}" for number in range(2)] for place in range(count)]
