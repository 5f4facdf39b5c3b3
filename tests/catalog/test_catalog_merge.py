import operator
from collections import Counter

import pytest
from catalog_support import catalog, catalogs, entry, page
from hypothesis import given, settings
from hypothesis import strategies as st

from dualpress.article import Origin, SegmentKey, Status
from dualpress.catalog import Catalog, Entry, Reference, merge
from dualpress.catalog.approved import approved_in
from dualpress.states import revive

A = "The army said that it had tested a missile."
B = "No one was hurt in the attack on Monday."
C = "Talks will go on in Geneva next week."
B_EDITED = "No one was injured in the attack on Monday."


def _statuses(of: Catalog) -> dict[str, Status]:
    return {entry.source: entry.status for entry in (*of.entries, *of.obsolete)}


def _merged(before: Catalog, *sources: str) -> Catalog:
    return merge(before, page(*sources))[0]


def test_places_and_notes_are_those_of_the_page() -> None:
    before = catalog(entry(A, "क", notes=("old",), references=(Reference("old.html", 9),)))
    new = Entry(SegmentKey(None, A), notes=("new",), references=(Reference("new.html", 1),))
    (after,) = merge(before, [new])[0].entries
    assert (after.notes, after.references) == (("new",), (Reference("new.html", 1),))


def test_an_entry_whose_places_and_notes_stay_is_the_same() -> None:
    old = catalog(*page("One.", "Two."))
    merged, _ = merge(old, page("One.", "Two."))
    assert all(map(operator.is_, merged.entries, old.entries))


def test_all_else_that_was_said_of_a_sentence_stays() -> None:
    origin = Origin("argos")
    old = entry(A, "क", fuzzy=True, comments=("Asha: hm",), flags=("no-wrap",), origin=origin)
    (after,) = _merged(catalog(entry(B), old), A).entries
    assert (after.target, after.comments, after.flags, after.origin, after.status) == (
        "क",
        ("Asha: hm",),
        ("no-wrap",),
        origin,
        Status.DRAFT,
    )


def test_the_same_words_in_another_context_are_another_sentence() -> None:
    before = catalog(entry("May", "मई", context="month"))
    after = merge(before, [entry("May", context="verb")])[0]
    assert [(e.key, e.status) for e in after.entries] == [(("verb", "May"), Status.STALE)]


def test_an_edited_sentence_is_found_between_its_neighbours() -> None:
    before = catalog(entry(A, "क"), entry(B, "ख"), entry(C, "ग"))
    after = _merged(before, A, B_EDITED, C)
    assert after.entries[1].status is Status.STALE
    assert after.entries[1].target == "ख"
    assert after.entries[1].previous == B
    assert after.obsolete == ()


@pytest.mark.parametrize("sources", [(C, A, B_EDITED), (B_EDITED, C, A), (A, B_EDITED)])
def test_an_edited_sentence_is_found_beside_one_neighbour(sources: tuple[str, ...]) -> None:
    before = catalog(entry(A, "क"), entry(B, "ख"), entry(C, "ग"))
    assert _statuses(_merged(before, *sources))[B_EDITED] is Status.STALE


def test_alike_in_another_place_is_another_sentence() -> None:
    before = catalog(entry(A, "क"), entry(B, "ख"), entry(C, "ग"), entry("End.", "घ"))
    after = _merged(before, A, C, B_EDITED, "End.")
    assert _statuses(after) == {
        A: Status.REVIEWED,
        B: Status.OBSOLETE,
        C: Status.REVIEWED,
        "End.": Status.REVIEWED,
        B_EDITED: Status.UNTRANSLATED,
    }


def test_unlike_in_the_same_place_is_another_sentence() -> None:
    before = catalog(entry(A, "क"), entry(B, "ख"), entry(C, "ग"))
    other = "Rain is forecast for most of the coast."
    after = _statuses(_merged(before, A, other, C))
    assert (after[B], after[other]) == (Status.OBSOLETE, Status.UNTRANSLATED)


def test_the_likest_of_two_sentences_in_one_place_is_taken() -> None:
    other = "No one was hurt, the police said of the attack in Quetta."
    before = catalog(entry(A, "क"), entry(other, "1"), entry(B, "2"))
    after = _merged(before, A, B_EDITED)
    assert after.entries[1].target == "2"
    assert _statuses(after)[other] is Status.OBSOLETE


