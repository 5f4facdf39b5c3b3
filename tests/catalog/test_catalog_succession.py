from itertools import pairwise

import pytest
from catalog_support import entry, page

from dualpress.article import SegmentKey
from dualpress.catalog import Entry, succession
from dualpress.catalog.approved import remember
from dualpress.catalog.succession import find_successions
from dualpress.states import Approved

A = "The army said that it had tested a missile."
B = "No one was hurt in the attack on Monday."
C = "Talks will go on in Geneva next week."
AB = "The army said that it had tested a missile, and no one was hurt in the attack on Monday."


def _reviewed(*sources: str) -> list[Entry]:
    return [entry(source, "क") for source in sources]


def _found(old: list[Entry], *new: str) -> set[tuple[tuple[str, ...], tuple[str, ...]]]:
    keys = {e.key for e in old} & {SegmentKey(None, source) for source in new}
    return {
        (
            tuple(e.source for e in one.olds),
            tuple(key.source for key in one.news),
        )
        for one in find_successions(old, page(*new), keys)
    }


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            "Pakistan tested the missile in 1998.",
            "Pakistan tested the missile for the first time in April 1998.",
        ),
        ("12 people were killed in Quetta.", "At least 15 people were killed in Quetta on Monday."),
        ("The minister denied it on Monday.", "The minister denied it."),
        ("सेना ने सोमवार को मिसाइल का परीक्षण किया।", "सेना ने मंगलवार को नई मिसाइल का परीक्षण किया।"),
        ("Background", "The background"),
        ("US sanctions Pakistan", "U.S. sanctions Pakistan"),
        ("<g1>BLA</g1> denied the charge", "BLA denied the charge"),
    ],
)
def test_an_edited_sentence_is_recognised(old: str, new: str) -> None:
    assert _found(page(old), new) == {((old,), (new,))}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Pakistan tested the missile in 1998.", "India called the test a provocation."),
        ("The minister denied it on Monday.", "The court will hear the case in May."),
        ("सेना ने मिसाइल का परीक्षण किया।", "भारत ने इसे उकसावा बताया।"),
        ("Background", "Bangladesh"),
        ("Pakistan", "Palestine"),
        ("Opinion", "Options"),
    ],
)
def test_another_sentence_is_none_that_was_edited(old: str, new: str) -> None:
    assert not _found(page(old), new)


SPLIT = ("The army said that it had tested a missile.", "No one was hurt in the attack on Monday.")


def test_a_sentence_that_became_two_is_recognised() -> None:
    assert _found(_reviewed(C, AB), C, *SPLIT) == {((AB,), SPLIT)}


def test_two_sentences_that_became_one_are_recognised() -> None:
    assert _found(_reviewed(A, B, C), AB, C) == {((A, B), (AB,))}


def test_a_sentence_with_a_new_one_beside_it_was_not_split() -> None:
    edited = A.replace("had tested", "has tested")
    assert _found(_reviewed(A), edited, "It was no surprise.") == {((A,), (edited,))}


def test_only_what_was_approved_is_split_or_joined() -> None:
    together = _found(page(A, B), AB) | _found([*_reviewed(A), *page(B)], AB)
    assert all(len(olds) == len(news) == 1 for olds, news in together)
    assert _found(page(AB), *SPLIT) <= {((AB,), (SPLIT[0],)), ((AB,), (SPLIT[1],))}


def test_two_sentences_apart_were_not_joined() -> None:
    assert all(len(olds) == 1 for olds, _ in _found(_reviewed(A, C, B), AB, C))


def test_the_source_that_was_approved_is_certain_wherever_it_stands() -> None:
    comments = remember((), Approved(B, "ख"))
    drafted = entry("Nobody died on Sunday.", "मसौदा", fuzzy=True, comments=comments)
    assert _found([*_reviewed(A), drafted, *_reviewed(C)], B, A, C) == {((drafted.source,), (B,))}


def _post(count: int, verb: str) -> list[str]:
    return [f"In district {n * 7919 % 10007} the council {verb} a plan." for n in range(count)]


def test_in_a_post_edited_throughout_each_sentence_is_found() -> None:
    old, new = _post(300, "made"), _post(300, "made public")
    assert _found(_reviewed(*old), *new) == {((a,), (b,)) for a, b in zip(old, new, strict=True)}


def test_the_work_on_a_post_edited_throughout_grows_with_its_length(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    calls: list[str] = []
    monkeypatch.setattr(succession, "likeness", lambda old, new: calls.append(old))
    counts = []
    for size in (200, 400, 800):
        calls.clear()
        _found(_reviewed(*_post(size, "made")), *_post(size, "made public"))
        counts.append(len(calls))
    assert all(larger < 2.5 * smaller for smaller, larger in pairwise(counts))
