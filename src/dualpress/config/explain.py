"""From pydantic's findings to sentences that name the file, the key and the cure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, NamedTuple

from pydantic import BaseModel

from dualpress.errors import ConfigError

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

__all__ = ["config_error", "known_keys"]

_MOST_TOLD = 5

_TYPES = {
    "bool_type": "must be true or false, without quotes",
    "dict_type": "must be a table",
    "model_type": "must be a table",
    "string_too_short": "must not be empty",
    "string_type": "must be a text in quotes",
    "tuple_type": "must be a list of texts in square brackets",
}


class _Finding(NamedTuple):
    line: int
    cause: str
    hint: str | None


def config_error(
    error: ValidationError,
    path: Path,
    lines: Mapping[tuple[str, ...], int],
    model: type[BaseModel],
) -> ConfigError:
    """Turn what pydantic refused into one error that tells up to five findings.

    Args:
        error: from validating the parsed file.
        path: the file.
        lines: the line of each key, from :func:`.lines.key_lines`.
        model: the model that was validated against.
    """
    keys = known_keys(model)
    found = sorted(
        (_finding(details, lines, keys) for details in error.errors()), key=lambda one: one.line
    )
    first, *rest = found
    told = [first.cause, *(f"line {one.line}: {one.cause}" for one in rest[: _MOST_TOLD - 1])]
    if len(found) > _MOST_TOLD:
        told.append(f"and {len(found) - _MOST_TOLD} more")
    hints = dict.fromkeys(one.hint for one in found if one.hint)
    return ConfigError(
        "; ".join(told), path=path, line=first.line or None, hint=". ".join(hints) or None
    )


def known_keys(model: type[BaseModel], prefix: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """The path of every key that a model knows, tables included, in their order."""
    keys: list[tuple[str, ...]] = []
    for name, field in model.model_fields.items():
        keys.append((*prefix, name))
        inner = field.annotation
        if isinstance(inner, type) and issubclass(inner, BaseModel):
            keys += known_keys(inner, (*prefix, name))
    return keys


def _finding(
    details: ErrorDetails,
    lines: Mapping[tuple[str, ...], int],
    keys: list[tuple[str, ...]],
) -> _Finding:
    key = tuple(str(part) for part in details["loc"] if isinstance(part, str))
    line = next((lines[key[:n]] for n in range(len(key), 0, -1) if key[:n] in lines), 0)
    name = ".".join(key)
    if details["type"] == "extra_forbidden":
        return _Finding(line, f"there is no setting {name!r}", _nearest(key, keys))
    place = "".join(f" (entry {part + 1})" for part in details["loc"] if isinstance(part, int))
    hint = getattr(details.get("ctx", {}).get("error"), "hint", None)
    return _Finding(line, f"{name!r}{place} {_cause(details)}", hint)


def _cause(details: ErrorDetails) -> str:
    context = details.get("ctx", {})
    if details["type"] == "value_error":
        return str(context["error"])
    if details["type"] in ("enum", "literal_error"):
        return f"must be {context['expected']}, not {details['input']!r}"
    return _TYPES.get(details["type"], f"is wrong: {details['msg']}")


def _nearest(key: tuple[str, ...], keys: list[tuple[str, ...]]) -> str:
    """Say which setting was meant: one in another table, one spelt alike, or any of its table."""
    same_name = [known for known in keys if known[-1] == key[-1]]
    if same_name:
        return _place(same_name[0])
    siblings = [known for known in keys if known[:-1] == key[:-1]]
    for candidates in (siblings, keys):
        names = [known[-1] for known in candidates]
        if near := get_close_matches(key[-1], names, n=1):
            return f"{'.'.join(key)!r} may be {'.'.join(candidates[names.index(near[0])])!r}"
    return f"{_table(key[:-1])} knows {_enumerate(known[-1] for known in siblings)}"


def _place(key: tuple[str, ...]) -> str:
    if len(key) == 1:
        return f"{key[0]!r} belongs above the first line in square brackets"
    return f"{key[-1]!r} belongs under [{'.'.join(key[:-1])}]"


def _table(path: tuple[str, ...]) -> str:
    return f"[{'.'.join(path)}]" if path else "The file"


def _enumerate(names: Iterable[str]) -> str:
    return ", ".join(names)
