from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import Language, Span, Status
from dualpress.checks import Finding, Pair, Severity, mended, run_checks


def pair(target: str, status: Status = Status.DRAFT, source: str = "He left.") -> Pair:
    return Pair(source, target, Language.EN, Language.HI, status=status)


def by_checks(target: str, source: str = "He left.") -> str:
    asked = pair(target, source=source)
    return mended(asked, run_checks(asked))


@pytest.mark.parametrize(
    ("target", "meant"),
    [
        ("वह गया.", "वह गया।"),
        ("वह गया|", "वह गया।"),
        ("वह गया।.", "वह गया।"),
        ("वह  गया ।", "वह गया।"),
        ("अाप गए।", "आप गए।"),
        ("वह गया\u200b।", "वह गया।"),
        ("उस ने ने कहा।", "उस ने कहा।"),
        ("वह २०24 में गया।", "वह 2024 में गया।"),
        ("वह &quot;गया&quot;।", 'वह "गया"।'),
        ("वह गया।", "वह गया।"),
    ],
)
def test_what_a_check_is_sure_of_is_written(target: str, meant: str) -> None:
    assert by_checks(target) == meant


def test_tags_stay_where_they_are() -> None:
    mended_text = by_checks("<g1>वह</g1>  <g2>गया ।</g2>", "<g1>He</g1> <g2>left.</g2>")
    assert mended_text == "<g1>वह</g1>  <g2>गया।</g2>"


def test_a_code_of_a_bracket_stays_text() -> None:
    assert by_checks("क &amp;lt;g1> ख") == "क &lt;g1> ख"  # text that looks like a tag


def test_a_confirmed_translation_is_changed_only_if_asked() -> None:
    asked = pair("वह गया.", Status.REVIEWED)
    findings = run_checks(asked)
    assert mended(asked, findings) == "वह गया."
    assert mended(asked, findings, reviewed=True) == "वह गया।"


def test_of_overlapping_replacements_the_first_is_written() -> None:
    findings = [
        Finding("a", Severity.WARNING, "", Span(1, 3), "x"),
        Finding("b", Severity.WARNING, "", Span(2, 4), "y"),
    ]
    assert mended(pair("कखगघ"), findings) == "कxघ"


def test_a_replacement_across_a_tag_is_not_written() -> None:
    findings = [Finding("a", Severity.WARNING, "", Span(0, 2), "x")]
    assert mended(pair("<g1>क</g1>ख"), findings) == "<g1>क</g1>ख"


@given(st.text(alphabet="कि ा।.,|२2\u200b\u200dअ", max_size=30))
def test_mending_twice_is_mending_until_nothing_is_left_to_mend(target: str) -> None:
    texts = [target]
    for _ in range(30):
        texts.append(by_checks(texts[-1]))
        if texts[-1] == texts[-2]:
            return
    pytest.fail(f"goes on: {texts[-2]!r}, {texts[-1]!r}")
