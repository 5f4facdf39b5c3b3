import datetime
from dataclasses import replace
from pathlib import Path

import pytest
from bs4.element import Tag
from site_support import BASE, EN, HI, build, entry, html, only, soup

from dualpress.article import Language
from dualpress.errors import ConfigError
from dualpress.site.model import Notice, NoticeKind
from dualpress.site.reader_settings import ReaderSettings

PAGE = (
    "<html><head></head><body>\n<div class=menu><p>Home</p></div><p>A ship came.</p></body></html>"
)


def switcher(page: str) -> Tag:
    found = soup(page).select_one("nav.dp-switch")
    assert found is not None
    return found


def test_the_switcher_links_both_versions_in_their_own_names() -> None:
    nav = switcher(html(PAGE, HI, decorations=only(switcher=True)))
    english, hindi = nav.find_all("a")
    assert nav["aria-label"] == "Language / भाषा"
    assert nav["translate"] == "no"
    assert english.attrs == {
        "href": "../../en/harbour/index.html",
        "hreflang": "en",
        "lang": "en",
    }
    assert hindi.attrs == {
        "href": "index.html",
        "hreflang": "hi",
        "lang": "hi",
        "aria-current": "page",
    }
    assert (english.get_text(), hindi.get_text()) == ("English", "हिन्दी")


def test_the_name_of_hindi_is_a_setting() -> None:
    names = {EN: "English", HI: "हिंदी"}
    nav = switcher(html(PAGE, decorations=only(switcher=True), language_names=names))
    assert nav.get_text() == "Englishहिंदी"


def test_the_switcher_stands_at_the_start_of_the_body() -> None:
    page = html(PAGE, EN, decorations=only(switcher=True))
    assert page.startswith('<html><head></head><body>\n<nav class="dp-switch"')


def test_the_switcher_takes_the_place_that_a_selector_names() -> None:
    page = html(
        PAGE,
        translations={"Home": "मुखपृष्ठ"},
        decorations=only(switcher=True, block_ids=True),
        switcher_selector=".menu",
    )
    before, _, rest = page.partition('<nav class="dp-switch"')
    assert before == "<html><head></head><body>\n"
    assert rest.partition("</nav>")[2] == '<p data-dp="2">A ship came.</p></body></html>'


def test_where_the_selector_finds_nothing_the_switcher_stands_at_the_start() -> None:
    page = html(PAGE, EN, decorations=only(switcher=True), switcher_selector=".gone")
    assert page == html(PAGE, EN, decorations=only(switcher=True))


def test_a_place_inside_a_sentence_is_refused_and_told() -> None:
    built = build(
        "<body><p>A <b>ship</b> came.</p>",
        translations={"A <g1>ship</g1> came.": "एक <g1>जहाज़</g1> आया।"},
        decorations=only(switcher=True),
        switcher_selector="b",
    )
    assert built.warnings == ("line 1: the place for the switcher is inside a sentence",)
    assert "<p>एक <b>जहाज़</b> आया।</p>" in built.data.decode()


def test_a_wrong_selector_is_refused() -> None:
    with pytest.raises(ConfigError, match="not a CSS selector"):
        html(PAGE, decorations=only(switcher=True), switcher_selector="p[")


def test_there_is_no_switcher_without_another_version() -> None:
    article = entry(languages=(EN,))
    assert html(PAGE, EN, article=article, decorations=only(switcher=True)) == PAGE


def test_a_page_with_a_base_gets_absolute_links() -> None:
    page = PAGE.replace("<head>", '<head><base href="https://example.org/old/">')
    nav = switcher(html(page, EN, base_url=BASE, decorations=only(switcher=True)))
    assert [link["href"] for link in nav.find_all("a")] == [
        f"{BASE}en/harbour/",
        f"{BASE}hi/harbour/",
    ]


DRAFT = Notice(NoticeKind.DRAFT)
STALE = Notice(NoticeKind.STALE, datetime.date(2025, 5, 3))
NOT_YET = "यह बदलाव इस अनुवाद में अभी शामिल नहीं है।"


@pytest.mark.parametrize(
    ("language", "notice", "text"),
    [
        (
            EN,
            DRAFT,
            "Parts of this page are not translated yet, "
            "or were translated by machine and not reviewed.",
        ),
        (
            HI,
            DRAFT,
            "इस पृष्ठ के कुछ हिस्सों का अनुवाद अभी नहीं हुआ है, या मशीन से हुआ है और उसकी समीक्षा नहीं हुई है।",
        ),
        (
            EN,
            STALE,
            "The original was changed on 3 May 2025. "
            "This translation does not include the change yet.",
        ),
        (HI, STALE, f"मूल लेख में 3 मई 2025 को बदलाव किया गया है। {NOT_YET}"),
        (HI, Notice(NoticeKind.STALE), f"मूल लेख में बदलाव किया गया है। {NOT_YET}"),
    ],
)
def test_a_notice_speaks_the_language_of_its_page(
    language: Language, notice: Notice, text: str
) -> None:
    article = entry(source=HI if language is EN else EN, notices=(notice,))
    page = soup(html(PAGE, language, article=article, decorations=only(notices=True)))
    found = page.select_one("body > .dp-notice[role=note]")
    assert found is not None
    assert found.get_text() == text


