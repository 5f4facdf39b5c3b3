"""The dates that an article gives of itself."""

import datetime

import pytest

from dualpress.article import Language
from dualpress.html.read import read_html
from dualpress.site.dates import modified_on, published_at, published_on

MODIFIED = '<meta property="article:modified_time" content="2025-05-02T08:00:00+05:30">'
PUBLISHED = '<meta property="article:published_time" content="2025-04-17T08:30:00+05:30">'


def test_the_head_is_asked_before_the_marks_and_these_before_the_time() -> None:
    time = '<time datetime="2020-01-01">x</time>'
    mark = '<abbr class="published" title="2021-01-01">x</abbr>'
    for source, year in ((time, 2020), (time + mark, 2021), (time + mark + PUBLISHED, 2025)):
        date = published_on(read_html(source, language=Language.EN))
        assert date is not None
        assert date.year == year


@pytest.mark.parametrize("day", [1, 2])
def test_of_two_marks_the_first_of_the_page_counts(day: int) -> None:
    marks = [
        '<span class="published" title="2025-04-01">1</span>',
        '<span itemprop="datePublished" content="2025-04-02">2</span>',
    ]
    source = "".join(marks if day == 1 else reversed(marks))
    assert published_on(read_html(source, language=Language.EN)) == datetime.date(2025, 4, day)


def test_a_mark_without_a_date_is_passed_over() -> None:
    source = '<b class="published">soon</b><b class="published" title="2025-04-03">3</b>'
    assert published_on(read_html(source, language=Language.EN)) == datetime.date(2025, 4, 3)


def test_a_moment_keeps_its_time_zone() -> None:
    moment = published_at(read_html(PUBLISHED, language=Language.EN))
    assert moment == datetime.datetime.fromisoformat("2025-04-17T08:30:00+05:30")


def test_a_change_is_dated_by_the_front_matter_then_the_head_then_the_publication() -> None:
    matter = "---\nlastmod: 2025-06-03\n---\n"
    for source, date in (
        (matter + MODIFIED + PUBLISHED, (2025, 6, 3)),
        (MODIFIED + PUBLISHED, (2025, 5, 2)),
        (PUBLISHED, (2025, 4, 17)),
    ):
        article = read_html(source, language=Language.EN)
        assert modified_on(article) == datetime.date(*date)
