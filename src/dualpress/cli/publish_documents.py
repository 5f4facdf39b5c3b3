"""The JSON document of ``publish``, as docs/commands.md describes it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from dualpress.cli.documents import error_document

if TYPE_CHECKING:
    from dualpress.pipeline.wordpress.publishing_report import PublishedPost, PublishReport

__all__ = ["publish_document"]


def publish_document(report: PublishReport, root: Path) -> dict[str, Any]:
    """What ``publish wordpress`` did."""
    return {
        "project": root.as_posix(),
        "site": report.site,
        "posts": [_post(post) for post in report.posts],
        "waiting": [{"id": name, "held": why} for name, why in report.waiting.items()],
        "made_terms": list(report.made_terms),
        "warnings": list(report.warnings),
        "failures": [error_document(failure, root) for failure in report.failures],
    }


def _post(post: PublishedPost) -> dict[str, Any]:
    return {
        "id": post.id,
        "source": post.source.value,
        "target": post.target.value,
        "action": post.action.value,
        "post": post.post,
        "link": post.link,
        "status": post.status,
        "held": post.held,
        "warnings": list(post.warnings),
    }
