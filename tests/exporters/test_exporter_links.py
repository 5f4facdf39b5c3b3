from __future__ import annotations

from pathlib import PurePosixPath

import pytest

from dualpress.site.exporters.links import address_of, with_folder_links

PAGE = PurePosixPath("hi/river/index.html")
PLACES = {PAGE, PurePosixPath("hi/road/index.html"), PurePosixPath("hi/a.html")}


@pytest.mark.parametrize(
    ("place", "address"),
    [("index.html", "/"), ("hi/नदी/index.html", "/hi/नदी/"), ("road.hi.html", "/road.hi.html")],
)
def test_the_address_of_a_page_is_its_folder(place: str, address: str) -> None:
    assert address_of(PurePosixPath(place)) == address


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        ("../road/index.html", "../road/"),
        ("../road/index.html?a=1#b", "../road/?a=1#b"),
        ("index.html", "./"),
        ("../a.html", "../a.html"),
        ("../unknown/index.html", "../unknown/index.html"),
        ("https://a.example/index.html", "https://a.example/index.html"),
    ],
)
def test_links_to_pages_name_their_folders(link: str, expected: str) -> None:
    body = f"<p><a class=x href='{link}'>नदी</a></p>"
    assert with_folder_links(body, PAGE, PLACES) == body.replace(link, expected)
