"""What becomes of an approved translation when its sentence is edited, in a whole catalog."""

from dataclasses import replace
from pathlib import Path

import pytest
from catalog_support import catalog, entry, only, page
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import Status
from dualpress.catalog import Catalog, Entry, merge, merge_edits
from dualpress.catalog.approved import approved_in, has_numbers_put_in
from dualpress.glossary import Glossary, Term

P12, P15, P17, P20K = (
    f"Police said {number} people died in the attack." for number in ("12", "15", "17", "twenty")
)
T12, T15, T17 = (f"पुलिस ने कहा कि हमले में {number} लोग मारे गए।" for number in ("12", "15", "17"))
DENIED = P12.replace("said", "never said")
WORDED = P12.replace("died", "were killed")


def _merged(before: Catalog, *sources: str, glossary: Glossary | None = None) -> Catalog:
    return merge(before, page(*sources), glossary)[0]


def _after(*sources: str, first: Entry | None = None) -> Entry:
    """A sentence after it was edited to each of these in turn."""
    before = catalog(first or entry(P12, T12, comments=("Asha: hm",)))
    for source in sources:
        before = _merged(before, source)
    (after,) = before.entries
    return after


def test_numbers_that_alone_changed_are_put_in_and_told() -> None:
    after = _after(P15)
    assert (after.target, after.status, after.previous) == (T15, Status.STALE, P12)
    assert after.comments == (
        "Asha: hm",
        f"source before: {P12}",
        f"translation before: {T12}",
        "numbers put in: 12 → 15",
    )


def test_a_second_change_is_put_into_the_approved_translation() -> None:
    after = _after(P15, P17)
    assert (after.target, after.previous) == (T17, P12)
    assert after.comments[1:] == (
        f"source before: {P12}",
        f"translation before: {T12}",
        "numbers put in: 12 → 17",
    )


@pytest.mark.parametrize("edits", [(P15,), (P15, P17), (DENIED,), (P20K, P15), (WORDED, DENIED)])
def test_back_at_the_old_source_all_is_as_it_was(edits: tuple[str, ...]) -> None:
    after = _after(*edits, P12)
    assert (after.target, after.status, after.comments) == (T12, Status.REVIEWED, ("Asha: hm",))


def test_a_patched_translation_that_a_human_confirmed_is_what_counts_from_then_on() -> None:
    confirmed = replace(_after(P15), status=Status.REVIEWED, previous=None)
    assert _after(P15, first=confirmed).comments == ("Asha: hm",)
    assert _after(P17, first=confirmed).comments[1:3] == (
        f"source before: {P15}",
        f"translation before: {T15}",
    )


@pytest.mark.parametrize("source", [P20K, DENIED, P12.replace("Police", "Doctors")])
def test_another_fact_takes_the_translation_out_of_the_entry(source: str) -> None:
    after = _after(source)
    assert (after.target, after.status) == ("", Status.UNTRANSLATED)
    assert after.comments == (
        "Asha: hm",
        f"source before: {P12}",
        f"translation before: {T12}",
    )


def test_a_term_of_the_glossary_is_a_fact() -> None:
    old, new = "The army has a ballistic missile now.", "The army has a cruise missile now."
    before = catalog(entry(old, "क"))
    glossary = Glossary([Term("ballistic missile", "बैलिस्टिक मिसाइल")])
    assert only(_merged(before, new)).status is Status.STALE
    assert only(_merged(before, new, glossary=glossary)).status is Status.UNTRANSLATED


def test_other_words_leave_the_translation_as_stale() -> None:
    after = _after(WORDED)
    assert (after.target, after.status, after.previous) == (T12, Status.STALE, P12)
    assert after.comments == ("Asha: hm",)


def test_from_another_fact_to_other_words_the_approved_translation_comes_back() -> None:
    after = _after(DENIED, WORDED)
    assert (after.target, after.status, after.previous) == (T12, Status.STALE, P12)
    assert after.comments == ("Asha: hm",)


def test_a_draft_of_another_fact_stays_while_its_source_means_the_same() -> None:
    drafted = replace(_after(DENIED), target="मसौदा", status=Status.DRAFT)
    after = _after(DENIED.replace(".", "!"), first=drafted)
    assert (after.target, after.status, after.comments) == ("मसौदा", Status.DRAFT, drafted.comments)


