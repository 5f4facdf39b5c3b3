"""What an edit of a source means for the translation that was approved before it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from dualpress.article import TAG, Language, SegmentKey, Status
from dualpress.catalog.approved import (
    JOINED,
    SECOND_PART,
    SPLIT,
    approved_in,
    boundary_of,
    forget,
    remember,
)
from dualpress.catalog.entry import Entry
from dualpress.catalog.facts import contradicts
from dualpress.catalog.likeness import same_meaning
from dualpress.catalog.patch import Patch, patch_numbers
from dualpress.glossary import Glossary
from dualpress.states import Approved, Edit, Verdict, edit_source
from dualpress.translation import JOIN_MARK

__all__ = ["Editor"]


@dataclass(frozen=True)
class Editor:
    """Brings entries to the sentences that theirs became.

    Args:
        language: of the sources.
        glossary: whose terms are names.
    """

    language: Language
    glossary: Glossary = field(default_factory=Glossary)

    def weigh(self, approved: Approved, source: str) -> Verdict:
        """What became of an approved source, now this one.

        Numbers, names and denials are facts: where one of them is another, or
        gone, the translation says what the sentence does not, however alike
        they look.
        """
        if same_meaning(approved.source, source):
            return Verdict(Edit.NOTHING, approved.target)
        if patch := self._patch(approved, source):
            return Verdict(Edit.NUMBERS, patch.target)
        edit = Edit.FACTS if self._denies(approved, source) else Edit.WORDING
        return Verdict(edit, approved.target)

    def edited(self, entry: Entry, key: SegmentKey) -> Entry:
        """The entry of a sentence that was edited.

        Args:
            entry: of the sentence before; not obsolete.
            key: the sentence now.
        """
        approved = approved_in(entry)
        after = edit_source(entry, key, self._rule(entry), approved)
        return self._told(after, approved, boundary_of(entry))

    def split(self, entry: Entry, first: SegmentKey, second: SegmentKey) -> tuple[Entry, Entry]:
        """The entries of two sentences that were one, and approved as one.

        The first has the whole translation and the second is joined to it, both
        stale, so that a page says all of it and nothing twice.
        """
        approved = _known(entry)
        edit, target = self._weigh_joined(
            approved, _one_after_the_other(first.source, second.source)
        )
        head = replace(entry, key=first, comments=forget(entry.comments), origin=None)
        if edit is not Edit.WORDING:
            head = replace(head, status=Status.UNTRANSLATED, target="", previous=None)
            return self._told(head, approved, SPLIT), Entry(second)
        head = replace(head, status=Status.STALE, target=target, previous=approved.source)
        tail = Entry(second, JOIN_MARK, Status.STALE, approved.source)
        comments = remember((), approved, line=SECOND_PART)
        return self._told(head, approved, SPLIT), replace(tail, comments=comments)

    def joined(self, first: Entry, second: Entry, key: SegmentKey) -> Entry:
        """The entry of a sentence that was two, both approved."""
        if boundary_of(first) == SPLIT:  # and so the two were approved as one
            whole = replace(first, comments=remember(first.comments, _known(first)))
            return self.edited(whole, key)
        one, two = _known(first), _known(second)
        approved = Approved(_one_after_the_other(one.source, two.source), _joined_target(one, two))
        edit, target = self._weigh_joined(approved, key.source)
        comments = (*forget(first.comments), *forget(second.comments))
        bare = Entry(key, comments=tuple(dict.fromkeys(comments)))
        if edit is Edit.FACTS:
            return self._told(bare, approved, JOINED)
        stale = replace(bare, target=target, status=Status.STALE, previous=approved.source)
        return self._told(stale, approved, JOINED)

    def _rule(self, entry: Entry) -> Callable[[Approved, str], Verdict]:
        if boundary_of(entry) in (SPLIT, SECOND_PART):
            return self._weigh_part
        return self._weigh_joined if boundary_of(entry) == JOINED else self.weigh

    def _weigh_part(self, approved: Approved, source: str) -> Verdict:
        # Its translation is of two sentences, and would stand for one.
        is_whole = same_meaning(approved.source, source)
        return Verdict(Edit.NOTHING if is_whole else Edit.FACTS, approved.target)

    def _weigh_joined(self, approved: Approved, source: str) -> Verdict:
        verdict = self.weigh(approved, source)
        # No human has seen the text as one sentence, or as two.
        return verdict._replace(edit=Edit.WORDING) if verdict.edit is Edit.NOTHING else verdict

    def _patch(self, approved: Approved, source: str) -> Patch | None:
        return patch_numbers(approved, source, self.language)

    def _denies(self, approved: Approved, source: str) -> bool:
        """Whether the approved sentence says something that this one does not."""
        return contradicts(approved.source, source, self.language, self.glossary, approved.target)

    def _told(self, after: Entry, approved: Approved | None, line: str | None) -> Entry:
        """The entry with what its comments are to keep of what was approved."""
        if approved is None or after.status is Status.DRAFT:
            return after
        if after.status.is_confirmed:
            return replace(after, comments=forget(after.comments))
        if after.status is Status.STALE and after.target == approved.target:
            return replace(after, comments=remember(after.comments, line=line))
        patch = self._patch(approved, after.source) if after.target else None
        numbers = patch.changes if patch else ()
        comments = remember(after.comments, approved, numbers=numbers, line=line)
        return replace(after, comments=comments)


def _known(entry: Entry) -> Approved:
    approved = approved_in(entry)
    if approved is None:
        raise ValueError(f"nothing was ever approved for {entry.source!r}")
    return approved


def _one_after_the_other(first: str, second: str) -> str:
    """Two texts as one, their tags numbered on."""
    numbers = [int(tag["g"] or tag["x"]) for tag in TAG.finditer(first)]
    return f"{first} {_renumbered(second, max(numbers, default=0))}"


def _renumbered(tagged: str, by: int) -> str:
    def renumber(tag: re.Match[str]) -> str:
        number = tag["g"] or tag["x"]
        return tag[0].replace(number, str(int(number) + by))

    return TAG.sub(renumber, tagged)


def _joined_target(one: Approved, two: Approved) -> str:
    """Two translations as one; what was joined to the sentence above has no text of its own."""
    numbers = [int(tag["g"] or tag["x"]) for tag in TAG.finditer(one.source)]
    second = _renumbered(two.target, max(numbers, default=0))
    texts = [text for text in (one.target, second) if text.strip() != JOIN_MARK]
    return " ".join(texts) or JOIN_MARK
