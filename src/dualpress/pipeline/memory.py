"""The project's memory, brought up to date from its files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from dualpress.catalog import read_catalog
from dualpress.config import Project
from dualpress.errors import CatalogError, WorkError, WriteError
from dualpress.memory import Document, Kind, Memory, Pair, pairs_of, phrases_of
from dualpress.memory.tmx import read_tmx
from dualpress.pipeline.pofiles import PoFile, find_po_files
from dualpress.pipeline.signatures import stamp
from dualpress.progress import Progress

__all__ = ["PHRASES", "Remembered", "open_memory", "tmx_folder"]

PHRASES = "phrases.po"
"""The list of phrases in the folder of the PO files: sentences that read the same everywhere."""

_IN_MEMORY = ":memory:"


@dataclass(frozen=True)
class Remembered:
    """A memory that is up to date; close it.

    Args:
        memory: as it is now.
        failures: lists of phrases and TMX files that could not be learned.
    """

    memory: Memory
    failures: tuple[WorkError, ...]


def open_memory(
    project: Project,
    *,
    files: Iterable[PoFile] | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
) -> Remembered:
    """Open the memory, and learn what changed since it was last opened.

    It knows what is reviewed in the PO files, the list of phrases, and the TMX
    files of the project. Its own file is a cache: a run that may not or cannot
    write it does without. What is wrong with the PO file of an article is told
    where that article is worked on.

    Args:
        project: whose memory it is.
        files: all PO files of articles, where they were found already.
        dry_run: write nothing.
        progress: is told how far it is with those that changed.

    Raises:
        WriteError: there is not enough memory for one without a file.
    """
    articles = find_po_files(project) if files is None else list(files)
    documents = list(_documents(project, articles))
    if not dry_run:
        with suppress(WriteError):
            kept = Memory.open(project.state / "memory.sqlite")
            return _refreshed(kept, documents, progress)
    return _refreshed(Memory.open(_IN_MEMORY), documents, progress)


def tmx_folder(project: Project) -> Path:
    """Where the project keeps the TMX files that it learns."""
    return project.root / "memory"


def _refreshed(
    memory: Memory, documents: Iterable[Document], progress: Progress | None
) -> Remembered:
    try:
        return Remembered(memory, tuple(memory.refresh(documents, progress)))
    except WriteError:
        memory.close()
        raise


def _documents(project: Project, articles: Iterable[PoFile]) -> Iterator[Document]:
    yield from map(_article_document, articles)
    phrases = project.po / PHRASES
    if phrases.is_file():
        yield _phrases_document(phrases)
    for tmx in sorted(tmx_folder(project).glob("*.tmx")):
        yield _tmx_document(tmx)


def _article_document(file: PoFile) -> Document:
    def pairs() -> Iterator[Pair]:
        with suppress(CatalogError):
            yield from pairs_of(read_catalog(file.path, article=file.article))

    return Document(Kind.ARTICLE, file.article, pairs, file.path.stem, stamp(file.path))


def _phrases_document(po: Path) -> Document:
    def pairs() -> Iterator[Pair]:
        return phrases_of(read_catalog(po, article=po.stem))

    return Document(Kind.PHRASES, po.name, pairs, digest=stamp(po))


def _tmx_document(tmx: Path) -> Document:
    def pairs() -> Iterator[Pair]:
        return (pair for unit in read_tmx(tmx) for pair in unit.pairs())

    return Document(Kind.TMX, tmx.name, pairs, digest=stamp(tmx))
