"""Run the cases and write the comparison into ``docs/html.md``."""

from __future__ import annotations

import argparse
import sys

from benchmarks.html_peers.case import TOOLS
from benchmarks.html_peers.cases import CASES
from benchmarks.html_peers.environments import ROOT, ToolMissing
from benchmarks.html_peers.report import Column, render, replace_between_marks
from benchmarks.html_peers.tools import run_tool, version_of

_DOCUMENT = ROOT / "docs" / "html.md"


def main() -> None:
    """Write the comparison, or print it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.html_peers", description=__doc__)
    parser.add_argument("--print", action="store_true", help="print it; change no file")
    arguments = parser.parse_args()
    comparison = render(CASES, {tool: _column(tool) for tool in TOOLS})
    if arguments.print:
        sys.stdout.write(comparison)
        return
    document = _DOCUMENT.read_text(encoding="utf-8")
    changed = replace_between_marks(document, comparison)
    _DOCUMENT.write_text(changed, encoding="utf-8", newline="\n")


def _column(tool: str) -> Column:
    try:
        return Column(version_of(tool), run_tool(tool, CASES))
    except ToolMissing as reason:
        return Column(str(reason), None)


if __name__ == "__main__":
    main()
