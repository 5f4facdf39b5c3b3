"""Answers to requests: the site's files, and what the script of a page asks for."""

from __future__ import annotations

from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import parse_qs

from dualpress.errors import DualpressError
from dualpress.pipeline import entries_of_block
from dualpress.serve.addresses import Moved, base_path, find_file, local_addresses
from dualpress.serve.client import ASSETS, PREFIX, Client, asset, missing_page
from dualpress.serve.content_types import PAGE, content_type
from dualpress.serve.documents import entries_document, fault_document, shown_document
from dualpress.serve.live import Shown
from dualpress.serve.ranges import UnsatisfiableRangeError, asked_part

if TYPE_CHECKING:
    from dualpress.serve.server import LoopbackServer

__all__ = ["Handler"]

_JSON = "application/json"
_TEXT = "text/plain; charset=utf-8"
_HEARTBEAT = 15.0
"""Seconds after which a stream without news shows whether somebody still listens."""


class Handler(BaseHTTPRequestHandler):
    """Answers one request; each comes on a connection of its own, which costs nothing here."""

    server: LoopbackServer
    server_version = "dualpress"
    sys_version = ""
    timeout = 60

    def do_GET(self) -> None:
        """Answer a request."""
        with suppress(ConnectionError, TimeoutError):  # the browser went on to another page
            self._answer()

    do_HEAD = do_GET  # noqa: N815

    def log_message(self, *_: object) -> None:
        """Print nothing: only the command line prints."""

    def _answer(self) -> None:
        path, _, query = self.path.partition("?")
        if not self._is_for_us():
            self._send(HTTPStatus.MISDIRECTED_REQUEST, b"This is no address of this server.", _TEXT)
        elif path.startswith(PREFIX):
            self._answer_client(path.removeprefix(PREFIX), query)
        else:
            self._answer_site(path)

    def _is_for_us(self) -> bool:
        """Whether the browser means this computer.

        A page of the web can let its own name lead to 127.0.0.1, and read
        what it gets (DNS rebinding); the name then stands in ``Host``.
        """
        return self.headers.get("Host", "").lower() in self.server.hosts

    def _answer_site(self, path: str) -> None:
        shown = self.server.live.now  # before the file is read: what is newer is told later
        found = find_file(path, shown.project)
        if isinstance(found, Moved):
            self._send(HTTPStatus.FOUND, b"", _TEXT, {"Location": found.to})
            return
        data = _read(found) if found else None
        if found is None or data is None:
            page = missing_page(path, base_path(shown.project))
            self._send(HTTPStatus.NOT_FOUND, self._with_client(page, shown), PAGE)
            return
        kind = content_type(found)
        if kind == PAGE:
            self._send(HTTPStatus.OK, self._with_client(data, shown), kind)
        else:
            self._send_file(data, kind)

    def _send_file(self, data: bytes, kind: str) -> None:
        """Send a file, or the part that is asked for: some browsers play no film without it."""
        try:
            part = asked_part(self.headers, len(data)) if self.command == "GET" else None
        except UnsatisfiableRangeError:
            told = {"Content-Range": f"bytes */{len(data)}"}
            self._send(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, b"", _TEXT, told)
            return
        accepts = {"Accept-Ranges": "bytes"}
        if part is None:
            self._send(HTTPStatus.OK, data, kind, accepts)
            return
        told = {"Content-Range": part.told, **accepts}
        self._send(HTTPStatus.PARTIAL_CONTENT, data[part.start : part.end], kind, told)

    def _with_client(self, page: bytes, shown: Shown) -> bytes:
        origin = f"http://{self.headers['Host']}"
        addresses = local_addresses(shown.project)
        return Client(origin, shown.content, addresses, self.server.preview).add_to(page)

    def _answer_client(self, name: str, query: str) -> None:
        if name in ASSETS:
            self._send(HTTPStatus.OK, asset(name), ASSETS[name])
        elif name == "events" and self.command == "GET":
            self._stream()
        elif name == "entries":
            status, document = self._entries({k: v[0] for k, v in parse_qs(query).items()})
            self._send(status, document.encode(), _JSON)
        else:
            self._send(HTTPStatus.NOT_FOUND, b"There is no such thing here.", _TEXT)

    def _entries(self, asked: dict[str, str]) -> tuple[HTTPStatus, str]:
        """The PO entries of a block of a page."""
        shown = self.server.live.now
        file = find_file(asked.get("page", ""), shown.project)
        block = asked.get("block", "")
        article = shown.articles.get(_relative(file, shown)) if isinstance(file, Path) else None
        if article is None or not (block.isascii() and block.isdecimal()):
            return HTTPStatus.NOT_FOUND, fault_document("This page has no PO file")
        try:
            found = entries_of_block(shown.project, article, int(block), asked.get("text", ""))
        except DualpressError as error:
            return HTTPStatus.CONFLICT, fault_document(str(error))
        return HTTPStatus.OK, entries_document(article.id, found)

    def _stream(self) -> None:
        """Send what is shown, at once and whenever it changes (server-sent events).

        https://html.spec.whatwg.org/multipage/server-sent-events.html
        """
        self._send_head(HTTPStatus.OK, {"Content-Type": "text/event-stream"})
        live = self.server.live
        shown = live.now
        self._send_event(shown)
        while not live.is_closed:
            latest = live.after(shown, _HEARTBEAT)
            if latest is None:
                self.wfile.write(b":\n\n")
            else:
                shown = latest
                self._send_event(shown)

    def _send_event(self, shown: Shown) -> None:
        self.wfile.write(f"data: {shown_document(shown)}\n\n".encode())

    def _send(
        self, status: HTTPStatus, body: bytes, kind: str, more: dict[str, str] | None = None
    ) -> None:
        headers = {"Content-Type": kind, "Content-Length": str(len(body)), **(more or {})}
        self._send_head(status, headers)
        if self.command != "HEAD":
            self.wfile.write(body)

    def _send_head(self, status: HTTPStatus, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        # Other sites that the editor has open must not embed what is not published yet.
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.end_headers()


def _read(file: Path) -> bytes | None:
    """What a file holds; ``None`` where a build has just removed it."""
    try:
        return file.read_bytes()
    except OSError:
        return None


def _relative(file: Path, shown: Shown) -> PurePosixPath:
    return PurePosixPath(file.relative_to(shown.project.output).as_posix())
