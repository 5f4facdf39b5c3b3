"""What the tests of the server share: a project, and the server running on it."""

from __future__ import annotations

import http.client
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from queue import Queue
from typing import Any

import httpx
import polib

from dualpress import pipeline
from dualpress.config import Project
from dualpress.progress import NoProgress
from dualpress.serve import Live, LoopbackServer, Rebuilt, Shown, rebuilds

PATIENCE = 60.0
"""Seconds that a test waits for what never comes before it fails."""

CONFIGURATION = """
engine = "scripted"
shipped_glossaries = false
{top}

[site]
base_url = "https://example.org{base}"

[engines.scripted.answers]
"The river" = "नदी"
"The river rose." = "नदी का पानी बढ़ गया।"
"Two bridges were closed." = "दो पुल बंद कर दिए गए।"
"""

RIVER = """<!DOCTYPE html>
<html lang="en">
<head><title>The river</title></head>
<body>
<h1>The river</h1>
<p>The river rose. Two bridges were closed.</p>
<p><img src="map.svg" alt=""></p>
</body>
</html>
"""


def lay_out(root: Path, *, base: str = "/", top: str = "", approve: bool = True) -> Project:
    """Make a project with one article, translated."""
    root.mkdir(parents=True, exist_ok=True)
    write(root / "dualpress.toml", CONFIGURATION.format(base=base, top=top))
    write(root / "posts/river.html", RIVER)
    write(root / "posts/map.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    write(root / "glossaries/house.csv", "en,hi\nbridge,पुल\n")
    project = Project.load(root)
    pipeline.translate(project)
    if approve:
        pipeline.approve(project, ["river"])
    return project


def write(path: Path, text: str) -> None:
    """Write a file as careful editors do, so that no build sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.new")
    new.write_bytes(text.encode())
    new.replace(path)


def edit(path: Path, old: str, new: str) -> None:
    """Change what stands in a file once, as an editor does."""
    text = path.read_bytes().decode()
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path}"
    write(path, text.replace(old, new))


def review(root: Path, source: str, target: str) -> None:
    """Save a translation as a reviewer's tool does."""
    po = polib.pofile(str(root / "po/river/hi.po"))
    entry = po.find(source)
    assert entry is not None
    entry.msgstr = target
    write(root / "po/river/hi.po", str(po))


@dataclass
class Running:
    """A server at work.

    Args:
        server: the server.
        built: what each build came to, in order.
    """

    server: LoopbackServer
    built: Queue[Rebuilt] = field(default_factory=Queue)

    def next_build(self) -> Rebuilt:
        return self.built.get(timeout=PATIENCE)

    def page(self, article: str, language: str) -> str:
        """The path of an article's page, below that of the site."""
        output = self.server.live.now.project.output
        pairs = json.loads((output / "manifest.json").read_bytes())["pairs"]
        (versions,) = (pair["versions"] for pair in pairs if pair["id"] == article)
        return f"/{versions[language]['path']}"

    def get(self, path: str, **options: Any) -> httpx.Response:
        """What the server answers, at a path below that of the site."""
        return self.client.get(self.server.url.rstrip("/") + path, **options)

    @cached_property
    def client(self) -> httpx.Client:
        # Certificates of authorities take long to load, and nothing here has one.
        return httpx.Client(verify=False, timeout=PATIENCE)  # noqa: S501

    def ask(self, method: str, target: str, **headers: str) -> http.client.HTTPResponse:
        """What the server answers to a request whose target no client has put in order."""
        connection = http.client.HTTPConnection(
            "127.0.0.1", self.server.server_port, timeout=PATIENCE
        )
        connection.putrequest(method, target, skip_host="Host" in headers)
        for name, value in headers.items():
            connection.putheader(name, value)
        connection.endheaders()
        response = connection.getresponse()
        response.read_all = response.read()  # type: ignore[attr-defined]
        connection.close()
        return response

    @contextmanager
    def events(self) -> Iterator[Iterator[dict[str, Any]]]:
        """What the server tells a page, one after the other."""
        address = f"http://127.0.0.1:{self.server.server_port}/__dualpress/events"
        with self.client.stream("GET", address) as stream:
            assert stream.headers["content-type"] == "text/event-stream"
            yield (
                json.loads(line.removeprefix("data: "))
                for line in stream.iter_lines()
                if line.startswith("data: ")
            )


@contextmanager
def serving(project: Project, *, port: int = 0, preview: bool = False) -> Iterator[Running]:
    """Serve a project, build it once, and again after each change."""
    live = Live(Shown(project))
    stop = threading.Event()
    with LoopbackServer(live, port, preview=preview) as server:
        running = Running(server)

        def build() -> None:
            for rebuilt in rebuilds(live, NoProgress(), stop):
                running.built.put(rebuilt)

        builder = threading.Thread(target=build)
        builder.start()
        try:
            running.next_build()
            yield running
        finally:
            stop.set()
            builder.join(PATIENCE)
            running.client.close()
