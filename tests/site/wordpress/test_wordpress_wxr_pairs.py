"""Posts and their translations in one file, as Polylang and WPML read it."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import replace

from dualpress.article import Language
from dualpress.site.wordpress.polylang import PolylangPairing
from dualpress.site.wordpress.post import Original, PostText, Term
from dualpress.site.wordpress.wpml import WpmlPairing
from dualpress.site.wordpress.wxr_pairs import MakePairing, Pair, PairFile
from dualpress.site.wordpress.wxr_write import WxrChannel

WP = "{http://wordpress.org/export/1.2/}"
SEA = Term("category", "Sea", "sea")
PORTS = Term("category", "Ports", "ports", parent="sea")
SAGAR = Term("category", "सागर", "sagar")
BANDARGAH = Term("category", "बंदरगाह", "bandargah", parent="sagar")

ORIGINAL = Original(
    id=12,
    type="post",
    status="publish",
    guid="https://blog.example/?p=12",
    link="https://blog.example/river/",
    date="2026-11-20 10:00:00",
    date_gmt="2026-11-20 04:30:00",
    author="asha",
    image=55,
    seo="yoast",
)
PAIR = Pair(
    original=ORIGINAL,
    source=PostText("The river", "river", "<p>It rose.</p>", seo_title="River"),
    target=PostText("नदी", "nadi", "<p>बढ़ी।</p>", seo_title="नदी!", seo_description="बाढ़"),
    source_language=Language.EN,
    target_language=Language.HI,
    number=77,
    status="publish",
    partners={},
)


def polylang(numbers: Iterator[int]) -> PolylangPairing:
    names = {Language.EN: "English", Language.HI: "हिन्दी"}
    return PolylangPairing(numbers, names, {Language.EN: "en-IN", Language.HI: "hi-IN"})


def wpml(_: Iterator[int]) -> WpmlPairing:
    return WpmlPairing()


def channel_of(*pairs: Pair, plugin: MakePairing = polylang) -> ET.Element:
    channel = WxrChannel("Desk", "https://blog.example/", "en")
    data = PairFile(channel, plugin).write(pairs)
    found = ET.fromstring(data).find("channel")  # noqa: S314 - what was just written
    assert found is not None
    return found


def items_of(*pairs: Pair, plugin: MakePairing = polylang) -> dict[int, ET.Element]:
    items = channel_of(*pairs, plugin=plugin).findall("item")
    return {int(item.findtext(f"{WP}post_id") or 0): item for item in items}


def terms_of(item: ET.Element) -> list[tuple[str | None, str | None]]:
    return [(one.get("domain"), one.get("nicename")) for one in item.findall("category")]


def meta_of(element: ET.Element, kind: str = "postmeta") -> dict[str | None, str | None]:
    return {
        meta.findtext(f"{WP}meta_key"): meta.findtext(f"{WP}meta_value")
        for meta in element.findall(f"{WP}{kind}")
    }


def plugin_terms(channel: ET.Element, taxonomy: str) -> dict[str, dict[str, int]]:
    """The terms of a taxonomy of Polylang's, and what each lists."""
    found = {}
    for term in channel.findall(f"{WP}term"):
        if term.findtext(f"{WP}term_taxonomy") == taxonomy:
            listed = re.findall(r'"(\w+)";i:(\d+);', term.findtext(f"{WP}term_description") or "")
            slug = term.findtext(f"{WP}term_slug") or ""
            found[slug] = {language: int(number) for language, number in listed}
    return found


def with_terms(partners: Mapping[Term, Term | None]) -> Pair:
    target = replace(PAIR.target, categories=tuple(partners))
    return replace(PAIR, target=target, partners=partners)


def categories(channel: ET.Element) -> dict[str | None, tuple[int, str | None]]:
    return {
        term.findtext(f"{WP}category_nicename"): (
            int(term.findtext(f"{WP}term_id") or 0),
            term.findtext(f"{WP}category_parent"),
        )
        for term in channel.findall(f"{WP}category")
    }


