"""What is told without parsing: that a translation exchanges characters and nothing else."""

from collections.abc import Sequence
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import Article, Language, Segment, SegmentKey, split_tags
from dualpress.errors import TranslationRefused
from dualpress.html import read_html
from dualpress.html.characters import keeps_elements
from dualpress.html.patches import Patch, apply_patches
from dualpress.html.read import page_of
from dualpress.html.structure import same_structure
from dualpress.html.write import text_patches, write_html

NAMES = (
    "p div ul li dd h1 a a b i em code nobr span sub q label br img hr pre table tr td caption "
    "button object select option svg foreignObject title body html template center x-y"
).split()
PIECES = (
    *(f"<{name}>" for name in NAMES),
    *(f"</{name}>" for name in NAMES),
    '<a href="/x">',
    '<img alt="Three">',
    '<b title="Seven">',
    '<b title="Eight">',
    '<script type="application/ld+json">{"@type":"Article","headline":"Nine --> ten"}</script>',
    '<script type="application/ld+json"><!--\n{"@type":"Article","headline":"Eleven"}</script>',
    "<script><!--",
    "<img alt='Four'>",
    '<link rel="x">',
    "<!-- c -->",
    "<frameset>",
    "One two. ",
    "Five",
    "Six",
    " ",
    "&amp;",
    "&nbsp;",
    "&#32;",
    "<",
    "[x]",
)
PLACES = (
    "<p> <table> <table><tr><td> <table><caption> <table><colgroup> <p><b>x</p> <p><a>x</p> "
    "<b><p>x</b> <p><nobr>x</p> <select> <svg> <svg><title> <math><mi> <template> <h1> <ul><li> "
    "<button> <object><b> <head> <head><noscript> <body></body> <html></html> <frameset> <title>"
).split()
SENTENCE = (
    "One ",
    "two ",
    "<b>three</b> ",
    "<a href=x>four</a>",
    "<i><q>five</q> six</i>",
    "<br>",
    "<img>",
    "<x-y>seven</x-y>",
    "<script>eight</script>",
    "<svg><path/></svg>",
    "<link>",
    "<input>",
    "&amp;",
    " ",
)


def pieces(names: Sequence[str], most: int) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(names), max_size=most).map("".join)


MARKUP = st.tuples(pieces(PLACES, 2), pieces(SENTENCE, 6), pieces(PIECES, 10)).map("".join)
HEADLINE = '<script type="application/ld+json">{{"@type":"Article","headline":"{}"}}</script>'
TEXT = st.sampled_from(["", "", " ", "क", " क ", "क &amp; <b>", "\u00a0"])


def patch_of(article: Article, segment: Segment, target: str) -> Patch | None:
    """What puts a translation in the place of a segment; ``None`` if it is refused."""
    try:
        patches = list(text_patches(article, {segment.key: target}))
    except TranslationRefused:
        return None
    return next((patch for patch in patches if patch.span == segment.span), None)


def quote_of(article: Article, segment: Segment) -> str:
    mark = article.source.text[segment.span.start - 1]
    return mark if mark in "\"'" else ""


def kept(article: Article, segment: Segment, patch: Patch) -> bool:
    return keeps_elements(article, segment, patch, quote_of(article, segment))


def is_kept(page: str, source: str, target: str) -> bool:
    article = read_html(page, language=Language.EN)
    segment = next(one for one in article.segments if one.source == source)
    patch = patch_of(article, segment, target)
    assert patch is not None
    return kept(article, segment, patch)


