"""Where the attributes of a start tag stand, by the HTML standard's tokenisation.

https://html.spec.whatwg.org/multipage/parsing.html#before-attribute-name-state
and the states after it. The input is a start tag that a tokenizer has already
found whole, so only those states are needed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from dualpress.article import Span

__all__ = ["Attribute", "find_attributes"]


class Attribute(NamedTuple):
    """One attribute of a start tag.

    Args:
        name: in lower case.
        span: of the whole attribute, offsets in the source of the page.
        value: where its value stands, without quotes; ``None`` where it has none.
        quote: ``"``, ``'`` or the empty string.
    """

    name: str
    span: Span
    value: Span | None
    quote: str


# White space is that of HTML, which `\s` has a character more than.
_TAG_NAME = re.compile(r"<[^ \t\n\f\r/>]*")
_ATTRIBUTE = re.compile(
    r"""
    [ \t\n\f\r/]*
    (?P<name>=[^ \t\n\f\r/>=]*|[^ \t\n\f\r/>=]+)
    (?:
        [ \t\n\f\r]*=[ \t\n\f\r]*
        (?:
            "(?P<double>[^"]*)"
            | '(?P<single>[^']*)'
            | (?P<bare>[^ \t\n\f\r>"'][^ \t\n\f\r>]*)
        )?
    )?
    """,
    re.VERBOSE,
)


def find_attributes(tag: str, offset: int = 0) -> Iterator[Attribute]:
    """Yield the attributes of a start tag in source order.

    Of two attributes of one name a browser keeps the first; so does this.

    Args:
        tag: the source of a start tag, ``<`` to ``>``.
        offset: where it stands in the page.
    """
    seen: set[str] = set()
    opening = _TAG_NAME.match(tag)
    position = opening.end() if opening else 0
    while match := _ATTRIBUTE.match(tag, position):
        position = match.end()
        name = match["name"].lower()
        if name not in seen:
            seen.add(name)
            yield _attribute(match, name, offset)


def _attribute(match: re.Match[str], name: str, offset: int) -> Attribute:
    span = Span(match.start("name") + offset, match.end() + offset)
    for group, quote in (("double", '"'), ("single", "'"), ("bare", "")):
        if match[group] is not None:
            value = Span(match.start(group) + offset, match.end(group) + offset)
            return Attribute(name, span, value, quote)
    return Attribute(name, span, None, "")
