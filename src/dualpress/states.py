"""The table of states: what a page shows of a segment, and how a segment moves on.

Pure functions over a :class:`~dualpress.translation.Translation`; nothing here
reads or writes. The table, for ``publish = "reviewed"`` and ``"all"``:

============================  ======================  ============================
segment                       reviewed                all
============================  ======================  ============================
untranslated                  the article waits       source sentence, notice
draft                         the article waits       draft, notice, ``noindex``
draft with an error           the article waits       source sentence, notice
reviewed, even with an error  as reviewed             as reviewed
stale                         last approved, notice   last approved, notice
stale, numbers put in         with them, notice       with them, notice
joined, obsolete              nothing                 nothing
============================  ======================  ============================
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple, TypeVar

from dualpress.article import Candidate, Publish, SegmentKey, Status
from dualpress.errors import TranslationRefused
from dualpress.translation import Translation, is_blank, misfit, status_of

__all__ = [
    "Approved",
    "ArticleState",
    "Edit",
    "SegmentState",
    "Shown",
    "Verdict",
    "approve",
    "approved_of",
    "article_state",
    "clear_fuzzy",
    "draft",
    "edit_source",
    "must_mend",
    "retire",
    "revive",
    "segment_state",
    "shown",
    "unchanged",
    "waits",
]

T = TypeVar("T", bound=Translation)


class Shown(StrEnum):
    """What stands on the page in a segment's place."""

    SOURCE = "source"
    """The source sentence, with its ``lang``."""

    DRAFT = "draft"
    """A translation that no human confirmed."""

    REVIEWED = "reviewed"
    """The translation that a human confirmed."""

    STALE = "stale"
    """The translation that a human confirmed for an earlier wording of the source."""

    NOTHING = "nothing"
    """No text: the sentence above says it, or the page no longer has it."""


class SegmentState(NamedTuple):
    """All of a segment that the table asks for.

    Args:
        status: how far its translation is.
        has_error: whether a check of severity error fails on it.
        waived: whether the reviewer waived all those errors.
        joins: whether the target is the mark of a joined sentence; tells for
            drafts and stale segments, whose status does not say so.
    """

    status: Status
    has_error: bool = False
    waived: bool = False
    joins: bool = False


def segment_state(
    translation: Translation, *, has_error: bool = False, waived: bool = False
) -> SegmentState:
    """What the table asks of a translation."""
    return SegmentState(translation.status, has_error, waived, translation.joins)


def shown(segment: SegmentState, publish: Publish) -> Shown:
    """What the page shows of a segment.

    Of an article that is held (see :func:`article_state`) no page is made;
    the answer is then what could be shown without publishing a draft.
    """
    match segment.status:
        case Status.REVIEWED:
            return Shown.REVIEWED
        case Status.JOINED | Status.OBSOLETE:
            return Shown.NOTHING
        case Status.STALE:
            # What the human approved last was that the sentence above says it.
            return Shown.NOTHING if segment.joins else Shown.STALE
        case Status.DRAFT if publish is Publish.ALL and _is_sound_draft(segment):
            return Shown.DRAFT
        case _:
            return Shown.SOURCE


def _is_sound_draft(segment: SegmentState) -> bool:
    # An unconfirmed joining must not take a sentence off the page.
    return not segment.joins and (segment.waived or not segment.has_error)


def waits(segment: SegmentState, publish: Publish) -> bool:
    """Whether this segment keeps its article from being published."""
    return publish is Publish.REVIEWED and segment.status in (Status.UNTRANSLATED, Status.DRAFT)


def must_mend(segment: SegmentState) -> bool:
    """Whether ``check`` fails on a word that is published all the same."""
    return segment.status is Status.REVIEWED and segment.has_error and not segment.waived


@dataclass(frozen=True, slots=True)
class ArticleState:
    """What becomes of a whole article.

    Args:
        held: it waits for its reviewer: no page is written for it. No failure.
        draft_notice: the page says that parts of it are not reviewed.
        stale_notice: the page says that its source was edited since, and when.
        noindex: search engines are asked to leave the page out.
        linked: other pages may link to it, list it and name it as alternate.
    """

    held: bool
    draft_notice: bool
    stale_notice: bool
    noindex: bool
    linked: bool


def article_state(segments: Iterable[SegmentState], publish: Publish) -> ArticleState:
    """What becomes of an article with these segments."""
    segments = tuple(segments)
    if any(waits(segment, publish) for segment in segments):
        return ArticleState(
            held=True, draft_notice=False, stale_notice=False, noindex=False, linked=False
        )
    on_page = {shown(segment, publish) for segment in segments}
    return ArticleState(
        held=False,
        draft_notice=not on_page.isdisjoint((Shown.DRAFT, Shown.SOURCE)),
        stale_notice=any(segment.status is Status.STALE for segment in segments),
        noindex=Shown.DRAFT in on_page,
        linked=True,
    )


def clear_fuzzy(translation: T) -> T:
    """What a translation is once a human took its ``fuzzy`` away.

    Without a question asked, since it is done: this is how a PO file with
    the flag gone reads. Other than drafts and stale translations come back
    as they are.
    """
    if translation.status not in (Status.DRAFT, Status.STALE):
        return translation
    status = status_of(translation.source, translation.target, fuzzy=False, previous=None)
    return replace(translation, status=status, previous=None)


