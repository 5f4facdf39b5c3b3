"""Pages that stay up though their articles wait again, or cannot be worked on."""

from __future__ import annotations

import pytest
from pipeline_support import RIVER, ROAD, MakeSite, Site

from dualpress.errors import CatalogError, ReadError, TranslationRefused

BASE = 'base_url = "https://example.org/"'
NEW = "<p>A sentence that nobody translated.</p>\n"


@pytest.fixture
def published(make_site: MakeSite) -> Site:
    """Two articles whose pages are published in both languages."""
    site = make_site({"river": RIVER, "road": ROAD}, site=BASE)
    site.publish("river", "road")
    return site


def forget_the_engine(site: Site) -> None:
    site.edit("dualpress.toml", 'engine = "scripted"', 'engine = "auto"')


def add_a_paragraph(site: Site) -> None:
    forget_the_engine(site)
    site.edit("posts/road.html", "</body>", f"{NEW}</body>")


def test_the_approved_page_of_an_article_that_waits_again_stays_as_it_is(published: Site) -> None:
    page = published.page("road")
    add_a_paragraph(published)

    report = published.translate()

    assert published.page("road") == page
    assert "A sentence that nobody translated." in published.original("road")
    road = report.articles[1]
    assert road.held == (
        "1 sentence without a translation; the page that was approved before stays up"
    )
    assert road.pages == (
        published.root / "output/road/index.html",
        published.root / "output/hi/road/index.html",
    )


def test_a_page_that_stays_up_is_linked_and_listed_as_before(published: Site) -> None:
    lists = ("output/hi/index.html", "output/sitemap.xml")
    before = [published.read(name) for name in lists]
    add_a_paragraph(published)

    published.translate()

    assert [published.read(name) for name in lists] == before
    assert 'hreflang="hi" href="https://example.org/hi/road/"' in published.original("road")
    assert published.manifest()["road"]["versions"]["hi"]["segments"] == {"reviewed": 2}


def test_a_page_stays_up_run_after_run(published: Site) -> None:
    add_a_paragraph(published)
    published.translate()
    before = published.hashes("output", "po")

    published.translate()
    published.build()

    assert published.hashes("output", "po") == before


def test_the_page_is_made_anew_once_its_article_is_reviewed_again(published: Site) -> None:
    add_a_paragraph(published)
    published.translate()
    published.review("road", "A sentence that nobody translated.", msgstr="एक वाक्य नया था।")

    published.build()

    assert "एक वाक्य नया था।" in published.page("road")


def test_pictures_of_a_page_that_stays_up_stay_too(make_site: MakeSite) -> None:
    with_picture = ROAD.replace("</body>", '<p><img src="road/a, b.png"></p></body>')
    site = make_site({"road": with_picture}, {"posts/road/a, b.png": b"\x89PNG"})
    site.publish("road")
    site.write("posts/road.html", ROAD.replace("</body>", f"{NEW}</body>"))
    (site.root / "posts/road/a, b.png").unlink()
    forget_the_engine(site)

    site.translate()

    assert (site.root / "output/media/road/a, b.png").read_bytes() == b"\x89PNG"


def test_an_editor_takes_a_page_down_by_deleting_it(published: Site) -> None:
    add_a_paragraph(published)
    (published.root / "output/hi/road/index.html").unlink()

    published.translate()

    assert not published.has_page("road")
    assert set(published.manifest()["road"]["versions"]) == {"en"}


def test_drafts_do_not_stay_up_where_only_reviewed_pages_are_published(make_site: MakeSite) -> None:
    site = make_site(top='publish = "all"')
    site.translate()
    assert site.has_page("river")
    site.edit("dualpress.toml", 'publish = "all"', 'publish = "reviewed"')

    site.build()

    assert not site.has_page("river")


def test_a_manifest_that_is_gone_or_damaged_is_told_where_something_waits(published: Site) -> None:
    published.write("output/manifest.json", b"{}")
    assert published.build().warnings == ()
    add_a_paragraph(published)
    (published.root / "output/manifest.json").unlink()

    report = published.build()

    assert len(report.warnings) == 1
    assert "manifest.json in the output folder is gone or damaged" in report.warnings[0]
    assert published.build().warnings == ()


