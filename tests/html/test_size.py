"""Nothing recurses on the depth of a page, and nothing is done again for each part of it.

What takes stack or time by the square fails here by a RecursionError, or by
never coming to an end: no clock is asked.
"""

import pytest

from dualpress.article import Language
from dualpress.html import read_html, write_html

MANY = 1200


@pytest.mark.parametrize(
    ("page", "first"),
    [
        ("<div>" * MANY + "a b", "a b"),
        ("<p>" + "<span>" * MANY + "a b" + "</span>" * MANY + "</p>", "a b"),
        ("<p>" + "<i>One. <u>" * MANY + "Two." + "</u> Three.</i>" * MANY, "One."),
        ("<p>" + "<b>a" * MANY, "a"),
        ("<p><b>a" * MANY, "a"),
        ("<p>a<b></p>" * MANY, "a"),
        ("<p>" + "<b></b>" * MANY + "a</p>", "a"),
        ("<p>a</p><p>" + "<img alt=b> <br>" * MANY + "c</p>", "a"),
        ("<p>a.</p><p>" + "\u00a0" * MANY + "&nbsp;" * MANY + "</p>", "a."),
        ("<p>" + "One <b>two</b>. " * MANY, "One <g1>two</g1>."),
        ("<p>b c</p>" + "<a><code>" * MANY + "a</a>", "b c"),
        ("<p>" + "<rt>" * MANY + "a</p>", "a"),
        ("<p>b c</p>" + "<h2>References</h2><p>a</p>" * MANY, "b c"),
        ("<svg><title>" * MANY + "a b", "a b"),
    ],
)
def test_reads_and_writes(page: str, first: str) -> None:
    article = read_html(page, language=Language.EN)
    assert article.segments[0].source == first
    key = article.segments[0].key
    assert write_html(article, {key: first + " ä"}) != page.encode()


def test_a_segment_may_have_any_number_of_tags() -> None:
    page = "<p>a" + "<b>b</b> <img alt=c>" * MANY + "d"
    (segment, *labels) = read_html(page, language=Language.EN).segments
    assert len(segment.inlines) == 2 * MANY
    assert len(labels) == MANY
