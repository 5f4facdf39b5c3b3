"""Text in a WXR file.

WordPress writes its texts in CDATA sections as they are, and with them control
characters that XML has no way to write (https://www.w3.org/TR/xml/#charsets).
Its importer reads such a file by patterns, where no XML parser can.
"""

from __future__ import annotations

import re

__all__ = ["cdata", "is_xml"]

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_END = "]]>"


def is_xml(text: str) -> bool:
    """Whether XML can hold every character of a text."""
    return _NOT_IN_XML.search(text) is None


def cdata(text: str, *, in_xml: bool = True) -> str:
    """A text as it stands in an element.

    Args:
        text: as it is to be read.
        in_xml: whether an XML parser is to read the file. A carriage return is
            then written so that it does not become a line feed
            (https://www.w3.org/TR/xml/#sec-line-ends), and what XML cannot
            hold is left out.
    """
    safe = text.replace(_END, "]]]]><![CDATA[>")
    if in_xml:
        safe = _NOT_IN_XML.sub("", safe).replace("\r", "]]>&#13;<![CDATA[")
    return f"<![CDATA[{safe}]]>"
