from pathlib import PurePosixPath
from urllib.parse import unquote, urljoin

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from dualpress.article import Language
from dualpress.errors import ConfigError
from dualpress.site.urls import (
    absolute_url,
    index_path,
    media_path,
    normalise_base_url,
    page_path,
    relative_url,
)

NAMES = st.text(
    st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="/"), min_size=1
).filter(lambda name: name not in (".", ".."))
PATHS = st.lists(NAMES, min_size=1, max_size=4).map(lambda names: PurePosixPath(*names))


def test_a_page_is_a_folder_of_its_language() -> None:
    assert page_path("2024/harbour", Language.HI) == PurePosixPath("hi/2024/harbour/index.html")


def test_the_lists_stand_at_the_top() -> None:
    assert [str(index_path(of)) for of in (None, Language.EN)] == ["index.html", "en/index.html"]


def test_media_keep_their_folders() -> None:
    assert media_path(PurePosixPath("2024/a.png")) == PurePosixPath("media/2024/a.png")


@pytest.mark.parametrize(
    ("base", "path", "url"),
    [
        ("https://example.org", "hi/harbour/index.html", "https://example.org/hi/harbour/"),
        ("https://example.org/blog", "en/index.html", "https://example.org/blog/en/"),
        ("https://example.org/blog//", "index.html", "https://example.org/blog/"),
        (
            "http://localhost:8000/a%20b/",
            "media/c d.png",
            "http://localhost:8000/a%20b/media/c%20d.png",
        ),
        (
            "https://example.org",
            "hi/नौसेना/index.html",
            "https://example.org/hi/%E0%A4%A8%E0%A5%8C%E0%A4%B8%E0%A5%87%E0%A4%A8%E0%A4%BE/",
        ),
    ],
)
def test_absolute_urls_keep_the_base_path(base: str, path: str, url: str) -> None:
    assert absolute_url(normalise_base_url(base), PurePosixPath(path)) == url


@pytest.mark.parametrize(
    "base",
    ["", "example.org", "/blog/", "ftp://example.org", "https://example.org/?a=b", "https:///blog"],
)
def test_what_is_no_address_of_a_site_is_refused(base: str) -> None:
    with pytest.raises(ConfigError, match="is not the address of a site"):
        normalise_base_url(base)


@pytest.mark.parametrize(
    ("page", "target", "url"),
    [
        ("en/a/index.html", "hi/a/index.html", "../../hi/a/index.html"),
        (
            "en/2024/may/a/index.html",
            "hi/2024/may/a/index.html",
            "../../../../hi/2024/may/a/index.html",
        ),
        ("en/a/index.html", "en/a/index.html", "index.html"),
        ("index.html", "en/index.html", "en/index.html"),
        ("en/a/index.html", "en/a/c:d #1.png", "c%3Ad%20%231.png"),
    ],
)
def test_relative_urls(page: str, target: str, url: str) -> None:
    assert relative_url(PurePosixPath(page), PurePosixPath(target)) == url


@given(page=PATHS, target=PATHS)
def test_a_relative_url_leads_where_the_absolute_one_leads(
    page: PurePosixPath, target: PurePosixPath
) -> None:
    assume(target not in page.parents)
    site = "https://example.org/blog/"
    found = urljoin(
        urljoin(site, relative_url(PurePosixPath("x"), page)), relative_url(page, target)
    )
    assert unquote(found.removeprefix(site)) == str(target)
