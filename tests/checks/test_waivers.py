from __future__ import annotations

import pytest

from dualpress.checks import misspelt_waivers, waived


@pytest.mark.parametrize(
    ("comment", "checks"),
    [
        ("ok: numbers the author rounded", {"numbers"}),
        ("# ok: numbers the author rounded", {"numbers"}),
        ("OK : Length, loop  a slogan", {"length", "loop"}),
        ("ok: sentence_end", {"sentence_end"}),
        ("is it ok: numbers?", set()),
        ("ok: nummers", set()),
        ("ok", set()),
        ("numbers are ok", set()),
    ],
)
def test_reads_waivers(comment: str, checks: set[str]) -> None:
    assert waived([comment]) == checks


def test_gathers_the_waivers_of_all_comments() -> None:
    assert waived(["Seen by R.\nok: copy a brand", "ok: length", ""]) == {"copy", "length"}


def test_what_no_page_can_be_written_with_is_not_waived() -> None:
    assert waived(["ok: tags", "ok: empty", "ok: characters, numbers"]) == {"numbers"}


@pytest.mark.parametrize(
    ("comment", "told"),
    [
        (
            "ok: nummers",
            "“ok: nummers” does nothing: there is no such check; did you mean “numbers”",
        ),
        ("# ok: zzz", "“ok: zzz” does nothing: there is no such check"),
        ("ok: length, lop", "did you mean “loop”"),
        ("ok: tags", "no page can be written with what this check finds"),
    ],
)
def test_a_waiver_that_does_nothing_is_told(comment: str, told: str) -> None:
    (fault,) = misspelt_waivers([comment])
    assert told in fault


@pytest.mark.parametrize("comment", ["ok: numbers rounded", "is it ok: zzz?", "seen by R.", "ok"])
def test_other_comments_are_no_misspelt_waivers(comment: str) -> None:
    assert misspelt_waivers([comment]) == []


def test_a_misspelt_waiver_is_told_once() -> None:
    assert len(misspelt_waivers(["ok: nummers", "ok: nummers"])) == 1