def test_two_edited_sentences_in_one_place_are_told_apart() -> None:
    before = catalog(entry(B, "1"), entry(A, "2"))
    a_edited = A.replace("missile", "rocket")
    after = _merged(before, a_edited, B_EDITED)
    assert [(e.source, e.target) for e in after.entries] == [(a_edited, "2"), (B_EDITED, "1")]


def test_no_translation_goes_to_two_sentences() -> None:
    after = _merged(catalog(entry(B, "ख")), B_EDITED, B.replace("hurt", "killed"))
    assert [entry.target for entry in after.entries].count("ख") == 1


def test_a_sentence_that_stands_elsewhere_is_not_edited_away() -> None:
    after = _merged(catalog(entry(A, "क"), entry(B, "ख")), A, B_EDITED, B)
    assert _statuses(after)[B_EDITED] is Status.UNTRANSLATED
    assert _statuses(after)[B] is Status.REVIEWED


def test_the_source_that_was_approved_is_known_anywhere() -> None:
    once = _merged(catalog(entry(A, "क"), entry(B, "ख"), entry(C, "ग")), A, B_EDITED, C)
    back = _merged(once, C, B, A)
    assert _statuses(back) == {A: Status.REVIEWED, B: Status.REVIEWED, C: Status.REVIEWED}


def test_comments_of_an_edited_sentence_stay() -> None:
    before = catalog(entry(B, "ख", comments=("ok: numbers so it is",)))
    assert _merged(before, B_EDITED).entries[0].comments == ("ok: numbers so it is",)


def test_an_edit_of_the_tags_alone_needs_a_human() -> None:
    tagged = B.replace("attack", "<g1>attack</g1>")
    assert _statuses(_merged(catalog(entry(B, "ख")), tagged))[tagged] is Status.STALE


def test_what_was_stale_and_edited_again_keeps_the_source_it_was_approved_for() -> None:
    once = _merged(catalog(entry(B, "ख")), B_EDITED)
    twice = _merged(once, B_EDITED.replace("injured", "wounded"))
    assert twice.entries[0].previous == B


def test_a_joined_sentence_that_was_edited_is_stale() -> None:
    before = catalog(entry(A, "क"), entry(B, "^"))
    after = _merged(before, A, B_EDITED).entries[1]
    assert (after.status, after.target, after.joins) == (Status.STALE, "^", True)


@pytest.mark.parametrize(
    ("target", "fuzzy", "previous", "status"),
    [
        ("क", False, None, Status.REVIEWED),
        ("क", True, None, Status.DRAFT),
        ("क", True, B, Status.STALE),
        ("^", False, None, Status.JOINED),
    ],
)
def test_what_leaves_and_returns_is_what_it_was(
    target: str, fuzzy: bool, previous: str | None, status: Status
) -> None:
    before = catalog(entry(A, target, fuzzy=fuzzy, previous=previous, comments=("c",)))
    gone = _merged(before)
    back = _merged(gone, A)
    assert gone.entries == ()
    assert back.obsolete == ()
    assert (back.entries[0].status, back.entries[0].target) == (status, target)
    assert back.entries[0].previous == previous
    assert back.entries[0].comments == ("c",)


def test_an_obsolete_entry_tells_no_places() -> None:
    old = entry(A, "क", references=(Reference("a", 1),), notes=("n",))
    (gone,) = _merged(catalog(old)).obsolete
    assert (gone.references, gone.notes) == ((), ())


def test_what_had_no_translation_leaves_nothing() -> None:
    assert _merged(catalog(entry(A))).obsolete == ()


def test_what_had_no_translation_but_a_comment_stays() -> None:
    (gone,) = _merged(catalog(entry(A, comments=("Asha: why?",)))).obsolete
    assert gone.comments == ("Asha: why?",)


def test_the_order_is_that_of_the_page_and_then_that_of_leaving() -> None:
    before = catalog(entry(A, "क"), entry(B, "ख"), obsolete=(entry("Old.", "घ"),))
    after = _merged(before, C)
    assert [entry.source for entry in after.obsolete] == ["Old.", A, B]


CONFIRMED = (Status.REVIEWED, Status.JOINED)

