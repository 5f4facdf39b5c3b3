"""Template marks that begin in a tag or a comment, which ends inside them for a parser."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import Language, SegmentKey
from dualpress.errors import TranslationRefused
from dualpress.html import read_html, write_html


def sources(page: str) -> list[str]:
    return [segment.source for segment in read_html(page, language=Language.EN).segments]


def write(page: str, source: str, target: str) -> str:
    article = read_html(page, language=Language.EN)
    return write_html(article, {SegmentKey(None, source): target}).decode()


TAGS = [
    '<a href="{{< relref "b.md" >}}">',
    '<a href="{{< relref "b.md" >}}" title=\'x\' class="a > b">',
    '<a {% if x > 1 %}class="a"{% endif %} href="b">',
    '<a href="<%= url("x") %>">',
    '<a href="<?php echo get("x"); ?>" class="b">',
    '<a href="<?= $a->b ?>">',
    "<a href={{ a > b }}>",
    '<a href="{{ a > b }}{{ c > d }}">',
]


@pytest.mark.parametrize("tag", TAGS)
def test_a_tag_takes_in_the_rest_of_its_mark(tag: str) -> None:
    page = f"<p>See {tag}the order</a> now.</p>"
    assert sources(page) == ["See <g1>the order</g1> now."]
    expected = f"<p>{tag}आदेश</a> देखें।</p>"
    assert write(page, "See <g1>the order</g1> now.", "<g1>आदेश</g1> देखें।") == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>A <?php if ($a > 1) $b++; ?> c.</p>", ["A <x1/>c."]),
        ("<p>A <?= $b->name ?> c.</p>", ["A <x1/> c."]),
        ("<p>A <?php echo $b ?> c.</p>", ["A <x1/> c."]),
        ("<p>A <?php if ($a > 1) { echo '<b>x</b>'; } ?> c.</p>", ["A", "c."]),
        ("<p>A <?php if ($a > 1): ?></p><p>b</p>", ["A", "b"]),
        ("<?php if ($a > 1) { echo '<p>x</p>'; } ?><p>b</p>", ["b"]),
        ('<p>A <img src="{{< a "b" >}}" alt="c"> d.</p>', ["A <x1/> d."]),
        ('<p {% if x > 1 %}class="a"{% endif %}>The text.</p>', ["The text."]),
        (
            "<p>{% if y %}<a {% if x > 1 %}b{% endif %}>c</a>{% endif %} d</p>",
            ["<g1><g2>c</g2></g1> d"],
        ),
        # the mark is kept though nothing closes the tag
        ("<p><a href={{< b >}} c</a></p><p>d</p>", ["c", "d"]),
        ('<p><a href="{{< b "<i>" >}}">c</a></p>', ["c"]),
        # a value that ends inside a mark
        ('<img alt="{{< b "c" >}}" title="d">', []),
        ('<img alt="Map of {{ "b" }} c">', []),
        # no mark
        ('<p><a title="{{" href="b">c > d</a></p>', ["c > d"]),
        ("<p>A <?php b > c</p>", ["A <x1/>c"]),
        ('<p><a href="{{ a }}">b > c</a></p>', ["b > c"]),
    ],
)
def test_sources(page: str, expected: list[str]) -> None:
    assert sources(page) == expected


PIECES = st.sampled_from(
    [
        *(
            '<a href="',
            "<a ",
            "<img alt='",
            '">',
            "'>",
            ">",
            "</a>",
            "<!-- ",
            " -->",
            "<b>",
            "</b>",
        ),
        *("{{< b ", ">}}", "{% if x > 1 %}", "{% endif %}", "{{ ", " }}", "<%= ", " %>", "<p>"),
        *("<?php ", " ?>", '"c"', "A ", "b. ", "</p>", "<br>", "[toc]", "\n\n", "=", "<!-- wp:"),
        *("<!-- wp:shortcode -->", "<!-- /wp:shortcode -->", "<script>", "</script>", "<title>"),
    ]
)
PAGES = st.lists(PIECES, max_size=14).map("".join)


@given(PAGES)
def test_identity_of_any_page(page: str) -> None:
    article = read_html(page)
    same = {segment.key: segment.source for segment in article.segments}
    assert write_html(article, {}) == write_html(article, same) == page.encode()


@given(PAGES)
def test_any_translation_is_written_or_refused(page: str) -> None:
    article = read_html(page)
    targets = {s.key: s.source.replace("A", "आ").replace("b", "ब") for s in article.segments}
    try:
        data = write_html(article, targets).decode()
    except TranslationRefused:
        return
    for mark in ("{{<", ">}}", "{%", "%}", "<?php"):
        assert data.count(mark) <= page.count(mark)
