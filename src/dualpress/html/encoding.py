"""Bytes to text as a browser decodes a page, and back without a byte of difference.

The order is that of the HTML standard ("Determining the character encoding" and
"Changing the encoding while parsing"): a byte order mark, the declaration in the
first 1024 bytes, one further on in the head, then UTF-8 where the bytes are valid
UTF-8 and windows-1252 where they are not.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any, NamedTuple

import webencodings
from html5lib._inputstream import EncodingParser

from dualpress.article import Source, Span
from dualpress.html.offsets import parse
from dualpress.html.tree import Node

__all__ = ["Decoded", "can_encode", "decode", "decode_like", "encoder", "slicer"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16le"),
    (codecs.BOM_UTF16_BE, "utf-16be"),
)
_PRESCAN_BYTES = 1024
# What a parser reads as ASCII so far is no UTF-16, whatever it declares.
_READ_AS = {"utf-16le": "utf-8", "utf-16be": "utf-8", "x-user-defined": "windows-1252"}
# What html5lib finds in most pages, byte by byte.
_DECLARES_UTF_8 = re.compile(
    rb"\s*(?:<!doctype html>\s*)?(?:<html(?: [a-z:]+=\"[^\"<>]*\")*>\s*)?(?:<head>\s*)?"
    rb"<meta charset=\"utf-8\" ?/?>",
    re.IGNORECASE,
)
_REFUSED = "the page declares an encoding that browsers refuse to read"
# Decoding with these keeps what is invalid recognisable, so that encoding
# gives the very bytes again: the first for stray bytes, the second for the
# lone surrogates that a `str` (or UTF-16) may hold.
_REVERSIBLE = ("surrogateescape", "surrogatepass")


class Decoded(NamedTuple):
    """A decoded page, and what is wrong with what it says of its encoding."""

    source: Source
    contradiction: str | None


def decode(page: bytes | str) -> Decoded:
    """Decode a page.

    Args:
        page: its bytes; or text, which counts as UTF-8 whatever it declares.
    """
    if isinstance(page, str):
        text = page.removeprefix("\ufeff")
        bom = codecs.BOM_UTF8 if text != page else b""
        return Decoded(Source(page.encode("utf-8", "surrogatepass"), text, "utf-8", bom), None)
    for bom, name in _BOMS:
        if page.startswith(bom):
            return _decode_as(page, name, bom, declared=True)
    if _DECLARES_UTF_8.match(page, 0, _PRESCAN_BYTES):
        return _decode_as(page, "utf-8", b"", declared=True)
    declared = EncodingParser(page[:_PRESCAN_BYTES]).getEncoding() or _declared_late(page)
    if declared is not None and declared.name != "replacement":
        return _decode_as(page, _READ_AS.get(declared.name, declared.name), b"", declared=True)
    fallback = "windows-1252" if _utf_8(page) is None else "utf-8"
    decoded = _decode_as(page, fallback, b"", declared=False)
    return decoded if declared is None else decoded._replace(contradiction=_REFUSED)


def _declared_late(page: bytes) -> Any:
    """The encoding that a ``meta`` of the head declares, wherever in it that stands."""
    if b"charset" not in page.lower():
        return None
    text = page.decode("latin-1")  # a tag is ASCII in all that may be declared
    declared = (
        EncodingParser(text[token.start : token.end].encode("latin-1")).getEncoding()
        for token in parse(text).tokens
        if token.name == "meta" and token.node is not None and _is_in_head(token.node)
    )
    return next(filter(None, declared), None)


def _is_in_head(node: Node) -> bool:
    return node.name == "meta" and node.parent is not None and node.parent.name == "head"


def _decode_as(page: bytes, name: str, bom: bytes, *, declared: bool) -> Decoded:
    body = page[len(bom) :]
    if name == "utf-8" and (valid := _utf_8(body)) is not None:
        return Decoded(Source(page, valid, name, bom), None)
    text = _reversibly(body, name)
    contradiction = _contradiction(body, name) if declared else None
    return Decoded(Source(page, text, name, bom), contradiction)


def _reversibly(body: bytes, name: str) -> str:
    """Decode bytes without a mark; what is invalid stays recognisable, and encodes as it was.

    Args:
        body: without byte order mark.
        name: of the encoding, as the WHATWG has it.
    """
    codec = _codec(name)
    for errors in _REVERSIBLE:
        try:
            text, _ = codec.decode(body, errors)
        except UnicodeError:
            continue
        if _encodes_to(text, codec, errors, body):
            return text
    return codec.decode(body, "replace")[0]


def decode_like(source: Source, body: bytes) -> str:
    """Decode bytes as a page was: what is invalid in both reads the same.

    Args:
        source: the page.
        body: without byte order mark; invalid in no other way than the page.
    """
    return _codec(source.encoding).decode(body, _errors_of(source) or "replace")[0]


def _errors_of(source: Source) -> str | None:
    """How the invalid bytes of a page were decoded, if they can be had back from its text."""
    body = source.data[len(source.bom) :]
    codec = _codec(source.encoding)
    ways = (errors for errors in _REVERSIBLE if _encodes_to(source.text, codec, errors, body))
    return next(ways, None)


def _contradiction(body: bytes, name: str) -> str | None:
    """Say how the bytes contradict the encoding that the page declares."""
    claims_unicode = name in ("utf-8", "utf-16le", "utf-16be")
    if not claims_unicode and not body.isascii() and _utf_8(body) is not None:
        return f"the page declares {name}, but its bytes are UTF-8"
    try:
        _codec(name).decode(body)
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        byte = body[error.start]
        return f"the page declares {name}, but the byte 0x{byte:02X} on line {line} is not {name}"
    return None


def slicer(source: Source) -> Callable[[Span], bytes]:
    """Return a function from a span of the text to the bytes that it was decoded from."""
    codec = _codec(source.encoding)
    errors = _errors_of(source)
    if errors is not None:
        return lambda span: codec.encode(source.text[span.start : span.end], errors)[0]
    body = source.data[len(source.bom) :]
    offsets = _byte_offsets(body, codec)
    return lambda span: body[offsets[span.start] : offsets[span.end]]


def can_encode(text: str, encoding: str) -> bool:
    """Whether a page's encoding holds a text as it is."""
    try:
        _codec(encoding).encode(text)
    except UnicodeEncodeError:
        return False
    return True


