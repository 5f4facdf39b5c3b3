from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import Language
from dualpress.site.verify.facts import PageFacts
from dualpress.site.verify.reader import read_page

HINDI = "मंत्री ने कहा कि दोनों पुल सप्ताह भर में खुल जाएंगे।"
ENGLISH = "The minister said that both bridges would be open again."
PIECES = (
    "<a href=x>", "</a>", "<p>", "</p>", "<li>", "</ul>", "<svg>", "</svg>", "<path/>", "<script>",
    "</script>", "<title>", "&lt;", "&#x;", "&", "<!", "<![", "<![foo[", "<!--", "-->", "<", ">",
    "</", "<td>", "<g1>", "हि", "\0", '"', "=", "<base href='//['>", "<link rel=canonical href='http://['>",
    "<html lang=hi>", "<?php", "]]>", "{{ a }}", "<main>", "<img srcset='a 1x, b'>",
    "<script type=application/ld+json>", '{"@graph": [{}]}',
)  # fmt: skip


def read(text: str) -> PageFacts:
    return read_page("a.html", text.encode())


def foreign(text: str, lang: str = "hi") -> list[str]:
    facts = read(f'<html lang="{lang}"><body>{text}</body>')
    return [passage.text for passage in facts.foreign[Language(lang)]]


@given(st.lists(st.sampled_from(PIECES)))
def test_every_page_can_be_read(pieces: list[str]) -> None:
    read("".join(pieces))


def test_tags_in_capitals_without_quotes_and_without_end_tags() -> None:
    facts = read(
        "<HTML LANG=hi><LINK REL=Canonical HREF=https://x.example/><BODY><MAIN><H1>एक<UL>"
        "<LI><A HREF=/hi/>दो</A><LI>तीन</UL><P>चार<P>पांच"
    )
    assert facts.lang is not None
    assert facts.lang.value == "hi"
    assert facts.canonicals[0].value == "https://x.example/"
    main = facts.parts["main"]
    assert (main.headings, main.links, main.blocks) == ([1], 1, 4)


def test_a_line_is_that_of_the_tag() -> None:
    facts = read("<html>\n<head>\n<link rel=canonical\n  href=a>\n<meta name=robots content=none>")
    assert facts.canonicals[0].line == 3
    assert facts.noindex == 5


def test_a_line_is_that_of_the_first_word() -> None:
    facts = read(f"<html lang=hi><body>\n<p>\n\n{ENGLISH}</p>")
    assert [passage.line for passage in facts.foreign[Language.HI]] == [4]


def test_carriage_returns_are_part_of_a_line_end() -> None:
    assert read("<html>\r\n<head>\r\n<link rel=canonical href=a>").canonicals[0].line == 3


def test_the_language_of_an_item_without_an_end_tag_ends_with_it() -> None:
    assert foreign(f"<ul><li lang=en>{ENGLISH}<li>{ENGLISH}</ul>") == [ENGLISH]


def test_text_that_is_marked_as_its_language_is_right() -> None:
    assert foreign(f"<p lang=en>{ENGLISH}</p>") == []
    assert foreign(f"<p>{HINDI} <span lang=en-GB>{ENGLISH}</span></p>") == []


def test_text_that_is_marked_as_a_language_has_to_be_in_it() -> None:
    assert foreign(f"<p lang=en>{HINDI}</p>", "en") == [HINDI]


def test_hindi_in_latin_letters_is_right_where_it_says_so() -> None:
    assert foreign("<p lang=hi-Latn>mantri ne kaha ki dono pul khul jayenge</p>") == []


def test_short_blocks_names_and_code_are_left_alone() -> None:
    assert foreign("<p>Read more about this</p>") == []
    assert (
        foreign(
            "<li>Hindustan Aeronautics Limited, Bharat Dynamics Limited, Larsen and Toubro</li>"
        )
        == []
    )
    assert foreign(f"<pre>{ENGLISH}</pre><p><code>{ENGLISH}</code></p>") == []
    assert foreign(f"<p translate=no>{ENGLISH}</p><p class=notranslate>{ENGLISH}</p>") == []
    assert foreign(f"<script>{ENGLISH}</script><style>{ENGLISH}</style>") == []


def test_references_stay_in_the_language_that_they_are_in() -> None:
    entry = "Jones, L. What the minister said about the bridges. 2020."
    assert foreign(f"<p>{HINDI}</p><h2>संदर्भ सूची</h2><ol><li>{entry}<li>{entry}</ol>") == []
    assert foreign(f"<h2>पुल</h2><ol><li>{entry}</ol>") == [entry]


def test_what_is_long_is_shortened() -> None:
    (told,) = foreign(f"<p>{ENGLISH} {ENGLISH}</p>")
    assert len(told) < len(ENGLISH) + len(ENGLISH)
    assert told.startswith(ENGLISH)


def test_a_title_of_a_drawing_is_not_the_page_s() -> None:
    facts = read("<svg><title>A ship</title><a href=x>English</a></svg><title>एक</title>")
    assert facts.title is not None
    assert facts.title.value == "एक"
    assert facts.language_links == []


def test_navigation_and_notices_are_not_counted() -> None:
    facts = read("<main><nav><a href=a>1</a></nav><div role=note><p>2</div><p>3</main><footer><p>4")
    assert (facts.parts["main"].links, facts.parts["main"].blocks) == (0, 1)
    assert facts.parts["body"].blocks == 1


def test_links_to_other_languages_are_not_counted() -> None:
    facts = read('<main><ul class="lang-switch"><li><a href=a>हिन्दी</a></ul><a href=b>x</a></main>')
    assert facts.parts["main"].links == 1
    assert [link.text for link in facts.language_links] == ["हिन्दी"]


def test_the_language_of_a_link_may_stand_at_its_text() -> None:
    (link,) = read("<a href=b><span lang=hi>हिन्दी</span></a>").language_links
    assert link.lang == "hi"


def test_a_template_of_code_is_no_leak() -> None:
    assert read("<p><code>{{ page.title }}</code>").leaks == []
    assert read("<p>{{ page.title }}").leaks != []
    assert read("<p>A set {{1, 2}} and a range [X]").leaks == []


def test_files_of_all_kinds_are_noted() -> None:
    facts = read(
        '<link rel="preload icon" href=1><script src=2></script><video src=3 poster=4></video>'
        '<img srcset="5 1x, 6 2x"><p style="background: url(7)"><style>@import "8";</style>'
        "<link rel=next href=9><a href=10>x</a>"
    )
    assert sorted(facts.assets) == list("12345678")


def test_the_first_of_two_attributes_of_one_name_counts() -> None:
    assert read("<link rel=canonical href=a href=b>").canonicals[0].value == "a"
