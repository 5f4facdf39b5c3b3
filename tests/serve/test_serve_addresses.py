from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from serve_support import write

from dualpress.config import Project
from dualpress.serve.addresses import Moved, base_path, find_file, local_addresses


def lay_out(root: Path, base_url: str = "") -> Project:
    write(root / "dualpress.toml", f'[site]\nbase_url = "{base_url}"\n')
    write(root / "secret.html", "secret")
    for name in ("index.html", "hi/river/index.html", "hi/नदी/index.html", "a b.png"):
        write(root / "output" / name, name)
    write(root / "output/.dualpress-files.json", "{}")
    return Project.load(root)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return lay_out(tmp_path_factory.mktemp("plain"))


@pytest.fixture
def based(tmp_path: Path) -> Project:
    return lay_out(tmp_path, "https://example.org/my%20blog")


def link(path: Path, to: Path) -> None:
    try:
        path.symlink_to(to, target_is_directory=to.is_dir())
    except OSError as error:
        pytest.skip(f"no symbolic link can be made here: {error}")


@pytest.mark.parametrize(
    ("path", "file"),
    [
        ("/", "index.html"),
        ("/index.html", "index.html"),
        ("/hi/river/", "hi/river/index.html"),
        ("/hi/%E0%A4%A8%E0%A4%A6%E0%A5%80/", "hi/नदी/index.html"),
        ("/a%20b.png", "a b.png"),
    ],
)
def test_a_path_leads_to_its_file(project: Project, path: str, file: str) -> None:
    assert find_file(path, project) == project.output / file


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.html",
        "/hi/../../secret.html",
        "/%2e%2e/secret.html",
        "/%2E%2E%2Fsecret.html",
        "/..%2fsecret.html",
        "/hi/..%2f..%2fsecret.html",
        "/..\\secret.html",
        "/..%5csecret.html",
        "/%252e%252e/secret.html",
        "/.%2e/secret.html",
        "/hi%00/../secret.html",
        "/index.html%00",
        "/c:/secret.html",
        "//index.html",
        "/hi//river/",
        "/./index.html",
        "/hi/river//",
        "/index.html/",
        "/.dualpress-files.json",
        "/hi%2friver%2findex.html",
        "/nothing.html",
        "/nothing/",
        "",
        "*",
    ],
)
def test_a_path_that_leads_nowhere(project: Project, path: str) -> None:
    assert find_file(path, project) is None


def test_an_absolute_path_of_the_system_leads_nowhere(project: Project) -> None:
    secret = (project.root / "secret.html").as_posix()
    assert find_file(f"/{secret}", project) is None
    assert find_file("/" + secret.replace("/", "%2f"), project) is None


@given(st.text(st.sampled_from("./\\%2eEfF5cC0:~ hi"), max_size=24).map("/{}".format))
@example("/hi/river/")
def test_no_path_leads_out_of_the_output_folder(project: Project, path: str) -> None:
    found = find_file(path, project)
    if isinstance(found, Path):
        assert found.resolve().is_relative_to(project.output.resolve())


def test_a_link_to_a_file_outside_is_not_followed(based: Project) -> None:
    link(based.output / "out.html", based.root / "secret.html")
    assert find_file("/my%20blog/out.html", based) is None


def test_a_link_to_a_folder_outside_is_not_followed(based: Project) -> None:
    link(based.output / "out", based.root)
    assert find_file("/my%20blog/out/secret.html", based) is None
    assert find_file("/my%20blog/out", based) is None


def test_a_folder_is_no_page_where_its_index_leads_outside(based: Project) -> None:
    (based.output / "out").mkdir()
    link(based.output / "out/index.html", based.root / "secret.html")
    assert find_file("/my%20blog/out/", based) is None


def test_a_link_inside_is_followed(based: Project) -> None:
    link(based.output / "river", based.output / "hi/river")
    assert find_file("/my%20blog/river/", based) == based.output / "river/index.html"


def test_an_output_folder_that_is_a_link_is_served(based: Project) -> None:
    based.output.rename(based.root / "elsewhere")
    link(based.output, based.root / "elsewhere")
    assert find_file("/my%20blog/", based) == based.output / "index.html"


@pytest.mark.skipif(os.name == "nt", reason="a backslash parts folders there")
def test_a_backslash_is_in_no_name(based: Project) -> None:
    write(based.output / "a\\b.html", "b")
    assert find_file("/my%20blog/a%5Cb.html", based) is None


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_what_is_no_regular_file_is_not_served(based: Project) -> None:
    os.mkfifo(based.output / "pipe")
    assert find_file("/my%20blog/pipe", based) is None


def test_a_folder_without_its_slash_has_another_address(project: Project) -> None:
    assert find_file("/hi/%e0%a4%a8%e0%a4%a6%e0%a5%80", project) == Moved(
        "/hi/%E0%A4%A8%E0%A4%A6%E0%A5%80/"
    )


def test_the_base_path_is_that_of_the_address(project: Project, based: Project) -> None:
    assert (base_path(project), base_path(based)) == ("/", "/my%20blog/")


def test_a_page_without_an_ending_is_the_file_with_one(based: Project) -> None:
    write(based.output / "2024/port.html", "port")
    assert find_file("/my%20blog/2024/port", based) == based.output / "2024/port.html"


def test_it_is_so_beside_a_folder_that_has_no_page(based: Project) -> None:
    write(based.output / "port.html", "port")
    write(based.output / "port/bilingual/index.html", "both")
    assert find_file("/my%20blog/port", based) == based.output / "port.html"


def test_a_folder_with_a_page_comes_before_the_file_of_its_name(based: Project) -> None:
    write(based.output / "port.html", "port")
    write(based.output / "port/index.html", "both")
    assert find_file("/my%20blog/port", based) == Moved("/my%20blog/port/")


def test_a_file_comes_before_the_one_with_an_ending(based: Project) -> None:
    write(based.output / "port", "port")
    write(based.output / "port.html", "page")
    assert find_file("/my%20blog/port", based) == based.output / "port"


def test_a_folder_without_a_page_is_nothing(based: Project) -> None:
    assert find_file("/my%20blog/hi", based) is None
    assert find_file("/my%20blog/hi/", based) is None


def test_what_is_published_elsewhere_stands_here_at_its_folder(tmp_path: Path) -> None:
    write(
        tmp_path / "dualpress.toml",
        "[site]\nbase_url = 'https://example.org/blog'\n"
        "[urls.base_urls]\nhi = 'https://hi.example.org'\n",
    )
    assert local_addresses(Project.load(tmp_path)) == {
        "https://example.org/blog/": "/blog/",
        "https://hi.example.org/": "/blog/hi/",
    }


def test_a_site_without_an_address_is_published_nowhere(tmp_path: Path) -> None:
    assert local_addresses(lay_out(tmp_path)) == {}


@pytest.mark.parametrize("path", ["/", "/my%20blog"])
def test_the_start_leads_to_the_base_path(based: Project, path: str) -> None:
    assert find_file(path, based) == Moved("/my%20blog/")


def test_below_the_base_path_stands_the_output_folder(based: Project) -> None:
    assert find_file("/my%20blog/hi/river/", based) == based.output / "hi/river/index.html"


@pytest.mark.parametrize("path", ["/hi/river/", "/index.html", "/my", "/my%20blogs/index.html"])
def test_outside_of_the_base_path_there_is_nothing(based: Project, path: str) -> None:
    assert find_file(path, based) is None
