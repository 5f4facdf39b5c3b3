"""The links in the header of an answer: versions and canonical addresses may stand there too.

https://www.rfc-editor.org/rfc/rfc8288#section-3
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from dualpress.site.verify.facts import Alternate, PageFacts, Reference

__all__ = ["note_link_header"]

_LINK = re.compile(r"<(?P<href>[^<>]*)>(?P<rest>[^<]*)")
_PARAMETER = re.compile(
    r";\s*(?P<name>[\w*-]+)\s*=\s*(?:\"(?P<quoted>[^\"]*)\"|(?P<bare>[^\s;,\"]+))"
)


def note_link_header(facts: PageFacts, header: str) -> None:
    """Add the versions and the canonical address of a header to what its page says.

    Args:
        facts: of the page.
        header: the value of ``Link``; where it was sent more than once, with
            commas between.
    """
    for href, parameters in _links(header):
        relations = parameters.get("rel", "").lower().split()
        if "canonical" in relations:
            facts.canonicals.append(Reference(href, 1))
        if "alternate" in relations and parameters.get("hreflang"):
            facts.alternates.append(Alternate(parameters["hreflang"].strip(), href, 1))


def _links(header: str) -> Iterator[tuple[str, dict[str, str]]]:
    for link in _LINK.finditer(header):
        parameters = {
            found["name"].lower(): found["quoted"] or found["bare"] or ""
            for found in reversed(list(_PARAMETER.finditer(link["rest"])))
        }
        yield link["href"].strip(), parameters
