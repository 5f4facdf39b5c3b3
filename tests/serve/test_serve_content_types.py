from __future__ import annotations

import mimetypes
from pathlib import Path

import pytest

from dualpress.serve.content_types import content_type


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("index.html", "text/html"),
        ("OLD.HTM", "text/html"),
        ("dualpress.css", "text/css"),
        ("dualpress.js", "text/javascript"),
        ("manifest.json", "application/json"),
        ("sitemap.xml", "text/xml"),
        ("map.svg", "image/svg+xml"),
        ("a.JPG", "image/jpeg"),
        ("a.png", "image/png"),
        ("a.webp", "image/webp"),
        ("a.avif", "image/avif"),
        ("a.woff2", "font/woff2"),
        ("a.pdf", "application/pdf"),
        ("a.mp4", "video/mp4"),
        ("a.unheard-of", "application/octet-stream"),
        ("LICENSE", "application/octet-stream"),
    ],
)
def test_media_types(name: str, kind: str) -> None:
    assert content_type(Path(name)) == kind


def test_what_the_system_says_is_not_asked() -> None:
    mimetypes.init()
    before = mimetypes.types_map[".css"]
    mimetypes.add_type("text/plain", ".css")
    try:
        assert content_type(Path("a.css")) == "text/css"
    finally:
        mimetypes.add_type(before, ".css")