# Sentences that are alike and ones that are not, so that edits happen.
WORDS = ["the", "army", "said", "12", "people", "died", "in", "Quetta", "on", "Monday"]
sentences = st.lists(st.sampled_from(WORDS), min_size=1, max_size=8).map(" ".join)
pages = st.lists(sentences, max_size=7)
live = st.builds(
    entry,
    sentences,
    st.sampled_from(["", "क", "ख", "ग", "^"]),
    fuzzy=st.booleans(),
    previous=st.none() | sentences,
)


@st.composite
def befores(draw: st.DrawFn) -> Catalog:
    distinct = draw(st.lists(live, max_size=8, unique_by=lambda entry: entry.key))
    cut = draw(st.integers(0, len(distinct)))
    return catalog(*distinct[:cut], obsolete=tuple(distinct[cut:]))


def _approved(of: Catalog) -> set[str]:
    """Every word that a human approved at some time."""
    known = (approved_in(revive(entry)) for entry in (*of.entries, *of.obsolete))
    return {approved.target for approved in known if approved}


def _confirmed(of: Catalog) -> Counter[tuple[str, str]]:
    """Every word that goes for reviewed, with its source."""
    entries = (*of.entries, *of.obsolete)
    return Counter((e.source, e.target) for e in entries if e.live_status in CONFIRMED)


@given(befores(), pages)
def test_no_approved_word_is_ever_lost(before: Catalog, sources: list[str]) -> None:
    assert _approved(before) <= _approved(_merged(before, *sources))


@given(befores(), pages, pages)
def test_no_approved_word_is_lost_by_two_edits(
    before: Catalog, once: list[str], twice: list[str]
) -> None:
    assert _approved(before) <= _approved(_merged(_merged(before, *once), *twice))


@given(st.lists(sentences, max_size=7, unique=True), pages)
def test_no_merge_confirms_what_was_not_confirmed_for_that_source(
    before: list[str], sources: list[str]
) -> None:
    reviewed = catalog(*(entry(source, f"क {number}") for number, source in enumerate(before)))
    assert _confirmed(_merged(reviewed, *sources)) <= _confirmed(reviewed)


@given(befores(), pages)
def test_once_more_changes_nothing(before: Catalog, sources: list[str]) -> None:
    once = _merged(before, *sources)
    twice, report = merge(once, page(*sources))
    assert twice == once
    assert not any(getattr(report, name) for name in report.__slots__)


@given(befores(), pages)
def test_the_entries_are_those_of_the_page(before: Catalog, sources: list[str]) -> None:
    assert [e.source for e in _merged(before, *sources).entries] == list(dict.fromkeys(sources))


@given(befores(), st.lists(sentences, min_size=1, max_size=3))
def test_a_paragraph_at_the_top_changes_no_other_state(before: Catalog, top: list[str]) -> None:
    # What was approved before an edit comes back with its sentence.
    approved = {entry.previous for entry in before.obsolete}
    unknown = (source for source in top if before.find(SegmentKey(None, source)) is None)
    new = [source for source in unknown if source not in approved]
    after = _merged(before, *new, *(entry.source for entry in before.entries))
    below = after.entries[len(dict.fromkeys(new)) :]
    assert [_state(entry) for entry in below] == [_state(entry) for entry in before.entries]
    assert after.obsolete == before.obsolete


def _state(of: Entry) -> tuple[SegmentKey, str, Status, str | None]:
    return of.key, of.target, of.status, of.previous


@given(befores(), st.data())
def test_another_order_changes_no_state(before: Catalog, data: st.DataObject) -> None:
    sources = data.draw(st.permutations([entry.source for entry in before.entries]))
    assert _statuses(_merged(before, *sources)) == _statuses(before)


@given(st.lists(sentences, max_size=7, unique=True), pages)
def test_an_edit_taken_back_leaves_all_as_it_was(before: list[str], sources: list[str]) -> None:
    reviewed = catalog(*(entry(source, str(number)) for number, source in enumerate(before)))
    back = _merged(_merged(reviewed, *sources), *before)
    assert [_state(entry) for entry in back.entries] == [_state(e) for e in reviewed.entries]


@settings(max_examples=30)
@given(catalogs())
def test_any_catalog_can_be_merged_with_its_own_page(before: Catalog) -> None:
    bare = [
        Entry(entry.key, references=entry.references, notes=entry.notes) for entry in before.entries
    ]
    assert merge(before, bare)[0] == before
