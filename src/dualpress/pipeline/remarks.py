"""What reviewers write beside translations: questions, and findings that they let pass."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from dualpress.catalog import Entry
from dualpress.checks import misspelt_waivers, read_waivers, waived
from dualpress.pipeline.desk import Work
from dualpress.pipeline.report import Question, Waiver

__all__ = ["questions_of", "waiver_faults", "waivers_of"]

_QUESTION = regex.compile(r"[\s#]*\?\s*(?P<text>.*\S)")


def questions_of(work: Work) -> Iterator[Question]:
    """The questions that wait for an answer: comments ``# ? …``.

    Args:
        work: the article and its catalog.
    """
    for entry, comment in _comments(work):
        if match := _QUESTION.match(comment):
            yield Question(work.po, entry.line or 0, work.post.id, match["text"])


def waivers_of(work: Work) -> Iterator[Waiver]:
    """What reviewers let pass: comments ``# ok: <check> <reason>``.

    Args:
        work: the article and its catalog.
    """
    for entry, comment in _comments(work):
        known = waived([comment])
        for waiver in read_waivers([comment]):
            if named := tuple(name for name in waiver.checks if name in known):
                yield Waiver(work.po, entry.line or 0, work.post.id, named, waiver.reason)


def waiver_faults(work: Work) -> Iterator[str]:
    """Waivers that let nothing pass, one sentence each, with what was probably meant.

    Args:
        work: the article and its catalog.
    """
    for entry, comment in _comments(work):
        for fault in misspelt_waivers([comment]):
            yield f"{work.post.id}: {work.po.name}:{entry.line or 0}: {fault}"


def _comments(work: Work) -> Iterator[tuple[Entry, str]]:
    return ((entry, line) for entry in work.catalog.entries for line in entry.comments)
