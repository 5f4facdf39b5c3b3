"""The JSON documents of ``dualpress glossary``, as docs/commands.md describes them."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dualpress.cli.documents import error_document, path_document

if TYPE_CHECKING:
    from dualpress.glossary.proposals import Conflict, Contradiction, Correction, Place, Suggestion
    from dualpress.pipeline.learn import LearnReport
    from dualpress.pipeline.suggest import SuggestReport

__all__ = ["learn_document", "suggest_document"]


def suggest_document(report: SuggestReport, root: Path) -> dict[str, Any]:
    """The names that no glossary has."""
    return {
        "project": root.as_posix(),
        "names": [_name(name) for name in report.names],
        "conflicts": [_conflict(conflict) for conflict in report.conflicts],
        "sheet": path_document(report.sheet, root),
        "written": report.written,
        "waiting": report.waiting,
        "rejected": report.rejected,
        "failures": [error_document(failure, root) for failure in report.failures],
    }


def learn_document(report: LearnReport, root: Path) -> dict[str, Any]:
    """What reviewers write again and again."""
    return {
        "project": root.as_posix(),
        "compared": report.compared,
        "corrections": [_correction(one) for one in report.corrections],
        "contradictions": [_contradiction(one) for one in report.contradictions],
        "sheet": path_document(report.sheet, root),
        "written": report.written,
        "waiting": report.waiting,
        "rejected": report.rejected,
        "failures": [error_document(failure, root) for failure in report.failures],
    }


def _name(name: Suggestion) -> dict[str, Any]:
    return {
        "name": name.name,
        "language": name.language.value,
        "kind": name.kind.value if name.kind else None,
        "spellings": [{"text": text, "times": times} for text, times in name.spellings],
        "renderings": [{"text": one.text, "basis": one.basis.value} for one in name.renderings],
        "stands_for": name.expansion,
        "first_use": name.first_use,
        "short_for": name.short_for,
        "places": _places(name.places),
    }


def _conflict(conflict: Conflict) -> dict[str, Any]:
    return {
        "article": conflict.article,
        "name": conflict.name,
        "language": conflict.language.value,
        "written": [{"text": text, "places": _places(places)} for text, places in conflict.written],
    }


def _correction(correction: Correction) -> dict[str, Any]:
    return {
        "term": correction.term,
        "language": correction.language.value,
        "before": correction.before,
        "after": correction.after,
        "places": _places(correction.places),
    }


def _contradiction(found: Contradiction) -> dict[str, Any]:
    return {
        "en": found.term.en,
        "hi": found.term.hi,
        "kind": found.term.kind.value,
        "language": found.language.value,
        "written": found.written,
        "times": len(found.places),
        "as_the_row_has_it": found.kept,
        "places": _places(found.places),
    }


def _places(places: Iterable[Place]) -> list[dict[str, Any]]:
    return [{"article": place.article, "block": place.block, "at": place.label} for place in places]
