"""Corrections that a publisher owns up to, as the front matter of a post tells them.

Each has a date, and its text in one language or in both::

    corrections:
      - date: 2025-05-03
        en: An earlier version gave the range as 300 km.
        hi: पहले इस लेख में मारक दूरी 300 किमी लिखी गई थी।
"""

from __future__ import annotations

from collections.abc import Iterator

from dualpress.article import Article, Language
from dualpress.site.dates import read_date
from dualpress.site.model import Notice, NoticeKind

__all__ = ["correction_warnings", "corrections_of"]

_FIELD = "corrections"
_SHAPE = "each needs a date, and its text as en, hi or both"


def corrections_of(article: Article, language: Language) -> Iterator[Notice]:
    """Yield the corrections that have a text in a language, the latest first."""
    found = [
        Notice(NoticeKind.CORRECTION, date, str(item[language.value]).strip())
        for item in _items(article)
        if isinstance(item, dict)
        and _is_text(item.get(language.value))
        and (date := read_date(item.get("date")))
    ]
    yield from sorted(found, key=lambda notice: str(notice.date), reverse=True)


def correction_warnings(article: Article) -> Iterator[str]:
    """Say which corrections cannot be shown."""
    for number, item in enumerate(_items(article), 1):
        is_whole = (
            isinstance(item, dict)
            and read_date(item.get("date")) is not None
            and any(_is_text(item.get(language.value)) for language in Language)
        )
        if not is_whole:
            yield f"correction {number} of the front matter is not shown: {_SHAPE}"


def _items(article: Article) -> list[object]:
    listed = article.metadata.get(_FIELD) or []
    return listed if isinstance(listed, list) else [listed]


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip())
