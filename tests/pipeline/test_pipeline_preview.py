"""A preview shows each sentence beside its translation, and names its entry."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup, Tag
from pipeline_support import RIVER, MakeSite, Site

from dualpress import pipeline
from dualpress.article import Status
from dualpress.errors import ReadError, UsageError

ROSE, CLOSED, SPOKE = (
    "The river rose.",
    "Two bridges were closed.",
    "The minister spoke in the evening.",
)


@pytest.fixture
def site(site: Site) -> Site:
    site.translate()
    return site


def page(site: Site) -> BeautifulSoup:
    report = pipeline.preview(site.project, "river")
    return BeautifulSoup(report.page.read_bytes(), "html.parser")


def row(site: Site, source: str) -> Tag:
    """The part of the page on one sentence."""
    found = [p for p in page(site).select(".source") if p.get_text() == source]
    sentence = found[-1].find_parent(class_="sentence")
    assert isinstance(sentence, Tag)
    return sentence


def text(tag: Tag, selector: str) -> str:
    return " ".join(part.get_text() for part in tag.select(selector))


def test_source_and_translation_stand_side_by_side_in_their_languages(site: Site) -> None:
    sentence = row(site, ROSE)
    assert [(p["lang"], p.get_text()) for p in sentence.select(".pair p")] == [
        ("en", ROSE),
        ("hi", "नदी का पानी बढ़ गया।"),
    ]


def test_a_sentence_names_its_entry_and_its_state_in_words(site: Site) -> None:
    about = text(row(site, ROSE), ".about")
    assert "draft, to review" in about
    assert f"po/river/hi.po:{site.line('river', ROSE)}" in about


def test_every_state_has_its_words(site: Site) -> None:
    site.approve("river")
    site.edit("posts/river.html", "The river rose.", "The river rose fast.")
    site.translate()
    site.review("river", CLOSED, msgstr="^")
    site.review("river", SPOKE, msgstr="")
    words = {
        "The river": "reviewed",
        "The river rose fast.": "edited since its review",
        CLOSED: "in the sentence above",
        SPOKE: "not translated",
    }
    assert {source: text(row(site, source), ".about b") for source in words} == words
    assert ROSE in text(row(site, "The river rose fast."), "li")
    assert text(row(site, CLOSED), ".target") == "–"


def test_what_the_checks_found_and_reviewers_wrote_is_told(site: Site) -> None:
    site.review("river", ROSE, fuzzy=True, msgstr="नदी 12 बढ़ गई।", tcomment="? क्यों 12")
    told = text(row(site, ROSE), "li")
    assert "error: numbers:" in told
    assert "? क्यों 12" in told


def test_blocks_are_together(site: Site) -> None:
    sections = page(site).select("section")
    sources = [[p.get_text() for p in section.select(".source")] for section in sections]
    assert [ROSE, CLOSED] in sources
    assert [SPOKE] in sources


def test_what_the_text_says_is_not_said_again_for_the_head(make_site: MakeSite) -> None:
    picture = (
        '<p><img src="a.png" alt="Two bridges were closed."> <img src="b.png" alt="A map"></p>'
    )
    site = make_site({"river": RIVER.replace("</h1>", f"</h1>{picture}")})
    site.translate()
    sources = [p.get_text() for p in page(site).select(".source")]
    assert (sources.count(CLOSED), sources.count("A map")) == (1, 1)


def test_markup_in_a_translation_is_text(site: Site) -> None:
    site.review("river", ROSE, msgstr="<script>alert(1)</script>")
    assert page(site).select("script") == []
    assert text(row(site, ROSE), ".target") == "<script>alert(1)</script>"


def test_tags_are_shown_as_the_file_has_them(make_site: MakeSite) -> None:
    post = RIVER.replace("The river rose.", "The <b>river</b> rose.")
    site = make_site({"river": post})
    site.translate()
    assert text(row(site, "The <g1>river</g1> rose."), ".source .tag") == "<g1> </g1>"


def test_a_page_needs_nothing_from_elsewhere(site: Site) -> None:
    soup = page(site)
    assert soup.select("script, link, img, iframe, [src], [href]") == []
    assert "url(" not in str(soup.style)
    assert "@import" not in str(soup.style)


def test_the_page_stands_in_the_state_folder(site: Site) -> None:
    report = pipeline.preview(site.project, str(site.root / "po/river/hi.po"))
    assert report.page == site.root / ".dualpress/preview/river/hi.html"
    assert (report.article, report.counts[Status.DRAFT]) == ("river", 4)


def test_the_page_can_be_named(site: Site) -> None:
    page = site.root / "to read.html"
    assert pipeline.preview(site.project, "river", output=page).page == page
    assert page.is_file()


def test_no_other_file_is_written_over(site: Site) -> None:
    before = site.hashes()
    with pytest.raises(UsageError):
        pipeline.preview(site.project, "river", output=site.root / "po/river/hi.po")
    assert site.hashes() == before


def test_a_dry_run_writes_nothing(site: Site) -> None:
    before = site.hashes()
    pipeline.preview(site.project, "river", dry_run=True)
    assert site.hashes() == before


def test_an_article_without_a_po_file_can_be_looked_at(make_site: MakeSite) -> None:
    site = make_site()
    assert "not translated" in text(row(site, ROSE), ".about")


def test_a_post_that_cannot_be_read_is_told(site: Site) -> None:
    site.write("posts/river.html", "")
    with pytest.raises(ReadError):
        pipeline.preview(site.project, "river")


def test_an_unknown_article_is_refused(site: Site) -> None:
    with pytest.raises(UsageError):
        pipeline.preview(site.project, "rivre")
