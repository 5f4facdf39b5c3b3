from __future__ import annotations

import os
from pathlib import Path

import pytest

from dualpress.article import Language, Status
from dualpress.checks import (
    CHECKS,
    ArticleCheck,
    Pair,
    Severity,
    SideBySide,
    check_named,
    run_article_checks,
    run_checks,
)
from dualpress.errors import UsageError


def pair(source: str, target: str, status: Status = Status.DRAFT) -> Pair:
    return Pair(source, target, Language.EN, Language.HI, status=status)


WRONG = pair("In <g1>2024</g1> he left.", "2025 में the वह गया.")


def test_right_hindi_passes_where_other_tools_complain() -> None:
    for source, target in (
        ("In 2024, 12 people died.", "२०२४ में १२ लोग मारे गए।"),
        ("The BLA claimed the attack.", "बीएलए ने हमले की ज़िम्मेदारी ली।"),
        ('He said "no".', "उन्होंने “नहीं” कहा।"),
        ("1,000,000 people", "10,00,000 लोग"),
    ):
        assert run_checks(pair(source, target)) == []


def test_errors_come_first() -> None:
    severities = [finding.severity for finding in run_checks(WRONG)]
    assert severities == sorted(severities)
    assert set(severities) == {Severity.ERROR, Severity.WARNING}


def test_disabled_checks_are_not_run() -> None:
    found = run_checks(WRONG, disabled={"numbers", "leftover"})
    assert {finding.check for finding in found} == {"tags", "sentence_end"}


def test_checks_of_the_page_itself_cannot_be_disabled() -> None:
    found = run_checks(WRONG, disabled={check.id for check in CHECKS})
    assert {finding.check for finding in found} == {"tags"}


def test_of_an_empty_translation_only_that_is_told() -> None:
    assert [f.check for f in run_checks(pair("In <g1>2024</g1>", " "))] == ["empty"]


@pytest.mark.parametrize("status", [Status.UNTRANSLATED, Status.JOINED, Status.OBSOLETE])
def test_what_no_page_shows_is_not_checked(status: Status) -> None:
    assert run_checks(pair("In 2024", "^", status)) == []


def test_checks_of_articles_are_run_together() -> None:
    pairs = [pair("in Nevada", "नेवाडा"), pair("to Nevada", "नेवादा")]
    (found,) = run_article_checks(pairs)
    assert (found.index, found.finding.check) == (1, "spelling")
    assert run_article_checks(pairs, disabled={"spelling"}) == []


def test_what_no_page_shows_is_not_compared() -> None:
    joined = pair("to Nevada", "^", Status.JOINED)
    pairs = [pair("in Nevada", "नेवाडा"), joined, pair("of Nevada", "नेवादा")]
    assert [found.index for found in run_article_checks(pairs)] == [2]


def test_only_those_are_fetched_again_of_which_something_may_be_told() -> None:
    pairs = [
        pair("He went home.", "वह घर गया।"),
        pair("in Nevada", "नेवाडा"),
        pair("It rained all day.", "दिन भर बारिश हुई।"),
        pair("to Nevada", "नेवादा"),
    ]
    fetched: list[int] = []

    class Shelf:
        def __getitem__(self, place: int) -> Pair:
            fetched.append(place)
            return pairs[place]

    compared = SideBySide()
    for one in pairs:
        compared.add(one)
    assert [found.index for found in compared.findings(Shelf())] == [3]
    assert fetched == [1, 3]


def test_a_pair_alone_says_nothing_of_an_article() -> None:
    for check in CHECKS:
        if isinstance(check, ArticleCheck):
            assert list(check.run(WRONG)) == []


def test_checks_are_found_by_their_ids() -> None:
    assert [check_named(check.id) for check in CHECKS] == list(CHECKS)


def test_unknown_check_is_refused_with_the_known_ones() -> None:
    with pytest.raises(UsageError, match=r"no check “nummers”.*numbers"):
        check_named("nummers")


def test_every_check_says_what_and_how_in_one_line() -> None:
    for check in CHECKS:
        for text in (check.name, check.cause, check.cure):
            assert text
            assert "\n" not in text


@pytest.mark.skipif("DUALPRESS_SHARED" not in os.environ, reason="DUALPRESS_SHARED is not set")
@pytest.mark.parametrize("into", Language)
def test_human_translations_have_hardly_an_error(into: Language) -> None:
    corpus = Path(os.environ["DUALPRESS_SHARED"], "corpus", "test.flores_dev.tsv")
    rows = [line.split("\t") for line in corpus.read_text("utf-8").split("\n") if line]
    flagged = 0
    for english, hindi in rows:
        source, target = (english, hindi) if into is Language.HI else (hindi, english)
        language = Language.EN if into is Language.HI else Language.HI
        found = run_checks(Pair(source, target, language, into))
        flagged += any(finding.severity is Severity.ERROR for finding in found)
    assert flagged < 0.01 * len(rows)
