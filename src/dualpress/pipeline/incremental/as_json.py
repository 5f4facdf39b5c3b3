"""What is noted, of an article or of the whole, as JSON.

Articles are read strictly, since pydantic makes each path twice where it may convert.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pydantic import TypeAdapter
from pydantic_core import to_json

from dualpress.article import Language
from dualpress.pipeline.incremental.database import TextKind
from dualpress.pipeline.incremental.note import Note, Standing
from dualpress.pipeline.incremental.outcome import Aside, Noted
from dualpress.pipeline.report import ArticleReport, ArticleStatus

__all__ = [
    "json_of",
    "json_of_lists",
    "json_of_order",
    "json_of_warnings",
    "lists_of",
    "note_of",
    "order_of",
    "report_of",
    "status_of",
    "warnings_of",
]

_NOTE = TypeAdapter(Note)
_REPORT = TypeAdapter(ArticleReport)
_STATUS = TypeAdapter(tuple[ArticleStatus, frozenset[str]])
_LISTS = TypeAdapter(dict[str, tuple[str, Standing]])
_ORDER = TypeAdapter(dict[Language, tuple[str, ...]])
_WARNINGS = TypeAdapter(tuple[str, ...])


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
        yield "note", to_json(note, fallback=_plain).decode()
        yield "report", _REPORT.dump_json(report).decode()
        yield "status", _STATUS.dump_json((aside.status, note.matched)).decode()


def _plain(value: object) -> object:
    """What JSON has in the place of a mapping that is no dictionary, or of a path."""
    return dict(value) if isinstance(value, Mapping) else str(value)


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


def json_of_lists(lists: Mapping[str, tuple[str, Standing]]) -> str:
    """The lists, with digests of what they show, by path."""
    return _LISTS.dump_json(dict(lists)).decode()


def lists_of(text: str) -> dict[str, tuple[str, Standing]]:
    """The lists, as :func:`json_of_lists` was given them.

    Raises:
        ValidationError: it is damaged.
    """
    return _LISTS.validate_json(text)


def json_of_order(order: Mapping[Language, Sequence[str]]) -> str:
    """The ids of what the list in each language shows."""
    return _ORDER.dump_json({language: tuple(ids) for language, ids in order.items()}).decode()


def order_of(text: str) -> dict[Language, tuple[str, ...]]:
    """What the lists show, as :func:`json_of_order` was given it.

    Raises:
        ValidationError: it is damaged.
    """
    return _ORDER.validate_json(text)


def json_of_warnings(warnings: Sequence[str]) -> str:
    """What a run told of no article alone."""
    return _WARNINGS.dump_json(tuple(warnings)).decode()


def warnings_of(text: str) -> tuple[str, ...]:
    """What a run told of no article alone.

    Raises:
        ValidationError: it is damaged.
    """
    return _WARNINGS.validate_json(text)
