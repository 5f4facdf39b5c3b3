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
from dualpress.html.toml_strings import find_toml_strings

__all__ = ["FrontMatter", "FrontMatterError", "Literal", "find_front_matter", "find_json_strings"]


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


class FrontMatterError(ValueError):
    """Front matter is there but cannot be read.

    Args:
        cause: says why.
        line: of the file, where it is known.
    """

    def __init__(self, cause: str, line: int | None = None) -> None:
        super().__init__(cause)
        self.line = line


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


def find_json_strings(
    text: str, start: int = 0, end: int | None = None
) -> tuple[list[Literal], int]:
    """Find all strings that are values in the JSON value at ``start``.

    Args:
        text: that holds the value.
        start: where the value, or white space before it, begins.
        end: where what may belong to it ends.

    Returns:
        The literals in source order, offsets into ``text``, and the end of the value.

    Raises:
        ValueError: there is no JSON value.
    """
    found: list[Literal] = []
    text = text[:end]
    try:
        return found, _walk(text, _skip(text, start), (), found)
    except RecursionError:
        raise ValueError("it is nested too deeply") from None


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


# Jekyll and Pandoc let `...` end it as well as `---`.
_YAML = re.compile(
    r"---[ \t]*\r?\n(?P<body>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_YAML_PROPERTIES = re.compile(r"(?:[&!]\S*\s+)*")
_TOML = re.compile(
    r"\+\+\+[ \t]*\r?\n(?P<body>.*?)^\+\+\+[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
_JSON_OPENING = re.compile(r'\{\s*(?:"|\})')
_UNCLOSED = re.compile(r"(?P<fence>---|\+\+\+)[ \t]*\r?\n[ \t]*[\w-]+[ \t]*(?P<sign>[:=])[ \t]")
_SIGNS = {"---": ":", "+++": "="}


def find_front_matter(text: str) -> FrontMatter | None:
    """Find YAML (``---``), TOML (``+++``) or JSON (``{``) front matter at the top of a post.

    Raises:
        FrontMatterError: it is there but cannot be read.
    """
    if match := _YAML.match(text):
        return _yaml(match)
    if match := _TOML.match(text):
        return _toml(match)
    if _JSON_OPENING.match(text):
        return _json(text)
    if (match := _UNCLOSED.match(text)) and _SIGNS[match["fence"]] == match["sign"]:
        raise FrontMatterError(f"its front matter has no line of {match['fence']} at the end")
    return None


def _yaml(match: re.Match[str]) -> FrontMatter:
    body = match["body"]
    try:
        loader = yaml.SafeLoader(body)
        root = loader.get_single_node()
        metadata = loader.construct_document(root) if root is not None else None
    # PyYAML's constructors pass on what they stumble over: ValueError for the
    # 31st of June, KeyError for `!!bool x`, AttributeError for `!!timestamp x`.
    except Exception as error:
        raise _unreadable("YAML", error, *_yaml_fault(error)) from None
    literals = _yaml_literals(root, body, match.start("body"))
    return _front_matter(metadata, match.end(), literals)


def _yaml_literals(root: yaml.Node | None, body: str, offset: int) -> Iterator[Literal]:
    if not isinstance(root, yaml.MappingNode):
        return
    seen: set[int] = set()
    for key, value in root.value:
        is_string = isinstance(value, yaml.ScalarNode) and value.tag == "tag:yaml.org,2002:str"
        # The node of an alias is that of its anchor.
        if is_string and id(value) not in seen:
            seen.add(id(value))
            start, end = _yaml_span(value, body)
            yield Literal(
                (str(key.value),), value.value, Span(start + offset, end + offset), Slot.YAML
            )


def _yaml_span(node: yaml.ScalarNode, body: str) -> tuple[int, int]:
    """Where a scalar stands, behind its anchor and tag, without the lines after a block."""
    start, end = node.start_mark.index, node.end_mark.index
    properties = _YAML_PROPERTIES.match(body, start, end)
    start = properties.end() if properties else start
    return start, start + len(body[start:end].rstrip())


def _toml(match: re.Match[str]) -> FrontMatter:
    body = match["body"]
    try:
        # The line before the body is put before it, so that lines count as in the file.
        metadata = tomllib.loads("\n" + body.replace("\r\n", "\n"))
    except (ValueError, RecursionError) as error:
        raise _unreadable("TOML", error) from None
    literals = _toml_literals(body, metadata, match.start("body"))
    return _front_matter(metadata, match.end(), literals)


def _toml_literals(body: str, metadata: dict[str, Any], offset: int) -> Iterator[Literal]:
    for key, (start, end) in find_toml_strings(body):
        # A JSON string is a TOML basic string and a YAML double-quoted one.
        yield Literal((key,), metadata[key], Span(start + offset, end + offset), Slot.YAML)


def _json(text: str) -> FrontMatter | None:
    try:
        metadata, end = _JSON.raw_decode(text)
        literals, _ = find_json_strings(text)
    except (ValueError, RecursionError) as error:
        raise _unreadable("JSON", error) from None
    newline = re.compile(r"[ \t]*(?:\r?\n|\Z)").match(text, end)
    if newline is None:
        return None
    return _front_matter(metadata, newline.end(), (lit for lit in literals if len(lit.path) == 1))


def _front_matter(metadata: object, end: int, literals: Iterator[Literal]) -> FrontMatter:
    if metadata is None:
        metadata = {}
    if not isinstance(metadata, dict):
        raise FrontMatterError("its front matter is no list of keys and values")
    return FrontMatter({str(key): value for key, value in metadata.items()}, end, tuple(literals))


def _yaml_fault(error: Exception) -> tuple[str, int] | tuple[()]:
    """What PyYAML says is wrong, without its excerpt, and the line of the file."""
    if isinstance(error, yaml.MarkedYAMLError) and error.problem and error.problem_mark:
        return error.problem, error.problem_mark.line + 2
    return ()


def _unreadable(
    syntax: str, error: Exception, problem: str = "", line: int | None = None
) -> FrontMatterError:
    reason = "it is nested too deeply" if isinstance(error, RecursionError) else problem or error
    one_line = " ".join(str(reason).split())
    return FrontMatterError(f"its {syntax} front matter cannot be read: {one_line}", line)
