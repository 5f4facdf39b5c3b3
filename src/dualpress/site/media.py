"""The files of the posts folder that pages need: pictures, styles, documents."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath

from dualpress.errors import ReadError
from dualpress.site.references import Posts, css_references, parse_reference
from dualpress.site.urls import media_path
from dualpress.spool import Kept, held

__all__ = ["MediaFiles"]


class MediaFiles:
    """Reads files of the posts folder, each once.

    Args:
        posts: the posts folder.
        put_away: keeps the bytes of a file until they are asked for.
    """

    def __init__(self, posts: Posts, put_away: Callable[[bytes], Kept[bytes]] = held) -> None:
        self._posts = posts
        self._put_away = put_away
        self._known: dict[PurePosixPath, Kept[bytes]] = {}

    def read(
        self, paths: Iterable[PurePosixPath], posts: Posts | None = None
    ) -> dict[PurePosixPath, Kept[bytes]]:
        """Read the files that pages refer to, and those that their style sheets refer to.

        Args:
            paths: of the files, relative to the posts folder.
            posts: the folder, if it is to note what is asked for.

        Returns:
            What gives their bytes, by their paths in the output folder.

        Raises:
            ReadError: a file cannot be read.
        """
        posts = posts or self._posts
        found: dict[PurePosixPath, Kept[bytes]] = {}
        waiting = sorted(set(paths))
        while waiting:
            path = waiting.pop()
            if media_path(path) not in found:
                found[media_path(path)] = data = self._read(path)
                if path.suffix.lower() == ".css":
                    waiting.extend(_needed_by(posts, path, data()))
        return found

    def _read(self, path: PurePosixPath) -> Kept[bytes]:
        if path not in self._known:
            self._known[path] = self._put_away(_read(self._posts, path))
        return self._known[path]


def _read(posts: Posts, path: PurePosixPath) -> bytes:
    file = posts.folder / path
    try:
        return file.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise ReadError(f"the file cannot be read: {reason}", path=file) from error


def _needed_by(posts: Posts, sheet: PurePosixPath, data: bytes) -> Iterator[PurePosixPath]:
    """The files that a style sheet refers to; they stand beside its copy as beside it."""
    for url in css_references(data.decode("utf-8", "replace")):
        reference = parse_reference(url)
        path = posts.resolve(reference, sheet) if reference else None
        if path is not None and posts.has_file(path):
            yield path
