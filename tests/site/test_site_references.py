from pathlib import Path, PurePosixPath

import pytest
from site_support import entry

from dualpress.site.references import (
    Posts,
    Reference,
    css_references,
    parse_reference,
    replace_css,
    replace_srcset,
)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("a.png", Reference("a.png", "")),
        (" a\n.png ", Reference("a.png", "")),
        ("../b/a%20c.png?v=2#x", Reference("../b/a c.png", "?v=2#x")),
        ("images\\a.png", Reference("images/a.png", "")),
        ("%E0%A4%95.png", Reference("क.png", "")),
        ("./", Reference("./", "")),
    ],
)
def test_relative_urls_are_taken_apart(url: str, expected: Reference) -> None:
    assert parse_reference(url) == expected


@pytest.mark.parametrize(
    "url",
    [
        "",
        "#top",
        "?page=2",
        "/about/",
        "//example.org/a.png",
        "https://example.org/a.png",
        "mailto:a@example.org",
        "data:image/png;base64,AAAA",
        "JavaScript:void(0)",
        "C:\\a.png",
        "{{ site.url }}/a.png",
    ],
)
def test_what_leads_to_the_same_place_from_everywhere_is_no_relative_reference(url: str) -> None:
    assert parse_reference(url) is None


def test_a_reference_is_resolved_from_the_file_it_stands_in() -> None:
    posts = Posts(Path("posts"), [])
    found = posts.resolve(Reference("../img/./a.png", ""), PurePosixPath("2024/harbour.html"))
    assert found == PurePosixPath("img/a.png")


def test_a_reference_out_of_the_posts_folder_has_no_path() -> None:
    posts = Posts(Path("posts"), [])
    assert posts.resolve(Reference("../a.png", ""), PurePosixPath("harbour.html")) is None


@pytest.mark.parametrize("path", ["harbour.html", "harbour"])
def test_an_article_is_found_by_its_file_and_its_id(path: str) -> None:
    harbour = entry()
    assert Posts(Path("posts"), [harbour]).article(PurePosixPath(path)) is harbour


def test_an_article_is_found_by_its_folder() -> None:
    harbour = entry("harbour/index")
    assert Posts(Path("posts"), [harbour]).article(PurePosixPath("harbour")) is harbour


def test_an_article_is_found_however_its_name_is_composed() -> None:
    cafe = entry("cafe\u0301")
    assert Posts(Path("posts"), [cafe]).article(PurePosixPath("caf\u00e9.html")) is cafe


def test_files_of_the_posts_folder_are_there(tmp_path: Path) -> None:
    (tmp_path / "a.png").touch()
    assert Posts(tmp_path, []).has_file(PurePosixPath("a.png"))


@pytest.mark.parametrize("path", ["b.png", "x" * 5000, "a\0b", "."])
def test_what_is_no_file_is_not_there(tmp_path: Path, path: str) -> None:
    assert not Posts(tmp_path, []).has_file(PurePosixPath(path))


def test_a_link_out_of_the_posts_folder_is_no_file_of_it(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").touch()
    (tmp_path / "posts").mkdir()
    try:
        (tmp_path / "posts" / "a.txt").symlink_to(tmp_path / "secret.txt")
    except OSError:
        pytest.skip("this system lets nobody make symbolic links")
    assert not Posts(tmp_path / "posts", []).has_file(PurePosixPath("a.txt"))


@pytest.mark.parametrize(
    ("srcset", "expected"),
    [
        ("a.png", "A.PNG"),
        ("a.png 1x, b.png 2x", "A.PNG 1x, B.PNG 2x"),
        (" a.png 480w,b.png 800w ", " A.PNG 480w,B.PNG 800w "),
        ("a.png, b.png 2x", "A.PNG, B.PNG 2x"),
        ("a,b.png 2x", "A,B.PNG 2x"),
    ],
)
def test_each_candidate_of_a_srcset_is_replaced(srcset: str, expected: str) -> None:
    assert replace_srcset(srcset, str.upper) == expected


@pytest.mark.parametrize(
    ("css", "expected"),
    [
        ("a{background:url(b.png) no-repeat}", "a{background:url(B.PNG) no-repeat}"),
        ("a{background:URL( 'b c.png' )}", "a{background:URL( 'B C.PNG' )}"),
        ('@import "b.css"; a{}', '@import "B.CSS"; a{}'),
        ("@import url(b.css);", "@import url(B.CSS);"),
        ("a{content:'url'}", "a{content:'url'}"),
    ],
)
def test_the_urls_of_css_are_replaced(css: str, expected: str) -> None:
    assert replace_css(css, str.upper) == expected


def test_the_urls_of_css_are_found() -> None:
    assert list(css_references("@import 'a.css'; b{c:url(d.png)} e{f:url('g h.png')}")) == [
        "a.css",
        "d.png",
        "g h.png",
    ]
