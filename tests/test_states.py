from collections.abc import Callable, Iterator
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import Candidate, Origin, Publish, SegmentKey, Status
from dualpress.errors import TranslationRefused
from dualpress.states import (
    Approved,
    ArticleState,
    Edit,
    SegmentState,
    Shown,
    Verdict,
    approve,
    article_state,
    clear_fuzzy,
    draft,
    edit_source,
    must_mend,
    retire,
    revive,
    segment_state,
    shown,
    unchanged,
    waits,
)
from dualpress.translation import Translation

TABLE = """
status        error   joins  reviewed  all
untranslated  any     any    waits     source
draft         none    no     waits     draft
draft         waived  no     waits     draft
draft         error   no     waits     source
draft         any     yes    waits     source
reviewed      any     any    reviewed  reviewed
stale         any     no     stale     stale
stale         any     yes    nothing   nothing
joined        any     any    nothing   nothing
obsolete      any     any    nothing   nothing
"""

ERRORS = {
    "none": [(False, False), (False, True)],
    "waived": [(True, True)],
    "error": [(True, False)],
}
JOINS = {"yes": [True], "no": [False]}


def _rows() -> Iterator[tuple[SegmentState, Publish, str]]:
    for line in TABLE.split("\n")[2:-1]:
        status, error, joins, reviewed, all_ = line.split()
        errors = ERRORS.get(error) or [pair for pairs in ERRORS.values() for pair in pairs]
        for (has_error, waived), is_joined in product(errors, JOINS.get(joins) or [True, False]):
            segment = SegmentState(Status(status), has_error, waived, is_joined)
            yield segment, Publish.REVIEWED, reviewed
            yield segment, Publish.ALL, all_


ROWS = list(_rows())


def test_the_table_has_every_combination_once() -> None:
    every = set(product(Status, [True, False], [True, False], [True, False], Publish))
    assert [(*segment, publish) for segment, publish, _ in ROWS] == list(
        dict.fromkeys((*segment, publish) for segment, publish, _ in ROWS)
    )
    assert {(*segment, publish) for segment, publish, _ in ROWS} == every


@pytest.mark.parametrize(("segment", "publish", "expected"), ROWS)
def test_shown_is_as_in_the_table(segment: SegmentState, publish: Publish, expected: str) -> None:
    assert shown(segment, publish) is Shown("source" if expected == "waits" else expected)


@pytest.mark.parametrize(("segment", "publish", "expected"), ROWS)
def test_waits_is_as_in_the_table(segment: SegmentState, publish: Publish, expected: str) -> None:
    assert waits(segment, publish) is (expected == "waits")


@pytest.mark.parametrize("segment", dict.fromkeys(segment for segment, _, _ in ROWS))
def test_only_a_reviewed_word_with_an_error_that_is_not_waived_must_be_mended(
    segment: SegmentState,
) -> None:
    assert must_mend(segment) is (
        segment.status is Status.REVIEWED and segment.has_error and not segment.waived
    )


HELD = ArticleState(held=True, draft_notice=False, stale_notice=False, noindex=False, linked=False)
PLAIN = ArticleState(held=False, draft_notice=False, stale_notice=False, noindex=False, linked=True)
SOURCE_LEFT = ArticleState(
    held=False, draft_notice=True, stale_notice=False, noindex=False, linked=True
)
DRAFTED = ArticleState(held=False, draft_notice=True, stale_notice=False, noindex=True, linked=True)
STALE = ArticleState(held=False, draft_notice=False, stale_notice=True, noindex=False, linked=True)


@pytest.mark.parametrize(
    ("segment", "reviewed", "all_"),
    [
        (SegmentState(Status.UNTRANSLATED), HELD, SOURCE_LEFT),
        (SegmentState(Status.DRAFT), HELD, DRAFTED),
        (SegmentState(Status.DRAFT, has_error=True), HELD, SOURCE_LEFT),
        (SegmentState(Status.REVIEWED), PLAIN, PLAIN),
        (SegmentState(Status.REVIEWED, has_error=True), PLAIN, PLAIN),
        (SegmentState(Status.STALE), STALE, STALE),
        (SegmentState(Status.STALE, joins=True), STALE, STALE),
        (SegmentState(Status.JOINED, joins=True), PLAIN, PLAIN),
        (SegmentState(Status.OBSOLETE), PLAIN, PLAIN),
    ],
)
def test_an_article_of_one_such_segment_beside_a_reviewed_one(
    segment: SegmentState, reviewed: ArticleState, all_: ArticleState
) -> None:
    segments = [SegmentState(Status.REVIEWED), segment]
    assert article_state(segments, Publish.REVIEWED) == reviewed
    assert article_state(segments, Publish.ALL) == all_


