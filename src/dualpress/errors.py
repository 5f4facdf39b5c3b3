"""What can go wrong, as one small tree.

Every error says what happened, where (file and line, when there is one) and
what to do about it. Nothing below the command line exits or prints: the core
raises, ``dualpress.cli`` alone turns an error into a message and an exit code.

* DualpressError
  * SetupError                 nothing can be done before this is mended (exit 2)
    * UsageError               a command was called with something it cannot use
    * ConfigError              ``dualpress.toml`` is wrong
    * GlossaryError            a glossary row is wrong
    * ProjectBusy              another command is at work in the project
  * WorkError                  this piece of work failed, the rest goes on (exit 3)
    * ReadError                a page cannot be read as an article
    * CatalogError             a PO file cannot be read, or holds what it must not
    * TranslationRefused       a translation would change more than text
    * WriteError               a file could not be written
    * EngineError              a translation engine failed
      * EngineUnavailable      the engine or its model is not there
    * PackageError             a model package is damaged, hostile or not the one asked for
    * SiteError                a website refused what it was sent, or did not answer as it should
      * SiteUnavailable        it cannot be reached, or lets nobody in
"""

from __future__ import annotations

from pathlib import Path

from dualpress.article import SegmentKey

__all__ = [
    "CatalogError",
    "ConfigError",
    "DualpressError",
    "EngineError",
    "EngineUnavailable",
    "GlossaryError",
    "PackageError",
    "ProjectBusy",
    "ReadError",
    "SetupError",
    "SiteError",
    "SiteUnavailable",
    "TranslationRefused",
    "UsageError",
    "WorkError",
    "WriteError",
]


class DualpressError(Exception):
    """Base of all errors that a user can cause or mend.

    Args:
        cause: one sentence, without a final stop, that an editor understands.
        path: the file it is about.
        line: the line in that file, counted from 1.
        hint: what to do, one sentence.
    """

    def __init__(
        self,
        cause: str,
        *,
        path: Path | str | None = None,
        line: int | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(cause)
        self.cause = cause
        self.path = Path(path) if path is not None else None
        self.line = line
        self.hint = hint

    @property
    def where(self) -> str:
        """``file:line``, ``file`` or the empty string."""
        if self.path is None:
            return ""
        return f"{self.path}:{self.line}" if self.line else str(self.path)

    @property
    def sentence(self) -> str:
        """The cause with a capital; a name at its start (``river: …``) is told as written."""
        name, colon, _ = self.cause.partition(": ")
        if colon and " " not in name:
            return self.cause
        return self.cause[:1].upper() + self.cause[1:]

    def __str__(self) -> str:
        text = f"{self.where}: {self.cause}" if self.where else self.cause
        return f"{text}. {self.hint}" if self.hint else text


class SetupError(DualpressError):
    """Nothing can be done before this is mended."""


class UsageError(SetupError):
    """A command was called with something it cannot use."""


class ConfigError(SetupError):
    """``dualpress.toml`` is wrong; names the file and the key."""


class GlossaryError(SetupError):
    """A glossary file or row is wrong; names file, line and column."""


class ProjectBusy(SetupError):
    """Another command is at work in the project; says which, since when, and where."""


class WorkError(DualpressError):
    """One piece of work failed; the rest of the run goes on."""

    def of(self, article: str) -> WorkError:
        """The same error, with the id of the article whose pages are not written."""
        cause = f"{article}: {self.cause}"
        return type(self)(cause, path=self.path, line=self.line, hint=self.hint)


class ReadError(WorkError):
    """A page cannot be read as an article."""


class CatalogError(WorkError):
    """A PO file cannot be read, or holds what it must not."""


class TranslationRefused(WorkError):
    """A translation would change more of the page than text.

    Args:
        key: of the segment that it is a translation of, where it is one alone.
    """

    def __init__(
        self,
        cause: str,
        *,
        path: Path | str | None = None,
        line: int | None = None,
        hint: str | None = None,
        key: SegmentKey | None = None,
    ) -> None:
        super().__init__(cause, path=path, line=line, hint=hint)
        self.key = key


class WriteError(WorkError):
    """A file could not be written; what stood there before still stands."""


class EngineError(WorkError):
    """A translation engine failed."""


class EngineUnavailable(EngineError):
    """The engine, or the model that it needs, is not there."""


class PackageError(WorkError):
    """A model package is damaged, hostile, or not the one asked for."""


class SiteError(WorkError):
    """A website refused what it was sent, or did not answer as it should."""


class SiteUnavailable(SiteError):
    """A website cannot be reached, or lets nobody in: there is no use in asking on."""
