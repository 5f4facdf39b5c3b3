from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest
from export_support import RIVER, ROAD, SVG, Blog, hosted_blog, reviewed_blog

from dualpress import pipeline
from dualpress.article import Language
from dualpress.errors import UsageError, WriteError
from dualpress.pipeline import ExportOrder

EN, HI = "content/posts/river.en.html", "content/posts/river.hi.html"


@pytest.fixture
def blog(tmp_path: Path) -> Blog:
    return reviewed_blog(tmp_path)


def test_a_second_export_touches_nothing(blog: Blog) -> None:
    first = blog.export()
    assert first.written
    before = {name: (blog.site / name).stat().st_mtime_ns for name in blog.files}
    report = blog.export()
    assert (report.written, report.removed) == ((), ())
    assert {name: (blog.site / name).stat().st_mtime_ns for name in blog.files} == before


def test_a_dry_run_writes_nothing(blog: Blog) -> None:
    report = blog.export(dry_run=True)
    assert blog.site / HI in report.written
    assert not blog.site.exists()


def test_originals_can_be_left_out(blog: Blog) -> None:
    blog.export(only_translations=True)
    assert HI in blog.files
    assert EN not in blog.files


def test_an_original_without_the_key_needs_it(blog: Blog) -> None:
    blog.write("posts/river.html", RIVER.replace("tags:", "translationKey: flood\ntags:"))
    report = blog.export(only_translations=True)
    told = {article.id: (article.key, article.needs_key) for article in report.articles}
    assert told == {"river": ("flood", False), "road": ("road", True)}


def test_no_original_that_is_exported_needs_a_key(blog: Blog) -> None:
    assert not any(article.needs_key for article in blog.export().articles)


def test_what_no_human_reviewed_waits(tmp_path: Path) -> None:
    blog = Blog.at(tmp_path, {"river.html": RIVER})
    report = blog.export()
    (article,) = report.articles
    assert article.held == "2 sentences without a translation"
    assert blog.files == {EN}


def test_a_draft_says_so(tmp_path: Path) -> None:
    blog = reviewed_blog(tmp_path, {"river.html": RIVER}, publish="all")
    blog.doubt("river")
    blog.export()
    text = blog.read(HI)
    assert 'translation: "draft"' in text
    assert "noindex: true" in text


def test_an_approved_translation_stays_while_its_article_waits(blog: Blog) -> None:
    blog.export()
    before = blog.read(HI)
    blog.doubt("river")
    report = blog.export()
    assert blog.read(HI) == before
    assert "stays up" in str(next(a.held for a in report.articles if a.id == "river"))


def test_a_draft_goes_when_only_reviewed_articles_are_published(tmp_path: Path) -> None:
    blog = reviewed_blog(tmp_path, {"river.html": RIVER}, publish="all")
    blog.doubt("river")
    blog.export()
    blog.configure(publish="reviewed")
    blog.export()
    assert blog.files == {EN}


def test_the_pictures_of_a_translation_that_stays_stay(blog: Blog) -> None:
    blog.export()
    blog.doubt("road")
    blog.write("posts/road.html", ROAD.replace('<p><img src="map.svg" alt=""></p>', ""))
    blog.export()
    assert '<img src="../../media/map.svg"' in blog.read("content/posts/road.hi.html")
    assert "static/media/map.svg" in blog.files


def test_an_article_that_cannot_be_read_stays_as_it_was(blog: Blog) -> None:
    blog.export()
    before = blog.files
    blog.write("posts/river.html", "")
    report = blog.export()
    assert [failure.cause for failure in report.failures] == ["the file is empty"]
    assert blog.files == before
    assert '<a href="../river/">' in blog.read("content/posts/road.hi.html")


def test_an_article_that_is_gone_is_removed(blog: Blog) -> None:
    blog.export()
    (blog.root / "posts/river.html").unlink()
    report = blog.export()
    assert {path.name for path in report.removed} == {"river.en.html", "river.hi.html"}


def test_files_of_the_site_are_left_alone(blog: Blog) -> None:
    own = blog.write("site/content/posts/river.md", "---\ntitle: x\n---\n")
    blog.export(only_translations=True)
    (blog.root / "posts/river.html").unlink()
    blog.export(only_translations=True)
    assert own.is_file()


def test_another_project_s_export_into_the_same_site_stays(tmp_path: Path) -> None:
    one = Blog.at(tmp_path / "one", {"river.html": RIVER})
    two = Blog.at(tmp_path / "two", {"lake.html": RIVER})
    for blog in (one, two):
        pipeline.export(blog.project, ExportOrder("hugo", folder=one.site))
    assert {"content/posts/river.en.html", "content/posts/lake.en.html"} <= one.files


def test_what_a_build_wrote_stays(blog: Blog) -> None:
    pipeline.build(blog.project)
    report = pipeline.export(blog.project, ExportOrder("hugo", folder=blog.project.output))
    assert report.removed == ()
    assert (blog.project.output / "hi/river/index.html").is_file()


