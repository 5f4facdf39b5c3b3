"""The command ``dualpress`` and its subcommands."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

from dualpress.cli import (
    bench,
    build,
    check,
    export,
    glossary,
    importing,
    init,
    memory,
    models,
    paste,
    publish,
    replace,
    review,
    review_files,
    serve,
    status,
    translate,
    verify,
)
from dualpress.cli.helping import PlainCommand
from dualpress.cli.session import give_up_stdout

__all__ = ["app", "run"]

app = typer.Typer(
    name="dualpress",
    add_completion=False,
    no_args_is_help=True,
    # rich would take longer to load than all the rest of --help.
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={
        "help_option_names": ["-h", "--help"],
        # Where a group's own --help has no value, typer loads pydantic to make one of nothing,
        # before the command behind the group can show its help.
        "default_map": {"help": False}
        | {
            group: {"help": False}
            for group in ("bench", "glossary", "import", "memory", "models", "publish", "review")
        },
    },
)
app.command(cls=PlainCommand)(init.init)
app.command(cls=PlainCommand)(translate.translate)
app.command(cls=PlainCommand)(build.build)
app.command(cls=PlainCommand)(serve.serve)
app.command(cls=PlainCommand)(export.export)
app.command(cls=PlainCommand)(paste.paste)
app.command(cls=PlainCommand)(status.status)
app.command(cls=PlainCommand)(review.approve)
app.command(cls=PlainCommand)(review.unchanged)
app.command(cls=PlainCommand)(check.check)
app.command(cls=PlainCommand)(replace.replace)
app.command(cls=PlainCommand)(verify.verify)
app.add_typer(importing.app, name="import")
app.add_typer(review_files.app, name="review")
app.add_typer(glossary.app, name="glossary")
app.add_typer(memory.app, name="memory")
app.add_typer(models.app, name="models")
app.add_typer(publish.app, name="publish")
app.add_typer(bench.app, name="bench")


def _version(is_asked: bool) -> None:
    if is_asked:
        from dualpress import __version__

        typer.echo(f"dualpress {__version__}")
        raise typer.Exit


@app.callback(
    epilog="Exit codes: 0 done, 1 findings, 2 wrong usage or configuration, "
    "3 something failed and the rest was done, 130 stopped by Ctrl-C, 143 by SIGTERM."
)
def dualpress(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_version, is_eager=True, help="Show the version."),
    ] = False,
) -> None:
    """Publish articles in English and Hindi as pairs of pages."""


def run() -> None:
    """Run the command line of this process, and raise what it exits with."""
    _speak_utf8()
    try:
        app()
    except BrokenPipeError:
        raise
    except OSError as error:  # of help or the version; a command has a session of its own
        raise SystemExit(give_up_stdout(error)) from None


def _speak_utf8() -> None:
    """Write UTF-8 into files and pipes too, where Windows would have a code page without Hindi."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            encoding = None if os.environ.get("PYTHONIOENCODING") else "utf-8"
            stream.reconfigure(encoding=encoding, errors="backslashreplace")
