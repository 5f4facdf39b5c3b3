"""Publishing in WordPress: languages, categories and tags, SEO fields."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fake_wordpress import Asked, Said
from publish_support import Desk, desk_at

from dualpress.site.wordpress.post import Term

FLOODS = Term("category", "Floods", "floods")
RIVERS = Term("post_tag", "Rivers", "rivers")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    with desk_at(tmp_path, monkeypatch) as found:
        (tmp_path / "glossaries").mkdir()
        rows = "en,hi\nFloods,बाढ़\nRivers,नदियाँ\nNorth & South,उत्तर और दक्षिण\n"
        (tmp_path / "glossaries" / "terms.csv").write_text(rows, encoding="utf-8")
        found.site.capabilities.add("manage_categories")
        yield found


def add(desk: Desk, *terms: Term, **more: Any) -> int:
    own = {
        "categories": tuple(term for term in terms if term.taxonomy == "category"),
        "tags": tuple(term for term in terms if term.taxonomy == "post_tag"),
    }
    number = desk.add(text={**own, **more.pop("text", {})}, **more)
    desk.review()
    return number


def made(desk: Desk) -> dict[str, Any]:
    [post] = desk.translations()
    return post


def test_the_pair_is_linked_where_polylang_answers(desk: Desk) -> None:
    desk.site.has_polylang = True
    number = add(desk)
    told = desk.publish_one()
    assert made(desk)["lang"] == "hi"
    assert desk.site.posts[number]["translations"] == {"en": number, "hi": told.post}
    assert told.warnings == ()


def test_the_site_s_own_code_of_a_language_is_used(desk: Desk) -> None:
    def languages(asked: Asked) -> Said | None:
        told = [{"slug": "en", "locale": "en_GB"}, {"slug": "hindi", "locale": "hi_IN"}]
        return Said(told) if asked.route == "pll/v1/languages" else None

    desk.site.has_polylang = True
    desk.site.traps.append(languages)
    add(desk)
    desk.publish_one()
    assert made(desk)["lang"] == "hindi"


def test_other_translations_of_the_original_stay_linked(desk: Desk) -> None:
    desk.site.has_polylang = True
    number = add(desk)
    desk.site.edit(number, translations={"en": number, "fr": 77})
    desk.publish_one()
    assert made(desk)["translations"]["fr"] == 77


def test_a_translation_that_polylang_knows_is_not_overwritten(desk: Desk) -> None:
    desk.site.has_polylang = True
    number = add(desk)
    other = desk.site.add(title="another Hindi one", slug="x", content="by hand", lang="hi")
    desk.site.edit(number, translations={"en": number, "hi": other})
    told = desk.publish_one()
    assert told.held is not None
    assert f"post {other}" in told.held


def test_an_original_in_no_language_is_not_linked_and_told(desk: Desk) -> None:
    desk.site.has_polylang = True
    number = add(desk)
    desk.site.edit(number, lang="")
    [warning] = desk.publish_one().warnings
    assert "no language" in warning
    assert made(desk)["lang"] == "hi"


def test_a_site_without_languages_is_told_once(desk: Desk) -> None:
    add(desk)
    desk.add("The road", "<p>It is open.</p>")
    desk.review()
    [warning] = desk.publish().warnings
    assert "knows the languages of posts" in warning


def test_terms_are_made_in_the_language_once(desk: Desk) -> None:
    desk.site.has_polylang = True
    add(desk, FLOODS, RIVERS)
    desk.publish_one()
    named = {term["name"]: term for term in desk.site.terms.values()}
    assert named["बाढ़"]["lang"] == "hi"
    assert made(desk)["categories"] == [named["बाढ़"]["id"]]
    assert made(desk)["tags"] == [named["नदियाँ"]["id"]]
    desk.forget()
    desk.publish_one()
    assert len(desk.site.terms) == 2


def test_a_term_that_is_there_is_taken(desk: Desk) -> None:
    known = desk.site.add_term("categories", "बाढ़", "baadh-own")
    add(desk, FLOODS)
    assert desk.publish().made_terms == ()
    assert made(desk)["categories"] == [known["id"]]


def test_a_term_of_another_language_is_not_taken(desk: Desk) -> None:
    desk.site.has_polylang = True
    other = desk.site.add_term("tags", "नदियाँ", lang="en")
    add(desk, RIVERS)
    desk.publish_one()
    assert len(made(desk)["tags"]) == 1
    assert made(desk)["tags"] != [other["id"]]


def test_tags_that_an_editor_adds_stay(desk: Desk) -> None:
    add(desk, RIVERS)
    told = desk.publish_one()
    assert told.post is not None
    own = made(desk)["tags"]
    desk.site.edit(told.post, tags=[*own, 7])
    desk.correct("बढ़ गया", "चढ़ गया")
    desk.publish_one()
    assert set(made(desk)["tags"]) == {*own, 7}


def test_a_term_that_a_search_does_not_find_is_taken(desk: Desk) -> None:
    """WordPress stores an ampersand as a character reference, and looks for what it stores."""
    known = desk.site.add_term("tags", "नदियाँ")
    add(desk, RIVERS)

    def finds_nothing(asked: Asked) -> Said | None:
        is_search = asked.route == "wp/v2/tags" and asked.method == "GET"
        return Said([]) if is_search else None

    desk.site.traps.append(finds_nothing)
    desk.publish_one()
    assert made(desk)["tags"] == [known["id"]]


def test_a_term_that_the_user_may_not_make_is_told(desk: Desk) -> None:
    desk.site.capabilities.remove("manage_categories")
    add(desk, FLOODS)
    report = desk.publish()
    assert any("“बाढ़”" in warning and "may not make it" in warning for warning in report.warnings)
    assert made(desk)["categories"] == []


def test_a_category_stands_below_the_one_above_it(desk: Desk) -> None:
    above = desk.site.add_term("categories", "बाढ़", "baadh")
    add(desk, Term("category", "Rivers", "rivers", parent="floods"), FLOODS)
    desk.publish_one()
    [below] = [term for term in desk.site.terms.values() if term["name"] == "नदियाँ"]
    assert below["parent"] == above["id"]


def test_a_dry_run_tells_which_terms_it_would_make(desk: Desk) -> None:
    add(desk, FLOODS)
    assert desk.publish(dry_run=True).made_terms == ("the category “बाढ़”",)
    assert desk.site.terms == {}


def test_a_term_without_a_translation_is_told(desk: Desk) -> None:
    add(desk, Term("post_tag", "Dams", "dams"))
    assert any("“Dams”" in warning for warning in desk.publish_one().warnings)


SEO = {"seo_title": "The river", "seo_description": "In short."}


def test_seo_fields_are_sent_where_the_site_takes_them(desk: Desk) -> None:
    meta = {"_yoast_wpseo_title": "", "_yoast_wpseo_metadesc": ""}
    add(desk, seo="yoast", text=SEO, meta=meta)
    assert not any("SEO" in warning for warning in desk.publish().warnings)
    assert made(desk)["meta"] == {
        "_yoast_wpseo_title": "नदी",
        "_yoast_wpseo_metadesc": "संक्षेप में।",
    }


def test_seo_fields_that_the_site_does_not_take_are_told_once(desk: Desk) -> None:
    add(desk, seo="rank-math", text=SEO)
    told = [warning for warning in desk.publish().warnings if "SEO" in warning]
    assert len(told) == 1
    assert made(desk)["meta"] == {}


def test_a_site_that_is_to_have_no_languages_is_not_told(desk: Desk) -> None:
    desk.configure(plugin="none")
    add(desk)
    assert desk.publish().warnings == ()


def test_polylang_without_pro_is_told_what_to_do(desk: Desk) -> None:
    desk.site.has_polylang = True
    number = add(desk)
    for field in ("lang", "translations"):
        del desk.site.posts[number][field]
    [warning] = desk.publish().warnings
    assert "set languages in its Pro version only" in warning


def test_wpml_is_told_what_to_do(desk: Desk) -> None:
    desk.configure(plugin="wpml")
    add(desk)
    [warning] = desk.publish().warnings
    assert "WPML does not let other programs set languages" in warning


def test_a_language_that_polylang_lacks_is_told(desk: Desk) -> None:
    def languages(asked: Asked) -> Said | None:
        is_asked = asked.route == "pll/v1/languages"
        return Said([{"slug": "en", "locale": "en_US"}]) if is_asked else None

    desk.site.has_polylang = True
    desk.site.traps.append(languages)
    add(desk)
    [warning] = desk.publish().warnings
    assert "Polylang has no Hindi" in warning
