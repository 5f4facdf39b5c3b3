"""Paths that authors write."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.site.given_path import given_path
from dualpress.site.urls import encode_path


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("/old/", "old/"),
        ("older.html", "older.html"),
        ("/", ""),
        ("/a%20b/", "a b/"),
        ("/ना/", "ना/"),
        ("/%E0%A4%A8%E0%A4%BE/", "ना/"),
        ("/क्\u200dष/", "क्\u200dष/"),
        ("/100%25/", "100%/"),
        ("/a:b", "a:b"),
    ],
)
def test_a_path_is_read(text: str, path: str) -> None:
    assert given_path(text) == path


@pytest.mark.parametrize(
    "text",
    [
        "//x",
        "/x?",
        "/x#",
        "/%",
        "/%zz",
        "/a\0",
        "/a%00",
        "/a\\b",
        "/<b>",
        "/{{x}}",
        "/a//b",
        "/./x",
        "/a/..",
        "..",
        "/%2e%2e/",
        "/a\u202eb",
    ],
)
def test_what_is_no_path_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r"^(is|has) "):
        given_path(text)


@given(st.text())
def test_a_path_that_is_read_is_the_same_when_it_is_written(text: str) -> None:
    try:
        path = given_path(text)
    except ValueError:
        return
    assert given_path(f"/{encode_path(path)}") == path
