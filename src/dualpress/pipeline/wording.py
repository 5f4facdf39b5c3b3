"""What the pipeline tells an editor in words."""

from __future__ import annotations

from collections.abc import Mapping

from dualpress.article import Status

__all__ = ["REFUSED", "counted", "next_step", "reason_to_wait", "stays_up"]

REFUSED = "a translation cannot be put on the page, see the error"
"""Why an article has no page though all of it is approved."""


def counted(count: int, singular: str, plural: str | None = None) -> str:
    """``1 sentence``, ``2 sentences``."""
    return f"{count} {singular if count == 1 else plural or singular + 's'}"


def reason_to_wait(counts: Mapping[Status, int]) -> str:
    """Why an article has no page in the other language."""
    parts = []
    if missing := counts.get(Status.UNTRANSLATED, 0):
        parts.append(f"{counted(missing, 'sentence')} without a translation")
    if drafts := counts.get(Status.DRAFT, 0):
        parts.append(f"{counted(drafts, 'draft')} to review")
    return " and ".join(parts)


def stays_up(reason: str) -> str:
    """The same where a page that was approved before is left as it is."""
    return f"{reason}; the page that was approved before stays up"


def next_step(counts: Mapping[Status, int], errors: int, po: str, name: str) -> str:
    """What an editor or reviewer does next for an article, one line."""
    missing, drafts = counts.get(Status.UNTRANSLATED, 0), counts.get(Status.DRAFT, 0)
    stale = counts.get(Status.STALE, 0)
    if not any(counts.values()):
        return "nothing: the page has no text"
    if missing and missing == sum(counts.values()):
        return f"translate: run dualpress translate, or fill in {po}"
    if errors:
        return f"mend {counted(errors, 'error')} in {po}: see dualpress check {name}"
    if missing or drafts:
        parts = [f"translate {counted(missing, 'sentence')}"] if missing else []
        parts += [f"review {counted(drafts, 'draft')}"] if drafts else []
        parts += [f"look again at {counted(stale, 'edited sentence')}"] if stale else []
        return f"{' and '.join(parts)} in {po}"
    if stale:
        return (
            f"look again at {counted(stale, 'edited sentence')} in {po}, "
            f"or run dualpress unchanged {name}"
        )
    return "nothing: all is reviewed"
