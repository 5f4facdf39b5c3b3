"""Where in the PO file the sentences of one block of a page stand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from dualpress.article import Article, Language, Segment, SegmentKey, Status, plain_text
from dualpress.catalog import Catalog, Entry, read_catalog
from dualpress.config import Project
from dualpress.pipeline.posts import read_post
from dualpress.pipeline.report import ArticleReport

__all__ = ["BlockPlaces", "EntryPlace", "entries_of_block"]


@dataclass(frozen=True, slots=True)
class EntryPlace:
    """One sentence, and the place where a reviewer mends it.

    Args:
        place: ``po/article/hi.po:31``, from the project's folder; without a
            line where the file does not have the sentence yet.
        source: what the sentence says, in the notation of PO.
        language: that it is written in.
        status: of its translation; ``None`` where the file does not have it.
    """

    place: str
    source: str
    language: Language
    status: Status | None


@dataclass(frozen=True, slots=True)
class BlockPlaces:
    """One block of a page, and where its sentences stand.

    Args:
        number: that the block has on both pages.
        entries: its sentences in reading order, each once.
    """

    number: int
    entries: tuple[EntryPlace, ...]


def entries_of_block(
    project: Project, article: ArticleReport, number: int, text: str = ""
) -> BlockPlaces:
    """Find the PO entries of a block.

    The post and the PO file are read as they are now, and nothing is merged:
    a sentence that was edited since has no entry before ``translate`` has run.

    Args:
        project: whose article it is.
        article: as a build told of it.
        number: of the element that a reader points at (``data-dp``).
        text: what stands at the place, in either language. Paragraphs that
            are only parted by ``<br>`` share an element with the first of
            them, and are told apart by it.

    Returns:
        The block; without entries where there is none of that number.

    Raises:
        WorkError: the post or the PO file cannot be read.
    """
    post = read_post(article.id, article.path, project)
    catalog = read_catalog(article.po, article=article.id) if article.po.exists() else None
    number = _pointed_at(post.article, catalog, number, text)
    keys = (segment.key for segment in post.article.segments if segment.block == number)
    entries = (
        EntryPlace(
            place=_place(article.po, entry, project),
            source=key.source,
            language=post.source,
            status=entry.status if entry else None,
        )
        for key in dict.fromkeys(keys)
        for entry in [_entry(catalog, key)]
    )
    return BlockPlaces(number, tuple(entries))


def _pointed_at(article: Article, catalog: Catalog | None, number: int, text: str) -> int:
    """The block that holds a text: that of the number, else one without an element of its own."""
    text = " ".join(text.split())
    without_element = {block.number for block in article.blocks if block.tag is None}
    found = (
        (segment.block == number, len(shown), segment.block)
        for segment in article.segments
        if segment.block is not None and segment.block in {number, *without_element}
        for shown in _shown(segment, catalog)
        if text and (shown in text or text in shown)
    )
    return max(found, default=(True, 0, number))[2]


def _shown(segment: Segment, catalog: Catalog | None) -> Iterator[str]:
    """What readers see of a sentence, in either language."""
    entry = _entry(catalog, segment.key)
    for tagged in (segment.source, entry.target if entry else ""):
        if shown := " ".join(plain_text(tagged).split()):
            yield shown


def _entry(catalog: Catalog | None, key: SegmentKey) -> Entry | None:
    entry = catalog.find(key) if catalog else None
    return None if entry is None or entry.status is Status.OBSOLETE else entry


def _place(po: Path, entry: Entry | None, project: Project) -> str:
    name = (po.relative_to(project.root) if po.is_relative_to(project.root) else po).as_posix()
    return f"{name}:{entry.line}" if entry and entry.line else name