@pytest.mark.parametrize(
    ("page", "source", "target"),
    [
        ("<p>One.</p>", "One.", "एक।"),
        ("<table>One.</table>", "One.", "एक।"),
        ("<p>A &amp; b <b>c</b> d</p>", "A & b <g1>c</g1> d", "क <g1>ख</g1> & ग"),
        ("<p>A <b>c</b> d</p>", "A <g1>c</g1> d", "<g1>ख</g1> ग"),
        ("<p><a>c</a> d <br>e</p>", "<g1>c</g1> d <x2/>e", "क <g1>ख</g1><x2/>ग"),
        ("<p>A.\u00a0<b>c</b></p>", "A.\u00a0<g1>c</g1>", "क।&nbsp;<g1>ख</g1>"),
        ("<p>A.&nbsp;<b>c</b></p>", "A.\u00a0<g1>c</g1>", "क।&nbsp;<g1>ख</g1>"),
        ("<title>A</title>", "A", "क < ख"),
        ('<img alt="A">', "A", "क <b>"),
        ("<img src=a width='1' alt='A'>", "A", "क"),
        (HEADLINE.format("A"), "A", "क > ख"),
    ],
)
def test_characters_alone(page: str, source: str, target: str) -> None:
    assert is_kept(page, source, target)


@pytest.mark.parametrize(
    ("page", "source", "target"),
    [
        # The one that waits would be opened anew before the text, and closed by the other.
        ("<p><a>x</p>x<p><a>c</a> d</p>", "<g1>c</g1> d", "क <g1>ख</g1> ग"),
        ("A <svg></svg> b", "A <x1/> b", "<x1/> ख"),
        ("<p><b>c</b> <i>d</i></p>", "<g1>c</g1> <g2>d</g2>", "<g2>ख</g2> <g1>क</g1>"),
        ("<p>A <!-- c --> <b>d</b></p>", "A <x1/><g2>d</g2>", "<x1/> क <g2>ख</g2>"),
        ("<p>A < <b>d</b></p>", "A < <g1>d</g1>", "क <g1>ख</g1>"),
        ("<p>a <b>&#32;</b>c</p>", "a <g1></g1>c", "<g1>क</g1>ख"),
        ("<img alt=A>", "A", "क"),
        ("<img alt='A'>", "A", 'क "ख"'),
        # Of four equal ones, the parser forgets the first.
        ('<p><b title="A">x</b></p>', "A", "क"),
        # Behind `<!--`, the script would go on to the end of the page.
        (HEADLINE.format("A --> b"), "A --> b", "क → ख"),
        ("One.", "One.", "एक।"),
    ],
)
def test_what_only_parsing_can_tell(page: str, source: str, target: str) -> None:
    assert not is_kept(page, source, target)


@st.composite
def rewordings(draw: st.DrawFn) -> tuple[Article, list[tuple[Segment, Patch]]]:
    """A page, and for some of its segments the same tags among other texts."""
    page = draw(MARKUP)
    article = read_html(page, language=Language.EN)
    found = []
    for segment in article.segments:
        target = "".join(
            draw(TEXT) + (tag[0] if tag else "") for _, tag in split_tags(segment.source)
        )
        patch = patch_of(article, segment, target)
        found += [(segment, patch)] if patch is not None else []
    return article, found


@given(rewordings())
def test_what_is_kept_would_be_proven(case: tuple[Article, list[tuple[Segment, Patch]]]) -> None:
    article, patches = case
    sure = [patch for segment, patch in patches if kept(article, segment, patch)]
    data = apply_patches(article.source, sure)
    assert same_structure(page_of(article), data, article.source)


def parse_nothing(_: str) -> NoReturn:
    raise AssertionError("the page was parsed again")


@pytest.mark.parametrize(
    ("page", "is_parsed"),
    [
        (b"<p>One.</p>", False),
        (b"<meta charset=windows-1252><p>One.</p>", True),
        (b"---\nx: 1\n---\n<p>One.</p>", True),
    ],
)
def test_a_page_is_parsed_again_where_that_alone_can_tell(
    page: bytes, is_parsed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    article = read_html(page, language=Language.EN)
    monkeypatch.setattr("dualpress.html.structure.parse_tree", parse_nothing)
    translations = {SegmentKey(None, "One."): "एक।"}
    if is_parsed:
        with pytest.raises(AssertionError, match="parsed again"):
            write_html(article, translations)
    else:
        assert "एक।".encode() in write_html(article, translations)
