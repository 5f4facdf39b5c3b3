"""What ``[urls]`` refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from dualpress.config import Config, load_config
from dualpress.errors import ConfigError


def load(root: Path, *lines: str) -> Config:
    (root / "dualpress.toml").write_text("\n".join(lines), encoding="utf-8")
    return load_config(root)


@pytest.mark.parametrize(
    "value",
    [
        "2024/new-port",
        "new-port/",
        "/topics/ports/",
        "/विषय/",
        "/a%20b/",
        "https://other.example/",
        "https://other.example/x?y=1#z",
        "HTTP://other.example",
    ],
)
def test_readers_may_be_sent_to_articles_paths_and_web_addresses(
    tmp_path: Path, value: str
) -> None:
    config = load(tmp_path, "[urls.removed]", f'old = "{value}"')
    assert config.urls.removed == {"old": value}


@pytest.mark.parametrize(
    ("value", "cause"),
    [
        ("javascript:alert(1)", "must not be an address of this kind"),
        ("data:text/html,x", "must not be an address of this kind"),
        ("ftp://other.example/", "must not be an address of this kind"),
        ("https:///x", "must not be an address of this kind"),
        ("https://[x/", "must be a whole web address"),
        ("https://other.example/a b", "must not hold spaces or control characters"),
        ("//evil.example/", "is an address of another server"),
        ("../x", "has an empty part, . or .. between its slashes"),
        ("/a/%2e%2e/b", "has an empty part, . or .. between its slashes"),
        ("/x?y", "has a ? or # part"),
        ("/x#y", "has a ? or # part"),
        ("/100%/", "has a % that encodes nothing"),
        ("/a\\u0000b", "has a character that no path has"),
        ("/a%00b", "has a character that no path has"),
        ("/a\\\\b", "has a character that no path has"),
    ],
)
def test_readers_are_sent_nowhere_else(tmp_path: Path, value: str, cause: str) -> None:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, "[urls.removed]", 'fine = "x"', f'old = "{value}"')
    assert caught.value.cause.startswith("'urls.removed.old' " + cause)
    assert (caught.value.path, caught.value.line) == (tmp_path / "dualpress.toml", 3)


def test_readers_are_not_sent_in_a_circle(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load(tmp_path, "[urls.removed]", 'x = "a"', 'a = "b/"', 'b = "a"')
    assert caught.value.cause == "'urls.removed' sends readers in a circle: a → b → a"
    assert caught.value.line == 1


def test_an_article_does_not_succeed_itself(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="in a circle: a → a"):
        load(tmp_path, "[urls.removed]", 'a = "a"')


@pytest.mark.parametrize(
    "own", ['hi = "HTTP://X.example"', 'en = "https://y.example/a/"\nhi = "https://y.example/a"']
)
def test_no_two_languages_have_one_address(tmp_path: Path, own: str) -> None:
    with pytest.raises(ConfigError, match="has one address twice under base_urls"):
        load(tmp_path, "[site]", 'base_url = "https://x.example/"', "[urls.base_urls]", own)


def test_a_language_may_have_an_address_below_the_site(tmp_path: Path) -> None:
    own = "https://x.example/hindi/"
    config = load(
        tmp_path, "[site]", 'base_url = "https://x.example/"', f"[urls.base_urls]\nhi = '{own}'"
    )
    assert config.urls.base_urls.hi == own


def test_a_path_is_no_article(tmp_path: Path) -> None:
    assert load(tmp_path, "[urls.removed]", 'a = "/b/"', 'b = "/a/"').urls.removed["a"] == "/b/"


def test_articles_may_succeed_each_other_in_a_row(tmp_path: Path) -> None:
    assert load(tmp_path, "[urls.removed]", 'a = "b"', 'b = "c"').urls.removed["a"] == "b"
