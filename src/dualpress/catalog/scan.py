r"""The lines of a PO file, checked and written so that polib reads them right.

polib 1.2 takes a good file well, but it

* cuts the last letter of a string whose closing quotation mark is missing,
  and drops an entry whose ``msgstr`` is missing (a file cut short);
* skips ``#~|``, so the previous source of an obsolete entry is lost
  (izimobil/polib#158);
* knows neither octal nor hexadecimal escapes;
* refuses comments without a space after the ``#``, and drops all but one
  ``#`` of ``##``;
* splits ``#:`` at spaces within a file name, which gettext sets between
  U+2068 and U+2069;
* gives no cause for what it refuses.

So each line is brought here into the one form that polib reads without loss.
Line numbers stay.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import polib

from dualpress.catalog.escapes import unquote
from dualpress.errors import CatalogError

__all__ = ["SPACE", "Scan", "scan"]

SPACE = "\0"
"""Stands for a space within a file name; no file name holds it."""

_MARKERS = ("#~|", "#~", "#|", "#,", "#=", "#:", "#.", "#", "")

_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_KEYWORD = re.compile(r"(?:msgctxt|msgid|msgstr)\b(?!\[)")
_PLURAL = re.compile(r"msgid_plural\b|msgstr\[")

# Newer gettext knows "#=" beside "#,", for the flags that outlive a merge.
_MARKERS_OF_POLIB = {"#~|": "#|", "#=": "#,"}

# Git's marks of two versions that it could not merge.
_CONFLICT = re.compile(r"(?:<{7}|\|{7}|>{7})(?:\s|$)|={7}$")

_ISOLATED = re.compile("\u2068[^\u2069]*\u2069")

# Most lines are in the form that polib reads, and are known by one look.
_PLAIN_STATEMENT = re.compile(r'(?:msgctxt|msgid|msgstr) "[^"\\\0-\x1f]*+"')
_PLAIN_COMMENT = re.compile("#[.:] [^\\s\u2068][^\u2068]*+")

# What may stand before each statement of an entry.
_FOLLOWS = {
    "msgctxt": ("msgstr",),
    "msgid": ("msgstr", "msgctxt"),
    "msgstr": ("msgid",),
}


class Scan(NamedTuple):
    """A PO file as polib is to read it.

    Args:
        lines: as many as the file has.
        msgids: the numbers of the lines with a ``msgid``, from 1.
    """

    lines: tuple[str, ...]
    msgids: tuple[int, ...]


def scan(text: str, path: Path) -> Scan:
    """Check the lines of a PO file, and write them as polib reads them right.

    Args:
        text: the file, decoded.
        path: the file, for errors.

    Raises:
        CatalogError: a line is none of a PO file, or cannot stand where it does.
    """
    scanner = _Scanner(path)
    lines = tuple(scanner.read(line.strip()) for line in text.split("\n"))
    scanner.finish()
    return Scan(lines, tuple(scanner.msgids))


class _Scanner:
    """Takes one line after the other."""

    def __init__(self, path: Path) -> None:
        self.msgids: list[int] = []
        self._path = path
        self._number = 0
        self._last = "msgstr"

    def read(self, line: str) -> str:
        self._number += 1
        if not line:
            return line
        if _PLAIN_COMMENT.fullmatch(line):
            return line
        if _PLAIN_STATEMENT.fullmatch(line):
            self._follow(line)
            return line
        if _CONFLICT.match(line):
            raise self._error(
                "Two versions of this file were merged by a tool that could not decide",
                "Keep one of the two parts, and delete the lines <<<<<<<, ======= and >>>>>>>",
            )
        marker = next(marker for marker in _MARKERS if line.startswith(marker))
        if marker == "#":
            # All of it, since polib takes the comment's own "#" away, each of them.
            return f"# {line}"
        body = self._body(marker, line.removeprefix(marker).strip())
        return f"{_MARKERS_OF_POLIB.get(marker, marker)} {body}".strip() if body else ""

    def finish(self) -> None:
        if self._last != "msgstr":
            raise self._error(
                "The file ends in the middle of an entry", "Take the whole file from a backup"
            )

    def _body(self, marker: str, body: str) -> str:
        match marker:
            case "#~|" | "#|":
                return self._statement(body)
            case "#~" | "":
                self._follow(body)
                return self._statement(body)
            case "#:":
                return _ISOLATED.sub(lambda name: re.sub(r"\s", SPACE, name[0]), body)
            case _:
                return body

    def _follow(self, statement: str) -> None:
        """Refuse a statement that cannot stand after the last one."""
        keyword = _KEYWORD.match(statement)
        if keyword is None:
            return
        if self._last not in _FOLLOWS[keyword[0]]:
            missing = "msgstr" if self._last == "msgid" else "msgid"
            raise self._error(f"There is no {missing} before this {keyword[0]}")
        if keyword[0] == "msgid":
            self.msgids.append(self._number)
        self._last = keyword[0]

    def _statement(self, statement: str) -> str:
        """A keyword and a string, or the string alone that goes on with the line above."""
        if not statement:
            return ""
        keyword = _KEYWORD.match(statement)
        name = keyword[0] if keyword else ""
        strings = statement.removeprefix(name)
        if _STRING.sub("", strings).strip() or not strings.strip():
            raise self._not_a_statement(statement)
        try:
            value = "".join(unquote(string) for string in _STRING.findall(strings))
        except ValueError as error:
            raise self._error("An escape such as \\340 stands for no letter of UTF-8") from error
        return f'{name} "{polib.escape(value)}"'.strip()

    def _not_a_statement(self, statement: str) -> CatalogError:
        if _PLURAL.match(statement):
            return self._error("An entry has plural forms, which no sentence of an article has")
        if statement.startswith('"') or _KEYWORD.match(statement):
            return self._error(
                "A quotation mark is missing, or one too many",
                'Write a quotation mark within the text as \\"',
            )
        return self._error("This line is not part of a PO file")

    def _error(self, cause: str, hint: str | None = None) -> CatalogError:
        return CatalogError(cause, path=self._path, line=self._number, hint=hint)