def test_what_left_the_page_after_an_edit_is_known_when_its_old_source_returns() -> None:
    other = "Talks will go on in Geneva."
    before = _merged(catalog(entry(P12, T12)), P15, other)
    gone = _merged(before, other)
    back = _merged(gone, other, P12)
    assert [(e.target, e.status) for e in back.entries] == [
        ("", Status.UNTRANSLATED),
        (T12, Status.REVIEWED),
    ]
    assert back.obsolete == ()


def test_the_lines_stand_once_however_often_it_is_merged() -> None:
    assert _after(P15, P15, P15) == _after(P15)
    assert _after(DENIED, DENIED) == _after(DENIED)


def test_a_word_that_a_reviewer_mended_meanwhile_is_the_one_that_is_kept() -> None:
    mended = T12.replace("पुलिस", "पुलिस वालों")
    base, theirs = catalog(entry(P12, T12)), catalog(entry(P12, mended))
    for source, target in ((P15, mended.replace("12", "15")), (DENIED, "")):
        after = only(merge_edits(base, _merged(base, source), theirs, Path("hi.po")))
        assert after.target == target
        assert approved_in(after) == (P12, mended)
        assert sum("translation before" in line for line in after.comments) == 1


A = "The army said that it had tested a <g1>missile</g1>."
B = "No one was hurt in the <g1>attack</g1> on Monday."
AB = A[:-1] + ", and no" + B.removeprefix("No").replace("g1>", "g2>")
TA, TB = (
    "सेना ने कहा कि उसने <g1>मिसाइल</g1> का परीक्षण किया।",
    "सोमवार के <g1>हमले</g1> में कोई घायल नहीं हुआ।",
)
TAB = TA + " " + TB.replace("g1>", "g2>")
END = "Talks will go on."
SPLIT = _merged(catalog(entry(AB, TAB), entry(END, "अंत")), A, B, END)
JOINED = _merged(catalog(entry(A, TA), entry(B, TB), entry(END, "अंत")), AB, END)


def _told(of: Catalog) -> list[tuple[str, Status]]:
    return [(entry.target, entry.status) for entry in of.entries]


def test_the_first_of_two_has_the_whole_translation_and_the_second_is_joined_to_it() -> None:
    assert _told(SPLIT)[:2] == [(TAB, Status.STALE), ("^", Status.STALE)]
    assert [e.previous for e in SPLIT.entries[:2]] == [AB, AB]
    assert SPLIT.entries[0].comments == (
        "one sentence became two: this is the first, and the translation is of both",
    )
    assert SPLIT.entries[1].comments == (
        "one sentence became two: this is the second, and the one above says it",
        f"source before: {AB}",
        f"translation before: {TAB}",
    )


def test_a_split_taken_back_leaves_all_as_it_was() -> None:
    back = _merged(SPLIT, AB, END)
    assert _told(back) == [(TAB, Status.REVIEWED), ("अंत", Status.REVIEWED)]
    assert _told(_merged(back, A, B, END)) == _told(SPLIT)


def test_a_split_taken_back_is_known_without_its_obsolete_entry() -> None:
    back = _merged(replace(SPLIT, obsolete=()), AB, END)
    assert _told(back)[0] == (TAB, Status.REVIEWED)
    assert back.entries[0].comments == ()


@pytest.mark.parametrize(
    "sources",
    [
        (A, END, B),
        (B, A, END),
        (A, "Rain fell on the coast.", B, END),
        (A, B.replace("hurt", "injured"), END),
        (A.replace("tested", "fired"), B, END),
        (A, END),
        (B, END),
    ],
)
def test_a_part_that_lost_the_other_is_translated_anew(sources: tuple[str, ...]) -> None:
    after = _merged(SPLIT, *sources)
    assert all(e.status is Status.UNTRANSLATED for e in after.entries if e.source != END)
    assert TAB in {approved.target for e in after.entries if (approved := approved_in(e))} | {
        e.target for e in after.obsolete
    }


def test_a_second_part_stays_joined_to_a_first_that_was_confirmed_as_it_stands() -> None:
    first, *rest = SPLIT.entries
    confirmed = replace(first, status=Status.REVIEWED, previous=None)
    after = _merged(replace(SPLIT, entries=(confirmed, *rest)), A, B, END)
    assert _told(after)[:2] == [(TAB, Status.REVIEWED), ("^", Status.STALE)]


def test_a_second_part_whose_first_was_translated_anew_is_so_too() -> None:
    first, *rest = SPLIT.entries
    confirmed = replace(first, target=TA, status=Status.REVIEWED, previous=None)
    after = _merged(replace(SPLIT, entries=(confirmed, *rest)), A, B, END)
    assert _told(after)[:2] == [(TA, Status.REVIEWED), ("", Status.UNTRANSLATED)]


