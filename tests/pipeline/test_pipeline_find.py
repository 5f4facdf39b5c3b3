"""Which posts a command is about, and what their articles are called."""

from __future__ import annotations

import os
import sys
import unicodedata
from pathlib import Path

import pytest
from pipeline_support import RIVER, ROAD, MakeSite, Site, link

from dualpress.errors import ReadError, UsageError
from dualpress.pipeline.find import article_id, choose_posts, find_posts

POSTS = Path("/site/posts")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/site/posts/river.html", "river"),
        ("/site/posts/2026/river.htm", "2026/river"),
        ("/site/posts/v1.2.html", "v1.2"),
        ("/site/posts/a b & c.html", "a-b-c"),
        ("/site/posts/नदी का पानी.html", "नदी-का-पानी"),
        ("/site/posts/What? Why#.html", "What-Why"),
        ("/site/posts/??.html", "-"),
        ("/elsewhere/2026/river.html", "river"),
        (f"/site/posts/{unicodedata.normalize('NFD', 'café')}.html", "café"),
    ],
)
def test_the_id_of_an_article_is_its_path_without_what_a_url_cannot_hold(
    path: str, expected: str
) -> None:
    assert article_id(Path(path), POSTS) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a.html", "a.htm"),
        ("a b.html", "a-b.html"),
        ("Road.html", "road.html"),
        (f"{unicodedata.normalize('NFD', 'é')}.html", f"{unicodedata.normalize('NFC', 'é')}.html"),
    ],
)
def test_two_posts_of_one_id_are_refused_by_name(make_site: MakeSite, one: str, other: str) -> None:
    site = make_site({}, {f"posts/{one}": ROAD, f"posts/{other}": RIVER})
    if len(list((site.root / "posts").iterdir())) == 1:
        pytest.skip("this file system takes both names for one")

    with pytest.raises(UsageError, match="would both be the article") as caught:
        site.translate()

    assert str(site.root / "posts" / one) in str(caught.value)
    assert str(site.root / "posts" / other) in str(caught.value)
    assert not (site.root / "po").exists()


def test_posts_are_found_in_folders_and_by_every_ending(make_site: MakeSite) -> None:
    files = {f"posts/{name}": ROAD for name in ("a.HTML", "b/c.htm", "b/d.xhtml")}
    site = make_site({}, {**files, "posts/b/e.txt": "no post", "posts/b/f.html.bak": ROAD})

    assert list(find_posts(site.project).chosen) == ["a", "b/c", "b/d"]


def test_hidden_files_and_folders_hold_no_posts(make_site: MakeSite) -> None:
    site = make_site({"a": ROAD, ".draft": ROAD, ".git/x": ROAD, "b/.hidden/y": ROAD})

    assert list(find_posts(site.project).chosen) == ["a"]


def test_a_path_may_be_written_in_any_way(make_site: MakeSite) -> None:
    site = make_site({"b/river": RIVER, "road": ROAD})
    paths = [site.root / "posts/b/../b/river.html", site.root / "posts/b/river.html"]

    assert list(find_posts(site.project, paths).chosen) == ["b/river"]


def test_a_post_named_through_a_link_is_the_post_in_the_folder(make_site: MakeSite) -> None:
    site = make_site({"b/river": RIVER})
    link(site.root.parent / "linked", site.root / "posts")

    found = find_posts(site.project, [site.root.parent / "linked/b/river.html"])

    assert found.chosen == {"b/river": site.root / "posts/b/river.html"}


def test_a_post_may_be_a_link_to_a_file_elsewhere(make_site: MakeSite) -> None:
    site = make_site({}, {"elsewhere.html": ROAD})
    (site.root / "posts").mkdir()
    link(site.root / "posts/road.html", site.root / "elsewhere.html")

    site.publish("road")

    assert "सड़क फिर से खुल गई है।" in site.page("road")


def test_a_link_that_leads_nowhere_is_told(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER})
    link(site.root / "posts/road.html", site.root / "gone.html")

    (error,) = site.translate().failures

    assert isinstance(error, ReadError)
    assert error.path == site.root / "posts/road.html"


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names of files are Unicode here")
@pytest.mark.parametrize("name", [b"caf\xe9.html", b"two\nlines.html"])
def test_names_of_files_that_no_po_file_can_hold_work(make_site: MakeSite, name: bytes) -> None:
    site = make_site({"river": RIVER})
    (site.root / "posts" / os.fsdecode(name)).write_text(ROAD, "utf-8")

    ids = {article.id for article in site.translate().articles}

    assert ids in ({"river", "caf"}, {"river", "two-lines"})
    assert site.translate().failures == ()


def test_one_post_found_twice_is_one(make_site: MakeSite) -> None:
    site = make_site({"road": ROAD})
    link(site.root / "posts/road.htm", site.root / "posts/road.html")

    assert list(find_posts(site.project).chosen) == ["road"]


def test_the_pages_of_the_output_folder_are_no_posts(make_site: MakeSite) -> None:
    templates = 'template = "templates/page.html"'
    site = make_site({"river": RIVER}, {"templates/page.html": "{{ body }}"}, page=templates)
    site.translate()

    assert list(find_posts(site.project, [site.root]).chosen) == ["river"]


def test_a_page_of_the_output_folder_is_refused_as_a_post(site: Site) -> None:
    site.translate()

    with pytest.raises(UsageError, match="this is a page that dualpress made"):
        site.translate("output/river/index.html")


