"""What the presets leave alone on pages as each program writes them, and what they do not."""

from __future__ import annotations

import pytest

from dualpress.article import Language
from dualpress.config import Config
from dualpress.config.presets import PRESETS, Preset
from dualpress.html import Policy, read_html
from dualpress.html.selectors import is_simple

WORDPRESS = """
<div id="cookie-notice" role="dialog"><span id="cn-notice-text">Cookies!</span></div>
<article class="post-731 post type-post category-comments tag-share-buttons hentry">
<h1 class="entry-title">The river rose</h1>
<span class="span-reading-time rt-reading-time"><span class="rt-label">Reading time:</span></span>
<div class="entry-content">
<p>Two bridges were closed.</p>
<h2 id="comments">Comments of the minister</h2>
<p class="related">He spoke of related treaties.</p>
<div class="jnews_inline_related_post"><p>READ ALSO</p></div>
<blockquote class="share"><p>We share the water.</p></blockquote>
<div class="addtoany_share_save_container addtoany_content"><a class="a2a_dd">Share</a></div>
<div class="kk-star-ratings kksr-auto"><div class="kksr-legend">4 votes</div></div>
<div class="sharedaddy sd-block sd-like jetpack-likes-widget-wrapper">Like this</div>
<div id="jp-relatedposts" class="jp-relatedposts"><h3>Related</h3></div>
<div class="wpcf7 no-js"><form class="wpcf7-form"><label>Your name</label></form></div>
</div>
<footer class="entry-footer">Filed under rivers</footer>
</article>
<div id="comments" class="comments-area"><h2>2 comments</h2>
<div id="respond" class="comment-respond"><h3>Leave a reply</h3></div></div>
"""

WIX = """
<article><div data-hook="post">
<ul class="post-metadata"><li><span data-hook="time-ago">3 days ago</span></li>
<li><span data-hook="time-to-read">3 min read</span></li></ul>
<button data-hook="more-button" aria-label="More actions"></button>
<h1 data-hook="post-title">The river rose</h1>
<div data-hook="post-description"><p>Two bridges were closed.</p></div>
<div data-hook="post-main-actions-desktop"><button data-hook="share-button__facebook"
aria-label="Share via Facebook"></button><span data-hook="view-count">12 views</span></div>
<button><span data-hook="like-button-with-count__like-count">4 likes</span></button>
</div></article>
<section data-hook="recent-posts"><h2>Recent posts</h2></section>
<div data-hook="comment-box-placeholder">Write a comment</div>
"""

BLOGGER = """
<div class='post-outer'><h3 class='post-title entry-title'>The river rose</h3>
<div class='post-body entry-content'><p>Two bridges were closed.</p>
<p class="comments">He made comments.</p></div>
<div class='post-footer'><span class='post-comment-link'><a>No comments:</a></span>
<div class='post-share-buttons goog-inline-block'><a title='Email This'>Email This</a></div>
<span class='reaction-buttons'>Funny</span></div>
<div class='comments' id='comments'><h4>2 comments</h4></div></div>
<div class='blog-feeds'>Subscribe to: Posts</div>
<div class='widget PopularPosts' id='PopularPosts1'><h2>Popular posts</h2></div>
<div class='widget FollowByEmail'><h2>Follow by email</h2></div>
<div class='widget Text' id='Text1'><h2>About this review</h2></div>
"""

MEDIUM = """
<article class="h-entry"><header><h1 class="p-name">The river rose</h1></header>
<section data-field="subtitle" class="p-summary">Two bridges were closed.</section>
<section data-field="body" class="e-content"><section class="section section--body">
<div class="section-inner sectionLayout--insetColumn"><p class="graf graf--p">It rained.</p>
<blockquote class="graf graf--pullquote">The rain stopped.</blockquote>
<div class="graf graf--mixtapeEmbed graf-after--p"><a href="https://example.org"
class="markup--anchor markup--mixtapeEmbed-anchor"><strong>Another story</strong></a></div>
</div></section></section>
<footer><p>By <a class="p-author h-card">Asha Rao</a></p>
<p><a href="https://example.org/p" class="p-canonical">Canonical link</a></p></footer></article>
"""

