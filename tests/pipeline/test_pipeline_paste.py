"""A translation laid out to be pasted."""

from __future__ import annotations

import pytest
from pipeline_support import RIVER, MakeSite, Site

from dualpress.errors import UsageError, WorkError, WriteError
from dualpress.pipeline.paste import list_pasteable, paste
from dualpress.site.wordpress.fragment import Fragment, fragment_of
from dualpress.site.wordpress.post import Original, PostText, Term

ORIGINAL = Original(
    id=12,
    type="post",
    status="publish",
    guid="https://blog.example/?p=12",
    link="https://blog.example/river/",
    date="2026-11-20 10:00:00",
    date_gmt=None,
    author="asha",
)


def approved(site: Site) -> Site:
    site.translate()
    result = site.approve("river")
    assert result.refused == result.failures == ()
    return site


def classic(body: str, **said: object) -> bytes:
    told = PostText(**{"title": "The river", "slug": "river", "body": body, **said})  # type: ignore[arg-type]
    return fragment_of(Fragment(ORIGINAL, told))


def files(site: Site, folder: str = "paste/river") -> set[str]:
    return {path.name for path in (site.root / folder).iterdir()}


def test_each_part_is_a_file(site: Site) -> None:
    report = paste(approved(site).project, "river")
    assert files(site) == {
        ".dualpress-paste.json",
        "index.html",
        "body.html",
        "description.txt",
        "excerpt.txt",
        "slug.txt",
        "tags.txt",
        "title.txt",
    }
    assert site.read("paste/river/title.txt") == "नदी\n"
    assert site.read("paste/river/slug.txt") == "nadi\n"
    assert site.read("paste/river/tags.txt") == ""
    assert report.page == site.root / "paste" / "river" / "index.html"


def test_the_body_is_the_article_without_the_page_around_it(site: Site) -> None:
    paste(approved(site).project, "river")
    body = site.read("paste/river/body.html")
    assert body.strip() == (
        "<p>नदी का पानी बढ़ गया। दो पुल बंद कर दिए गए।</p>\n<p>मंत्री ने शाम को बात की।</p>"
    )


def test_paragraphs_of_blank_lines_become_elements(make_site: MakeSite) -> None:
    body = "The river rose.\r\n\r\nTwo bridges were closed.\nThe road is open again."
    site = approved(make_site({"river": classic(body)}))
    paste(site.project, "river")
    assert site.read("paste/river/body.html") == (
        "<p>नदी का पानी बढ़ गया।</p>\n\n<p>दो पुल बंद कर दिए गए।<br>\nसड़क फिर से खुल गई है।</p>"
    )


def test_a_body_of_blocks_keeps_its_comments(make_site: MakeSite) -> None:
    body = "<!-- wp:paragraph -->\n<p>The river rose.</p>\n<!-- /wp:paragraph -->"
    site = approved(make_site({"river": classic(body)}))
    paste(site.project, "river")
    assert site.read("paste/river/body.html") == body.replace(
        "The river rose.", "नदी का पानी बढ़ गया।"
    )


def test_fields_that_few_articles_have_are_files_where_there_is_something(
    make_site: MakeSite,
) -> None:
    post = classic(
        "The river rose.",
        excerpt="Two bridges were closed.",
        image_alt="The road",
        seo_title="The river %%sep%% %%sitename%%",
        tags=(Term("post_tag", "Roads", "roads"), Term("post_tag", "Rivers", "rivers")),
    )
    glossary = {"glossaries/own.csv": "en,hi\nRoads,सड़कें\nRivers,नदियाँ\n"}
    site = approved(make_site({"river": post}, files=glossary))
    paste(site.project, "river")
    assert site.read("paste/river/excerpt.txt") == "दो पुल बंद कर दिए गए।\n"
    assert site.read("paste/river/alt.txt") == "सड़क\n"
    assert site.read("paste/river/seo_title.txt") == "नदी\n"
    assert site.read("paste/river/tags.txt") == "सड़कें\nनदियाँ\n"


def test_an_article_that_waits_is_refused(site: Site) -> None:
    site.translate()
    with pytest.raises(WorkError, match="the article “river” waits: 4 drafts to review") as caught:
        paste(site.project, "river")
    assert caught.value.hint == "See what is left with: dualpress status river"
    assert not (site.root / "paste").exists()


def test_a_draft_that_is_published_all_the_same_says_so_on_its_page(make_site: MakeSite) -> None:
    site = make_site(top='publish = "all"')
    site.translate()
    report = paste(site.project, "river")
    assert report.warnings == ("no human has confirmed all of its translation",)
    assert "no human has confirmed all of its translation" in site.read("paste/river/index.html")


def test_what_means_something_on_its_site_only_is_told(make_site: MakeSite) -> None:
    page = RIVER.replace("</body>", '<p><a href="road.html"><img src="a/b.jpg"></a></p></body>')
    page = page.replace("</body>", '<p><a href="https://x.example/">The road</a></p></body>')
    report = paste(approved(make_site({"river": page})).project, "river")
    assert report.warnings == (
        "links and pictures with addresses that only work on its own site: road.html, a/b.jpg",
    )


def test_shortcodes_are_told(make_site: MakeSite) -> None:
    site = approved(make_site({"river": classic('The river rose.\n\n[gallery ids="1,2"]')}))
    assert paste(site.project, "river").warnings == (
        'only WordPress knows its shortcodes, others show them as text: [gallery ids="1,2"]',
    )


def test_a_second_run_removes_what_is_no_longer_there(make_site: MakeSite) -> None:
    site = approved(make_site({"river": classic("The river rose.", image_alt="The road")}))
    paste(site.project, "river")
    site.write("posts/river.html", classic("The river rose."))
    approved(site)
    report = paste(site.project, "river")
    assert [path.name for path in report.removed] == ["alt.txt"]


def test_a_file_of_somebody_else_is_not_overwritten(site: Site) -> None:
    site.write("paste/river/title.txt", "mine")
    with pytest.raises(WriteError):
        paste(approved(site).project, "river")
    assert site.read("paste/river/title.txt") == "mine"


def test_another_folder_may_be_named(site: Site) -> None:
    paste(approved(site).project, "river", site.root / "elsewhere")
    assert "title.txt" in files(site, "elsewhere")


def test_a_dry_run_writes_nothing(site: Site) -> None:
    report = paste(approved(site).project, "river", dry_run=True)
    assert len(report.written) == 7
    assert not (site.root / "paste").exists()


def test_the_list_says_what_can_be_pasted_and_what_waits(make_site: MakeSite) -> None:
    road = RIVER.replace("The river", "The road")
    site = make_site({"river": RIVER, "road": road})
    site.translate()
    assert site.approve("river").refused == ()
    found = list_pasteable(site.project)
    assert [(one.id, one.title) for one in found.articles] == [("river", "नदी")]
    assert list(found.held) == ["road"]


def test_an_unknown_article_is_told(site: Site) -> None:
    with pytest.raises(UsageError, match="no article “rivr”"):
        paste(site.project, "rivr")
