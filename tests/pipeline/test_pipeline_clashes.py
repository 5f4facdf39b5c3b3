"""No two things at one place of a site, and nothing published is lost where one is refused."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pipeline_support import ANSWERS, RIVER, ROAD, MakeSite, Site, link

from dualpress.article import Language
from dualpress.errors import WriteError
from dualpress.file_names import flaw_of, folded
from dualpress.pipeline import RunReport
from dualpress.pipeline.clashes import refuse_clashes
from dualpress.pipeline.url_record import Published, UrlRecord
from dualpress.site.ground import Ground
from dualpress.site.model import SiteArticle, SiteSettings, Version
from dualpress.site.reader_settings import ReaderSettings
from dualpress.site.urls import bilingual_path

BASE = 'base_url = "https://example.org/"'
VIEWS = {"page": 'bilingual = "link"'}
SLUGS = 'original = "{lang}/{slug}/"\ntranslation = "{lang}/{slug}/"'
BY_LINK = "Name another address in its canonical link"
BY_SLUG = "Name another `slug` in its front matter"
BY_POST = "Rename the post, or name another address as `permalink` in its front matter"


def canonical(post: str, path: str) -> str:
    url = f"https://example.org/{path}"
    return post.replace("</head>", f'<link rel="canonical" href="{url}"></head>')


def front_matter(*lines: str, title: str = "The river") -> str:
    body = "<h1>The river</h1>\n<p>The river rose.</p>\n"
    return "\n".join(["---", f"title: {title}", *lines, "---", body])


def paths(site: Site, article: str) -> dict[str, str]:
    return {code: told["path"] for code, told in site.manifest()[article]["versions"].items()}


def told(report: RunReport) -> list[tuple[str, str | None]]:
    """Why pages were refused, and the cure."""
    assert all(isinstance(error, WriteError) for error in report.failures)
    return [(error.cause, error.hint) for error in report.failures]


def test_the_published_page_stays_and_the_other_is_refused_by_name(make_site: MakeSite) -> None:
    site = make_site({"river": canonical(RIVER, "news/")}, site=BASE)
    site.publish("river")
    site.write("posts/a.html", canonical(ROAD, "news/"))

    report = site.translate()

    assert told(report) == [
        (
            "a: its English page would be news/index.html, where the English page of “river” "
            "stands",
            BY_LINK,
        )
    ]
    assert report.failures[0].path == Path("a.html")
    assert "The river rose." in site.read("output/news/index.html")
    assert set(site.manifest()) == {"river"}


def test_one_address_in_two_unicode_forms_is_one(make_site: MakeSite) -> None:
    posts = {"a": canonical(RIVER, "caf%C3%A9/"), "b": canonical(ROAD, "Cafe%CC%81/")}
    site = make_site(posts, site=BASE)

    report = site.translate()

    assert told(report) == [
        (
            "b: its English page would be Caf\u00e9/index.html, where the English page of “a” "
            "stands, caf\u00e9/index.html",
            BY_LINK,
        )
    ]


def test_an_address_is_published_in_nfc(make_site: MakeSite) -> None:
    site = make_site({"a": canonical(RIVER, "cafe%CC%81/")}, site=BASE)
    site.publish("a")

    assert paths(site, "a") == {"en": "caf\u00e9/index.html", "hi": "hi/caf\u00e9/index.html"}
    page = site.read("output/caf\u00e9/index.html")
    assert '<link rel="canonical" href="https://example.org/caf%C3%A9/">' in page


def test_an_original_that_the_site_keeps_has_the_address_that_its_post_names(
    make_site: MakeSite,
) -> None:
    river = canonical(RIVER, "cafe%CC%81/")
    site = make_site({"a": river}, site=f'{BASE}\nonly = "translations"')
    site.publish("a")

    hindi = site.read("output/hi/caf\u00e9/index.html")
    assert 'hreflang="en" href="https://example.org/cafe%CC%81/"' in hindi


@pytest.mark.parametrize(
    ("own", "cause"),
    [
        ("con/", "con/index.html, and the name “con” is that of a device on Windows"),
        ("x/nul.html", "x/nul.html, and the name “nul.html” is that of a device on Windows"),
        ("a./", "a./index.html, and the name “a.” ends in a stop or a space"),
        ("what%3F/", "what?/index.html, and the name “what?” has a character that not every"),
        ("a%5Cb/", "a\\b/index.html, and the name “a\\b” has a character that not every"),
        (f"{'x' * 256}/", f"{'x' * 256}/index.html, and the name “{'x' * 256}” is longer"),
    ],
)
def test_an_address_that_some_system_cannot_have_is_refused(
    make_site: MakeSite, own: str, cause: str
) -> None:
    site = make_site({"a": canonical(RIVER, own), "road": ROAD}, site=BASE)

    ((found, hint),) = told(site.translate())

    assert found.startswith(f"a: its English page would be {cause}")
    assert hint == BY_LINK
    assert set(site.manifest()) == {"road"}


def test_a_translation_that_some_system_cannot_have_leaves_its_original(
    make_site: MakeSite,
) -> None:
    post = front_matter("slug: aux", "permalink: /sea/")
    site = make_site({"aux": post}, urls='translation = "{slug}.{lang}.html"')

    report = site.publish("aux")

    assert told(report) == [
        (
            "aux: its Hindi page would be aux.hi.html, and the name “aux.hi.html” is that of a "
            "device on Windows",
            BY_SLUG,
        )
    ]
    assert paths(site, "aux") == {"en": "sea/index.html"}


def test_a_post_whose_name_some_system_cannot_have_is_refused(make_site: MakeSite) -> None:
    cause = "nul: its English page would be nul/index.html, and the name “nul” is that of a device"

    ((found, hint),) = told(make_site({"nul": RIVER}).translate())

    assert found.startswith(cause)
    assert hint == BY_POST


def test_a_slug_of_a_title_is_none_that_some_system_cannot_have(make_site: MakeSite) -> None:
    answers = ANSWERS | {"Con": "कॉन"}
    site = make_site({"harbour": front_matter(title="Con")}, answers=answers, urls=SLUGS)
    assert told(site.translate()) == []
    assert paths(site, "harbour")["en"] == "en/harbour/index.html"


@pytest.mark.parametrize("slug", ["NUL", "x" * 300, "ज" * 100])
def test_a_slug_of_an_author_that_some_system_cannot_have_is_refused(
    make_site: MakeSite, slug: str
) -> None:
    ((found, hint),) = told(make_site({"a": front_matter(f"slug: {slug}")}, urls=SLUGS).translate())
    assert found.startswith(f"a: its English page would be en/{slug}/index.html, and the name")
    assert hint == BY_SLUG


def test_a_page_that_is_there_stays_though_some_system_cannot_have_it(make_site: MakeSite) -> None:
    site = make_site({"con": RIVER}, {"dualpress.urls.json": '{"schema": 1, "pages": {"con": '})
    site.edit("dualpress.urls.json", '"con": ', '"con": {"en": {"path": "con/"}}}}')
    assert told(site.translate()) == []


@pytest.mark.parametrize(
    ("own", "cause"),
    [
        ("manifest.json/", "but manifest.json is a file that every build writes"),
        ("sitemap.xml/x.html", "but sitemap.xml is a file that every build writes"),
        ("redirects.json/", "but redirects.json is a file that every build writes"),
        ("assets/dualpress.css/", "but assets/dualpress.css is a file that every build"),
        ("hi/", "where a list of articles stands"),
        ("HI/Index.html", "where a list of articles stands, hi/index.html"),
        ("index.html/", "but index.html is a list of articles"),
    ],
)
def test_a_page_in_the_place_of_the_sites_own_files_is_refused(
    make_site: MakeSite, own: str, cause: str
) -> None:
    site = make_site({"river": canonical(RIVER, own), "road": ROAD}, site=BASE)

    ((found, _),) = told(site.translate())

    assert f", {cause}" in found
    assert site.has_original("road")


@pytest.mark.parametrize("own", ["en/page/2/", "hi/page/300/", "EN/Page/2/"])
def test_a_page_in_the_place_of_a_later_page_of_a_list_is_refused(
    make_site: MakeSite, own: str
) -> None:
    site = make_site({"river": canonical(RIVER, own), "road": ROAD}, site=BASE)

    ((found, _),) = told(site.translate())

    assert ", where a list of articles stands" in found


def test_a_list_on_one_page_has_no_later_ones(make_site: MakeSite) -> None:
    posts = {"river": canonical(RIVER, "en/page/2/"), "road": ROAD}
    site = make_site(posts, {"i.html": ""}, site=BASE, page='index_template = "i.html"')

    assert told(site.translate()) == []


def test_a_site_that_keeps_its_originals_has_no_choice_of_languages(make_site: MakeSite) -> None:
    urls = 'translation = "{lang}/{slug}/"'
    site = make_site(
        {"river": canonical(RIVER, "")}, site=f'{BASE}\nonly = "translations"', urls=urls
    )

    assert told(site.publish("river")) == []
    assert paths(site, "river") == {"en": None, "hi": "hi/nadi/index.html"}


def test_a_file_is_no_folder(make_site: MakeSite) -> None:
    posts = {"b": canonical(RIVER, "b.html"), "c": canonical(ROAD, "b.html/x/")}
    site = make_site(posts, site=BASE, urls='translation = "{path}/{lang}/"')

    report = site.translate()

    assert told(report) == [
        (
            "c: its English page would be b.html/x/index.html, but b.html is the English page of "
            "“b”",
            BY_LINK,
        )
    ]
    assert set(site.manifest()) == {"b"}


def test_a_folder_is_no_file(make_site: MakeSite) -> None:
    posts = {"a": canonical(RIVER, "b.html/x/"), "c": canonical(ROAD, "b.html")}
    site = make_site(posts, site=BASE)

    report = site.translate()

    assert told(report) == [
        (
            "c: its English page would be b.html, but the English page of “a” is in a folder of "
            "that name",
            BY_LINK,
        )
    ]


def test_a_slug_in_the_place_of_a_list_is_refused(make_site: MakeSite) -> None:
    site = make_site({"a": front_matter("slug: index.html")}, urls=SLUGS)
    assert told(site.translate()) == [
        (
            "a: its English page would be en/index.html/index.html, but en/index.html is a list "
            "of articles",
            BY_SLUG,
        )
    ]


@pytest.mark.parametrize("pattern", ["{path}/", "{slug}/"])
def test_versions_at_one_place_are_told_what_the_pattern_lacks(
    make_site: MakeSite, pattern: str
) -> None:
    site = make_site(
        {"a": front_matter("slug: a")}, urls=f'original = "{pattern}"\ntranslation = "{pattern}"'
    )

    report = site.publish("a")

    assert told(report) == [
        (
            "a: its Hindi page would be a/index.html, where its English page stands",
            "Put {lang} into `translation` under [urls]",
        )
    ]


def test_a_page_in_the_folder_of_another_address_is_refused(make_site: MakeSite) -> None:
    own = {"urls.base_urls": 'hi = "https://hi.example.org/"'}
    site = make_site({"a": canonical(RIVER, "hi/x/")}, site=BASE, **own)
    assert told(site.translate()) == [
        (
            "a: its English page would be hi/x/index.html, but the folder hi is published at "
            "https://hi.example.org/",
            BY_LINK,
        )
    ]


def test_a_view_makes_way_for_a_page_and_says_so(make_site: MakeSite) -> None:
    posts = {"a": canonical(RIVER, "hi/x/bilingual/"), "b": canonical(ROAD, "x/")}
    site = make_site(posts, site=BASE, **VIEWS)

    report = site.publish("a", "b")

    assert told(report) == [
        (
            "b: its side-by-side view would be hi/x/bilingual/index.html, where the English page "
            "of “a” stands",
            'Give that page another address, or make no such views (bilingual = "off")',
        )
    ]
    assert "The river rose." in site.read("output/hi/x/bilingual/index.html")
    assert "bilingual" not in site.read("output/hi/x/index.html").partition("<main")[0]


def test_a_view_that_is_there_stays_where_a_new_page_is_to_be(make_site: MakeSite) -> None:
    site = make_site({"b": canonical(ROAD, "x/")}, site=BASE, **VIEWS)
    site.publish("b")
    view = site.read("output/hi/x/bilingual/index.html")
    site.write("posts/a.html", canonical(RIVER, "hi/x/bilingual/"))

    report = site.translate()

    assert told(report) == [
        (
            "a: its English page would be hi/x/bilingual/index.html, where the side-by-side view "
            "of “b” stands",
            BY_LINK,
        )
    ]
    assert site.read("output/hi/x/bilingual/index.html") == view


def test_an_article_that_is_refused_keeps_the_pages_that_it_had(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER, "road": ROAD}, site=BASE)
    site.publish("river", "road")
    site.write("posts/road.html", canonical(ROAD, "river/"))

    report = site.build()

    assert [error.cause.partition(":")[0] for error in report.failures] == ["road"]
    assert paths(site, "road") == {"en": "road/index.html", "hi": "hi/road/index.html"}
    assert "The road is open again." in site.original("road")
    assert site.has_page("road")


def test_a_new_page_has_no_place_where_that_of_a_refused_article_stays(
    make_site: MakeSite,
) -> None:
    site = make_site({"river": RIVER, "road": ROAD}, site=BASE)
    site.publish("river", "road")
    site.write("posts/road.html", canonical(ROAD, "river/"))
    site.write("posts/a.html", canonical(RIVER, "road/"))

    report = site.translate()

    assert [error.cause.partition(":")[0] for error in report.failures] == ["road", "a"]
    assert "The road is open again." in site.original("road")
    assert set(site.manifest()) == {"river", "road"}


def test_a_translation_that_is_refused_keeps_the_page_that_it_had(make_site: MakeSite) -> None:
    posts = {"a": front_matter("slugs: {hi: nadi}"), "b": front_matter("slugs: {hi: sadak}")}
    site = make_site(posts, site=BASE, urls='translation = "{lang}/{slug}/"', **VIEWS)
    site.publish("a", "b")
    before = site.read("output/hi/sadak/index.html")
    site.edit("posts/b.html", "sadak", "nadi")

    report = site.build()

    assert told(report) == [
        (
            "b: its Hindi page would be hi/nadi/index.html, where the Hindi page of “a” stands",
            BY_SLUG,
        )
    ]
    assert paths(site, "b") == {"en": "b/index.html", "hi": "hi/sadak/index.html"}
    assert site.read("output/hi/sadak/index.html") == before
    assert "sadak" in site.read("dualpress.urls.json")
    assert (site.root / "output/hi/sadak/bilingual/index.html").is_file()


def test_the_former_pages_of_a_failed_article_are_nobody_elses_place(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_picture = ROAD.replace("</body>", '<p><img src="map.png"></p></body>')
    site = make_site({"road": with_picture, "river": RIVER}, {"posts/map.png": b"png"}, site=BASE)
    site.publish("river", "road")
    before = site.original("road")
    site.write("posts/road.html", canonical(with_picture, "roads/"))
    site.write("posts/a.html", canonical(RIVER, "road/"))
    read = Path.read_bytes

    def refuse(path: Path) -> bytes:
        if path == site.root / "posts/map.png":
            raise PermissionError(13, "Permission denied")
        return read(path)

    monkeypatch.setattr(Path, "read_bytes", refuse)

    report = site.translate()

    assert [error.cause.partition(":")[0] for error in report.failures] == ["road", "a"]
    assert site.original("road") == before
    assert set(site.manifest()) == {"river", "road"}


def test_nothing_is_written_through_a_link_and_every_page_is_told(
    make_site: MakeSite, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    site = make_site({"river": RIVER, "road": ROAD})
    site.translate()
    (site.root / "output/hi").mkdir(exist_ok=True)
    for file in (site.root / "output/hi").iterdir():
        file.unlink()
    (site.root / "output/hi").rmdir()
    link(site.root / "output/hi", elsewhere)

    report = site.publish("river", "road")

    assert {error.path for error in report.failures} == {site.root / "output/hi"}
    told_of = {error.cause.partition(":")[0] for error in report.failures}
    assert {"river", "road"} <= told_of
    assert list(elsewhere.iterdir()) == []
    assert site.has_original("river")


def test_a_link_in_the_place_of_translations_leaves_the_originals(
    make_site: MakeSite, tmp_path: Path
) -> None:
    site = make_site({"river": RIVER, "road": ROAD})
    site.publish("river", "road")
    (site.root / "output/hi").rename(tmp_path / "elsewhere")
    link(site.root / "output/hi", tmp_path / "elsewhere")
    there = site.hashes("../elsewhere")
    (site.root / "posts/road.html").unlink()

    report = site.build()

    assert [error.cause for error in report.failures] == [
        "river: a link stands where a folder is to be"
    ]
    assert paths(site, "river") == {"en": "river/index.html"}
    assert site.hashes("../elsewhere") == there


PATHS = st.builds(
    lambda parts, end: PurePosixPath(*parts, end),
    st.lists(
        st.sampled_from(["hi", "a", "A", "x.html", "con", "bilingual", "index.html"]), max_size=3
    ),
    st.sampled_from(["index.html", "x.html", "manifest.json", "caf\u00e9.html", "cafe\u0301.html"]),
)


@st.composite
def articles(draw: st.DrawFn) -> list[SiteArticle]:
    """Articles whose pages stand anywhere."""
    return [
        SiteArticle(
            id=name,
            post=PurePosixPath(f"{name}.html"),
            source_language=Language.EN,
            versions={language: Version(title=name) for language in Language},
            paths={language: draw(PATHS) for language in Language},
            has_bilingual=draw(st.booleans()),
        )
        for name in draw(st.sets(st.sampled_from("abcd")))
    ]


@given(entries=articles(), known=st.dictionaries(st.sampled_from("abcd"), PATHS), data=st.data())
@settings(max_examples=60)
def test_what_is_left_of_a_site_can_be_written_on_every_system(
    entries: list[SiteArticle], known: dict[str, PurePosixPath], data: st.DataObject
) -> None:
    site = SiteSettings(reading=ReaderSettings(has_bilingual=True))
    record = UrlRecord(
        {name: {Language.EN: Published(path.as_posix())} for name, path in known.items()}
    )

    left, refused = refuse_clashes(entries, site, record)

    ground: Ground[None] = Ground()
    for entry in left.values():
        views = [bilingual_path(entry.path(Language.HI))] if entry.has_bilingual else []
        for path in [*(entry.path(language) for language in entry.versions), *views]:
            assert ground.take(path, None) is None
    for entry in entries:
        is_whole = left.get(entry.id) == entry
        assert is_whole is (entry.id not in refused)
        for language in left[entry.id].versions if entry.id in left else ():
            before = known.get(entry.id) if language is Language.EN else None
            is_known = before is not None and folded(before) == folded(entry.path(language))
            assert is_known or not any(map(flaw_of, entry.path(language).parts))
    shuffled = data.draw(st.permutations(entries))
    assert refuse_clashes(shuffled, site, record)[0] == left
