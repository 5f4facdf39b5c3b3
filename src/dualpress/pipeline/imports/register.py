"""Which file each imported post is, and what an editor did with it since."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from dualpress.config import Project
from dualpress.pipeline.imports.outcomes import put
from dualpress.pipeline.imports.places import Names
from dualpress.pipeline.imports.record import (
    RECORD_NAME,
    ImportedFile,
    read_imports,
    write_imports,
)
from dualpress.pipeline.wordpress.import_report import Outcome

__all__ = ["Register"]


class Register:
    """Gives each source its file, and writes it.

    Args:
        project: that the posts are for.
        force: whether editors' changes are overwritten.
        dry_run: write nothing.

    Raises:
        ConfigError: the record of what was imported before cannot be read.
    """

    def __init__(self, project: Project, *, force: bool, dry_run: bool) -> None:
        self._posts = project.posts
        self._path = project.root / RECORD_NAME
        self._force = force
        self._dry_run = dry_run
        self._former = read_imports(self._path)
        self._records = dict(self._former)
        self._by_source = {file.source: name for name, file in self._former.items()}
        self._names = Names(PurePosixPath(name).with_suffix("") for name in self._former)
        self._given: dict[str, str] = {}

    def name(self, source: str, place: PurePosixPath, other: str = "") -> str:
        """The name of the file that a source has, or gets.

        Args:
            source: what tells it from others.
            place: the path that it is to have, without ending.
            other: a word that tells it from one that has this path.
        """
        key, number = source, 2
        # Two pages may say that they are one: in lists, and where a site errs.
        while self._by_source.get(key) in self._given:
            key, number = f"{source}#{number}", number + 1
        if key not in self._by_source:
            self._by_source[key] = f"{self._names.give(place, other)}.html"
        self._given[self._by_source[key]] = key
        return self._by_source[key]

    def path(self, name: str) -> Path:
        """Where a file stands."""
        return self._posts / name

    def known(self, name: str) -> ImportedFile | None:
        """What was imported into a file before, if it is there and may stay as it is."""
        is_there = self.path(name).exists() and not self._force
        return self._former.get(name) if is_there else None

    def put(self, name: str, content: bytes, etag: str = "", modified: str = "") -> Outcome:
        """Write a file if that takes nothing from an editor.

        Args:
            name: that was given to its source.
            content: its bytes.
            etag: of what was fetched.
            modified: when the server says that it was changed.

        Raises:
            ReadError: what stands there cannot be read.
            WriteError: it cannot be written.
        """
        known = self._former.get(name)
        last = known.digest if known else None
        outcome, digest = put(
            self.path(name), content, last, force=self._force, dry_run=self._dry_run
        )
        # What was not taken is asked for again.
        if outcome not in (Outcome.KEPT, Outcome.REMOVED):
            self._records[name] = ImportedFile(digest, self._given[name], etag, modified)
        return outcome

    def close(self) -> None:
        """Write down what was imported.

        Raises:
            WriteError: it cannot be written.
        """
        if not self._dry_run:
            write_imports(self._path, self._records, self._former)
