"""Catalogs for the tests of the memory."""

from dualpress.article import Language, SegmentKey, Status
from dualpress.catalog import Catalog, Entry
from dualpress.translation import status_of


def reviewed(*pairs: tuple[str, str], article: str = "missile") -> Catalog:
    """An English article with these translations; ``""`` for none, ``?…`` for drafts."""
    entries = tuple(_entry(source, target) for source, target in pairs)
    return Catalog(article, Language.EN, Language.HI, entries)


def _entry(source: str, target: str) -> Entry:
    text = target.removeprefix("?")
    status = status_of(source, text, fuzzy=text != target, previous=None)
    return Entry(SegmentKey(None, source), text, status)


def obsolete(source: str, target: str) -> Entry:
    return Entry(SegmentKey(None, source), target, Status.OBSOLETE, former=Status.REVIEWED)
