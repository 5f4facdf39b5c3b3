"""Words of a body that stay as they are are told."""

from __future__ import annotations

import pytest

from dualpress.site.wordpress.unreached import unreached_words


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("One.\n<!--more Read on, friend-->\nTwo.", "“Read on, friend”"),
        (
            '<!-- wp:more {"customText":"Read on"} -->\n<!--more Read on-->\n<!-- /wp:more -->',
            "“Read on”",
        ),
        ("<p>One.</p>\n<!-- wp:footnotes /-->", "footnotes"),
        (
            '<!-- wp:search {"label":"Search","width":50,"buttonText":"Find it"} /-->',
            "block “search” has words that are not translated: “Search”, “Find it”",
        ),
        ('<!-- wp:acf/box {"name":"acf/box","data":{"field_1":"It rose. Much."}} /-->', "acf/box”"),
    ],
)
def test_words_out_of_reach_are_told(body: str, told: str) -> None:
    [warning] = unreached_words(body)
    assert told in warning


@pytest.mark.parametrize(
    "body",
    [
        "<p>The river rose.</p>",
        "One.<!--more--> Two.<!--nextpage-->",
        '<!-- wp:block {"ref":12} /-->',
        '<!-- wp:latest-posts {"postsToShow":3,"className":"is-style-a big"} /-->',
        '<!-- wp:acf/box {"name":"acf/box","mode":"preview"} /-->',
        '<!-- wp:details {"summary":"River"} --><details><summary>River</summary></details>',
        '<!-- wp:search {"label":"Search" /-->',
        "<!-- The editor wrote this. And that. -->",
    ],
)
def test_nothing_is_told_of_what_is_no_text_or_is_reached(body: str) -> None:
    assert list(unreached_words(body)) == []


def test_long_words_are_shown_by_their_beginning() -> None:
    [warning] = unreached_words(f"<!--more {'word ' * 40}-->")
    assert warning.endswith("…”")
    assert len(warning) < 140


def test_comments_that_never_end_are_no_delay() -> None:
    assert list(unreached_words("<!--" * 500_000)) == []
    assert list(unreached_words(f"<!--more{' ' * 500_000}-->")) == []
