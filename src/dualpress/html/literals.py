"""Strings of JSON, YAML and TOML with the offsets at which they stand.

JSON-LD and front matter are changed at offsets like the rest of the page:
only the literal of a translated string is replaced.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

import yaml

from dualpress.article import Slot, Span

__all__ = ["FrontMatter", "Literal", "find_front_matter", "find_json_strings"]


class Literal(NamedTuple):
    """A string of a structured text.

    Args:
        path: the keys and indices that lead to it.
        value: the string.
        span: of its literal, quotes included.
        slot: the syntax that it is written in.
    """

    path: tuple[str | int, ...]
    value: str
    span: Span
    slot: Slot


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The front matter of a post.

    Args:
        metadata: its values.
        end: where the page itself begins.
        literals: its strings at the top level.
    """

    metadata: dict[str, Any]
    end: int
    literals: tuple[Literal, ...]


# Line breaks inside strings are common in JSON-LD, and harmless.
_JSON = json.JSONDecoder(strict=False)
_JSON_SPACE = re.compile(r"[ \t\n\r]*")
_JSON_SCALAR = re.compile(r"-?[0-9][-+.0-9eE]*|true|false|null")


def find_json_strings(text: str, start: int = 0) -> tuple[list[Literal], int]:
    """Find all strings that are values in the JSON value at ``start``.

    Returns:
        The literals in source order, offsets into ``text``, and the end of the value.

    Raises:
        ValueError: there is no JSON value.
    """
    found: list[Literal] = []
    end = _walk(text, _skip(text, start), (), found)
    return found, end


def _walk(text: str, at: int, path: tuple[str | int, ...], found: list[Literal]) -> int:
    opening = text[at : at + 1]
    if opening == '"':
        value: str
        value, end = _JSON.raw_decode(text, at)
        found.append(Literal(path, value, Span(at, end), Slot.JSON))
        return end
    if opening == "{":
        return _walk_object(text, at, path, found)
    if opening == "[":
        return _walk_array(text, at, path, found)
    scalar = _JSON_SCALAR.match(text, at)
    if scalar is None:
        raise ValueError(f"no JSON value at {at}")
    return scalar.end()


def _walk_object(text: str, at: int, path: tuple[str | int, ...], found: list[Literal]) -> int:
    at = _skip(text, at + 1)
    while text[at : at + 1] != "}":
        if text[at : at + 1] != '"':
            raise ValueError(f"expected a key at {at}")
        key, at = _JSON.raw_decode(text, at)
        at = _skip(text, _expect(text, _skip(text, at), ":"))
        at = _skip(text, _walk(text, at, (*path, key), found))
        if text[at : at + 1] != "}":
            at = _skip(text, _expect(text, at, ","))
    return at + 1


def _walk_array(text: str, at: int, path: tuple[str | int, ...], found: list[Literal]) -> int:
    at = _skip(text, at + 1)
    index = 0
    while text[at : at + 1] != "]":
        at = _skip(text, _walk(text, at, (*path, index), found))
        index += 1
        if text[at : at + 1] != "]":
            at = _skip(text, _expect(text, at, ","))
    return at + 1


def _skip(text: str, at: int) -> int:
    space = _JSON_SPACE.match(text, at)
    return space.end() if space else at


def _expect(text: str, at: int, character: str) -> int:
    if text[at : at + 1] != character:
        raise ValueError(f"expected {character!r} at {at}")
    return at + 1


_YAML = re.compile(r"---[ \t]*\r?\n(?P<body>.*?)^---[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE)
_TOML = re.compile(
    r"\+\+\+[ \t]*\r?\n(?P<body>.*?)^\+\+\+[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_TOML_STRING = re.compile(
    r"""^(?P<key>[A-Za-z0-9_-]+)[ \t]*=[ \t]*"""
    r"""(?P<value>"(?!"")(?:[^"\\\r\n]|\\.)*"|'(?!'')[^'\r\n]*')""",
    re.MULTILINE,
)


def find_front_matter(text: str) -> FrontMatter | None:
    """Find YAML (``---``), TOML (``+++``) or JSON (``{``) front matter at the top of a post.

    Raises:
        ValueError: it is there but cannot be read; the message says why.
    """
    if match := _YAML.match(text):
        return _yaml(match)
    if match := _TOML.match(text):
        return _toml(match)
    if text.startswith("{"):
        return _json(text)
    return None


def _yaml(match: re.Match[str]) -> FrontMatter:
    body = match["body"]
    try:
        metadata = yaml.safe_load(body)
        root = yaml.compose(body, Loader=yaml.SafeLoader)
    except yaml.YAMLError as error:
        raise ValueError(f"its YAML front matter cannot be read: {_one_line(error)}") from None
    literals = _yaml_literals(root, match.start("body"))
    return _front_matter(metadata, match.end(), literals)


def _yaml_literals(root: yaml.Node | None, offset: int) -> Iterator[Literal]:
    if not isinstance(root, yaml.MappingNode):
        return
    for key, value in root.value:
        # A block scalar (`|`, `>`) is left alone: its span includes its indentation.
        is_string = isinstance(value, yaml.ScalarNode) and value.tag == "tag:yaml.org,2002:str"
        if is_string and value.style not in ("|", ">"):
            span = Span(value.start_mark.index + offset, value.end_mark.index + offset)
            yield Literal((str(key.value),), value.value, span, Slot.YAML)


def _toml(match: re.Match[str]) -> FrontMatter:
    body = match["body"]
    try:
        metadata = tomllib.loads(body.replace("\r\n", "\n"))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"its TOML front matter cannot be read: {error}") from None
    literals = _toml_literals(body, metadata, match.start("body"))
    return _front_matter(metadata, match.end(), literals)


def _toml_literals(body: str, metadata: dict[str, Any], offset: int) -> Iterator[Literal]:
    top_level = body[: _first_table(body)]
    for found in _TOML_STRING.finditer(top_level):
        value = metadata.get(found["key"])
        if isinstance(value, str):
            span = Span(found.start("value") + offset, found.end("value") + offset)
            # A JSON string is a TOML basic string and a YAML double-quoted one.
            yield Literal((found["key"],), value, span, Slot.YAML)


def _first_table(body: str) -> int:
    table = re.search(r"^[ \t]*\[", body, re.MULTILINE)
    return table.start() if table else len(body)


def _json(text: str) -> FrontMatter | None:
    try:
        metadata, end = json.JSONDecoder().raw_decode(text)
        literals, _ = find_json_strings(text)
    except ValueError:
        return None  # a page that begins with a template mark, not with front matter
    newline = re.compile(r"[ \t]*(?:\r?\n|\Z)").match(text, end)
    if newline is None:
        return None
    return _front_matter(metadata, newline.end(), (lit for lit in literals if len(lit.path) == 1))


def _front_matter(metadata: object, end: int, literals: Iterator[Literal]) -> FrontMatter:
    if metadata is None:
        metadata = {}
    if not isinstance(metadata, dict):
        raise ValueError("its front matter is no list of keys and values")
    return FrontMatter({str(key): value for key, value in metadata.items()}, end, tuple(literals))


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
