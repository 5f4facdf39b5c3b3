"""Links of a body lead to the translations of posts that have one."""

from __future__ import annotations

import pytest

from dualpress.html.patches import apply_patches
from dualpress.html.read import read_html
from dualpress.site.wordpress.internal_links import InternalLinks

LINKS = InternalLinks(
    {
        "https://blog.example/the-road/": "https://blog.example/hi/sadak/",
        "https://blog.example/?p=9": "https://blog.example/hi/pul/",
    },
    "https://blog.example/",
)


def moved(href: str, links: InternalLinks = LINKS) -> str:
    article = read_html(f'<p>See <a class="x" href="{href}">this</a>.</p>')
    made = apply_patches(article.source, links.patches(article)).decode()
    return made.partition('href="')[2].partition('"')[0]


@pytest.mark.parametrize(
    "href",
    [
        "https://blog.example/the-road/",
        "http://blog.example/the-road",
        "https://www.blog.example/the-road/",
        "/the-road/",
    ],
)
def test_a_link_to_a_post_leads_to_its_translation(href: str) -> None:
    assert moved(href) == "https://blog.example/hi/sadak/"


def test_a_link_to_a_part_of_a_post_keeps_the_part() -> None:
    assert moved("/the-road/#maps") == "https://blog.example/hi/sadak/#maps"


def test_a_plain_permalink_is_known_by_its_query() -> None:
    assert moved("https://blog.example/?p=9") == "https://blog.example/hi/pul/"


@pytest.mark.parametrize(
    "href",
    [
        "https://blog.example/?p=8",
        "https://blog.example/the-road/?replytocom=3",
        "https://blog.example/other/",
        "https://elsewhere.example/the-road/",
        "mailto:the-road@blog.example",
        "#the-road",
        "the-road/",
        "http://[",
    ],
)
def test_other_links_stay(href: str) -> None:
    assert moved(href) == href


def test_a_link_from_the_root_stays_where_the_site_is_not_known() -> None:
    links = InternalLinks({"https://blog.example/the-road/": "https://blog.example/hi/sadak/"})
    assert moved("/the-road/", links) == "/the-road/"


def test_without_translations_nothing_changes() -> None:
    assert moved("/the-road/", InternalLinks({}, "https://blog.example/")) == "/the-road/"
