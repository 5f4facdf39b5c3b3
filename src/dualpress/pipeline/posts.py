"""Posts, read as articles."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from dualpress.article import Article, Language, other
from dualpress.config import Project
from dualpress.errors import DualpressError, ReadError
from dualpress.html import Policy, read_html
from dualpress.pipeline.selectors import content_warnings

__all__ = [
    "MOST_BYTES",
    "Post",
    "changed_in",
    "changed_on",
    "read_post",
    "refuse_other_formats",
]

MOST_BYTES = 16 * 2**20
"""A page of 16 MiB is no article; a book of 500,000 words has 3."""

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
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1f\x7f]")
_MOST_CONTROLS = 0.02
"""Of the bytes of a text: some come in by pasting, and what is no text has far more."""


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


def read_post(name: str, path: Path, project: Project) -> Post:
    """Read a post.

    Raises:
        ReadError: it cannot be read, or is no page; names the file and the cause.
        ConfigError: a selector of the configuration is none.
    """
    data = _read(path)
    refuse_other_formats(data, path)
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
    warnings = (*article.warnings, *content_warnings(article, project))
    return Post(name, path, replace(article, warnings=warnings), changed_in(article.metadata))


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


def refuse_other_formats(data: bytes, path: Path, wanted: str = "HTML") -> None:
    """Refuse what is no text.

    Args:
        data: the bytes of a file.
        path: of the file.
        wanted: what it is to be.

    Raises:
        ReadError: it is empty, or of another kind.
    """
    if not data.strip():
        raise ReadError("the file is empty", path=path)
    hint = f"Save the post as {wanted}"
    for mark, name in _OTHER_FORMATS.items():
        if data.startswith(mark):
            raise ReadError(f"the file is no {wanted} but {name}", path=path, hint=hint)
    start = data[:_LOOKED_AT]
    controls = len(_CONTROL.findall(start))
    if not data.startswith(_BYTE_ORDER_MARKS) and controls > _MOST_CONTROLS * len(start):
        raise ReadError("the file is no text", path=path, hint=hint)


def _policy(project: Project) -> Policy:
    html = project.config.html
    return Policy(
        content=html.content,
        skip=html.skipped,
        attributes=html.attributes,
        pre=html.pre,
        bibliographies=html.bibliographies,
        whole_blocks=project.config.segments == "block",
        fields=html.fields,
    )


def changed_on(changed: datetime | None, path: Path) -> date:
    """The day on which a post was last changed: as it says itself, else its file.

    Args:
        changed: what the post says.
        path: its file.

    Raises:
        OSError: the file is not there.
    """
    return (changed or datetime.fromtimestamp(path.stat().st_mtime, UTC)).date()


def changed_in(metadata: Mapping[str, Any]) -> datetime | None:
    """When a post was last changed, as its front matter says; never by the clock.

    Else the same post would give another PO.
    """
    for key in ("lastmod", "updated", "date"):
        value = metadata.get(key)
        if isinstance(value, datetime):
            return value if value.tzinfo else value.replace(tzinfo=UTC)
        if isinstance(value, date):
            return datetime.combine(value, time(), UTC)
    return None