def test_a_path_that_does_not_exist_is_refused(site: Site) -> None:
    with pytest.raises(UsageError, match="there is no such file or folder") as caught:
        site.translate("posts/flood.html")

    assert caught.value.path == site.root / "posts/flood.html"


@pytest.mark.parametrize("command", ["translate", "build", "status", "check"])
def test_a_project_without_posts_is_refused(make_site: MakeSite, command: str) -> None:
    site = make_site({}, {"posts/notes.txt": "no post"})

    with pytest.raises(UsageError, match="there is no post in this folder") as caught:
        getattr(site, command)()

    assert caught.value.path == site.root / "posts"


def test_a_project_without_the_folder_of_posts_is_refused(make_site: MakeSite) -> None:
    site = make_site({})

    with pytest.raises(UsageError, match="there is no such file or folder"):
        site.build()


@pytest.mark.parametrize("name", ["flood", "posts/flood.html", "po/flood/hi.po"])
def test_an_article_that_is_not_there_is_refused(site: Site, name: str) -> None:
    with pytest.raises(UsageError, match="there is no article"):
        site.status(str(site.root / name) if "/" in name else name)


def test_the_nearest_ids_are_told(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER, "road": ROAD})

    with pytest.raises(UsageError, match=r"Did you mean river\?"):
        site.approve("rivers")


def test_the_po_file_of_a_removed_post_is_told(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER, "road": ROAD})
    site.translate()
    (site.root / "posts/road.html").unlink()

    with pytest.raises(UsageError, match="its post is not in the posts folder"):
        site.approve("road")


def test_ids_are_found_in_any_normal_form(make_site: MakeSite) -> None:
    site = make_site({unicodedata.normalize("NFD", "café"): ROAD})

    chosen = choose_posts(site.project, [unicodedata.normalize("NFD", "café")]).chosen

    assert list(chosen) == ["café"]


def test_a_post_outside_the_posts_folder_is_translated_and_published(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER}, {"../blog/road.html": ROAD})
    site.translate("../blog/road.html")
    assert "#: ../blog/road.html:6" in site.read("po/road/hi.po")

    assert site.approve(str(site.root / "../blog/road.html")).changed == {"road": 2}
    site.translate("../blog/road.html")

    assert "सड़क फिर से खुल गई है।" in site.page("road")
    assert site.has_original("river")


def test_the_pages_of_a_post_outside_stay_where_it_is_not_named(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER}, {"../blog/road.html": ROAD})
    site.translate("../blog/road.html")
    site.approve(str(site.root / "../blog/road.html"))
    site.translate("../blog/road.html")
    before = site.hashes("output")

    report = site.build()

    assert site.hashes("output") == before
    (warning,) = report.warnings
    assert warning == (
        "road: its post is not in the posts folder, so its pages stay as they are. "
        f"Make them anew with: dualpress translate {site.root.parent / 'blog/road.html'}"
    )


def test_the_pages_of_a_post_outside_go_with_it(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER}, {"../blog/road.html": ROAD})
    site.translate("../blog/road.html")
    (site.root / "../blog/road.html").unlink()

    site.build()

    assert not site.has_original("road")
    assert (site.root / "po/road/hi.po").exists()


def test_a_post_outside_needs_no_folder_of_posts(make_site: MakeSite) -> None:
    site = make_site({}, {"../blog/road.html": ROAD})

    report = site.translate("../blog/road.html")

    assert [article.id for article in report.articles] == ["road"]


def test_a_post_outside_of_an_id_that_a_post_has_is_refused(make_site: MakeSite) -> None:
    site = make_site({"road": ROAD}, {"../blog/Road.html": RIVER})

    with pytest.raises(UsageError, match="would both be the article “road”"):
        site.translate("../blog/Road.html")


def test_two_posts_of_one_name_from_outside_do_not_share_a_po_file(make_site: MakeSite) -> None:
    site = make_site({}, {"../one/road.html": ROAD, "../two/road.html": RIVER})
    site.translate("../one/road.html")
    before = site.hashes("po")

    (error,) = site.translate("../two/road.html").failures

    assert error.path == site.root.parent / "two/road.html"
    assert str(site.root.parent / "one/road.html") in error.cause
    assert site.hashes("po") == before


def test_a_post_of_the_posts_folder_owns_its_id(make_site: MakeSite) -> None:
    """After the folder was copied and the configuration changed, say."""
    site = make_site({"road": ROAD})
    site.translate()
    site.write("content/road.html", ROAD.replace("is open", "was open"))
    site.edit("dualpress.toml", 'models = "models"', 'models = "models"\nposts = "content"')

    assert site.translate(engine="identity").failures == ()


def test_a_post_outside_may_move(make_site: MakeSite) -> None:
    site = make_site({}, {"../one/road.html": ROAD})
    site.translate("../one/road.html")
    site.write("../two/road.html", ROAD)
    (site.root / "../one/road.html").unlink()

    report = site.translate("../two/road.html")

    assert report.failures == ()
    assert "#: ../two/road.html:6" in site.read("po/road/hi.po")


def test_a_po_file_copied_for_a_new_post_is_taken(make_site: MakeSite) -> None:
    site = make_site({"road": ROAD})
    site.publish("road")
    site.write("posts/lane.html", ROAD)
    site.write("po/lane/hi.po", site.read("po/road/hi.po"))

    site.translate()

    assert "सड़क फिर से खुल गई है।" in site.page("lane")
