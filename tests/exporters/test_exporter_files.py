from __future__ import annotations

from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml
from export_support import Blog, reviewed_blog

from dualpress.article import Language
from dualpress.errors import UsageError
from dualpress.site.exporters import ExporterOptions, exporter_names, load_exporter

GENERATORS = ["astro", "eleventy", "hugo", "jekyll", "jekyll-polyglot", "mkdocs"]
FILES = {
    "hugo": ("content/posts/road.hi.html", "static/media/map.svg"),
    "jekyll": ("_articles/hi/road.html", "media/map.svg"),
    "eleventy": ("articles/hi/road.html", "media/map.svg"),
    "astro": ("src/content/articles/hi/road.md", "public/media/map.svg"),
    "jekyll-polyglot": ("_articles/hi/road.html", "media/map.svg"),
    "mkdocs": ("docs/road.hi.md", "docs/media/map.svg"),
}


@pytest.fixture(scope="module")
def blog(tmp_path_factory: pytest.TempPathFactory) -> Blog:
    return reviewed_blog(tmp_path_factory.mktemp("blog"))


def front_matter(text: str) -> dict[str, Any]:
    found = yaml.safe_load(text.split("---\n")[1])
    assert isinstance(found, dict)
    return found


def exported(blog: Blog, generator: str, article: str = "road", language: str = "hi") -> str:
    blog.export(generator)
    path = FILES[generator][0].replace("road", article).replace("hi", language)
    return blog.read(path)


def test_all_generators_are_found() -> None:
    assert exporter_names() == GENERATORS


def test_an_unknown_generator_is_told_with_those_that_there_are() -> None:
    with pytest.raises(UsageError, match="astro, eleventy, hugo, jekyll, jekyll-polyglot, mkdocs"):
        load_exporter("pelican", ExporterOptions())


@pytest.mark.parametrize("generator", GENERATORS)
def test_content_and_pictures_stand_where_the_generator_looks(blog: Blog, generator: str) -> None:
    blog.export(generator)
    assert set(FILES[generator]) <= blog.files


@pytest.mark.parametrize("generator", GENERATORS)
def test_a_page_is_the_article_without_the_page_around_it(blog: Blog, generator: str) -> None:
    text = exported(blog, generator)
    assert '<p data-dp="3">सड़क फिर से खुल गई है।</p>' in text
    assert "<h1" not in text
    assert "<header" not in text


@pytest.mark.parametrize("generator", GENERATORS)
def test_the_head_becomes_front_matter(blog: Blog, generator: str) -> None:
    values = front_matter(exported(blog, generator))
    told = {key: values.get(key) for key in ("title", "author", "tags", "lang")}
    assert told == {
        "title": "सड़क",
        "author": "A. Rao",
        "tags": ["सड़कें", "पुल"],
        "lang": "hi",
    }


@pytest.mark.parametrize("generator", GENERATORS)
def test_front_matter_of_a_post_is_kept_and_extended(blog: Blog, generator: str) -> None:
    text = exported(blog, generator, "river")
    assert "# The desk wants this one first." in text
    values = front_matter(text)
    assert (values["title"], values["tags"]) == ("नदी", ["rivers", "floods: 2024"])
    assert (values["translation"], values["translated_from"]) == ("reviewed", "en")


@pytest.mark.parametrize("generator", GENERATORS)
def test_the_original_is_no_translation(blog: Blog, generator: str) -> None:
    values = front_matter(exported(blog, generator, "river", "en"))
    assert values["title"] == "The river"
    assert "translation" not in values


@pytest.mark.parametrize(
    ("generator", "keys"),
    [
        ("hugo", {"translationKey": "river", "url": "/hi/river/"}),
        ("jekyll", {"page_id": "river", "permalink": "/hi/river/"}),
        ("eleventy", {"translationKey": "river", "permalink": "/hi/river/"}),
        ("astro", {"translationKey": "river", "slug": "hi/river"}),
        ("mkdocs", {}),
    ],
)
def test_both_versions_have_the_key_that_pairs_them(
    blog: Blog, generator: str, keys: dict[str, str]
) -> None:
    hindi = front_matter(exported(blog, generator, "river", "hi"))
    english = front_matter(exported(blog, generator, "river", "en"))
    assert hindi.items() >= keys.items()
    assert english.items() >= {k: v.replace("hi/", "") for k, v in keys.items()}.items()


@pytest.mark.parametrize("generator", GENERATORS)
def test_links_lead_to_the_page_in_the_same_language(blog: Blog, generator: str) -> None:
    assert '<a href="../river/">नदी</a>' in exported(blog, generator)


@pytest.mark.parametrize(
    ("generator", "language", "src"),
    [("hugo", "hi", "../../media/map.svg"), ("mkdocs", "en", "../media/map.svg")],
)
def test_pictures_are_found_from_where_the_generator_puts_the_page(
    blog: Blog, generator: str, language: str, src: str
) -> None:
    assert f'<img src="{src}"' in exported(blog, generator, "road", language)


