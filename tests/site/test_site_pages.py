import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from site_support import BASE, EN, HI, build, entry, html, only, soup

from dualpress.article import Language
from dualpress.html.encoding import decode
from dualpress.html.offsets import parse
from dualpress.html.read import read_html
from dualpress.site.model import Decorations, Notice, NoticeKind
from dualpress.site.pages import is_fragment

FRONT_MATTER = '---\ntitle: "The Harbour"\ndescription: "On a port."\n---\n'
DRAFT = entry(indexable=False, notices=(Notice(NoticeKind.DRAFT),))

SNIPPETS = st.sampled_from(
    "<p>|</p>|<div class=a>|</div>|<b>|</b>|<i lang='en'>|</i>|<ul><li>|</ul>|<table><tr><td>|"
    "</table>|One ship came. |Two.|&amp;|&nbsp;|\n|\r\n|<br>|<!-- c -->|<img src=x alt='A ship'>|"
    "<a href='river.html'>|</a>|<script>x</script>|<style>p{}</style>|<svg><title>S</title></svg>|"
    "<h1 data-dp=9>|</h1>|<title>|</title>|<form action=x>|<nav>|</nav>|<!|</|<p lang=en".split("|")
)
STARTS = st.sampled_from(
    [
        "<!DOCTYPE html>",
        "<!DOCTYPE html><html lang=en-US><head><meta charset=utf-8></head><body>",
        "<html><head>\n<title>T</title>\n",
        "<body class=a>",
        "<!DOCTYPE html><html><head></head><body>\r\n",
    ]
)
PAGES = st.builds(lambda start, rest: start + "".join(rest), STARTS, st.lists(SNIPPETS))
FRAGMENTS = st.lists(SNIPPETS, max_size=8).map("".join)

ADDED = re.compile(
    r' data-dp="\d+"|<nav class="dp-switch".*?</nav>|<div class="dp-notice".*?</div>'
    r'|<link rel="(?:canonical|alternate|stylesheet)" [^>]*>|<meta property="og:locale[^>]*>'
    r'|<script src="[^"]*assets/dualpress.js"[^>]*></script>|<meta name="robots"[^>]*>'
    r'|(?<=<html) lang="en"|<meta charset="utf-8">|[\r\n]'
)


@given(text=PAGES | FRAGMENTS | FRAGMENTS.map(FRONT_MATTER.__add__))
def test_without_decorations_nothing_changes(text: str) -> None:
    for language in Language:
        assert html(text, language, decorations=Decorations.none()) == text


@given(text=PAGES)
def test_what_is_added_to_an_original_can_be_taken_off_again(text: str) -> None:
    text = text.replace("<h1 data-dp=9>", "<h1>")
    page = html(text, EN, base_url=BASE)
    if "<html" not in text:
        page = page.replace('<html lang="en">', "", 1)
    assert ADDED.sub("", page) == re.sub(r"[\r\n]", "", text)


def translations(text: str) -> dict[str, str]:
    return {s.source: f"{s.source} जहाज़" for s in read_html(text, language=EN).segments}


@given(text=PAGES)
def test_decorations_and_translations_keep_out_of_each_others_way(text: str) -> None:
    text = text.replace("<h1 data-dp=9>", "<h1>")
    plain = html(text, translations=translations(text), decorations=Decorations.none())
    decorated = html(
        text,
        article=DRAFT,
        translations=translations(text),
        base_url=BASE,
        decorations=replace(Decorations(), language=False),
    )
    assert ADDED.sub("", decorated) == re.sub(r"[\r\n]", "", plain)


@given(text=PAGES | FRAGMENTS, selector=st.sampled_from(["b", "p", "table", "h1, nav", "i, a"]))
def test_every_page_has_one_switcher_wherever_it_is_to_stand(text: str, selector: str) -> None:
    page = html(text, translations=translations(text), switcher_selector=selector)
    assert page.count('class="dp-switch"') == 1


def test_pages_as_browsers_meet_them_can_all_be_decorated(html5lib_documents: list[str]) -> None:
    for text in html5lib_documents[::7]:
        page = html(text, article=DRAFT, translations=translations(text), base_url=BASE)
        assert "dp-switch" in page or "<frameset" in text.lower()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>a</p>", True),
        (FRONT_MATTER + "<p>a</p>", True),
        ("<!-- a --><h1>b</h1>", True),
        ("<!DOCTYPE html><p>a", False),
        ("<body><p>a", False),
        ("<HTML><p>a", False),
    ],
)
def test_a_fragment_is_content_without_a_page(text: str, expected: bool) -> None:
    assert is_fragment(parse(text)) is expected


SWITCHES = {
    "charset": '<meta charset="utf-8">',
    "language": '<html lang="hi">',
    "canonical": '<link rel="canonical"',
    "alternates": 'hreflang="x-default"',
    "open_graph": 'property="og:locale"',
    "json_ld": '"inLanguage": "hi"',
    "switcher": 'class="dp-switch"',
    "block_ids": ' data-dp="1"',
    "links": 'src="../../media/a.png"',
    "notices": 'class="dp-notice"',
    "robots": 'name="robots"',
    "stylesheet": 'rel="stylesheet"',
    "script": "assets/dualpress.js",
}


