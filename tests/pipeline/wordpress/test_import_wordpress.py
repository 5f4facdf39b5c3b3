from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wxr_support import ENGLISH, HINDI, category, item, pair, term, wxr

from dualpress.article import Language
from dualpress.config import Project
from dualpress.errors import DualpressError, ReadError, UsageError
from dualpress.files import write_whole
from dualpress.html import read_html
from dualpress.pipeline.wordpress import importing
from dualpress.pipeline.wordpress.import_report import ImportOrder, ImportReport, Outcome
from dualpress.pipeline.wordpress.importing import import_wordpress
from dualpress.site.wordpress.fragment import original_of, text_of
from dualpress.site.wordpress.record import KnownPost, KnownTerm, read_record, write_record
from dualpress.site.wordpress.wxr_events import MOST_CHARACTERS

RIVER = "<p>The river rose.</p>"


class Blog:
    """A project, and exports for it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.posts = root / "posts"
        (root / "dualpress.toml").write_text("", encoding="utf-8")

    def take(
        self, *items: str, dry_run: bool = False, terms: str = "", **order: Any
    ) -> ImportReport:
        """Import an export of some items."""
        return self.take_file(wxr(*items, terms=terms), dry_run=dry_run, **order)

    def take_file(self, data: str | bytes, *, dry_run: bool = False, **order: Any) -> ImportReport:
        """Import a file."""
        file = self.root / "export.xml"
        file.write_bytes(data.encode() if isinstance(data, str) else data)
        project = Project.load(self.root)
        return import_wordpress(project, ImportOrder(file, **order), dry_run=dry_run)

    def files(self) -> list[str]:
        """The files in the folder of posts."""
        return sorted(file.relative_to(self.posts).as_posix() for file in self.posts.rglob("*"))

    def body(self, name: str) -> str:
        """The body of a post."""
        return text_of(read_html((self.posts / f"{name}.html").read_bytes())).body

    @property
    def record(self) -> Path:
        return self.root / "dualpress.wordpress.json"


@pytest.fixture
def blog(tmp_path: Path) -> Blog:
    return Blog(tmp_path)


def outcomes(report: ImportReport) -> dict[int, str]:
    return {post.number: post.outcome.value for post in report.posts}


def test_a_post_becomes_a_file(blog: Blog) -> None:
    report = blog.take(item(12, RIVER))
    assert outcomes(report) == {12: "new"}
    assert blog.files() == ["river.html"]
    article = read_html((blog.posts / "river.html").read_bytes())
    original = original_of(article.metadata)
    assert original is not None
    assert (original.id, original.type, original.author) == (12, "post", "asha")
    assert blog.body("river") == RIVER


@pytest.mark.parametrize("title", ["The river", "Q&amp;A <em>now</em>", "C:\\temp"])
def test_the_title_is_kept_as_wordpress_stores_it(blog: Blog, title: str) -> None:
    blog.take(item(12, RIVER, title=title))
    original = original_of(read_html((blog.posts / "river.html").read_bytes()).metadata)
    assert original is not None
    assert original.title == title


def test_what_a_page_is_shown_by_comes_along(blog: Blog) -> None:
    page = item(12, RIVER, type="page", meta={"_wp_page_template": "wide.php"}).replace(
        "<wp:post_parent>0</wp:post_parent>",
        "<wp:post_parent>3</wp:post_parent><wp:menu_order>5</wp:menu_order>"
        "<wp:comment_status><![CDATA[closed]]></wp:comment_status>",
    )
    blog.take(page)
    original = original_of(read_html((blog.posts / "river.html").read_bytes()).metadata)
    assert original is not None
    assert (original.parent, original.order) == (3, 5)
    assert (original.template, original.comments) == ("wide.php", "closed")


@pytest.mark.parametrize("template", ["", "default"])
def test_the_usual_template_is_none(blog: Blog, template: str) -> None:
    blog.take(item(12, RIVER, meta={"_wp_page_template": template}))
    assert b"template" not in (blog.posts / "river.html").read_bytes()


def test_the_record_tells_what_was_imported(blog: Blog) -> None:
    blog.take(item(12))
    record = read_record(blog.record)
    assert record.site == "https://blog.example"
    known = record.original("river")
    assert known is not None
    assert (known.post, known.link, known.status) == (12, "https://blog.example/river/", "publish")


def test_what_stands_elsewhere_in_the_export_comes_along(blog: Blog) -> None:
    post = item(
        12,
        terms=(("category", "news", "News &amp; views"),),
        meta={"_thumbnail_id": "55", "rank_math_description": "How it rose"},
    )
    picture = item(55, type="attachment", status="inherit", slug="b", meta={ALT: "A bridge"})
    blog.take(post, picture, terms=category(3, "news", "News", "all"))
    metadata = read_html((blog.posts / "river.html").read_bytes()).metadata
    assert metadata["image_alt"] == "A bridge"
    assert metadata["description"] == "How it rose"
    assert metadata["categories"] == ["News & views"]
    assert metadata["wordpress"]["terms"][0]["parent"] == "all"
    assert metadata["wordpress"]["seo"] == "rank-math"


ALT = "_wp_attachment_image_alt"


def test_other_things_are_counted_and_left_out(blog: Blog) -> None:
    others = [
        item(2, type="revision", status="inherit"),
        item(3, type="nav_menu_item"),
        item(4, status="trash"),
        item(5, status="auto-draft"),
        item(6, status="private"),
        item(7, is_locked=True),
        item(8, terms=(("language", "fr", "Français"),)),
    ]
    report = blog.take(item(1), *others)
    assert outcomes(report) == {1: "new"}
    assert report.skipped == {
        "revision": 1,
        "nav_menu_item": 1,
        "status trash": 1,
        "status auto-draft": 1,
        "status private": 1,
        "with a password": 1,
        "language fr": 1,
    }


def test_drafts_keep_their_status(blog: Blog) -> None:
    report = blog.take(*(item(n, status=s, slug="") for n, s in enumerate(["draft", "future"], 1)))
    assert [post.status for post in report.posts] == ["draft", "future"]
    assert blog.files() == ["the-river-2.html", "the-river.html"]


def test_a_status_is_imported_where_it_is_asked_for(blog: Blog) -> None:
    report = blog.take(item(1), item(2, status="private"), statuses=frozenset(["private"]))
    assert outcomes(report) == {2: "new"}


def test_one_post_is_imported_where_it_is_asked_for(blog: Blog) -> None:
    report = blog.take(
        item(1), item(2, slug="road"), item(3, slug="sea"), only=frozenset(["road", "3"])
    )
    assert outcomes(report) == {2: "new", 3: "new"}


def test_a_post_that_is_asked_for_in_vain_is_told(blog: Blog) -> None:
    with pytest.raises(UsageError, match="“raod”"):
        blog.take(item(1, slug="road"), only=frozenset(["raod"]))


# --- names ---


def test_posts_of_one_slug_have_files_of_their_own(blog: Blog) -> None:
    blog.take(item(9, "Nine"), item(2, "Two", type="page"))
    assert blog.files() == ["river-9.html", "river.html"]
    assert blog.body("river") == "Two"


def test_a_post_of_another_origin_is_not_overwritten(blog: Blog) -> None:
    blog.posts.mkdir()
    (blog.posts / "River.htm").write_text("<p>Mine</p>", encoding="utf-8")
    blog.take(item(9))
    assert blog.files() == ["River.htm", "river-9.html"]


@pytest.mark.parametrize(
    "slug", ["../../x", "/etc/passwd", "c:\\x", "con", "x" * 300, "..", "a\0b", "%2e%2e%2fx"]
)
def test_no_slug_leads_out_of_the_folder_of_posts(blog: Blog, slug: str) -> None:
    before = set(blog.root.parent.iterdir())
    blog.take(item(9, slug=slug))
    [name] = blog.files()
    assert "/" not in name
    assert set(blog.root.parent.iterdir()) == before
    assert {path.name for path in blog.root.iterdir()} == {
        "dualpress.toml", "dualpress.wordpress.json", "export.xml", "posts",
    }  # fmt: skip


# --- again ---


def test_an_unchanged_post_is_not_touched(blog: Blog) -> None:
    blog.take(item(1))
    files = blog.posts / "river.html", blog.record
    before = [file.stat().st_mtime_ns for file in files]
    assert outcomes(blog.take(item(1))) == {1: "unchanged"}
    assert [file.stat().st_mtime_ns for file in files] == before


def test_a_post_that_changed_in_wordpress_is_replaced(blog: Blog) -> None:
    blog.take(item(1, "One"), item(2, slug="road"))
    assert outcomes(blog.take(item(1, "Two"), item(2, slug="road"))) == {
        1: "updated",
        2: "unchanged",
    }
    assert blog.body("river") == "Two"


def edit(blog: Blog, name: str = "river") -> Path:
    path = blog.posts / f"{name}.html"
    path.write_bytes(path.read_bytes() + b"<p>Mine</p>")
    return path


def test_a_post_that_changed_in_both_places_is_kept_and_told(blog: Blog) -> None:
    blog.take(item(1, "One"))
    edit(blog)
    for _ in range(2):
        assert outcomes(blog.take(item(1, "Two"))) == {1: "kept"}
        assert blog.body("river") == "One<p>Mine</p>"


def test_force_takes_wordpresss(blog: Blog) -> None:
    blog.take(item(1, "One"))
    edit(blog)
    assert outcomes(blog.take(item(1, "Two"), force=True)) == {1: "updated"}
    assert outcomes(blog.take(item(1, "Two"))) == {1: "unchanged"}


def test_an_edit_in_the_project_alone_is_nothing_to_tell(blog: Blog) -> None:
    blog.take(item(1, "One"))
    edit(blog)
    assert outcomes(blog.take(item(1, "One"))) == {1: "unchanged"}


def test_a_post_of_a_new_slug_keeps_its_file(blog: Blog) -> None:
    blog.take(item(1, "One"))
    assert outcomes(blog.take(item(1, "Two", slug="stream"))) == {1: "updated"}
    assert blog.files() == ["river.html"]


def test_a_file_that_an_editor_moved_is_found(blog: Blog) -> None:
    blog.take(item(1, "One"))
    (blog.posts / "2026").mkdir()
    (blog.posts / "river.html").rename(blog.posts / "2026" / "flood.html")
    assert outcomes(blog.take(item(1, "Two"))) == {1: "updated"}
    assert blog.files() == ["2026", "2026/flood.html"]
    assert set(read_record(blog.record).articles) == {"2026/flood"}


def test_files_are_found_without_a_record(blog: Blog) -> None:
    blog.take(item(1, "One"), item(2, "Two", slug="road"))
    blog.record.unlink()
    edit(blog, "road")
    assert outcomes(blog.take(item(1, "One"), item(2, "Two", slug="road"))) == {
        1: "unchanged", 2: "kept",
    }  # fmt: skip


def test_a_file_that_was_taken_out_stays_out(blog: Blog) -> None:
    blog.take(item(1))
    (blog.posts / "river.html").unlink()
    assert outcomes(blog.take(item(1))) == {1: "removed"}
    assert outcomes(blog.take(item(1), force=True)) == {1: "new"}


WHOLE = category(3, "news", "News")


def test_a_post_that_the_whole_site_has_no_longer_is_told_and_stays(blog: Blog) -> None:
    picture = item(55, type="attachment", status="inherit", slug="b")
    blog.take(item(1), item(2, slug="road"), picture, terms=WHOLE)
    report = blog.take(item(2, slug="road"), picture, terms=WHOLE)
    assert report.gone == (blog.posts / "river.html",)
    assert blog.files() == ["river.html", "road.html"]


def test_an_export_of_some_posts_tells_nothing_of_others(blog: Blog) -> None:
    blog.take(item(1), item(2, slug="road"))
    assert blog.take(item(2, slug="road")).gone == ()


def test_another_sites_export_is_refused(blog: Blog) -> None:
    blog.take(item(1, "One"))
    with pytest.raises(UsageError, match=r"is of https://other\.example"):
        blog.take_file(wxr(item(1, "Two"), url="https://other.example"))
    assert blog.body("river") == "One"


def test_the_same_site_behind_tls_is_no_other(blog: Blog) -> None:
    blog.take(item(1))
    assert blog.take_file(wxr(item(1), url="http://www.blog.example/")).posts


def test_a_dry_run_writes_nothing(blog: Blog) -> None:
    assert outcomes(blog.take(item(1), dry_run=True)) == {1: "new"}
    assert not blog.posts.exists()
    assert not blog.record.exists()


# --- translations that WordPress has ---


def test_a_translation_is_noted_and_not_imported(blog: Blog) -> None:
    english = item(1, terms=(ENGLISH, pair("g")))
    hindi = item(2, slug="nadi", date="2026-11-21 10:00:00", terms=(HINDI, pair("g")))
    report = blog.take(hindi, english)
    assert (outcomes(report), report.translations) == ({1: "new"}, 1)
    known = read_record(blog.record).translation("river", Language.HI)
    assert known == KnownPost(2, "https://blog.example/nadi/", "publish", None)
    assert read_html((blog.posts / "river.html").read_bytes()).metadata["lang"] == "en"


def test_what_was_sent_of_a_translation_stays_known(blog: Blog) -> None:
    english = item(1, terms=(ENGLISH, pair("g")))
    hindi = item(2, slug="nadi", date="2026-11-21 10:00:00", terms=(HINDI, pair("g")))
    blog.take(english)
    record = read_record(blog.record)
    sent = record.with_translation("river", Language.HI, KnownPost(2, "", "draft", "00ff"))
    write_record(blog.record, sent, record)
    blog.take(english, hindi)
    known = read_record(blog.record).translation("river", Language.HI)
    assert known == KnownPost(2, "https://blog.example/nadi/", "publish", "00ff")


def test_terms_of_both_languages_are_noted(blog: Blog) -> None:
    terms = (
        category(3, "navy", "Navy")
        + category(7, "nausena", "नौसेना")
        + term(9, "term_translations", "pll_1", "x", 'a:2:{s:2:"en";i:3;s:2:"hi";i:7;}')
    )
    blog.take(item(1), terms=terms)
    found = read_record(blog.record).term("category", "navy", Language.HI)
    assert found == KnownTerm(7, "नौसेना", "nausena")


def test_a_post_that_became_a_translation_is_told(blog: Blog) -> None:
    blog.take(item(1), item(2, slug="nadi", date="2026-11-21 10:00:00"))
    english = item(1, terms=(ENGLISH, pair("g")))
    hindi = item(2, slug="nadi", date="2026-11-21 10:00:00", terms=(HINDI, pair("g")))
    report = blog.take(english, hindi)
    [warning] = report.warnings
    assert "translation of “The river”" in warning
    assert outcomes(report) == {1: "updated"}


def test_a_translation_that_is_asked_for_is_told(blog: Blog) -> None:
    hindi = item(2, slug="nadi", date="2026-11-21 10:00:00", terms=(HINDI, pair("g")))
    report = blog.take(item(1, terms=(ENGLISH, pair("g"))), hindi, only=frozenset(["nadi"]))
    assert report.posts == ()
    assert "is a translation of “The river”" in report.warnings[0]


# --- what is wrong ---


def test_tags_of_a_title_are_told(blog: Blog) -> None:
    [post] = blog.take(item(1, title="<em>INS</em> Vikrant")).posts
    assert post.title == "INS Vikrant"
    assert "title has tags" in post.warnings[0]


def test_a_body_that_is_too_long_fails_alone(blog: Blog) -> None:
    report = blog.take(item(1, "x" * (MOST_CHARACTERS + 1), title="Book"), item(2, slug="road"))
    assert outcomes(report) == {2: "new"}
    [failure] = report.failures
    assert "“Book”" in failure.cause
    assert blog.files() == ["road.html"]


def test_a_post_that_no_later_command_would_read_fails_alone(
    blog: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dualpress.pipeline.wordpress.importing.MOST_BYTES", 2000)
    report = blog.take(item(1, "नदी" * 300, title="Book"), item(2, slug="road"))
    assert outcomes(report) == {2: "new"}
    assert "“Book”" in report.failures[0].cause


def test_a_post_without_a_number_fails_alone(blog: Blog) -> None:
    nameless = item(1).replace("<wp:post_id>1</wp:post_id>", "")
    report = blog.take(nameless, item(2, slug="road"))
    assert outcomes(report) == {2: "new"}
    assert "has no number" in report.failures[0].cause


def test_a_file_that_cannot_be_written_fails_alone(blog: Blog) -> None:
    blog.posts.mkdir()
    blog.take(item(1, "One"), item(2, "One", slug="road"))
    (blog.posts / "river.html").unlink()
    (blog.posts / "river.html").mkdir()
    report = blog.take(item(1, "Two"), item(2, "Two", slug="road"))
    assert outcomes(report) == {2: "updated"}
    assert len(report.failures) == 1


@pytest.mark.parametrize("spoil", [lambda data: data[:-200], lambda data: data + "x"])
def test_nothing_is_written_of_a_file_that_is_damaged_at_its_end(blog: Blog, spoil: Any) -> None:
    with pytest.raises(ReadError):
        blog.take_file(spoil(wxr(item(1), item(2, slug="road"))))
    assert not blog.posts.exists()
    assert not blog.record.exists()


def test_a_post_that_stands_in_the_file_twice_is_imported_once(blog: Blog) -> None:
    assert outcomes(blog.take(item(1, "One"), item(1, "Two"))) == {1: "new"}
    assert blog.body("river") == "One"


def test_what_was_written_before_somebody_stopped_it_is_known(
    blog: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    blog.posts.mkdir()

    def stop_at_the_second(path: Path, data: bytes, **options: Any) -> None:
        if path.name == "road.html":
            raise KeyboardInterrupt
        write_whole(path, data, **options)

    monkeypatch.setattr(importing, "write_whole", stop_at_the_second)
    with pytest.raises(KeyboardInterrupt):
        blog.take(item(1, "One"), item(2, "One", slug="road"))
    monkeypatch.undo()
    report = blog.take(item(1, "Two"), item(2, "Two", slug="road"))
    assert outcomes(report) == {1: "updated", 2: "new"}


def test_a_damaged_record_stops_the_import(blog: Blog) -> None:
    blog.record.write_text("<<<<", encoding="utf-8")
    with pytest.raises(DualpressError, match="record of WordPress"):
        blog.take(item(1))
    assert not blog.posts.exists()


BODIES = st.lists(
    st.characters(exclude_categories=["Cs"])
    | st.sampled_from(["]]>", "\r\n", "\r", "\x00", "\x01", "😀", "\U0010fffd", "---\n", "\ufeff"])
).map("".join)


@settings(max_examples=50, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(BODIES)
def test_every_byte_of_a_body_stands_in_its_file(tmp_path: Path, body: str) -> None:
    Blog(tmp_path).take(item(1, body), force=True)
    data = (tmp_path / "posts" / "river.html").read_bytes()
    assert data.endswith(b"\n---\n" + body.encode())


def test_each_post_has_its_outcome(blog: Blog) -> None:
    report = blog.take(item(1), item(2, slug="road"))
    assert [post.outcome for post in report.posts] == [Outcome.NEW, Outcome.NEW]
