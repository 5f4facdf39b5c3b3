"""Plain text as it is copied from pages: read, and cut into posts."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from dualpress.errors import ReadError, UsageError
from dualpress.files import reason
from dualpress.pipeline.posts import refuse_other_formats

__all__ = ["Dump", "Line", "dump_files", "posts_in", "read_dump"]

_MOST_BYTES = 64 << 20
"""Of a file with many posts."""

_MOST_POSTS = 10_000
_ENDING = ".txt"
_LINE_END = re.compile(r"\r\n?|[\n\v\x85\u2028\u2029]")
_RULES = (re.compile(r"={5,}"), re.compile(r"-{5,}"))
_PAGE_OF_HTML = re.compile(r"\s*<(?:!doctype\s+html|html[\s>])", re.IGNORECASE)
_FORM_FEED = "\f"
# What is blank to a reader, besides white space: Wix puts the first between paragraphs.
_INVISIBLE = "\u200b\u2060\ufeff\xad"
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a post.

    Args:
        text: without white space around it; empty where it is blank.
        number: where it stands in the file, counted from 1.
    """

    text: str
    number: int


@dataclass(frozen=True, slots=True)
class Dump:
    """One post as it was copied.

    Args:
        file: that it stands in.
        lines: from the first to the last that is not blank.
    """

    file: Path
    lines: tuple[Line, ...]


def dump_files(paths: Sequence[Path]) -> list[Path]:
    """The files that paths mean: themselves, or those in folders, sorted.

    Raises:
        UsageError: a path leads nowhere, or to a folder without text.
    """
    found = [file for path in paths for file in _files(path)]
    return list(dict.fromkeys(found))


def read_dump(path: Path) -> str:
    """Read a file of plain text.

    Raises:
        ReadError: it cannot be read, is too large, no text, or in another encoding.
    """
    try:
        size = path.stat().st_size
        if size > _MOST_BYTES:
            raise ReadError(
                f"the file has {size >> 20} MiB, and at most {_MOST_BYTES >> 20} are read",
                path=path,
                hint="Cut it into files of some posts each",
            )
        data = path.read_bytes()
    except OSError as error:
        raise ReadError(f"the file cannot be read: {reason(error)}", path=path) from error
    refuse_other_formats(data, path, "plain text")
    text = _decoded(data, path)
    if _PAGE_OF_HTML.match(text):
        hint = "Import it with: dualpress import html"
        raise ReadError("the file is a page of HTML", path=path, hint=hint)
    return text


def posts_in(text: str, file: Path) -> list[Dump]:
    """Cut a text into posts: at form feeds, else at lines of ``=====``, else of ``-----``.

    Raises:
        ReadError: there are more than any site has.
    """
    lines = [
        Line(_clean(part), number)
        for number, line in enumerate(_LINE_END.split(text), 1)
        for part in _with_feeds(line)
    ]
    groups = groupby(zip(lines, _separators(lines), strict=True), key=lambda pair: pair[1])
    found = (_trimmed([line for line, _ in group]) for is_apart, group in groups if not is_apart)
    posts = [Dump(file, tuple(post)) for post in found if post]
    if len(posts) > _MOST_POSTS:
        raise ReadError(f"the file is parted into {len(posts)} posts", path=file)
    return posts


def _files(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
        return
    if not path.is_dir():
        raise UsageError("there is no such file or folder", path=path)
    found = sorted(
        file
        for file in path.rglob("*")
        if file.suffix.lower() == _ENDING and file.is_file() and not file.name.startswith(".")
    )
    if not found:
        hint = f"Files of plain text have names that end in {_ENDING}"
        raise UsageError("there is no text in this folder", path=path, hint=hint)
    yield from found


def _decoded(data: bytes, path: Path) -> str:
    encoding = "utf-16" if data.startswith(_UTF_16) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise ReadError(
            f"the file is not UTF-8: the byte 0x{data[error.start]:02X} stands in the way",
            path=path,
            line=line,
            hint="Save it again as UTF-8",
        ) from error


def _with_feeds(line: str) -> Iterator[str]:
    """The parts of a line, and the form feeds between them."""
    first, *others = line.split(_FORM_FEED)
    yield first
    for other in others:
        yield _FORM_FEED
        yield other


def _clean(text: str) -> str:
    """A line without what no reader sees."""
    if text == _FORM_FEED:
        return text
    kept = "".join(
        " " if letter == "\t" else letter
        for letter in text
        if letter == "\t" or unicodedata.category(letter) not in ("Cc", "Cs")
    )
    shown = kept.strip()
    return "" if not shown.strip(f"{_INVISIBLE} \xa0") else shown.strip("\ufeff\u200b \xa0")


def _separators(lines: Sequence[Line]) -> list[bool]:
    """Which lines part posts."""
    feeds = [line.text == _FORM_FEED for line in lines]
    if any(feeds):
        return feeds
    for rule in _RULES:
        found = [_is_apart(lines, index, rule) for index in range(len(lines))]
        if any(found):
            return found
    return feeds


def _is_apart(lines: Sequence[Line], index: int, rule: re.Pattern[str]) -> bool:
    """Whether a line is a rule, and not the one that underlines a heading."""
    text = lines[index].text
    above = lines[index - 1].text if index else ""
    return rule.fullmatch(text) is not None and not (above and abs(len(above) - len(text)) <= 2)


def _trimmed(lines: list[Line]) -> list[Line]:
    filled = [index for index, line in enumerate(lines) if line.text]
    return lines[filled[0] : filled[-1] + 1] if filled else []
