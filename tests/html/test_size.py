"""Nothing recurses on the depth of a page, and nothing is done again for each part of it.

What takes stack or time by the square fails here by a RecursionError, or by
never coming to an end: no clock is asked.
"""

import pytest

from dualpress.article import Language, SegmentKind
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
        ("<svg>" + "<foreignObject>" * MANY + "a b", "a b"),
        ("<svg>" + "<foreignObject><svg>" * MANY + "<title>a b", "a b"),
        ("<p>" + "<ruby><rb>a<rt>b" * MANY, "a"),
        ("<object><table><b>a" * MANY, "a"),
    ],
)
def test_reads_and_writes(page: str, first: str) -> None:
    article = read_html(page, language=Language.EN)
    assert article.segments[0].source == first
    key = article.segments[0].key
    assert write_html(article, {key: first + " ä"}) != page.encode()


def test_what_is_around_a_block_tells_its_kind_up_to_a_depth() -> None:
    kinds = [_kind_in("<blockquote>" + "<div>" * depth) for depth in (150, MANY)]
    assert kinds == [SegmentKind.QUOTE, SegmentKind.PARAGRAPH]


def test_a_note_mark_is_raised_by_what_is_around_it_up_to_a_depth() -> None:
    texts = [
        [s.source for s in read_html(page, language=Language.EN).segments]
        for depth in (3, MANY)
        for page in [f"<p>It rained.<sup>{'<i>' * depth}4{'</i>' * depth}</sup> He left."]
    ]
    assert [len(found) for found in texts] == [2, 1]


def _kind_in(tags: str) -> SegmentKind:
    (segment,) = read_html(f"{tags}a b", language=Language.EN).segments
    return segment.kind


def test_a_segment_may_have_any_number_of_tags() -> None:
    page = "<p>a" + "<b>b</b> <img alt=c>" * MANY + "d"
    (segment, *labels) = read_html(page, language=Language.EN).segments
    assert len(segment.inlines) == 2 * MANY
    assert len(labels) == MANY