def test_a_file_of_the_site_in_the_way_is_told_and_other_articles_are_written(blog: Blog) -> None:
    blog.write(f"site/{HI}", "by hand")
    report = blog.export()
    (failure,) = report.failures
    assert isinstance(failure, WriteError)
    assert failure.cause.startswith("river: a file that dualpress did not write")
    assert blog.read(HI) == "by hand"
    assert "content/posts/road.hi.html" in blog.files


def test_what_could_not_be_made_anew_is_not_taken_away(blog: Blog) -> None:
    blog.export()
    blog.write("posts/road.html", ROAD.replace("map.svg", "river.svg"))
    (blog.root / "posts/river.svg").symlink_to(blog.root / "posts/map.svg")
    before = blog.read("content/posts/road.hi.html")
    blog.write("site/static/media/river.svg", "by hand")
    assert blog.export().removed == ()
    assert blog.read("content/posts/road.hi.html") == before


def test_two_articles_never_share_a_file(tmp_path: Path) -> None:
    blog = Blog.at(tmp_path, {"a.b.html": RIVER, "a-b.html": ROAD}, publish="all")
    report = blog.export("mkdocs")
    assert any("another article would have the same file" in f.cause for f in report.failures)


def test_addresses_are_recorded(blog: Blog) -> None:
    blog.project.addresses.unlink()
    blog.export(dry_run=True)
    assert not blog.project.addresses.exists()
    blog.export()
    assert '"hi/river/"' in blog.project.addresses.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("generator", "folder", "name", "key"),
    [
        ("hugo", "content/posts", "{}.hi.html", None),
        ("jekyll", "_articles/hi", "{}.html", "redirect_from"),
        ("eleventy", "articles/hi", "{}.html", "aliases"),
        ("astro", "src/content/articles/hi", "{}.md", "aliases"),
        ("mkdocs", "docs", "{}.hi.md", None),
    ],
)
def test_the_page_of_a_renamed_post_moves_and_is_found_at_its_old_address(
    blog: Blog, generator: str, folder: str, name: str, key: str | None
) -> None:
    blog.export(generator)
    blog.rename("river", "flood")
    report = blog.export(generator)
    assert [warning.split(":")[0] for warning in report.warnings] == ["flood"]
    assert f"{folder}/{name.format('river')}" not in blog.files
    values = blog.values(f"{folder}/{name.format('flood')}")
    assert key is None or values[key] == ["/hi/river/"]
    assert (blog.root / "po/flood/hi.po").is_file()


def test_a_dry_run_moves_no_po_file(blog: Blog) -> None:
    blog.rename("river", "flood")
    assert "would become" in blog.export(dry_run=True).warnings[0]
    assert (blog.root / "po/river/hi.po").is_file()


def test_an_original_keeps_the_aliases_that_it_names(blog: Blog) -> None:
    blog.write("posts/river.html", RIVER.replace("tags:", "aliases: [/old/]\ntags:"))
    blog.export()
    blog.rename("river", "flood")
    blog.export()
    assert blog.values("content/posts/flood.en.html")["aliases"] == ["/old/", "river/"]
    assert blog.values("content/posts/flood.hi.html")["aliases"] == ["river/"]


def test_aliases_for_hugo_are_relative_to_the_page(blog: Blog) -> None:
    blog.export()
    (blog.root / "posts/2024").mkdir()
    blog.rename("river", "2024/flood")
    blog.export()
    assert blog.values("content/posts/2024/flood.en.html")["aliases"] == ["../river/"]
    assert blog.values("content/posts/2024/flood.hi.html")["aliases"] == ["../river/"]


def test_the_alias_of_a_page_without_a_folder_is_from_the_root(blog: Blog) -> None:
    blog.export()
    blog.write("posts/river.html", RIVER.replace("tags:", "url: /2024/flood.html\ntags:"))
    blog.export()
    assert blog.values(EN)["aliases"] == ["/river/"]


def test_no_alias_is_where_another_page_stands(blog: Blog) -> None:
    blog.export()
    blog.rename("river", "flood")
    blog.export()
    blog.write("posts/river.html", "---\ntitle: The road\n---\n<p>The road is open again.</p>")
    blog.export()
    assert "aliases" not in blog.values("content/posts/flood.en.html")
    assert blog.values("content/posts/flood.hi.html")["aliases"] == ["river/"]


def test_slugs_in_hindi_are_addresses(tmp_path: Path) -> None:
    blog = Blog.at(tmp_path, {"river.html": RIVER.replace("tags:", "slugs: {hi: नदी}\ntags:")})
    text = (blog.root / "dualpress.toml").read_text(encoding="utf-8")
    blog.write("dualpress.toml", text + '[urls]\ntranslation = "{lang}/{slug}/"\n')
    blog.review()
    blog.export()
    assert 'url: "/hi/नदी/"' in blog.read(HI)


def test_front_matter_that_cannot_be_read_fails_its_article_alone(blog: Blog) -> None:
    blog.write("posts/river.html", RIVER.replace("title:", "title: [\nx:"))
    report = blog.export()
    assert [failure.path for failure in report.failures] == [blog.root / "posts/river.html"]
    assert "content/posts/road.hi.html" in blog.files


