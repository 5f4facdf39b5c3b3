from __future__ import annotations

from collections.abc import Callable, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from verify_support import clean_site, edited

from dualpress.errors import ReadError, UsageError
from dualpress.site.verify import Finding, read_web, run_rules

EN, HI = "en/river/index.html", "hi/river/index.html"
TYPES = {
    "html": "text/html; charset=utf-8",
    "xml": "text/xml",
    "css": "text/css",
    "png": "image/png",
}
Serve = Callable[..., tuple[str, list[str]]]
Make = Callable[[str], Mapping[str, str]]


@pytest.fixture
def serve() -> Any:
    """Serves a site below /blog/ of this machine, and notes what it is asked."""
    servers: list[tuple[ThreadingHTTPServer, Thread]] = []

    def start(
        make: Make, *, headers: Mapping[str, str] | None = None, failing: str = ""
    ) -> tuple[str, list[str]]:
        files: dict[str, str] = {}
        asked: list[str] = []

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                asked.append(f"{self.command} {self.path}")
                path = self.path.removeprefix("/blog/")
                path = f"{path}index.html" if path == "" or path.endswith("/") else path
                if failing and path == failing:
                    self.send_response(503)
                elif f"{path}/index.html" in files:
                    self.send_response(301)
                    self.send_header("Location", f"{self.path}/")
                elif self.path.startswith("/blog/") and path in files:
                    self.send_response(200)
                    self.send_header("Content-Type", TYPES[path.rpartition(".")[2]])
                    for name, value in (headers or {}).items():
                        self.send_header(name, value)
                    self.end_headers()
                    if self.command == "GET":
                        self.wfile.write(files[path].encode())
                    return
                else:
                    self.send_response(404)
                self.end_headers()

            do_HEAD = do_GET  # noqa: N815 - the name that http.server looks for

            def log_message(self, *_: object) -> None:
                pass

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        url = f"http://127.0.0.1:{server.server_port}/blog/"
        files.update(make(url))
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        servers.append((server, thread))
        return url, asked

    yield start
    for server, thread in servers:
        server.shutdown()
        thread.join()
        server.server_close()


def linked(url: str) -> dict[str, str]:
    """The site with a first page, which leads to all others."""
    first = f'<html lang="en"><title>Site</title><a href="{url}en/">A</a> <a href="hi/">B</a>'
    return {**clean_site(url), "index.html": first}


def without_sitemap(url: str) -> dict[str, str]:
    return {path: text for path, text in linked(url).items() if path != "sitemap.xml"}


def found(url: str) -> set[tuple[str, str]]:
    findings: list[Finding] = run_rules(read_web(url, limit=100))
    return {(finding.path, finding.rule) for finding in findings}


@pytest.mark.parametrize("make", [linked, without_sitemap])
def test_a_site_is_read_by_its_sitemap_or_by_its_links(serve: Serve, make: Make) -> None:
    url, _ = serve(make)
    site = read_web(url, limit=100)
    assert run_rules(site) == []
    assert len(site.pairs) == 3
    assert len(site.pages) == 7


def test_pages_of_a_sitemap_need_no_first_page(serve: Serve) -> None:
    url, _ = serve(clean_site)
    assert run_rules(read_web(url, limit=100)) == []


def test_what_is_not_there_is_found(serve: Serve) -> None:
    wrong = edited(EN, "../../media/map.png", "../../media/maps.png")
    url, _ = serve(lambda base: wrong(edited(HI, 'en/river/"', 'en/rivers/"')(linked(base))))
    rules = found(url)
    assert (EN, "asset") in rules
    assert (HI, "missing-target") in rules


def test_a_redirect_is_none_of_the_versions(serve: Serve) -> None:
    def make(url: str) -> Mapping[str, str]:
        link = f'hreflang="hi" href="{url}hi/river'
        return edited(EN, f'{link}/"', f'{link}"')(linked(url))

    url, _ = serve(make)
    assert (EN, "trailing-slash") in found(url)


def test_a_header_may_forbid_to_list_a_page(serve: Serve) -> None:
    url, _ = serve(linked, headers={"X-Robots-Tag": "noindex"})
    assert {rule for _, rule in found(url)} == {"noindex-target"}


def test_nothing_but_the_site_is_asked_for(serve: Serve) -> None:
    links = '<a href="/other/">1</a> <a href="https://example.com/">2</a> <a href="?a=1">3</a>'
    url, asked = serve(
        lambda base: edited("index.html", "<title>", f"{links}<title>")(without_sitemap(base))
    )
    assert found(url) == set()
    paths = {request.split()[1] for request in asked}
    assert all(path.startswith("/blog/") for path in paths - {"/robots.txt"})
    assert not any("?" in request for request in asked)
    assert len(asked) == len(set(asked))


def test_more_pages_than_allowed_are_refused(serve: Serve) -> None:
    url, _ = serve(linked)
    with pytest.raises(UsageError, match="more than 3 pages"):
        read_web(url, limit=3)


def test_an_address_without_a_page_is_refused(serve: Serve) -> None:
    url, _ = serve(lambda _: {})
    with pytest.raises(UsageError, match="no page"):
        read_web(url, limit=3)


def test_a_server_that_fails_is_told(serve: Serve) -> None:
    url, _ = serve(linked, failing=HI)
    with pytest.raises(ReadError, match="503"):
        read_web(url, limit=100)


def test_a_server_that_is_not_there_is_told() -> None:
    with pytest.raises(ReadError, match="did not answer"):
        read_web("http://127.0.0.1:9/", limit=3)
