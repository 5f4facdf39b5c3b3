"""Which items of an export become which files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from dualpress.config import Project
from dualpress.errors import DualpressError, ReadError, UsageError
from dualpress.file_names import folded
from dualpress.pipeline.wordpress.import_report import ImportOrder
from dualpress.pipeline.wordpress.imported_files import ImportedFiles
from dualpress.site.wordpress.languages import TranslationOf, language_of, translations
from dualpress.site.wordpress.slugs import file_stem
from dualpress.site.wordpress.survey import Entry, Survey

__all__ = ["ImportPlan", "plan_import"]


@dataclass(slots=True)
class ImportPlan:
    """What an import is to do.

    Args:
        paths: of the files of the posts that are wanted, by their numbers.
        translations: the posts that are translations of these, by their numbers.
        skipped: how many items are left out, by the reason.
        warnings: what an editor should know.
        failures: why posts that are wanted cannot be had.
    """

    paths: dict[int, Path] = field(default_factory=dict)
    translations: dict[int, TranslationOf] = field(default_factory=dict)
    skipped: Counter[str] = field(default_factory=Counter)
    warnings: list[str] = field(default_factory=list)
    failures: list[DualpressError] = field(default_factory=list)


def plan_import(
    survey: Survey, files: ImportedFiles, order: ImportOrder, project: Project
) -> ImportPlan:
    """Decide what becomes of the posts of an export.

    Raises:
        UsageError: it has no post of a name that was asked for.
    """
    plan = ImportPlan(skipped=Counter(survey.others))
    known, site = files.numbers, language_of(survey.channel.language)
    others = translations(survey.members(), known, site)
    wanted = {number: entry for number, entry in survey.entries.items() if _is_named(entry, order)}
    for entry in wanted.values():
        if reason := _reason_to_skip(entry, order):
            plan.skipped[reason] += 1
        elif entry.id not in others:
            _take(entry, plan, files, order)
        elif entry.id in known or order.only:
            original = survey.entries[others[entry.id].original]
            plan.warnings.append(_is_translation(entry, original, files.path(entry.id)))
    if order.only:
        _refuse_unknown(order, wanted.values())
    _place(plan, wanted, files, project)
    plan.translations = {
        number: told for number, told in others.items() if told.original in plan.paths
    }
    return plan


def _is_named(entry: Entry, order: ImportOrder) -> bool:
    return not order.only or not order.only.isdisjoint((entry.slug, str(entry.id)))


def _reason_to_skip(entry: Entry, order: ImportOrder) -> str | None:
    if entry.status not in order.statuses or not entry.is_live:
        return f"status {entry.status}"
    if entry.has_password:
        return "with a password"
    if entry.of.tag and not entry.of.language:
        return f"language {entry.of.tag}"
    return None


def _take(entry: Entry, plan: ImportPlan, files: ImportedFiles, order: ImportOrder) -> None:
    if entry.is_oversized:
        cause = f"the post “{entry.name}” has a text of more than 16 MiB, the most for an article"
        plan.failures.append(ReadError(cause, path=order.file, line=entry.line))
    elif not entry.id:
        cause = f"the post “{entry.name}” has no number, and could not be found again"
        plan.failures.append(ReadError(cause, path=order.file, line=entry.line))
    else:
        plan.paths[entry.id] = files.path(entry.id) or Path()


def _is_translation(entry: Entry, original: Entry, path: Path | None) -> str:
    """Why a post that was asked for, or was imported before, is not."""
    told = f"“{entry.name}” is a translation of “{original.name}” in WordPress, and not imported"
    return f"{told}; remove {path} if it is not to be translated itself" if path else told


def _refuse_unknown(order: ImportOrder, found: Iterable[Entry]) -> None:
    names = {name for entry in found for name in (entry.slug, str(entry.id))}
    for name in sorted(order.only - names):
        raise UsageError(
            f"the export has no post or page with the slug or number “{name}”", path=order.file
        )


def _place(
    plan: ImportPlan, entries: dict[int, Entry], files: ImportedFiles, project: Project
) -> None:
    """Give a file to each post that has none; of posts with one slug the oldest has it bare."""
    taken = files.taken()
    for number in sorted(plan.paths):
        if plan.paths[number] == Path():
            entry = entries[number]
            stem = file_stem(entry.slug or entry.title.lower(), number, taken)
            taken.add(folded(stem))
            plan.paths[number] = project.posts / f"{stem}.html"
