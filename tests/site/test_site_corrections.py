import datetime

import pytest
from site_support import EN, HI

from dualpress.article import Article
from dualpress.html.read import read_html
from dualpress.site.corrections import correction_warnings, corrections_of


def article(corrections: str) -> Article:
    return read_html(f"---\ntitle: A port\ncorrections:{corrections}\n---\n<p>One came.</p>")


def test_each_language_has_its_own_text() -> None:
    post = article("\n- date: 2025-05-03\n  en: Not 30.\n  hi: 30 नहीं।")
    day = datetime.date(2025, 5, 3)
    assert [(n.date, n.text) for n in corrections_of(post, EN)] == [(day, "Not 30.")]
    assert [(n.date, n.text) for n in corrections_of(post, HI)] == [(day, "30 नहीं।")]


def test_what_is_said_in_one_language_is_shown_in_it_alone() -> None:
    post = article("\n- date: 2025-05-03\n  hi: 30 नहीं।")
    assert list(corrections_of(post, EN)) == []
    assert list(correction_warnings(post)) == []


def test_the_latest_correction_comes_first() -> None:
    post = article("\n- {date: 2025-05-03, en: One.}\n- {date: 2025-06-01, en: Two.}")
    assert [n.text for n in corrections_of(post, EN)] == ["Two.", "One."]


def test_a_single_correction_needs_no_list() -> None:
    post = article("\n  date: '2025-05-03'\n  en: Not 30.")
    assert [n.text for n in corrections_of(post, EN)] == ["Not 30."]


@pytest.mark.parametrize(
    "wrong", ["- {en: Not 30.}", "- {date: 2025-05-03}", "- Not 30.", "- {date: May, en: Not 30.}"]
)
def test_a_correction_that_cannot_be_shown_is_told(wrong: str) -> None:
    post = article(f"\n- {{date: 2025-05-03, en: One.}}\n{wrong}")
    assert [n.text for n in corrections_of(post, EN)] == ["One."]
    (warning,) = correction_warnings(post)
    assert warning.startswith("correction 2 of the front matter is not shown")


def test_a_post_without_corrections_has_none() -> None:
    post = read_html("<p>One came.</p>", language=EN)
    assert [*corrections_of(post, EN), *correction_warnings(post)] == []
