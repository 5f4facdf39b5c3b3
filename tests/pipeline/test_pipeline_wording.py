"""What an editor reads: plain English, one and many told apart."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from dualpress.article import Status
from dualpress.pipeline.wording import counted, next_step, reason_to_wait, stays_up

NEW, DRAFT, DONE, STALE = Status.UNTRANSLATED, Status.DRAFT, Status.REVIEWED, Status.STALE


@pytest.mark.parametrize(
    ("count", "expected"), [(0, "0 drafts"), (1, "1 draft"), (2, "2 drafts"), (21, "21 drafts")]
)
def test_one_is_told_from_many(count: int, expected: str) -> None:
    assert counted(count, "draft") == expected


def test_a_plural_of_its_own_is_taken() -> None:
    assert counted(2, "entry", "entries") == "2 entries"


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({NEW: 1}, "1 sentence without a translation"),
        ({NEW: 2, DONE: 5}, "2 sentences without a translation"),
        ({DRAFT: 1}, "1 draft to review"),
        ({DRAFT: 3, STALE: 1}, "3 drafts to review"),
        ({NEW: 1, DRAFT: 2}, "1 sentence without a translation and 2 drafts to review"),
    ],
)
def test_why_an_article_waits(counts: Mapping[Status, int], expected: str) -> None:
    assert reason_to_wait(counts) == expected


def test_a_page_that_stays_up_is_told() -> None:
    assert stays_up("1 draft to review") == (
        "1 draft to review; the page that was approved before stays up"
    )


@pytest.mark.parametrize(
    ("counts", "errors", "expected"),
    [
        ({}, 0, "nothing: the page has no text"),
        ({NEW: 3}, 0, "translate: run dualpress translate, or fill in po/x/hi.po"),
        ({NEW: 1, DONE: 3}, 0, "translate 1 sentence in po/x/hi.po"),
        ({DRAFT: 1, DONE: 3}, 0, "review 1 draft in po/x/hi.po"),
        ({NEW: 2, DRAFT: 2}, 0, "translate 2 sentences and review 2 drafts in po/x/hi.po"),
        ({DRAFT: 2}, 1, "mend 1 error in po/x/hi.po: see dualpress check x"),
        ({DONE: 2}, 2, "mend 2 errors in po/x/hi.po: see dualpress check x"),
        (
            {STALE: 1, DONE: 1},
            0,
            "look again at 1 edited sentence in po/x/hi.po, or run dualpress unchanged x",
        ),
        (
            {STALE: 2},
            0,
            "look again at 2 edited sentences in po/x/hi.po, or run dualpress unchanged x",
        ),
        ({DONE: 2}, 0, "nothing: all is reviewed"),
    ],
)
def test_what_to_do_next(counts: Mapping[Status, int], errors: int, expected: str) -> None:
    assert next_step(counts, errors, "po/x/hi.po", "x") == expected
