"""The text of an export, made fit for an XML parser so that nothing of it is lost.

WordPress writes what its database holds into CDATA, control characters and carriage
returns among it. XML 1.0 forbids the first, and lets a parser read the second as
line feeds. Both pass the parser as two characters for private use, and are put back behind it.

https://www.w3.org/TR/xml/#charsets, https://www.w3.org/TR/xml/#sec-line-ends
"""

from __future__ import annotations

import re

__all__ = ["XmlText", "restored"]

_ESCAPE = "\U0010fffd"
_BASE = 0x10F000
_FORBIDDEN = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff{_ESCAPE}]")
_FORBIDDEN_OR_RETURN = re.compile(f"[\x00-\x08\x0b-\x1f\ufffe\uffff{_ESCAPE}]")
_ESCAPED = re.compile(f"{_ESCAPE}(.)", re.DOTALL)
# Out of the range of the others, which stand for themselves moved by _BASE.
_APART = {"\ufffe": 0x10F100, "\uffff": 0x10F101, _ESCAPE: 0x10F102}
_CHARACTERS = {chr(code): character for character, code in _APART.items()}
_MARK = re.compile(r"(<!\[CDATA\[|\]\]>)")
_PART_OF_MARK = re.compile(r"(?:<!?\[?C?D?A?T?A?|\]\]?)\Z")
_LONGEST_PART = 8


class XmlText:
    """Makes the text of a file fit for a parser, piece by piece.

    A carriage return counts where it stands in CDATA, and where the file's own lines
    end without one: else some program has put one before every line feed.
    """

    def __init__(self) -> None:
        self._is_cdata = False
        self._rest = ""
        self._keeps_returns: bool | None = None

    def fit(self, text: str, *, is_last: bool = False) -> str:
        """Make a piece of the text fit; what may be half of a mark waits for the next piece."""
        text = self._rest + text
        if self._keeps_returns is None and (end := text.find("\n")) >= 0:
            self._keeps_returns = not text[:end].endswith("\r")
        part = None if is_last else _PART_OF_MARK.search(text, max(len(text) - _LONGEST_PART, 0))
        self._rest = part[0] if part else ""
        return "".join(map(self._fit, _MARK.split(text[: part.start()] if part else text)))

    def _fit(self, piece: str) -> str:
        if piece == "<![CDATA[" or piece == "]]>":
            self._is_cdata = piece != "]]>"
            return piece
        keeps_returns = self._is_cdata and self._keeps_returns
        pattern = _FORBIDDEN_OR_RETURN if keeps_returns else _FORBIDDEN
        return pattern.sub(_escaped, piece)


def restored(text: str) -> str:
    """What a parser gives of fitted text, as it stands in the file."""
    return _ESCAPED.sub(_character, text) if _ESCAPE in text else text


def _escaped(match: re.Match[str]) -> str:
    character = match[0]
    return _ESCAPE + chr(_APART.get(character) or _BASE + ord(character))


def _character(match: re.Match[str]) -> str:
    return _CHARACTERS.get(match[1]) or chr(ord(match[1]) - _BASE)
