"""Which addresses lead elsewhere, and which are gone: ``redirects.json`` and the record."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from pipeline_support import RIVER, ROAD, MakeSite, Site

from dualpress.errors import ConfigError
from dualpress.pipeline.verify import verify
from dualpress.site.redirects import redirects_schema

HOME = "https://example.org/"
BASE = f'base_url = "{HOME}"'
HINDI = {"urls.base_urls": 'hi = "https://hi.example.org/"'}
FRAGMENT = "<h1>The river</h1>\n<p>The river rose.</p>\n"


def with_front_matter(*lines: str) -> str:
    return "\n".join(["---", *lines, "---", FRAGMENT])


def canonical(post: str, url: str) -> str:
    return post.replace("</head>", f'<link rel="canonical" href="{url}"></head>')


def redirects(site: Site) -> dict[str, str | None]:
    """Where each address leads; ``None`` where the page is gone."""
    if not (site.root / "output/redirects.json").exists():
        return {}
    document = json.loads(site.read("output/redirects.json"))
    Draft202012Validator(redirects_schema()).validate(document)
    found = {told["from"]: told.get("to") for told in document["redirects"]}
    assert len(found) == len(document["redirects"])
    assert list(found) == sorted(found)
    return found


def spelt(path: str) -> list[str]:
    """The spellings of a folder's path."""
    return [path, path.removesuffix("/"), f"{path}index.html"]


def leading(to: str | None, *paths: str) -> dict[str, str | None]:
    return {spelling: to for path in paths for spelling in spelt(path)}


def record(site: Site) -> dict[str, Any]:
    document: dict[str, Any] = json.loads(site.read("dualpress.urls.json"))
    return document


GONE = leading(None, "/road/", "/hi/road/")


def test_a_removed_article_is_gone_in_this_build_and_later_ones(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER, "road": ROAD}, site=BASE)
    site.publish("river", "road")
    assert redirects(site) == {}
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


def test_without_base_url_paths_are_told(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER, "road": ROAD}, **{"urls.removed": 'road = "river"'})
    site.publish("river", "road")
    (site.root / "posts/road.html").unlink()

    site.build()

    assert redirects(site) == {
        **leading("/river/", "/road/"),
        **leading("/hi/river/", "/hi/road/"),
    }


@pytest.mark.parametrize(
    ("target", "en", "hi"),
    [
        ("river", f"{HOME}river/", f"{HOME}hi/river/"),
        ("/river/", f"{HOME}river/", f"{HOME}hi/river/"),
        ("/river/index.html", f"{HOME}river/", f"{HOME}hi/river/"),
        ("/topics/roads/", f"{HOME}topics/roads/", f"{HOME}topics/roads/"),
        ("/a b/", f"{HOME}a%20b/", f"{HOME}a%20b/"),
        ("/a%20b/", f"{HOME}a%20b/", f"{HOME}a%20b/"),
        ("https://other.org/x?y=1#z", "https://other.org/x?y=1#z", "https://other.org/x?y=1#z"),
        ("https://other.org/क", "https://other.org/%E0%A4%95", "https://other.org/%E0%A4%95"),
        (f"{HOME}river/#dp-2", f"{HOME}river/#dp-2", f"{HOME}river/#dp-2"),
    ],
)
def test_readers_of_a_removed_article_are_sent_where_the_settings_say(
    make_site: MakeSite, target: str, en: str, hi: str
) -> None:
    settings = {"urls.removed": f'road = "{target}"'}
    site = make_site({"river": RIVER, "road": ROAD}, site=BASE, **settings)
    site.publish("river", "road")
    (site.root / "posts/road.html").unlink()

    report = site.build()

    assert redirects(site) == {**leading(en, "/road/"), **leading(hi, "/hi/road/")}
    assert report.warnings == ()


def test_removed_articles_that_lead_to_each_other_lead_to_the_end(make_site: MakeSite) -> None:
    posts = {"river": RIVER, "road": ROAD, "path": ROAD}
    settings = {"urls.removed": 'road = "path"\npath = "river"'}
    site = make_site(posts, site=BASE, **settings)
    site.translate()
    site.approve("river", "road", "path")
    site.build()
    (site.root / "posts/road.html").unlink()
    (site.root / "posts/path.html").unlink()

    site.build()

    assert redirects(site) == {
        **leading(f"{HOME}river/", "/road/", "/path/"),
        **leading(f"{HOME}hi/river/", "/hi/road/", "/hi/path/"),
    }


