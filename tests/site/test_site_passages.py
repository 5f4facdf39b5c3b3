from dataclasses import replace
from pathlib import Path

import pytest
from site_support import EN, HI, entry

from dualpress.article import Article, SegmentKey
from dualpress.html.read import read_html
from dualpress.site.column import Column
from dualpress.site.links import Place
from dualpress.site.model import Site, SiteArticle, SiteSettings
from dualpress.site.passages import Passage, Picture, Row, find_rows
from dualpress.site.references import Posts
from dualpress.site.shown_text import ShownText

ARTICLE = replace(entry("a"), has_bilingual=True)
NOWHERE = Path("no-such-folder")


def rows_of(
    article: Article,
    known: dict[SegmentKey, str],
    joined: tuple[str, ...] = (),
    *,
    others: tuple[SiteArticle, ...] = (),
    folder: Path = NOWHERE,
) -> list[Row]:
    """The rows of an article's view, which is ``hi/a/bilingual/index.html``."""
    own = replace(ARTICLE, source_language=article.language)
    site = Site(SiteSettings(), (own, *others))
    path = site.bilingual_path(own)
    assert path is not None
    context = site.bilingual(own, path)
    text = ShownText(article, known, {SegmentKey(None, key) for key in joined})
    posts = Posts(folder, site.articles)
    source, target = (
        Column(text, Place(posts, own, replace(context, language=language)))
        for language in (article.language, EN if article.language is HI else HI)
    )
    return find_rows(text, source, target)


def rows(
    body: str,
    joined: tuple[str, ...] = (),
    *,
    others: tuple[SiteArticle, ...] = (),
    folder: Path = NOWHERE,
    **translations: str,
) -> list[Row]:
    """The rows of a page; translations are given by the first word of their source."""
    article = read_html(f"<html><body>{body}</body></html>", language=EN)
    known = {
        segment.key: translations[word]
        for segment in article.segments
        if (word := segment.source.split()[0]) in translations
    }
    return rows_of(article, known, joined, others=others, folder=folder)


def passages(body: str, joined: tuple[str, ...] = (), **translations: str) -> list[Passage]:
    """The passages among the rows of a page."""
    found = rows(body, joined, others=(), folder=NOWHERE, **translations)
    return [row for row in found if isinstance(row, Passage)]


def pictures(body: str) -> list[str]:
    """The pictures among the rows of a page."""
    return [str(row.markup) for row in rows(body) if isinstance(row, Picture)]


def test_blocks_stand_beside_their_translations() -> None:
    found = passages("<h2>Port</h2><p>One came.", Port="बंदरगाह", One="एक आया।")
    assert [(p.number, p.level, str(p.source), str(p.target)) for p in found] == [
        (1, 2, "Port", "बंदरगाह"),
        (2, 0, "One came.", "एक आया।"),
    ]


def test_sentences_of_a_block_stand_together() -> None:
    (found,) = passages("<p>One came. Two left.</p>", One="एक आया।", Two="दो गए।")
    assert (found.source, found.target) == ("One came. Two left.", "एक आया। दो गए।")


def test_a_danda_that_touches_the_next_sentence_gets_its_space() -> None:
    article = read_html("<body><p>एक जहाज़ आया।दो गए।", language=HI)
    keys = [segment.key for segment in article.segments]
    (found,) = rows_of(article, dict(zip(keys, ["A ship came.", "Two left."], strict=True)))
    assert isinstance(found, Passage)
    assert found.target == "A ship came. Two left."


def test_a_sentence_that_was_joined_stands_in_the_one_above() -> None:
    (found,) = passages("<p>One came. Two left.</p>", joined=("Two left.",), One="एक आया और दो गए।")
    assert (found.source, found.target) == ("One came. Two left.", "एक आया और दो गए।")


def test_what_is_not_translated_says_so() -> None:
    (found,) = passages("<p>One came. Two left.</p>", One="एक आया।")
    assert found.target == 'एक आया। <span lang="en">Two left.</span>'
    assert "lang" not in found.source


def test_emphasis_and_links_stay() -> None:
    (found,) = passages(
        '<p>One <em class=a>big</em> <a href="https://x.example/?a&amp;b" class=c>ship</a> came.',
        One="एक <g2>जहाज़</g2> <g1>बड़ा</g1> आया।",
    )
    link = '<a href="https://x.example/?a&amp;b">'
    assert found.source == f"One <em>big</em> {link}ship</a> came."
    assert found.target == f"एक {link}जहाज़</a> <em>बड़ा</em> आया।"


def test_what_stands_around_a_whole_sentence_stays() -> None:
    found = passages(
        '<p><a href="/x/"><b>One came.</b></a> <i>Two left. Three stayed.</i></p>', One="एक आया।"
    )
    (text,) = found
    assert text.source == (
        '<a href="/x/"><b>One came.</b></a> <i>Two left.</i> <i>Three stayed.</i>'
    )
    assert text.target.startswith('<a href="/x/"><b>एक आया।</b></a> <span lang="en"><i>Two')


def test_a_sentence_that_begins_with_emphasis_has_it_once() -> None:
    (found,) = passages("<p><b>One</b> came.</p>")
    assert found.source == "<b>One</b> came."


def test_a_link_to_another_article_leads_to_it_in_the_column_s_language() -> None:
    page = '<p>One <a href="b.html#x">ship</a> came.'
    (found,) = rows(page, others=(entry("b"),), One="एक <g1>जहाज़</g1> आया।")
    assert isinstance(found, Passage)
    assert found.source == 'One <a href="../../../en/b/index.html#x">ship</a> came.'
    assert found.target == 'एक <a href="../../b/index.html#x">जहाज़</a> आया।'


