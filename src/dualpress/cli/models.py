"""``dualpress models``: the translation models of this computer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dualpress.cli.documents import error_document, package_document, problem_document
from dualpress.cli.helping import PlainCommand
from dualpress.cli.options import DryRun, Json, NoWait, ProjectFolder, Quiet
from dualpress.cli.progress import count_megabytes
from dualpress.cli.projects import open_project_if_any, work_alone
from dualpress.cli.screen import Screen, shown_path
from dualpress.cli.session import DONE, FAILED, FINDINGS, session
from dualpress.errors import UsageError, WorkError

if TYPE_CHECKING:
    from dualpress.config import Project
    from dualpress.engines.packages import AvailablePackage, InstalledPackage

__all__ = ["app"]

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="List, install, remove and verify translation models.",
)


@app.command("list", cls=PlainCommand)
def list_models(
    available: Annotated[
        bool,
        typer.Option("--available", help="Ask the Argos index, over the network, what it has."),
    ] = False,
    project: ProjectFolder = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """List the installed models."""
    with session("models list", as_json=as_json, quiet=quiet) as screen:
        from dualpress.engines import packages

        models, _ = _places(open_project_if_any(project))
        installed = packages.installed(models)
        offered = packages.available() if available else []
        for package in installed:
            screen.result(f"{_line(package)}  {shown_path(package.path)}")
        for offer in offered:
            screen.result(f"{_line(offer)}  available")
        if not installed:
            screen.note(f"No model is installed in {shown_path(models)}.")
            screen.note("Install one with: dualpress models install en-hi")
        screen.report(
            {
                "models": models.as_posix(),
                "installed": [package_document(package) for package in installed],
                "available": [package_document(offer) for offer in offered],
            }
        )


@app.command("install", cls=PlainCommand)
def install(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE",
            help="A pair of languages (en-hi, hi-en), fetched from the Argos index; or an "
            ".argosmodel file or a folder of this computer.",
            show_default=False,
        ),
    ],
    sha256: Annotated[
        str | None,
        typer.Option(
            "--sha256",
            metavar="HEX",
            help="The SHA-256 that the file must have. Without it: the one in the project's "
            "dualpress.lock, or, the first time, any; it is recorded there.",
            show_default=False,
        ),
    ] = None,
    project: ProjectFolder = None,
    no_wait: NoWait = False,
    dry_run: DryRun = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Install models."""
    with session("models install", as_json=as_json, quiet=quiet) as screen:
        if sha256 is not None and len(sources) > 1:
            raise UsageError("--sha256 is of one model", hint="Install the models one by one")
        opened = open_project_if_any(project)
        if opened is not None and not dry_run:
            work_alone(opened, screen, no_wait=no_wait)  # it records the model in the project
        models, lock = _places(opened)
        found = [_source(text) for text in sources]
        document: dict[str, object] = {"dry_run": dry_run, "models": models.as_posix()}
        if dry_run:
            for source in found:
                screen.done(f"{source} would be installed in {shown_path(models)}")
            screen.report(document | {"installed": [], "failures": []})
            return
        installed, failures = _install(found, models, lock, sha256, screen)
        document["installed"] = [package_document(package) for package in installed]
        document["failures"] = [error_document(failure) for failure in failures]
        screen.report(document, exit_code=FAILED if failures else DONE)


@app.command("remove", cls=PlainCommand)
def remove(
    names: Annotated[
        list[str],
        typer.Argument(metavar="NAME", help="Models, as `list` names them: en-hi, hi-en."),
    ],
    project: ProjectFolder = None,
    dry_run: DryRun = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Remove models from this computer."""
    with session("models remove", as_json=as_json, quiet=quiet) as screen:
        from dualpress.engines import packages

        models, _ = _places(open_project_if_any(project))
        removed = [one for name in names for one in _named(name, packages.installed(models))]
        for name in () if dry_run else dict.fromkeys(names):
            packages.remove_package(name, models)
        for package in removed:
            screen.done(f"{_line(package)}  {'would be removed' if dry_run else 'removed'}")
        screen.report(
            {
                "dry_run": dry_run,
                "models": models.as_posix(),
                "removed": [package_document(package) for package in removed],
            }
        )


@app.command("verify", cls=PlainCommand)
def verify(
    project: ProjectFolder = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Prove that the installed models are whole.

    The exit code is 1 where a file changed, or a model does not load.
    """
    with session("models verify", as_json=as_json, quiet=quiet) as screen:
        from dualpress.engines import packages

        models, lock = _places(open_project_if_any(project))
        problems = packages.verify_packages(models, lock)
        for problem in problems:
            screen.result(f"{shown_path(problem.path)}: {problem.package}: {problem.cause}")
            screen.result(f"  {problem.hint}")
        if not problems:
            screen.done(f"The models in {shown_path(models)} are whole.")
        screen.report(
            {
                "models": models.as_posix(),
                "problems": [problem_document(problem) for problem in problems],
            },
            exit_code=FINDINGS if problems else DONE,
        )


def _places(project: Project | None) -> tuple[Path, Path | None]:
    """The folder of the models, and the lock of the project if there is one."""
    from dualpress.config.project import default_models

    return (default_models(), None) if project is None else (project.models, project.lock)


def _source(text: str) -> Path | str:
    """A path where it looks like one or is one; else a pair of languages."""
    path = Path(text)
    is_path = path.suffix == ".argosmodel" or path.name != text or path.exists()
    return path.absolute() if is_path else text


def _install(
    sources: list[Path | str],
    models: Path,
    lock: Path | None,
    sha256: str | None,
    screen: Screen,
) -> tuple[list[InstalledPackage], list[WorkError]]:
    """Install what can be installed, and keep the errors of the rest."""
    from dualpress.engines import packages

    installed: list[InstalledPackage] = []
    failures: list[WorkError] = []
    for source in sources:
        progress = count_megabytes(screen.progress, f"Fetching {source}")
        try:
            package = packages.install_package(
                source, models, sha256=sha256, lock=lock, progress=progress
            )
        except WorkError as error:
            screen.progress.finish()
            screen.error(error)
            failures.append(error)
        else:
            screen.progress.finish()
            screen.done(f"{_line(package)}  installed in {shown_path(package.path)}")
            installed.append(package)
    return installed, failures


def _named(name: str, packages: list[InstalledPackage]) -> list[InstalledPackage]:
    """The installed packages that a name is of.

    Raises:
        UsageError: there is none.
    """
    found = [one for one in packages if name in (one.name, f"{one.source}-{one.target}")]
    if not found:
        known = ", ".join(dict.fromkeys(f"{one.source}-{one.target}" for one in packages))
        raise UsageError(
            f"no model {name!r} is installed", hint=f"Installed are: {known or 'none'}"
        )
    return found


def _line(package: InstalledPackage | AvailablePackage) -> str:
    return f"{package.source}-{package.target}  {package.name} {package.version}"
