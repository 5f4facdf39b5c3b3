"""What a page is encoded in, and what it says of that.

A byte order mark counts most, then what the page declares in its first bytes:
https://html.spec.whatwg.org/multipage/parsing.html#determining-the-character-encoding
"""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING, NamedTuple

from dualpress.site.verify.facts import Encoding, Reference

if TYPE_CHECKING:
    import webencodings

__all__ = ["DecodedPage", "charset_of", "decode_page"]

_PRESCAN_BYTES = 1024
_LATE_BYTES = 16384
"""Where browsers no longer look, programs put it into a long head all the same."""

_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")
_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*(?P<label>[^\s;\"']+)", re.IGNORECASE)


class DecodedPage(NamedTuple):
    """A page as text, and what is to be known of its encoding."""

    text: str
    encoding: Encoding


def decode_page(data: bytes, served: str = "") -> DecodedPage:
    """Decode a page.

    Args:
        data: its bytes.
        served: the ``charset`` of its ``Content-Type``; empty where there is none.
    """
    import webencodings

    declared = _declared(data)
    # What is UTF-8 is read as that, whatever it declares: one mistake is told once.
    fallback = "utf-8" if _is_utf8(data) else _of_label(declared) or "windows-1252"
    text, used = webencodings.decode(data, fallback)
    return DecodedPage(text, Encoding(declared, _fault(data, used, declared, served)))


def charset_of(content_type: str) -> str:
    """The ``charset`` of a ``Content-Type``; empty where it has none."""
    found = _CHARSET.search(content_type)
    return found["label"] if found else ""


def _fault(
    data: bytes, used: webencodings.Encoding, declared: Reference | None, served: str
) -> str | None:
    """What is wrong with what a page and its server say of its letters; a sentence.

    Those of ASCII are the same in all encodings.
    """
    import webencodings

    if data.isascii():
        return None
    at_server = webencodings.lookup(served)
    if at_server and at_server.name != used.name:
        return f"The server says that the page is in {served}, and it is in {used.name}"
    if data.startswith(_BOMS):
        return None
    if declared is None:
        said = at_server is not None
        return None if said else "The page does not declare the encoding of its letters"
    if _of_label(declared) is None:
        return f"“{declared.value}” is no encoding that browsers know"
    return _contradiction(data, used, declared.value)


def _contradiction(data: bytes, used: webencodings.Encoding, label: str) -> str | None:
    """How the bytes contradict what the page declares."""
    if used.name != _of_label(Reference(label, 1)):
        return f"The page declares {label}, and its letters are in {used.name}"
    if used.name != "utf-8":
        return None
    try:
        data.decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        return f"The page declares {label}, and a letter on line {line} is in another encoding"
    return None


def _of_label(declared: Reference | None) -> str | None:
    """The encoding that a page declares: what it can be read as so far is no UTF-16."""
    import webencodings

    found = webencodings.lookup(declared.value) if declared else None
    if found is None:
        return None
    return "utf-8" if found.name.startswith("utf-16") else found.name


def _declared(data: bytes) -> Reference | None:
    """What the first ``meta`` of the head that tells of an encoding says."""
    if b"charset" not in data[:_LATE_BYTES].lower():
        return None
    for length in (_PRESCAN_BYTES, _LATE_BYTES):
        reader = _Declaration()
        reader.feed(data[:length].decode("latin-1"))  # a tag is ASCII in all that may be declared
        if reader.found:
            return reader.found
    return None


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode()
    except UnicodeDecodeError:
        return False
    return True


class _Declaration(HTMLParser):
    """Looks for the first declaration of an encoding."""

    def __init__(self) -> None:
        super().__init__()
        self.found: Reference | None = None
        self._is_over = False

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        """``<![``: a comment to a browser, an error to the parser where it knows not the word."""
        return self.parse_bogus_comment(i, bool(report))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what a ``meta`` says."""
        self._is_over = self._is_over or tag == "body"
        if tag != "meta" or self.found or self._is_over:
            return
        attributes = {name: value or "" for name, value in reversed(attrs)}
        label = attributes.get("charset", "").strip()
        if attributes.get("http-equiv", "").strip().lower() == "content-type":
            label = label or charset_of(attributes.get("content", ""))
        if label:
            self.found = Reference(label, self.getpos()[0])
