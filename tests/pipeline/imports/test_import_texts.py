"""What was copied from pages, as posts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from pipeline_support import MakeSite, Site

from dualpress.errors import UsageError
from dualpress.pipeline.imports.report import TextReport
from dualpress.pipeline.imports.texts import import_text

LONG = (
    "The river rose through the night, and by the morning all the bridges of the town were closed"
)
NUMBERS = "one two three four five six seven eight nine".split()
MENU = ["Skip to content", "Home", "About", ""]
FOOT = ["Share this", "12 Comments", "© 2026 Coastal Review", "Please enable JavaScript."]


@pytest.fixture
def empty(make_site: MakeSite) -> Site:
    return make_site({})


def text_of(number: int) -> str:
    return f"{LONG}, said number {NUMBERS[number]}."


def post(number: int, *text: str, title: str = "", head: Sequence[str] = ()) -> str:
    """A post as a browser copies it."""
    name = title or f"The river and town {NUMBERS[number]}"
    return "\n".join([*MENU, name, *head, "", *(text or [text_of(number)]), "", *FOOT])


def load(site: Site, *posts: str, name: str = "dump.txt", **options: Any) -> TextReport:
    file = site.write(name, "\n=====\n".join(posts))
    report = import_text(site.project, [file], **options)
    assert report.failures == ()
    return report


def body(site: Site, report: TextReport, number: int = 0) -> str:
    return report.posts[number].path.read_bytes().decode().split("---\n")[-1]


def four(*text: str, **told: Any) -> list[str]:
    """Four posts of one site, the first with a text of its own."""
    return [post(0, *text, **told), *(post(number) for number in (1, 2, 3))]


def test_a_post_is_a_fragment_with_front_matter(empty: Site) -> None:
    report = load(empty, *four(head=["By Asha Rao", "on", "20 November 2026"]))
    assert report.posts[0].path.name == "the-river-and-town-one.html"
    assert empty.read("posts/the-river-and-town-one.html") == (
        "---\ntitle: The river and town one\ndate: 2026-11-20\nauthor: Asha Rao\n---\n"
        f"<p>{text_of(0)}</p>\n"
    )


def test_the_post_is_read_as_an_article(empty: Site) -> None:
    load(empty, *four())
    empty.translate()
    assert {one.title for one in empty.status().articles} >= {"The river and town one"}


def test_what_was_left_out_is_listed(empty: Site) -> None:
    report = load(empty, *four())
    assert [one.text for one in report.posts[0].dropped] == [
        "Skip to content",
        "Home",
        "About",
        *FOOT,
    ]
    assert report.repeated["Share this"] == 4
    assert "  line 9, in 4: Share this\n" in empty.read("imports/left-out.txt")


def test_a_line_may_be_kept(empty: Site) -> None:
    report = load(empty, *four(), keep=["share this"])
    assert body(empty, report).endswith("<p>Share this</p>\n")


def test_figures_of_short_lines_are_not_compared(empty: Site) -> None:
    texts = [f"{text_of(number)}\n{number}4 views" for number in range(4)]
    report = load(empty, *(post(number, text) for number, text in enumerate(texts)))
    assert "views" not in body(empty, report)


def test_titles_of_other_posts_below_a_text_are_links(empty: Site) -> None:
    titles = [f"The river and town {NUMBERS[number]}" for number in range(4)]
    posts = [
        f"{post(number)}\nMore of this\n"
        + "\n".join(f"{one}\nOct {3 + number}, 2026" for one in titles)
        for number in range(4)
    ]
    report = load(empty, *posts)
    assert [one.title for one in report.posts] == titles
    assert body(empty, report) == f"<p>{text_of(0)}</p>\n"


def test_a_line_in_the_midst_of_a_text_stays_though_many_have_it(empty: Site) -> None:
    posts = [post(n, text_of(n), "What comes next", text_of(n)) for n in range(4)]
    report = load(empty, *posts)
    assert "<h2>What comes next</h2>" in body(empty, report)


def test_many_in_a_row_are_a_box_of_buttons(empty: Site) -> None:
    box = ["Rate this post", "Subscribe", "Your email"]
    posts = [post(n, text_of(n), *box, text_of(n)) for n in range(4)]
    report = load(empty, *posts)
    assert body(empty, report) == f"<p>{text_of(0)}</p>\n\n<p>{text_of(0)}</p>\n"


def test_the_heading_of_references_stays(empty: Site) -> None:
    posts = [post(n, text_of(n), "References:-", f"Rao, Letters {NUMBERS[n]}") for n in range(4)]
    report = load(empty, *posts)
    assert "<p>References:-</p>\n\n<p>Rao, Letters one</p>" in body(empty, report)


def test_what_few_posts_have_is_text(empty: Site) -> None:
    posts = [
        post(0, text_of(0), "A note"),
        post(1, text_of(1), "A note"),
        post(2),
        post(3),
        post(4),
    ]
    assert "<p>A note</p>" in body(empty, load(empty, *posts))


def test_of_one_post_nothing_can_be_left_out_and_that_is_told(empty: Site) -> None:
    report = load(empty, post(0))
    assert report.posts[0].dropped == ()
    assert report.report is None
    assert "too few posts" in report.posts[0].warnings[0]


def test_a_post_without_a_title_is_named_by_its_file(empty: Site) -> None:
    report = load(empty, text_of(0), name="My notes.txt")
    assert report.posts[0].path.name == "My-notes.html"
    assert "no title was found" in report.posts[0].warnings[0]


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("2026-11-20", "2026-11-20"),
        ("Nov 20, 2026", "2026-11-20"),
        ("November 20, 2026", "2026-11-20"),
        ("20 November 2026", "2026-11-20"),
        ("Friday, 20th November 2026, 10:30 am", "2026-11-20"),
        ("Published on 20 Nov. 2026", "2026-11-20"),
        ("२० नवंबर २०२६", "2026-11-20"),
        ("प्रकाशित: 20 नवंबर 2026", "2026-11-20"),
        ("20 नवम्बर 2026", "2026-11-20"),
        ("02/10/2026", None),
        ("31 February 2026", None),
        ("20 Bridges 2026", None),
        ("Since 20 November 2026 all is well", None),
    ],
)
def test_a_line_that_is_a_date_is_the_posts(empty: Site, line: str, date: str | None) -> None:
    report = load(empty, *four(head=[line]))
    written = report.posts[0].path.read_bytes().decode()
    assert (f"date: {date}\n" in written) is (date is not None)
    assert (f"<p>{line}</p>" in written) is (date is None)


@pytest.mark.parametrize(
    "lines", [["By Asha Rao"], ["By", "Asha Rao"], ["लेखक: Asha Rao"], ["Written by Asha Rao"]]
)
def test_a_byline_names_the_author(empty: Site, lines: list[str]) -> None:
    report = load(empty, *four(head=lines))
    written = report.posts[0].path.read_bytes().decode()
    assert "author: Asha Rao\n" in written
    assert "<p>Asha Rao</p>" not in written


def test_a_name_and_a_date_above_the_title_are_author_and_date(empty: Site) -> None:
    # As Wix has them.
    report = load(
        empty, f"Asha Rao\nOct 2, 2024\n3 min read\nThe river and its towns\n{text_of(0)}"
    )
    written = report.posts[0].path.read_bytes().decode()
    assert written.startswith(
        "---\ntitle: The river and its towns\ndate: 2024-10-02\nauthor: Asha Rao\n"
    )


def test_a_sentence_that_begins_with_by_is_no_byline(empty: Site) -> None:
    report = load(empty, *four(head=["By the river all the houses were dark at night"]))
    assert "author" not in report.posts[0].path.read_bytes().decode()


@pytest.mark.parametrize(
    ("between", "expected"),
    [
        ("The towns along it", "<h2>The towns along it</h2>"),
        ("नदी के किनारे", "<h2>नदी के किनारे</h2>"),
        ("It was late.", "<p>It was late.</p>"),
        ("यह देर थी।", "<p>यह देर थी।</p>"),
        ("and so it went", "<p>and so it went</p>"),
        ("Photo: the harbour", "<p>Photo: the harbour</p>"),
        ("He said:", "<p>He said:</p>"),
        ("• one\n• two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>"),
        ("- one\n\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>"),
        ("1. one\n2. two", "<ol>\n<li>one</li>\n<li>two</li>\n</ol>"),
        ("- No, he said.", "<p>- No, he said.</p>"),
        ("3. three\n4. four", "<p>3. three</p>\n\n<p>4. four</p>"),
        ("a < b & c > d", "<p>a &lt; b &amp; c &gt; d</p>"),
    ],
)
def test_lines_become_elements(empty: Site, between: str, expected: str) -> None:
    report = load(empty, f"The river and its towns\n\n{text_of(0)}\n\n{between}\n\n{text_of(1)}")
    assert body(empty, report) == f"<p>{text_of(0)}</p>\n\n{expected}\n\n<p>{text_of(1)}</p>\n"


def test_lines_that_end_where_the_window_did_are_joined(empty: Site) -> None:
    wrapped = (
        "The river rose through the night, and by the morning all the\n"
        "bridges of the town were closed. The minister spoke in the\n"
        "evening, when the rain had stopped."
    )
    report = load(empty, f"The river and its towns\n\n{wrapped}\n\nA short one.")
    assert body(empty, report) == f"<p>{wrapped.replace(chr(10), ' ')}</p>\n\n<p>A short one.</p>\n"


@pytest.mark.parametrize("apart", ["\f", "\n\f\n", "\n=====\n", "\n==========\n", "\n\n-----\n\n"])
def test_a_file_may_hold_several_posts(empty: Site, apart: str) -> None:
    empty.write("dump.txt", apart.join(post(number) for number in range(3)))
    report = import_text(empty.project, [empty.root / "dump.txt"])
    assert len(report.posts) == 3


def test_a_line_below_a_heading_parts_nothing(empty: Site) -> None:
    report = load(
        empty, f"The river and its towns\n\n{text_of(0)}\n\nThe towns\n---------\n{text_of(1)}"
    )
    assert len(report.posts) == 1


def test_rules_inside_of_posts_part_nothing_where_others_do(empty: Site) -> None:
    report = load(empty, post(0, f"{text_of(0)}\n\n-----\n\n{text_of(0)}"), post(1), post(2))
    assert len(report.posts) == 3


def test_lines_are_told_by_their_place_in_the_file(empty: Site) -> None:
    report = load(empty, post(0), post(1), post(2))
    assert [one.line for one in report.posts] == [1, 14, 27]


def test_line_ends_and_marks_of_any_system_are_read(empty: Site) -> None:
    text = f"The river and its towns\r\n\u200b\r\n\ufeff{text_of(0)}\r\u2028{text_of(1)}"
    empty.write("dump.txt", text.encode("utf-16"))
    report = import_text(empty.project, [empty.root / "dump.txt"])
    assert body(empty, report) == f"<p>{text_of(0)}</p>\n\n<p>{text_of(1)}</p>\n"


def test_a_second_import_changes_nothing(empty: Site) -> None:
    load(empty, *four())
    before = empty.hashes()
    report = load(empty, *four())
    assert {one.outcome.value for one in report.posts} == {"unchanged"}
    assert empty.hashes() == before


def test_an_editors_change_stays(empty: Site) -> None:
    load(empty, *four())
    empty.write("posts/the-river-and-town-one.html", "<p>Mine.")
    report = load(empty, *four(text_of(5)))
    assert report.posts[0].outcome.value == "kept"
    assert empty.read("posts/the-river-and-town-one.html") == "<p>Mine."
    assert load(empty, *four(text_of(5)), force=True).posts[0].outcome.value == "updated"


def test_two_posts_of_one_title_are_two_files(empty: Site) -> None:
    twins = [post(n, title="The river and its towns") for n in range(2)]
    posts = [*twins, *(post(n) for n in range(2, 5))]
    assert [one.path.name for one in load(empty, *posts).posts[:2]] == [
        "the-river-and-its-towns.html",
        "the-river-and-its-towns-2.html",
    ]
    assert {one.outcome.value for one in load(empty, *posts).posts} == {"unchanged"}


@pytest.mark.parametrize(
    "title", ["../../../etc/passwd and more words", "CON", "a/b c d e", ".hidden word one two"]
)
def test_a_title_is_no_path(empty: Site, title: str, tmp_path: Path) -> None:
    report = load(empty, f"{title}\n\n{text_of(0)}")
    assert report.posts[0].path.parent == empty.root / "posts"
    assert not report.posts[0].path.name.startswith(".")


def test_a_dry_run_writes_nothing(empty: Site) -> None:
    file = empty.write("dump.txt", post(0))
    before = empty.hashes()
    import_text(empty.project, [file], dry_run=True)
    assert empty.hashes() == before


@pytest.mark.parametrize(
    ("data", "cause"),
    [
        (b"", "empty"),
        (b"\n \n\xe2\x80\x8b\n", "no text"),
        (b"PK\x03\x04", "document of Word"),
        (b"\0\1\2" * 99, "no text"),
        ("The river".encode("utf-16-le"), "no text"),
        ("The river\nof Zürich".encode("latin-1"), "not UTF-8"),
        (b"<!DOCTYPE html><p>x", "a page of HTML"),
        (b"a\n\n=====\n\n" * 10_001, "10001 posts"),
    ],
)
def test_what_is_no_text_fails_alone(empty: Site, data: bytes, cause: str) -> None:
    bad = empty.write("dumps/bad.txt", data)
    empty.write("dumps/good.txt", post(0))
    report = import_text(empty.project, [empty.root / "dumps"])
    assert len(report.posts) == 1
    assert cause in report.failures[0].cause
    assert report.failures[0].path == bad


def test_a_wrong_letter_is_told_with_its_line(empty: Site) -> None:
    file = empty.write("bad.txt", "The river\nof Zürich".encode("latin-1"))
    assert import_text(empty.project, [file]).failures[0].line == 2


def test_a_large_file_is_not_read(empty: Site) -> None:
    file = empty.write("large.txt", "")
    with file.open("wb") as handle:
        handle.truncate(200 << 20)
    assert "200 MiB" in import_text(empty.project, [file]).failures[0].cause


def test_a_folder_without_text_is_told(empty: Site) -> None:
    (empty.root / "dumps").mkdir()
    with pytest.raises(UsageError, match="no text in this folder"):
        import_text(empty.project, [empty.root / "dumps"])
    with pytest.raises(UsageError, match="no such file"):
        import_text(empty.project, [empty.root / "none.txt"])
