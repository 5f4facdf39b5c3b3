"""The server: on the loopback interface, and on a port that is free."""

from __future__ import annotations

import errno
import os
import socketserver
import sys
from http.server import ThreadingHTTPServer
from threading import Thread
from types import TracebackType

from dualpress.errors import UsageError
from dualpress.serve.addresses import base_path
from dualpress.serve.handler import Handler
from dualpress.serve.live import Live

__all__ = ["LoopbackServer"]

_ADDRESS = "127.0.0.1"
_TRIED = 20
_POLL = 0.05
"""Seconds: how long Ctrl-C may take."""

_LAST_PORT = 65535
_TAKEN = {errno.EADDRINUSE} | ({errno.EACCES} if os.name == "nt" else set())
"""Windows says of some taken ports that they are forbidden."""


class LoopbackServer(ThreadingHTTPServer):
    """Serves a site to this computer alone, inside of a ``with``.

    Args:
        live: what it serves.
        port: the first that is tried; where it is taken, one of the next.
            0 means any.
        preview: whether a plain click on a block names its PO entries.

    Raises:
        UsageError: none of these ports can be had.
    """

    daemon_threads = True
    # On Windows this would let two servers have one port.
    allow_reuse_address = os.name != "nt"

    def __init__(self, live: Live, port: int, *, preview: bool = False) -> None:
        self.live = live
        self.preview = preview
        self._listen(port)
        names = (_ADDRESS, "localhost")
        self.hosts = {f"{name}:{self.server_port}" for name in names}
        if self.server_port == 80:
            self.hosts.update(names)

    @property
    def url(self) -> str:
        """The address of the site."""
        return f"http://{_ADDRESS}:{self.server_port}{base_path(self.live.now.project)}"

    def server_bind(self) -> None:
        """Take the port; the base class would also ask the network for the computer's name."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = _ADDRESS, self.socket.getsockname()[1]

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that went away before it got its answer."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]

    def __enter__(self) -> LoopbackServer:
        Thread(target=self.serve_forever, args=(_POLL,), daemon=True).start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.live.close()
        self.shutdown()
        self.server_close()

    def _listen(self, first: int) -> None:
        for port in range(first, min(first + _TRIED, _LAST_PORT + 1)):
            try:
                super().__init__((_ADDRESS, port), Handler)
            except OSError as error:
                if error.errno not in _TAKEN:
                    cause = f"port {port} cannot be used: {error.strerror}"
                    raise UsageError(cause, hint="Choose another with --port") from error
            else:
                return
        raise UsageError(
            f"port {first} and those after it are taken", hint="Choose another with --port"
        )
