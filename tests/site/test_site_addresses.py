import json

from bs4.element import Tag
from site_support import BASE, EN, HI, build, entry, html, only, soup

from dualpress.article import Language

PAGE = (
    '<!DOCTYPE html><html><head><link rel="canonical" href="https://example.org/old/">'
    '<meta property="og:url" content="https://example.org/old/"></head><body>a</body></html>'
)


def alternates(page: str) -> dict[str, str]:
    links = soup(page).find_all("link", rel="alternate", hreflang=True)
    return {str(link["hreflang"]): str(link["href"]) for link in links if isinstance(link, Tag)}


def test_each_version_is_canonical_itself() -> None:
    for language in Language:
        page = html(PAGE, language, base_url=BASE, decorations=only(canonical=True))
        assert f'<link rel="canonical" href="{BASE}{language}/harbour/">' in page
        assert f'<meta property="og:url" content="{BASE}{language}/harbour/">' in page
        assert "old" not in page


def test_a_page_without_a_canonical_link_gets_one() -> None:
    page = html("<html><head></head><body>a", base_url=BASE, decorations=only(canonical=True))
    assert page.count("canonical") == 1


def test_a_second_canonical_link_goes() -> None:
    double = PAGE.replace("</head>", "<link href=x rel=CANONICAL></head>")
    page = html(double, base_url=BASE, decorations=only(canonical=True))
    assert len(soup(page).find_all("link")) == 1


def test_without_the_address_of_the_site_the_original_keeps_its_own() -> None:
    assert html(PAGE, EN, decorations=only(canonical=True)) == PAGE


def test_without_the_address_of_the_site_a_translation_does_not_claim_the_originals() -> None:
    page = html(PAGE, HI, decorations=only(canonical=True))
    assert "https://example.org/old/" not in page


def test_json_ld_names_the_new_address_where_it_named_the_old() -> None:
    document = {
        "@id": "https://example.org/old/#article",
        "mainEntityOfPage": "https://example.org/old/",
        "url": "https://example.org/older/",
        "author": {"url": "https://example.org/"},
    }
    script = f'<script type="application/ld+json">{json.dumps(document)}</script></head>'
    page = html(PAGE.replace("</head>", script), base_url=BASE, decorations=only(canonical=True))
    found = soup(page).script
    assert found is not None
    assert json.loads(found.string or "") == {
        "@id": f"{BASE}hi/harbour/#article",
        "mainEntityOfPage": f"{BASE}hi/harbour/",
        "url": "https://example.org/older/",
        "author": {"url": "https://example.org/"},
    }


def test_alternates_are_the_same_on_both_pages() -> None:
    expected = {
        "en": f"{BASE}en/harbour/",
        "hi": f"{BASE}hi/harbour/",
        "x-default": f"{BASE}en/harbour/",
    }
    for language in Language:
        page = html(PAGE, language, base_url=BASE, decorations=only(alternates=True))
        assert alternates(page) == expected


def test_the_default_version_is_a_setting() -> None:
    page = html(PAGE, base_url=BASE, x_default=HI, decorations=only(alternates=True))
    assert alternates(page)["x-default"] == f"{BASE}hi/harbour/"


def test_there_are_no_alternates_without_a_second_version() -> None:
    article = entry(languages=(EN,))
    page = html(PAGE, EN, article=article, base_url=BASE, decorations=only(alternates=True))
    assert page == PAGE


def test_a_version_that_is_not_to_be_listed_is_no_alternate_and_has_none() -> None:
    article = entry(indexable=False)
    for language in Language:
        page = html(
            PAGE, language, article=article, base_url=BASE, decorations=only(alternates=True)
        )
        assert alternates(page) == {}


def test_there_are_no_alternates_without_the_address_of_the_site() -> None:
    assert html(PAGE, EN, decorations=only(alternates=True)) == PAGE


def test_former_alternates_of_the_pair_are_replaced_and_others_stay() -> None:
    links = (
        '<link rel="alternate" hreflang="en-US" href="a">'
        '<link rel="alternate" hreflang="ta" href="https://example.org/ta/">'
        "<link hreflang='x-default' href='b' rel='alternate'>"
        '<link rel="alternate" type="application/rss+xml" href="https://example.org/feed/">'
    )
    page = html(
        PAGE.replace("</head>", f"{links}</head>"),
        base_url=BASE,
        decorations=only(alternates=True),
    )
    assert set(alternates(page)) == {"en", "hi", "x-default", "ta"}
    assert len(soup(page).find_all("link", hreflang=True)) == 4
    assert "application/rss+xml" in page


def test_nested_ids_are_encoded_in_addresses() -> None:
    article = entry("2024/नौ सेना")
    page = build(PAGE, article=article, base_url=BASE, decorations=only(canonical=True))
    assert b"/hi/2024/%E0%A4%A8%E0%A5%8C%20%E0%A4%B8" in page.data
