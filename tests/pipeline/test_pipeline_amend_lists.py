"""A run for a few articles makes the pages of lists that show them, and no others."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing

import pytest
from amend_support import BASE, LINKED, RETITLED, as_whole, damage, outcome, two_and_one
from pipeline_support import ROAD, MakeSite, Site

WRONG_ORDER = """UPDATE fact SET value = '{"en": [], "hi": []}' WHERE name = 'order'"""

LISTS: dict[str, str] = {
    "pages of two": "paginate = 2",
    "a template of its own": 'index_template = "list.html"',
    "both": 'paginate = 2\nindex_template = "list.html"',
}


@pytest.fixture
def built(make_site: MakeSite) -> Site:
    return two_and_one(make_site)


@pytest.fixture(params=list(LISTS.values()), ids=list(LISTS))
def listed(make_site: MakeSite, request: pytest.FixtureRequest) -> Site:
    """A site of four articles, the last of which has a date and so is listed first."""
    posts = {"a": ROAD, "b": ROAD, "c": ROAD, "dated": LINKED}
    template = "{% for a in articles %}{{ a.title }}|{{ a.url }}|{% endfor %}{{ pager }}"
    site = make_site(
        posts, {"posts/a.png": b"1", "list.html": template}, site=BASE, page=request.param
    )
    site.publish(*posts)
    return site


@pytest.mark.parametrize("name", ["a", "c"])
def test_the_page_of_a_list_that_shows_a_title_is_made(
    listed: Site, surveys: list[str], name: str
) -> None:
    listed.review(name, "The road", msgstr="मार्ग")
    expected = as_whole(listed)
    surveys.clear()

    assert outcome(listed) == expected
    assert surveys == []


def test_of_a_list_only_the_page_that_shows_a_title_is_written(make_site: MakeSite) -> None:
    site = make_site(dict.fromkeys("abcde", ROAD), site=BASE, page="paginate = 2")
    site.publish(*"abcde")
    site.review("c", "The road", msgstr="मार्ग")

    written = site.build().written

    assert [path.relative_to(site.root / "output").as_posix() for path in written] == [
        "hi/c/index.html",
        "hi/page/2/index.html",
        "manifest.json",
    ]


def test_what_a_small_build_notes_of_the_lists_a_whole_one_would(listed: Site) -> None:
    listed.review("b", "The road", msgstr="मार्ग")
    listed.build()
    small = noted_lists(listed)
    (listed.root / ".dualpress/build.sqlite").unlink()

    listed.build()

    assert small == noted_lists(listed)


def noted_lists(site: Site) -> dict[str, list[object]]:
    """What is noted of the pages of lists, by their paths."""
    with closing(sqlite3.connect(site.root / ".dualpress/build.sqlite")) as connection:
        query = "SELECT value FROM fact WHERE name = 'lists'"
        return dict(json.loads(connection.execute(query).fetchone()[0]))


@pytest.mark.parametrize("statement", ["DELETE FROM fact WHERE name = 'order'", WRONG_ORDER])
def test_where_the_order_of_the_lists_is_lost_all_is_looked_at(
    built: Site, surveys: list[str], statement: str
) -> None:
    damage(built, statement)
    RETITLED(built)
    expected = as_whole(built)
    surveys.clear()

    assert outcome(built) == expected
    assert surveys == ["all"]


def test_where_what_the_lists_show_is_lost_the_pages_that_changed_are_made(
    built: Site, surveys: list[str]
) -> None:
    damage(built, "UPDATE fact SET value = '[' WHERE name = 'lists'")
    RETITLED(built)
    expected = as_whole(built)
    surveys.clear()

    assert outcome(built) == expected
    assert surveys == []