def test_a_first_part_stays_whole_above_a_second_that_a_human_joined_to_it() -> None:
    first, second, end = SPLIT.entries
    joined = replace(second, status=Status.JOINED, previous=None)
    after = _merged(replace(SPLIT, entries=(first, joined, end)), A, B, END)
    assert _told(after)[:2] == [(TAB, Status.STALE), ("^", Status.JOINED)]


def test_parts_that_a_human_confirmed_are_two_reviewed_sentences() -> None:
    first, second, end = SPLIT.entries
    confirmed = (
        replace(first, target=TA, status=Status.REVIEWED, previous=None),
        replace(second, target=TB, status=Status.REVIEWED, previous=None),
    )
    after = _merged(replace(SPLIT, entries=(*confirmed, end)), A, B, END)
    assert _told(after)[:2] == [(TA, Status.REVIEWED), (TB, Status.REVIEWED)]
    assert all(e.comments == () for e in after.entries)


@pytest.mark.parametrize("between", [(A, B), (A, B.replace("hurt", "injured"))])
def test_parts_that_became_one_again_have_their_translation_once(between: tuple[str, str]) -> None:
    apart = _merged(SPLIT, *between, END)
    again = _merged(apart, AB.replace("tested", "fired"), END)
    assert _told(again)[0] == (TAB, Status.STALE)
    assert again.entries[0].comments == ()


def test_a_part_is_not_split_or_joined_once_more() -> None:
    longer = END[:-1] + ", and " + A[0].lower() + A[1:]
    before = _merged(catalog(entry(END, "अंत"), entry(AB, TAB)), END, A, B)
    after = _merged(before, longer, B)
    assert all(e.status is Status.UNTRANSLATED or e.target == "अंत" for e in after.entries)


def test_a_split_with_another_fact_is_translated_anew() -> None:
    after = _merged(catalog(entry(AB, TAB)), A, B.replace("No one was", "All were"))
    assert _told(after) == [("", Status.UNTRANSLATED)] * 2
    assert approved_in(after.entries[0]) == (AB, TAB)
    assert [e.target for e in after.obsolete] == [TAB]


def test_two_sentences_that_became_one_have_both_translations() -> None:
    (joined, _) = JOINED.entries
    assert (joined.target, joined.status) == (TAB, Status.STALE)
    assert joined.previous == f"{A} {B.replace('g1>', 'g2>')}"
    assert joined.comments == (
        "two sentences became one: the translation is of both, one after the other",
    )


def test_a_joining_taken_back_leaves_all_as_it_was() -> None:
    back = _merged(JOINED, A, B, END)
    assert _told(back)[:2] == [(TA, Status.REVIEWED), (TB, Status.REVIEWED)]


def test_no_human_has_seen_two_translations_as_one() -> None:
    (joined, _) = JOINED.entries
    same = _merged(JOINED, f"{A} {B.replace('g1>', 'g2>')}", END)
    assert same.entries[0].status is Status.STALE
    assert same.entries[0].comments == joined.comments


def test_what_was_joined_to_the_sentence_above_adds_nothing() -> None:
    after = _merged(catalog(entry(A, TA), entry(B, "^")), AB)
    assert after.entries[0].target == TA


def test_a_number_is_put_into_two_translations_as_well() -> None:
    one, two = "The army moved 12 tanks to the border.", "The villages there were empty."
    both = "The army moved 15 tanks to the border. The villages there were empty."
    before = catalog(entry(one, "सेना 12 टैंक सीमा पर ले गई।"), entry(two, "वहां गांव ख़ाली थे।"))
    after = only(replace(_merged(before, both), obsolete=()))
    assert after.target == "सेना 15 टैंक सीमा पर ले गई। वहां गांव ख़ाली थे।"
    assert has_numbers_put_in(after)


NUMBERS = st.integers(2, 99_999)


@given(NUMBERS, st.lists(NUMBERS, min_size=1, max_size=4))
def test_any_way_of_numbers_ends_like_the_straight_one(first: int, way: list[int]) -> None:
    sources = [f"Police said {number} people died in the attack." for number in (first, *way)]
    start = entry(sources[0], f"हमले में {first} लोग मारे गए।")
    assert _after(*sources[1:], first=start) == _after(sources[-1], first=start)