segments = st.builds(
    SegmentState, st.sampled_from(Status), st.booleans(), st.booleans(), st.booleans()
)
articles = st.lists(segments, max_size=8)
publishes = st.sampled_from(Publish)
UNCONFIRMED = (Status.UNTRANSLATED, Status.DRAFT)


@given(segments, publishes)
def test_a_reviewed_word_is_always_shown(segment: SegmentState, publish: Publish) -> None:
    reviewed = segment._replace(status=Status.REVIEWED)
    assert shown(reviewed, publish) is Shown.REVIEWED
    assert not waits(reviewed, publish)


@given(articles)
def test_nothing_unconfirmed_is_shown_under_reviewed(article: list[SegmentState]) -> None:
    assert Shown.DRAFT not in {shown(segment, Publish.REVIEWED) for segment in article}
    if any(segment.status in UNCONFIRMED for segment in article):
        assert article_state(article, Publish.REVIEWED).held


@given(articles)
def test_an_article_waits_only_for_what_no_human_ever_confirmed(
    article: list[SegmentState],
) -> None:
    state = article_state(article, Publish.REVIEWED)
    assert state.held is any(segment.status in UNCONFIRMED for segment in article)


@given(st.lists(segments.map(lambda s: s._replace(status=Status.STALE)), min_size=1), publishes)
def test_staleness_alone_holds_no_article(article: list[SegmentState], publish: Publish) -> None:
    state = article_state(article, publish)
    assert state.linked
    assert state.stale_notice


@given(articles)
def test_no_article_waits_under_all(article: list[SegmentState]) -> None:
    assert not article_state(article, Publish.ALL).held


@given(articles, publishes)
def test_a_held_article_is_not_linked_and_all_others_are(
    article: list[SegmentState], publish: Publish
) -> None:
    state = article_state(article, publish)
    assert state.linked is not state.held


@given(articles, publishes)
def test_what_search_engines_are_kept_from_carries_a_notice(
    article: list[SegmentState], publish: Publish
) -> None:
    state = article_state(article, publish)
    assert state.draft_notice or not state.noindex


@given(articles, segments, publishes)
def test_obsolete_entries_change_nothing(
    article: list[SegmentState], segment: SegmentState, publish: Publish
) -> None:
    obsolete = segment._replace(status=Status.OBSOLETE)
    assert article_state([*article, obsolete], publish) == article_state(article, publish)


KEY = SegmentKey(None, "The <g1>BLA</g1> said so.")
TARGET = "<g1>बीएलए</g1> ने यह कहा।"
ORIGIN = Origin("argos")
PREVIOUS = "The <g1>BLA</g1> says so."


def _make(status: Status, target: str = TARGET, key: SegmentKey = KEY) -> Translation:
    match status:
        case Status.UNTRANSLATED:
            return Translation(key)
        case Status.STALE:
            return Translation(key, target, status, PREVIOUS)
        case Status.JOINED:
            return Translation(key, "^", status)
        case Status.OBSOLETE:
            return Translation(key, target, status, former=Status.REVIEWED)
        case _:
            return Translation(key, target, status)


LIVE = [status for status in Status if status is not Status.OBSOLETE]
CONFIRMED = [Status.REVIEWED, Status.JOINED]


def test_segment_state_tells_that_a_stale_sentence_was_joined() -> None:
    stale = Translation(KEY, "^", Status.STALE, PREVIOUS)
    assert shown(segment_state(stale), Publish.REVIEWED) is Shown.NOTHING


def test_segment_state_tells_of_errors_and_waivers() -> None:
    state = segment_state(_make(Status.DRAFT), has_error=True, waived=True)
    assert state == SegmentState(Status.DRAFT, has_error=True, waived=True, joins=False)


@pytest.mark.parametrize("status", [Status.DRAFT, Status.STALE, Status.REVIEWED])
def test_approve_confirms_the_words_that_stand_there(status: Status) -> None:
    assert approve(_make(status)) == Translation(KEY, TARGET, Status.REVIEWED)


@pytest.mark.parametrize("status", [Status.DRAFT, Status.STALE, Status.JOINED])
def test_approve_of_the_mark_confirms_the_joining(status: Status) -> None:
    assert approve(_make(status, "^")) == Translation(KEY, "^", Status.JOINED)


