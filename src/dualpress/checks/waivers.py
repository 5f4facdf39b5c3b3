"""What a reviewer lets pass: the translator comment ``# ok: <check> <reason>``."""

from __future__ import annotations

from collections.abc import Iterable

import regex

from dualpress.checks.registry import CHECKS

__all__ = ["waived"]

_WAIVER = regex.compile(
    r"\s*#?\s*ok\s*:\s*(?P<checks>[a-z_]+(?:\s*,\s*[a-z_]+)*)", regex.IGNORECASE
)


def waived(comments: Iterable[str]) -> set[str]:
    """Read the waivers among the translator comments of an entry.

    Args:
        comments: the comments, line by line, with or without their ``#``. Several
            checks may stand in one, with commas between them.

    Returns:
        The ids of the waived checks. Names that are no check's are left out,
        and so are those checks without which no page can be written.
    """
    matches = filter(None, (_WAIVER.match(line) for line in _lines(comments)))
    named = {name.strip().lower() for match in matches for name in match["checks"].split(",")}
    return named & {check.id for check in CHECKS if not check.is_structural}


def _lines(comments: Iterable[str]) -> Iterable[str]:
    return (line for comment in comments for line in comment.splitlines())
