"""The output folder as it is, told without reading it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from itertools import chain
from pathlib import PurePosixPath

from dualpress.config import Project
from dualpress.pipeline.incremental.note import Standing
from dualpress.pipeline.incremental.snapshot import digest_of
from dualpress.pipeline.signatures import Signatures
from dualpress.site.manifest import MANIFEST
from dualpress.site.obstacles import has_links
from dualpress.site.output import LIST, Output

__all__ = ["Outputs"]


class Outputs:
    """The files that runs write: those of the output folder, and the record of addresses.

    Args:
        project: that they are of.
        signatures: tell its files.
    """

    def __init__(self, project: Project, signatures: Signatures) -> None:
        self._project = project
        self._look = signatures
        self._folder = str(project.output)
        self._first: dict[str, str] = {}

    def standing(self, path: PurePosixPath, sha256: str) -> Standing:
        """A file of the output folder, as it is now."""
        return Standing(path.as_posix(), sha256, self.now(path.as_posix()))

    def is_there(self, standing: Standing) -> bool:
        """Whether a file is as a run left it."""
        return standing.signature != "" and standing.signature == self._at_first(standing.path)

    @property
    def manifest(self) -> str:
        """The signature that the manifest had when it was first asked for."""
        return self._at_first(str(MANIFEST))

    def now(self, path: str) -> str:
        """The signature of a file of the output folder, as it is now."""
        return self._look.of(f"{self._folder}/{path}", follow=False)

    @cached_property
    def first_looks(self) -> Mapping[str, str]:
        """As :meth:`looks`, when they were first asked for."""
        return self.looks()

    def looks(self) -> dict[str, str]:
        """The signatures of all files of the output folder that runs write, as they are now."""
        names = {str(LIST), *Output(self._project.output).names}
        return {name: self.now(name) for name in sorted(names)}

    def digest(self, looks: Mapping[str, str]) -> str:
        """A digest of what a run writes.

        Args:
            looks: as :meth:`looks` told them.
        """
        lines = (f"{name}\0{signature}" for name, signature in looks.items())
        return digest_of(chain(lines, [self._look.of(str(self._project.addresses))]))

    def has_links(self, looks: Mapping[str, str]) -> bool:
        """Whether links stand in the place of folders of such files."""
        return has_links(self._folder, looks)

    def _at_first(self, path: str) -> str:
        if path not in self._first:
            self._first[path] = self.now(path)
        return self._first[path]
