"""The output folder as it is, told without reading it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from itertools import chain
from pathlib import PurePosixPath

from dualpress.config import Project
from dualpress.pipeline.incremental.note import Standing
from dualpress.pipeline.incremental.snapshot import digest_of
from dualpress.pipeline.signatures import Signatures, sha256_of
from dualpress.site.manifest import MANIFEST
from dualpress.site.obstacles import has_links
from dualpress.site.output import LIST, Output

__all__ = ["Outputs"]

_CHANGED = "changed since"
"""In the place of a signature; no file has it, and neither has none."""


class Outputs:
    """The files that runs write: those of the output folder, and the record of addresses.

    Args:
        project: that they are of.
        signatures: tell its files.
    """

    def __init__(self, project: Project, signatures: Signatures) -> None:
        self._project = project
        self._signatures = signatures
        self._folder = str(project.output)
        self._first: dict[str, str] = {}
        self._looks: Mapping[PurePosixPath, str] = {}
        self._left: dict[PurePosixPath, str] = {}

    def take(self, looks: Mapping[PurePosixPath, str]) -> None:
        """Take over how files looked when this run wrote them.

        Args:
            looks: as :class:`.Written` has them.
        """
        self._looks = looks

    def standing(self, path: PurePosixPath, sha256: str) -> Standing:
        """A file of the output folder, as this run left it."""
        return Standing(path.as_posix(), sha256, self.left(path, sha256))

    def is_there(self, standing: Standing) -> bool:
        """Whether a file is as a run left it."""
        return standing.signature != "" and standing.signature == self._at_first(standing.path)

    @property
    def manifest(self) -> str:
        """The signature that the manifest had when it was first asked for."""
        return self._at_first(str(MANIFEST))

    def left(self, path: PurePosixPath, sha256: str | None = None) -> str:
        """The signature of a file of the output folder, as this run left it.

        Args:
            path: of the file.
            sha256: of the bytes that it was given, where that is known.

        Returns:
            What no file has where somebody has changed it since, so that no later run finds it as
            it was left; of a file that this run had no need to look into, the signature at first.
        """
        if path not in self._left:
            self._left[path] = self._left_by(path, sha256)
        return self._left[path]

    def _left_by(self, path: PurePosixPath, sha256: str | None) -> str:
        look = self._looks.get(path)
        if look is None:
            return self._at_first(path.as_posix())
        signature = self._now(path.as_posix())
        is_same = signature.startswith(f"{look} ")
        found = self._signatures.doubted(f"{self._folder}/{path}", signature)
        if sha256 and (found or not is_same):
            # Not all file systems keep the time of a file to the digit.
            is_same = sha256 == (found or sha256_of(f"{self._folder}/{path}"))
        return signature if is_same else _CHANGED

    @cached_property
    def first_looks(self) -> Mapping[str, str]:
        """The signatures of all files of the output folder that runs write, as they were at first.

        That is, when they were first asked for.
        """
        return {name: self._now(name) for name in self._names()}

    def looks(self) -> dict[str, str]:
        """The same as this run left them."""
        return {name: self.left(PurePosixPath(name)) for name in self._names()}

    def _names(self) -> list[str]:
        return sorted({str(LIST), *Output(self._project.output).names})

    def digest(self, looks: Mapping[str, str]) -> str:
        """A digest of what a run writes.

        Args:
            looks: as :meth:`looks` told them.
        """
        lines = (f"{name}\0{signature}" for name, signature in looks.items())
        return digest_of(chain(lines, [self._signatures.of(str(self._project.addresses))]))

    def has_links(self, looks: Mapping[str, str]) -> bool:
        """Whether links stand in the place of folders of such files."""
        return has_links(self._folder, looks)

    def _at_first(self, path: str) -> str:
        if path not in self._first:
            self._first[path] = self._now(path)
        return self._first[path]

    def _now(self, path: str) -> str:
        return self._signatures.of(f"{self._folder}/{path}", follow=False)
