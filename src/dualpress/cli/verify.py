"""``dualpress verify``."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from dualpress.article import Language
from dualpress.cli.check import Layout
from dualpress.cli.github import github_annotation
from dualpress.cli.options import Json, ProjectFolder, Quiet
from dualpress.cli.projects import open_project
from dualpress.cli.screen import shown_path
from dualpress.cli.session import DONE, FINDINGS, session
from dualpress.cli.wording import number_of
from dualpress.errors import UsageError

if TYPE_CHECKING:
    from dualpress.config import Project
    from dualpress.pipeline.verify import VerifyReport
    from dualpress.site.verify import Finding

__all__ = ["verify"]

_SCHEMES = ("http://", "https://")


def verify(
    site: Annotated[
        str | None,
        typer.Argument(
            metavar="DIR|URL",
            help="The folder of the built pages, or the site's address. Without it: the "
            "project's output.",
            show_default=False,
        ),
    ] = None,
    base_urls: Annotated[
        list[str] | None,
        typer.Option(
            "--base-url",
            metavar="URL",
            help="The address of the folder, where it is not the one that its pages tell; "
            "hi=URL: that of a folder in it that stands at one of its own.",
            show_default=False,
        ),
    ] = None,
    ignored: Annotated[
        list[str] | None,
        typer.Option(
            "--ignore",
            metavar="RULE",
            help="A rule that is not asked; may be given more than once.",
            show_default=False,
        ),
    ] = None,
    limit: Annotated[
        int,
        typer.Option(
            "--limit", metavar="N", min=1, help="The most pages that are fetched from a URL."
        ),
    ] = 2000,
    layout: Annotated[
        Layout,
        typer.Option(
            "--format", help="How findings are written: as text, or as annotations for GitHub."
        ),
    ] = Layout.TEXT,
    project: ProjectFolder = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Prove that the pages of a site are in pairs.

    Any site will do, whatever made it. The exit code is 1 where something is wrong.
    """
    with session("verify", as_json=as_json, quiet=quiet) as screen:
        target, addresses = _target(site, base_urls or [], project)
        from dualpress.pipeline.verify import verify as run

        if layout is Layout.GITHUB and isinstance(target, str):
            raise UsageError("--format github names files, and a URL has none")
        report = run(
            target,
            base_url=addresses.pop("", None),
            own_urls=addresses,
            ignored=ignored or [],
            limit=limit,
            progress=screen.progress,
        )
        for finding in report.findings:
            for line in _lines(finding, target, report, layout):
                screen.result(line)
        for warning in report.warnings:
            screen.warn(warning)
        screen.note(_summary(report))
        exit_code = FINDINGS if report.findings else DONE
        screen.report(_document(report, target), exit_code=exit_code)


def _target(
    site: str | None, base_urls: list[str], project: Path | None
) -> tuple[Path | str, dict[str, str]]:
    """What is to be verified, and the addresses of its folders; its own is that of ``""``."""
    given = dict(map(_folder_and_url, base_urls))
    if site is None:
        opened = open_project(project)
        return opened.output, {**_configured(opened), **given}
    if not site.startswith(_SCHEMES):
        return Path(site).absolute(), given
    if given:
        raise UsageError("--base-url is for a folder; a URL is an address itself")
    return site, {}


def _folder_and_url(option: str) -> tuple[str, str]:
    """``hi`` and the address of ``hi=https://…``; the empty folder is the whole."""
    folder, equals_sign, url = option.partition("=")
    is_of_folder = equals_sign and not option.startswith(_SCHEMES)
    return (folder, url) if is_of_folder else ("", option)


def _configured(project: Project) -> dict[str, str]:
    """The addresses in a project's configuration."""
    config = project.config
    own = {language.value: config.urls.base_urls.of(language) for language in Language}
    found = {"": config.site.base_url, **own}
    return {folder: url for folder, url in found.items() if url is not None}


def _lines(
    finding: Finding, target: Path | str, report: VerifyReport, layout: Layout
) -> Iterator[str]:
    """``file:line: rule: message``, and below it the cure; or one line for GitHub."""
    if isinstance(target, str):
        yield f"{report.base_url}{finding.path}:{finding.line}: {finding.rule}: {finding.message}"
    elif layout is Layout.GITHUB:
        yield _annotation(finding, target)
        return
    else:
        where = f"{shown_path(target / finding.path)}:{finding.line}"
        yield f"{where}: {finding.rule}: {finding.message}"
    yield f"  {finding.cure}"


def _annotation(finding: Finding, folder: Path) -> str:
    from dualpress.checks import Severity
    from dualpress.pipeline import FileFinding

    path = folder / finding.path
    found = FileFinding(
        path, finding.line, "", finding.rule, Severity.ERROR, finding.message, finding.cure
    )
    return github_annotation(found, Path.cwd())


def _summary(report: VerifyReport) -> str:
    told = [number_of(report.pages, "page"), number_of(report.pairs, "pair")]
    return f"{', '.join(told)}: {number_of(len(report.findings), 'finding')}."


def _document(report: VerifyReport, target: Path | str) -> dict[str, Any]:
    """What ``--json`` prints."""
    return {
        "site": target.as_posix() if isinstance(target, Path) else target,
        "base_url": report.base_url,
        "pages": report.pages,
        "pairs": report.pairs,
        "findings": [
            {
                "path": finding.path,
                "line": finding.line,
                "rule": finding.rule,
                "message": finding.message,
                "cure": finding.cure,
            }
            for finding in report.findings
        ],
        "warnings": list(report.warnings),
    }
