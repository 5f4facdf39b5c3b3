from __future__ import annotations

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from serve_support import PATIENCE, Running, lay_out, serving, write

from dualpress.errors import UsageError
from dualpress.serve import Live, LoopbackServer, Shown


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    project = lay_out(tmp_path_factory.mktemp("site"), base="/blog/")
    with serving(project) as running:
        write(project.output / "notes.txt", "mine")
        yield running


@pytest.fixture
def output(running: Running) -> Path:
    return running.server.live.now.project.output


def test_a_page_is_what_stands_on_disk_and_the_script(running: Running, output: Path) -> None:
    response = running.get("/hi/river/")
    on_disk = (output / "hi/river/index.html").read_bytes()
    assert response.status_code == 200
    assert response.headers["content-type"] == "text/html"
    assert response.content.startswith(on_disk)
    assert response.content.removeprefix(on_disk).startswith(b"<script defer src=")
    assert b"__dualpress" not in on_disk


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/media/map.svg", "image/svg+xml"),
        ("/assets/dualpress.css", "text/css"),
        ("/manifest.json", "application/json"),
        ("/notes.txt", "text/plain"),
    ],
)
def test_other_files_are_as_they_are(running: Running, output: Path, path: str, kind: str) -> None:
    response = running.get(path)
    assert response.content == (output / path[1:]).read_bytes()
    assert response.headers["content-type"] == kind


@pytest.mark.parametrize("path", ["/hi/river/", "/manifest.json", "/nothing/", "/hi/river"])
def test_nothing_is_kept_or_guessed_or_given_to_other_sites(running: Running, path: str) -> None:
    headers = running.get(path).headers
    assert headers["cache-control"] == "no-store"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-resource-policy"] == "same-origin"


def test_the_start_of_the_server_leads_to_that_of_the_site(running: Running) -> None:
    address = f"http://127.0.0.1:{running.server.server_port}/"
    response = running.client.get(address, follow_redirects=True)
    assert str(response.url) == running.server.url == f"{address}blog/"
    assert response.status_code == 200


def test_a_folder_without_its_slash_leads_to_the_folder(running: Running) -> None:
    response = running.get("/hi/river")
    assert (response.status_code, response.headers["location"]) == (302, "/blog/hi/river/")


def test_what_is_not_there_gives_a_page_that_is_loaded_again_too(running: Running) -> None:
    response = running.get("/hi/<b>nothing/")
    assert response.status_code == 404
    assert response.headers["content-type"] == "text/html"
    assert "There is nothing at <code>/blog/hi/%3Cb%3Enothing/</code>" in response.text
    assert "__dualpress/client.js" in response.text


@pytest.mark.parametrize(
    ("asked", "part", "told"),
    [
        ("bytes=0-3", slice(0, 4), "bytes 0-3/{}"),
        ("bytes=2-", slice(2, None), "bytes 2-{last}/{}"),
        ("bytes=-5", slice(-5, None), "bytes {fifth}-{last}/{}"),
        ("bytes=0-999999", slice(0, None), "bytes 0-{last}/{}"),
        ("bytes=-999999", slice(0, None), "bytes 0-{last}/{}"),
    ],
)
def test_a_part_of_a_film_can_be_had(
    running: Running, output: Path, asked: str, part: slice, told: str
) -> None:
    data = (output / "media/map.svg").read_bytes()
    response = running.get("/media/map.svg", headers={"Range": asked})
    assert response.status_code == 206
    assert response.content == data[part]
    size = len(data)
    expected = told.format(size, last=size - 1, fifth=size - 5)
    assert response.headers["content-range"] == expected
    assert response.headers["content-type"] == "image/svg+xml"


@pytest.mark.parametrize(
    "headers",
    [
        {"Range": "bytes=0-1,3-4"},
        {"Range": "bytes=4-2"},
        {"Range": "bytes=-"},
        {"Range": "lines=0-1"},
        {"Range": "bytes=" + "1" * 5000 + "-"},
        {"Range": "bytes=0-3", "If-Range": '"x"'},
    ],
)
def test_what_asks_for_no_single_part_gets_the_whole(
    running: Running, output: Path, headers: dict[str, str]
) -> None:
    response = running.get("/media/map.svg", headers=headers)
    assert response.status_code == 200
    assert response.headers["accept-ranges"] == "bytes"
    assert response.content == (output / "media/map.svg").read_bytes()


@pytest.mark.parametrize("asked", ["bytes=999999-", "bytes=-0"])
def test_a_part_behind_the_end_is_refused(running: Running, output: Path, asked: str) -> None:
    response = running.get("/media/map.svg", headers={"Range": asked})
    assert response.status_code == 416
    size = len((output / "media/map.svg").read_bytes())
    assert response.headers["content-range"] == f"bytes */{size}"


def test_a_page_is_always_whole(running: Running) -> None:
    whole = running.get("/hi/river/")
    assert running.get("/hi/river/", headers={"Range": "bytes=0-3"}).content == whole.content