def approve(translation: T) -> T:
    """A human confirms what stands there.

    Raises:
        TranslationRefused: there is nothing to confirm, or it could not stand
            on the page.
    """
    if translation.status is Status.OBSOLETE:
        raise _refused(translation, "The sentence is no longer on the page")
    if translation.status is Status.UNTRANSLATED:
        raise _refused(translation, "There is no translation yet")
    _refuse_misfit(translation)
    return clear_fuzzy(translation)


def unchanged(translation: T) -> T:
    """A human confirms that the edit of the source left its meaning as it was.

    Raises:
        TranslationRefused: the source was not edited since the review, or the
            edit changed the tags, which the translation must follow.
    """
    if translation.status is not Status.STALE:
        raise _refused(translation, "The source was not edited since the review")
    _refuse_misfit(translation)
    return clear_fuzzy(translation)


def _refuse_misfit(translation: Translation) -> None:
    # A joined sentence has no text of its own that could fit or not.
    if translation.joins:
        return
    if reason := misfit(translation.source, translation.target):
        raise _refused(translation, reason)


def draft(translation: T, candidate: Candidate) -> T:
    """A machine proposes a translation.

    A candidate that repeats a human's word counts as reviewed if it fits.

    Raises:
        TranslationRefused: a human's word stands there, the sentence is no
            longer on the page, or the candidate is empty.
    """
    if translation.status not in (Status.UNTRANSLATED, Status.DRAFT):
        raise _refused(translation, f"A machine does not change what is {translation.status}")
    if is_blank(candidate.target):
        raise _refused(translation, "The proposed translation is empty")
    origin = replace(candidate.origin, draft=None if candidate.confirmed else candidate.target)
    drafted = replace(translation, target=candidate.target, status=Status.DRAFT, origin=origin)
    fits = misfit(translation.source, candidate.target) is None
    return clear_fuzzy(drafted) if candidate.confirmed and fits else drafted


class Edit(StrEnum):
    """What an edit of a source means for the translation that was approved before it."""

    NOTHING = "nothing"
    """Words and numbers are the same: the translation stands."""

    NUMBERS = "numbers"
    """Numbers alone changed, and the new ones stand in the translation with certainty."""

    WORDING = "wording"
    """The sentence says it in other words."""

    FACTS = "facts"
    """A number, a name or a denial is another, or gone: the translation would be wrong."""


class Approved(NamedTuple):
    """What a human approved last.

    Args:
        source: the sentence as it was then.
        target: its translation.
    """

    source: str
    target: str


class Verdict(NamedTuple):
    """What became of a source since it was approved.

    Args:
        edit: what the edit means.
        target: the approved translation; with the new numbers in it for
            :attr:`Edit.NUMBERS`.
    """

    edit: Edit
    target: str


def approved_of(translation: Translation) -> Approved | None:
    """What a human approved, as far as the translation itself tells it."""
    if translation.status.is_confirmed:
        return Approved(translation.source, translation.target)
    if translation.previous is not None:
        return Approved(translation.previous, translation.target)
    return None


def edit_source(
    translation: T,
    key: SegmentKey,
    weigh: Callable[[Approved, str], Verdict],
    approved: Approved | None = None,
) -> T:
    """The author edited the sentence, which is now ``key``.

    What counts is the difference from the source that was approved, not from
    the last one: two edits come to the same as both at once, and the author who
    goes back finds the approved translation as it was.

    ============  ==================================================
    the edit      what becomes of the approved translation
    ============  ==================================================
    nothing       stands, reviewed
    numbers       stale, with the new numbers in it
    wording       stale, as it was
    facts         leaves the entry, so that a machine drafts anew
    ============  ==================================================

    Without anything approved, a draft stays if its source means the same, and
    is dropped otherwise.

    Args:
        translation: of the sentence before; not obsolete.
        key: the sentence now.
        weigh: what became of an approved source, now this one.
        approved: what a human approved last, where the translation does not tell.
    """
    approved = approved or approved_of(translation)
    # An editor gives a context where the source alone does not tell the meaning.
    is_same_context = translation.key.context == key.context
    if translation.status is Status.DRAFT and is_same_context:
        drafted = Approved(translation.source, translation.target)
        if weigh(drafted, key.source).edit is Edit.NOTHING:
            return replace(translation, key=key)
    if approved is None:
        return _emptied(translation, key)
    edit, target = weigh(approved, key.source)
    if edit is Edit.FACTS:
        return _emptied(translation, key)
    if edit is Edit.NOTHING and is_same_context:
        return _restored(translation, key, target)
    origin = None if translation.status is Status.DRAFT else translation.origin
    return replace(
        translation,
        key=key,
        target=target,
        status=Status.STALE,
        previous=approved.source,
        origin=origin,
    )


def _emptied(translation: T, key: SegmentKey) -> T:
    return replace(
        translation, key=key, target="", status=Status.UNTRANSLATED, previous=None, origin=None
    )


def _restored(translation: T, key: SegmentKey, target: str) -> T:
    status = status_of(key.source, target, fuzzy=False, previous=None)
    origin = None if translation.status is Status.DRAFT else translation.origin
    return replace(translation, key=key, target=target, status=status, previous=None, origin=origin)


def retire(translation: T) -> T:
    """The sentence left the page."""
    if translation.status is Status.OBSOLETE:
        return translation
    return replace(translation, status=Status.OBSOLETE, former=translation.status)


def revive(translation: T) -> T:
    """The sentence came back: its translation is what it was."""
    if translation.former is None:
        return translation
    return replace(translation, status=translation.former, former=None)


def _refused(translation: Translation, cause: str) -> TranslationRefused:
    return TranslationRefused(f"{cause}: “{translation.source}”", key=translation.key)
