"""Where pages stand, by the settings, and that they stay there."""

from __future__ import annotations

from pathlib import Path

import pytest
from pipeline_support import RIVER, ROAD, MakeSite, Site

BASE = 'base_url = "https://example.org/"'


def canonical(post: str, url: str) -> str:
    return post.replace("</head>", f'<link rel="canonical" href="{url}"></head>')


def front_matter(body: str, *lines: str) -> str:
    return "\n".join(["---", *lines, "---", body])


FRAGMENT = "<h1>The river</h1>\n<p>The river rose.</p>\n"


def paths(site: Site, article: str = "river") -> dict[str, str]:
    return {code: told["path"] for code, told in site.manifest()[article]["versions"].items()}


def urls(site: Site, article: str = "river") -> dict[str, str]:
    return {code: told["url"] for code, told in site.manifest()[article]["versions"].items()}


@pytest.mark.parametrize(
    ("own", "settings", "en", "hi"),
    [
        ("2024/river/", "", "2024/river/index.html", "hi/2024/river/index.html"),
        ("2024/river.html", "", "2024/river.html", "hi/2024/river/index.html"),
        ("2024/river", "", "2024/river.html", "hi/2024/river/index.html"),
        ("r/", 'translation = "{path}.{lang}.html"', "r/index.html", "r.hi.html"),
        ("r/", 'original = "{lang}/{path}/"', "en/r/index.html", "hi/r/index.html"),
        (
            "a/r/",
            'translation = "{lang}/{folder}/{slug}/"',
            "a/r/index.html",
            "hi/a/nadi/index.html",
        ),
    ],
)
def test_pages_stand_where_the_patterns_say(
    make_site: MakeSite, own: str, settings: str, en: str, hi: str
) -> None:
    river = canonical(RIVER, f"https://example.org/{own}")
    site = make_site({"river": river}, site=BASE, urls=settings)
    site.publish("river")

    assert paths(site) == {"en": en, "hi": hi}
    assert (site.root / "output" / en).is_file()
    assert 'href="https://example.org/' + urls(site)["en"].removeprefix("https://example.org/") in (
        site.read(f"output/{hi}")
    )


def test_an_address_without_slash_or_ending_is_kept_as_it_is(make_site: MakeSite) -> None:
    river = canonical(RIVER, "https://example.org/2024/river")
    site = make_site({"river": river}, site=BASE, urls='translation = "{lang}/{path}"')
    site.publish("river")

    assert urls(site) == {
        "en": "https://example.org/2024/river",
        "hi": "https://example.org/hi/2024/river",
    }
    assert "<loc>https://example.org/hi/2024/river</loc>" in site.read("output/sitemap.xml")


def test_a_language_with_a_domain_of_its_own(make_site: MakeSite) -> None:
    site = make_site(
        {"river": RIVER}, site=BASE, **{"urls.base_urls": 'hi = "https://hi.example.org/"'}
    )
    site.publish("river")

    assert paths(site) == {"en": "river/index.html", "hi": "hi/river/index.html"}
    assert urls(site)["hi"] == "https://hi.example.org/river/"
    page = site.page("river")
    assert '<link rel="canonical" href="https://hi.example.org/river/">' in page
    assert 'href="https://example.org/river/" hreflang="en"' in page
    assert 'href="../assets/dualpress.css"' in page


def test_the_slug_is_that_of_the_front_matter(make_site: MakeSite) -> None:
    post = front_matter(FRAGMENT, "title: The river", "slug: floods", "slugs: {hi: baadh}")
    both = 'original = "{slug}/"\ntranslation = "{lang}/{slug}/"'
    site = make_site({"river": post}, site=BASE, urls=both)
    site.publish("river")

    assert paths(site) == {"en": "floods/index.html", "hi": "hi/baadh/index.html"}


def test_a_published_slug_stays_when_the_title_changes(make_site: MakeSite) -> None:
    site = make_site(site=BASE, urls='translation = "{lang}/{slug}/"')
    site.publish("river")
    assert paths(site)["hi"] == "hi/nadi/index.html"

    site.review("river", "The river", msgstr="बाढ़")
    site.build()

    assert "बाढ़" in site.read("output/hi/nadi/index.html")


def test_a_slug_of_a_draft_is_not_made_of_its_title(make_site: MakeSite) -> None:
    site = make_site(top='publish = "all"', site=BASE, urls='translation = "{lang}/{slug}/"')
    site.translate()
    assert paths(site)["hi"] == "hi/river/index.html"

    site.approve("river")
    site.build()

    assert paths(site)["hi"] == "hi/nadi/index.html"


def test_a_site_that_keeps_its_originals_gets_translations_alone(make_site: MakeSite) -> None:
    river = canonical(RIVER, "https://example.org/2024/river")
    site = make_site({"river": river}, site=f'{BASE}\nonly = "translations"')
    site.publish("river")

    pages = sorted(path for path in site.hashes("output") if path.endswith(".html"))
    assert pages == ["output/hi/2024/river/index.html", "output/hi/index.html"]
    page = site.read("output/hi/2024/river/index.html")
    assert '<a href="https://example.org/2024/river" hreflang="en"' in page
    assert '<link rel="alternate" hreflang="en" href="https://example.org/2024/river">' in page
    original = site.manifest()["river"]["versions"]["en"]
    assert (original["path"], original["sha256"]) == (None, None)
    assert original["alternates"] == {
        "en": "https://example.org/2024/river",
        "hi": "https://example.org/hi/2024/river/",
        "x-default": "https://example.org/2024/river",
    }


def test_without_a_choice_of_languages_the_list_is_the_default(make_site: MakeSite) -> None:
    site = make_site(site=f'{BASE}\nonly = "translations"')
    site.publish("river")

    assert "https://example.org/</loc>" not in site.read("output/sitemap.xml")
    assert site.build().written == ()


def test_an_unreadable_picture_fails_its_article_alone(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_picture = ROAD.replace("</body>", '<p><img src="map.png"></p></body>')
    site = make_site({"river": RIVER, "road": with_picture}, {"posts/map.png": b"png"})
    site.publish("river", "road")
    before = site.page("road")
    site.edit("posts/river.html", "</body>", "<p>The rain stopped at last.</p></body>")
    site.write("posts/map.png", b"another")
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path == site.root / "posts/map.png":
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)

    report = site.build()

    (error,) = report.failures
    assert error.path == site.root / "posts/map.png"
    assert error.cause == "road: the file cannot be read: Permission denied"
    assert site.page("road") == before
    assert "The rain stopped" in site.original("river")


def test_a_foreign_file_in_the_way_fails_its_article_alone(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER, "road": ROAD}, {"output/road/index.html": "mine"})

    report = site.translate()

    (error,) = report.failures
    assert error.cause.startswith("road: a file that dualpress did not write")
    assert site.read("output/road/index.html") == "mine"
    assert site.has_original("river")
    assert set(site.manifest()) == {"river"}


def test_a_foreign_list_in_the_way_leaves_all_articles(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER}, {"output/index.html": "mine"})

    report = site.translate()

    assert [error.path for error in report.failures] == [site.root / "output/index.html"]
    assert site.has_original("river")


def test_an_empty_title_is_told(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER.replace("<title>The river</title>", "<title> </title>")})

    (article,) = site.translate().articles

    assert "line 3: the page's <title> is empty" in article.warnings