def test_head_gives_no_body(running: Running) -> None:
    port = running.server.server_port
    with socket.create_connection(("127.0.0.1", port), PATIENCE) as client:
        client.sendall(f"HEAD /blog/ HTTP/1.0\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
        with client.makefile("rb") as stream:
            head, _, body = stream.read().partition(b"\r\n\r\n")
    assert b" 200 OK\r\n" in head
    assert f"\r\nContent-Length: {len(running.get('/').content)}\r\n".encode() in head
    assert body == b""


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_else_can_be_asked(running: Running, method: str) -> None:
    assert running.client.request(method, running.server.url).status_code == 501


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "LOCALHOST"])
def test_names_of_this_computer_are_answered(running: Running, host: str) -> None:
    name = f"{host}:{running.server.server_port}"
    assert running.ask("GET", "/blog/", Host=name).status == 200


@pytest.mark.parametrize(
    "host",
    ["evil.example", "evil.example:{port}", "127.0.0.1.evil.example:{port}", "127.0.0.1", ""],
)
@pytest.mark.parametrize("target", ["/blog/", "/__dualpress/client.js", "/__dualpress/events"])
def test_other_names_are_refused(running: Running, host: str, target: str) -> None:
    name = host.format(port=running.server.server_port)
    assert running.ask("GET", target, Host=name).status == 421


def test_the_script_is_had_from_where_the_page_was(running: Running) -> None:
    port = running.server.server_port
    page = running.client.get(f"http://localhost:{port}/blog/").text
    assert f'src="http://localhost:{port}/__dualpress/client.js"' in page


@pytest.mark.parametrize(
    "target",
    [
        "/blog/../dualpress.toml",
        "/../dualpress.toml",
        "/blog/%2e%2e/dualpress.toml",
        "/blog/..%2fdualpress.toml",
        "/blog/..%5cdualpress.toml",
        "/blog/%252e%252e/dualpress.toml",
        "/blog//../dualpress.toml",
        "//blog/../../dualpress.toml",
        "/__dualpress/../blog/../dualpress.toml",
        "/__dualpress/..%2f..%2fdualpress.toml",
        "/__dualpress/live.py",
        "http://127.0.0.1/blog/../dualpress.toml",
        "/blog/.dualpress-files.json",
        "/dualpress.toml",
        "/blog/hi/river/%00",
        "/blog/hi/river/\\..\\..\\..\\dualpress.toml",
    ],
)
def test_nothing_outside_of_the_output_folder_is_served(running: Running, target: str) -> None:
    response = running.ask("GET", target)
    assert response.status in (404, 421)
    assert b"scripted" not in response.read_all  # type: ignore[attr-defined]


def test_a_block_names_its_entries(running: Running) -> None:
    root = running.server.live.now.project.root
    lines = (root / "po/river/hi.po").read_text("utf-8").split("\n")
    sources = ("The river rose.", "Two bridges were closed.")
    asked = {"page": "/blog/hi/river/index.html", "block": "2"}
    address = f"http://127.0.0.1:{running.server.server_port}/__dualpress/entries"
    found = running.client.get(address, params=asked).json()
    assert found["article"] == "river"
    numbers = [lines.index(f'msgid "{source}"') + 1 for source in sources]
    assert [entry["place"] for entry in found["entries"]] == [
        f"po/river/hi.po:{number}" for number in numbers
    ]
    assert found["entries"][0]["source"] == "The river rose."
    assert found["entries"][0]["status"] == "reviewed"


@pytest.mark.parametrize(
    ("page", "block"),
    [
        ("/blog/", "1"),
        ("/blog/nothing/", "1"),
        ("/blog/hi/river/", "x"),
        ("/blog/hi/river/", "١"),
        ("/blog/hi/river/", ""),
        ("/blog/hi/river", "1"),
        ("", "1"),
    ],
)
def test_what_has_no_entries_says_so(running: Running, page: str, block: str) -> None:
    address = f"http://127.0.0.1:{running.server.server_port}/__dualpress/entries"
    response = running.client.get(address, params={"page": page, "block": block})
    assert response.status_code == 404
    assert response.json() == {"error": "This page has no PO file"}


def test_the_stream_begins_with_what_is_shown(running: Running) -> None:
    with running.events() as events:
        assert next(events) == {"content": running.server.live.now.content, "problems": []}


def test_a_port_that_is_taken_is_left_for_the_next(running: Running) -> None:
    taken = running.server.server_port
    live = Live(running.server.live.now)
    with LoopbackServer(live, taken) as second:
        assert second.server_port in range(taken + 1, taken + 20)
        assert running.client.get(second.url).status_code == 200


def test_no_port_beyond_the_last(running: Running, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as last:
        try:
            last.bind(("127.0.0.1", 65535))
            last.listen()
        except OSError:
            pass  # another program has it, and it is taken all the same
        with pytest.raises(UsageError, match="port 65535 and those after it are taken"):
            LoopbackServer(Live(running.server.live.now), 65535)


def test_the_server_is_on_the_loopback_interface_alone(running: Running) -> None:
    assert running.server.server_address[0] == "127.0.0.1"


def test_the_stream_ends_with_the_server(tmp_path: Path) -> None:
    shown = Shown(lay_out(tmp_path))
    with LoopbackServer(Live(shown), 0) as server:
        running = Running(server)
        with running.events() as events:
            next(events)
            server.live.close()
            assert list(events) == []


def test_a_browser_that_goes_away_leaves_no_trace(
    running: Running, capfd: pytest.CaptureFixture[str]
) -> None:
    with socket.create_connection(("127.0.0.1", running.server.server_port), PATIENCE) as browser:
        browser.sendall(b"GET /blog/ HTTP/1.1\r\n")
    assert running.get("/").status_code == 200
    assert capfd.readouterr() == ("", "")
