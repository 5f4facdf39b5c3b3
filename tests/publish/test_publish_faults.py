"""Publishing in WordPress: sites that answer strangely, and hostile ones."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fake_wordpress import Asked, Said
from publish_support import HINDI, Desk, reviewed

from dualpress.errors import SiteError, SiteUnavailable
from dualpress.pipeline.wordpress.publishing_report import Action


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    with reviewed(tmp_path, monkeypatch) as found:
        yield found


def answers_posts_with(desk: Desk, body: Any, **headers: str) -> None:
    def trap(asked: Asked) -> Said | None:
        is_post = asked.method == "GET" and asked.route.startswith("wp/v2/posts/")
        return Said(body, headers=headers) if is_post else None

    desk.site.traps.append(trap)


@pytest.mark.parametrize(
    "body",
    [
        b"<!DOCTYPE html><p>A page",
        b"",
        b"[]",
        b"3",
        {"id": True},
        {"id": 1, "status": "draft", "link": "x", "slug": "x", "title": "x"},
        {"id": 1, "status": 3},
    ],
)
def test_an_answer_that_is_no_post_is_told_and_nothing_is_sent(desk: Desk, body: Any) -> None:
    answers_posts_with(desk, body)
    [failure] = desk.publish().failures
    assert isinstance(failure, SiteError)
    assert failure.cause.startswith("the-river: ")
    assert desk.site.changes == []


def test_messages_of_php_are_told_once(desk: Desk) -> None:
    def talks(asked: Asked) -> Said | None:
        if asked.route.startswith("wp/v2/users"):
            return Said(b'<b>Notice</b>: x in y.php {"name": "A", "capabilities": {}}')
        return None

    desk.site.traps.append(talks)
    report = desk.publish()
    assert report.posts[0].action is Action.CREATED
    assert sum("Notice : x in y.php" in warning for warning in report.warnings) == 1


def test_a_wrong_password_stops_before_anything_is_sent(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DUALPRESS_WORDPRESS_PASSWORD", "another")
    with pytest.raises(SiteUnavailable, match="does not know this user"):
        desk.publish()
    assert desk.site.changes == []


def test_a_site_that_goes_away_stops_the_run_and_keeps_what_was_done(desk: Desk) -> None:
    desk.add("The road", "<p>It is open.</p>")
    desk.review()

    def closes(asked: Asked) -> Said | None:
        is_road = asked.method == "POST" and "सड़क".encode() in asked.body
        return Said({"code": "x"}, 503, {"Retry-After": "600"}) if is_road else None

    desk.site.traps.append(closes)
    report = desk.publish()
    assert [post.id for post in report.posts] == ["the-river"]
    assert [type(failure) for failure in report.failures] == [SiteUnavailable]
    desk.site.traps.clear()
    assert [post.action for post in desk.publish().posts] == ["unchanged", "created"]


def test_a_post_that_is_refused_half_way_is_completed_by_the_next_run(desk: Desk) -> None:
    def refuses(asked: Asked) -> Said | None:
        is_text = asked.method == "POST" and "content" in asked.json()
        return Said(b"<h1>413</h1>", 413) if is_text else None

    desk.site.traps.append(refuses)
    [failure] = desk.publish().failures
    assert "so long" in failure.cause
    desk.site.traps.clear()
    assert desk.publish_one().action is Action.CREATED
    [made] = desk.translations()
    assert (made["slug"], made["content"]["raw"]) == ("nadi", HINDI)


def test_other_posts_than_were_asked_for_are_not_taken(desk: Desk) -> None:
    """A plugin may answer every list with all posts."""
    [original] = desk.site.posts

    def all_posts(asked: Asked) -> Said | None:
        is_list = asked.method == "GET" and asked.route == "wp/v2/posts"
        return Said(list(desk.site.posts.values())) if is_list else None

    desk.site.traps.append(all_posts)
    desk.site.add(title="another", slug="another", content="x")
    assert desk.publish_one().action is Action.CREATED
    assert desk.site.posts[original]["content"]["raw"] != HINDI