def test_nothing_is_exported_among_the_posts(blog: Blog) -> None:
    order = ExportOrder("hugo", blog.root, PurePosixPath("posts/hindi"))
    with pytest.raises(UsageError, match="among the posts"):
        pipeline.export(blog.project, order)


def test_an_original_that_is_kept_is_linked_by_its_address(tmp_path: Path) -> None:
    blog = Blog.at(tmp_path, {"river.html": RIVER, "road.html": ROAD})
    blog.write("posts/map.svg", SVG)
    text = (blog.root / "dualpress.toml").read_text(encoding="utf-8")
    blog.write("dualpress.toml", text + '[site]\nbase_url = "https://a.example/blog/"\n')
    blog.review()
    blog.doubt("river")
    blog.export(only_translations=True)
    text = blog.read("content/posts/road.hi.html")
    assert '<a href="https://a.example/blog/river/">' in text


def test_a_language_with_its_own_address_stands_at_its_root(tmp_path: Path) -> None:
    blog = hosted_blog(tmp_path)
    blog.export()
    assert blog.values(HI)["url"] == blog.values(EN)["url"] == "/river/"
    hindi = blog.read("content/posts/road.hi.html")
    assert '<a href="../river/">' in hindi
    assert '<img src="https://a.example/blog/media/map.svg"' in hindi
    assert '<img src="../media/map.svg"' in blog.read("content/posts/road.en.html")


def test_former_addresses_of_a_language_with_its_own_are_from_its_root(tmp_path: Path) -> None:
    blog = hosted_blog(tmp_path)
    blog.export()
    blog.rename("river", "flood")
    blog.export()
    assert blog.values("content/posts/flood.hi.html")["aliases"] == ["river/"]


@pytest.mark.parametrize("generator", ["jekyll", "eleventy", "astro", "mkdocs"])
def test_a_generator_of_one_address_is_given_no_pages_of_another(
    tmp_path: Path, generator: str
) -> None:
    blog = hosted_blog(tmp_path)
    with pytest.raises(UsageError, match=f"{generator} builds a site for one address"):
        blog.export(generator)
    assert not blog.site.exists()


def test_a_translation_by_hand_is_never_taken_for_dualpress_own(tmp_path: Path) -> None:
    blog = Blog.at(tmp_path, {"river.html": RIVER})
    blog.write(f"site/{HI}", "---\ntitle: x\n---\n")
    blog.export()
    (blog.root / "posts/river.html").unlink()
    blog.write("posts/road.html", ROAD)
    blog.export()
    assert HI in blog.files


@pytest.mark.parametrize(
    ("generator", "file", "shown"),
    [
        ("hugo", "content/posts/a.en.html", "&#123;{% x %}} {{ y }} {% z %}"),
        ("jekyll", "_articles/en/a.html", '{{ "{" }}{{ "{" }}% x %}} {{ "{" }}{ y }} '),
        ("eleventy", "articles/en/a.html", "{{% x %}} {{ y }} {% z %}"),
        ("astro", "src/content/articles/en/a.md", "{{% x %}} {{ y }} {% z %}"),
        ("mkdocs", "docs/a.en.md", "{{% x %}} {{ y }} {% z %}"),
    ],
)
def test_marks_of_a_finished_page_are_shown(
    tmp_path: Path, generator: str, file: str, shown: str
) -> None:
    page = "<!DOCTYPE html><html lang=en><title>A</title><p>{{% x %}} {{ y }} {% z %}</p></html>"
    blog = Blog.at(tmp_path, {"a.html": page}, publish="all")
    blog.export(generator)
    assert shown in blog.read(file)


@pytest.mark.parametrize(
    ("generator", "file"),
    [("jekyll", "_articles/en/a.html"), ("eleventy", "articles/en/a.html")],
)
def test_marks_of_a_post_with_front_matter_are_run_or_shown(
    tmp_path: Path, generator: str, file: str
) -> None:
    post = "---\ntitle: A\n---\n<p>The river rose. {{ page.title }}</p>"
    blog = Blog.at(tmp_path, {"a.html": post}, publish="all")
    blog.export(generator)
    run = blog.read(file)
    blog.export(generator, show_marks=True)
    assert "{{ page.title }}" in run
    assert blog.read(file) != run


def test_languages_of_the_report_are_those_of_the_article(blog: Blog) -> None:
    (river, _) = blog.export().articles
    assert (river.source, river.target) == (Language.EN, Language.HI)
    assert river.files == (blog.site / EN, blog.site / HI)


def test_a_folder_that_cannot_be_written_gets_no_file(
    blog: Blog, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise WriteError("the folder cannot be written: the disk is full", path=blog.site)

    monkeypatch.setattr("dualpress.site.output.Output.write", refuse)
    report = blog.export()
    assert [str(error) for error in report.failures] == [
        f"{blog.site}: the folder cannot be written: the disk is full"
    ]
    assert (report.written, report.removed) == ((), ())