@pytest.mark.parametrize("switch", SWITCHES)
def test_each_change_has_its_own_switch(switch: str, tmp_path: Path) -> None:
    (tmp_path / "a.png").touch()
    source = (
        '<html><head><script type="application/ld+json">{"inLanguage": "en"}</script></head>'
        "<body><p>A ship.</p><img src=a.png></body></html>"
    )
    article = entry(notices=(Notice(NoticeKind.STALE),), indexable=switch != "robots")
    alone = html(
        source, article=article, folder=tmp_path, base_url=BASE, decorations=only(**{switch: True})
    )
    rest = html(
        source,
        article=article,
        folder=tmp_path,
        base_url=BASE,
        decorations=replace(Decorations(), **{switch: False}),
    )
    found = {name for name, mark in SWITCHES.items() if mark in alone}
    assert found == {switch}
    assert SWITCHES[switch] not in rest


def test_a_block_that_had_a_number_gets_its_own() -> None:
    page = html('<body><p data-dp="7">A.</p>', EN, decorations=only(block_ids=True))
    assert page == '<body><p data-dp="1">A.</p>'


def test_both_pages_number_their_blocks_alike() -> None:
    source = "<body><h1>A port</h1><ul><li>One.<li>Two.</ul><p>x"
    numbers = [
        [tag["data-dp"] for tag in soup(html(source, language)).select("[data-dp]")]
        for language in Language
    ]
    assert numbers[0] == numbers[1] == ["1", "2", "3", "4"]


def test_a_fragment_becomes_a_page_with_what_its_front_matter_says() -> None:
    page = soup(
        html(
            FRONT_MATTER + "<p>A ship came.</p>",
            HI,
            translations={
                "The Harbour": "बंदरगाह <1>",
                "On a port.": 'एक "बंदरगाह" पर।',
                "A ship came.": "एक जहाज़ आया।",
            },
        )
    )
    assert page.html is not None
    assert page.title is not None
    assert page.h1 is not None
    assert page.html["lang"] == "hi"
    assert page.title.get_text() == page.h1.get_text() == "बंदरगाह <1>"
    description = page.find("meta", attrs={"name": "description"})
    assert description is not None
    assert str(description).count('एक "बंदरगाह" पर।') == 1
    assert [str(p) for p in page.select("main > article > p")] == [
        '<p data-dp="1">एक जहाज़ आया।</p>'
    ]


def test_a_fragment_keeps_its_bytes_inside_the_page() -> None:
    body = b"<meta charset=utf-8><p class='a'  id=b>One&nbsp;ship \xff came.<br/>\r\n<P>Two.\r\n"
    assert body in build(body, EN, decorations=only(canonical=True)).data


def test_a_fragment_in_another_encoding_becomes_utf_8() -> None:
    page = build("<p>Ganges — गंगा</p>".encode("utf-16"), EN)
    assert '<p data-dp="1">Ganges — गंगा</p>'.encode() in page.data


def test_a_fragment_with_a_main_heading_gets_no_second() -> None:
    page = soup(html(FRONT_MATTER + "<h1>Port</h1><p>A.</p>", EN))
    assert [heading.get_text() for heading in page.find_all("h1")] == ["Port"]


def test_a_fragment_without_front_matter_is_called_by_its_first_heading() -> None:
    page = soup(html("<h2>A <em>port</em></h2><p>A.</p>", EN))
    assert page.title is not None
    assert page.title.get_text() == "A port"
    assert page.h1 is None


def test_the_name_of_the_site_follows_the_title() -> None:
    page = soup(html(FRONT_MATTER + "<p>A.", EN, names={EN: "Notes", HI: "टिप्पणी"}))
    assert page.title is not None
    assert page.title.get_text() == "The Harbour – Notes"


def test_a_whole_page_is_shown_without_its_front_matter() -> None:
    source = FRONT_MATTER + "<!DOCTYPE html><body>a"
    page = html(source, EN, decorations=only(switcher=True))
    assert page.startswith("<!DOCTYPE html><body>")


def test_a_page_in_an_old_encoding_stays_in_it() -> None:
    source = '<head><meta charset="windows-1252"></head><p>Café</p>'.encode("cp1252")
    page = build(source, EN).data
    assert b"Caf\xe9" in page
    assert "हिन्दी" in decode(page).source.text or b"&#2361;" in page


def scripts(page: str) -> Iterator[str]:
    for element in soup(page).find_all(True):
        yield from (name for name in element.attrs if name == "style" or name.startswith("on"))
        if element.name == "style" or (element.name == "script" and element.get_text()):
            yield element.name


def test_what_is_added_needs_no_inline_script_or_style() -> None:
    assert (
        list(scripts(html("<html><head></head><body><p>A.", HI, article=DRAFT, base_url=BASE)))
        == []
    )


def test_pages_of_a_later_run_are_the_same() -> None:
    source = FRONT_MATTER + "<p>A <b>ship</b> came.</p>"
    assert build(source, base_url=BASE) == build(source, base_url=BASE)
