"""Servers that send too much, too slowly, or elsewhere: each is one clear finding or error."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest
from verify_support import BASE, clean_site, edited, found

from dualpress.article import Language
from dualpress.errors import ReadError, UsageError
from dualpress.site.verify import Finding, VerifiedSite, read_web, run_rules
from dualpress.site.verify.elements import OpenElements
from dualpress.site.verify.fetch import Fetcher
from dualpress.site.verify.reader import read_page

EN, HI = "en/river/index.html", "hi/river/index.html"
HTML = {"Content-Type": "text/html; charset=utf-8"}
PAGE = '<html lang="en"><title>A</title>'
Answer = Callable[[httpx.Request], httpx.Response]


def page(text: str, **headers: str) -> httpx.Response:
    """An answer with a page, of which nothing is read before it is asked for."""
    return httpx.Response(200, headers={**HTML, **headers}, stream=Stream([text.encode()]))


class Stream(httpx.SyncByteStream):
    """Sends blocks, and notes how many were taken."""

    def __init__(self, blocks: list[bytes], times: int = 1) -> None:
        self._blocks = blocks
        self._times = times
        self.taken = 0

    def __iter__(self) -> Iterator[bytes]:
        for _ in range(self._times):
            for block in self._blocks:
                self.taken += 1
                yield block


def visit(answer: Answer, base: str = BASE, limit: int = 20) -> tuple[VerifiedSite, list[str]]:
    """Read a site from a server that answers so, and what it was asked for."""
    asked: list[str] = []

    def note(request: httpx.Request) -> httpx.Response:
        asked.append(str(request.url))
        return answer(request)

    return read_web(base, limit=limit, transport=httpx.MockTransport(note)), asked


def at(path: str, response: Callable[[], httpx.Response], first: str = PAGE) -> Answer:
    """A server with a first page, and one more thing."""

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/blog/":
            return page(first)
        return response() if request.url.path == path else httpx.Response(404)

    return answer


def serving(files: dict[str, str]) -> Answer:
    def answer(request: httpx.Request) -> httpx.Response:
        path = request.url.path.removeprefix("/blog/")
        path = f"{path}index.html" if path == "" or path.endswith("/") else path
        if path not in files:
            return httpx.Response(404)
        kind = {"html": "text/html; charset=utf-8"}.get(path.rpartition(".")[2], "text/plain")
        stream = Stream([files[path].encode()])
        return httpx.Response(200, headers={"Content-Type": kind}, stream=stream)

    return answer


def told(findings: list[Finding]) -> set[tuple[str, str]]:
    return {(finding.path, finding.rule) for finding in findings}


def test_a_redirect_without_end_is_followed_ten_times() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        number = request.url.path.removeprefix("/blog/a")
        if number.isdecimal():
            return httpx.Response(302, headers={"Location": f"a{int(number) + 1}"})
        return page(f'{PAGE}<p><a href="a0">x</a>') if number == "/blog/" else httpx.Response(404)

    site, asked = visit(answer)
    assert len(asked) < 20
    assert told(run_rules(site)) == {("a0", "redirect")}


def test_a_redirect_in_a_circle_is_one_finding() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        turns = {"/blog/a": "/blog/b", "/blog/b": "/blog/a"}
        if location := turns.get(request.url.path):
            return httpx.Response(301, headers={"Location": location})
        is_page = request.url.path == "/blog/"
        return page(f'{PAGE}<p><a href="a">x</a>') if is_page else httpx.Response(404)

    (finding,) = run_rules(visit(answer)[0])
    assert finding.rule == "redirect"
    assert "circle" in finding.message


@pytest.mark.parametrize("headers", [{}, {"Location": "http://["}])
def test_a_redirect_that_leads_nowhere_at_all_is_no_crash(headers: dict[str, str]) -> None:
    moved = at("/blog/a", lambda: httpx.Response(301, headers=headers), f'{PAGE}<a href="a">')
    assert len(visit(moved)[0].pages) == 1


def test_a_site_that_stands_elsewhere_is_told() -> None:
    location = {"Location": "https://www.example.org/blog/"}
    with pytest.raises(UsageError, match=r"sends its readers to https://www\.example\.org/blog/"):
        visit(lambda _: httpx.Response(301, headers=location))


def test_a_page_without_end_is_read_up_to_a_bound() -> None:
    endless = Stream([b"<p>x" * 16384], times=16384)  # a gigabyte
    with pytest.raises(ReadError, match="larger than 10 MB"):
        visit(lambda _: httpx.Response(200, headers=HTML, stream=endless))
    assert endless.taken < 200


def test_a_file_that_is_no_page_is_not_read() -> None:
    stream = Stream([b"\0" * 65536], times=16384)
    kind = {"Content-Type": "application/pdf"}
    link = f'{PAGE}<a href="a.pdf">x</a>'
    site, _ = visit(
        at("/blog/a.pdf", lambda: httpx.Response(200, headers=kind, stream=stream), link)
    )
    assert run_rules(site) == []
    assert stream.taken == 0


def test_a_page_that_comes_too_slowly_is_told() -> None:
    slow = Stream([b"x"], times=1000)
    answer = httpx.MockTransport(lambda _: httpx.Response(200, headers=HTML, stream=slow))
    seconds = iter(range(0, 100_000, 29))
    with httpx.Client(transport=answer) as client:
        fetcher = Fetcher(client, clock=lambda: next(seconds))
        with pytest.raises(ReadError, match="60 seconds"):
            fetcher.get(BASE, 1000)
    assert slow.taken < 5


def test_what_is_packed_may_not_grow_without_bound() -> None:
    bomb = gzip.compress(bytes(64 << 20))
    with pytest.raises(ReadError, match="larger than 10 MB"):
        visit(
            lambda _: httpx.Response(
                200, headers={**HTML, "Content-Encoding": "gzip"}, stream=Stream([bomb])
            )
        )


def test_a_packed_page_is_read() -> None:
    packed = gzip.compress(PAGE.encode())
    site, _ = visit(
        at(
            "",
            lambda: httpx.Response(404),
        )
    )
    assert len(site.pages) == 1
    headers = {**HTML, "Content-Encoding": "gzip"}
    site, _ = visit(lambda _: httpx.Response(200, headers=headers, stream=Stream([packed])))
    assert site.pages["index.html"].lang is not None


@pytest.mark.parametrize("content", [b"\x1f\x8b\x08", gzip.compress(b"x" * 999, mtime=0)[:-9]])
def test_a_damaged_page_is_told(content: bytes) -> None:
    headers = {**HTML, "Content-Encoding": "gzip"}
    with pytest.raises(ReadError, match="damaged"):
        visit(lambda _: httpx.Response(200, headers=headers, stream=Stream([content])))


def test_a_page_packed_in_another_way_is_told() -> None:
    with pytest.raises(ReadError, match="“br”"):
        visit(lambda _: page("", **{"Content-Encoding": "br"}))


def test_a_sitemap_may_not_grow_without_bound() -> None:
    bomb = gzip.compress(bytes(51 << 20))
    site, _ = visit(at("/blog/sitemap.xml.gz", lambda: httpx.Response(200, stream=Stream([bomb]))))
    (finding,) = run_rules(site)
    assert (finding.path, finding.rule) == ("sitemap.xml.gz", "sitemap-file")
    assert "50 MB" in finding.message


def test_sitemaps_that_name_sitemaps_without_end_are_told() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        number = len(request.url.path)
        part = f"<sitemap><loc>https://example.org{request.url.path}x</loc></sitemap>"
        text = f"<sitemapindex>{part}</sitemapindex>"
        assert number < 2000
        return httpx.Response(200, stream=Stream([text.encode()]))

    with pytest.raises(UsageError, match="500 sitemaps"):
        visit(answer)


def test_thousands_of_links_are_too_many_at_once() -> None:
    links = "".join(f'<a href="p{number}">x</a>' for number in range(5000))
    with pytest.raises(UsageError, match="more than 200 addresses") as raised:
        visit(at("", lambda: httpx.Response(404), PAGE + links))
    assert raised.value.hint == "Allow more with --limit"


def test_files_beyond_the_bound_are_not_asked_for_and_no_finding() -> None:
    pictures = "".join(f'<img src="{number}.png" alt="">' for number in range(500))
    site, asked = visit(serving({"index.html": PAGE + pictures, **clean_site()}), limit=20)
    assert site.unasked == 500 + 2 - 200
    assert len(asked) < 300
    missing = [f for f in run_rules(site) if f.path == "index.html" and f.rule == "asset"]
    assert 190 < len(missing) <= 200


ELSEWHERE = (
    '<a href="file:///etc/passwd">1</a><a href="https://example.net/blog/">2</a>'
    '<a href="//example.net/">3</a><a href="http://[">4</a><a href="https://example.org:8443/blog/x">5</a>'
    '<img src="file:///etc/passwd"><img src="https://example.net/a.png"><a href="/blog/../x">6</a>'
    '<a href="https://example.org@example.net/blog/">7</a><a href="ftp://example.org/blog/x">8</a>'
    '<link rel="alternate" hreflang="hi" href="https://example.net/hi/"><base href="http://[">'
)


def test_nothing_but_the_site_is_asked_for_whatever_it_names() -> None:
    sitemap = "<urlset><url><loc>file:///etc/passwd</loc></url><url><loc>https://example.net/</loc></url></urlset>"
    robots = (
        "Sitemap: https://example.net/sitemap.xml\nSitemap: file:///etc/passwd\nSitemap: http://["
    )
    files = {"index.html": f"{PAGE}{ELSEWHERE}", "sitemap.xml": sitemap}

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/robots.txt":
            return httpx.Response(200, stream=Stream([robots.encode()]))
        return serving(files)(request)

    site, asked = visit(answer)
    assert len(site.pages) == 1
    allowed = ("https://example.org/blog/", "https://example.org/robots.txt")
    assert all(url.startswith(allowed) for url in asked)


@pytest.mark.parametrize(
    ("base", "written"),
    [
        ("https://हिन्दी.example/blog/", "https://xn--j2bd4cyah0f.example/blog/"),
        ("https://xn--j2bd4cyah0f.example/blog/", "https://हिन्दी.example/blog/"),
        ("https://EXAMPLE.org:443/blog/", "https://example.org/blog/"),
        ("http://example.org:8080/blog/", "http://example.org:8080/blog/"),
        ("https://example.org/लेख/", "https://example.org/%E0%A4%B2%E0%A5%87%E0%A4%96/"),
    ],
)
def test_a_host_may_be_written_in_more_than_one_way(base: str, written: str) -> None:
    files = clean_site(written)

    def answer(request: httpx.Request) -> httpx.Response:
        path = request.url.path.removeprefix("/blog/").removeprefix("/लेख/")
        fake = httpx.Request("GET", f"https://example.org/blog/{path}")
        return serving(files)(fake)

    site, _ = visit(answer, base)
    assert len(site.pairs) == 3
    assert run_rules(site) == []


def test_addresses_of_a_folder_may_be_written_in_more_than_one_way(tmp_path: Path) -> None:
    site = clean_site("https://xn--j2bd4cyah0f.example/")
    assert found(site, tmp_path, base_url="https://हिन्दी.example/") == []


SENTENCE = "<html lang=hi><p>The minister said that both of the bridges would be open again."


@pytest.mark.parametrize("piece", ["<b a=1></p><p>", "<p>Sources", "<div>", "<p><button>"])
def test_no_tree_is_built_of_a_page_that_would_grow_in_it(
    piece: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: str) -> None:
        raise AssertionError("a tree was built")

    monkeypatch.setattr("dualpress.site.verify.reader.parse", refuse)
    with pytest.raises(AssertionError):
        read_page("a.html", SENTENCE.encode())
    facts = read_page("a.html", (SENTENCE + piece * 25_000).encode())
    assert facts.foreign[Language.HI] != []


def test_no_more_elements_are_open_than_in_a_browser() -> None:
    elements = OpenElements()
    for _ in range(1000):
        elements.start("div", {})
    assert elements.depth == 512
    for _ in range(1000):
        elements.end("div")
    assert elements.depth == 0


@pytest.mark.parametrize("piece", ["<a href=b ", "<!-- ", "</a ", "<a href='"])
def test_what_never_ends_is_nothing(piece: str) -> None:
    assert read_page("a.html", f"<p>A{piece * 2}".encode()).links == {}


def test_more_links_and_places_than_a_page_has_are_not_kept() -> None:
    text = "".join(f"<a id=i{number} href=p{number}>x</a>" for number in range(10_050))
    facts = read_page("a.html", text.encode())
    assert (len(facts.links), len(facts.ids), facts.is_huge) == (10_000, 10_000, True)


def test_a_header_may_name_versions_and_the_canonical_address() -> None:
    files = {
        path: text.replace("<link rel=", "<link data-rel=").replace(
            'data-rel="stylesheet"', 'rel="stylesheet"'
        )
        for path, text in clean_site().items()
    }

    def answer(request: httpx.Request) -> httpx.Response:
        response = serving(files)(request)
        place = request.url.path.removeprefix("/blog/")[3:]
        links = [
            f'<{BASE}{code}/{place}>; rel="alternate"; hreflang="{code}"' for code in ("en", "hi")
        ]
        links.append(f"<{BASE}en/{place}>; rel=alternate; hreflang=x-default")
        links.append(f'<{request.url}>; rel="canonical"')
        response.headers["Link"] = ", ".join(links)
        return response

    site, _ = visit(answer)
    assert len(site.pairs) == 3
    assert run_rules(site) == []
    files = {path: text.replace("data-rel", "rel") for path, text in files.items()}
    wrong = edited(
        HI, f'rel="canonical" href="{BASE}hi/river/"', f'rel="canonical" href="{BASE}hi/road/"'
    )
    files = wrong(files)
    assert (HI, "canonical") in told(run_rules(visit(answer)[0]))


def test_the_server_has_to_name_the_encoding_that_the_page_is_in() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        response = serving(clean_site())(request)
        if request.url.path == "/blog/hi/river/":
            response.headers["Content-Type"] = "text/html; charset=ISO-8859-1"
        return response

    (finding,) = run_rules(visit(answer)[0])
    assert (finding.path, finding.rule) == (HI, "charset")
    assert "ISO-8859-1" in finding.message


def test_sitemaps_that_robots_names_are_read() -> None:
    files = clean_site()
    packed = gzip.compress(files.pop("sitemap.xml").encode())

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/robots.txt":
            named = f"User-agent: *\nSitemap: {BASE}pages.xml.gz # all\n"
            return httpx.Response(200, stream=Stream([named.encode()]))
        if request.url.path == "/blog/pages.xml.gz":
            return httpx.Response(200, stream=Stream([packed]))
        return serving(files)(request)

    site, _ = visit(answer)
    assert [len(sitemap.entries) for sitemap in site.sitemaps] == [6]
    assert run_rules(site) == []
