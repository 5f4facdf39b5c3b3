"""What a reviewer lets pass: the translator comment ``# ok: <check> <reason>``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import NamedTuple

import regex

from dualpress.checks.registry import CHECKS

__all__ = ["WaiverComment", "misspelt_waivers", "read_waivers", "waived"]

_WAIVER = regex.compile(
    r"\s*#?\s*ok\s*:\s*(?P<checks>[a-z_]+(?:\s*,\s*[a-z_]+)*)(?:[\s:,.–—-]+(?P<reason>.*\S))?",
    regex.IGNORECASE,
)


class WaiverComment(NamedTuple):
    """A comment by which a reviewer lets findings pass.

    Args:
        checks: the names in it, in lower case, whether or not they are those of checks.
        reason: why, as the reviewer wrote it; empty where nothing is said.
    """

    checks: tuple[str, ...]
    reason: str


def read_waivers(comments: Iterable[str]) -> Iterator[WaiverComment]:
    """Yield the waivers among translator comments.

    Args:
        comments: line by line, with or without their ``#``.
    """
    for line in (line for comment in comments for line in comment.splitlines()):
        if match := _WAIVER.match(line):
            names = (name.strip().lower() for name in match["checks"].split(","))
            yield WaiverComment(tuple(names), match["reason"] or "")


def waived(comments: Iterable[str]) -> set[str]:
    """Read the waivers among the translator comments of an entry.

    Args:
        comments: the comments, line by line, with or without their ``#``. Several
            checks may stand in one, with commas between them.

    Returns:
        The ids of the waived checks. Names that are no check's are left out,
        and so are those checks without which no page can be written.
    """
    return {name for name in _named(comments) if name in _WAIVABLE}


def misspelt_waivers(comments: Iterable[str]) -> list[str]:
    """Say which waivers do nothing.

    Args:
        comments: as for :func:`waived`.

    Returns:
        One sentence for each name that is no check's, or that of a check which
        cannot be waived, without a final stop.
    """
    return [_fault(name) for name in dict.fromkeys(_named(comments)) if name not in _WAIVABLE]


_WAIVABLE = frozenset(check.id for check in CHECKS if not check.is_structural)


def _named(comments: Iterable[str]) -> list[str]:
    return [name for waiver in read_waivers(comments) for name in waiver.checks]


def _fault(name: str) -> str:
    if any(check.id == name for check in CHECKS):
        return f"“ok: {name}” does nothing: no page can be written with what this check finds"
    near = get_close_matches(name, sorted(_WAIVABLE), n=1)
    meant = f"; did you mean “{near[0]}”" if near else ""
    return f"“ok: {name}” does nothing: there is no such check{meant}"
