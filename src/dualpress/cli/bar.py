"""The bar of a run, in one line of a terminal however narrow that is.

Loads rich: it is imported where a bar is drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rich.console import Console, ConsoleOptions, RenderableType, RenderResult
from rich.measure import Measurement
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.table import Table

__all__ = ["bar", "chosen"]

_WIDEST = 40
_NARROWEST = 10
"""Characters of the bar itself."""

_SHED = ("label", "elapsed", "shares", "speed", "stage")
"""What a narrow terminal goes without, the least important first; the rest always stays."""


def bar() -> Progress:
    """A bar on stderr that leaves no trace; its task has ``label``, ``speed`` and ``shares``."""
    return Progress(_Line(), console=Console(stderr=True), transient=True)


def chosen(widths: Mapping[str, int], room: int) -> list[str]:
    """What of a line is shown.

    Args:
        widths: of its parts, by their names, in their order; a part without any is left out.
        room: how wide it may be, with a space between two parts.
    """
    left = {name: width for name, width in widths.items() if width}
    for name in _SHED:
        if sum(left.values()) + len(left) - 1 <= room:
            break
        left.pop(name, None)
    return list(left)


class _Line(ProgressColumn):
    """All of a task, as much as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self._columns: dict[str, ProgressColumn] = {
            "stage": TextColumn("{task.description}", markup=False),
            "bar": BarColumn(_NARROWEST),
            "done": MofNCompleteColumn(),
            "elapsed": TimeElapsedColumn(),
            "left": TimeRemainingColumn(),
            "speed": TextColumn("{task.fields[speed]}", markup=False),
            "shares": TextColumn("{task.fields[shares]}", markup=False),
            "label": TextColumn("{task.fields[label]}", markup=False),
        }

    def render(self, task: Task) -> RenderableType:
        """What draws a task."""
        return _Fitted(self._columns, task)


@dataclass(frozen=True)
class _Fitted:
    """A task, drawn as wide as it may be.

    Args:
        columns: the parts of its line.
        task: what they tell.
    """

    columns: Mapping[str, ProgressColumn]
    task: Task

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        parts = {name: column(self.task) for name, column in self.columns.items()}
        widths = {
            name: Measurement.get(console, options, part).maximum for name, part in parts.items()
        }
        names = chosen(widths, options.max_width)
        rest = options.max_width - sum(widths[name] for name in names) - len(names) + 1
        grid = Table.grid(padding=(0, 1))
        for _ in names:
            grid.add_column(no_wrap=True)
        grid.add_row(*self._drawn(parts, names, _NARROWEST + max(0, rest)))
        yield grid

    def _drawn(
        self, parts: Mapping[str, RenderableType], names: list[str], width: int
    ) -> Iterator[RenderableType]:
        """The parts, the bar as wide as the others let it be."""
        for name in names:
            is_bar = name == "bar"
            yield BarColumn(min(width, _WIDEST)).render(self.task) if is_bar else parts[name]