def test_notices_follow_the_switcher() -> None:
    article = entry(notices=(DRAFT,))
    page = html(PAGE, article=article, decorations=only(switcher=True, notices=True))
    assert page.index("dp-switch") < page.index("dp-notice") < page.index("menu")


def test_the_original_has_no_notice() -> None:
    article = entry(notices=(DRAFT,))
    assert html(PAGE, EN, article=article, decorations=only(notices=True)) == PAGE


def test_the_style_is_linked_from_the_head() -> None:
    page = html(PAGE, article=entry("2024/harbour"), decorations=only(stylesheet=True))
    link = '<link rel="stylesheet" href="../../../assets/dualpress.css">'
    assert f"{link}</head>" in page


def test_an_english_page_that_stands_alone_needs_no_style() -> None:
    article = entry(languages=(EN,))
    assert html(PAGE, EN, article=article, decorations=only(stylesheet=True)) == PAGE


def test_a_page_from_the_template_needs_the_style_that_it_was_made_for() -> None:
    article = entry(languages=(EN,))
    fragment = "<p>One.</p>"
    assert "dualpress.css" in html(fragment, EN, article=article, decorations=only(stylesheet=True))


def test_a_hindi_page_that_stands_alone_needs_the_style() -> None:
    article = entry(source=HI, languages=(HI,))
    assert "dualpress.css" in html(PAGE, HI, article=article, decorations=only(stylesheet=True))


def test_the_script_is_linked_with_what_it_may_do() -> None:
    page = html(PAGE, article=entry("2024/harbour"), decorations=only(script=True))
    assert (
        '<script src="../../../assets/dualpress.js" defer data-follow data-remember'
        ' data-shortcut="Alt+L"></script></head>'
    ) in page


def test_what_the_script_may_do_is_a_setting() -> None:
    none = ReaderSettings(shortcut=None, remembers=False, follows=False)
    page = html(PAGE, reading=none, decorations=only(script=True))
    assert '<script src="../../assets/dualpress.js" defer></script></head>' in page


def test_a_page_that_stands_alone_needs_no_script() -> None:
    article = entry(languages=(EN,))
    assert html(PAGE, EN, article=article, decorations=only(script=True)) == PAGE


def test_the_switcher_leads_to_the_side_by_side_view_if_that_is_wanted() -> None:
    article = replace(entry(), has_bilingual=True)
    reading = ReaderSettings(has_bilingual=True, links_bilingual=True)
    page = html(PAGE, EN, article=article, reading=reading, decorations=only(switcher=True))
    link = switcher(page).find_all("a")[2]
    assert link["href"] == "../../hi/harbour/bilingual/index.html"
    assert link.get_text() == "English + हिन्दी"
    assert [name["lang"] for name in link.find_all("span")] == ["en", "hi"]


def test_a_view_that_is_not_linked_is_not_in_the_switcher() -> None:
    article = replace(entry(), has_bilingual=True)
    reading = ReaderSettings(has_bilingual=True)
    page = html(PAGE, EN, article=article, reading=reading, decorations=only(switcher=True))
    assert len(switcher(page).find_all("a")) == 2


CORRECTION = Notice(
    NoticeKind.CORRECTION, datetime.date(2025, 5, 3), "The range is 300 km, not <30>."
)


@pytest.mark.parametrize(
    ("language", "start"), [(EN, "Correction, 3 May 2025:"), (HI, "भूल-सुधार, 3 मई 2025:")]
)
def test_a_correction_is_dated(language: Language, start: str) -> None:
    article = entry(source=HI if language is EN else EN, notices=(CORRECTION,))
    page = soup(html(PAGE, language, article=article, decorations=only(notices=True)))
    found = page.select_one('.dp-notice[data-notice="correction"]')
    assert found is not None
    assert found.get_text() == f"{start} {CORRECTION.text}"
    assert [time["datetime"] for time in found.find_all("time")] == ["2025-05-03"]


@pytest.mark.parametrize(
    ("language", "text"), [(EN, "Translated by A. Rao"), (HI, "अनुवाद: A. Rao")]
)
def test_the_translator_is_named(language: Language, text: str) -> None:
    notice = Notice(NoticeKind.TRANSLATOR, text="A. Rao")
    article = entry(source=HI if language is EN else EN, notices=(notice,))
    page = soup(html(PAGE, language, article=article, decorations=only(notices=True)))
    assert [line.get_text() for line in page.select("body > p.dp-byline")] == [text]


def test_a_publisher_may_word_notices(tmp_path: Path) -> None:
    own = tmp_path / "notice.html"
    own.write_text("<p>{{ kind }} {{ format_date(date) }} {{ text }}\n", "utf-8")
    reading = ReaderSettings(notice_template=own)
    article = entry(notices=(CORRECTION,))
    page = html(PAGE, article=article, reading=reading, decorations=only(notices=True))
    assert "<body>\n<p>correction 3 मई 2025 The range is 300 km, not &lt;30&gt;.\n<div" in page


def test_pages_of_another_address_load_what_is_of_their_own_origin() -> None:
    page = html(
        PAGE,
        HI,
        base_url=BASE,
        base_urls={HI: "https://hi.example.org/"},
        decorations=only(stylesheet=True, script=True),
    )
    assert '<link rel="stylesheet" href="../assets/dualpress.css">' in page
    assert '<script src="../assets/dualpress.js"' in page
