import json

import pytest
from site_support import EN, HI, context, entry, html, only, soup

from dualpress.article import Language
from dualpress.html.patches import apply_patches
from dualpress.html.read import read_html
from dualpress.site.language_tags import mark_foreign


@pytest.mark.parametrize(
    ("source", "language", "expected"),
    [
        ('<html lang="en-US">', HI, '<html lang="hi-IN">'),
        ('<html lang="en-US">', EN, '<html lang="en-US">'),
        ("<html class=a lang='en'>", HI, "<html class=a lang='hi'>"),
        ("<html lang=en>", HI, '<html lang="hi">'),
        ("<html class=a>", EN, '<html lang="en" class=a>'),
        ('<html lang="fr">', EN, '<html lang="en">'),
        ('<html lang="" xml:lang="en">', HI, '<html lang="hi" xml:lang="hi">'),
        ("<!-- a --><body>", HI, '<!-- a --><html lang="hi"><body>'),
    ],
)
def test_the_page_says_its_language(source: str, language: Language, expected: str) -> None:
    assert html(f"{source}b", language, decorations=only(language=True)) == f"{expected}b"


def test_a_translation_into_english_gets_the_region_of_the_settings() -> None:
    page = html(
        '<html lang="hi-IN"><body>नमस्ते',
        EN,
        article=entry(source=HI),
        decorations=only(language=True),
        regions={EN: "GB", HI: "IN"},
    )
    assert page.startswith('<html lang="en-GB">')


def test_content_language_is_translated_too() -> None:
    page = html(
        '<head><meta http-equiv="Content-Language" content="en-us"></head>a',
        decorations=only(language=True),
    )
    assert 'content="hi-IN"' in page


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('<body><article lang="en-GB"><p>A ship.</p></article>', '<article lang="hi-IN">'),
        ('<body><p>A <i lang="en">ship</i> came.</p>', '<i lang="hi">'),
        ('<body><p>A ship.</p><a lang="hi">हिंदी</a>', '<a lang="hi">'),
        ('<body><p>A <code lang="en">ls</code> came.</p>', '<code lang="en">'),
        ('<body><p>A.</p><p lang="en" translate="no">B.</p>', '<p lang="en" translate="no">'),
        ('<body><p lang="fr">Un navire.</p>', '<p lang="fr">'),
    ],
)
def test_lang_inside_the_page_follows_what_is_translated(source: str, expected: str) -> None:
    assert expected in html(source, decorations=only(language=True))


def test_lang_inside_the_original_stays() -> None:
    source = '<html lang="en"><article lang="en-GB"><p>A ship.</p></article>'
    assert html(source, EN, decorations=only(language=True)) == source


def locales(source: str, language: Language = HI) -> list[tuple[str, str]]:
    page = soup(html(source, language, decorations=only(open_graph=True)))
    return [
        (str(meta["property"]), str(meta["content"]))
        for meta in page.find_all("meta")
        if str(meta.get("property", "")).startswith("og:locale")
    ]


def test_open_graph_keeps_the_locale_that_the_original_declares() -> None:
    source = '<head><meta property="og:locale" content="en_US"></head>a'
    assert locales(source, EN) == [("og:locale", "en_US"), ("og:locale:alternate", "hi_IN")]
    assert locales(source, HI) == [("og:locale", "hi_IN"), ("og:locale:alternate", "en_US")]


def test_open_graph_takes_the_region_of_the_page() -> None:
    assert locales('<html lang="en-gb"><body>a', EN)[0] == ("og:locale", "en_GB")


def test_open_graph_falls_back_to_the_settings() -> None:
    assert locales("<html><body>a", EN)[0] == ("og:locale", "en_IN")


def test_open_graph_alternates_are_replaced_but_those_of_other_languages_stay() -> None:
    alternates = "".join(
        f'<meta property="og:locale:alternate" content="{locale}">'
        for locale in ("en_GB", "ta_IN", "hi_IN")
    )
    found = locales(f"<head>{alternates}</head>a", HI)
    assert found.count(("og:locale:alternate", "en_IN")) == 1
    assert ("og:locale:alternate", "ta_IN") in found
    assert ("og:locale:alternate", "hi_IN") not in found


def test_open_graph_names_no_version_that_is_not_published() -> None:
    page = html("<body>a", EN, article=entry(languages=(EN,)), decorations=only(open_graph=True))
    assert "alternate" not in page


def json_ld(document: object, language: Language = HI) -> object:
    source = f'<script type="application/ld+json">{json.dumps(document)}</script>'
    page = soup(html(f"<head>{source}</head>a", language, decorations=only(json_ld=True)))
    assert page.script is not None
    return json.loads(page.script.string or "")


def test_json_ld_says_the_language_of_the_page_at_every_depth() -> None:
    document = {"@graph": [{"@type": "Article", "inLanguage": "en-US"}, {"inLanguage": ["en"]}]}
    expected = {"@graph": [{"@type": "Article", "inLanguage": "hi-IN"}, {"inLanguage": ["hi"]}]}
    assert json_ld(document) == expected


def test_json_ld_of_the_original_stays() -> None:
    assert json_ld({"inLanguage": "en-US"}, EN) == {"inLanguage": "en-US"}


def test_json_ld_in_a_third_language_stays() -> None:
    document = {"name": "en", "inLanguage": "ta"}
    assert json_ld(document) == document


def test_what_is_no_json_is_left_as_it_is() -> None:
    source = '<html><head><script type="application/ld+json">{"inLanguage": "en"</script></head>a'
    assert html(source, decorations=only(json_ld=True)).count('"inLanguage": "en"') == 1


def test_a_sentence_in_the_source_language_is_marked_as_such() -> None:
    article = read_html("<p>One ship. <b>Two</b> ships.</p>", language=EN)
    patches = [mark_foreign(segment, EN) for segment in article.segments[1:]]
    marked = apply_patches(article.source, [patch for patch in patches if patch])
    assert marked.decode() == '<p>One ship. <span lang="en"><b>Two</b> ships.</span></p>'


def test_an_attribute_in_the_source_language_cannot_be_marked() -> None:
    article = read_html('<img alt="A ship">', language=EN)
    assert mark_foreign(article.segments[0], EN) is None


def test_a_context_tells_a_translation_from_an_original() -> None:
    assert context(HI).is_translation
    assert not context(EN).is_translation
