"""What of a page the policy and the page's own marks take for text."""

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import Language, Segment, SegmentKind, Slot
from dualpress.errors import ConfigError, TranslationRefused
from dualpress.html import Policy, read_html, write_html
from dualpress.html.offsets import parse_tree
from dualpress.html.structure import same_shape

HEAD = '<head><title>The river</title><meta name=description content="It rose"></head>'


def segments(
    page: str,
    *,
    content: tuple[str, ...] = (),
    skip: tuple[str, ...] = (),
    attributes: tuple[str, ...] = (),
) -> tuple[Segment, ...]:
    policy = Policy(content=content, skip=skip, attributes=attributes)
    return read_html(page, policy=policy, language=Language.EN).segments


def sources(page: str, **selectors: tuple[str, ...]) -> list[str]:
    return [segment.source for segment in segments(page, **selectors)]


# Attributes that selectors name


def test_an_attribute_that_a_selector_names_is_text() -> None:
    (segment,) = segments('<div data-caption="The river"></div>', attributes=("[data-caption]",))
    assert (segment.source, segment.kind) == ("The river", SegmentKind.ATTRIBUTE)
    assert (segment.slot, segment.label) == (Slot.ATTRIBUTE, "data-caption text of <div>")


@pytest.mark.parametrize(
    ("selector", "expected"),
    [
        ("a.button[data-label]", ["One"]),
        ("[DATA-LABEL]", ["One", "Two"]),
        ("a[data-label][data-more]", ["One", "Three"]),
        ("a.button[data-label], p[data-label]", ["One", "Two"]),
        ("div > a[data-more]", ["Three"]),
        ("p > a[data-more]", []),
    ],
)
def test_only_the_attributes_of_the_elements_that_it_matches(
    selector: str, expected: list[str]
) -> None:
    page = (
        '<div><a class=button data-label="One" data-more="Three"></a></div><p data-label="Two"></p>'
    )
    assert sources(page, attributes=(selector,)) == expected


def test_attributes_of_several_selectors_on_one_element() -> None:
    page = '<p data-a="One" data-b="Two" data-c="Three">'
    assert sources(page, attributes=("[data-a]", "p[data-b]")) == ["One", "Two"]


@pytest.mark.parametrize(
    "page",
    [
        '<p translate=no data-a="One">',
        '<div translate=no><p data-a="One"></div>',
        '<p class=skipped data-a="One">',
        '<!-- translate:off --><p data-a="One">',
        '<script data-a="One"></script>',
        '<p data-a="https://example.org/one">',
        '<p data-a="12">',
        "<p data-a>",
    ],
)
def test_a_named_attribute_is_text_only_where_text_is(page: str) -> None:
    assert sources(page, attributes=("[data-a]",), skip=(".skipped",)) == []


def test_a_named_attribute_of_a_meta_element() -> None:
    page = '<meta name="dc.title" content="The river"><meta itemprop=headline content="It rose">'
    found = segments(page, attributes=("meta[content]",))
    assert [segment.label for segment in found] == ["dc.title of the page", "content of the page"]


def test_what_meta_tells_the_browser_is_never_text() -> None:
    page = '<meta http-equiv="refresh" content="5; url=/more">'
    assert sources(page, attributes=("meta[content]",)) == []


def test_a_named_attribute_is_written() -> None:
    page = """<p data-a='The "river"' data-b="kept">One</p>"""
    article = read_html(page, policy=Policy(attributes=("p[data-a]",)), language=Language.EN)
    (segment, _) = article.segments
    written = write_html(article, {segment.key: "'नदी' \" <b>"}).decode()
    assert written == """<p data-a='&#39;नदी&#39; " &lt;b&gt;' data-b="kept">One</p>"""


@given(st.text(), st.sampled_from(['"', "'", ""]))
def test_whatever_is_written_into_a_named_attribute_stays_in_it(target: str, quote: str) -> None:
    page = f"<p data-a={quote}One{quote} data-b=x>Two</p>"
    article = read_html(page, policy=Policy(attributes=("p[data-a]",)), language=Language.EN)
    key = article.segments[0].key
    try:
        written = write_html(article, {key: target})
    except TranslationRefused:
        return
    (element,) = html5lib.parseFragment(written.decode(), namespaceHTMLElements=False)
    assert (element.tag, element.text, element.keys()) == ("p", "Two", ["data-a", "data-b"])


def test_without_selectors_other_attributes_are_no_text() -> None:
    assert sources('<p data-a="One" aria-label="Two">') == ["Two"]


@pytest.mark.parametrize("selector", ["p", "p[", "a[href]"])
def test_a_selector_that_cannot_name_text_is_refused(selector: str) -> None:
    with pytest.raises(ConfigError):
        segments("<p>", attributes=(selector,))


