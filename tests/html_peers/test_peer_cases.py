import pytest
from benchmarks.html_peers.case import Case, Check, Outcome
from benchmarks.html_peers.cases import CASES
from benchmarks.html_peers.checks import (
    Comparison,
    Kept,
    NotSent,
    SameElements,
    SameTags,
    Sent,
    SentOnce,
    Shown,
    faults,
)
from benchmarks.html_peers.environments import ROOT
from benchmarks.html_peers.stub import MARK

PAGE = b'<p class="x">Ships came.</p>'
GOOD = Outcome('<p class="x">ळShips ळcame।</p>'.encode(), ("Ships came.",))


def test_there_are_forty_cases_of_their_own() -> None:
    assert len(CASES) == len({case.name for case in CASES}) == 40


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_no_case_contains_the_mark(case: Case) -> None:
    assert MARK not in case.text


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_case_can_fail(case: Case) -> None:
    assert faults(case, Outcome(case.source, (case.text,)))
    assert faults(case, Outcome(b"<p>", ()))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_document_has_every_case(case: Case) -> None:
    document = (ROOT / "docs" / "html.md").read_text(encoding="utf-8")
    assert f"| {case.name} |" in document


@pytest.mark.parametrize(
    "check",
    [
        Kept('<p class="x">'),
        NotSent("Crews"),
        SameElements(),
        SameTags(),
        Sent("Ships came."),
        SentOnce("Ships came."),
        Shown("Ships came."),
    ],
    ids=repr,
)
def test_a_check_passes(check: Check) -> None:
    assert check.fault(Comparison(Case("", PAGE, ()), GOOD)) is None


@pytest.mark.parametrize(
    ("check", "output", "units", "fault"),
    [
        (Kept('class="x"'), "<p class=x>", (), '`class="x"` did not stay'),
        (NotSent("Ships"), "", ("The Ships",), "“Ships” was sent for translation"),
        (SameElements(), '<p class="x">', (), "the page has `</p>` in the place of `Ships came.`"),
        (SameTags(), "<p class=x></p>", (), '`<p class="x">` is not written as it was'),
        (Sent("Ships came."), "", ("Ships", "came."), "the engine got “Ships”, “came.”"),
        (Sent("Ships came."), "", (" ",), "the engine got nothing"),
        (SentOnce("Ships"), "", ("Ships", "Ships"), "it is 2 entries"),
        (Shown("Ships"), "<p>Ships</p>", (), "“Ships” is not translated"),
    ],
)
def test_a_check_says_what_is_wrong(
    check: Check, output: str, units: tuple[str, ...], fault: str
) -> None:
    seen = Comparison(Case("", PAGE, ()), Outcome(output.encode(), units))
    assert check.fault(seen) == fault


def test_a_tool_that_gives_no_page_fails_with_its_message() -> None:
    assert faults(CASES[0], Outcome(error="syntax error")) == ["syntax error"]