def test_a_former_address_as_a_target_leads_to_the_end(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER, "road": ROAD}, site=BASE)
    site.publish("river", "road")
    site.write("posts/river.html", canonical(RIVER, f"{HOME}flood/"))
    (site.root / "posts/road.html").unlink()
    site.edit("dualpress.toml", "[site]", '[urls.removed]\nroad = "/river/"\n[site]')

    report = site.build()

    assert redirects(site)["/road/"] == redirects(site)["/hi/road/"] == f"{HOME}flood/"
    assert redirects(site)["/river/"] == f"{HOME}flood/"
    assert report.warnings == ()


@pytest.mark.parametrize("target", ["nowhere", "path", "/path/"])
def test_a_target_at_which_there_is_nothing_is_told(make_site: MakeSite, target: str) -> None:
    posts = {"river": RIVER, "road": ROAD, "path": ROAD}
    site = make_site(posts, site=BASE, **{"urls.removed": f'road = "{target}"'})
    site.translate()
    (site.root / "posts/road.html").unlink()
    (site.root / "posts/path.html").unlink()

    (warning,) = site.build().warnings

    assert warning.startswith(
        f"dualpress.toml: “urls.removed” sends the readers of “road” to “{target}”, where there is "
        "nothing either"
    )
    assert redirects(site) == leading(None, "/road/", "/path/")


def test_an_article_that_never_was_is_told(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER}, site=BASE, **{"urls.removed": 'raod = "river"'})

    (warning,) = site.translate().warnings

    assert warning.startswith("dualpress.toml: “urls.removed” names “raod”, of which nothing")


def test_former_addresses_that_lead_in_a_circle_are_refused(make_site: MakeSite) -> None:
    posts = {"river": RIVER, "road": ROAD, "path": ROAD}
    settings = {"urls.removed": 'road = "/path/index.html"\npath = "/road"'}
    site = make_site(posts, site=BASE, **settings)
    site.translate()
    before = site.hashes("output")
    (site.root / "posts/road.html").unlink()
    (site.root / "posts/path.html").unlink()

    with pytest.raises(ConfigError, match="in a circle: path → road → path") as caught:
        site.build()

    assert str(caught.value.path) == "dualpress.toml"
    assert site.hashes("output") == before


def test_a_renamed_article_leads_from_its_old_addresses_to_the_new(make_site: MakeSite) -> None:
    site = make_site(site='base_url = "https://example.org/blog/"')
    site.publish("river")
    (site.root / "posts/river.html").rename(site.root / "posts/flood.html")

    site.translate()

    assert redirects(site) == {
        **leading(f"{HOME}blog/hi/flood/", "/blog/hi/river/"),
        **leading(f"{HOME}blog/flood/", "/blog/river/"),
    }


def test_an_article_that_comes_back_is_not_gone(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER, "road": ROAD}, site=BASE)
    site.publish("river", "road")
    (site.root / "posts/road.html").unlink()
    site.build()
    site.write("posts/road.html", ROAD)

    site.build()

    assert redirects(site) == {}


def test_an_article_that_waits_again_is_not_gone(make_site: MakeSite) -> None:
    site = make_site(top='publish = "all"', site=BASE)
    site.translate()
    site.edit("dualpress.toml", 'publish = "all"', 'publish = "reviewed"')

    site.build()

    assert not site.has_page("river")
    assert redirects(site) == {}


def test_a_page_without_ending_was_at_its_file_too(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER, "road": ROAD}, site=BASE, urls='original = "{path}"')
    site.translate()
    (site.root / "posts/road.html").unlink()

    site.build()

    assert redirects(site) == {"/road": None, "/road.html": None}


def test_a_page_that_loses_its_ending_is_not_sent_to_itself(make_site: MakeSite) -> None:
    site = make_site({"river": canonical(RIVER, f"{HOME}river.html")}, site=BASE)
    site.translate()
    site.write("posts/river.html", canonical(RIVER, f"{HOME}river/"))

    site.build()

    assert redirects(site) == {"/river.html": f"{HOME}river/"}


def test_a_page_in_the_place_of_a_removed_one_stays(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER, "road": ROAD}, site=BASE)
    site.translate()
    (site.root / "posts/road.html").unlink()
    site.write("posts/river.html", canonical(RIVER, f"{HOME}road/"))

    site.build()

    assert redirects(site) == leading(f"{HOME}road/", "/river/")


def test_an_address_belongs_to_the_page_that_stood_there_last(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER, "road": ROAD}, site=BASE)
    site.translate()
    site.write("posts/river.html", canonical(RIVER, f"{HOME}flood/"))
    site.build()
    site.write("posts/road.html", canonical(ROAD, f"{HOME}river/"))
    site.build()
    (site.root / "posts/road.html").unlink()

    site.build()

    assert redirects(site) == leading(None, "/river/", "/road/")


def test_the_side_by_side_view_is_gone_with_its_article(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER, "road": ROAD}, site=BASE, page='bilingual = "page"')
    site.publish("river", "road")
    (site.root / "posts/road.html").unlink()

    site.build()

    assert redirects(site) == {**GONE, **leading(None, "/hi/road/bilingual/")}


