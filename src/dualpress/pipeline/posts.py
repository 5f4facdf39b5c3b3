"""The posts of a project: found, named, and read as articles."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from difflib import get_close_matches
from pathlib import Path

import regex

from dualpress.article import Article, Language, other
from dualpress.config import Project
from dualpress.errors import DualpressError, ReadError, UsageError
from dualpress.html import Policy, read_html

__all__ = ["Post", "article_id", "choose", "find_posts", "read_post"]

ENDINGS = frozenset({".htm", ".html", ".xhtml"})

MOST_BYTES = 16 * 2**20
"""A page of 16 MiB is no article; a book of 500,000 words has 3."""

# What a URL or the `#:` of a PO file cannot hold without an escape; letters
# of any script, digits and a few marks stay.
_NOT_IN_ID = regex.compile(r"[^\p{L}\p{M}\p{N}._~/-]+")

_OTHER_FORMATS = {
    b"%PDF-": "a PDF document",
    b"PK\x03\x04": "a zip archive, or a document of Word or LibreOffice",
    b"\xd0\xcf\x11\xe0": "a document of an older Word",
    b"{\\rtf": "an RTF document",
    b"\x89PNG": "a PNG picture",
    b"\xff\xd8\xff": "a JPEG picture",
    b"GIF8": "a GIF picture",
    b"RIFF": "a picture or sound",
    b"\x1f\x8b": "a gzip archive",
}
_BYTE_ORDER_MARKS = (b"\xff\xfe", b"\xfe\xff")
_LOOKED_AT = 4096


@dataclass(frozen=True, slots=True)
class Post:
    """A post that was read.

    Args:
        id: the article's id.
        path: of the file.
        article: what it holds.
        changed: when its text was last changed, as far as the post itself says.
    """

    id: str
    path: Path
    article: Article
    changed: datetime | None

    @property
    def source(self) -> Language:
        """The language that it is written in."""
        return self.article.language

    @property
    def target(self) -> Language:
        """The language that it is translated into."""
        return other(self.article.language)


def article_id(path: Path, posts: Path) -> str:
    """The id of the article in a file.

    Args:
        path: the file, absolute.
        posts: the project's folder of posts, absolute.

    Returns:
        The path below ``posts`` without its ending, or the file's name where
        it lies elsewhere; in NFC, and with ``-`` for what a URL cannot hold.
    """
    inside = path.relative_to(posts) if path.is_relative_to(posts) else Path(path.name)
    name = unicodedata.normalize("NFC", inside.with_suffix("").as_posix())
    parts = [_NOT_IN_ID.sub("-", part).strip("-.") or "-" for part in name.split("/")]
    return "/".join(parts)


def find_posts(project: Project, paths: Sequence[Path] = ()) -> dict[str, Path]:
    """Find posts.

    Args:
        project: whose folder of posts is searched where no paths are given.
        paths: files, and folders to search instead.

    Returns:
        The files by article id, in the order of the ids.

    Raises:
        UsageError: a path leads nowhere, there is no post, or two posts have one id.
    """
    found: dict[str, Path] = {}
    for path in _files(project, paths):
        name = article_id(path, project.posts)
        if name in found and found[name] != path:
            raise UsageError(
                f"{found[name]} and {path} would both be the article {name!r}",
                hint="Rename one of them",
            )
        found[name] = path
    return dict(sorted(found.items()))


def _files(project: Project, paths: Sequence[Path]) -> Iterator[Path]:
    for path in [path.absolute() for path in paths] or [project.posts]:
        if path.is_file():
            yield path
            continue
        if not path.is_dir():
            raise UsageError("there is no such file or folder", path=path)
        files = sorted(file for file in path.rglob("*") if _is_post(file, path))
        if not files:
            raise UsageError(
                "there is no post in this folder",
                path=path,
                hint="Posts are files that end in .html or .htm",
            )
        yield from files


def _is_post(file: Path, folder: Path) -> bool:
    hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
    return not hidden and file.suffix.lower() in ENDINGS and file.is_file()


def choose(known: Iterable[str], names: Sequence[str], project: Project) -> list[str]:
    """The articles that a command was called with.

    Args:
        known: the ids of all articles.
        names: ids, or paths of posts or PO files; none means all.
        project: whose folders the paths lie in.

    Raises:
        UsageError: a name is none of them; tells the nearest.
    """
    known = list(known)
    return list(dict.fromkeys(_resolve(name, known, project) for name in names)) or known


def _resolve(name: str, known: list[str], project: Project) -> str:
    if name in known:
        return name
    path = Path(name).absolute()
    if path.is_relative_to(project.po) and path.suffix == ".po":
        name = path.parent.relative_to(project.po).as_posix()
    elif path.is_relative_to(project.posts):
        name = article_id(path, project.posts)
    if name in known:
        return name
    near = get_close_matches(name, known, n=3)
    hint = f"Did you mean {' or '.join(near)}?" if near else "See them all with: dualpress status"
    raise UsageError(f"there is no article {name!r}", hint=hint)


def read_post(name: str, path: Path, project: Project) -> Post:
    """Read a post.

    Raises:
        ReadError: it cannot be read, or is no page; names the file and the cause.
        ConfigError: a selector of the configuration is none.
    """
    data = _read(path)
    _refuse_other_formats(data, path)
    try:
        article = read_html(data, policy=_policy(project))
    except DualpressError as error:
        error.path = error.path or path
        raise
    if article.encoding_fault:
        raise ReadError(
            article.encoding_fault,
            path=path,
            hint="Save it again as UTF-8, or declare the encoding that it has",
        )
    return Post(name, path, article, _changed(article))


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            size = path.stat().st_size / 2**20
            raise ReadError(
                f"the file has {size:.0f} MiB, and no article has more than {MOST_BYTES // 2**20}",
                path=path,
                hint="Is it an export of a whole site? Cut it into posts first",
            )
        return path.read_bytes()
    except OSError as error:
        raise ReadError(f"the file cannot be read: {error.strerror or error}", path=path) from error


def _refuse_other_formats(data: bytes, path: Path) -> None:
    if not data.strip():
        raise ReadError("the file is empty", path=path)
    for mark, name in _OTHER_FORMATS.items():
        if data.startswith(mark):
            raise ReadError(
                f"the file is no HTML but {name}", path=path, hint="Save the post as HTML"
            )
    if not data.startswith(_BYTE_ORDER_MARKS) and data[:_LOOKED_AT].count(0) > 1:
        raise ReadError("the file is no text", path=path, hint="Save the post as HTML")


def _policy(project: Project) -> Policy:
    html = project.config.html
    return Policy(
        content=html.content,
        skip=html.skipped,
        pre=html.pre,
        bibliographies=html.bibliographies,
        whole_blocks=project.config.segments == "block",
        fields=html.fields,
    )


def _changed(article: Article) -> datetime | None:
    """What the front matter says; never the clock, or the same post would give another PO."""
    for key in ("lastmod", "updated", "date"):
        value = article.metadata.get(key)
        if isinstance(value, datetime):
            return value if value.tzinfo else value.replace(tzinfo=UTC)
        if isinstance(value, date):
            return datetime.combine(value, time(), UTC)
    return None
