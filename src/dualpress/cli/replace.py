"""``dualpress replace``: one word for another in the translations, hit by hit."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated

import typer

from dualpress.article import Language
from dualpress.cli.documents import replace_document, review_document
from dualpress.cli.options import DryRun, Ids, Json, NoWait, ProjectFolder, Quiet
from dualpress.cli.projects import open_project_alone
from dualpress.cli.screen import Screen, shown_path
from dualpress.cli.session import DONE, FAILED, session
from dualpress.cli.wording import number_of
from dualpress.errors import UsageError

if TYPE_CHECKING:
    from collections.abc import Callable

    from dualpress.config import Project
    from dualpress.pipeline import Answer, Hit, ReplaceReport, ReviewReport

__all__ = ["replace"]


def replace(
    old: Annotated[
        str | None,
        typer.Argument(metavar="OLD", help="The word that stands there.", show_default=False),
    ] = None,
    new: Annotated[
        str | None,
        typer.Argument(metavar="NEW", help="What is to stand there.", show_default=False),
    ] = None,
    ids: Ids = None,
    reviewed: Annotated[
        bool, typer.Option("--reviewed", help="Also in reviewed sentences, which stay reviewed.")
    ] = False,
    to: Annotated[
        Language | None,
        typer.Option("--in", help="Only in translations into this language.", show_default=False),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", "-y", help="Replace all without asking.")] = False,
    undo: Annotated[bool, typer.Option("--undo", help="Take the last replacement back.")] = False,
    project: ProjectFolder = None,
    no_wait: NoWait = False,
    dry_run: DryRun = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Replace a word in translations.

    Each place is shown, and you are asked about it: yes, no, all that follow,
    or quit. Whole words alone are found. The sources stay as they are.
    """
    with session("replace", as_json=as_json, quiet=quiet) as screen:
        if undo:
            _refuse_words(old)
            opened = open_project_alone(project, screen, no_wait=no_wait, dry_run=dry_run)
            _undo(opened, screen, dry_run=dry_run)
            return
        words = _words(old, new)
        if as_json and not (yes or dry_run):
            hint = "Add --yes or --dry-run"
            raise UsageError("Nobody can be asked where --json is printed", hint=hint)
        opened = open_project_alone(project, screen, no_wait=no_wait, dry_run=dry_run)
        from dualpress import pipeline

        report = pipeline.replace(
            opened,
            *words,
            ids or [],
            ask=None if yes or dry_run else _asker(screen),
            to=to,
            reviewed=reviewed,
            dry_run=dry_run,
        )
        _show(report, opened, screen, dry_run=dry_run, tell_hits=yes or dry_run)


def _refuse_words(old: str | None) -> None:
    if old is not None:
        raise UsageError("--undo takes the last replacement back, and no words")


def _words(old: str | None, new: str | None) -> tuple[str, str]:
    if old is None or new is None:
        raise UsageError("Two words are needed", hint="dualpress replace OLD NEW")
    return old, new


def _undo(project: Project, screen: Screen, *, dry_run: bool) -> None:
    from dualpress import pipeline

    report = pipeline.undo_replacement(project, dry_run=dry_run)
    would = "would be " if dry_run else ""
    for article, number in report.changed.items():
        screen.done(f"{article}: {number_of(number, 'sentence')} {would}as before")
    _show_errors(report, screen)
    document = {"dry_run": dry_run, **review_document(report, project.root)}
    screen.report(document, exit_code=FAILED if report.refused or report.failures else DONE)


def _show_errors(report: ReviewReport, screen: Screen) -> None:
    for error in (*report.refused, *report.failures):
        screen.error(error)


def _asker(screen: Screen) -> Callable[[Hit], Answer]:
    """Shows a hit, and waits for an answer that is one."""
    from dualpress.pipeline import Answer

    answers = {word: answer for answer in Answer for word in (answer.value, answer.value[0])}

    def ask(hit: Hit) -> Answer:
        for line in _lines(hit):
            screen.result(line)
        while True:
            print("Replace it? yes, no, all, quit: ", end="", file=sys.stderr, flush=True)
            if not (line := sys.stdin.readline()):
                return Answer.QUIT
            if answer := answers.get(line.strip().lower()):
                return answer

    return ask


def _lines(hit: Hit) -> Iterator[str]:
    """Where it is and what it translates, then the line before and after."""
    yield f"{shown_path(hit.path)}:{hit.line}: {hit.status.value}: {hit.source}"
    yield f"  - {hit.before}[[{hit.word}]]{hit.after}"
    yield f"  + {hit.before}[[{hit.new}]]{hit.after}"


def _show(
    report: ReplaceReport, project: Project, screen: Screen, *, dry_run: bool, tell_hits: bool
) -> None:
    for hit in report.hits if tell_hits else ():
        for line in _lines(hit):
            screen.result(line)
    would = "would be " if dry_run else ""
    for article, number in report.changed.items():
        screen.done(f"{article}: {number_of(number, 'word')} {would}replaced")
    if not report.changed:
        screen.done("Nothing was replaced.")
    if report.left:
        more = number_of(report.left, "place")
        screen.note(f"{more} in reviewed sentences left as they are: add --reviewed")
    for failure in report.failures:
        screen.error(failure)
    if report.changed and not dry_run:
        screen.note("To take it back: dualpress replace --undo")
    document = {"dry_run": dry_run, **replace_document(report, project.root)}
    screen.report(document, exit_code=FAILED if report.failures else DONE)
