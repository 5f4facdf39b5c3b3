"""Front matter kept as it is, with a few keys more.

YAML and TOML go through libraries that keep comments, order and the spelling
of values (``1.10`` stays so); JSON has none of these.
"""

from __future__ import annotations

import datetime
import json
from collections.abc import Collection, Mapping, MutableMapping
from dataclasses import dataclass
from enum import Enum
from io import StringIO
from typing import TYPE_CHECKING, Any

from dualpress.errors import ReadError
from dualpress.html.literals import find_front_matter

if TYPE_CHECKING:
    from ruamel.yaml import YAML

__all__ = ["FrontMatter", "Syntax", "split_front_matter"]

_NEVER = 2**20
"""No line is as wide, so none is folded."""


class Syntax(Enum):
    """What front matter is written in, by the line that fences it."""

    YAML = "---"
    TOML = "+++"
    JSON = "{"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The front matter of a post.

    Args:
        syntax: that it is written in.
        text: without its fences.
        values: what it says.
    """

    syntax: Syntax
    text: str
    values: Mapping[str, Any]

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> FrontMatter:
        """Front matter in YAML that says what is given."""
        return cls(Syntax.YAML, _dump_yaml(_quoted(values)), values)

    def write(
        self,
        added: Mapping[str, Any],
        dropped: Collection[str] = (),
        *,
        as_yaml: bool = False,
    ) -> str:
        """Write it with other values for some keys, fences and all.

        Args:
            added: the keys that are set, and their values.
            dropped: the keys that are left out.
            as_yaml: whether it is to be YAML, whatever it is now.

        Raises:
            ReadError: it cannot be read by what writes it.
        """
        front_matter = FrontMatter.of(self.values) if as_yaml and self._is_no_yaml else self
        if front_matter.syntax is Syntax.YAML:
            return f"---\n{_edited_yaml(front_matter.text, added, dropped)}---\n"
        if front_matter.syntax is Syntax.TOML:
            return f"+++\n{_edited_toml(front_matter.text, added, dropped)}+++\n"
        values = _changed(dict(self.values), added, dropped)
        return json.dumps(values, ensure_ascii=False, indent=2, default=str) + "\n"

    @property
    def _is_no_yaml(self) -> bool:
        return self.syntax is not Syntax.YAML


def split_front_matter(text: str) -> tuple[FrontMatter | None, str]:
    """Part a post's text in front matter and the rest.

    Raises:
        FrontMatterError: it is there but cannot be read.
    """
    found = find_front_matter(text)
    if found is None:
        return None, text
    whole = text[: found.end]
    syntax = next((syntax for syntax in Syntax if whole.startswith(syntax.value)), Syntax.JSON)
    if syntax is not Syntax.JSON:
        lines = whole.replace("\r\n", "\n").splitlines(keepends=True)
        whole = "".join(lines[1:-1])
    return FrontMatter(syntax, whole, found.metadata), text[found.end :]


def _changed(
    values: MutableMapping[str, Any], added: Mapping[str, Any], dropped: Collection[str]
) -> MutableMapping[str, Any]:
    for key in dropped:
        values.pop(key, None)
    for key, value in added.items():
        values[key] = value
    return values


def _edited_yaml(text: str, added: Mapping[str, Any], dropped: Collection[str]) -> str:
    from ruamel.yaml.comments import CommentedMap
    from ruamel.yaml.error import YAMLError

    try:
        values = _yaml().load(text) or CommentedMap()
    except YAMLError as error:
        raise _unwritable(error) from error
    return _dump_yaml(_changed(values, _quoted(added), dropped))


def _dump_yaml(values: Mapping[str, Any]) -> str:
    stream = StringIO()
    _yaml().dump(values, stream)
    return stream.getvalue()


def _yaml() -> YAML:
    from ruamel.yaml import YAML

    yaml = YAML()
    yaml.allow_duplicate_keys = True
    yaml.preserve_quotes = True
    yaml.width = _NEVER
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def _quoted(value: Any) -> Any:
    """A value whose texts are quoted: plain ``on`` is no text to every reader of YAML."""
    from ruamel.yaml.scalarstring import DoubleQuotedScalarString

    if isinstance(value, str):
        return DoubleQuotedScalarString(value)
    if isinstance(value, Mapping):
        return {str(key): _quoted(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_quoted(item) for item in value]
    if isinstance(value, datetime.datetime):
        return _yaml().load(value.isoformat())  # else written with a space, which not all read
    return str(value) if isinstance(value, datetime.time) else value


def _edited_toml(text: str, added: Mapping[str, Any], dropped: Collection[str]) -> str:
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        document = tomlkit.parse(text)
    except TOMLKitError as error:
        raise _unwritable(error) from error
    return tomlkit.dumps(_changed(document, added, dropped))


def _unwritable(error: Exception) -> ReadError:
    reason = " ".join(str(error).split())
    return ReadError(
        f"its front matter cannot be written anew: {reason}", hint="Write it in a simpler way"
    )