@pytest.mark.parametrize("manifest", [b"", b"{}", b'{"schema": 1, "pairs": [1]}', b"\xff"])
def test_without_a_sound_manifest_nothing_is_known_to_be_approved(
    published: Site, manifest: bytes
) -> None:
    add_a_paragraph(published)
    published.write("output/manifest.json", manifest)

    report = published.translate()

    assert not published.has_page("road")
    assert any("manifest.json" in warning for warning in report.warnings)


def test_a_page_that_was_edited_in_the_output_folder_stays_up_and_is_told(published: Site) -> None:
    add_a_paragraph(published)
    published.edit("output/hi/road/index.html", "सड़क फिर से", "कुछ और")
    page = published.page("road")

    (_, road) = published.translate().articles

    assert published.page("road") == page
    assert any("hi/road/index.html" in warning for warning in road.warnings)


def test_an_edited_page_of_a_post_that_cannot_be_read_is_told_too(published: Site) -> None:
    published.edit("output/hi/road/index.html", "सड़क फिर से", "कुछ और")
    published.write("posts/road.html", b"")

    report = published.build()

    assert "कुछ और" in published.page("road")
    assert any(told.startswith("road: hi/road/index.html") for told in report.warnings)


def test_an_edited_page_that_is_made_anew_is_no_news(published: Site) -> None:
    published.edit("output/hi/road/index.html", "सड़क फिर से", "कुछ और")

    (_, road) = published.build().articles

    assert "कुछ और" not in published.page("road")
    assert road.warnings == ()


def test_the_pages_of_a_post_that_cannot_be_read_stay(published: Site) -> None:
    before = published.hashes("output")
    published.write("posts/road.html", b"")

    report = published.build()

    (error,) = report.failures
    assert isinstance(error, ReadError)
    assert published.hashes("output") == before


def test_the_pages_of_an_article_whose_po_file_cannot_be_read_stay(published: Site) -> None:
    before = published.hashes("output")
    published.write("po/road/hi.po", "<<<<<<< mine\n")

    report = published.translate()

    (error,) = report.failures
    assert isinstance(error, CatalogError)
    assert published.hashes("output") == before


def test_a_translation_that_cannot_be_written_is_told_with_its_line(make_site: MakeSite) -> None:
    site = make_site({"road": ROAD.replace("open again", '<a href="/m">open</a> again')})
    site.publish("road")
    page = site.page("road")
    sentence = "The road is <g1>open</g1> again."
    wrong = site.entry("road", sentence).msgstr.replace("g1>", "g7>")
    site.review("road", sentence, msgstr=wrong)

    report = site.build()

    (error,) = report.failures
    assert isinstance(error, TranslationRefused)
    assert error.path == site.root / "po/road/hi.po"
    assert error.line == site.line("road", sentence)
    assert site.page("road") == page
    assert report.articles[0].held == (
        "a translation cannot be put on the page, see the error; "
        "the page that was approved before stays up"
    )


def test_the_other_articles_are_built_where_one_cannot_be(published: Site) -> None:
    published.edit("po/road/hi.po", "सड़क फिर से खुल गई है।", "<g1>सड़क</g1> फिर से खुल गई है।")
    published.edit("po/river/hi.po", "नदी का पानी बढ़ गया।", "नदी चढ़ आई।")

    report = published.build()

    assert len(report.failures) == 1
    assert "नदी चढ़ आई।" in published.page("river")
    assert "<g1>" not in published.page("road")


def test_a_translation_of_control_characters_alone_is_none(published: Site) -> None:
    page = published.page("road")
    published.edit("po/road/hi.po", "सड़क फिर से खुल गई है।", "\\001\\002")

    (_, road) = published.build().articles

    line = published.line("road", "The road is open again.")
    assert any(f"hi.po:{line}:" in warning for warning in road.warnings)
    assert published.page("road") == page


def test_nothing_is_removed_while_something_cannot_be_read(published: Site) -> None:
    (published.root / "posts/road.html").unlink()
    published.write("posts/river.html", b"")

    report = published.build()

    assert report.removed == ()
    assert published.has_page("road")
