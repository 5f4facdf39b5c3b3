"""The shapes of the JSON documents, as docs/commands.md describes them.

Paths below the project's folder are given from there, others whole; folders
are separated by ``/`` on every system.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dualpress.config.scaffold import NewProject
    from dualpress.engines.packages import AvailablePackage, InstalledPackage, Problem
    from dualpress.errors import DualpressError
    from dualpress.pipeline import (
        ArticleReport,
        ArticleStatus,
        CheckReport,
        ExportedArticle,
        ExportReport,
        FileFinding,
        Hit,
        PackReport,
        PreviewReport,
        Question,
        ReplaceReport,
        ReviewReport,
        RunReport,
        StatusReport,
        UnpackReport,
        Waiver,
    )
    from dualpress.pipeline.bench import BenchReport, Measured

__all__ = [
    "bench_document",
    "check_document",
    "error_document",
    "export_document",
    "init_document",
    "pack_document",
    "package_document",
    "path_document",
    "path_documents",
    "preview_document",
    "problem_document",
    "replace_document",
    "review_document",
    "run_document",
    "status_document",
    "unpack_document",
]


def path_document(path: Path, root: Path | None) -> str:
    """A path from the project's folder, where it lies below."""
    if root is not None and path.is_relative_to(root):
        path = path.relative_to(root)
    return path.as_posix()


def path_documents(paths: Iterable[Path], root: Path | None) -> list[str]:
    """Several files, as :func:`path_document` names them."""
    return [path_document(path, root) for path in paths]


def error_document(error: DualpressError, root: Path | None = None) -> dict[str, Any]:
    """An error: its class, and what it says."""
    return {
        "kind": type(error).__name__,
        "cause": error.cause,
        "path": None if error.path is None else path_document(error.path, root),
        "line": error.line,
        "hint": error.hint,
    }


def init_document(plan: NewProject) -> dict[str, Any]:
    """What ``init`` made and found."""
    return {
        "project": plan.root.as_posix(),
        "folders": [str(folder) for folder in plan.folders],
        "written": [str(name) for name in plan.files],
        "kept": [str(name) for name in plan.kept],
    }


def run_document(report: RunReport, root: Path) -> dict[str, Any]:
    """What ``translate`` or ``build`` did."""
    return {
        "project": root.as_posix(),
        "engine": report.engine,
        "left": _left(report),
        "redrafted": report.redrafted,
        "articles": [_article(article, root) for article in report.articles],
        "written": path_documents(report.written, root),
        "removed": path_documents(report.removed, root),
        "warnings": list(report.warnings),
        "failures": _errors(report.failures, root),
    }


def _left(report: RunReport) -> dict[str, Any] | None:
    left = report.left
    return None if left is None else {"articles": left.articles, "limit": left.limit}


def export_document(report: ExportReport, root: Path) -> dict[str, Any]:
    """What ``export`` did."""
    return {
        "project": root.as_posix(),
        "generator": report.generator,
        "folder": path_document(report.folder, root),
        "key": report.key,
        "articles": [_exported(article, root) for article in report.articles],
        "written": path_documents(report.written, root),
        "removed": path_documents(report.removed, root),
        "warnings": list(report.warnings),
        "failures": _errors(report.failures, root),
    }


def _exported(article: ExportedArticle, root: Path) -> dict[str, Any]:
    return {
        "id": article.id,
        "source": article.source.value,
        "target": article.target.value,
        "key": article.key,
        "needs_key": article.needs_key,
        "held": article.held,
        "files": path_documents(article.files, root),
        "warnings": list(article.warnings),
    }


def status_document(report: StatusReport, root: Path) -> dict[str, Any]:
    """What is to be done."""
    return {
        "project": root.as_posix(),
        "articles": [_status(article) for article in report.articles],
        "questions": [_question(question, root) for question in report.questions],
        "waivers": [_waiver(waiver, root) for waiver in report.waivers],
        "warnings": list(report.warnings),
        "failures": _errors(report.failures, root),
    }


def check_document(report: CheckReport, root: Path) -> dict[str, Any]:
    """What ``check`` found."""
    return {
        "project": root.as_posix(),
        "findings": [_finding(finding, root) for finding in report.findings],
        "waived": report.waived,
        "written": path_documents(report.written, root),
        "warnings": list(report.warnings),
        "failures": _errors(report.failures, root),
    }


def review_document(report: ReviewReport, root: Path) -> dict[str, Any]:
    """What ``approve`` or ``unchanged`` did."""
    return {
        "project": root.as_posix(),
        "changed": dict(report.changed),
        "refused": _errors(report.refused, root),
        "failures": _errors(report.failures, root),
    }


