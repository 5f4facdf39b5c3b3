"""Names of files: which all systems can hold, and which are one on some."""

from __future__ import annotations

import unicodedata
from pathlib import PurePath

import regex

__all__ = ["flaw_of", "folded"]

_LONGEST = 255
"""The bytes of a name on Linux; Windows and macOS take as many UTF-16 units, which are fewer."""

_FORBIDDEN = regex.compile(r'[\p{Cc}<>:"|?*\\/]')
_RESERVED = regex.compile(
    r"(?:con|prn|aux|nul|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?: *\..*| *)", regex.IGNORECASE
)
"""Devices on Windows, with any ending. (Microsoft, Naming Files, Paths, and Namespaces.)"""


def folded(path: PurePath | str) -> str:
    """What names have in common that Windows or macOS take for one.

    They tell neither upper from lower case nor, on macOS, a letter with a mark
    from letter and mark: a canonical caseless match (Unicode, chapter 3, D145).
    """
    text = path.as_posix() if isinstance(path, PurePath) else path
    return text.lower() if text.isascii() else _decomposed(_decomposed(text).casefold())


def flaw_of(name: str) -> str | None:
    """Say why some system cannot have a file of a name.

    Returns:
        What follows “the name”; ``None`` where all can.
    """
    if _FORBIDDEN.search(name):
        return "has a character that not every system allows"
    if name.endswith((".", " ")):
        return "ends in a stop or a space"
    if _RESERVED.fullmatch(name):
        return "is that of a device on Windows"
    if len(name.encode("utf-8", "surrogatepass")) > _LONGEST:
        return f"is longer than {_LONGEST} bytes"
    return None


def _decomposed(text: str) -> str:
    return unicodedata.normalize("NFD", text)