@pytest.mark.parametrize(
    ("translation", "cause"),
    [
        (_make(Status.UNTRANSLATED), "There is no translation yet"),
        (_make(Status.OBSOLETE), "The sentence is no longer on the page"),
        (_make(Status.DRAFT, "बीएलए ने यह कहा।"), "The tags"),
        (_make(Status.DRAFT, "<g1>बीएलए</g1>\u202e ने यह कहा।"), "U+202E"),
        (_make(Status.DRAFT, "<g1>बीएलए</g1>\0 ने यह कहा।"), "U+0000"),
    ],
)
def test_approve_refuses_with_a_reason(translation: Translation, cause: str) -> None:
    with pytest.raises(TranslationRefused) as refused:
        approve(translation)
    assert cause in refused.value.cause
    assert KEY.source in refused.value.cause
    assert refused.value.key == KEY


def test_unchanged_confirms_a_stale_translation() -> None:
    assert unchanged(_make(Status.STALE)) == Translation(KEY, TARGET, Status.REVIEWED)


@pytest.mark.parametrize("status", [status for status in Status if status is not Status.STALE])
def test_unchanged_refuses_what_is_not_stale(status: Status) -> None:
    with pytest.raises(TranslationRefused, match="not edited since the review"):
        unchanged(_make(status))


def test_unchanged_refuses_when_the_edit_changed_the_tags() -> None:
    with pytest.raises(TranslationRefused, match="tags"):
        unchanged(_make(Status.STALE, "बीएलए ने यह कहा।"))


@pytest.mark.parametrize("status", [Status.UNTRANSLATED, Status.DRAFT])
def test_a_machine_drafts_where_no_human_confirmed(status: Status) -> None:
    drafted = draft(_make(status, "<g1>पुराना</g1>"), Candidate(TARGET, ORIGIN))
    assert drafted == Translation(KEY, TARGET, Status.DRAFT, origin=ORIGIN)


@pytest.mark.parametrize("status", [Status.REVIEWED, Status.STALE, Status.JOINED, Status.OBSOLETE])
@pytest.mark.parametrize("confirmed", [True, False])
def test_a_machine_never_touches_a_human_word(status: Status, confirmed: bool) -> None:
    with pytest.raises(TranslationRefused, match=f"does not change what is {status}"):
        draft(_make(status), Candidate("<g1>नया</g1>", ORIGIN, confirmed=confirmed))


def test_a_candidate_that_repeats_a_human_word_is_reviewed() -> None:
    drafted = draft(_make(Status.UNTRANSLATED), Candidate(TARGET, ORIGIN, confirmed=True))
    assert drafted.status is Status.REVIEWED


def test_a_candidate_that_does_not_fit_is_no_more_than_a_draft() -> None:
    candidate = Candidate("बीएलए ने यह कहा।", ORIGIN, confirmed=True)
    assert draft(_make(Status.UNTRANSLATED), candidate).status is Status.DRAFT


@pytest.mark.parametrize("target", ["", " \n", "\u200b\ufeff", "<g1></g1>"])
def test_an_empty_candidate_is_refused(target: str) -> None:
    with pytest.raises(TranslationRefused, match="empty"):
        draft(_make(Status.UNTRANSLATED), Candidate(target, ORIGIN))


@pytest.mark.parametrize("status", LIVE)
def test_clearing_fuzzy_confirms_drafts_and_stale_words_only(status: Status) -> None:
    cleared = clear_fuzzy(_make(status))
    expected = Status.REVIEWED if status in (Status.DRAFT, Status.STALE) else status
    assert cleared.status is expected
    assert cleared.previous is None
    assert cleared.target == _make(status).target


NEW = SegmentKey(None, "The <g1>BLA</g1> denied it.")
PATCHED = "<g1>बीएलए</g1> ने 15 कहा।"


def _rule(edit: Edit) -> Callable[[Approved, str], Verdict]:
    """Every edit is one of this kind, but none leaves a source as it is."""

    def weigh(approved: Approved, source: str) -> Verdict:
        if approved.source == source:
            return Verdict(Edit.NOTHING, approved.target)
        return Verdict(edit, PATCHED if edit is Edit.NUMBERS else approved.target)

    return weigh


EDITS = """
before        edit     after         target   previous
untranslated  any      untranslated  none     none
draft         nothing  draft         own      none
draft         numbers  untranslated  none     none
draft         wording  untranslated  none     none
draft         facts    untranslated  none     none
reviewed      nothing  reviewed      own      none
reviewed      numbers  stale         patched  source
reviewed      wording  stale         own      source
reviewed      facts    untranslated  none     none
joined        nothing  joined        own      none
joined        wording  stale         own      source
joined        facts    untranslated  none     none
stale         nothing  reviewed      own      none
stale         numbers  stale         patched  previous
stale         wording  stale         own      previous
stale         facts    untranslated  none     none
"""
PREVIOUS_IN = {"none": None, "source": KEY.source, "previous": PREVIOUS}


