"""Articles as posts: what a build would publish, in the words of WordPress."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pipeline_support import ANSWERS, RIVER, MakeSite, Site
from wordpress_posts import BODY, NAVY, PORTS, approved, post

from dualpress.article import Language
from dualpress.errors import ReadError
from dualpress.pipeline.wordpress.translated import TranslatedPost, translated_posts
from dualpress.site.wordpress.post import Term
from dualpress.site.wordpress.record import (
    RECORD_NAME,
    KnownPost,
    KnownTerm,
    TermPair,
    WordPressRecord,
    write_record,
)

HI = Language.HI
GLOSSARY = {"glossaries/own.csv": "en,hi\nPorts,बंदरगाह\nIndian Navy,भारतीय नौसेना\n"}


def posts_of(site: Site, **options: Any) -> dict[str, TranslatedPost]:
    found = translated_posts(site.project, **options)
    made = {one.id: one for one in found}
    assert found.failures == ()
    return made


def river_of(site: Site) -> TranslatedPost:
    return posts_of(site)["river"]


def record(site: Site, known: WordPressRecord) -> None:
    write_record(site.root / RECORD_NAME, known, WordPressRecord())


def warnings_of(site: Site) -> tuple[str, ...]:
    return river_of(site).warnings


def test_the_body_is_the_original_with_its_text_translated(make_site: MakeSite) -> None:
    made = river_of(approved(make_site({"river": post()})))
    assert made.source.body == BODY
    assert made.target.body == (
        '<!-- wp:paragraph {"align":"left"} -->\n'
        '<p class="has-text-align-left">नदी का पानी बढ़ गया। दो पुल बंद कर दिए गए।</p>\n'
        "<!-- /wp:paragraph -->\r\n\n"
        '[caption id="attachment_7" width="300"]<img src="https://blog.example/a.jpg" alt="नदी" '
        "/> सड़क फिर से खुल गई है।[/caption]"
    )


@pytest.mark.parametrize(
    "body",
    [
        BODY,
        "",
        "\r\n The river rose.\r\nTwo bridges were closed. \n\n\n",
        "[gallery ids='1,2'] The river rose.\x0b\x1f]]> &nbsp;&amp;amp; ",
        "The river <b>rose<i></b>.</i>\n---\nThe road",
        "\ue000\U0010fffd🙂 The river rose.",
    ],
)
def test_identity_gives_every_byte_back(make_site: MakeSite, body: str) -> None:
    site = make_site({"river": post(body=body)}, engine="identity", top='publish = "all"')
    site.translate()
    made = river_of(site)
    assert made.target.body == made.source.body == body


def test_comments_of_blocks_say_what_their_elements_say(make_site: MakeSite) -> None:
    body = '<!-- wp:cover {"alt":"The river"} -->\n<div><img alt="The river" src="a.jpg"/></div>'
    made = river_of(approved(make_site({"river": post(body=body)})))
    assert made.target.body == body.replace("The river", "नदी")


def test_all_that_search_engines_see_is_translated(make_site: MakeSite) -> None:
    data = post(
        excerpt="The minister spoke in the evening.",
        seo_title="%%title%% - The road",
        seo_description="The rain stopped at last.",
        image_alt="The river",
    )
    made = river_of(approved(make_site({"river": data})))
    target = made.target
    assert target.title == "नदी"
    assert target.excerpt == "मंत्री ने शाम को बात की।"
    assert target.seo_title == "%%title%% - सड़क"
    assert target.seo_description == "आख़िरकार बारिश थम गई।"
    assert target.image_alt == "नदी"


def test_an_article_tells_its_languages_and_its_original(make_site: MakeSite) -> None:
    made = river_of(approved(make_site({"river": post()})))
    assert (made.source_language, made.target_language) == (Language.EN, HI)
    assert made.original is not None
    assert made.original.id == 12


def test_an_article_that_waits_is_told(make_site: MakeSite) -> None:
    site = make_site({"river": post()})
    site.translate()
    found = translated_posts(site.project)
    assert list(found) == []
    assert "4 drafts to review" in found.held["river"]


def test_an_article_from_elsewhere_is_left_out(make_site: MakeSite) -> None:
    site = approved(make_site({"river": post(), "page": RIVER}))
    assert set(posts_of(site)) == {"river"}


def test_an_article_from_elsewhere_is_there_where_it_is_asked_for(make_site: MakeSite) -> None:
    made = posts_of(approved(make_site({"page": RIVER})), from_wordpress=False)["page"]
    assert made.original is None
    assert made.target.title == "नदी"
    assert "<p>मंत्री ने शाम को बात की।</p>" in made.target.body
    assert "<html" not in made.target.body


def test_only_the_articles_that_are_named(make_site: MakeSite) -> None:
    site = approved(make_site({"river": post(), "other": post(13)}))
    assert set(posts_of(site, names=["other"])) == {"other"}


def test_a_slug_is_made_of_the_title(make_site: MakeSite) -> None:
    assert river_of(approved(make_site({"river": post()}))).target.slug == "nadi"


def test_an_author_may_give_a_slug(make_site: MakeSite) -> None:
    data = post().replace(b'slug: "the-river"\n', b'slug: "the-river"\nslugs: {hi: "jal"}\n')
    assert river_of(approved(make_site({"river": data}))).target.slug == "jal"


def test_a_slug_is_not_that_of_the_original(make_site: MakeSite) -> None:
    assert river_of(approved(make_site({"river": post(slug="nadi")}))).target.slug == "nadi-hi"


def test_no_slug_is_made_of_a_title_that_nobody_confirmed(make_site: MakeSite) -> None:
    site = make_site({"river": post()}, top='publish = "all"')
    site.translate()
    assert river_of(site).target.slug == "the-river-hi"


def test_what_nobody_confirmed_is_told(make_site: MakeSite) -> None:
    site = make_site({"river": post()}, top='publish = "all"')
    site.translate()
    assert warnings_of(site) == ("no human has confirmed all of its translation",)


def test_an_original_that_was_edited_is_told(make_site: MakeSite) -> None:
    site = approved(make_site({"river": post()}))
    answers = {**ANSWERS, "The road was open again.": "सड़क फिर से खुली थी।"}
    site = make_site({"river": post(body=BODY.replace("is open", "was open"))}, answers=answers)
    site.translate()
    assert warnings_of(site) == ("its original was edited after the translation was approved",)


def test_terms_are_those_of_the_glossary(make_site: MakeSite) -> None:
    site = make_site({"river": post(categories=(PORTS,), tags=(NAVY,))}, GLOSSARY)
    made = river_of(approved(site))
    assert made.target.categories == (Term("category", "बंदरगाह", "bandargah"),)
    assert [tag.name for tag in made.target.tags] == ["भारतीय नौसेना"]
    assert made.partners[made.target.categories[0]] == PORTS
    assert made.warnings == ()


def test_a_term_without_a_name_is_left_out_and_told(make_site: MakeSite) -> None:
    made = river_of(approved(make_site({"river": post(tags=(NAVY,))})))
    assert made.target.tags == ()
    assert made.warnings == (
        "the tag “Indian Navy” is left out, for nothing says what it is called in Hindi; "
        "add a row to a glossary: Indian Navy,…",
    )


def test_the_category_of_posts_without_one_is_left_to_wordpress(make_site: MakeSite) -> None:
    usual = Term("category", "Uncategorized", "uncategorized")
    made = river_of(approved(make_site({"river": post(categories=(usual,))})))
    assert (made.target.categories, made.warnings) == ((), ())


def test_terms_of_two_names_never_have_one_slug(make_site: MakeSite) -> None:
    # Both are `hindi` in Latin letters, and WordPress would take the second for the first.
    terms = (Term("category", "Language", "language"), Term("category", "Press", "press"))
    rows = {"glossaries/own.csv": "en,hi\nLanguage,हिन्दी\nPress,हिंदी\n"}
    made = river_of(approved(make_site({"river": post(categories=terms)}, rows)))
    assert [(one.name, one.slug) for one in made.target.categories] == [
        ("हिन्दी", "hindi"),
        ("हिंदी", "hindi-hi"),
    ]


def test_a_term_has_no_slug_that_another_term_of_the_site_has(make_site: MakeSite) -> None:
    terms = (Term("category", "Dal", "dal"), Term("category", "Party", "party"))
    rows = {"glossaries/own.csv": "en,hi\nParty,दल\nDal,दाल\n"}
    made = river_of(approved(make_site({"river": post(categories=terms)}, rows)))
    assert [one.slug for one in made.target.categories if one.name == "दल"] == ["dal-2"]


def test_a_term_that_the_site_has_keeps_its_name_and_slug(make_site: MakeSite) -> None:
    site = approved(make_site({"river": post(tags=(NAVY,))}))
    known = KnownTerm(5, "नौसेना", "nausena")
    pair = TermPair("post_tag", {Language.EN: KnownTerm(4, NAVY.name, "indian-navy"), HI: known})
    record(site, WordPressRecord(terms=(pair,)))
    assert river_of(site).target.tags == (Term("post_tag", "नौसेना", "nausena"),)


def test_the_glossary_goes_before_the_site(make_site: MakeSite) -> None:
    site = approved(make_site({"river": post(tags=(NAVY,))}, GLOSSARY))
    known = KnownTerm(5, "नौसेना", "nausena")
    pair = TermPair("post_tag", {Language.EN: KnownTerm(4, NAVY.name, "indian-navy"), HI: known})
    record(site, WordPressRecord(terms=(pair,)))
    assert [tag.name for tag in river_of(site).target.tags] == ["भारतीय नौसेना"]


def test_a_term_may_be_known_from_reviewed_text(make_site: MakeSite) -> None:
    river = Term("post_tag", "The river", "the-river")
    made = river_of(approved(make_site({"river": post(tags=(river,))})))
    assert made.target.tags == (Term("post_tag", "नदी", "nadi"),)


def test_a_term_that_reviewers_wrote_in_two_ways_is_left_out(make_site: MakeSite) -> None:
    river = Term("post_tag", "The river", "the-river")
    site = approved(make_site({"river": post(tags=(river,)), "other": post(13)}))
    site.review("other", "The river", msgstr="दरिया")
    assert river_of(site).target.tags == ()


def test_two_terms_of_one_name_are_one(make_site: MakeSite) -> None:
    harbours = Term("category", "Harbours", "bandargah")
    glossary = {"glossaries/own.csv": "en,hi\nPorts,बंदरगाह\nHarbours,बंदरगाह\n"}
    site = make_site({"river": post(categories=(PORTS, harbours))}, glossary)
    made = river_of(approved(site))
    assert [term.name for term in made.target.categories] == ["बंदरगाह"]


def test_a_category_stays_below_the_one_above_it(make_site: MakeSite) -> None:
    below = Term("category", "Docks", "docks", parent="ports")
    glossary = {"glossaries/own.csv": "en,hi\nPorts,बंदरगाह\nDocks,गोदी\n"}
    made = river_of(approved(make_site({"river": post(categories=(PORTS, below))}, glossary)))
    assert [(term.name, term.parent) for term in made.target.categories] == [
        ("बंदरगाह", None),
        ("गोदी", "bandargah"),
    ]


@pytest.mark.parametrize(("status", "link"), [("publish", "sadak"), ("draft", "post-13")])
def test_a_link_leads_to_a_translation_that_readers_can_open(
    make_site: MakeSite, status: str, link: str
) -> None:
    body = 'The river rose. <a href="https://blog.example/post-13/">The road</a>'
    answers = {**ANSWERS, "The road": "सड़क"}
    site = approved(make_site({"river": post(body=body)}, answers=answers))
    known = WordPressRecord(site="https://blog.example")
    known = known.with_original("road", KnownPost(13, "https://blog.example/post-13/", "publish"))
    there = KnownPost(77, "https://blog.example/sadak/", status)
    record(site, known.with_translation("road", HI, there))
    assert f'<a href="https://blog.example/{link}/">' in river_of(site).target.body


def test_what_is_damaged_is_told_and_the_rest_goes_on(make_site: MakeSite) -> None:
    broken = post(13).replace(b"  type: post\n", b"  type: song\n")
    site = approved(make_site({"river": post(), "broken": broken}))
    found = translated_posts(site.project)
    assert [one.id for one in found] == ["river"]
    (failure,) = found.failures
    assert isinstance(failure, ReadError)
    assert failure.path == site.root / "posts" / "broken.html"


def test_a_half_of_a_character_is_refused(make_site: MakeSite) -> None:
    data = post().replace(b'slug: "the-river"', b'slug: "the-river\\ud800"')
    site = approved(make_site({"river": data}))
    found = translated_posts(site.project)
    assert list(found) == []
    assert [failure.cause for failure in found.failures] == ["its text has halves of characters"]


def test_reading_writes_nothing(make_site: MakeSite, tmp_path: Path) -> None:
    river = Term("post_tag", "The river", "the-river")
    site = approved(make_site({"river": post(tags=(river,))}))
    (site.root / ".dualpress" / "memory.sqlite").unlink(missing_ok=True)
    before = site.hashes()
    posts_of(site, dry_run=True)
    assert site.hashes() == before
