"""What stands on the disk, told without reading it."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import dualpress
from dualpress.config import Project

__all__ = ["Snapshot", "digest_of", "signature"]


class Snapshot:
    """All that a build reads, as it is when this is made.

    Files are told by size and by the times of their last change and move, as
    version control does it. It is to be made before anything is read: what
    changes while a build runs is then a change for the next one.

    Args:
        project: that is to be built.

    Attributes:
        common: a digest of what every page depends on.
        whole: a digest of all.

    Raises:
        ConfigError: a glossary that the configuration names is not there.
    """

    def __init__(self, project: Project) -> None:
        self._folder = project.posts
        self._posts = dict(_told(_files(project.posts)))
        self._folders = _by_folder(project.po)
        self.common = digest_of(_common(project))
        lines = [*self._posts.values(), *(line for own in self._folders.values() for line in own)]
        self.whole = digest_of([self.common, *lines])

    def own(self, article: str, post: Path) -> str | None:
        """A digest of what one article is made of: its post, its PO files and its glossary.

        Returns:
            ``None`` for a post outside the posts folder.
        """
        line = self._posts.get(str(post))
        if line is None:
            return None
        return digest_of([line, *self._folders.get(_fold(article), [])])

    def beside(self, path: str) -> str:
        """The signature that a file of the posts folder had; empty where none was found."""
        return self._posts.get(str(self._folder / path), "").rpartition("\0")[2]


def signature(file: str, *, follow: bool = True) -> str:
    """What changes whenever the bytes of a file do; empty where there is none.

    Args:
        file: its path.
        follow: whether a link is taken for what it leads to.
    """
    try:
        found = os.stat(file, follow_symlinks=follow)  # noqa: PTH116 - ten thousand paths take a second to make
    except (OSError, ValueError):  # there is none, or it is no name of a file
        return ""
    return f"{found.st_size} {found.st_mtime_ns} {found.st_ctime_ns}"


def digest_of(lines: Iterable[str]) -> str:
    """A digest of some lines in their order."""
    digest = hashlib.sha256()
    for line in lines:
        digest.update(line.encode("utf-8", "surrogatepass") + b"\n")
    return digest.hexdigest()


def _common(project: Project) -> Iterator[str]:
    """What every page depends on, in a fixed order."""
    yield str(project.root)
    yield project.config.model_dump_json()
    page = project.config.page
    templates = [getattr(page, name) for name in type(page).model_fields if "template" in name]
    files = [str(project.resolve(template)) for template in templates if template]
    files += map(str, project.glossary_paths())
    files += _files(Path(dualpress.__file__).parent)
    yield from (line for _, line in _told(files))


def _by_folder(top: Path) -> dict[str, list[str]]:
    """The files of each folder below one, by the id of its article."""
    found: dict[str, list[str]] = defaultdict(list)
    start = len(str(top)) + 1
    for file, line in _told(_files(top)):
        folder = file[start:].replace(os.sep, "/").rpartition("/")[0]
        found[_fold(folder)].append(line)
    return found


def _files(folder: Path) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        yield from (os.path.join(place, name) for name in sorted(names))  # noqa: PTH118 - slow


def _told(files: Iterable[str]) -> Iterator[tuple[str, str]]:
    for file in files:
        yield file, f"{file}\0{signature(file)}"


def _fold(name: str) -> str:
    """Equal where two names lead to one folder on some system."""
    return unicodedata.normalize("NFC", name).casefold()
