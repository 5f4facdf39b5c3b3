"""Units to TMX 1.4, the same bytes for the same units."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from dualpress.article import Language, split_tags
from dualpress.errors import WriteError
from dualpress.files import reason
from dualpress.memory.tmx.unit import Unit

__all__ = ["write_tmx"]

# Without a date: it would be that of the clock.
_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4">
<header creationtool="dualpress" creationtoolversion={version} segtype="sentence" \
o-tmf="dualpress" adminlang="en" srclang="en" datatype="html"/>
<body>
"""
_FOOT = "</body>\n</tmx>\n"

# XML 1.0, production 2: other characters cannot stand in a file, escaped or not.
_NOT_XML = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")


def write_tmx(path: Path, units: Iterable[Unit]) -> int:
    """Write a TMX file, whole or not at all.

    Inline tags become ``bpt``, ``ept`` and ``ph``, which hold the tags of the
    PO for tools that show them.

    Args:
        path: the file; the folders above it are made where they are missing.
        units: what to write, in order; their tags fit each other. One with a
            character that XML has not is left out.

    Returns:
        How many units it has.

    Raises:
        WriteError: it cannot be written; what stood there still stands.
    """
    from dualpress import __version__

    temporary = path.parent / f".{secrets.token_hex(8)}.tmp"
    count = 0
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("x", encoding="utf-8", newline="\n") as file:
            file.write(_HEAD.format(version=quoteattr(__version__)))
            for unit in units:
                if not (_NOT_XML.search(unit.source) or _NOT_XML.search(unit.target)):
                    file.writelines(_lines(unit))
                    count += 1
            file.write(_FOOT)
        temporary.replace(path)
    except OSError as error:
        raise WriteError(f"the file cannot be written: {reason(error)}", path=path) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)
    return count


def _lines(unit: Unit) -> Iterator[str]:
    source = f' srclang="{unit.source_language}"' if unit.source_language is not Language.EN else ""
    changed = unit.changed and f"{unit.changed.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"<tu{source}{f' changedate={quoteattr(changed)}' if changed else ''}>\n"
    if unit.article:
        yield f'<prop type="x-article">{escape(unit.article)}</prop>\n'
    yield _variant(unit.source_language, unit.source)
    yield _variant(unit.target_language, unit.target)
    yield "</tu>\n"


def _variant(language: Language, tagged: str) -> str:
    return f'<tuv xml:lang="{language}"><seg>{_segment(tagged)}</seg></tuv>\n'


def _segment(tagged: str) -> str:
    return "".join(
        escape(text) + (_element(tag) if tag else "") for text, tag in split_tags(tagged)
    )


def _element(tag: re.Match[str]) -> str:
    shown, pair, alone = escape(tag[0]), tag["g"], tag["x"]
    if alone:
        return f'<ph x="{alone}">{shown}</ph>'
    if tag["close"]:
        return f'<ept i="{pair}">{shown}</ept>'
    return f'<bpt i="{pair}" x="{pair}">{shown}</bpt>'
