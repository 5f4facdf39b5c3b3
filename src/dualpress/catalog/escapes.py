r"""How a PO file writes a string between its quotation marks.

The escapes are those of C (gettext manual, "The Format of PO Files"):
``\n``, ``\t``, ``\"`` …, and bytes of the file's encoding as ``\ooo`` (octal)
or ``\xhh``.
"""

from __future__ import annotations

import re

__all__ = ["quote", "unquote"]

_LETTERS = {
    "a": "\a",
    "b": "\b",
    "f": "\f",
    "n": "\n",
    "r": "\r",
    "t": "\t",
    "v": "\v",
    "\\": "\\",
    '"': '"',
}

# U+0085, U+2028 and U+2029 end no line of a PO file and have no escape in it.
_CONTROLS = {control: f"\\{control:03o}" for control in (*range(0x20), 0x7F)}
_ESCAPES = str.maketrans({**_CONTROLS, **{ord(c): f"\\{name}" for name, c in _LETTERS.items()}})
_ESCAPED = re.compile(r'[\0-\x1f\x7f"\\]')

_BYTE = r"\\(?:[0-7]{1,3}|x[0-9A-Fa-f]{1,2})"
_ESCAPE = re.compile(rf'(?P<bytes>(?:{_BYTE})+)|\\(?P<letter>[abfnrtv\\"])')
_ONE_BYTE = re.compile(_BYTE)


def quote(text: str) -> str:
    """A string as a PO file has it, with its quotation marks."""
    # Translated character by character, and most texts have nothing to escape.
    return f'"{text.translate(_ESCAPES) if _ESCAPED.search(text) else text}"'


def unquote(quoted: str) -> str:
    """What stands between the quotation marks, unescaped.

    Args:
        quoted: with its quotation marks. A backslash before what is no escape
            stands for itself.

    Raises:
        ValueError: escaped bytes are not UTF-8.
    """
    return _ESCAPE.sub(_unescape, quoted[1:-1])


def _unescape(match: re.Match[str]) -> str:
    if match["letter"]:
        return _LETTERS[match["letter"]]
    return bytes(_byte(escape) for escape in _ONE_BYTE.findall(match["bytes"])).decode()


def _byte(escape: str) -> int:
    return int(escape[2:], 16) if escape[1] == "x" else int(escape[1:], 8)
