import pytest

from dualpress.article import Language
from dualpress.html.read import read_html
from dualpress.site.own_address import OwnAddress, own_address

BASE = "https://example.org/blog/"
PAGE = '<!DOCTYPE html><html><head><link rel="canonical" href="{}"></head><body><p>A.</p></body>'


def own(source: str, base_url: str | None = BASE, article_id: str = "2024/x") -> OwnAddress:
    return own_address(read_html(source, language=Language.EN), article_id, base_url)


@pytest.mark.parametrize(
    ("canonical", "path", "url"),
    [
        (f"{BASE}2024/a/", "2024/a/", f"{BASE}2024/a/"),
        (f"{BASE}2024/a.html#top", "2024/a.html", f"{BASE}2024/a.html"),
        (f"{BASE}%e0%a4%a8/", "न/", f"{BASE}%e0%a4%a8/"),
        (f"{BASE}cafe%CC%81/", "caf\u00e9/", f"{BASE}cafe%CC%81/"),
        (f"{BASE}क्\u200dष/", "क्\u200dष/", f"{BASE}क्\u200dष/"),
        (f"{BASE}con/a%5Cb:c./", "con/a\\b:c./", f"{BASE}con/a%5Cb:c./"),
        ("http://EXAMPLE.org/blog/a", "a", None),
    ],
)
def test_a_page_keeps_the_path_of_its_canonical_link(canonical: str, path: str, url: str) -> None:
    assert own(PAGE.format(canonical)) == OwnAddress(path, url)


@pytest.mark.parametrize(
    "canonical",
    [
        "https://other.org/blog/a/",
        "https://example.org/blogs/a/",
        f"{BASE}?p=12",
        f"{BASE}../a/",
        f"{BASE}a//b/",
        f"{BASE}.well-known/",
        f"{BASE}a/%2E%2E/b/",
        "a/",
        "https://[",
    ],
)
def test_a_canonical_link_that_is_no_path_of_the_site_does_not_count(canonical: str) -> None:
    assert own(PAGE.format(canonical)) == OwnAddress("2024/x/")


def test_without_the_address_of_the_site_the_path_is_that_of_the_post() -> None:
    assert own(PAGE.format(f"{BASE}a/"), None) == OwnAddress("2024/x/")
    assert own("<p>A.</p>", None, "2024/x/index") == OwnAddress("2024/x/")


@pytest.mark.parametrize(
    ("line", "path"),
    [
        ("permalink: /2023/y/", "2023/y/"),
        ("url: 2023/y.html", "2023/y.html"),
        ("permalink: /:year/:title/", "2024/x/"),
        ("permalink: /news/", "news/"),
        ("permalink: /cafe\u0301/", "caf\u00e9/"),
        ("permalink: '/at/10:15/'", "at/10:15/"),
        ("permalink: /", "2024/x/"),
        ("url: 12", "2024/x/"),
    ],
)
def test_front_matter_names_the_path(line: str, path: str) -> None:
    assert own(f"---\n{line}\n---\n<p>A.</p>\n").path == path
