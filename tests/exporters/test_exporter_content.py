from __future__ import annotations

import pytest

from dualpress.html import read_html
from dualpress.html.patches import Patch, apply_patches
from dualpress.site.exporters.content import only_content

WHOLE = (
    "<!DOCTYPE html><html><head><title>The road - A Blog</title></head>"
    "<body><header>Menu</header>{}</body></html>"
)


def content(markup: str, *selectors: str) -> str:
    article = read_html(markup.encode())
    return apply_patches(article.source, only_content(article, [], selectors)).decode().strip()


@pytest.mark.parametrize(
    "body",
    [
        '<main><h2>Top</h2><div class="entry-content"><p>Text.</p></div></main>',
        '<div itemprop="articleBody"><p>Text.</p></div><div class="entry-content">Other</div>',
        '<div class="post-body entry-content"><p>Text.</p></div>',
        '<div data-hook="post-description"><p>Text.</p></div>',
        "<main><article><p>Text.</p></article></main>",
        "<main><p>Text.</p></main>",
    ],
)
def test_the_surest_container_is_the_article(body: str) -> None:
    assert content(WHOLE.format(body)) == "<p>Text.</p>"


def test_a_page_without_containers_is_its_body() -> None:
    assert content("<!DOCTYPE html><title>x</title><p>Text.</p>") == "<p>Text.</p>"


def test_the_end_tags_of_a_body_are_not_in_it() -> None:
    page = "<!DOCTYPE html><title>x</title><body>\n<p>Text.</p>\n</body>\n</html>\n"
    assert content(page) == "<p>Text.</p>"
    assert content(page + "<p>More.</p>").endswith("<p>More.</p>")


def test_selectors_of_the_publisher_go_first() -> None:
    body = '<div class="lead"><p>One.</p></div><div class="rest"><p>Two.</p></div><main>x</main>'
    assert content(WHOLE.format(body), ".lead", ".rest") == "<p>One.</p><p>Two.</p>"


def test_what_a_selector_matches_inside_another_stands_once() -> None:
    body = "<article><div><p>One.</p></div></article>"
    assert content(WHOLE.format(body), "article", "div") == "<div><p>One.</p></div>"


def test_the_heading_that_says_the_title_goes() -> None:
    body = "<article><h1>The <em>road</em></h1><p>Text.</p></article>"
    assert content(WHOLE.format(body)) == "<p>Text.</p>"


def test_another_heading_stays() -> None:
    body = "<header><h1>The road</h1></header><article><h1>Part one</h1></article>"
    assert content(WHOLE.format(body)) == "<h1>Part one</h1>"


def test_a_fragment_is_all_article() -> None:
    assert content("<h1>A</h1><p>Text.</p>") == "<h1>A</h1><p>Text.</p>"


def test_front_matter_of_a_whole_page_stays() -> None:
    markup = "---\na: 1\n---\n" + WHOLE.format("<main>Text.</main>")
    assert content(markup) == "---\na: 1\n---\nText."


def test_only_patches_inside_the_article_are_applied() -> None:
    markup = WHOLE.format("<main>Text.</main>")
    article = read_html(markup.encode())
    patches = [
        Patch.insert(markup.index("Menu"), "!"),
        Patch.insert(markup.index("Text."), "New "),
    ]
    found = apply_patches(article.source, only_content(article, patches))
    assert found == b"New Text."
