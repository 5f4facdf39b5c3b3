from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.site.wordpress.seo import (
    SeoText,
    SeoValue,
    has_hidden_words,
    seo_of,
    split_variables,
)


def test_yoast_keeps_title_and_description() -> None:
    fields = {"_yoast_wpseo_title": "Rivers", "_yoast_wpseo_metadesc": "How they rise"}
    assert seo_of(fields) == SeoText("yoast", "Rivers", "How they rise")


def test_rank_math_is_asked_first_since_it_leaves_yoasts_fields() -> None:
    fields = {"_yoast_wpseo_title": "Old", "rank_math_title": "New"}
    assert seo_of(fields) == SeoText("rank-math", "New", "")


def test_fields_without_a_value_name_no_plugin() -> None:
    assert seo_of({"_yoast_wpseo_title": "", "rank_math_description": ""}) == SeoText()


@pytest.mark.parametrize(
    ("value", "cut"),
    [
        ("The river rose", ("", "The river rose", "")),
        ("The river rose %%sep%% %%sitename%%", ("", "The river rose", " %%sep%% %%sitename%%")),
        ("The river rose - %sitename%", ("", "The river rose", " - %sitename%")),
        ("%%sitename%% | The river", ("%%sitename%% | ", "The river", "")),
        ("%%title%% %%sep%% %%sitename%%", ("%%title%% %%sep%% %%sitename%%", "", "")),
        ("%currentdate(F Y)%: rivers", ("%currentdate(F Y)%: ", "rivers", "")),
        ("Of 50% only 20% came", ("", "Of 50% only 20% came", "")),
    ],
)
def test_words_are_cut_out_from_between_variables(value: str, cut: tuple[str, str, str]) -> None:
    assert split_variables(value) == SeoValue(*cut)


def test_words_in_two_places_are_one_sentence_that_only_the_plugin_knows() -> None:
    value = "%%title%% in the news of %%sitename%% today"
    assert split_variables(value) == SeoValue(value, "", "")
    assert has_hidden_words(value)


def test_variables_alone_hide_no_words() -> None:
    assert not has_hidden_words("%%title%% %%sep%% %%sitename%%")


@given(
    st.lists(st.sampled_from(["%%title%%", "%sep%", " ", "river", "-", "%", "नदी"])).map("".join)
)
def test_a_cut_value_is_whole_again(value: str) -> None:
    assert "".join(split_variables(value)) == value