@pytest.mark.parametrize("row", EDITS.split("\n")[2:-1])
def test_an_edit_of_the_source_is_as_in_the_table(row: str) -> None:
    status, kind, expected, target, previous = row.split()
    before = _make(Status(status))
    for edit in Edit if kind == "any" else [Edit(kind)]:
        after = edit_source(before, NEW, _rule(edit))
        assert after.status is Status(expected)
        assert after.target == {"none": "", "own": before.target, "patched": PATCHED}[target]
        assert after.previous == PREVIOUS_IN[previous]
        assert after.key == NEW


def test_a_draft_whose_source_was_edited_forgets_where_it_came_from() -> None:
    drafted = Translation(KEY, TARGET, Status.DRAFT, origin=ORIGIN)
    assert edit_source(drafted, NEW, _rule(Edit.WORDING)).origin is None


def test_a_new_context_is_a_new_meaning() -> None:
    key = SegmentKey("month", KEY.source)
    edited = edit_source(_make(Status.REVIEWED), key, _rule(Edit.WORDING))
    assert edited == Translation(key, TARGET, Status.STALE, KEY.source)


APPROVED = Approved("The <g1>BLA</g1> asked.", "<g1>बीएलए</g1> ने पूछा।")


@pytest.mark.parametrize("status", [Status.UNTRANSLATED, Status.DRAFT, Status.STALE])
def test_what_is_known_to_be_approved_goes_before_what_stands_there(status: Status) -> None:
    edited = edit_source(_make(status), NEW, _rule(Edit.WORDING), APPROVED)
    assert edited == Translation(NEW, APPROVED.target, Status.STALE, APPROVED.source)


@pytest.mark.parametrize("status", [Status.UNTRANSLATED, Status.DRAFT, Status.STALE])
def test_back_at_the_approved_source_the_approved_word_stands(status: Status) -> None:
    key = SegmentKey(None, APPROVED.source)
    restored = edit_source(_make(status), key, _rule(Edit.FACTS), APPROVED)
    assert restored == Translation(key, APPROVED.target, Status.REVIEWED)


def test_a_draft_whose_source_means_the_same_stays_whatever_was_approved() -> None:
    drafted = Translation(KEY, TARGET, Status.DRAFT, origin=ORIGIN)
    assert edit_source(drafted, KEY, _rule(Edit.FACTS), APPROVED) == drafted


texts = st.sampled_from(["a", "b", "c", "d"]).map(lambda text: SegmentKey(None, text))
kinds = st.sampled_from([Edit.NUMBERS, Edit.WORDING])


@given(st.lists(st.tuples(texts, kinds), max_size=6), st.sampled_from(CONFIRMED))
def test_edits_and_back_again_leave_a_confirmed_word_as_it_was(
    edits: list[tuple[SegmentKey, Edit]], status: Status
) -> None:
    before = after = _make(status, "क", SegmentKey(None, "a"))
    approved = Approved("a", before.target)
    for key, edit in [*edits, (before.key, Edit.FACTS)]:
        after = edit_source(after, key, _rule(edit), approved)
    assert after == before


@given(st.lists(texts, max_size=6), st.sampled_from(LIVE), st.sampled_from(Edit))
def test_no_edit_confirms_a_word_that_was_not(
    edits: list[SegmentKey], status: Status, edit: Edit
) -> None:
    before = after = _make(status, "क", SegmentKey(None, "a"))
    for key in edits:
        after = edit_source(after, key, _rule(edit))
    assert after.status not in CONFIRMED or before.status in (*CONFIRMED, Status.STALE)


@pytest.mark.parametrize("status", LIVE)
def test_what_leaves_the_page_comes_back_as_it_was(status: Status) -> None:
    translation = _make(status)
    retired = retire(translation)
    assert retired.status is Status.OBSOLETE
    assert retired.target == translation.target
    assert revive(retired) == translation


def test_retiring_twice_is_retiring_once() -> None:
    retired = retire(_make(Status.DRAFT))
    assert retire(retired) == retired


def test_reviving_what_is_live_changes_nothing() -> None:
    assert revive(_make(Status.DRAFT)) == _make(Status.DRAFT)
