"""What stands on the disk, told without reading it."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from collections.abc import Iterable, Iterator
from itertools import chain, groupby, zip_longest
from pathlib import Path

import dualpress
from dualpress.config import Project
from dualpress.pipeline.desk import ARTICLE_GLOSSARY
from dualpress.pipeline.memory import PHRASES, tmx_folder
from dualpress.pipeline.signatures import Signatures

__all__ = ["Snapshot", "digest_of"]


class Snapshot:
    """All that a run reads, as it is when this is made.

    It is to be made before anything is read: what changes while a run goes on
    is then a change for the next one.

    Args:
        project: that is to be worked on.
        signatures: tell its files.

    Attributes:
        common: a digest of what every page depends on, but for the glossary.
        glossaries: the files of the project's glossary.
        glossary: a digest of these, in their order.

    Raises:
        ConfigError: a glossary that the configuration names is not there.
    """

    def __init__(self, project: Project, signatures: Signatures) -> None:
        self._signatures = signatures
        self._posts_folder, self._po_folder = str(project.posts), str(project.po)
        self._posts = self._told(_files(self._posts_folder))
        self._po = self._told(_files(self._po_folder))
        self._folders = _by_folder(self._po, self._po_folder)
        self._learned = self._told(_files(str(tmx_folder(project))))
        self.common = digest_of(
            [
                str(project.root),
                project.config.model_dump_json(),
                *_lines(self._told(_shared(project))),
            ]
        )
        self.glossaries = project.glossary_paths()
        self.glossary = self._glossary_by(signatures)

    @property
    def whole(self) -> str:
        """A digest of all but the glossary."""
        return digest_of(chain([self.common], self._lines()))

    @property
    def learned(self) -> str:
        """A digest of what the memory learns besides the PO files of articles."""
        phrases = os.path.join(self._po_folder, PHRASES)  # noqa: PTH118 - slow
        return digest_of([*_lines(self._learned), self._po.get(phrases, "")])

    @property
    def files(self) -> str:
        """All files but those that every page depends on, to be compared with later ones."""
        return "\n".join(self._lines())

    def _lines(self) -> Iterator[str]:
        for told in (self._posts, self._po, self._learned):
            yield from _lines(told)

    def changed_since(self, files: str) -> list[str] | None:
        """Tell which files are others than they were.

        Args:
            files: as :attr:`files` told them.

        Returns:
            Their paths; ``None`` where that is not all, since a file came or went, or what
            translations are learned from is another.
        """
        pairs = zip_longest(files.split("\n"), self.files.split("\n"), fillvalue="")
        others = [(before, now) for before, now in pairs if before != now]
        is_all = all(_file_of(before) == _file_of(now) for before, now in others)
        changed = sorted(_file_of(now) for _, now in others)
        # Names may hold line ends, and so be taken apart.
        return changed if is_all and all(map(self._is_of_articles, changed)) else None

    def _is_of_articles(self, file: str) -> bool:
        return (file in self._posts or file in self._po) and file not in self._learned

    @property
    def po_files(self) -> Iterable[str]:
        """The paths of all files of the PO folder."""
        return self._po.keys()

    def has_po(self, file: str) -> bool:
        """Whether a file of the PO folder was there."""
        return file in self._po

    def has_same_glossary(self) -> bool:
        """Whether the project's glossary, looked at again, is as it was."""
        return self.glossary == self._glossary_by(Signatures(self._signatures.doubts))

    def own(self, article: str, post: Path) -> str | None:
        """A digest of what one article is made of: its post, its PO files and its glossary.

        Returns:
            ``None`` for a post outside the posts folder.
        """
        signature = self._posts.get(str(post))
        if signature is None:
            return None
        own = self._folders.get(_fold(article), ())
        return digest_of([f"{post}\0{signature}", *(f"{po}\0{self._po[po]}" for po in sorted(own))])

    def has_own_terms(self, article: str) -> bool:
        """Whether one article may have a glossary of its own."""
        files = self._folders.get(_fold(article), ())
        return any(_fold(os.path.basename(file)) == ARTICLE_GLOSSARY for file in files)  # noqa: PTH119 - slow

    def beside(self, path: str) -> str:
        """The signature that a file of the posts folder had; empty where none was found."""
        return self._posts.get(os.path.join(self._posts_folder, path), "")  # noqa: PTH118 - slow

    def is_beside(self, path: str, signature: str) -> bool:
        """Whether a file of the posts folder has the signature that it had, or none as then.

        Args:
            path: of the file, in that folder.
            signature: as :meth:`beside` told it.
        """
        # Behind a link to a folder none is found, though it may be there.
        file = os.path.join(self._posts_folder, path)  # noqa: PTH118 - slow
        return signature == (self.beside(path) or self._signatures.of(file))

    def renew(self, po: Path) -> bool:
        """Look again at a file of the PO folder, which this run may have written.

        Returns:
            Whether it is another than it was.
        """
        file, folder = str(po), _folder(str(po), self._po_folder)
        before, now = self._po.pop(file, ""), self._signatures.of(file)
        others = (other for other in self._folders.get(folder, ()) if other != file)
        if now:
            self._po[file] = now
        self._folders[folder] = (*others, file) if now else tuple(others)
        return now != before

    def _glossary_by(self, signatures: Signatures) -> str:
        files = map(str, self.glossaries)
        return digest_of(f"{file}\0{signatures.of(file)}" for file in files)

    def _told(self, files: Iterable[str]) -> dict[str, str]:
        return {file: self._signatures.of(file) for file in files}


def digest_of(lines: Iterable[str]) -> str:
    """A digest of some lines in their order."""
    digest = hashlib.sha256()
    for line in lines:
        digest.update(line.encode("utf-8", "surrogatepass") + b"\n")
    return digest.hexdigest()


def _shared(project: Project) -> Iterator[str]:
    """The files that every page depends on, in a fixed order."""
    page = project.config.page
    templates = [getattr(page, name) for name in type(page).model_fields if "template" in name]
    yield from (str(project.resolve(template)) for template in templates if template)
    yield from _files(os.path.dirname(dualpress.__file__))  # noqa: PTH120 - as all others here


def _lines(told: dict[str, str]) -> Iterator[str]:
    yield from (f"{file}\0{told[file]}" for file in sorted(told))


def _file_of(line: str) -> str:
    return line.partition("\0")[0]


def _by_folder(files: Iterable[str], top: str) -> dict[str, tuple[str, ...]]:
    """The files of each folder below one, by the id of its article.

    Args:
        files: those of a folder together; of folders that some systems take for one, perhaps not.
        top: that one.
    """
    found: dict[str, tuple[str, ...]] = {}
    for folder, own in groupby(files, lambda file: _folder(file, top)):
        found[folder] = (*found.get(folder, ()), *own)
    return found


def _folder(file: str, top: str) -> str:
    """The article that a file below a folder belongs to, if it belongs to one."""
    return _fold(file[len(top) + 1 :].replace(os.sep, "/").rpartition("/")[0])


def _files(folder: str) -> Iterator[str]:
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if name != "__pycache__"]
        yield from (os.path.join(place, name) for name in names)  # noqa: PTH118 - slow


def _fold(name: str) -> str:
    """Equal where two names lead to one folder on some system."""
    return name.lower() if name.isascii() else unicodedata.normalize("NFC", name).casefold()
