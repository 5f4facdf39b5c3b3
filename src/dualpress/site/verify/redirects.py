"""Which addresses of a site lead elsewhere, as its files tell.

``redirects.json`` is dualpress's own; ``_redirects`` is what hosts of static
sites read: https://docs.netlify.com/manage/routing/redirects/overview/
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NamedTuple

from dualpress.site.verify.json_data import json_of

__all__ = [
    "REDIRECTS_NAME",
    "REDIRECT_LIST_NAME",
    "Redirection",
    "read_redirect_list",
    "read_redirects",
]

REDIRECTS_NAME = "redirects.json"
REDIRECT_LIST_NAME = "_redirects"

_MOVED = frozenset({"301", "302", "303", "307", "308"})
_GONE = "410"
_PATTERN = (":", "*")


class Redirection(NamedTuple):
    """An address that leads elsewhere.

    Args:
        source: the address, or its path.
        target: where it leads; ``None`` where there is nothing any more.
        file: that says so.
        line: where in that.
    """

    source: str
    target: str | None
    file: str
    line: int


def read_redirects(data: bytes) -> list[Redirection]:
    """Read ``redirects.json``; what is no such list tells of none."""
    document = json_of(data)
    if isinstance(document, dict):
        document = document.get("redirects")
    if not isinstance(document, list):
        return []
    text = data.decode("utf-8", "replace")
    return [
        Redirection(source, target, REDIRECTS_NAME, _line_of(text, source))
        for source, target in _items(document)
    ]


def _items(items: list[Any]) -> Iterator[tuple[str, str | None]]:
    for item in items:
        if isinstance(item, dict) and isinstance(item.get("from"), str):
            target = item.get("to")
            yield item["from"], target if isinstance(target, str) else None


def _line_of(text: str, source: str) -> int:
    """The line that names an address first, as JSON writes it."""
    places = (text.find(json.dumps(source, ensure_ascii=is_ascii)) for is_ascii in (False, True))
    place = next((found for found in places if found >= 0), 0)
    return text.count("\n", 0, place) + 1


def read_redirect_list(data: bytes) -> list[Redirection]:
    """Read ``_redirects``: a line each of address, target and status.

    What holds for many addresses at once, or for some readers alone, is left
    out, and so is what shows another page without sending readers there.
    """
    lines = enumerate(data.decode("utf-8-sig", "replace").splitlines(), 1)
    found = (_of_line(line.partition(" #")[0].split(), number) for number, line in lines)
    return [redirection for redirection in found if redirection]


def _of_line(words: list[str], number: int) -> Redirection | None:
    if len(words) < 2 or words[0].startswith("#"):
        return None
    source, rest = words[0], words[1:]
    status = (rest[1] if len(rest) > 1 else "301").rstrip("!")
    is_for_all = not any("=" in word and "/" not in word.partition("=")[0] for word in rest)
    path = source.partition("://")[2] or source
    if not is_for_all or any(mark in path for mark in _PATTERN):
        return None
    if status == _GONE:
        return Redirection(source, None, REDIRECT_LIST_NAME, number)
    return Redirection(source, rest[0], REDIRECT_LIST_NAME, number) if status in _MOVED else None