def encoder(encoding: str) -> Callable[[str], bytes]:
    """Return a function that encodes new text for a page; what it lacks becomes ``&#…;``."""
    codec = _codec(encoding)
    return lambda text: codec.encode(text, "xmlcharrefreplace")[0]


def _byte_offsets(body: bytes, codec: codecs.CodecInfo) -> list[int]:
    """Where each character of an irreversibly decoded text begins, and the end."""
    decoder = codec.incrementaldecoder("replace")
    offsets: list[int] = []
    start = 0
    for position in range(len(body)):
        count = len(decoder.decode(body[position : position + 1]))
        if count:
            offsets.extend([start] * count)
            start = position + 1
    offsets.extend([start] * len(decoder.decode(b"", final=True)))
    offsets.append(len(body))
    return offsets


@lru_cache
def _codec(name: str) -> codecs.CodecInfo:
    """The codec of an encoding, as the Encoding Standard has it."""
    found = webencodings.lookup(name)
    codec = found.codec_info if found is not None else codecs.lookup(name)
    return _with_controls(codec) if name.startswith("windows-") else codec


def _with_controls(codec: codecs.CodecInfo) -> codecs.CodecInfo:
    """A Windows code page in which the bytes 80 to 9F that Microsoft left open are controls.

    https://encoding.spec.whatwg.org/#legacy-single-byte-encodings
    """
    characters, _ = codec.decode(bytes(range(256)), "replace")
    undefined = "\ufffe"
    table = "".join(
        character if character != "\ufffd" else chr(byte) if byte < 0xA0 else undefined
        for byte, character in enumerate(characters)
    )
    bytes_of = codecs.charmap_build(table)
    return codecs.CodecInfo(
        name=codec.name,
        encode=lambda text, errors="strict": codecs.charmap_encode(text, errors, bytes_of),
        decode=lambda body, errors="strict": codecs.charmap_decode(body, errors, table),
    )


def _utf_8(body: bytes) -> str | None:
    """Valid UTF-8 as text, which encodes to the same bytes again; ``None`` for other bytes."""
    try:
        return body.decode()
    except UnicodeDecodeError:
        return None


def _encodes_to(text: str, codec: codecs.CodecInfo, errors: str, body: bytes) -> bool:
    try:
        return codec.encode(text, errors)[0] == body
    except UnicodeEncodeError:
        return False
