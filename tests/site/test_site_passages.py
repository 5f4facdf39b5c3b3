import pytest

from dualpress.article import Language, SegmentKey
from dualpress.html.read import read_html
from dualpress.site.passages import Passage, find_passages


def passages(body: str, joined: tuple[str, ...] = (), **translations: str) -> list[Passage]:
    """The passages of a page; translations are given by the first word of their source."""
    article = read_html(f"<html><body>{body}</body></html>", language=Language.EN)
    known = {
        segment.key: translations[word]
        for segment in article.segments
        if (word := segment.source.split()[0]) in translations
    }
    return list(find_passages(article, known, {SegmentKey(None, key) for key in joined}))


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
    article = read_html("<body><p>एक जहाज़ आया।दो गए।", language=Language.HI)
    keys = [segment.key for segment in article.segments]
    (found,) = find_passages(
        article, dict(zip(keys, ["A ship came.", "Two left."], strict=True)), ()
    )
    assert found.target == "A ship came. Two left."


def test_a_sentence_that_was_joined_stands_in_the_one_above() -> None:
    (found,) = passages("<p>One came. Two left.</p>", joined=("Two left.",), One="एक आया और दो गए।")
    assert (found.source, found.target) == ("One came. Two left.", "एक आया और दो गए।")


def test_what_is_not_translated_says_so() -> None:
    (found,) = passages("<p>One came. Two left.</p>", One="एक आया।")
    assert found.target == 'एक आया। <span lang="en">Two left.</span>'
    assert "lang" not in found.source


def test_emphasis_stays_and_links_do_not() -> None:
    (found,) = passages(
        '<p>One <em class=a>big</em> <a href="x.html">ship</a> came.</p>',
        One="एक <g2>जहाज़</g2> <g1>बड़ा</g1> आया।",
    )
    assert found.source == "One <em>big</em> ship came."
    assert found.target == "एक जहाज़ <em>बड़ा</em> आया।"


@pytest.mark.parametrize(
    ("kept", "shown"),
    [
        ("<code>a &lt; b</code>", "a &lt; b"),
        ("<br>", " <br>"),
        ('<img src=a.png alt="">', ""),
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
