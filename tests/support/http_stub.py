"""An HTTP server on this machine that answers as a test tells it to."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any


@dataclass
class Request:
    """What the server was asked."""

    path: str
    body: bytes

    def json(self) -> Any:
        return json.loads(self.body)


@dataclass
class Answer:
    """What the server answers."""

    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    announce: bool = True
    """Whether to say how long the body is."""


@dataclass
class Stub:
    """A running server.

    Attributes:
        url: its address.
        requests: what it was asked so far.
    """

    url: str
    requests: list[Request]


def answer_json(content: Any, status: int = 200, **headers: str) -> Answer:
    """An answer in JSON; ``retry_after`` becomes the header Retry-After."""
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return Answer(json.dumps(content).encode(), status, named)


@contextmanager
def serve(answer: Callable[[Request], Answer]) -> Iterator[Stub]:
    """Runs a server on a free port of 127.0.0.1 until the block ends."""
    requests: list[Request] = []

    class Handler(BaseHTTPRequestHandler):
        def _respond(self) -> None:
            length = int(self.headers.get("Content-Length", "0"))
            request = Request(self.path, self.rfile.read(length))
            requests.append(request)
            answered = answer(request)
            self.send_response(answered.status)
            if answered.announce:
                self.send_header("Content-Length", str(len(answered.body)))
            for name, value in answered.headers.items():
                self.send_header(name, value)
            self.end_headers()
            with suppress(ConnectionError):  # a client that has read enough hangs up
                self.wfile.write(answered.body)

        do_GET = do_POST = _respond  # noqa: N815 - the names that http.server looks for

        def log_message(self, *_arguments: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield Stub(f"http://127.0.0.1:{server.server_port}", requests)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
