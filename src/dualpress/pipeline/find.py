"""Which posts a command is about, and what their articles are called."""

from __future__ import annotations

import os
import posixpath
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

import regex

from dualpress.config import Project
from dualpress.errors import UsageError

__all__ = ["ENDINGS", "Selection", "article_id", "choose_posts", "find_posts"]

ENDINGS = frozenset({".htm", ".html", ".xhtml"})

# What a URL or the `#:` of a PO file cannot hold without an escape; letters
# of any script, digits and a few marks stay.
_NOT_IN_ID = regex.compile(r"[^\p{L}\p{M}\p{N}._~/-]+")


@dataclass(frozen=True, slots=True)
class Selection:
    """Posts by the ids of their articles, both in the order of the ids.

    Args:
        chosen: those that a command was called with.
        all: these, and all in the posts folder.
    """

    chosen: dict[str, Path]
    all: dict[str, Path]


def article_id(path: Path, posts: Path) -> str:
    """The id of the article in a file.

    Args:
        path: the file, absolute.
        posts: the project's folder of posts, absolute.

    Returns:
        The path below ``posts`` without its ending, or the file's name where
        it lies elsewhere; in NFC, and with ``-`` for what a URL cannot hold.
    """
    folder, file = f"{posts.as_posix()}/", path.as_posix()  # as text: Path is slow for so many
    inside = file.removeprefix(folder) if file.startswith(folder) else path.name
    name = unicodedata.normalize("NFC", posixpath.splitext(inside)[0])
    parts = [_NOT_IN_ID.sub("-", part).strip("-.") or "-" for part in name.split("/")]
    return "/".join(parts)


def find_posts(project: Project, paths: Sequence[Path] = ()) -> Selection:
    """Find posts by their files.

    Args:
        project: whose posts they are.
        paths: files, and folders to search; none means the folder of posts.

    Raises:
        UsageError: a path leads nowhere or to a page that dualpress made,
            there is no post, or two posts have one id.
    """
    register = _Register(project)
    if paths:
        names = [register.add(file) for path in paths for file in _files(path, project)]
        return _selection(register, names)
    _refuse_none(register.files, project.posts)
    return _selection(register, register.files)


def choose_posts(project: Project, names: Sequence[str]) -> Selection:
    """Find posts by the names of their articles.

    Args:
        project: whose posts they are.
        names: ids, or paths of posts or PO files; none means all.

    Raises:
        UsageError: a name is none of them, and the nearest are told; there is
            no post, or two posts have one id.
    """
    if not names:
        return find_posts(project)
    register = _Register(project)
    return _selection(register, [_resolve(name, register, project) for name in names])


class _Register:
    """Gives posts their ids, those in the posts folder first; no two get one.

    Args:
        project: whose posts they are.

    Raises:
        UsageError: two posts have one id.
    """

    def __init__(self, project: Project) -> None:
        self._posts = project.posts
        self._spellings: dict[str, str] = {}
        self.files: dict[str, Path] = {}
        for file in _search(project.posts, project):
            self.add(file)

    def add(self, file: Path) -> str:
        """The id of a post's article."""
        name = article_id(file, self._posts)
        # Windows and macOS have one folder for names that differ in case only.
        name = self._spellings.setdefault(name.casefold(), name)
        known = self.files.setdefault(name, file)
        if known != file and not _is_same(known, file):
            raise UsageError(
                f"{known} and {file} would both be the article “{name}”", hint="Rename one of them"
            )
        return name


def _selection(register: _Register, names: Iterable[str]) -> Selection:
    chosen = {name: register.files[name] for name in sorted(set(names))}
    return Selection(chosen, dict(sorted(register.files.items())))


def _files(path: Path, project: Project) -> Iterator[Path]:
    """The posts that a path means.

    Raises:
        UsageError: there are none.
    """
    path = _placed(path, project.posts)
    if path.is_file():
        if path.is_relative_to(project.output):
            hint = "Name the post that it was made from"
            raise UsageError("this is a page that dualpress made", path=path, hint=hint)
        if path.suffix.lower() not in ENDINGS:
            hint = "Posts are files whose names end in .html, .htm or .xhtml"
            raise UsageError("this is no post", path=path, hint=hint)
        yield path
        return
    found = _search(path, project)
    _refuse_none(found, path)
    yield from found


def _refuse_none(found: Collection[object], folder: Path) -> None:
    if not folder.is_dir():
        raise UsageError("there is no such file or folder", path=folder)
    if not found:
        hint = "Posts are files whose names end in .html, .htm or .xhtml"
        raise UsageError("there is no post in this folder", path=folder, hint=hint)


def _search(folder: Path, project: Project) -> list[Path]:
    """The posts in a folder and the folders in it, sorted."""
    templates, output = (project.template, project.index_template), f"{project.output}{os.sep}"
    found = (
        file
        for file in _walk(folder)
        if not str(file).startswith(output)
        and file not in templates
        # A link that leads nowhere is told when it is read.
        and (file.is_file() or file.is_symlink())
    )
    # As text: each path would keep its parts.
    return sorted(found, key=lambda file: str(file).split(os.sep))  # noqa: PTH206


def _walk(folder: Path) -> Iterator[Path]:
    """What is named like a post in a folder and the folders in it, but for what is hidden."""
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in (*names, *folders):
            if not name.startswith(".") and os.path.splitext(name)[1].lower() in ENDINGS:  # noqa: PTH122 - fast
                yield Path(place, name)


def _placed(path: Path, posts: Path) -> Path:
    """A path, absolute; as it lies in the posts folder, if by ``..`` or links it leads there."""
    path = Path(os.path.abspath(path))  # noqa: PTH100 - resolve() would follow links
    if path.is_relative_to(posts):
        return path
    real, folder = Path(os.path.realpath(path)), Path(os.path.realpath(posts))
    return posts / real.relative_to(folder) if real.is_relative_to(folder) else path


def _is_same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _resolve(name: str, register: _Register, project: Project) -> str:
    """The id that a name means."""
    path = _placed(Path(name), project.posts)
    for meant in (name, Path(name).as_posix(), *_ids_of(path, project)):
        if unicodedata.normalize("NFC", meant) in register.files:
            return unicodedata.normalize("NFC", meant)
    if path.is_file() and path.suffix.lower() in ENDINGS:
        return register.add(path)
    raise UsageError(f"there is no article “{name}”", hint=_hint(name, path, register, project))


def _ids_of(path: Path, project: Project) -> Iterator[str]:
    """The id that a path of a PO file or of a post stands for."""
    if path.is_relative_to(project.po) and path.suffix == ".po":
        yield path.parent.relative_to(project.po).as_posix()
    elif path.is_relative_to(project.posts):
        yield article_id(path, project.posts)


def _hint(name: str, path: Path, register: _Register, project: Project) -> str:
    folder = path.parent if path.suffix == ".po" else project.po / name
    if folder.is_dir() and folder != project.po and any(folder.glob("*.po")):
        return "It has a PO file, but its post is not in the posts folder: name the post's file"
    near = get_close_matches(name, register.files, n=3)
    return f"Did you mean {' or '.join(near)}?" if near else "See them all with: dualpress status"