def test_polylang_finds_the_pair_by_the_numbers_of_its_posts() -> None:
    groups = plugin_terms(channel_of(PAIR), "post_translations")
    (group,) = groups
    assert groups[group] == {"en": 12, "hi": 77}
    items = items_of(PAIR)
    assert terms_of(items[12]) == [("language", "en"), ("post_translations", group)]
    assert terms_of(items[77]) == [("language", "hi"), ("post_translations", group)]


def test_polylang_learns_a_language_that_it_does_not_have() -> None:
    term = channel_of(PAIR).findall(f"{WP}term")[1]
    assert term.findtext(f"{WP}term_slug") == "hi"
    assert 's:6:"locale";s:5:"hi_IN"' in (term.findtext(f"{WP}term_description") or "")


def test_polylang_links_categories() -> None:
    channel = channel_of(with_terms({SAGAR: SEA}))
    numbers = categories(channel)
    (linked,) = plugin_terms(channel, "term_translations").values()
    assert linked == {"en": numbers["sea"][0], "hi": numbers["sagar"][0]}


def test_a_term_without_a_known_original_gets_its_language() -> None:
    (linked,) = plugin_terms(channel_of(with_terms({SAGAR: None})), "term_translations").values()
    assert list(linked) == ["hi"]


def test_a_term_that_is_linked_already_is_not_linked_again() -> None:
    pair = replace(with_terms({SAGAR: SEA}), partners={})
    assert plugin_terms(channel_of(pair), "term_translations") == {}


def test_a_term_of_many_posts_is_linked_once() -> None:
    one = with_terms({SAGAR: SEA})
    two = replace(one, number=78, original=replace(ORIGINAL, id=13, guid="https://b/?p=13"))
    kinds = [kind.text for kind in channel_of(one, two).iter(f"{WP}term_taxonomy")]
    assert kinds.count("term_translations") == 1


def test_numbers_of_terms_are_told_apart() -> None:
    channel = channel_of(with_terms({SAGAR: SEA, BANDARGAH: PORTS}))
    numbers = [term.text for term in channel.iter(f"{WP}term_id")]
    assert len(numbers) == len(set(numbers)) == 9


def test_a_category_comes_after_the_one_above_it() -> None:
    found = categories(channel_of(with_terms({BANDARGAH: PORTS, SAGAR: SEA})))
    names = list(found)
    assert names.index("sagar") < names.index("bandargah")
    assert found["bandargah"][1] == "sagar"


def test_a_category_above_that_is_not_in_the_file_is_left_out() -> None:
    assert categories(channel_of(with_terms({BANDARGAH: None})))["bandargah"][1] == ""


def test_wpml_reads_custom_fields() -> None:
    items = items_of(PAIR, plugin=wpml)
    group = "https://blog.example/?p=12#12"
    assert meta_of(items[12]) == {
        "_wpml_import_language_code": "en",
        "_wpml_import_translation_group": group,
    }
    assert meta_of(items[77]).items() >= {
        ("_wpml_import_language_code", "hi"),
        ("_wpml_import_source_language_code", "en"),
        ("_wpml_import_translation_group", group),
    }


def test_wpml_reads_custom_fields_of_terms() -> None:
    channel = channel_of(with_terms({SAGAR: SEA}), plugin=wpml)
    told = {
        term.findtext(f"{WP}category_nicename"): meta_of(term, "termmeta")
        for term in channel.findall(f"{WP}category")
    }
    assert told["sagar"]["_wpml_import_source_language_code"] == "en"
    assert len({meta["_wpml_import_translation_group"] for meta in told.values()}) == 1


def test_the_translation_shows_the_same_picture_and_has_fields_of_its_own() -> None:
    meta = meta_of(items_of(PAIR)[77])
    assert meta == {
        "_thumbnail_id": "55",
        "_yoast_wpseo_title": "नदी!",
        "_yoast_wpseo_metadesc": "बाढ़",
    }


def test_fields_of_the_other_seo_plugin() -> None:
    pair = replace(PAIR, original=replace(ORIGINAL, seo="rank-math", image=None))
    assert set(meta_of(items_of(pair)[77])) == {"rank_math_title", "rank_math_description"}


def test_an_original_brings_no_fields_that_wordpress_would_add_once_more() -> None:
    assert meta_of(items_of(PAIR)[12]) == {}


