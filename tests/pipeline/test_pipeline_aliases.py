"""The former addresses that front matter names."""

from __future__ import annotations

import pytest

from dualpress.article import Article, Language
from dualpress.html import read_html
from dualpress.pipeline.aliases import alias_address, alias_warnings, aliases_of
from dualpress.pipeline.web_address import WebAddress
from dualpress.site.model import SiteSettings

HOME = "https://example.org/blog/"
SETTINGS = SiteSettings(base_url=HOME, base_urls={Language.HI: "https://hi.example.org/"})
PAGE = WebAddress(HOME, "2024/river/")


def article(*lines: str) -> Article:
    text = "\n".join(["---", *lines, "---", "<p>The river rose.</p>"])
    return read_html(text.encode(), language=Language.EN)


def url(alias: str, page: WebAddress = PAGE) -> str:
    return alias_address(alias, page, SETTINGS).url


def test_both_keys_count_and_each_alias_once() -> None:
    post = article("aliases: [/old/, older]", "redirect_from: [/old/, oldest]")
    assert aliases_of(post) == ("/old/", "older", "/oldest")


@pytest.mark.parametrize("value", ["/2019/", "[/2019/]", "['/2019/', null]"])
def test_one_or_several_may_be_named(value: str) -> None:
    assert aliases_of(article(f"aliases: {value}")) == ("/2019/",)


def test_a_number_is_a_path() -> None:
    assert aliases_of(article("aliases: [2019]")) == ("2019",)


def test_a_page_without_aliases_has_none() -> None:
    assert aliases_of(article("title: The river")) == ()


@pytest.mark.parametrize(
    ("alias", "expected"),
    [
        ("/old/", "https://example.org/blog/old/"),
        ("/a b/", "https://example.org/blog/a%20b/"),
        ("/a%20b/", "https://example.org/blog/a%20b/"),
        ("/caf%E9/", "https://example.org/blog/caf%E9/"),
        ("/", "https://example.org/blog/"),
        ("old.html", "https://example.org/blog/2024/old.html"),
        ("https://example.org/blog/old/", "https://example.org/blog/old/"),
        ("HTTP://EXAMPLE.org/old/", "http://example.org/old/"),
        ("https://example.org", "https://example.org/"),
        ("https://hi.example.org/x/", "https://hi.example.org/x/"),
    ],
)
def test_an_alias_is_an_address_of_the_site(alias: str, expected: str) -> None:
    assert url(alias) == expected


@pytest.mark.parametrize("path", ["", "river/", "river.html"])
def test_an_alias_beside_a_page_at_the_top_is_at_the_top(path: str) -> None:
    assert url("old/", WebAddress(HOME, path)) == f"{HOME}old/"


@pytest.mark.parametrize(
    ("alias", "cause"),
    [
        ("https://other.org/x/", "is an address of another site"),
        ("https://[x/", "is no path and no web address"),
        ("https:///x", "is no path and no web address"),
        ("javascript:alert(1)", "is no path and no web address"),
        ("../x", "has an empty part, . or .. between its slashes"),
        ("/a/%2e%2e/x", "has an empty part, . or .. between its slashes"),
        ("//evil/x", "is an address of another server"),
        ("/x?y", "has a ? or # part"),
        ("https://example.org/x#y", "has a ? or # part"),
        ("https://example.org?y", "has a ? or # part"),
        ("/a\\0b", "has a character that no path has"),
        ("/100%/", "has a % that encodes nothing"),
        ("", "is empty"),
        ("{}", "has a character that no path has"),
    ],
)
@pytest.mark.parametrize("key", ["aliases", "redirect_from"])
def test_what_is_no_alias_is_told_with_the_cure(key: str, alias: str, cause: str) -> None:
    (warning,) = alias_warnings(article(f'{key}: ["{alias}"]'), SETTINGS)
    assert cause in warning
    assert warning.endswith("Write a path from the root of the site, such as /2023/old-name/")
    assert warning.isprintable()


def test_without_base_url_no_whole_address_is_known_to_be_of_the_site() -> None:
    (warning,) = alias_warnings(article("aliases: https://example.org/x/"), SiteSettings())
    assert "“base_url” does not say which site this is" in warning


def test_what_is_an_alias_is_not_told() -> None:
    assert not list(alias_warnings(article("aliases: [/old/, older.html]"), SETTINGS))
