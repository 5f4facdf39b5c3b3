"""Publishing in WordPress: one post for each translation, whatever happens."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fake_wordpress import Asked, Broken, Said
from publish_support import BODY, HINDI, Desk, desk_at, reviewed

from dualpress.article import Language
from dualpress.errors import SiteUnavailable, UsageError
from dualpress.pipeline.wordpress.publishing_report import Action
from dualpress.site.wordpress.record import KnownPost

SECRET = {"password": "for members"}


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    with reviewed(tmp_path, monkeypatch) as found:
        yield found


@pytest.fixture
def empty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    with desk_at(tmp_path, monkeypatch) as found:
        yield found


def is_creation(asked: Asked) -> bool:
    return asked.method == "POST" and asked.route == "wp/v2/posts"


def test_a_translation_becomes_a_draft_with_its_own_slug(desk: Desk) -> None:
    assert desk.publish_one().action is Action.CREATED
    [made] = desk.translations()
    assert made["status"] == "draft"
    assert made["slug"] == "nadi"
    assert made["title"]["raw"] == "नदी"
    assert made["content"]["raw"] == HINDI


def test_the_report_names_the_post(desk: Desk) -> None:
    told = desk.publish_one()
    [made] = desk.translations()
    assert (told.post, told.link, told.status) == (made["id"], made["link"], "draft")


def test_twice_is_one_post_and_the_second_time_nothing_is_sent(desk: Desk) -> None:
    desk.publish_one()
    desk.site.asked.clear()
    assert desk.publish_one().action is Action.UNCHANGED
    assert len(desk.translations()) == 1
    assert desk.site.changes == []


def test_what_a_reviewer_changes_is_sent_to_the_same_post(desk: Desk) -> None:
    first = desk.publish_one()
    desk.correct("बढ़ गया", "चढ़ गया")
    told = desk.publish_one()
    assert (told.action, told.post) == (Action.UPDATED, first.post)
    [made] = desk.translations()
    assert "चढ़ गया" in made["content"]["raw"]


def test_an_update_leaves_what_is_published_published_and_its_address_as_it_is(desk: Desk) -> None:
    told = desk.publish_one()
    assert told.post is not None
    desk.site.edit(told.post, status="publish")
    desk.correct("नदी", "नदी का पानी")
    assert desk.publish_one().status == "publish"
    assert desk.site.posts[told.post]["slug"] == "nadi"


def test_what_was_edited_in_wordpress_is_not_overwritten(desk: Desk) -> None:
    told = desk.publish_one()
    assert told.post is not None
    desk.site.edit(told.post, content="an editor's words")
    desk.correct("बढ़ गया", "चढ़ गया")
    left = desk.publish_one()
    assert left.action is Action.HELD
    assert left.held is not None
    assert "edited in WordPress" in left.held
    assert desk.site.posts[told.post]["content"]["raw"] == "an editor's words"


def test_force_overwrites_what_was_edited(desk: Desk) -> None:
    told = desk.publish_one()
    assert told.post is not None
    desk.site.edit(told.post, content="an editor's words")
    assert desk.publish_one(force=True).action is Action.UPDATED
    assert desk.site.posts[told.post]["content"]["raw"] == HINDI


def test_a_translation_that_dualpress_did_not_write_is_not_overwritten(desk: Desk) -> None:
    number = desk.site.add(title="नदी", slug="the-hindi-one", content="ours")
    desk.know("the-river", KnownPost(number, "", "publish"))
    left = desk.publish_one()
    assert left.held is not None
    assert "dualpress did not write" in left.held
    assert desk.site.posts[number]["content"]["raw"] == "ours"


def test_without_the_record_a_post_is_known_by_what_it_says(desk: Desk) -> None:
    first = desk.publish_one()
    desk.forget()
    assert desk.publish_one().post == first.post
    assert len(desk.translations()) == 1


def test_another_post_with_the_slug_is_not_overwritten(desk: Desk) -> None:
    number = desk.site.add(title="नदी", slug="nadi", content="another article")
    left = desk.publish_one()
    assert left.held is not None
    assert f"post {number}" in left.held
    assert desk.site.posts[number]["content"]["raw"] == "another article"
    assert len(desk.translations()) == 1


def test_a_connection_that_breaks_after_a_post_was_made_leaves_no_second_one(desk: Desk) -> None:
    def breaks(asked: Asked) -> Said | None:
        if is_creation(asked):
            raise Broken
        return None

    desk.site.after.append(breaks)
    report = desk.publish()
    assert [type(failure) for failure in report.failures] == [SiteUnavailable]
    assert len(desk.site.posts) == 2
    desk.site.after.clear()
    assert desk.publish_one().action is Action.CREATED
    assert len(desk.site.posts) == 2
    [made] = desk.translations()
    assert (made["slug"], made["content"]["raw"]) == ("nadi", HINDI)


def test_an_unfinished_draft_that_somebody_wrote_in_is_left(desk: Desk) -> None:
    [original] = desk.site.posts
    desk.site.add(title="नदी", slug=f"dualpress-{original}-hi", status="draft", content="mine")
    assert desk.publish_one().action is Action.HELD


def test_two_machines_at_once_make_one_post(desk: Desk) -> None:
    [original] = desk.site.posts

    def comes_first(asked: Asked) -> Said | None:
        if is_creation(asked):
            desk.site.traps.clear()
            slug = f"dualpress-{original}-hi"
            desk.site.add(title="नदी", slug=slug, status="draft")
        return None

    desk.site.traps.append(comes_first)
    told = desk.publish_one()
    [made] = desk.translations()
    assert made["id"] == told.post == min(n for n in desk.site.posts if n != original)


def test_what_another_machine_has_completed_is_not_sent_again(desk: Desk) -> None:
    def comes_first(asked: Asked) -> Said | None:
        if is_creation(asked):
            desk.site.traps.clear()
            desk.site.add(title="नदी", slug="nadi", status="publish", content=HINDI)
        return None

    desk.site.traps.append(comes_first)
    assert desk.publish_one().status == "publish"
    assert len(desk.translations()) == 1


def test_a_translation_in_the_trash_is_left_there(desk: Desk) -> None:
    told = desk.publish_one()
    assert told.post is not None
    desk.site.edit(told.post, status="trash")
    left = desk.publish_one(force=True)
    assert left.action is Action.HELD
    assert desk.translations() == []


def test_a_translation_that_was_deleted_is_made_anew_and_told(desk: Desk) -> None:
    told = desk.publish_one()
    assert told.post is not None
    del desk.site.posts[told.post]
    again = desk.publish_one()
    assert again.action is Action.CREATED
    assert any("no longer in WordPress" in warning for warning in again.warnings)


def test_a_dry_run_only_reads(desk: Desk) -> None:
    before = {path: path.read_bytes() for path in desk.root.rglob("*") if path.is_file()}
    assert desk.publish_one(dry_run=True).action is Action.CREATED
    assert {asked.method for asked in desk.site.asked} == {"GET"}
    assert {path: path.read_bytes() for path in desk.root.rglob("*") if path.is_file()} == before


def test_a_status_that_was_asked_for_is_given_to_new_posts(desk: Desk) -> None:
    assert desk.publish_one(status="publish").status == "publish"


def test_the_configured_status_is_given_to_new_posts(desk: Desk) -> None:
    desk.configure(status="publish")
    assert desk.publish_one().status == "publish"


def test_the_configured_status_publishes_no_draft_that_is_there(desk: Desk) -> None:
    desk.publish_one()
    desk.configure(status="publish")
    desk.correct("बढ़ गया", "चढ़ गया")
    assert desk.publish_one().status == "draft"


def test_a_draft_is_published_where_that_is_asked_for(desk: Desk) -> None:
    desk.publish_one()
    assert desk.publish_one(status="publish").status == "publish"
    assert desk.publish_one(status="publish").action is Action.UNCHANGED


def test_what_is_published_is_not_taken_back(desk: Desk) -> None:
    desk.publish_one(status="publish")
    desk.correct("बढ़ गया", "चढ़ गया")
    assert desk.publish_one(status="draft").status == "publish"


def test_no_translation_is_public_before_its_original(desk: Desk) -> None:
    [original] = desk.site.posts
    desk.site.edit(original, status="private")
    told = desk.publish_one(status="publish")
    assert told.status == "draft"
    assert any("original is not published" in warning for warning in told.warnings)


def test_whoever_may_not_read_the_original_may_not_read_the_translation(desk: Desk) -> None:
    [original] = desk.site.posts
    desk.site.edit(original, **SECRET, comment_status="closed", featured_media=9)
    desk.publish_one()
    [made] = desk.translations()
    assert (made["password"], made["comment_status"]) == (SECRET["password"], "closed")
    assert made["featured_media"] == 9


def test_the_author_is_kept_where_the_user_may_write_for_others(desk: Desk) -> None:
    [original] = desk.site.posts
    desk.site.edit(original, author=5)
    desk.publish_one()
    assert desk.translations()[0]["author"] == 5


def test_the_author_is_the_user_where_they_may_not_write_for_others(desk: Desk) -> None:
    [original] = desk.site.posts
    desk.site.edit(original, author=5)
    desk.site.capabilities.remove("edit_others_posts")
    desk.publish_one()
    assert desk.translations()[0]["author"] == 1


def test_text_that_wordpress_changes_is_told_and_not_taken_for_an_edit(desk: Desk) -> None:
    desk.site.stores = lambda text: text.replace("<!-- ", "<!--")
    desk.site.capabilities.remove("unfiltered_html")
    told = desk.publish_one()
    assert any("this user may not write" in warning for warning in told.warnings)
    desk.correct("बढ़ गया", "चढ़ गया")
    assert desk.publish_one().action is Action.UPDATED


def test_an_original_that_changed_since_the_import_is_told(desk: Desk) -> None:
    [original] = desk.site.posts
    desk.site.edit(original, content=BODY + "\n\nMore.")
    assert any("import it again" in warning for warning in desk.publish_one().warnings)


def test_line_ends_alone_are_no_change_of_the_original(desk: Desk) -> None:
    [original] = desk.site.posts
    desk.site.edit(original, content=BODY.replace("\n", "\r\n"))
    assert desk.publish_one().warnings == ()


def test_a_post_of_that_number_that_is_another_one_is_left_alone(desk: Desk) -> None:
    [original] = desk.site.posts
    desk.site.edit(original, guid={"raw": "https://another.example/?p=1"})
    assert desk.publish_one().action is Action.HELD
    assert desk.site.changes == []


def test_articles_of_another_site_are_refused(desk: Desk) -> None:
    record = desk.root / "dualpress.wordpress.json"
    site = "https://www.example.org"
    record.write_text(f'{{"schema": 1, "site": "{site}", "articles": {{}}, "terms": []}}')
    with pytest.raises(UsageError, match=r"imported from https://www\.example\.org"):
        desk.publish()
    assert desk.site.changes == []


def test_the_site_is_recorded(desk: Desk) -> None:
    desk.publish_one()
    assert desk.record.site == desk.site.url


def test_an_article_that_waits_is_told_and_not_sent(empty: Desk) -> None:
    empty.add()
    report = empty.publish()
    assert list(report.waiting) == ["the-river"]
    assert empty.site.changes == []


def test_a_post_that_the_site_refuses_does_not_stop_the_next_one(empty: Desk) -> None:
    empty.add()
    empty.add("The road", "<p>It is open.</p>")
    empty.review()

    def refuses(asked: Asked) -> Said | None:
        if is_creation(asked) and "नदी" in asked.json()["title"]:
            return Said({"code": "rest_cannot_create", "message": "Sorry."}, 403)
        return None

    empty.site.traps.append(refuses)
    report = empty.publish()
    assert [post.id for post in report.posts] == ["the-road"]
    assert [failure.cause.partition(":")[0] for failure in report.failures] == ["the-river"]


def test_only_what_is_named_is_sent(empty: Desk) -> None:
    empty.add()
    empty.add("The road", "<p>It is open.</p>")
    empty.review()
    assert [post.id for post in empty.publish("the-road").posts] == ["the-road"]


def test_a_page_becomes_a_page_below_its_translated_parent(empty: Desk) -> None:
    parent = empty.add("The river", kind="page")
    empty.review()
    above = empty.publish_one().post
    assert above is not None
    record = empty.record.with_original("the-river", KnownPost(parent, "", "publish"))
    from dualpress.site.wordpress.record import write_record

    write_record(empty.root / "dualpress.wordpress.json", record, empty.record)
    empty.add("The road", "<p>It is open.</p>", kind="page", parent=parent)
    empty.review()
    empty.publish("the-road")
    made = empty.record.translation("the-road", Language.HI)
    assert made is not None
    assert empty.site.posts[made.post]["type"] == "page"
    assert empty.site.posts[made.post]["parent"] == above


def test_permalinks_without_rewriting_work_as_well(desk: Desk) -> None:
    desk.site.has_pretty_links = False
    assert desk.publish_one().action is Action.CREATED
    assert desk.publish_one().action is Action.UNCHANGED


def test_a_slug_of_the_author_s_own_is_sent_and_its_capitals_are_no_difference(empty: Desk) -> None:
    empty.add()
    path = empty.root / "posts" / "the-river.html"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("wordpress:", "slugs: {hi: NADI-2026}\nwordpress:", 1))
    empty.review()
    assert empty.publish_one().warnings == ()
    assert empty.translations()[0]["slug"].lower() == "nadi-2026"


def test_a_slug_that_wordpress_changes_is_told(desk: Desk) -> None:
    desk.site.slugs = lambda slug: slug.replace("nadi", "ganga")
    assert any("the slug “ganga”" in warning for warning in desk.publish_one().warnings)
