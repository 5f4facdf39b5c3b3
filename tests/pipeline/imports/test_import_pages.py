"""Pages of the web and saved ones, as posts."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx
import pytest
from pipeline_support import MakeSite, Site

from dualpress.errors import ConfigError, UsageError
from dualpress.pipeline.imports.pages import import_html
from dualpress.pipeline.imports.report import PagesReport

PAGE = "<!DOCTYPE html><html><head><title>River</title></head><body><p>Text.</p></body></html>"
HOME = "https://blog.example"
HTML = {"Content-Type": "text/html; charset=utf-8"}


@dataclass
class Web:
    """Sites that answer from memory.

    Args:
        answers: what they answer, by address; a list is answered one after the other.
    """

    answers: dict[str, httpx.Response | list[httpx.Response]] = field(default_factory=dict)
    asked: list[httpx.Request] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)

    def page(self, path: str, content: str | bytes = PAGE, **headers: str) -> None:
        """Put a page on the site."""
        told = {**HTML, **{name.replace("_", "-"): value for name, value in headers.items()}}
        data = content.encode() if isinstance(content, str) else content
        self.answers[f"{HOME}{path}"] = httpx.Response(200, content=data, headers=told)

    def answer(self, request: httpx.Request) -> httpx.Response:
        """Answer as a server does."""
        self.asked.append(request)
        found = self.answers.get(str(request.url), httpx.Response(404))
        if isinstance(found, list):
            found = found.pop(0) if len(found) > 1 else found[0]
        etag = found.headers.get("ETag")
        if etag and request.headers.get("If-None-Match") == etag:
            return httpx.Response(304)
        # A response can be read once.
        stream = httpx.ByteStream(found.content)
        return httpx.Response(found.status_code, headers=found.headers, stream=stream)

    def fetch(self, site: Site, *names: str, **options: Any) -> PagesReport:
        """Import pages."""
        client = httpx.Client(transport=httpx.MockTransport(self.answer))
        names = names or tuple(name for name in self.answers if "robots" not in name)
        return import_html(site.project, names, client=client, wait=self.waits.append, **options)

    @property
    def paths(self) -> list[str]:
        """What was asked for but for ``robots.txt``."""
        return [request.url.path for request in self.asked if request.url.path != "/robots.txt"]


@pytest.fixture
def web() -> Web:
    return Web()


@pytest.fixture
def empty(make_site: MakeSite) -> Site:
    return make_site({})


def outcomes(report: PagesReport) -> list[str]:
    assert report.failures == ()
    return [page.outcome.value for page in report.pages]


def fault(report: PagesReport) -> str:
    assert report.pages == ()
    return report.failures[0].cause


def files(site: Site) -> set[str]:
    folder = site.root / "posts"
    return {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}


def test_a_page_is_kept_to_the_byte(web: Web, empty: Site) -> None:
    content = b"<!DOCTYPE html>\r\n<meta charset=windows-1252><p>\x93River\x94\r\n"
    web.page("/2024/12/river/", content, Content_Type="text/html")
    assert outcomes(web.fetch(empty)) == ["new"]
    assert (empty.root / "posts/2024/12/river.html").read_bytes() == content


def test_addresses_may_stand_in_a_file(web: Web, empty: Site) -> None:
    web.page("/one/")
    web.page("/two/")
    file = empty.write("list.txt", f"# our posts\n{HOME}/one/\n\n{HOME}/two/#top\n{HOME}/one/\n")
    assert outcomes(web.fetch(empty, str(file))) == ["new", "new"]
    assert files(empty) == {"one.html", "two.html"}


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("/", "blog.example.html"),
        ("/a/index.html", "a.html"),
        ("/post/river.html", "post/river.html"),
        ("/post/river.php", "post/river.html"),
        ("/?p=12", "p-12.html"),
        ("/a/?p=12", "a/p-12.html"),
        ("/%E0%A4%A8%E0%A4%A6%E0%A5%80/", "नदी.html"),
        ("/a%2F..%2F..%2Fx", "a-..-..-x.html"),
        ("/..%5C..%5Cx/con", "x/con-1.html"),
        ("/%2e%2e/%2e%2e/%2e%2e/x", "x.html"),
        ("/.git/config", "git/config.html"),
        ("/1/2/3/4/5/6/7/x", "x.html"),
    ],
)
def test_a_file_is_named_by_its_address(web: Web, empty: Site, path: str, name: str) -> None:
    url = str(httpx.URL(f"{HOME}{path}"))
    web.answers[url] = httpx.Response(200, content=PAGE.encode(), headers=HTML)
    web.fetch(empty, url)
    assert files(empty) == {name}


def test_two_sites_may_have_one_path(web: Web, empty: Site) -> None:
    web.page("/river/")
    web.answers["https://other.example/river/"] = httpx.Response(
        200, content=b"<p>Other.", headers=HTML
    )
    web.fetch(empty)
    assert files(empty) == {"river.html", "river-other.example.html"}
    assert outcomes(web.fetch(empty)) == ["unchanged", "unchanged"]


def test_a_page_that_did_not_change_is_not_sent_again(web: Web, empty: Site) -> None:
    web.page("/river/", ETag='"1"', Last_Modified="Fri, 20 Nov 2026 10:00:00 GMT")
    web.fetch(empty)
    assert outcomes(web.fetch(empty)) == ["unchanged"]
    asked = web.asked[-1].headers
    assert asked["If-None-Match"] == '"1"'
    assert asked["If-Modified-Since"] == "Fri, 20 Nov 2026 10:00:00 GMT"


def test_a_page_that_changed_is_updated(web: Web, empty: Site) -> None:
    web.page("/river/", ETag='"1"')
    web.fetch(empty)
    web.page("/river/", "<p>New.", ETag='"2"')
    assert outcomes(web.fetch(empty)) == ["updated"]
    assert empty.read("posts/river.html") == "<p>New."


def test_an_editors_change_is_not_overwritten_unless_forced(web: Web, empty: Site) -> None:
    web.page("/river/", ETag='"1"')
    web.fetch(empty)
    empty.write("posts/river.html", "<p>Mine.")
    web.page("/river/", "<p>New.", ETag='"2"')
    assert outcomes(web.fetch(empty)) == ["kept"]
    # It was not taken, so that it is told again.
    assert outcomes(web.fetch(empty)) == ["kept"]
    assert empty.read("posts/river.html") == "<p>Mine."
    assert outcomes(web.fetch(empty, force=True)) == ["updated"]
    assert empty.read("posts/river.html") == "<p>New."


def test_a_post_of_the_projects_own_is_not_overwritten(web: Web, make_site: MakeSite) -> None:
    site = make_site({"river": "<p>Mine."})
    web.page("/river/")
    assert outcomes(web.fetch(site)) == ["kept"]
    assert site.read("posts/river.html") == "<p>Mine."


def test_a_file_that_was_taken_out_stays_out(web: Web, empty: Site) -> None:
    web.page("/river/", ETag='"1"')
    web.fetch(empty)
    (empty.root / "posts/river.html").unlink()
    assert outcomes(web.fetch(empty)) == ["removed"]
    assert outcomes(web.fetch(empty, force=True)) == ["new"]


def test_a_dry_run_writes_nothing(web: Web, empty: Site) -> None:
    web.page("/river/")
    before = empty.hashes()
    assert outcomes(web.fetch(empty, dry_run=True)) == ["new"]
    assert empty.hashes() == before


def test_robots_are_heard(web: Web, empty: Site) -> None:
    rules = b"User-agent: *\nDisallow: /private/\nCrawl-delay: 7\n"
    web.answers[f"{HOME}/robots.txt"] = httpx.Response(200, content=rules)
    web.page("/private/x/")
    web.page("/a/")
    web.page("/b/")
    report = web.fetch(empty)
    assert [page.source for page in report.pages] == [f"{HOME}/a/", f"{HOME}/b/"]
    assert "asks programs not to fetch" in report.failures[0].cause
    assert "/private/x/" not in web.paths
    assert all(6 < wait <= 7 for wait in web.waits)


def test_a_site_that_cannot_say_what_is_allowed_is_left_alone(web: Web, empty: Site) -> None:
    web.answers[f"{HOME}/robots.txt"] = httpx.Response(500)
    web.page("/a/")
    web.page("/b/")
    report = web.fetch(empty)
    assert len(report.failures) == 2
    assert web.paths == []
    assert len(web.asked) == 4  # once, and three times again; not for the second page


def test_a_server_that_asks_for_patience_gets_it(web: Web, empty: Site) -> None:
    busy = httpx.Response(429, headers={"Retry-After": "9"})
    web.page("/a/")
    found = web.answers[f"{HOME}/a/"]
    assert isinstance(found, httpx.Response)
    web.answers[f"{HOME}/a/"] = [busy, found]
    assert outcomes(web.fetch(empty)) == ["new"]
    assert 9.0 in web.waits


def test_redirections_are_followed(web: Web, empty: Site) -> None:
    moved = httpx.Response(301, headers={"Location": "/b/"})
    web.answers[f"{HOME}/a/"] = moved
    web.page("/b/", "<p>B.")
    assert outcomes(web.fetch(empty, f"{HOME}/a/")) == ["new"]
    assert empty.read("posts/a.html") == "<p>B."


@pytest.mark.parametrize(
    ("location", "cause"),
    [
        ("/a/", "leads from one address to the next"),
        ("file:///etc/passwd", "no page of the web"),
        ("http://127.0.0.1/x", "no page of the web"),
        ("http://169.254.169.254/latest/", "no page of the web"),
        ("http://localhost:8080/", "no page of the web"),
        ("http://[", "no page of the web"),
    ],
)
def test_a_redirection_that_leads_nowhere_good_is_refused(
    web: Web, empty: Site, location: str, cause: str
) -> None:
    web.answers[f"{HOME}/a/"] = httpx.Response(302, headers={"Location": location})
    assert cause in fault(web.fetch(empty, f"{HOME}/a/"))
    assert {request.url.host for request in web.asked} == {"blog.example"}


@pytest.mark.parametrize(
    ("content", "headers", "cause"),
    [
        (b"\x89PNG\r\n", {"Content_Type": "image/png"}, "is no page of HTML but “image/png”"),
        (b"%PDF-1.4", {}, "a PDF document"),
        (b"", {}, "empty"),
        (b"\0\1\2\3" * 50, {}, "no text"),
        (b"x" * ((16 << 20) + 1), {}, "more than 16 MiB"),
        (gzip.compress(b"x" * (17 << 20)), {"Content_Encoding": "gzip"}, "more than 16 MiB"),
    ],
)
def test_what_is_no_article_is_refused(
    web: Web, empty: Site, content: bytes, headers: dict[str, str], cause: str
) -> None:
    # httpx would unpack a body that is given to it as packed.
    told = {name.replace("_", "-"): value for name, value in {**headers}.items()}

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/robots.txt":
            return httpx.Response(404)
        return httpx.Response(200, headers={**HTML, **told}, stream=httpx.ByteStream(content))

    client = httpx.Client(transport=httpx.MockTransport(answer))
    report = import_html(empty.project, [f"{HOME}/a/"], client=client, wait=lambda _: None)
    assert cause in fault(report)
    assert files(empty) == set()


def test_a_body_without_end_is_not_read_to_its_end(empty: Site) -> None:
    sent = 0

    def endless() -> Iterator[bytes]:
        nonlocal sent
        while True:
            sent += 1 << 20
            yield b"x" * (1 << 20)

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/robots.txt":
            return httpx.Response(404)
        return httpx.Response(200, headers=HTML, content=endless())

    client = httpx.Client(transport=httpx.MockTransport(answer))
    report = import_html(empty.project, [f"{HOME}/a/"], client=client, wait=lambda _: None)
    assert "more than 16 MiB" in fault(report)
    assert sent <= 18 << 20


def test_a_site_that_cannot_be_reached_is_asked_no_further(empty: Site) -> None:
    asked = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request)
        raise httpx.ConnectError("no route", request=request)

    client = httpx.Client(transport=httpx.MockTransport(answer))
    names = [f"{HOME}/a/", f"{HOME}/b/"]
    report = import_html(empty.project, names, client=client, wait=lambda _: None)
    assert [error.cause for error in report.failures] == [
        "the site blog.example does not answer: no route"
    ] * 2
    assert len(asked) == 4


@pytest.mark.parametrize(
    "name",
    [
        "file:///etc/passwd",
        "ftp://blog.example/",
        "https://",
        "http://[",
        "https://me:pw@blog.example/",
    ],
)
def test_only_addresses_of_the_web_are_taken(web: Web, empty: Site, name: str) -> None:
    with pytest.raises(UsageError) as caught:
        web.fetch(empty, name)
    assert "pw" not in str(caught.value)
    assert web.asked == []


def test_a_wrong_line_of_a_list_is_told(web: Web, empty: Site) -> None:
    file = empty.write("list.txt", f"{HOME}/a/\n../../etc/passwd\n")
    with pytest.raises(UsageError) as caught:
        web.fetch(empty, str(file))
    assert caught.value.line == 2


def test_a_list_that_is_no_text_is_refused(web: Web, empty: Site) -> None:
    file = empty.write("list.bin", b"\xff\xfe\x00\x80")
    with pytest.raises(UsageError, match="no list of addresses"):
        web.fetch(empty, str(file))


def test_what_the_server_says_of_letters_is_kept_as_a_mark(web: Web, empty: Site) -> None:
    web.page("/a/", "<p>Привет".encode("windows-1251"), Content_Type="text/html; charset=cp1251")
    report = web.fetch(empty)
    assert (empty.root / "posts/a.html").read_bytes() == "\ufeff<p>Привет".encode()
    assert report.pages[0].warnings == (
        "its server says that it is windows-1251; it was written down as UTF-8",
    )


def test_pictures_are_counted_and_not_fetched(web: Web, empty: Site) -> None:
    web.page("/a/", "<p><img src=x.jpg><IMG\nsrc=y.jpg><imgx>")
    assert web.fetch(empty).pictures == 2
    assert web.paths == ["/a/"]


def test_saved_pages_are_imported_by_their_addresses(web: Web, empty: Site) -> None:
    saved = f"<!-- saved from url=(0030){HOME}/post/river/ -->\r\n<p>River."
    linked = f'<link rel="canonical" href="{HOME}/road/?a=1&amp;b=2"><p>Road.'
    empty.write("saved/River - Blog.html", saved)
    empty.write("saved/River - Blog_files/frame.html", "<p>Advertisement.")
    empty.write("saved/old/Road.htm", linked)
    empty.write("saved/old/Port of Call.htm", "<p>Port.")
    report = web.fetch(empty, str(empty.root / "saved"))
    assert outcomes(report) == ["new", "new", "new"]
    assert files(empty) == {"post/river.html", "road/a-1-b-2.html", "old/Port-of-Call.html"}
    assert empty.read("posts/post/river.html") == saved
    assert outcomes(web.fetch(empty, str(empty.root / "saved"))) == ["unchanged"] * 3
    assert web.asked == []


def test_two_saved_pages_that_say_one_address_are_two_posts(web: Web, empty: Site) -> None:
    for name in ("a", "b"):
        empty.write(f"saved/{name}.html", f'<link rel=canonical href="{HOME}/"><p>{name}')
    web.fetch(empty, str(empty.root / "saved"))
    assert files(empty) == {"blog.example.html", "blog.example-blog.example.html"}
    assert outcomes(web.fetch(empty, str(empty.root / "saved"))) == ["unchanged", "unchanged"]


def test_a_folder_without_pages_is_told(web: Web, empty: Site) -> None:
    (empty.root / "saved").mkdir()
    with pytest.raises(UsageError, match="no page in this folder"):
        web.fetch(empty, str(empty.root / "saved"))


def test_the_projects_own_posts_are_not_imported(web: Web, make_site: MakeSite) -> None:
    site = make_site({"river": PAGE})
    with pytest.raises(UsageError, match="the project's already"):
        web.fetch(site, str(site.root / "posts"))


def test_a_large_file_fails_alone(web: Web, empty: Site) -> None:
    path = empty.write("saved/large.html", "")
    with path.open("wb") as file:
        file.truncate(200 << 20)
    empty.write("saved/small.html", PAGE)
    report = web.fetch(empty, str(empty.root / "saved"))
    assert "200 MiB" in report.failures[0].cause
    assert files(empty) == {"small.html"}


def test_a_link_out_of_the_folder_of_posts_is_not_made(
    web: Web, empty: Site, tmp_path: Path
) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    web.page("/../../outside/x/")
    web.fetch(empty, f"{HOME}/../../outside/x/")
    assert list(outside.iterdir()) == []


def test_a_damaged_record_stops_the_import(web: Web, empty: Site) -> None:
    empty.write("dualpress.imports.json", "{")
    web.page("/a/")
    with pytest.raises(ConfigError, match="record of imported files cannot be read"):
        web.fetch(empty)
    assert web.asked == []


def test_the_record_says_where_a_file_came_from(web: Web, empty: Site) -> None:
    web.page("/a/", ETag='"1"')
    web.fetch(empty)
    told = json.loads(empty.read("dualpress.imports.json"))
    assert told["schema"] == 1
    assert told["files"]["a.html"].keys() == {"digest", "source", "etag"}
    assert told["files"]["a.html"]["source"] == f"{HOME}/a/"
