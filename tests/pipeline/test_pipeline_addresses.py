"""Where pages stand, by the settings, and that they stay there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from pipeline_support import RIVER, ROAD, MakeSite, Site

from dualpress.errors import ConfigError, WriteError

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


def test_a_clash_is_refused_by_name_and_the_published_page_stays(make_site: MakeSite) -> None:
    river = canonical(RIVER, "https://example.org/news/")
    site = make_site({"river": river}, site=BASE)
    site.publish("river")
    site.write("posts/a.html", canonical(ROAD, "https://example.org/news/"))

    report = site.translate()

    (error,) = report.failures
    assert isinstance(error, WriteError)
    assert error.cause == (
        "a: its English page would be news/index.html, where that of “river” stands"
    )
    assert "The river rose." in site.read("output/news/index.html")
    assert set(site.manifest()) == {"river"}


def test_a_page_in_the_place_of_a_list_is_refused(make_site: MakeSite) -> None:
    site = make_site(
        {"river": canonical(RIVER, "https://example.org/hi/"), "road": ROAD}, site=BASE
    )
    site.translate()

    report = site.build()

    assert "where a list of articles stands" in report.failures[0].cause
    assert site.has_original("road")


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


def redirects(site: Site) -> list[dict[str, Any]]:
    document = json.loads(site.read("output/redirects.json"))
    assert document["schema"] == 1
    found: list[dict[str, Any]] = document["redirects"]
    return found


GONE = [
    {"from": "/hi/road/", "status": 410},
    {"from": "/road/", "status": 410},
]


def test_a_removed_article_is_gone_in_this_build_and_later_ones(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER, "road": ROAD}, site=BASE)
    site.publish("river", "road")
    assert not (site.root / "output/redirects.json").exists()
    (site.root / "posts/road.html").unlink()

    for _ in range(2):
        site.build()
        assert redirects(site) == GONE


def test_what_is_gone_is_known_without_the_output(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER, "road": ROAD}, site=BASE)
    site.publish("river", "road")
    (site.root / "posts/road.html").unlink()
    for path in site.hashes("output"):
        (site.root / path).unlink()

    site.build()

    assert redirects(site) == GONE


def test_what_is_gone_is_known_by_the_manifest_where_there_is_no_record(
    make_site: MakeSite,
) -> None:
    site = make_site({"river": RIVER, "road": ROAD}, site=BASE)
    site.publish("river", "road")
    (site.root / "posts/road.html").unlink()
    (site.root / "dualpress.urls.json").unlink()

    site.build()

    assert redirects(site) == GONE


@pytest.mark.parametrize(
    ("target", "hi"),
    [
        ("river", "https://example.org/hi/river/"),
        ("/topics/roads/", "https://example.org/topics/roads/"),
        ("https://other.org/", "https://other.org/"),
    ],
)
def test_readers_of_a_removed_article_are_sent_where_the_settings_say(
    make_site: MakeSite, target: str, hi: str
) -> None:
    settings = {"urls.removed": f'road = "{target}"'}
    site = make_site({"river": RIVER, "road": ROAD}, site=BASE, **settings)
    site.publish("river", "road")
    (site.root / "posts/road.html").unlink()

    site.build()

    assert redirects(site)[0] == {"from": "/hi/road/", "to": hi, "status": 301}


def test_a_renamed_article_leads_from_its_old_addresses_to_the_new(make_site: MakeSite) -> None:
    site = make_site(site='base_url = "https://example.org/blog/"')
    site.publish("river")
    (site.root / "posts/river.html").rename(site.root / "posts/flood.html")

    site.translate()

    new = "https://example.org/blog/"
    assert redirects(site) == [
        {"from": "/blog/hi/river/", "to": f"{new}hi/flood/", "status": 301},
        {"from": "/blog/river/", "to": f"{new}flood/", "status": 301},
    ]


def test_an_article_that_comes_back_is_not_gone(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER, "road": ROAD}, site=BASE)
    site.publish("river", "road")
    (site.root / "posts/road.html").unlink()
    site.build()
    site.write("posts/road.html", ROAD)

    site.build()

    assert not (site.root / "output/redirects.json").exists()


def test_an_article_that_waits_again_is_not_gone(make_site: MakeSite) -> None:
    site = make_site(top='publish = "all"', site=BASE)
    site.translate()
    site.edit("dualpress.toml", 'publish = "all"', 'publish = "reviewed"')

    site.build()

    assert not site.has_page("river")
    assert not (site.root / "output/redirects.json").exists()


@pytest.mark.parametrize(
    "key", ["aliases: [/old/, older.html]", "redirect_from: [/old/, /older.html]"]
)
def test_the_front_matter_of_an_article_names_its_former_addresses(
    make_site: MakeSite, key: str
) -> None:
    site = make_site({"river": front_matter(FRAGMENT, key)})
    site.translate()

    assert redirects(site) == [
        {"from": "/old/", "to": "/river/", "status": 301},
        {"from": "/older.html", "to": "/river/", "status": 301},
    ]


@pytest.mark.parametrize(
    "content", ["<<<<<<< mine\n", '{"schema": 9}', '{"schema": 1, "pages": 1}']
)
def test_a_record_that_cannot_be_read_stops_the_run(make_site: MakeSite, content: str) -> None:
    site = make_site({"river": RIVER}, {"dualpress.urls.json": content})

    with pytest.raises(ConfigError, match="the record of addresses") as caught:
        site.build()

    assert caught.value.path == site.root / "dualpress.urls.json"
    assert site.read("dualpress.urls.json") == content


def test_a_changed_pattern_leads_from_the_old_places(make_site: MakeSite) -> None:
    site = make_site(site=BASE)
    site.publish("river")
    site.edit(
        "dualpress.toml",
        f"[site]\n{BASE}",
        f'[urls]\noriginal = "{{lang}}/{{path}}/"\n[site]\n{BASE}',
    )

    site.build()

    assert redirects(site) == [
        {"from": "/river/", "to": "https://example.org/en/river/", "status": 301}
    ]


def test_an_unreadable_picture_fails_its_article_alone(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_picture = ROAD.replace("</body>", '<p><img src="map.png"></p></body>')
    site = make_site({"river": RIVER, "road": with_picture}, {"posts/map.png": b"png"})
    site.publish("river", "road")
    before = site.page("road")
    site.edit("posts/river.html", "</body>", "<p>The rain stopped at last.</p></body>")
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
