from __future__ import annotations

import pytest

from dualpress.site.verify.base_url import infer_base_url
from dualpress.site.verify.places import Fault, Places

FILES = ["index.html", "hi/index.html", "hi/a/index.html", "hi/b.html", "map 1.png", "hi/नदी.html"]
HERE = "https://x.example/blog/"


def resolve(href: str, page: str = "hi/a/index.html") -> tuple[str | None, set[Fault]]:
    target = Places(FILES, HERE).resolve(page, href)
    return target.path, set(target.faults)


@pytest.mark.parametrize(
    ("href", "path"),
    [
        ("https://x.example/blog/hi/a/", "hi/a/index.html"),
        ("HTTPS://X.EXAMPLE/blog/hi/a/?x=1#y", "hi/a/index.html"),
        ("https://x.example/blog", "index.html"),
        ("https://x.example/blog/hi/b.html", "hi/b.html"),
        ("https://x.example/blog/hi/b", "hi/b.html"),
        ("https://x.example/blog/map%201.png", "map 1.png"),
        ("https://x.example/blog/hi/%E0%A4%A8%E0%A4%A6%E0%A5%80.html", "hi/नदी.html"),
    ],
)
def test_whole_addresses(href: str, path: str) -> None:
    assert resolve(href) == (path, set())


@pytest.mark.parametrize(
    ("href", "path"),
    [
        ("../b.html", "hi/b.html"),
        ("/blog/", "index.html"),
        ("", "hi/a/index.html"),
        ("#7", "hi/a/index.html"),
    ],
)
def test_relative_addresses(href: str, path: str) -> None:
    assert resolve(href) == (path, {Fault.RELATIVE})


@pytest.mark.parametrize(
    ("href", "path", "fault"),
    [
        ("https://x.example/blog/hi//a/", "hi/a/index.html", Fault.DOUBLE_SLASH),
        ("https://x.example/blog/hi/a", "hi/a/index.html", Fault.TRAILING_SLASH),
        ("https://x.example/blog/hi/b/", "hi/b.html", Fault.TRAILING_SLASH),
        ("https://x.example/hi/a/", "hi/a/index.html", Fault.BASE_PATH),
        ("https://x.example/blog/blog/hi/a/", "hi/a/index.html", Fault.BASE_PATH),
        ("http://x.example/blog/hi/a/", "hi/a/index.html", Fault.HOST),
        ("http://127.0.0.1:4000/blog/hi/a/", "hi/a/index.html", Fault.HOST),
    ],
)
def test_what_is_nearly_right_leads_to_what_is_meant(href: str, path: str, fault: Fault) -> None:
    assert resolve(href) == (path, {fault})


def test_two_faults_are_both_told() -> None:
    faults = {Fault.DOUBLE_SLASH, Fault.HOST, Fault.TRAILING_SLASH}
    assert resolve("http://x.example/blog//hi/a") == ("hi/a/index.html", faults)


@pytest.mark.parametrize(
    "href", ["https://y.example/blog/hi/a/", "mailto:a@x.example", "data:,x", "/other/"]
)
def test_what_leads_elsewhere_is_not_judged(href: str) -> None:
    assert not Places(FILES, HERE).resolve("index.html", href).is_inside


@pytest.mark.parametrize("href", ["https://x.example/blog/hi/none/", "none.png", "http://["])
def test_what_leads_to_nothing_has_no_file(href: str) -> None:
    target = Places(FILES, HERE).resolve("index.html", href)
    assert target.is_inside
    assert target.path is None


def test_a_base_element_bends_relative_addresses() -> None:
    places = Places(FILES, HERE)
    assert places.resolve("hi/a/index.html", "b.html", "/blog/hi/").path == "hi/b.html"


def test_names_in_another_form_of_unicode_are_the_same() -> None:
    places = Places(["caf\u00e9.html"], HERE)
    assert places.resolve("index.html", "cafe\u0301.html").path == "caf\u00e9.html"


@pytest.mark.parametrize("base", ["https://x.example/", HERE, "https://x.example/a/hi/"])
def test_the_address_is_told_from_those_of_pages(base: str) -> None:
    urls = [base, f"{base}hi/a/", f"{base}hi/b", f"{base}hi/none/", "https://y.example/", "/hi/a/"]
    assert infer_base_url(urls, Places(FILES)) == base


def test_nothing_is_told_from_addresses_of_other_sites() -> None:
    assert infer_base_url(["https://y.example/x/", "http://[", "hi/a/"], Places(FILES[1:])) is None


def test_a_folder_may_stand_at_an_address_of_its_own() -> None:
    places = Places(FILES, HERE, {"hi": "https://hi.x.example/"})
    assert places.url_of("hi/a/index.html") == "https://hi.x.example/a/"
    assert places.resolve("index.html", "https://hi.x.example/a/").path == "hi/a/index.html"
    assert places.resolve("hi/a/index.html", "../b.html").path == "hi/b.html"
    assert places.resolve("hi/a/index.html", "https://x.example/blog/").path == "index.html"
