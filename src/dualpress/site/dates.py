"""Dates as a newspaper writes them, and the date that an article says it is of."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator

from bs4.element import Tag

from dualpress.article import Article, Language
from dualpress.html.read import page_of

__all__ = ["format_date", "modified_on", "published_at", "published_on", "read_date", "revised_on"]

# Months as Hindi newspapers spell them; CLDR differs in अक्तूबर alone.
_MONTHS = {
    Language.EN: "January February March April May June July August September October "
    "November December".split(),
    Language.HI: "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर".split(),
}
_ISO_DATE = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})(?!\d)")


def format_date(date: datetime.date, language: Language) -> str:
    """``17 April 2025``, ``17 अप्रैल 2025``."""
    return f"{date.day} {_MONTHS[language][date.month - 1]} {date.year}"


def published_on(article: Article) -> datetime.date | None:
    """The date that the post's front matter, head or marks of publication give."""
    return read_date(published_at(article))


def published_at(article: Article) -> datetime.date | None:
    """The same with its time and time zone, where these are said: a ``datetime`` then."""
    said = next((value for value in _candidates(article) if read_date(value)), None)
    try:
        moment = datetime.datetime.fromisoformat(said.strip()) if isinstance(said, str) else said
    except ValueError:
        return read_date(said)
    has_time = isinstance(said, datetime.datetime) or ":" in str(said)
    return moment if isinstance(moment, datetime.datetime) and has_time else read_date(said)


def modified_on(article: Article) -> datetime.date | None:
    """The date of the last change that the post's front matter or head gives; else its own date.

    Never that of its file, which differs from one checkout to the next.
    """
    metas = page_of(article).soup.find_all("meta", property="article:modified_time")
    said = [article.metadata.get(key) for key in ("lastmod", "updated", "last_modified_at")]
    dates = map(read_date, [*said, *(meta.get("content") for meta in metas)])
    return next((date for date in dates if date), None) or published_on(article)


def revised_on(header: Iterable[tuple[str, str]]) -> datetime.date | None:
    """The date that a PO file's header gives for its last revision."""
    return read_date(dict(header).get("PO-Revision-Date"))


def _candidates(article: Article) -> Iterator[object]:
    yield article.metadata.get("date")
    soup = page_of(article).soup
    for meta in soup.find_all("meta", property="article:published_time"):
        yield meta.get("content")
    # Microdata and hAtom: Blogger writes them on `abbr` with the date as `title`.
    for tag in soup.select('[itemprop="datePublished"], .published'):
        yield tag.get("datetime") or tag.get("content") or tag.get("title")
    time = soup.find("time", datetime=True)
    if isinstance(time, Tag):
        yield time["datetime"]


def read_date(value: object) -> datetime.date | None:
    """A date of YAML or TOML, or the date at the start of a text; its time zone stays."""
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, datetime.date):
        return value
    found = _ISO_DATE.match(value) if isinstance(value, str) else None
    try:
        return datetime.date(*map(int, found.groups())) if found else None
    except ValueError:
        return None
