"""translate-toolkit's converters, called in one warm process and timed there.

Reads one JSON list a line: what to do, and with which folder. Answers each with
the processor seconds that every step took.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

from translate.convert.html2po import converthtml as html_to_po
from translate.convert.po2html import converthtml as po_to_html
from translate.tools.pretranslate import pretranslate_file

__all__: list[str] = []


def _prepare(folder: Path) -> None:
    """Make the older PO file of each page out of the page and its translation."""
    for page in _pages(folder):
        with (
            _target(folder, page, "older").open("wb") as older,
            page.open("rb") as source,
            _translated(folder, page).open("rb") as target,
        ):
            html_to_po(target, older, source)


def _extract(folder: Path) -> None:
    for page in _pages(folder):
        with page.open("rb") as source, _target(folder, page, "new").open("wb") as new:
            html_to_po(source, new, None)


def _fill(folder: Path) -> None:
    """Take what the older PO file of the page has."""
    for page in _pages(folder):
        with (
            _target(folder, page, "new").open("rb") as new,
            _target(folder, page, "older").open("rb") as older,
            _target(folder, page, "po").open("wb") as filled,
        ):
            pretranslate_file(new, filled, older)


def _remember(folder: Path) -> None:
    """Take what the memory has that is the same or alike."""
    for page in _pages(folder):
        with (
            _target(folder, page, "new").open("rb") as new,
            # Without a template, pretranslate ends with an AttributeError.
            _target(folder, page, "new").open("rb") as template,
            _target(folder, page, "po").open("wb") as filled,
        ):
            pretranslate_file(new, filled, template, tm=str(folder / "memory.po"))


def _build(folder: Path) -> None:
    for page in _pages(folder):
        with (
            _target(folder, page, "po").open("rb") as filled,
            page.open("rb") as source,
            _target(folder, page, "pages").with_suffix(".html").open("wb") as built,
        ):
            po_to_html(filled, built, source, includefuzzy=True)


_STEPS: dict[str, Callable[[Path], None]] = {
    "prepare": _prepare,
    "extract": _extract,
    "fill": _fill,
    "remember": _remember,
    "build": _build,
}


def _pages(folder: Path) -> list[Path]:
    return sorted((folder / "posts").rglob("*.html"))


def _translated(folder: Path, page: Path) -> Path:
    return folder / "translated" / page.relative_to(folder / "posts")


def _target(folder: Path, page: Path, kind: str) -> Path:
    path = (folder / "toolkit" / kind / page.relative_to(folder / "posts")).with_suffix(".po")
    path.parent.mkdir(parents=True, exist_ok=True)
    return path


def _seconds(step: str, folder: Path) -> float:
    started = time.process_time()
    _STEPS[step](folder)
    return time.process_time() - started


def main() -> None:
    """Do what each line says."""
    for line in sys.stdin:
        steps, folder = json.loads(line)
        times = {step: _seconds(step, Path(folder)) for step in steps}
        sys.stdout.write(f"{json.dumps(times)}\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
