from dataclasses import replace
from pathlib import Path

import pytest
from catalog_support import catalog, entry, page
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import Origin, Status
from dualpress.catalog import Catalog, Entry, merge, merge_edits
from dualpress.errors import CatalogError

PATH = Path("po/missile/hi.po")

EMPTY = entry("a")
DRAFT = entry("a", "मसौदा", fuzzy=True)
OTHER_DRAFT = entry("a", "दूसरा", fuzzy=True)
STALE = entry("a", "पुराना", fuzzy=True, previous="b")
REVIEWED = entry("a", "जाँचा")
OTHER_REVIEWED = entry("a", "दूसरा")
JOINED = entry("a", "^")


def _one(base: Entry, mine: Entry, theirs: Entry) -> Entry:
    merged = merge_edits(catalog(base), catalog(mine), catalog(theirs), PATH)
    (result,) = merged.entries
    return result


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "expected"),
    [
        (EMPTY, DRAFT, EMPTY, DRAFT),
        (EMPTY, EMPTY, REVIEWED, REVIEWED),
        (EMPTY, DRAFT, REVIEWED, REVIEWED),
        (EMPTY, DRAFT, JOINED, JOINED),
        (EMPTY, DRAFT, OTHER_DRAFT, OTHER_DRAFT),
        (DRAFT, OTHER_DRAFT, EMPTY, OTHER_DRAFT),
        (DRAFT, OTHER_DRAFT, REVIEWED, REVIEWED),
        (DRAFT, DRAFT, EMPTY, EMPTY),
        (DRAFT, REVIEWED, DRAFT, REVIEWED),
        (STALE, REVIEWED, STALE, REVIEWED),
        (REVIEWED, REVIEWED, OTHER_DRAFT, OTHER_DRAFT),
        (REVIEWED, REVIEWED, EMPTY, EMPTY),
        (REVIEWED, REVIEWED, OTHER_REVIEWED, OTHER_REVIEWED),
        (EMPTY, REVIEWED, REVIEWED, REVIEWED),
        (DRAFT, OTHER_REVIEWED, OTHER_DRAFT, OTHER_REVIEWED),
        (DRAFT, REVIEWED, EMPTY, REVIEWED),
    ],
)
def test_whose_word_is_taken(base: Entry, mine: Entry, theirs: Entry, expected: Entry) -> None:
    assert _one(base, mine, theirs) == expected


@pytest.mark.parametrize(
    ("base", "mine", "theirs"),
    [
        (DRAFT, REVIEWED, OTHER_REVIEWED),
        (DRAFT, REVIEWED, OTHER_DRAFT),
        (STALE, REVIEWED, JOINED),
        (EMPTY, JOINED, REVIEWED),
    ],
)
def test_another_word_than_the_one_confirmed_is_refused(
    base: Entry, mine: Entry, theirs: Entry
) -> None:
    with pytest.raises(CatalogError, match="Nothing was written") as refused:
        _one(base, mine, replace(theirs, line=7))
    assert (refused.value.path, refused.value.line) == (PATH, 7)


def test_comments_of_both_are_kept_and_those_taken_away_are_gone() -> None:
    base, mine, theirs = (
        replace(DRAFT, comments=comments)
        for comments in (("old", "gone"), ("old", "gone", "mine"), ("theirs", "old"))
    )
    assert _one(base, mine, theirs).comments == ("theirs", "old", "mine")


def test_flags_are_theirs_and_origin_goes_with_the_word() -> None:
    mine = replace(DRAFT, origin=Origin("argos"), flags=())
    merged = _one(EMPTY, mine, replace(EMPTY, flags=("no-wrap",)))
    assert (merged.flags, merged.origin) == (("no-wrap",), Origin("argos"))


def test_the_header_and_the_digest_are_theirs() -> None:
    theirs = replace(
        catalog(EMPTY),
        header=(("X-House", "ours"),),
        header_comments=("c",),
        newline="\r\n",
        digest="abc",
        warnings=("w",),
        article="old name",
    )
    merged = merge_edits(catalog(EMPTY), catalog(DRAFT), theirs, PATH)
    assert merged == replace(theirs, entries=(DRAFT,), article="missile")
    assert (merged.digest, merged.warnings) == ("abc", ("w",))


A = "No one was hurt in the attack on Monday."
A_EDITED = "No one was injured in the attack on Monday."


def _edited(before: Catalog, *sources: str) -> Catalog:
    return merge(before, page(*sources))[0]


def test_a_word_for_a_sentence_that_was_edited_meanwhile_is_the_last_approved_one() -> None:
    base = catalog(entry(A, "पहला"))
    theirs = catalog(entry(A, "दूसरा"))
    (merged,) = merge_edits(base, _edited(base, A_EDITED), theirs, PATH).entries
    assert (merged.source, merged.target, merged.status) == (A_EDITED, "दूसरा", Status.STALE)


def test_a_draft_that_was_approved_while_its_sentence_was_edited_is_kept() -> None:
    base = catalog(entry(A, "पहला", fuzzy=True))
    theirs = catalog(entry(A, "पहला"))
    (merged,) = merge_edits(base, _edited(base, A_EDITED), theirs, PATH).entries
    assert (merged.target, merged.status, merged.previous) == ("पहला", Status.STALE, A)


def test_a_word_for_a_sentence_that_left_the_page_meanwhile_is_kept() -> None:
    base = catalog(entry(A))
    merged = merge_edits(base, _edited(base), catalog(entry(A, "दूसरा")), PATH)
    assert [entry.target for entry in merged.obsolete] == ["दूसरा"]


def test_obsolete_entries_that_the_reviewer_cleaned_out_stay_out() -> None:
    base = catalog(EMPTY, obsolete=(entry("b", "ख"),))
    mine = replace(base, entries=(DRAFT,))
    assert merge_edits(base, mine, catalog(EMPTY), PATH).obsolete == ()


WORDS = [EMPTY, DRAFT, OTHER_DRAFT, STALE, REVIEWED, OTHER_REVIEWED, JOINED]
words = st.sampled_from(WORDS)


@given(words, words, words)
def test_a_confirmed_word_of_the_reviewer_is_never_overruled(
    base: Entry, mine: Entry, theirs: Entry
) -> None:
    if not theirs.status.is_confirmed or theirs == base:
        return
    try:
        merged = _one(base, mine, theirs)
    except CatalogError:
        return
    assert merged == theirs


@given(words, words)
def test_what_one_side_alone_did_is_taken(base: Entry, changed: Entry) -> None:
    assert _one(base, changed, base) == changed
    assert _one(base, base, changed) == changed


@given(words, words)
def test_what_both_did_alike_is_done(base: Entry, changed: Entry) -> None:
    assert _one(base, changed, changed) == changed
