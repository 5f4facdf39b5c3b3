"""Where the strings of a TOML document's first table stand.

``tomllib`` says what a document holds and not where; this says where, of a
document that ``tomllib`` has read. https://toml.io/en/v1.0.0
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator

from dualpress.article import Span

__all__ = ["find_toml_strings"]

_TOKEN = re.compile(
    r"""
    (?P<space>[ \t\r]+|\#[^\n]*)
  | (?P<newline>\n)
  | (?P<string>
        \"{3}(?:[^\\]|\\.)*?\"{3,5} | \'{3}.*?\'{3,5}
      | "(?:[^"\\\n]|\\.)*" | '[^'\n]*'
    )
  | (?P<opening>[\[{])
  | (?P<closing>[\]}])
  | (?P<equals>=)
  | (?P<other>,|[^\s"'\[\]{}\#,=]+)
    """,
    re.VERBOSE | re.DOTALL,
)
_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")


def find_toml_strings(document: str) -> Iterator[tuple[str, Span]]:
    """Yield key and place of each string before the first table header.

    Args:
        document: valid TOML.
    """
    for statement in _statements(document):
        if statement[0].lastgroup == "opening":
            return
        kinds = [token.lastgroup for token in statement]
        if kinds in (["other", "equals", "string"], ["string", "equals", "string"]):
            key = _key(statement[0])
            if key is not None:
                yield key, Span(*statement[2].span())


def _statements(document: str) -> Iterator[list[re.Match[str]]]:
    """Yield the tokens of each key and value, or table header."""
    statement: list[re.Match[str]] = []
    depth = 0
    for token in _TOKEN.finditer(document):
        depth += {"opening": 1, "closing": -1}.get(token.lastgroup or "", 0)
        if token.lastgroup == "newline" and not depth and statement:
            yield statement
            statement = []
        elif token.lastgroup not in ("space", "newline"):
            statement.append(token)
    if statement:
        yield statement


def _key(token: re.Match[str]) -> str | None:
    """The key that a token is alone; ``None`` for one with dots."""
    if token.lastgroup == "string":
        return str(tomllib.loads(f"key = {token[0]}")["key"])
    return token[0] if _BARE_KEY.fullmatch(token[0]) else None
