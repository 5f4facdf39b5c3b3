"""What the pipeline tells its callers."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from dualpress.article import Language, Status
from dualpress.checks import Severity
from dualpress.errors import DualpressError

__all__ = [
    "ArticleReport",
    "ArticleStatus",
    "CheckReport",
    "FileFinding",
    "Left",
    "Question",
    "ReviewReport",
    "RunReport",
    "StatusReport",
    "Waiver",
]


@dataclass(frozen=True, slots=True)
class Question:
    """What a reviewer asks beside a translation.

    Args:
        path: the PO file.
        line: of the entry.
        article: the article's id.
        text: the question.
    """

    path: Path
    line: int
    article: str
    text: str


@dataclass(frozen=True, slots=True)
class Waiver:
    """What a reviewer lets pass.

    Args:
        path: the PO file.
        line: of the entry.
        article: the article's id.
        checks: the ids of the checks.
        reason: why; may be empty.
    """

    path: Path
    line: int
    article: str
    checks: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class ArticleStatus:
    """Where one article stands, and what to do next.

    Args:
        id: of the article.
        title: its title, in the language that it is written in.
        source: the language that it is written in.
        target: the language that it is translated into.
        counts: how many distinct segments are in which state.
        state: ``new``, ``to review``, ``stale``, ``held`` or ``published``.
        next: what to do next, one line.
        held: why it waits; ``None`` if it is published.
        confidence: the mean of its drafts, from 0 to 1; ``None`` where none has one.
        warnings: what an editor should know of its post and its waivers, one sentence each.
        questions: what reviewers ask, in the order of their lines.
        waivers: what reviewers let pass, likewise.
    """

    id: str
    title: str
    source: Language
    target: Language
    counts: Mapping[Status, int]
    state: str
    next: str
    held: str | None
    confidence: float | None = None
    warnings: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    waivers: tuple[Waiver, ...] = ()


@dataclass(frozen=True)
class ArticleReport:
    """What a run did for one article.

    Args:
        id: of the article.
        path: of the post.
        source: the language that it is written in.
        target: the language that it is translated into.
        counts: how many distinct segments are in which state now.
        filled: how many came from where: ``review``, ``memory``, ``glossary``, ``machine``.
        held: why the article waits, one sentence; ``None`` if it is published.
        pages: the files of its pages.
        po: its PO file.
        errors: how many translations fail a check of severity error.
        warnings: what an editor should know, one sentence each.
    """

    id: str
    path: Path
    source: Language
    target: Language
    counts: Mapping[Status, int]
    filled: Mapping[str, int]
    held: str | None
    pages: tuple[Path, ...]
    po: Path
    errors: int
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Left:
    """What a run left to the next, since it reached a limit.

    Args:
        articles: how many posts it did not open; not each of them may need work.
        limit: the one that it reached, ``articles`` or ``minutes``.
    """

    articles: int
    limit: str


@dataclass(frozen=True)
class RunReport:
    """What ``translate`` or ``build`` did.

    Args:
        articles: in the order of their ids.
        failures: what could not be done; the rest was.
        warnings: that concern no article alone.
        engine: name of the engine that drafted; ``None`` where none did.
        written: files that were written, or would be in a dry run.
        removed: files of articles that are gone, likewise.
        left: to the next run; ``None`` where it went through to the end.
        redrafted: how many drafts that stood before read otherwise now, since their terms changed.
        opened: the ids of the articles that it opened; what it tells of others is what the run
            before told. Two runs that leave the same are equal, whatever they had to open for it.
    """

    articles: Sequence[ArticleReport]
    failures: tuple[DualpressError, ...] = ()
    warnings: tuple[str, ...] = ()
    engine: str | None = None
    written: Sequence[Path] = ()
    removed: Sequence[Path] = ()
    left: Left | None = None
    redrafted: int = 0
    opened: Collection[str] = field(default=(), repr=False, compare=False)


@dataclass(frozen=True)
class StatusReport:
    """Where all articles stand.

    Args:
        articles: in the order of their ids.
        failures: articles that cannot be read.
        warnings: what an editor should know of posts and configuration, one sentence each.
        questions: what reviewers ask, in the order of the files and their lines.
        waivers: what reviewers let pass, likewise.
    """

    articles: tuple[ArticleStatus, ...]
    failures: tuple[DualpressError, ...] = ()
    warnings: tuple[str, ...] = ()
    questions: tuple[Question, ...] = ()
    waivers: tuple[Waiver, ...] = ()


@dataclass(frozen=True, slots=True)
class FileFinding:
    """A finding of a check, where a reviewer finds it.

    Args:
        path: the PO file.
        line: of the entry.
        article: the article's id.
        check: the check's id.
        severity: error or warning.
        message: what is wrong, one sentence.
        cure: what to do.
    """

    path: Path
    line: int
    article: str
    check: str
    severity: Severity
    message: str
    cure: str


@dataclass(frozen=True)
class CheckReport:
    """What ``check`` found.

    Args:
        findings: in the order of the files and their lines.
        failures: files that could not be checked.
        waived: how many findings a reviewer waived.
        written: PO files whose comments were brought up to date.
        warnings: what an editor should know of posts and configuration, one sentence each.
    """

    findings: tuple[FileFinding, ...]
    failures: tuple[DualpressError, ...] = ()
    waived: int = 0
    written: tuple[Path, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True)
class ReviewReport:
    """What ``approve`` or ``unchanged`` did.

    Args:
        changed: how many entries of which article.
        refused: entries that could not be confirmed, and why.
        failures: articles that could not be worked on.
    """

    changed: Mapping[str, int] = field(default_factory=dict)
    refused: tuple[DualpressError, ...] = ()
    failures: tuple[DualpressError, ...] = ()
