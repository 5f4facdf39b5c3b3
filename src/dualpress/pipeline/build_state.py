"""What the last build read and wrote, so that where nothing changed there is nothing to do.

A cache, ``.dualpress/build.json``: without it, or with one that cannot be
read, everything is built.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from pydantic import TypeAdapter

import dualpress
from dualpress.config import Project
from dualpress.errors import WriteError
from dualpress.files import write_whole
from dualpress.pipeline.report import ArticleReport, RunReport
from dualpress.site.output import LIST, Output

__all__ = ["BuildState"]

_SCHEMA = 1
_ARTICLES = TypeAdapter(tuple[ArticleReport, ...])


class BuildState:
    """Knows whether a build would find what the last one left.

    Files are told by size and by the times of their last change and move, as
    version control does it. What a build reads is looked at here, before it is
    read: what changes while the build runs is then a change for the next one.

    Args:
        project: that is to be built.

    Raises:
        ConfigError: a glossary that the configuration names is not there.
    """

    def __init__(self, project: Project) -> None:
        self._project = project
        self._path = project.state / "build.json"
        self._read = _digest(_what_a_build_reads(project))

    def recall(self) -> RunReport | None:
        """What the last build told; ``None`` where anything has changed since."""
        try:
            state = json.loads(self._path.read_bytes())
            if (state["schema"], state["read"]) != (_SCHEMA, self._read):
                return None
            if state["written"] != self._written():
                return None
            articles = _ARTICLES.validate_python(state["articles"])
            return RunReport(articles, warnings=tuple(map(str, state["warnings"])))
        except (OSError, ValueError, LookupError, TypeError, RecursionError):
            return None

    def remember(self, report: RunReport) -> None:
        """Note what a build told that left nothing undone."""
        state = {
            "schema": _SCHEMA,
            "read": self._read,
            "written": self._written(),
            "articles": _ARTICLES.dump_python(report.articles, mode="json"),
            "warnings": report.warnings,
        }
        with suppress(WriteError):  # the next build then does all the work again
            write_whole(self._path, json.dumps(state).encode(), durable=False)

    def _written(self) -> str:
        """A digest of what a build writes, as it is now."""
        output = Output(self._project.output)
        root = str(output.root)
        files = sorted(f"{root}/{name}" for name in {str(LIST), *output.names})
        return _digest(_told([*files, str(self._project.addresses)]))


def _what_a_build_reads(project: Project) -> Iterator[str]:
    """Everything that a build's result depends on, in a fixed order."""
    yield str(project.root)
    yield project.config.model_dump_json()
    page = project.config.page
    templates = [getattr(page, name) for name in type(page).model_fields if "template" in name]
    yield from _told(str(project.resolve(template)) for template in templates if template)
    yield from _told(map(str, project.glossary_paths()))
    for folder in (Path(dualpress.__file__).parent, project.posts, project.po):
        yield from _told(_files(folder))


def _files(folder: Path) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (f"{place}/{name}" for name in sorted(names))


def _told(files: Iterable[str]) -> Iterator[str]:
    """Names of files, with what changes whenever their bytes do."""
    for file in files:
        try:
            found = os.stat(file)  # noqa: PTH116 - ten thousand paths take a second to make
        except OSError as error:
            yield f"{file}\0{error.errno}"
        else:
            yield f"{file}\0{found.st_size}\0{found.st_mtime_ns}\0{found.st_ctime_ns}"


def _digest(lines: Iterable[str]) -> str:
    digest = hashlib.sha256()
    for line in lines:
        digest.update(line.encode("utf-8", "surrogatepass") + b"\n")
    return digest.hexdigest()
