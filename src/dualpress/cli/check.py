"""``dualpress check``."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dualpress.cli.documents import check_document
from dualpress.cli.github import github_annotation
from dualpress.cli.options import DryRun, Ids, Json, NoWait, ProjectFolder, Quiet
from dualpress.cli.projects import open_project_alone
from dualpress.cli.screen import shown_path
from dualpress.cli.session import DONE, FAILED, FINDINGS, session
from dualpress.cli.wording import number_of

if TYPE_CHECKING:
    from dualpress.pipeline import CheckReport, FileFinding

__all__ = ["Layout", "check"]


class Layout(StrEnum):
    """How findings are written."""

    TEXT = "text"
    GITHUB = "github"


def check(
    ids: Ids = None,
    update: Annotated[
        bool,
        typer.Option("--update", help="Write the findings into the PO files, for the reviewer."),
    ] = False,
    layout: Annotated[
        Layout,
        typer.Option(
            "--format", help="How findings are written: as text, or as annotations for GitHub."
        ),
    ] = Layout.TEXT,
    strict: Annotated[
        bool, typer.Option("--strict", help="Let warnings set the exit code as errors do.")
    ] = False,
    project: ProjectFolder = None,
    no_wait: NoWait = False,
    dry_run: DryRun = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Check translations.

    The exit code is 1 where one has an error; warnings leave it at 0 without --strict.
    """
    with session("check", as_json=as_json, quiet=quiet) as screen:
        opened = open_project_alone(project, screen, no_wait=no_wait, dry_run=dry_run or not update)
        from dualpress import pipeline

        report = pipeline.check(opened, ids or [], update=update, dry_run=dry_run)
        for finding in report.findings:
            for line in _lines(finding, layout):
                screen.result(line)
        for warning in report.warnings:
            screen.warn(warning)
        for failure in report.failures:
            screen.error(failure)
        screen.note(_summary(report, dry_run=dry_run))
        document = {
            "updated": update and not dry_run,
            "dry_run": dry_run,
            **check_document(report, opened.root),
        }
        screen.report(document, exit_code=_exit_code(report, strict=strict))


def _lines(finding: FileFinding, layout: Layout) -> Iterator[str]:
    """``file:line: severity: check: message``, and below it the cure; or one line for GitHub."""
    if layout is Layout.GITHUB:
        yield github_annotation(finding, Path.cwd())  # a checkout, where a workflow runs
        return
    where = f"{shown_path(finding.path)}:{finding.line}"
    yield f"{where}: {finding.severity}: {finding.check}: {finding.message}"
    if finding.cure:
        yield f"  {finding.cure}"


def _errors(report: CheckReport) -> int:
    return sum(1 for finding in report.findings if finding.severity == "error")


def _summary(report: CheckReport, *, dry_run: bool) -> str:
    errors = _errors(report)
    told = [
        number_of(errors, "error"),
        number_of(len(report.findings) - errors + len(report.warnings), "warning"),
    ]
    if report.waived:
        told.append(f"{report.waived} waived")
    if report.written:
        would = "would be " if dry_run else ""
        told.append(f"{number_of(len(report.written), 'PO file')} {would}updated")
    return f"{', '.join(told)}."


def _exit_code(report: CheckReport, *, strict: bool) -> int:
    if report.failures:
        return FAILED
    is_found = report.findings or report.warnings if strict else _errors(report)
    return FINDINGS if is_found else DONE
