"""``dualpress publish``: translations into the site that the articles came from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal, cast

import typer

from dualpress.cli.helping import PlainCommand
from dualpress.cli.options import DryRun, Ids, Json, NoWait, ProjectFolder, Quiet
from dualpress.cli.projects import open_project, open_project_alone
from dualpress.cli.screen import Screen
from dualpress.cli.session import DONE, FAILED, session
from dualpress.cli.wording import direction, number_of

if TYPE_CHECKING:
    from dualpress.pipeline.wordpress.publishing_report import PublishedPost, PublishReport

__all__ = ["app"]

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Put translations into WordPress, where the articles came from.",
)

Status = Annotated[
    str | None,
    typer.Option(
        "--status",
        metavar="draft|publish",
        help="Whether translations are drafts or public. Without it: new ones as the configuration "
        "says, the others as they are. What is published stays published.",
        show_default=False,
    ),
]
Force = Annotated[
    bool,
    typer.Option(
        "--force", help="Send even what has not changed, and overwrite what was edited there."
    ),
]

_DONE = {"created": "created", "updated": "updated", "unchanged": "unchanged", "held": "left"}
_WOULD = _DONE | {"created": "would be created", "updated": "would be updated"}


@app.command("wordpress", cls=PlainCommand)
def wordpress(
    ids: Ids = None,
    status: Status = None,
    force: Force = False,
    project: ProjectFolder = None,
    no_wait: NoWait = False,
    dry_run: DryRun = False,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Create or update translations in WordPress, as drafts by default.

    Only what build would publish is sent, and only where it has changed. What
    was edited in WordPress meanwhile is left as it is, and told.
    """
    with session("publish wordpress", as_json=as_json, quiet=quiet) as screen:
        opened = open_project_alone(project, screen, no_wait=no_wait, dry_run=dry_run)
        from dualpress.cli.publish_documents import publish_document
        from dualpress.pipeline.wordpress.publishing import publish_in_wordpress
        from dualpress.pipeline.wordpress.publishing_report import PublishOrder

        report = publish_in_wordpress(
            opened,
            PublishOrder(ids or [], _status(status), force),
            dry_run=dry_run,
            progress=screen.progress,
        )
        screen.progress.finish()
        _show(report, screen, dry_run=dry_run)
        document = {"dry_run": dry_run, **publish_document(report, opened.root)}
        screen.report(document, exit_code=FAILED if report.failures else DONE)


@app.command("login", cls=PlainCommand)
def login(
    project: ProjectFolder = None,
    as_json: Json = False,
    quiet: Quiet = False,
) -> None:
    """Keep the application password for WordPress in the system's keyring.

    It is asked for, not shown, and tried before it is kept.
    """
    with session("publish login", as_json=as_json, quiet=quiet) as screen:
        opened = open_project(project)
        from dualpress.pipeline.wordpress.connecting import account, log_in, site_address

        url, user = site_address(opened), account(opened)
        password = typer.prompt(
            f"Application password of {user} at {url}", hide_input=True, err=True
        )
        found = log_in(opened, password)
        screen.done(f"Kept the password of {found.name or user} at {url}.")
        screen.report({"project": opened.root.as_posix(), "site": url, "user": user})


def _status(status: str | None) -> Literal["draft", "publish"] | None:
    """What ``--status`` says.

    Raises:
        UsageError: it says anything else.
    """
    from dualpress.errors import UsageError

    if status not in (None, "draft", "publish"):
        raise UsageError(f"--status takes “draft” or “publish”, not “{status}”")
    return cast(Literal["draft", "publish"] | None, status)


def _show(report: PublishReport, screen: Screen, *, dry_run: bool) -> None:
    for post in report.posts:
        _show_post(post, screen, dry_run=dry_run)
    for name, reason in report.waiting.items():
        screen.done(f"{name}; waits: {reason}")
    for words in report.made_terms:
        screen.done(f"{'Would be made' if dry_run else 'Made'}: {words}")
    for warning in report.warnings:
        screen.warn(warning)
    for failure in report.failures:
        screen.error(failure)
    screen.done(_summary(report, dry_run=dry_run))


def _show_post(post: PublishedPost, screen: Screen, *, dry_run: bool) -> None:
    words = (_WOULD if dry_run else _DONE)[post.action]
    line = f"{post.id} ({direction(post.source, post.target)}): {words}"
    screen.done(f"{line}; {post.held}" if post.held else line)
    if post.link:
        screen.done(f"  {post.status:7} {post.link}")
    for warning in post.warnings:
        screen.warn(f"{post.id}: {warning}")


def _summary(report: PublishReport, *, dry_run: bool) -> str:
    counts = {name: sum(post.action == name for post in report.posts) for name in _DONE}
    words = _WOULD if dry_run else _DONE
    told = [f"{count} {words[name]}" for name, count in counts.items() if count]
    if report.waiting:
        told.append(f"{len(report.waiting)} waiting")
    articles = number_of(len(report.posts) + len(report.waiting), "article")
    return f"{articles} at {report.site}: {', '.join(told) or 'nothing to send'}."
