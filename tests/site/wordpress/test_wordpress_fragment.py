from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import Language
from dualpress.errors import ReadError
from dualpress.html import read_html
from dualpress.site.wordpress.fragment import Fragment, fragment_of, original_of, plain, text_of
from dualpress.site.wordpress.post import Original, PostText, Term

ORIGINAL = Original(
    id=12,
    type="post",
    status="publish",
    guid="https://blog.example/?p=12",
    link="https://blog.example/river/",
    date="2026-11-20 10:00:00",
    date_gmt="2026-11-20 04:30:00",
    author="asha",
    image=55,
    seo="yoast",
)
TEXT = PostText(
    title="The river & “its” banks",
    slug="river",
    body="One.\r\n\r\nTwo & three.",
    excerpt="Water &amp; stone",
    seo_title="River %%sep%% %%sitename%%",
    seo_description="How it rose",
    image_alt="A bridge",
    categories=(Term("category", "News: home", "news", "all"),),
    tags=(Term("post_tag", "नौसेना", "navy"),),
)
FRAGMENT = Fragment(ORIGINAL, TEXT, Language.EN, "2026-11-21 09:00:00", "2026-11-21 03:30:00")

EXPECTED = """\
---
title: "The river & “its” banks"
slug: "river"
date: 2026-11-20T10:00:00+05:30
lastmod: 2026-11-21T09:00:00+05:30
description: "How it rose"
excerpt: "Water & stone"
seo_title: "River"
image_alt: "A bridge"
categories: ["News: home"]
tags: ["नौसेना"]
author: "asha"
lang: en
wordpress:
  id: 12
  type: post
  status: publish
  guid: "https://blog.example/?p=12"
  link: "https://blog.example/river/"
  date: "2026-11-20 10:00:00"
  date_gmt: "2026-11-20 04:30:00"
  image: 55
  seo: yoast
  seo_title: ["", " %%sep%% %%sitename%%"]
  terms:
    - {taxonomy: category, name: "News: home", slug: "news", parent: "all"}
    - {taxonomy: post_tag, name: "नौसेना", slug: "navy"}
---
One.\r
\r
Two & three."""

# What a row of a database may hold.
texts = st.text(
    st.characters(exclude_categories=["Cs"])
    | st.sampled_from("\r\n\x00\x01\x0b\x7f\x85\u2028\ufeff\ufffe\uffff\ue000\U0010fffd😀\"'\\-")
)


def test_the_file_of_a_post() -> None:
    assert fragment_of(FRAGMENT).decode() == EXPECTED


def test_a_file_is_read_back() -> None:
    article = read_html(fragment_of(FRAGMENT))
    assert original_of(article.metadata) == ORIGINAL
    assert text_of(article) == TEXT


def test_an_excerpt_is_plain_text_for_the_reviewer() -> None:
    fragment = replace(FRAGMENT, text=replace(TEXT, excerpt="<p>Water &amp; <b>5 &lt; 6</b></p>"))
    article = read_html(fragment_of(fragment))
    assert article.metadata["excerpt"] == "Water & 5 < 6"
    assert text_of(article).excerpt == "Water &amp; 5 &lt; 6"


def test_a_draft_has_no_time_in_utc() -> None:
    fragment = replace(FRAGMENT, original=replace(ORIGINAL, date_gmt=None))
    assert b"date: 2026-11-20T10:00:00\n" in fragment_of(fragment)


def test_a_post_without_a_date_has_none() -> None:
    fragment = replace(FRAGMENT, original=replace(ORIGINAL, date="0000-00-00 00:00:00"))
    assert b"\ndate:" not in fragment_of(fragment)


def test_a_body_that_declares_another_encoding_is_read_as_utf_8() -> None:
    body = '<meta charset="windows-1252"><p>नदी</p>'
    article = read_html(fragment_of(replace(FRAGMENT, text=replace(TEXT, body=body))))
    assert text_of(article).body == body
    assert article.encoding_fault is None


def test_a_tag_that_an_editor_added_is_read() -> None:
    data = fragment_of(FRAGMENT).replace('["नौसेना"]'.encode(), '["नौसेना", Rivers]'.encode())
    assert text_of(read_html(data)).tags == (*TEXT.tags, Term("post_tag", "Rivers"))


def test_categories_of_one_name_are_told_apart() -> None:
    two = (Term("category", "News", "news-a"), Term("category", "News", "news-b"))
    article = read_html(fragment_of(replace(FRAGMENT, text=replace(TEXT, categories=two))))
    assert text_of(article).categories == two


def test_a_post_of_another_origin_has_no_original() -> None:
    assert original_of({"title": "River"}) is None


@pytest.mark.parametrize(
    "told",
    [
        "12",
        {"id": "x"},
        {"id": 1, "type": "menu", "status": "x"},
        {"id": float("inf"), "type": "post", "status": "publish"},
    ],
)
def test_what_no_import_wrote_is_refused(told: object) -> None:
    with pytest.raises(ReadError, match="“wordpress” in its front matter"):
        original_of({"wordpress": told})


def test_a_value_that_yaml_takes_for_a_date_is_a_text() -> None:
    data = fragment_of(FRAGMENT).replace(b'title: "The river', b'title: 2026-11-20\nx: "The river')
    assert text_of(read_html(data)).title == "2026-11-20"


def test_a_comment_that_never_ends_is_no_text() -> None:
    assert plain("The river <!-- rose") == "The river"
    assert plain("<!--" * 200_000) == ""


def test_plain_text_has_neither_tags_nor_references() -> None:
    assert plain("<em>INS</em> Vikrant &#8217;s &amp; &lt;co&gt;<br>x") == "INS Vikrant ’s & <co> x"


@given(texts)
def test_every_character_of_a_body_stands_behind_the_front_matter(body: str) -> None:
    data = fragment_of(replace(FRAGMENT, text=replace(TEXT, body=body)))
    assert data.endswith(b"\n---\n" + body.encode())
    assert text_of(read_html(data)).body == body


@given(texts, texts)
def test_every_character_of_a_name_comes_back(title: str, name: str) -> None:
    tags = (Term("post_tag", name, "x"),) if name else ()
    article = read_html(fragment_of(replace(FRAGMENT, text=replace(TEXT, title=title, tags=tags))))
    assert (text_of(article).title, text_of(article).tags) == (title, tags)