def test_a_side_by_side_view_that_is_no_more_leads_to_the_translation(make_site: MakeSite) -> None:
    site = make_site(site=BASE, page='bilingual = "page"')
    site.publish("river")
    site.edit("dualpress.toml", 'bilingual = "page"', 'bilingual = "off"')

    site.build()

    assert redirects(site) == leading(f"{HOME}hi/river/", "/hi/river/bilingual/")


def test_a_side_by_side_view_moves_with_its_article(make_site: MakeSite) -> None:
    site = make_site(site=BASE, page='bilingual = "page"')
    site.publish("river")
    (site.root / "posts/river.html").rename(site.root / "posts/flood.html")

    site.build()

    assert redirects(site)["/hi/river/bilingual/"] == f"{HOME}hi/flood/bilingual/"


def test_a_changed_pattern_leads_from_the_old_places(make_site: MakeSite) -> None:
    site = make_site(site=BASE)
    site.publish("river")
    site.edit("dualpress.toml", "[site]", '[urls]\noriginal = "{lang}/{path}/"\n[site]')

    site.build()

    assert redirects(site) == leading(f"{HOME}en/river/", "/river/")


def test_a_language_that_gets_its_own_server_leads_there(make_site: MakeSite) -> None:
    site = make_site(site=BASE)
    site.publish("river")
    site.edit("dualpress.toml", "[site]", f"[urls.base_urls]\n{HINDI['urls.base_urls']}\n[site]")

    site.build()

    assert redirects(site) == leading("https://hi.example.org/river/", "/hi/river/")
    report = verify(site.root / "output", own_urls={"hi": "https://hi.example.org/"})
    assert "redirect" not in {finding.rule for finding in report.findings}


def test_an_original_in_the_folder_that_gets_a_server_of_its_own_is_refused(
    make_site: MakeSite,
) -> None:
    site = make_site({"river": canonical(RIVER, f"{HOME}hi/x/"), "road": ROAD}, site=BASE)
    site.publish("river", "road")
    site.edit("dualpress.toml", "[site]", f"[urls.base_urls]\n{HINDI['urls.base_urls']}\n[site]")

    (error,) = site.build().failures

    assert error.cause == (
        "river: its English page would be hi/x/index.html, but the folder hi is published at "
        "https://hi.example.org/"
    )
    assert "river" not in site.manifest()
    assert not any("/x/" in path for path in redirects(site))


def test_a_language_that_loses_its_own_server_leads_back(make_site: MakeSite) -> None:
    site = make_site(site=BASE, **HINDI)
    site.publish("river")
    site.edit("dualpress.toml", f"[urls.base_urls]\n{HINDI['urls.base_urls']}\n", "")

    site.build()

    assert redirects(site) == leading(f"{HOME}hi/river/", "https://hi.example.org/river/")


def test_what_a_language_with_its_own_server_lost_is_told_in_whole(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER, "road": ROAD}, site=BASE, **HINDI)
    site.publish("river", "road")
    (site.root / "posts/road.html").unlink()

    site.build()

    assert redirects(site) == leading(None, "/road/", "https://hi.example.org/road/")


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("https://example.org/blog/", leading(f"{HOME}blog/river/", "/river/")),
        ("https://www.example.org/", leading("https://www.example.org/river/", f"{HOME}river/")),
        ("http://example.org/", {}),
        ("https://EXAMPLE.org", {}),
    ],
)
def test_a_site_that_moves_leads_from_where_it_was(
    make_site: MakeSite, base: str, expected: dict[str, str | None]
) -> None:
    site = make_site(site=BASE)
    site.translate()
    site.edit("dualpress.toml", HOME, base)

    site.build()

    assert redirects(site) == expected


def test_a_site_whose_address_becomes_known_has_not_moved(make_site: MakeSite) -> None:
    site = make_site(site="")
    site.publish("river")
    assert record(site)["pages"]["river"]["hi"] == {"path": "hi/river/"}
    site.edit("dualpress.toml", "[site]", '[site]\nbase_url = "https://example.org/blog/"')

    site.build()

    assert redirects(site) == {}
    assert record(site)["pages"]["river"]["hi"] == {
        "base": "https://example.org/blog/",
        "path": "hi/river/",
    }


