"""The files of an article to paste, and the paragraphs in them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import Language
from dualpress.site.paste import PAGE, Paste, paste_fields, paste_files
from dualpress.site.paste_paragraphs import loose_references, with_paragraphs
from dualpress.site.wordpress.post import PostText, Term

TEXT = PostText(title="नदी", slug=None, body="<p>x</p>")


def pasted(**said: object) -> dict[str, str]:
    paste = Paste("river", Language.HI, replace(TEXT, **said))  # type: ignore[arg-type]
    return {path.name: data.decode() for path, data in paste_files(paste).items()}


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("One.\n\nTwo.", "<p>One.</p>\n\n<p>Two.</p>"),
        ("One.\r\n \r\nTwo.\r\n", "<p>One.</p>\r\n \r\n<p>Two.</p>\r\n"),
        ("One\ntwo", "<p>One<br>\ntwo</p>"),
        ("One<br />\ntwo", "<p>One<br />\ntwo</p>"),
        ('<a\nhref="x">One</a>', '<p><a\nhref="x">One</a></p>'),
        (
            "<h2>A</h2>\nOne.\n<ul>\n\n<li>b</li>\n</ul>",
            "<h2>A</h2>\n<p>One.</p>\n<ul>\n\n<li>b</li>\n</ul>",
        ),
        ("<pre>a\n\nb</pre>", "<pre>a\n\nb</pre>"),
        ("<blockquote>a\n\nb</blockquote>", "<blockquote>a\n\nb</blockquote>"),
        ("<p>a</p>\n\n<p>b</p>\n", "<p>a</p>\n\n<p>b</p>\n"),
        (
            "<em>One</em> and\n\n<strong>two</strong>",
            "<p><em>One</em> and</p>\n\n<p><strong>two</strong></p>",
        ),
        ("One.\n\n<!--more-->\n\nTwo.", "<p>One.</p>\n\n<!--more-->\n\n<p>Two.</p>"),
        ("</div>One.", "</div><p>One.</p>"),
        ("<script>a\n\nb</script>One.", "<script>a\n\nb</script><p>One.</p>"),
        ("One.<hr>Two.", "<p>One.</p><hr><p>Two.</p>"),
        ("", ""),
    ],
)
def test_text_between_blank_lines_is_a_paragraph(body: str, expected: str) -> None:
    assert with_paragraphs(body, breaks=True) == expected


def test_a_line_end_of_html_is_a_space() -> None:
    assert with_paragraphs("One\ntwo", breaks=False) == "<p>One\ntwo</p>"


PIECES = st.sampled_from(
    ["a", " ", "\n", "\r\n", "<p>", "</p>", "<div>", "</div>", "<br>", "<b>", "<!--x-->", "<pre>"]
)


@given(st.lists(PIECES).map("".join))
def test_paragraphs_add_elements_and_take_nothing(body: str) -> None:
    made = with_paragraphs(body, breaks=False)
    for tag in ("<p>", "</p>"):
        made, body = made.replace(tag, ""), body.replace(tag, "")
    assert made == body


def test_addresses_beside_the_post_are_found() -> None:
    body = '<a href="x.html#a"><img src=&#97;.jpg><a href=/x><a href="#y"><a href="mailto:a@b.c">'
    assert list(loose_references(body)) == ["x.html#a", "a.jpg"]


def test_the_files_that_every_editor_asks_for_are_there_though_empty() -> None:
    assert pasted() == {
        "title.txt": "नदी\n",
        "excerpt.txt": "",
        "description.txt": "",
        "tags.txt": "",
        "body.html": "<p>x</p>",
        "index.html": pasted()["index.html"],
    }


def test_lines_end_as_on_unix_and_nothing_marks_the_encoding() -> None:
    files = paste_files(Paste("river", Language.HI, replace(TEXT, body="a\r\nb\rc")))
    assert files[PurePosixPath("body.html")] == b"a\nb\nc"
    assert all(
        b"\r" not in data and not data.startswith(b"\xef\xbb\xbf") for data in files.values()
    )


def test_references_of_an_excerpt_are_letters() -> None:
    assert pasted(excerpt="a &amp; <b>b</b>")["excerpt.txt"] == "a & b\n"


def test_variables_of_plugins_are_left_out() -> None:
    found = pasted(seo_title="नदी %%sep%% %%sitename%%", seo_description="%%excerpt%%")
    assert found["seo_title.txt"] == "नदी\n"
    assert found["description.txt"] == ""


def test_categories_have_a_line_each() -> None:
    terms = (Term("category", "एक"), Term("category", "दो"))
    assert pasted(categories=terms)["categories.txt"] == "एक\nदो\n"


def test_what_is_said_of_an_article_stands_on_its_page_as_text() -> None:
    paste = Paste("<river>", Language.HI, replace(TEXT, title="</textarea><b>"), ("a <i>note</i>",))
    page = paste_files(paste)[PAGE].decode()
    assert "&lt;/textarea&gt;&lt;b&gt;" in page
    assert "a &lt;i&gt;note&lt;/i&gt;" in page
    assert "<river>" not in page


def test_every_field_has_a_name_in_both_languages() -> None:
    for field in paste_fields(TEXT):
        english, hindi = field.labels
        assert english.isascii()
        assert not hindi.isascii()
