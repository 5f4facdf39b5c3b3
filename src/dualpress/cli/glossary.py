"""``dualpress glossary``: what the glossary lacks, told and proposed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from dualpress.cli.helping import PlainCommand
from dualpress.cli.options import DryRun, Ids, Json, NoWait, ProjectFolder, Quiet
from dualpress.cli.projects import open_project_alone
from dualpress.cli.screen import Screen, shown_path
from dualpress.cli.session import DONE, FAILED, session
from dualpress.cli.wording import number_of

if TYPE_CHECKING:
    from dualpress.glossary.proposals import Conflict, Contradiction, Correction, Place, Suggestion
    from dualpress.pipeline.learn import LearnReport
    from dualpress.pipeline.suggest import SuggestReport

__all__ = ["app"]

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Find names that no glossary has, and what reviewers write otherwise.",
)

Apply = Annotated[
    bool,
    typer.Option("--apply", help="Write rows for an editor into glossaries/proposed.csv."),
]

_MOST_PLACES = 3


@app.command("suggest", cls=PlainCommand)
def suggest(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="POST",
            help="Posts, or folders of posts. Without any: all.",
            show_default=False,
        ),
    ] = None,
    at_least: Annotated[
        int,
        typer.Option("--at-least", metavar="N", min=1, help="Only names that stand there N times."),
    ] = 1,
    apply: Apply = False,
    project: ProjectFolder = None,
    no_wait: NoWait = False,
    dry_run: DryRun = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """List the names and acronyms of posts that no glossary has.

    Each with how often it is there, where, and what it may be called in the other language; then
    the names that one article writes in two ways.
    """
    with session("glossary suggest", as_json=as_json, quiet=quiet) as screen:
        is_dry = dry_run or not apply
        opened = open_project_alone(project, screen, no_wait=no_wait, dry_run=is_dry)
        from dualpress.cli.glossary_documents import suggest_document
        from dualpress.pipeline.suggest import suggest_names

        report = suggest_names(
            opened,
            paths or [],
            at_least=at_least,
            apply=apply,
            dry_run=dry_run,
            progress=screen.progress,
        )
        _show_names(report, screen)
        _tell_outcome(report, screen, applied=apply, dry_run=dry_run)
        document = {"dry_run": dry_run, **suggest_document(report, opened.root)}
        screen.report(document, exit_code=FAILED if report.failures else DONE)


@app.command("learn", cls=PlainCommand)
def learn(
    ids: Ids = None,
    at_least: Annotated[
        int,
        typer.Option("--at-least", metavar="N", min=2, help="What stands in N sentences or more."),
    ] = 3,
    apply: Apply = False,
    project: ProjectFolder = None,
    no_wait: NoWait = False,
    dry_run: DryRun = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """List what reviewers correct or write in the same way again and again.

    Their translations are compared with what the machine drafted, and with what the glossary says.
    """
    with session("glossary learn", as_json=as_json, quiet=quiet) as screen:
        is_dry = dry_run or not apply
        opened = open_project_alone(project, screen, no_wait=no_wait, dry_run=is_dry)
        from dualpress.cli.glossary_documents import learn_document
        from dualpress.pipeline.learn import learn_terms

        report = learn_terms(
            opened,
            ids or [],
            at_least=at_least,
            apply=apply,
            dry_run=dry_run,
            progress=screen.progress,
        )
        _show_learned(report, screen)
        _tell_outcome(report, screen, applied=apply, dry_run=dry_run)
        document = {"dry_run": dry_run, **learn_document(report, opened.root)}
        screen.report(document, exit_code=FAILED if report.failures else DONE)


def _show_names(report: SuggestReport, screen: Screen) -> None:
    if report.names:
        screen.table(
            ("name", "times", "articles", "proposed", "why", "first at"),
            [_cells(name) for name in report.names],
        )
    for conflict in report.conflicts:
        screen.result(_conflict_line(conflict))
    told = [number_of(len(report.names), "name") + " that no glossary has"]
    if report.conflicts:
        told.append(f"{len(report.conflicts)} written in two ways in one article")
    screen.note(f"{'; '.join((*told, *_marked_words(report)))}.")


def _marked_words(report: SuggestReport | LearnReport) -> Iterator[str]:
    """What became of rows that were proposed before."""
    if report.waiting:
        yield f"{number_of(report.waiting, 'row')} proposed before and waiting for you"
    if report.rejected:
        yield f"{report.rejected} rejected"


def _cells(name: Suggestion) -> tuple[str, ...]:
    from dualpress.glossary.proposals import basis_words

    first = name.renderings[0] if name.renderings else None
    others = [spelling for spelling, _ in name.spellings[1:]]
    shown = f"{name.name} (also {', '.join(others)})" if others else name.name
    return (
        shown,
        str(len(name.places)),
        str(len(name.articles)),
        first.text if first else "",
        basis_words(first) if first else "",
        _place(name.places[0]),
    )


def _conflict_line(conflict: Conflict) -> str:
    ways = " and ".join(
        f"“{text}” ({number_of(len(places), 'time')}, {_place(places[0])})"
        for text, places in conflict.written
    )
    return f"two ways in {conflict.article}: {ways}"


def _place(place: Place) -> str:
    return f"{place.article}, {place.label}"


def _show_learned(report: LearnReport, screen: Screen) -> None:
    for correction in report.corrections:
        for line in _correction_lines(correction):
            screen.result(line)
    for contradiction in report.contradictions:
        for line in _contradiction_lines(contradiction):
            screen.result(line)
    corrections = number_of(len(report.corrections), "correction")
    contradictions = number_of(len(report.contradictions), "row")
    told = [
        f"{corrections} made again and again in {number_of(report.compared, 'drafted sentence')}",
        f"{contradictions} of the glossary that reviewers write otherwise",
    ]
    screen.note(f"{'; '.join((*told, *_marked_words(report)))}.")


def _correction_lines(correction: Correction) -> Iterator[str]:
    about = f"for “{correction.term}” " if correction.term else ""
    times = number_of(len(correction.places), "time")
    yield (
        f"reviewers write {about}“{correction.after}” where the machine wrote "
        f"“{correction.before}”, {times}"
    )
    yield from _where(correction.places)


def _contradiction_lines(found: Contradiction) -> Iterator[str]:
    headword = found.term.headword(found.language)
    times = number_of(len(found.places), "time")
    name = found.term.en if headword != found.term.en else found.term.hi
    yield (
        f"reviewers write for “{name}” “{found.written}” where the glossary says “{headword}”, "
        f"{times}; as the glossary says, {found.kept}"
    )
    yield from _where(found.places)


def _where(places: Iterable[Place]) -> Iterator[str]:
    labels = [place.label for place in places]
    more = f" and {len(labels) - _MOST_PLACES} more" if len(labels) > _MOST_PLACES else ""
    yield f"  {', '.join(labels[:_MOST_PLACES])}{more}"


def _tell_outcome(
    report: SuggestReport | LearnReport, screen: Screen, *, applied: bool, dry_run: bool
) -> None:
    """Tell what went wrong, and what was written where."""
    for failure in report.failures:
        screen.error(failure)
    sheet = shown_path(report.sheet)
    if report.unread:
        screen.warn(
            f"{sheet} is not read as a glossary, so that rows you confirm there are not used; "
            f"write into dualpress.toml: {report.unread}"
        )
    if not applied:
        return
    would = "would be " if dry_run else ""
    screen.done(f"{number_of(report.written, 'row')} {would}written to {sheet}")
    if report.written and not dry_run:
        screen.note(
            "They are not used yet. Open the file in a spreadsheet: empty the cell “note” of a row "
            "to use it, write “rejected” there to see the name no more."
        )
