"""``dualpress serve``."""

from __future__ import annotations

import sys
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from dualpress.cli.documents import error_document
from dualpress.cli.options import Json, ProjectFolder, Quiet
from dualpress.cli.projects import open_project
from dualpress.cli.screen import Screen, shown_path
from dualpress.cli.session import DONE, session
from dualpress.cli.wording import number_of

if TYPE_CHECKING:
    from dualpress.pipeline import RunReport
    from dualpress.serve import LoopbackServer, Rebuilt

__all__ = ["serve"]

_MOST_TOLD = 5
"""Files that are named after a build; a new template writes all."""

Port = Annotated[
    int,
    typer.Option(
        "--port", min=0, max=65535, metavar="PORT", help="Where it is taken: the next that is free."
    ),
]
Preview = Annotated[
    bool,
    typer.Option(
        "--preview", help="Let a click on a paragraph name its PO entry; without it, Alt and click."
    ),
]
Open = Annotated[bool, typer.Option("--open", help="Open the site in a browser.")]


def serve(
    port: Port = 8000,
    preview: Preview = False,
    open_browser: Open = False,
    project: ProjectFolder = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Show the site on this computer, built again at each change.

    Ctrl-C ends it. Nothing is translated.
    """
    with session("serve", as_json=as_json, quiet=quiet) as screen:
        opened = open_project(project)
        from dualpress.serve import Live, LoopbackServer, Shown

        live = Live(Shown(opened))
        with LoopbackServer(live, port, preview=preview) as server:
            _run(server, screen, wanted=port, open_browser=open_browser)
        problems = [error_document(error, opened.root) for error in live.now.problems]
        document = {"project": opened.root.as_posix(), "url": server.url, "failures": problems}
        screen.report(document, exit_code=DONE)


def _run(server: LoopbackServer, screen: Screen, *, wanted: int, open_browser: bool) -> None:
    """Build again and again, until Ctrl-C."""
    from threading import Event

    from dualpress.serve import rebuilds

    warned: Collection[str] = ()
    is_first = True
    try:
        for rebuilt in rebuilds(server.live, screen.progress, Event()):
            warned = _show(rebuilt, screen, warned)
            if is_first:
                _show_address(server, screen, wanted, open_browser=open_browser)
            is_first = False
            sys.stdout.flush()  # who reads it through a pipe waits for the address
    except KeyboardInterrupt:
        screen.done("Stopped.")


def _show_address(
    server: LoopbackServer, screen: Screen, wanted: int, *, open_browser: bool
) -> None:
    if wanted not in (0, server.server_port):
        screen.note(f"Port {wanted} is taken.")
    screen.done(f"Serving {server.url}")
    way = "Click" if server.preview else "Alt-click"
    screen.note(f"{way} on a paragraph for its PO entry. Ctrl-C ends.")
    if open_browser:
        import webbrowser

        webbrowser.open(server.url)


def _show(rebuilt: Rebuilt, screen: Screen, warned: Collection[str]) -> Collection[str]:
    """Print what a build came to, and return what it warned of."""
    for problem in rebuilt.shown.problems:
        screen.error(problem)
    if rebuilt.report is None:
        screen.problem("The site stays as it was before.")
        return warned
    warnings = list(_warnings(rebuilt.report))
    for warning in warnings:
        if warning not in warned:
            screen.warn(warning)
    for line in _files(rebuilt.report):
        screen.done(line)
    return warnings


def _warnings(report: RunReport) -> Iterator[str]:
    for article in report.articles:
        yield from (f"{article.id}: {warning}" for warning in article.warnings)
    yield from report.warnings


def _files(report: RunReport) -> Iterator[str]:
    written = number_of(len(report.written), "file")
    removed = f", {len(report.removed)} removed" if report.removed else ""
    yield f"Built: {written} written{removed}."
    if len(report.written) <= _MOST_TOLD:
        yield from (f"  {shown_path(file)}" for file in report.written)
