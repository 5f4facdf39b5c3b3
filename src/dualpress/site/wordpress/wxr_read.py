"""Reading an export of WordPress piece by piece: it may be larger than the computer's memory.

The elements are known by the prefixes that WordPress writes, as its own importer
knows them: plugins add elements whose prefix no one declares. A file is what someone
sent. So expat reads no other file for it, and a document type is refused: entities that
hold entities can grow without end.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NoReturn
from xml.parsers import expat

from dualpress.errors import ReadError, UsageError
from dualpress.files import reason
from dualpress.site.wordpress.wxr import Channel, WxrItem, WxrTerm
from dualpress.site.wordpress.wxr_events import TextEndsEarly, WxrEvents
from dualpress.site.wordpress.wxr_kind import other_kind
from dualpress.site.wordpress.xml_text import XmlText

__all__ = ["WxrReader"]

_CHUNK = 2**18
_EXPORT = "WordPress makes one under Tools → Export"
_CUT_OFF = frozenset(
    expat.errors.codes[message]
    for message in (
        expat.errors.XML_ERROR_NO_ELEMENTS,
        expat.errors.XML_ERROR_UNCLOSED_TOKEN,
        expat.errors.XML_ERROR_UNCLOSED_CDATA_SECTION,
    )
)


class WxrReader:
    """Reads one file.

    Args:
        path: the file.
        fields: the custom fields of items that are wanted.
        count: is told the bytes so far, and in all.

    Attributes:
        channel: what it says of its site; complete at the first item.
        terms: that it lists, likewise.
    """

    def __init__(
        self,
        path: Path,
        fields: frozenset[str],
        count: Callable[[int, int], None] | None = None,
    ) -> None:
        self._path = path
        self._fields = fields
        self._count = count
        self.channel = Channel()
        self.terms: list[WxrTerm] = []

    def items(self) -> Iterator[WxrItem]:
        """Yield the items in the order of the file; of a text that is too long, nothing.

        Raises:
            UsageError: the file is no export of WordPress.
            ReadError: it cannot be read, or is damaged; names the line.
        """
        parser = _Parser(self._path, self._fields, self.channel, self.terms)
        try:
            size = self._path.stat().st_size
            with self._path.open("rb") as file:
                done = 0
                while chunk := file.read(_CHUNK):
                    yield from parser.read(chunk)
                    done += len(chunk)
                    if self._count:
                        self._count(done, size)
                yield from parser.read(b"", is_last=True)
        except OSError as error:
            cause = f"the file cannot be read: {reason(error)}"
            raise ReadError(cause, path=self._path) from error


class _Parser:
    """Turns bytes into items."""

    def __init__(
        self, path: Path, fields: frozenset[str], channel: Channel, terms: list[WxrTerm]
    ) -> None:
        self._path = path
        self._decoder = codecs.getincrementaldecoder("utf-8-sig")()
        self._text = XmlText()
        self._lines = 1
        self._skipped_lines = 0
        self._has_begun = False
        self._events = WxrEvents(fields, self._refuse, channel, terms)

    def read(self, data: bytes, *, is_last: bool = False) -> list[WxrItem]:
        """Parse some bytes more, and give the items that ended in them."""
        if not self._has_begun and (kind := other_kind(data)):
            raise UsageError(
                f"the file is no export of WordPress but {kind}", path=self._path, hint=_EXPORT
            )
        text = self._decoded(data, is_last)
        if not self._has_begun:
            text = self._begun(text, is_last)
        self._parse(self._text.fit(text, is_last=is_last), is_last)
        return self._events.taken()

    def _decoded(self, data: bytes, is_last: bool) -> str:
        try:
            text = self._decoder.decode(data, is_last)
        except UnicodeDecodeError as error:
            line = self._lines + error.object.count(b"\n", 0, error.start)
            byte = error.object[error.start]
            raise ReadError(
                f"the byte 0x{byte:02X} is no UTF-8, which exports of WordPress are in",
                path=self._path,
                line=line,
                hint="Export again, and open the file in no other program before",
            ) from None
        self._lines += text.count("\n")
        return text

    def _begun(self, text: str, is_last: bool) -> str:
        """The text from its first character on: plugins may write blank lines before it."""
        begun = text.lstrip()
        self._has_begun = bool(begun)
        self._skipped_lines += text.count("\n", 0, len(text) - len(begun))
        if is_last and not begun:
            raise UsageError("the file is empty", path=self._path, hint=_EXPORT)
        return begun

    def _parse(self, text: str, is_last: bool) -> None:
        try:
            self._events.parser.Parse(text.encode(), is_last)
        except TextEndsEarly:
            raise self._damaged("") from None
        except expat.ExpatError as error:
            if error.code not in _CUT_OFF:
                raise self._damaged(expat.ErrorString(error.code)) from None
            raise ReadError(
                "the export breaks off before its end",
                path=self._path,
                line=self._line,
                hint="Nothing was imported. Export again: the download was cut short",
            ) from None

    def _damaged(self, fault: str) -> ReadError:
        """The error to raise where the parser stands."""
        cause = f"the export is damaged: it is no well-formed XML ({fault})"
        if text := self._events.open_text:
            cause = f"the text in <{text}> ends too early: a “]]>” must stand in it"
        return ReadError(
            cause,
            path=self._path,
            line=self._line,
            hint="Nothing was imported. Export again, without plugins that change exports",
        )

    @property
    def _line(self) -> int:
        return self._events.parser.CurrentLineNumber + self._skipped_lines

    def _refuse(self, cause: str, hint: str) -> NoReturn:
        raise UsageError(cause, path=self._path, line=self._line, hint=hint or None)
