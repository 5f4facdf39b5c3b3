"""Comments of blocks say what the attributes of their elements say."""

from __future__ import annotations

import pytest

from dualpress.article import SegmentKey
from dualpress.html.patches import apply_patches
from dualpress.html.read import read_html
from dualpress.html.write import text_patches
from dualpress.site.wordpress.blocks import block_patches

COVER = (
    '<!-- wp:cover {"url":"a.jpg","alt":"The \\u003criver\\u003e","dimRatio":50} -->\n'
    '<div class="wp-block-cover"><img alt="The &lt;river&gt;" src="a.jpg"/></div>\n'
    "<!-- /wp:cover -->"
)


def translated(source: str, **translations: str) -> str:
    article = read_html(source)
    known = {SegmentKey(None, text): other for text, other in translations.items()}
    changes = list(text_patches(article, known))
    return apply_patches(
        article.source, [*changes, *block_patches(article, known, changes)]
    ).decode()


def test_the_comment_says_what_the_attribute_says() -> None:
    made = translated(COVER, **{"The <river>": "नदी"})
    assert '"alt":"नदी"' in made
    assert 'alt="नदी"' in made


def test_the_rest_of_the_comment_stays() -> None:
    made = translated(COVER, **{"The <river>": "नदी"})
    assert made.startswith('<!-- wp:cover {"url":"a.jpg","alt":"नदी","dimRatio":50} -->\n')


def test_what_would_end_the_comment_is_written_as_wordpress_does() -> None:
    made = translated(COVER, **{"The <river>": 'a --> <b> & "c"'})
    assert r'"alt":"a \u002d\u002d\u003e \u003cb\u003e \u0026 \u0022c\u0022"' in made


@pytest.mark.parametrize(
    "comment",
    [
        '<!-- wp:image {"id":5} -->',
        "<!-- wp:image -->",
        '<!-- wp:image {"alt":"Other"} -->',
        '<!-- wp:image {"alt":"The <river>" -->',
        '<!-- {"alt":"The <river>"} -->',
        '<!-- wp:gallery {"images":{"alt":"The <river>"}} -->',
    ],
)
def test_other_comments_stay(comment: str) -> None:
    source = f'{comment}\n<p><img alt="The &lt;river&gt;" src="a.jpg"/></p>'
    assert translated(source, **{"The <river>": "नदी"}).startswith(comment)


def test_a_backslash_before_the_last_quote_ends_no_string_early() -> None:
    made = translated(COVER, **{"The <river>": "a\\"})
    assert r'"alt":"a\u005c","dimRatio"' in made


def test_a_setting_is_no_text_though_a_picture_has_its_word() -> None:
    comment = '<!-- wp:image {"align":"left","sizeSlug":"large"} -->'
    source = f'{comment}\n<img alt="left" title="large" src="a.jpg"/>\n<!-- /wp:image -->'
    assert translated(source, left="बाएँ", large="बड़ा").startswith(comment)


def test_a_setting_is_no_text_though_an_element_has_its_word() -> None:
    comment = '<!-- wp:x {"justifyContent":"left","className":"left"} -->'
    source = f"{comment}\n<p>left</p>\n<!-- /wp:x -->"
    assert translated(source, left="बाएँ") == source.replace(">left<", ">बाएँ<")


# As Yoast SEO and Rank Math write them: the editor makes the element of the comment.
YOAST = (
    '<!-- wp:yoast/faq-block {"questions":[{"id":"faq-1","question":["Who?"],'
    '"answer":["It rose. It fell."],"jsonQuestion":"Who?","jsonAnswer":"It rose. It fell."}]} -->\n'
    '<div><strong class="schema-faq-question">Who?</strong> <p>It rose. It fell.</p></div>\n'
    "<!-- /wp:yoast/faq-block -->"
)
RANK_MATH = (
    '<!-- wp:rank-math/faq-block {"questions":[{"title":"Who?","content":"It \\u003cb\\u003erose'
    '\\u003c/b\\u003e.","visible":true}]} -->\n<div><h3>Who?</h3><div>It <b>rose</b>.</div></div>\n'
    "<!-- /wp:rank-math/faq-block -->"
)


def test_questions_and_answers_are_said_twice_in_the_same_words() -> None:
    made = translated(YOAST, **{"Who?": "कौन?", "It rose.": "बढ़ी।", "It fell.": "घटी।"})
    assert made == YOAST.replace("Who?", "कौन?").replace("It rose. It fell.", "बढ़ी। घटी।")


def test_a_text_with_tags_is_said_twice_in_the_same_words() -> None:
    made = translated(RANK_MATH, **{"Who?": "कौन?", "It <g1>rose</g1>.": "वह <g1>बढ़ी</g1>।"})
    assert r'"content":"वह \u003cb\u003eबढ़ी\u003c/b\u003e।"' in made
    assert "<div>वह <b>बढ़ी</b>।</div>" in made


@pytest.mark.parametrize("source", [YOAST, RANK_MATH])
def test_a_text_that_is_not_translated_keeps_every_byte(source: str) -> None:
    assert translated(source, Other="और") == source


def test_what_stands_behind_a_block_is_not_its_text() -> None:
    source = '<!-- wp:x {"title":"River"} -->\n<hr>\n<!-- /wp:x -->\n<p>River</p>'
    assert translated(source, River="नदी") == source.replace(">River<", ">नदी<")


def test_text_that_is_no_attribute_changes_no_comment() -> None:
    source = '<!-- wp:heading {"anchor":"River"} -->\n<h2 id="River">River</h2>'
    assert translated(source, River="नदी") == source.replace(">River<", ">नदी<")


def test_the_source_as_its_own_translation_changes_nothing() -> None:
    assert translated(COVER, **{"The <river>": "The <river>"}) == COVER