def test_a_record_of_the_first_schema_is_read_and_written_anew(make_site: MakeSite) -> None:
    first = {
        "schema": 1,
        "pages": {
            "river": {"en": {"path": "river/", "before": ["flood/"]}},
            "road": {"en": {"path": "road/"}},
        },
    }
    site = make_site({"river": RIVER}, {"dualpress.urls.json": json.dumps(first)}, site=BASE)

    site.translate()

    assert redirects(site) == {
        **leading(f"{HOME}river/", "/flood/"),
        **leading(None, "/road/"),
    }
    assert record(site) == {
        "schema": 2,
        "pages": {
            "river": {
                "en": {
                    "base": HOME,
                    "path": "river/",
                    "before": [{"base": HOME, "path": "flood/"}],
                }
            },
            "road": {"en": {"base": HOME, "path": "road/"}},
        },
    }


@pytest.mark.parametrize(
    "content",
    [
        "<<<<<<< mine\n",
        '{"schema": 9}',
        '{"schema": 2, "pages": 1}',
        '{"schema": 2, "pages": {"river": {"en": {"path": 1}}}}',
        '{"schema": 2, "pages": {"river": {"en": {"path": "x", "base": 1}}}}',
        '{"schema": 2, "pages": {"river": {"en": {"path": "x", "before": [1]}}}}',
        '{"schema": 2, "pages": {"river": {"fr": {"path": "x"}}}}',
    ],
)
def test_a_record_that_cannot_be_read_stops_the_run(make_site: MakeSite, content: str) -> None:
    site = make_site({"river": RIVER}, {"dualpress.urls.json": content})

    with pytest.raises(ConfigError, match="the record of addresses") as caught:
        site.build()

    assert caught.value.path == site.root / "dualpress.urls.json"
    assert site.read("dualpress.urls.json") == content


def test_an_original_that_the_site_keeps_is_never_told(make_site: MakeSite) -> None:
    settings = f'{BASE}\nonly = "translations"'
    site = make_site({"river": RIVER, "road": ROAD}, site=settings)
    site.publish("river", "road")
    assert "en" not in record(site)["pages"]["road"]
    site.write("posts/river.html", canonical(RIVER, f"{HOME}flood/"))
    (site.root / "posts/road.html").unlink()

    site.build()

    assert redirects(site) == {
        **leading(None, "/hi/road/"),
        **leading(f"{HOME}hi/flood/", "/hi/river/"),
    }


def test_a_site_that_takes_its_originals_back_is_told_of_translations_alone(
    make_site: MakeSite,
) -> None:
    site = make_site({"river": RIVER, "road": ROAD}, site=BASE)
    site.publish("river", "road")
    site.edit("dualpress.toml", BASE, f'{BASE}\nonly = "translations"')
    site.build()
    (site.root / "posts/road.html").unlink()

    site.build()

    assert redirects(site) == leading(None, "/hi/road/")


@pytest.mark.parametrize("key", ["aliases", "redirect_from"])
def test_the_front_matter_of_an_article_names_its_former_addresses(
    make_site: MakeSite, key: str
) -> None:
    aliases = f"{key}: [/old/, older.html, 2019, /a%20b/, '{HOME}oldest/']"
    site = make_site({"river": with_front_matter(aliases)}, site=BASE)

    report = site.translate()

    assert redirects(site) == {
        **leading(f"{HOME}river/", "/old/", "/oldest/", "/a%20b/"),
        **dict.fromkeys(["/older", "/older.html", "/2019", "/2019.html"], f"{HOME}river/"),
    }
    assert report.articles[0].warnings == report.warnings == ()


def test_what_is_no_alias_is_told_and_leads_nowhere(make_site: MakeSite) -> None:
    site = make_site({"river": with_front_matter("aliases: ../x")}, site=BASE)

    (article,) = site.translate().articles

    assert any(told.startswith("the alias “../x” in its front matter") for told in article.warnings)
    assert redirects(site) == {}


def test_an_alias_under_which_a_page_stands_is_told(make_site: MakeSite) -> None:
    site = make_site({"river": with_front_matter("aliases: [/road/, /river/, /]"), "road": ROAD})

    report = site.translate()

    assert redirects(site) == {}
    assert report.warnings == (
        "river: its front matter names the alias /road/, where a page stands, so nobody is sent on "
        "from there. Take one of the two away",
        "river: its front matter names the alias /, where a page stands, so nobody is sent on "
        "from there. Take one of the two away",
    )


def test_an_alias_that_two_articles_have_leads_to_the_first(make_site: MakeSite) -> None:
    post = with_front_matter("aliases: /old/")
    site = make_site({"river": post, "flood": post})

    (warning,) = site.translate().warnings

    assert redirects(site) == leading("/flood/", "/old/")
    assert warning.startswith(
        "river: its front matter names the alias /old/, which leads elsewhere"
    )


def test_aliases_of_originals_that_the_site_keeps_are_its_own(make_site: MakeSite) -> None:
    post = with_front_matter("aliases: /old/")
    site = make_site({"river": post}, site=f'{BASE}\nonly = "translations"')

    site.translate()

    assert redirects(site) == {}