def test_a_link_inside_of_the_page_leads_to_the_page_of_its_language() -> None:
    (found,) = passages('<p>One<sup><a href="#note-1">1</a></sup> came.', One="एक<g1>1</g1> आया।")
    assert '<a href="../../../en/a/index.html#note-1">1</a>' in found.source


@pytest.mark.parametrize("href", ["javascript:go()", "data:text/html,x", "", " JavaScript:x"])
def test_a_link_that_leads_nowhere_is_text(href: str) -> None:
    (found,) = passages(f'<p>One <a href="{href}">ship</a> came.')
    assert found.source == "One ship came."


def test_links_of_a_page_with_a_base_lead_on_from_there() -> None:
    article = '<base href="https://x.example/2024/"><p>One <a href="y/">ship</a> came.'
    (found,) = passages(article)
    assert '<a href="https://x.example/2024/y/">' in found.source


def test_pictures_stand_between_the_blocks() -> None:
    found = rows(
        "<img src=/a.png alt=A><p>One came. <img src=/b.png> Two left.</p>"
        '<figure><a href="/big.png"><img src="/c.png" srcset="/c2.png 2x" width=300 alt="C"></a>'
        "<figcaption>A ship</figcaption></figure><p>Three stayed.</p><img src=/d.png>"
    )
    assert [row.markup if isinstance(row, Picture) else row.number for row in found] == [
        '<img src="/a.png" alt="A">',
        1,
        '<img src="/b.png" alt="">',
        '<img src="/c.png" srcset="/c2.png 2x" width="300" alt="C">',
        2,
        3,
        '<img src="/d.png" alt="">',
    ]
    assert [row.is_caption for row in found if isinstance(row, Passage)] == [False, True, False]


def test_a_picture_in_a_sentence_stays_there() -> None:
    (found,) = rows('<p>One <img src="/a.png" alt="boat"> came.', One="एक <x1/> आया।", boat="नाव")
    assert isinstance(found, Passage)
    assert found.source == 'One <img src="/a.png" alt="boat"> came.'
    assert found.target == 'एक <img src="/a.png" alt="नाव"> आया।'


@pytest.mark.parametrize(
    "unseen",
    [
        '<img src="/p.gif" width="1" height="1">',
        '<noscript><img src="/a.png"></noscript>',
        "<nav><img src=/a.png></nav>",
        '<header><img src="/logo.png"></header>',
        '<img alt="x">',
    ],
)
def test_what_is_no_picture_of_the_article_is_left_out(unseen: str) -> None:
    assert pictures(f"{unseen}<p>One came.</p>") == []


def test_where_the_article_is_marked_only_its_pictures_are_shown() -> None:
    page = "<img src=/ad.png><article><header><img src=/a.png></header><p>One.</p></article>"
    assert pictures(page) == ['<img src="/a.png" alt="">']


def test_a_picture_that_a_script_would_load_is_shown() -> None:
    page = '<img src="data:image/gif;base64,R0" data-src="/a.png" data-srcset="/b.png 2x" alt="A">'
    assert pictures(page) == ['<img src="/a.png" srcset="/b.png 2x" alt="A">']


def test_a_picture_beside_the_post_is_found_from_the_view(tmp_path: Path) -> None:
    (tmp_path / "map.svg").write_text("<svg/>", "utf-8")
    (found,) = rows("<img src=map.svg alt=Map>", folder=tmp_path)
    assert isinstance(found, Picture)
    assert found.markup == '<img src="../../../media/map.svg" alt="Map">'


@pytest.mark.parametrize(
    ("kept", "shown"),
    [
        ("<code>a &lt; b</code>", "a &lt; b"),
        ("<br>", " <br>"),
        ('<img src=a.png alt="">', '<img src="a.png" alt="">'),
        ("<script>track()</script>", ""),
        ("<b translate=no>R&D</b>", "R&amp;D"),
    ],
)
def test_what_is_kept_as_it_is_shows_its_text(kept: str, shown: str) -> None:
    (found,) = passages(f"<p>One |{kept}| came.</p>")
    assert found.source == f"One |{shown}| came."


def test_text_that_looks_like_a_tag_is_text() -> None:
    (found,) = passages("<p>One &lt;script> came.</p>", One="एक <script> आया।")
    assert (found.source, found.target) == (
        "One &lt;script&gt; came.",
        "एक &lt;script&gt; आया।",
    )


def test_a_number_between_two_sentences_is_not_lost() -> None:
    (found,) = passages("<p>One came. 2025. Two left.</p>", One="एक आया।", Two="दो गए।")
    assert found.target == "एक आया। 2025. दो गए।"


@pytest.mark.parametrize(
    "beside",
    ["<nav>{}</nav>", "<aside><div>{}</div></aside>", "<div role=navigation>{}</div>"],
)
def test_menus_and_margins_are_left_out(beside: str) -> None:
    found = passages(beside.format("<p>Home page.</p>") + "<main><p>One came.</p></main>")
    assert [(p.number, str(p.source)) for p in found] == [(2, "One came.")]


def test_items_and_headings_are_told() -> None:
    found = passages("<h1><em>The</em> port</h1><ul><li>One came.</li></ul><p>Two left.</p>")
    assert [(p.level, p.is_item) for p in found] == [(1, False), (0, True), (0, False)]