def test_the_originals_addresses_are_not_the_translations(tmp_path: Path) -> None:
    post = "---\ntitle: The road\naliases: [/old/]\ncanonical_url: https://a.example/\n---\n"
    blog = reviewed_blog(tmp_path, {"road.html": post + "<p>The road is open again.</p>"})
    blog.export("hugo")
    assert "aliases" in blog.read("content/posts/road.en.html")
    hindi = blog.read("content/posts/road.hi.html")
    assert "aliases" not in hindi
    assert "canonical_url" not in hindi


def test_a_key_of_the_post_is_kept(tmp_path: Path) -> None:
    post = "---\ntitle: The road\ntranslationKey: way\n---\n<p>The road is open again.</p>"
    blog = reviewed_blog(tmp_path, {"road.html": post})
    blog.export("jekyll")
    assert front_matter(blog.read("_articles/hi/road.html"))["page_id"] == "way"


def test_toml_stays_toml_for_hugo(tmp_path: Path) -> None:
    post = '+++\ntitle = "The road"\n+++\n<p>The road is open again.</p>'
    blog = reviewed_blog(tmp_path, {"road.html": post})
    blog.export("hugo")
    assert blog.read("content/posts/road.hi.html").startswith('+++\ntitle = "सड़क"\n')
    blog.export("eleventy")
    assert front_matter(blog.read("articles/hi/road.html"))["title"] == "सड़क"


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("index", "index_.hi.html"),
        ("a/_index", "a/_index_.hi.html"),
        ("a/index", "a.hi.html"),
    ],
)
def test_no_article_is_hugos_bundle(name: str, file: str) -> None:
    hugo = load_exporter("hugo", ExporterOptions())
    assert hugo.file(name, Language.HI) == PurePosixPath("content/posts") / file


def test_a_dot_in_a_name_is_no_language_to_mkdocs() -> None:
    mkdocs = load_exporter("mkdocs", ExporterOptions())
    assert mkdocs.file("a.history", Language.HI) == PurePosixPath("docs/a-history.hi.md")


def test_articles_go_to_the_folder_that_is_asked_for(tmp_path: Path) -> None:
    blog = reviewed_blog(tmp_path)
    blog.export("mkdocs", articles=PurePosixPath("docs/blog"))
    assert '<a href="../river/">' in blog.read("docs/blog/road.hi.md")
    assert '<img src="../../../media/map.svg"' in blog.read("docs/blog/road.hi.md")


TAGGED = """---
title: The river
tags: [Bangladesh, "floods: 2024", 2024]
categories: [Bangladesh]
---
<p>The river rose.</p>
"""


def test_tags_of_a_translation_are_what_the_glossary_calls_them(tmp_path: Path) -> None:
    blog = reviewed_blog(tmp_path, {"river.html": TAGGED})
    blog.write("po/river/glossary.csv", "en,hi\nBangladesh,बांग्लादेश\n")
    blog.export()
    hindi = blog.values("content/posts/river.hi.html")
    assert hindi["tags"] == ["बांग्लादेश", "floods: 2024", 2024]
    assert hindi["categories"] == ["बांग्लादेश"]
    english = blog.values("content/posts/river.en.html")
    assert english["tags"] == ["Bangladesh", "floods: 2024", 2024]


PAGE = """<!DOCTYPE html><html lang="en"><head><title>The river</title>
<meta property="article:published_time" content="{}">
<meta property="article:tag" content="Teesta"><meta name="keywords" content="rivers, news">
</head><body><article><p>The river rose.</p></article></body></html>
"""


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("2025-04-17T23:30:00+05:30", "date: 2025-04-17T23:30:00+05:30"),
        ("2025-04-17T18:00:00Z", "date: 2025-04-17T18:00:00+00:00"),
        ("2025-04-17", "date: 2025-04-17"),
        ("2025-04-17 or so: later", "date: 2025-04-17"),
    ],
)
def test_the_time_of_publication_comes_along_with_its_zone(
    tmp_path: Path, said: str, told: str
) -> None:
    blog = Blog.at(tmp_path, {"river.html": PAGE.format(said)}, publish="all")
    blog.export()
    for language in ("en", "hi"):
        assert told in blog.read(f"content/posts/river.{language}.html").splitlines()


def test_tags_of_a_page_are_its_tags_and_not_its_keywords(tmp_path: Path) -> None:
    blog = Blog.at(tmp_path, {"river.html": PAGE.format("2025-04-17")}, publish="all")
    blog.export()
    assert blog.values("content/posts/river.hi.html")["tags"] == ["Teesta"]


def test_a_page_in_a_folder_of_its_own_is_paired_by_the_folder(tmp_path: Path) -> None:
    blog = Blog.at(tmp_path, {"river/index.html": PAGE.format("2025-04-17")}, publish="all")
    blog.export()
    assert blog.values("content/posts/river.hi.html")["translationKey"] == "river"


def test_toml_dates_become_dates_of_yaml(tmp_path: Path) -> None:
    post = "+++\ntitle = 'x'\ndate = 2025-04-17T23:30:00+05:30\n+++\n<p>The river rose.</p>"
    blog = Blog.at(tmp_path, {"river.html": post}, publish="all")
    blog.export("jekyll")
    assert "date: 2025-04-17T23:30:00+05:30" in blog.read("_articles/hi/river.html")
