"""What is noted of an article as JSON.

It is read strictly, since pydantic makes each path twice where it may convert.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import TypeAdapter

from dualpress.pipeline.incremental.database import TextKind
from dualpress.pipeline.incremental.note import Note
from dualpress.pipeline.incremental.outcome import Aside, Noted
from dualpress.pipeline.report import ArticleReport, ArticleStatus

__all__ = ["json_of", "note_of", "report_of", "status_of"]

_NOTE = TypeAdapter(Note)
_REPORT = TypeAdapter(ArticleReport)
_STATUS = TypeAdapter(tuple[ArticleStatus, frozenset[str]])


def json_of(noted: Noted, aside: Aside | None) -> Iterator[tuple[TextKind, str]]:
    """What is noted of an article that could be worked on; nothing of another.

    Args:
        noted: the article.
        aside: what was put away of it.

    Raises:
        ValueError: the name of a file is no UTF-8.
    """
    note, report = noted.note, noted.report
    if note is not None and report is not None and aside is not None:
        yield "note", _NOTE.dump_json(note).decode()
        yield "report", _REPORT.dump_json(report).decode()
        yield "status", _STATUS.dump_json((aside.status, note.matched)).decode()


def note_of(text: str) -> Note:
    """On what an article became.

    Raises:
        ValidationError: it is damaged.
    """
    return _NOTE.validate_json(text, strict=True)


def report_of(text: str) -> ArticleReport:
    """What a run told of an article.

    Raises:
        ValidationError: it is damaged.
    """
    return _REPORT.validate_json(text, strict=True)


def status_of(text: str) -> tuple[ArticleStatus, frozenset[str]]:
    """What ``status`` told of an article, and the selectors that match something in it.

    Raises:
        ValidationError: it is damaged.
    """
    return _STATUS.validate_json(text, strict=True)