def test_an_original_that_wordpress_does_not_know_again_is_no_second_publication() -> None:
    items = items_of(PAIR)
    assert items[12].findtext(f"{WP}status") == "draft"
    assert items[77].findtext(f"{WP}status") == "publish"


def test_the_importer_knows_an_original_by_its_title_as_it_is_stored() -> None:
    pair = replace(PAIR, original=replace(ORIGINAL, title="The <em>river</em>"))
    assert items_of(pair)[12].findtext("title") == "The <em>river</em>"


def test_the_importer_finds_a_title_with_backslashes() -> None:
    # post_exists() takes one level of backslashes from the title that it looks for.
    pair = replace(PAIR, original=replace(ORIGINAL, title="C:\\temp"))
    assert items_of(pair)[12].findtext("title") == "C:\\\\temp"


def test_a_title_in_the_project_is_not_what_the_importer_knows_a_post_by() -> None:
    pair = replace(
        PAIR,
        original=replace(ORIGINAL, title="The river"),
        source=replace(PAIR.source, title="The rivers, mended"),
    )
    assert items_of(pair)[12].findtext("title") == "The river"


def test_a_translation_with_backslashes_is_found_when_the_file_is_imported_again() -> None:
    pair = replace(PAIR, target=replace(PAIR.target, title="C:\\temp"))
    assert items_of(pair)[77].findtext("title") == "C:&#92;temp"


def test_posts_of_one_guid_are_pairs_of_their_own() -> None:
    page = replace(PAIR, original=replace(ORIGINAL, id=13, type="page"), number=78)
    groups = plugin_terms(channel_of(PAIR, page), "post_translations")
    assert sorted(groups.values(), key=str) == [{"en": 12, "hi": 77}, {"en": 13, "hi": 78}]


def test_a_translation_is_shown_as_its_original_is() -> None:
    shown = replace(ORIGINAL, type="page", order=5, template="wide.php", comments="open")
    made = items_of(replace(PAIR, original=shown))[77]
    assert meta_of(made)["_wp_page_template"] == "wide.php"
    assert made.findtext(f"{WP}menu_order") == "5"
    assert made.findtext(f"{WP}comment_status") == "open"


def test_a_page_stays_below_the_translation_of_the_one_above_it() -> None:
    above = replace(PAIR, original=replace(ORIGINAL, type="page"))
    below = replace(
        PAIR, original=replace(ORIGINAL, id=13, type="page", parent=12, title="Sea"), number=78
    )
    items = items_of(below, above)
    assert items[78].findtext(f"{WP}post_parent") == "77"
    assert items_of(below)[78].findtext(f"{WP}post_parent") == "0"


def test_the_title_of_a_translation_is_html() -> None:
    pair = replace(PAIR, target=replace(PAIR.target, title="ए < बी & सी"))
    assert items_of(pair)[77].findtext("title") == "ए &lt; बी &amp; सी"


def test_a_translation_of_the_same_title_is_told_apart_by_its_time() -> None:
    pair = replace(PAIR, target=replace(PAIR.target, title="The river"))
    item = items_of(pair)[77]
    assert item.findtext(f"{WP}post_date") == "2026-11-20 10:00:01"
    assert item.findtext(f"{WP}post_date_gmt") == "2026-11-20 04:30:01"


def test_a_translation_of_another_title_has_the_time_of_its_original() -> None:
    assert items_of(PAIR)[77].findtext(f"{WP}post_date") == "2026-11-20 10:00:00"


def test_a_draft_of_the_same_title_without_a_time() -> None:
    pair = replace(
        PAIR,
        original=replace(ORIGINAL, date_gmt=None),
        target=replace(PAIR.target, title="The river"),
    )
    assert items_of(pair)[77].findtext(f"{WP}post_date_gmt") == "0000-00-00 00:00:00"


def test_posts_have_guids_of_their_own() -> None:
    items = items_of(PAIR)
    assert items[12].findtext("guid") == "https://blog.example/?p=12"
    assert items[77].findtext("guid") == "https://blog.example/?p=12#dualpress-hi"


def test_every_author_is_named_once() -> None:
    two = replace(PAIR, number=78, original=replace(ORIGINAL, id=13))
    assert len(channel_of(PAIR, two).findall(f"{WP}author")) == 1
