import datetime

import pytest
from site_support import EN, HI

from dualpress.article import Language, SegmentKey
from dualpress.html.read import read_html
from dualpress.site.dates import format_date, published_on
from dualpress.site.titles import description_of, title_of

FRAGMENT = '---\ntitle: "The Harbour"\nsummary: On a port.\ndate: 2025-04-17\n---\n<p>A.</p>'
PAGE = (
    '<head><title>Harbour - Notes</title><meta name="description" content="On  a port.">'
    '<meta property="article:published_time" content="2025-04-17T23:30:00+05:30"></head>'
    "<body><h1>The <em>Harbour</em></h1><p>A.</p>"
)


def translations(**texts: str) -> dict[SegmentKey, str]:
    return {SegmentKey(None, source.replace("_", " ")): text for source, text in texts.items()}


@pytest.mark.parametrize("source", [FRAGMENT, PAGE])
def test_an_article_is_called_what_its_source_calls_it(source: str) -> None:
    article = read_html(source, language=EN)
    assert (title_of(article, {}), description_of(article, {})) == ("The Harbour", "On a port.")


def test_a_translated_article_is_called_as_translated() -> None:
    article = read_html(FRAGMENT, language=EN)
    assert title_of(article, translations(The_Harbour="बंदरगाह")) == "बंदरगाह"


def test_a_translated_title_is_shown_without_its_tags() -> None:
    article = read_html(PAGE, language=EN)
    key = SegmentKey(None, "The <g1>Harbour</g1>")
    assert title_of(article, {key: "<g1>बंदरगाह</g1> &lt;g1>"}) == "बंदरगाह <g1>"


def test_a_translated_description_is_shown_as_translated() -> None:
    article = read_html(PAGE, language=EN)
    found = description_of(article, {SegmentKey(None, "On a port."): "एक बंदरगाह पर।"})
    assert found == "एक बंदरगाह पर।"


CUT = (
    '<meta name="description" content="The port was built in 1921 by two brothers. A sto">'
    "<p>The port was built in 1921 by two <b>brothers</b>. A storm took it in 1943."
)
FIRST = SegmentKey(None, "The port was built in 1921 by two <g1>brothers</g1>.")


def test_a_description_that_breaks_off_is_shown_to_the_end_of_a_sentence() -> None:
    article = read_html(CUT, language=EN)
    assert description_of(article) == "The port was built in 1921 by two brothers."
    shown = description_of(article, {FIRST: "बंदरगाह 1921 में <g1>दो भाइयों</g1> ने बनाया था।"})
    assert shown == "बंदरगाह 1921 में दो भाइयों ने बनाया था।"


def test_a_sentence_that_went_into_another_is_not_shown_again() -> None:
    page = read_html("<h1>One came. Two left.</h1>", language=EN)
    one, two = (segment.key for segment in page.segments)
    assert title_of(page, {one: "एक आया और दो गए।"}, joined={two}) == "एक आया और दो गए।"


def test_an_article_without_a_description_has_none() -> None:
    assert description_of(read_html("<p>A.", language=EN), {}) == ""


@pytest.mark.parametrize(
    "source",
    [
        FRAGMENT,
        PAGE,
        FRAGMENT.replace("2025-04-17", "2025-04-17T08:00:00+05:30"),
        FRAGMENT.replace("2025-04-17", "'2025-04-17'"),
        '<p>A.</p><time datetime="2025-04-17">17 April</time>',
        '<abbr class="published" title="2025-04-17T08:30:00+05:30">8</abbr>',
        '<meta itemprop="datePublished" content="2025-04-17">',
        '<time datetime="2020-01-01">x</time><abbr class="published" title="2025-04-17">8</abbr>',
    ],
)
def test_an_article_is_of_the_date_that_it_says(source: str) -> None:
    assert published_on(read_html(source, language=EN)) == datetime.date(2025, 4, 17)


@pytest.mark.parametrize("date", ["soon", "2025-13-01", "2025-04-171"])
def test_what_is_no_date_is_none(date: str) -> None:
    assert published_on(read_html(f'<time datetime="{date}">x</time>', language=EN)) is None


@pytest.mark.parametrize(
    ("language", "month", "text"),
    [
        (EN, 1, "3 January 2025"),
        (HI, 1, "3 जनवरी 2025"),
        (HI, 2, "3 फ़रवरी 2025"),
        (HI, 12, "3 दिसंबर 2025"),
    ],
)
def test_dates_are_written_as_newspapers_do(language: Language, month: int, text: str) -> None:
    assert format_date(datetime.date(2025, month, 3), language) == text
