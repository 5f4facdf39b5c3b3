"""Write docs/configuration.md, the reference of dualpress.toml, from the models.

Run from the checkout: python docs/configuration.py
"""

from __future__ import annotations

import ast
import inspect
import json
import re
import textwrap
from collections.abc import Iterator
from enum import Enum
from itertools import pairwise
from pathlib import Path
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from dualpress.config import Config
from dualpress.config.presets import PRESETS
from dualpress.engines.ctranslate2 import CTranslate2Settings, DecodingSettings
from dualpress.engines.libretranslate import LibreTranslateSettings
from dualpress.engines.scripted import ScriptedSettings

PAGE = Path(__file__).with_suffix(".md")

_WORDS = {
    bool: "`true` or `false`",
    float: "number",
    int: "whole number",
    str: "text",
    Path: "path",
}

ENGINES: dict[str, type[BaseModel]] = {
    "argos": DecodingSettings,
    "ctranslate2": CTranslate2Settings,
    "libretranslate": LibreTranslateSettings,
    "scripted": ScriptedSettings,
}

INTRODUCTION = """\
<!-- Written by docs/configuration.py from src/dualpress/config/model.py: change those. -->

# Configuration

A dualpress project is a folder with a file `dualpress.toml`, in
[TOML](https://toml.io/en/v1.0.0) and UTF-8. An empty file is enough: every setting has a
default. What is set wrong, or misspelt, is refused with its line, and nothing is done.

Relative paths start at the project's folder, `~` is your home folder, and `/` separates folders
on every system. Settings above the first `[…]` line belong to no table, so they come first.
"""


def render() -> str:
    """The whole page."""
    parts = [INTRODUCTION, "## Without a table", *_keys(Config, ())]
    for path, model in _tables(Config, ()):
        parts += [f"## [{'.'.join(path)}]", (model.__doc__ or "").strip(), *_keys(model, path)]
    parts += ["## [engines.NAME]", *_engines(), "## What the presets skip", *_presets()]
    return "\n\n".join(part.strip("\n") for part in parts) + "\n"


def _tables(
    model: type[BaseModel], path: tuple[str, ...]
) -> Iterator[tuple[tuple[str, ...], type[BaseModel]]]:
    for name, field in model.model_fields.items():
        inner = _table(field)
        if inner is not None:
            yield (*path, name), inner
            yield from _tables(inner, (*path, name))


def _keys(model: type[BaseModel], path: tuple[str, ...]) -> Iterator[str]:
    for name, field in model.model_fields.items():
        if _table(field) is None and name != "engines":
            yield from _key(field, (*path, name))


def _key(field: FieldInfo, key: tuple[str, ...]) -> Iterator[str]:
    default = field.get_default(call_default_factory=True)
    yield f"### {'.'.join(key)}"
    yield f"{_type(field.annotation)}; default: {_default(default)}"
    yield str(field.description)
    example = (field.examples or [""])[0]
    lines = [f"[{'.'.join(key[:-1])}]"] if key[:-1] else []
    yield _code(*lines, f"{key[-1]} = {_toml(example)}")


def _engines() -> Iterator[str]:
    field = Config.model_fields["engines"]
    yield str(field.description)
    yield _code(*(str(example) for example in field.examples or []))
    for engine, model in ENGINES.items():
        yield f"### [engines.{engine}]"
        yield "\n".join(_settings(model))


def _settings(model: type[BaseModel]) -> Iterator[str]:
    described = {
        name: text
        for base in reversed(model.__mro__)
        if issubclass(base, BaseModel)
        for name, text in _attribute_docstrings(base).items()
    }
    for name, field in model.model_fields.items():
        default = field.get_default(call_default_factory=True)
        shown = "required" if field.is_required() else f"default: {_default(default)}"
        yield f"- `{name}`: {_type(field.annotation)}; {shown}. {described[name]}"


def _attribute_docstrings(model: type[BaseModel]) -> dict[str, str]:
    """The text below each attribute of a class, without references to code."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(model)))
    (body,) = (node.body for node in tree.body if isinstance(node, ast.ClassDef))
    found: dict[str, str] = {}
    for statement, below in pairwise(body):
        if isinstance(statement, ast.AnnAssign) and isinstance(below, ast.Expr):
            name, text = ast.unparse(statement.target), ast.literal_eval(below.value)
            text = re.sub(r",? [Ss]ee :\w+:`[^`]*`\.?", "", " ".join(text.split()))
            found[name] = text.replace("``", "`").rstrip(".") + "."
    return found


def _code(*lines: str) -> str:
    return "\n".join(["```toml", *lines, "```"])


def _table(field: FieldInfo) -> type[BaseModel] | None:
    """The model of a table; ``None`` for a plain key."""
    annotation: object = field.annotation
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return None


def _type(annotation: Any) -> str:
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        return _type(arguments[0])
    if origin is Literal:
        return " or ".join(f"`{_toml(value)}`" for value in arguments)
    if origin is tuple:
        inner = _type(arguments[0])
        return "list of texts" if inner == "text" else f"list of {inner}"
    if origin is dict:
        return "table"
    if origin is Annotated:
        return _type(arguments[0])
    if issubclass(annotation, Enum):
        return " or ".join(f"`{_toml(value)}`" for value in annotation)
    return _WORDS[annotation]


def _default(value: Any) -> str:
    return "not set" if value is None else f"`{_toml(value)}`"


def _toml(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(value)
    if isinstance(value, dict):
        entries = ", ".join(f"{_toml(key)} = {_toml(part)}" for key, part in value.items())
        return f"{{ {entries} }}" if entries else "{}"
    if isinstance(value, list | tuple):
        return f"[{', '.join(_toml(item) for item in value)}]"
    # A JSON string is a TOML basic string.
    return json.dumps(str(value), ensure_ascii=False)


def _presets() -> Iterator[str]:
    for name, selectors in PRESETS.items():
        yield f"`{_toml(name)}`: {', '.join(f'`{selector}`' for selector in selectors)}"


if __name__ == "__main__":
    PAGE.write_text(render(), encoding="utf-8", newline="\n")
