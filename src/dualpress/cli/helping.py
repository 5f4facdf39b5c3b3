"""Help without Python's names of types: an editor need not know what ``list[Path]`` is."""

from __future__ import annotations

import re
from typing import Any

from typer.core import TyperCommand

__all__ = ["PlainCommand"]

_PYTHON_TYPE = re.compile(r" <(?:list\[\w+\]|str|Path)>")


class PlainCommand(TyperCommand):
    """A command whose help names its arguments, and not their types."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the sections of arguments and options."""
        rows: dict[str, list[tuple[str, str]]] = {"argument": [], "option": []}
        for parameter in self.get_params(ctx):
            if record := parameter.get_help_record(ctx):
                name, text = record
                rows[parameter.param_type_name].append((_PYTHON_TYPE.sub("", name), text))
        for kind, title in (("argument", "Arguments"), ("option", "Options")):
            if rows[kind]:
                with formatter.section(title):
                    formatter.write_dl(rows[kind])
