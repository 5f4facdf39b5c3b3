from __future__ import annotations

import pytest

from dualpress.checks import waived


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
