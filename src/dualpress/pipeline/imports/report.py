"""What an import of pages or of text is asked for, and what it did."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from dualpress.errors import DualpressError
from dualpress.pipeline.wordpress.import_report import Outcome

__all__ = ["DroppedLine", "ImportedPage", "ImportedText", "PagesReport", "TextReport"]


@dataclass(frozen=True, slots=True)
class ImportedPage:
    """A page that is a post of the project.

    Args:
        source: the address or the file that it came from.
        path: of its file.
        outcome: what became of it.
        warnings: what an editor should know, one sentence each.
    """

    source: str
    path: Path
    outcome: Outcome
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PagesReport:
    """What an import of pages did.

    Args:
        pages: in the order in which they were named.
        pictures: how many pictures stand on the pages that were written; they
            were not fetched.
        failures: the pages that could not be imported.
    """

    pages: tuple[ImportedPage, ...] = ()
    pictures: int = 0
    failures: tuple[DualpressError, ...] = ()


@dataclass(frozen=True, slots=True)
class DroppedLine:
    """A line that is no part of an article.

    Args:
        text: of the line.
        line: where it stands in the file, counted from 1.
        posts: how many of the posts have it.
    """

    text: str
    line: int
    posts: int


@dataclass(frozen=True, slots=True)
class ImportedText:
    """A post that was made of plain text.

    Args:
        source: the file that it came from.
        line: where it begins there.
        title: that was found.
        path: of its file.
        outcome: what became of it.
        dropped: the lines that it has not.
        warnings: what an editor should look at, one sentence each.
    """

    source: Path
    line: int
    title: str
    path: Path
    outcome: Outcome
    dropped: tuple[DroppedLine, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TextReport:
    """What an import of text did.

    Args:
        posts: in the order of the files.
        report: the file that lists what was left out; ``None`` where nothing was.
        repeated: the lines that were left out, and of how many posts.
        failures: the files that could not be imported.
    """

    posts: tuple[ImportedText, ...] = ()
    report: Path | None = None
    repeated: Mapping[str, int] = field(default_factory=dict)
    failures: tuple[DualpressError, ...] = ()