def replace_document(report: ReplaceReport, root: Path) -> dict[str, Any]:
    """What ``replace`` did."""
    return {
        "project": root.as_posix(),
        "changed": dict(report.changed),
        "hits": [_hit(hit, root) for hit in report.hits],
        "kept": report.kept,
        "left": report.left,
        "failures": _errors(report.failures, root),
    }


def pack_document(report: PackReport, root: Path) -> dict[str, Any]:
    """What ``review pack`` wrote."""
    return {
        "project": root.as_posix(),
        "packs": [
            {
                "path": path_document(pack.path, root),
                "target": pack.target.value,
                "sentences": pack.sentences,
                "places": pack.places,
                "articles": list(pack.articles),
            }
            for pack in report.packs
        ],
        "warnings": list(report.warnings),
        "failures": _errors(report.failures, root),
    }


def unpack_document(report: UnpackReport, root: Path) -> dict[str, Any]:
    """What ``review unpack`` took into the articles."""
    return {
        "project": root.as_posix(),
        "changed": dict(report.changed),
        "left": _errors(report.left, root),
        "failures": _errors(report.failures, root),
    }


def preview_document(report: PreviewReport, root: Path) -> dict[str, Any]:
    """What ``review preview`` wrote."""
    return {
        "project": root.as_posix(),
        "article": report.article,
        "page": path_document(report.page, root),
        "counts": {status.value: number for status, number in report.counts.items()},
    }


def bench_document(report: BenchReport, root: Path) -> dict[str, Any]:
    """What ``bench terms`` measured."""
    return {
        "project": root.as_posix(),
        "tables": [_measured(measured, root) for measured in report.measured],
        "failures": _errors(report.failures, root),
    }


def _measured(measured: Measured, root: Path) -> dict[str, Any]:
    table = measured.table
    rows = [
        row.model_dump(mode="json")
        | {"change": round(table.change(row), 2), "allowed": table.allows(row)}
        for row in table.rows
    ]
    return table.model_dump(mode="json") | {
        "rows": rows,
        "best": table.best,
        "term_tags": measured.tags,
        "path": path_document(measured.path, root),
    }


def package_document(package: InstalledPackage | AvailablePackage) -> dict[str, Any]:
    """A package of a model; one that is installed has a path."""
    path: Path | None = getattr(package, "path", None)
    return {
        "pair": f"{package.source}-{package.target}",
        "name": package.name,
        "version": package.version,
        "path": None if path is None else path.as_posix(),
    }


def problem_document(problem: Problem) -> dict[str, Any]:
    """Something wrong with an installed package."""
    return {
        "package": problem.package,
        "path": problem.path.as_posix(),
        "cause": problem.cause,
        "hint": problem.hint,
    }


def _article(article: ArticleReport, root: Path) -> dict[str, Any]:
    return {
        "id": article.id,
        "post": path_document(article.path, root),
        "source": article.source.value,
        "target": article.target.value,
        "counts": {status.value: number for status, number in article.counts.items()},
        "filled": dict(article.filled),
        "held": article.held,
        "errors": article.errors,
        "pages": path_documents(article.pages, root),
        "po": path_document(article.po, root),
        "warnings": list(article.warnings),
    }


def _status(article: ArticleStatus) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": article.title,
        "source": article.source.value,
        "target": article.target.value,
        "state": article.state,
        "counts": {status.value: number for status, number in article.counts.items()},
        "held": article.held,
        "confidence": article.confidence,
        "next": article.next,
    }


def _hit(hit: Hit, root: Path) -> dict[str, Any]:
    return {
        "path": path_document(hit.path, root),
        "line": hit.line,
        "article": hit.article,
        "status": hit.status.value,
        "source": hit.source,
        "before": f"{hit.before}{hit.word}{hit.after}",
        "after": f"{hit.before}{hit.new}{hit.after}",
    }


def _question(question: Question, root: Path) -> dict[str, Any]:
    return {
        "path": path_document(question.path, root),
        "line": question.line,
        "article": question.article,
        "text": question.text,
    }


def _waiver(waiver: Waiver, root: Path) -> dict[str, Any]:
    return {
        "path": path_document(waiver.path, root),
        "line": waiver.line,
        "article": waiver.article,
        "checks": list(waiver.checks),
        "reason": waiver.reason,
    }


def _finding(finding: FileFinding, root: Path) -> dict[str, Any]:
    return {
        "path": path_document(finding.path, root),
        "line": finding.line,
        "article": finding.article,
        "check": finding.check,
        "severity": finding.severity.value,
        "message": finding.message,
        "cure": finding.cure,
    }


def _errors(errors: Iterable[DualpressError], root: Path) -> list[dict[str, Any]]:
    return [error_document(error, root) for error in errors]
