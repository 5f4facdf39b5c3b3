"""What reviewers write beside translations is told, and a waiver of nothing too."""

from __future__ import annotations

import pytest
from pipeline_support import Site

from dualpress.checks import waived
from dualpress.pipeline import Question, Waiver

ROSE = "The river rose."


@pytest.fixture
def site(site: Site) -> Site:
    site.translate()
    return site


def comment(site: Site, text: str) -> None:
    site.review("river", ROSE, fuzzy=True, tcomment=text)


def test_a_question_is_listed_with_its_place(site: Site) -> None:
    comment(site, "? is this the 2019 treaty")
    assert site.status().questions == (
        Question(
            site.root / "po/river/hi.po",
            site.line("river", ROSE),
            "river",
            "is this the 2019 treaty",
        ),
    )


@pytest.mark.parametrize("text", ["?क्या यह सही है", "  ?  क्या यह सही है "])
def test_a_question_may_be_typed_loosely(site: Site, text: str) -> None:
    comment(site, text)
    assert [question.text for question in site.status().questions] == ["क्या यह सही है"]


@pytest.mark.parametrize("text", ["a remark? no question", "Asha: fine", "?"])
def test_other_comments_are_no_questions(site: Site, text: str) -> None:
    comment(site, text)
    assert site.status().questions == ()


def test_two_lines_are_two_remarks(site: Site) -> None:
    comment(site, "? one\nok: length the head is short\n? two")
    status = site.status()
    assert [question.text for question in status.questions] == ["one", "two"]
    assert [waiver.reason for waiver in status.waivers] == ["the head is short"]


def test_a_waiver_is_listed_with_its_reason(site: Site) -> None:
    comment(site, "ok: numbers, length the sum is in words")
    assert site.status().waivers == (
        Waiver(
            site.root / "po/river/hi.po",
            site.line("river", ROSE),
            "river",
            ("numbers", "length"),
            "the sum is in words",
        ),
    )


def test_a_waiver_needs_no_reason(site: Site) -> None:
    comment(site, "ok: numbers")
    assert [waiver.reason for waiver in site.status().waivers] == [""]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("ok: numbrs the sum is in words", "did you mean “numbers”"),
        ("ok: xyzzyq", "there is no such check"),
        ("ok: tags", "no page can be written"),
    ],
)
def test_a_waiver_of_nothing_is_told(site: Site, text: str, told: str) -> None:
    comment(site, text)
    (warning,) = site.status().warnings
    assert warning.startswith(f"river: hi.po:{site.line('river', ROSE)}: ")
    assert told in warning
    assert site.check().warnings == (warning,)
    assert site.status().waivers == ()


def test_of_two_names_the_wrong_one_is_told(site: Site) -> None:
    comment(site, "ok: numbers, lenght")
    (warning,) = site.status().warnings
    assert "“length”" in warning
    assert [waiver.checks for waiver in site.status().waivers] == [("numbers",)]


@pytest.mark.parametrize(
    "text",
    [
        "ok: numbers",
        "OK : numbers,length",
        "ok: numbers, length, for a reason",
        "ok: numbers in words",
        "ok:numbers – in words",
        "ok",
        "ok: Numbers",
        "not ok: numbers",
        "ok: length: short",
    ],
)
def test_waivers_are_read_as_the_checks_read_them(site: Site, text: str) -> None:
    comment(site, text)
    listed = {check for waiver in site.status().waivers for check in waiver.checks}
    assert listed == waived([text])


def test_remarks_outlive_translate_and_check(site: Site) -> None:
    comment(site, "? one\nok: length short")
    before = site.read("po/river/hi.po")
    site.translate()
    site.check(update=True)
    assert site.status().questions[0].text == "one"
    assert "# ? one\n# ok: length short\n" in site.read("po/river/hi.po")
    assert "# ? one" in before


def test_remarks_outlive_an_edit_of_the_sentence(site: Site) -> None:
    site.review("river", ROSE, tcomment="? one\nok: length short")
    site.edit("posts/river.html", "The river rose.", "The river rose fast.")
    site.translate()
    status = site.status()
    assert ([q.text for q in status.questions], len(status.waivers)) == (["one"], 1)
