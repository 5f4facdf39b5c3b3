"""The header of a PO file: what its fields say, and what they must say."""

from __future__ import annotations

import re
from datetime import datetime

from dualpress.article import Language

__all__ = ["Header", "charset", "complete_header", "format_header", "language", "parse_header"]

Header = tuple[tuple[str, str], ...]
"""Field names and values, in the order of the file."""

# CLDR, Plural Rules: in Hindi 0 and 1 are "one", in English 1 alone.
_PLURAL_FORMS = {
    Language.EN: "nplurals=2; plural=(n != 1);",
    Language.HI: "nplurals=2; plural=(n > 1);",
}

_UTF_8 = "text/plain; charset=UTF-8"

_CHARSET = re.compile(r"charset=([^\s;]+)", re.IGNORECASE)


def parse_header(msgstr: str) -> Header:
    """The fields of a header; a line without a name goes on with the field above."""
    fields: dict[str, str] = {}
    last = ""
    for line in msgstr.split("\n"):
        name, colon, value = line.partition(":")
        if colon:
            last = name.strip()
            fields[last] = value.strip()
        elif line.strip() and last:
            fields[last] += f"\n{line}"
    return tuple(fields.items())


def format_header(header: Header) -> str:
    """The ``msgstr`` of a header with these fields."""
    return "".join(f"{name}: {value}\n" for name, value in header)


def language(header: Header) -> Language | None:
    """The language of the translations (``hi`` of ``hi_IN``), if it is one of the two."""
    code = re.split("[-_@.]", dict(header).get("Language", ""))[0].lower()
    return next((known for known in Language if known.value == code), None)


def charset(header: Header) -> str | None:
    """The encoding that the header names, in lower case."""
    found = _CHARSET.search(dict(header).get("Content-Type", ""))
    return found[1].lower() if found else None


def complete_header(
    header: Header,
    *,
    article: str,
    source: Language,
    target: Language,
    created: datetime | None,
) -> Header:
    """The header with all fields that ``msgfmt --check`` and PO editors want.

    What the reviewer's tool wrote stays, and so does its order; only what
    would be wrong is put right. No clock is asked, so that the same catalog
    gives the same file.

    Args:
        header: the fields so far.
        article: the article's id.
        source: the language of the article.
        target: the language that it is translated into.
        created: when the source was last changed, if that is known.
    """
    fields = dict(header)
    date = f"{created:%Y-%m-%d %H:%M%z}" if created else None
    for name, value in _defaults(article, source, target, date).items():
        fields.setdefault(name, value)
    fields |= {"Project-Id-Version": article, "X-Source-Language": source.value}
    if date:
        fields["POT-Creation-Date"] = date
    if language(header) is not target:
        fields["Language"] = target.value
    if charset(header) not in ("utf-8", "utf8"):
        fields["Content-Type"] = _UTF_8
    return tuple(fields.items())


def _defaults(article: str, source: Language, target: Language, date: str | None) -> dict[str, str]:
    return {
        "Project-Id-Version": article,
        **({"POT-Creation-Date": date, "PO-Revision-Date": date} if date else {}),
        # As `msginit --no-translator` writes them.
        "Last-Translator": "Automatically generated",
        "Language-Team": "none",
        "Language": target.value,
        "MIME-Version": "1.0",
        "Content-Type": _UTF_8,
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": _PLURAL_FORMS[target],
        # Poedit's own field for the language of the msgids.
        "X-Source-Language": source.value,
        # Without a version, which would change every file at each release.
        "X-Generator": "dualpress",
    }
