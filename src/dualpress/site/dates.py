"""Dates as a newspaper writes them, and the date that an article says it is of."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from itertools import chain

from dualpress.article import Article, Language
from dualpress.html.offsets import Page
from dualpress.html.read import page_of
from dualpress.html.selectors import find_matches

__all__ = ["format_date", "modified_on", "published_at", "published_on", "read_date", "revised_on"]

# Months as Hindi newspapers spell them; CLDR differs in अक्तूबर alone.
_MONTHS = {
    Language.EN: "January February March April May June July August September October "
    "November December".split(),
    Language.HI: "जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर".split(),
}
_PUBLISHED = 'meta[property="article:published_time"]'
_MODIFIED = 'meta[property="article:modified_time"]'
# Microdata and hAtom: Blogger writes them on `abbr` with the date as `title`.
_MARKED = ('[itemprop="datePublished"]', ".published")
_TIME = "time[datetime]"
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
    metadata = article.metadata
    said = [metadata.get(key) for key in ("lastmod", "updated", "last_modified_at")]
    dates = map(read_date, chain(said, _in_metas(page_of(article), _MODIFIED)))
    return next(filter(None, dates), None) or published_on(article)


def revised_on(header: Iterable[tuple[str, str]]) -> datetime.date | None:
    """The date that a PO file's header gives for its last revision."""
    return read_date(dict(header).get("PO-Revision-Date"))


def _candidates(article: Article) -> Iterator[object]:
    yield article.metadata.get("date")
    page = page_of(article)
    yield from _in_metas(page, _PUBLISHED)
    found = find_matches(page, (*_MARKED, _TIME))
    marked = {node for selector in _MARKED for node in found[selector]}
    for node in page.elements if marked else ():
        if node in marked:
            said = map(node.attributes.get, ("datetime", "content", "title"))
            yield next(filter(None, said), None)
    yield from (node.attributes["datetime"] for node in found[_TIME][:1])


def _in_metas(page: Page, selector: str) -> Iterator[str | None]:
    for node in find_matches(page, [selector])[selector]:
        yield node.attributes.get("content")


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
