from __future__ import annotations

import pytest

from dualpress.article import Language
from dualpress.site.wordpress.languages import (
    Languages,
    Member,
    Membership,
    TranslationOf,
    language_of,
    term_pairs,
    translations,
)
from dualpress.site.wordpress.record import KnownTerm, TermPair
from dualpress.site.wordpress.wxr import ItemTerm, WxrItem, WxrTerm

EN, HI = Language.EN, Language.HI


def member(
    number: int,
    language: Language,
    *,
    group: str | None = "g",
    date: str = "2026-11-20 10:00:00",
    is_public: bool = True,
    is_translation: bool = False,
) -> Member:
    of = Membership(language.value, language, group, is_translation)
    return Member(number, of, is_public, date)


@pytest.mark.parametrize(
    ("tag", "language"), [("en-US", EN), ("hi_IN", HI), ("hi", HI), ("fr", None), ("", None)]
)
def test_a_language_is_told_by_its_tag(tag: str, language: Language | None) -> None:
    assert language_of(tag) is language


def test_a_site_may_call_a_language_as_it_likes() -> None:
    description = 'a:3:{s:6:"locale";s:5:"hi_IN";s:3:"rtl";i:0;s:9:"flag_code";s:2:"in";}'
    languages = Languages([WxrTerm(1, "language", "bharat", "हिन्दी", description=description)])
    assert languages.named("bharat") is HI


def test_polylang_tells_by_terms() -> None:
    item = WxrItem(
        1, terms=[ItemTerm("language", "hi", "x"), ItemTerm("post_translations", "g", "g")]
    )
    assert Languages().membership(item) == Membership("hi", HI, "g")


def test_wpml_tells_by_fields() -> None:
    fields = {
        "_wpml_import_language_code": "hi",
        "_wpml_import_source_language_code": "en",
        "_wpml_import_translation_group": "7",
    }
    assert Languages().membership(WxrItem(1, fields=fields)) == Membership("hi", HI, "7", True)


def test_a_third_language_is_none_of_the_two() -> None:
    item = WxrItem(1, terms=[ItemTerm("language", "fr", "Français")])
    assert Languages().membership(item) == Membership("fr", None)


def test_the_earlier_of_two_posts_is_the_original() -> None:
    pair = [member(5, EN, date="2026-11-21 10:00:00"), member(9, HI)]
    assert translations(pair, (), EN) == {5: TranslationOf(9, EN)}


def test_of_two_posts_of_one_time_that_in_the_sites_language_is_the_original() -> None:
    assert translations([member(5, HI), member(9, EN)], (), EN) == {5: TranslationOf(9, HI)}


def test_what_readers_do_not_see_is_no_original_of_what_they_see() -> None:
    pair = [member(5, EN, is_public=False), member(9, HI)]
    assert translations(pair, (), EN) == {5: TranslationOf(9, EN)}


def test_what_wordpress_calls_a_translation_is_one() -> None:
    pair = [member(5, EN, is_translation=True), member(9, HI)]
    assert translations(pair, (), EN) == {5: TranslationOf(9, EN)}


def test_what_was_imported_as_an_original_stays_one() -> None:
    pair = [member(5, EN), member(9, HI, date="2026-11-21 10:00:00")]
    assert translations(pair, {9}, EN) == {5: TranslationOf(9, EN)}


def test_posts_of_no_group_or_of_one_language_are_originals() -> None:
    alone = [member(1, EN, group=None), member(2, HI, group=None), member(3, EN), member(4, EN)]
    assert translations(alone, (), EN) == {}


def test_terms_of_both_languages_are_paired() -> None:
    terms = [
        WxrTerm(3, "category", "navy", "Navy &amp; ports"),
        WxrTerm(7, "category", "nausena", "नौसेना"),
        WxrTerm(9, "term_translations", "pll_1", "x", "", 'a:2:{s:2:"en";i:3;s:2:"hi";i:7;}'),
    ]
    known = {EN: KnownTerm(3, "Navy & ports", "navy"), HI: KnownTerm(7, "नौसेना", "nausena")}
    assert list(term_pairs(terms, Languages(terms))) == [TermPair("category", known)]


def test_a_term_of_one_language_is_no_pair() -> None:
    terms = [
        WxrTerm(3, "category", "navy", "Navy"),
        WxrTerm(9, "term_translations", "pll_1", "x", "", 'a:2:{s:2:"en";i:3;s:2:"hi";i:8;}'),
    ]
    assert list(term_pairs(terms, Languages(terms))) == []