HUGO = """
<article class="post-single"><h1 class="post-title">The river rose</h1>
<p class="reading-time">3 minute read</p>
<div class="post-content"><p>Two bridges were closed.</p>
<h2 id="comments">Comments</h2><h2 id="sharing">Sharing the water</h2></div>
<footer class="post-footer"><ul class="share-buttons"><li><a aria-label="share on x"></a></ul>
<div class="ananke-socials"><a>Share on X</a></div></footer></article>
<div class="d-print-none"><h2 class="feedback--title">Feedback</h2>
<p class="feedback--question">Was this page helpful?</p></div>
<div class="td-page-meta"><a>Edit this page</a></div>
<aside class="related-content--wrapper"><h2>Related content</h2></aside>
<div class="cookie-notice" data-cookie-notice hidden><p>Cookies!</p></div>
<div id="disqus_thread"><noscript>Please enable JavaScript</noscript></div>
"""

JEKYLL = """
<article class="page"><h1 class="page__title">The river rose</h1>
<span class="page__meta-readtime">3 minute read</span>
<span class="readtime" title="600 words"><em>3 min</em> read</span>
<section class="page__content"><p>Two bridges were closed.</p>
<h2 id="related-posts">Related posts of the army</h2></section>
<section class="page__share"><h4 class="page__share-title">Share on</h4></section>
<div class="share-wrapper"><span class="share-label">Share</span></div></article>
<div class="page__related"><h4>You may also enjoy</h4></div>
<aside id="related-posts"><h3>Further posts</h3></aside>
<section id="access-lastmod"><h2>Recently updated</h2></section>
<div class="search-input-wrap"><input placeholder="Search the site"></div>
<div class="page__comments"><h4>Leave a comment</h4></div>
<div class="giscus">Loading comments</div>
"""

PAGES: list[tuple[Preset, str, list[str]]] = [
    (
        "wordpress",
        WORDPRESS,
        [
            "The river rose",
            "Two bridges were closed.",
            "Comments of the minister",
            "He spoke of related treaties.",
            "We share the water.",
            "Filed under rivers",
        ],
    ),
    ("wix", WIX, ["3 days ago", "The river rose", "Two bridges were closed."]),
    (
        "blogger",
        BLOGGER,
        ["The river rose", "Two bridges were closed.", "He made comments.", "About this review"],
    ),
    (
        "medium",
        MEDIUM,
        [
            "The river rose",
            "Two bridges were closed.",
            "It rained.",
            "The rain stopped.",
            "By <g1>Asha Rao</g1>",
        ],
    ),
    (
        "hugo",
        HUGO,
        ["The river rose", "Two bridges were closed.", "Comments", "Sharing the water"],
    ),
    ("jekyll", JEKYLL, ["The river rose", "Two bridges were closed.", "Related posts of the army"]),
]


@pytest.mark.parametrize(("preset", "page", "expected"), PAGES, ids=[page[0] for page in PAGES])
def test_the_text_of_a_page_without_its_widgets(
    preset: Preset, page: str, expected: list[str]
) -> None:
    policy = Policy(skip=PRESETS[preset])
    article = read_html(page, policy=policy, language=Language.EN)
    assert [segment.source for segment in article.segments] == expected


@pytest.mark.parametrize(("preset", "page", "expected"), PAGES, ids=[page[0] for page in PAGES])
def test_all_presets_together_skip_no_text_of_any_program(
    preset: Preset, page: str, expected: list[str]
) -> None:
    policy = Policy(skip=Config().html.skipped)
    article = read_html(page, policy=policy, language=Language.EN)
    assert [segment.source for segment in article.segments] == expected


def test_all_presets_are_used_by_default() -> None:
    assert Config().html.presets == tuple(PRESETS)


def test_every_selector_is_one_that_is_looked_up_in_one_walk() -> None:
    assert [s for preset in PRESETS.values() for s in preset if not is_simple(s)] == []