# What selectors match


def test_the_article_tells_which_selectors_match() -> None:
    policy = Policy(
        content=("article", "main"),
        skip=(".a", ".b", "p > i", "p > b"),
        attributes=("[data-a], [data-b]", "[data-c]"),
    )
    page = "<article class=a><p data-b=x><i>One</i></article>"
    assert read_html(page, policy=policy).matched == {
        "article",
        ".a",
        "p > i",
        "[data-a], [data-b]",
    }


# Content


def test_content_bounds_the_body_and_not_the_head() -> None:
    page = f"{HEAD}<nav>Menu</nav><article title=Box><p>One</article><img alt=Two>"
    assert sources(page, content=("article",)) == ["The river", "It rose", "Box", "One"]


def test_of_a_page_without_content_only_the_head_is_text() -> None:
    assert sources(f"{HEAD}<p title=Two>One", content=("article",)) == ["The river", "It rose"]


@pytest.mark.parametrize(
    "page",
    [
        "<div translate=no><article>One</article></div>",
        "<div class=skipped><article>One</article></div>",
        "<article class=skipped>One</article>",
        "<p translate=yes>One</p><article></article>",
    ],
)
def test_content_makes_no_text_of_what_is_none(page: str) -> None:
    assert sources(page, content=("article",), skip=(".skipped",)) == []


def test_content_in_content() -> None:
    page = "<div><p>One<div>Two</div>Three</div><p>Four"
    assert sources(page, content=("div",)) == ["One", "Two", "Three"]


# Marks


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        # translate
        ("<html translate=no><p>One<p translate=yes>Two", ["Two"]),
        ("<div translate=no>One<p translate>Two<i translate=no>Three</i></div>", ["Two<x1/>"]),
        ("<p translate=maybe>One", ["One"]),
        ("<img translate=no alt=One><div translate=no><img translate=yes alt=Two></div>", ["Two"]),
        # notranslate
        ("<p class='a notranslate b'>One<p class=no-translate>Two", ["Two"]),
        ("<div class=notranslate>One<p translate=yes>Two</div>", ["Two"]),
        ("<p>One <span class=notranslate>two</span>.", ["One <x1/>."]),
        # data-translate-ignore
        ("<div data-translate-ignore><p>One</p><p translate=yes>Two</p></div>", ["Two"]),
        ("<p data-translate-ignore=false>One", []),
        # contenteditable
        ("<p contenteditable=true>One", []),
        ("<p contenteditable=plaintext-only>One", []),
        ("<div contenteditable>One<p contenteditable=false>Two</div>", []),
        ("<p contenteditable=inherit>One", ["One"]),
        # comments
        ("One<!-- translate:off --><p>Two", ["One"]),
        ("<!--translate: OFF--><p>One</p><!--Translate: on--><p>Two", ["Two"]),
        ("<!-- translate:off --><!-- translate:off -->a<!-- translate:on --><p>One", ["One"]),
        ("<!-- translate:on --><p>One", ["One"]),
        ("<!-- translate:off --><p>One</p><p translate=yes>Two</p>", []),
        ("<p>One <!-- translate:off and so on --> two", ["One <x1/>two"]),
        (
            "<head><!-- translate:off --><title>One</title><meta name=description content=Two>"
            '<script type="application/ld+json">{"@type":"Article","headline":"A b"}</script>'
            "<!-- translate:on --></head><p>Three",
            ["Three"],
        ),
        ("<head><!-- translate:off --><title>One</title></head><p>Two", []),
        ("<ul><!-- translate:off --><li>One</li><!-- translate:on --><li>Two</ul>", ["Two"]),
        ("<table><!-- translate:off --><tr><td>One</table><!-- translate:on -->Two", ["Two"]),
    ],
)
def test_marks_of_the_page(page: str, expected: list[str]) -> None:
    assert sources(page) == expected


def test_what_authors_say_is_inherited() -> None:
    page = (
        '<div data-translate-comment="Of a ship" data-translate-context="sea">'
        '<p>Berth <img alt="Hull"></p><p data-translate-comment="Of a dock">Stern</p></div><p>Bow'
    )
    found = {s.source: (s.key.context, s.comment) for s in segments(page)}
    assert found == {
        "Berth": ("sea", "Of a ship"),
        "Hull": ("sea", "Of a ship"),
        "Stern": ("sea", "Of a dock"),
        "Bow": (None, None),
    }


def test_the_proof_lets_named_attributes_differ_and_no_others() -> None:
    one, other = parse_tree("<p data-a=One data-b=x>"), parse_tree("<p data-a=Two data-b=x>")
    assert same_shape(one, other, {"data-a"})
    assert not same_shape(one, other, {"data-b"})
    assert not same_shape(one, other)
