import datetime
from pathlib import Path

import pytest
from site_support import EN, HI, soup

from dualpress.errors import ConfigError
from dualpress.site.render import (
    Fragment,
    LanguageLink,
    ListedArticle,
    Pager,
    render_choice,
    render_fragment,
    render_listing,
    script,
    stylesheet,
)

FRAGMENT = Fragment("<p>A &amp; b</p>", 'T "<&', "D", EN, heading="H <", site_name="")


def template(folder: Path, text: str) -> Path:
    path = folder / "page.html"
    path.write_text(text, "utf-8")
    return path


def test_text_is_escaped_and_the_body_is_not() -> None:
    page = render_fragment(FRAGMENT)
    assert "<title>T &#34;&lt;&amp;</title>" in page
    assert "<h1>H &lt;</h1>\n<p>A &amp; b</p>\n" in page


def test_what_is_empty_is_left_out() -> None:
    page = render_fragment(Fragment("<p>a", "T", "", EN, heading=""))
    assert "<h1>" not in page
    assert "description" not in page


def test_a_publisher_may_bring_a_template(tmp_path: Path) -> None:
    own = template(tmp_path, "<html lang={{ language }}><h1>{{ heading }}</h1>{{ body }}")
    assert render_fragment(FRAGMENT, own) == "<html lang=en><h1>H &lt;</h1><p>A &amp; b</p>"


def test_a_template_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read") as caught:
        render_fragment(FRAGMENT, tmp_path / "gone.html")
    assert caught.value.path == tmp_path / "gone.html"


def test_a_template_with_a_fault_is_named_with_its_line(tmp_path: Path) -> None:
    own = template(tmp_path, "<p>\n{% if %}")
    with pytest.raises(ConfigError, match="cannot be used") as caught:
        render_fragment(FRAGMENT, own)
    assert (caught.value.path, caught.value.line) == (own, 2)


def test_a_template_that_asks_for_what_there_is_not_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="'author' is undefined"):
        render_fragment(FRAGMENT, template(tmp_path, "{{ author }}"))


def test_a_template_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    own = tmp_path / "page.html"
    own.write_bytes(b"\xff")
    with pytest.raises(ConfigError, match="it is not UTF-8"):
        render_fragment(FRAGMENT, own)


def test_a_list_dates_its_articles_in_its_language() -> None:
    articles = [
        ListedArticle("a/index.html", "पहला", "विवरण", datetime.date(2024, 10, 2)),
        ListedArticle("b/index.html", "दूसरा", "", None),
    ]
    page = soup(render_listing(articles, HI, "", Pager()))
    assert page.title is not None
    assert page.title.get_text() == "लेख"
    assert [link["href"] for link in page.select("li a")] == ["a/index.html", "b/index.html"]
    assert [(t["datetime"], t.get_text()) for t in page.find_all("time")] == [
        ("2024-10-02", "2 अक्टूबर 2024")
    ]
    assert [p.get_text() for p in page.select("li p")] == ["विवरण"]


def test_a_list_is_called_by_the_name_of_the_site() -> None:
    page = soup(render_listing([], EN, "Frontier Notes", Pager()))
    assert page.h1 is not None
    assert page.h1.get_text() == "Frontier Notes"


def test_the_choice_of_languages_names_each_in_itself() -> None:
    links = [
        LanguageLink("en/index.html", EN, "English"),
        LanguageLink("hi/index.html", HI, "हिन्दी"),
    ]
    page = soup(render_choice(links))
    assert [(a["href"], a["lang"], a["hreflang"], a.get_text()) for a in page.find_all("a")] == [
        ("en/index.html", "en", "en", "English"),
        ("hi/index.html", "hi", "hi", "हिन्दी"),
    ]


def test_the_style_loads_nothing_from_elsewhere() -> None:
    style = stylesheet().decode()
    assert ".dp-switch" in style
    assert "url(" not in style
    assert "@import" not in style


def test_the_script_loads_nothing_and_makes_no_code_of_text() -> None:
    text = script().decode()
    for word in ("http", "fetch", "import", "eval", "Function(", "innerHTML", "setTimeout"):
        assert word not in text
