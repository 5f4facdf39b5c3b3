"""Many conversations with the machine, as one stream."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pipeline_support import ANSWERS, MakeSite

from dualpress.article import Language
from dualpress.engines.base import Hypothesis
from dualpress.pipeline import stream as room
from dualpress.pipeline.questions import Answer, AnswerCache, Answers, Ask, Conversation, Questions
from dualpress.pipeline.stream import stream

ASKS = list(Ask)


def answered(questions: Questions) -> Answers:
    """What says which question it answers."""
    return [
        Answer(f"{questions.ask.name} {questions.target}", None, [Hypothesis(text)])
        for text in questions.sentences
    ]


def never() -> None:
    raise AssertionError("the stream ended before its time")


def conversation(name: str, asks: list[tuple[Ask, Language, int]]) -> Conversation[str]:
    """Asks so often for so many, and sees that each question gets its own answer."""
    for turn, (ask, target, count) in enumerate(asks):
        sentences = [f"{name} {turn} {number}" for number in range(count)]
        answers = yield Questions(ask, target, sentences)
        assert answers == answered(Questions(ask, target, sentences))
    return name


turns = st.tuples(st.sampled_from(ASKS), st.sampled_from(Language), st.integers(1, 4))


@given(st.lists(st.lists(turns, max_size=4), max_size=12), st.integers(1, 6), st.integers(1, 4))
def test_each_gets_its_own_answers_and_all_end_in_order(
    plans: list[list[tuple[Ask, Language, int]]], sentences: int, articles: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room, "WINDOW_SENTENCES", sentences)
        patch.setattr(room, "WINDOW_ARTICLES", articles)
        talks = (conversation(str(number), asks) for number, asks in enumerate(plans))
        assert list(stream(talks, answered, never)) == [str(n) for n in range(len(plans))]


@pytest.mark.parametrize(("sentences", "articles"), [(3, 100), (1000, 3)])
def test_only_so_much_is_begun_before_the_first_is_done(
    monkeypatch: pytest.MonkeyPatch, sentences: int, articles: int
) -> None:
    monkeypatch.setattr(room, "WINDOW_SENTENCES", sentences)
    monkeypatch.setattr(room, "WINDOW_ARTICLES", articles)
    begun: list[int] = []
    ahead: list[int] = []

    def talks() -> Iterator[Conversation[str]]:
        for number in range(50):
            begun.append(number)
            yield conversation(str(number), [(Ask.TRANSLATE, Language.HI, 1)] * 2)

    for number, _ in enumerate(stream(talks(), answered, never)):
        ahead.append(len(begun) - number)

    assert max(ahead) <= 3 * room.IN_FLIGHT


@given(
    st.lists(st.lists(turns, max_size=4), max_size=12), st.integers(1, 6), st.lists(st.booleans())
)
def test_the_order_of_questions_does_not_depend_on_how_fast_the_machine_is(
    plans: list[list[tuple[Ask, Language, int]]], sentences: int, speed: list[bool]
) -> None:
    def asked(is_fast: Iterator[bool]) -> tuple[list[Questions], list[Questions]]:
        told: list[Questions] = []
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(room, "WINDOW_SENTENCES", sentences)
            patch.setattr(
                room._Flight,
                "is_answered",
                property(lambda flight: flight.is_landed or next(is_fast, True)),
            )
            talks = (conversation(str(number), asks) for number, asks in enumerate(plans))
            list(stream(talks, answered, never, expect=told.append))
        first, more = (
            [one for one in told if (" 0 " in one.sentences[0]) is is_first]
            for is_first in (True, False)
        )
        return first, more

    assert asked(iter(speed)) == asked(iter(()))


def test_what_is_asked_again_goes_before_the_windows_that_wait(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(room, "WINDOW_ARTICLES", 1)
    is_asked_again = threading.Event()
    asked: list[str] = []

    def expect(questions: Questions) -> None:
        if questions.sentences == ["0 1 0"]:
            is_asked_again.set()

    def answer(questions: Questions) -> Answers:
        asked.extend(questions.sentences)
        if asked == ["0 0 0", "1 0 0"]:  # windows wait behind it already
            assert is_asked_again.wait(timeout=30)
        return answered(questions)

    plan = [(Ask.TRANSLATE, Language.HI, 1), (Ask.RETRY, Language.HI, 1)]
    list(stream((conversation(str(n), plan) for n in range(4)), answer, never, expect=expect))

    assert asked[:4] == ["0 0 0", "1 0 0", "0 1 0", "2 0 0"]


def test_what_articles_came_to_is_handed_out_while_the_machine_is_at_work(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(room, "WINDOW_ARTICLES", 1)
    is_handed_out = threading.Event()

    def answer(questions: Questions) -> Answers:
        if questions.sentences == ["1 0 0"]:
            assert is_handed_out.wait(timeout=30)
        return answered(questions)

    plans = [[], [(Ask.TRANSLATE, Language.HI, 1)]]
    results = stream((conversation(str(n), p) for n, p in enumerate(plans)), answer, never)

    assert next(results) == "0"
    is_handed_out.set()
    assert list(results) == ["1"]


def test_the_machine_is_made_ready_for_the_first_questions_alone_and_before_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(room, "WINDOW_ARTICLES", 3)
    told: list[tuple[str, object, str]] = []

    def note(what: str, questions: Questions) -> None:
        told.append((what, questions.sentences, threading.current_thread().name))

    def answer(questions: Questions) -> Answers:
        note("asked", questions)
        return answered(questions)

    plans = [[], [(Ask.TRANSLATE, Language.HI, 1)], [(Ask.TRANSLATE, Language.EN, 1)]]
    talks = (conversation(str(n), plan) for n, plan in enumerate(plans))
    list(stream(talks, answer, never, prepare=lambda questions: note("ready", questions)))

    assert told == [
        ("ready", ["1 0 0"], "dualpress-engine"),
        ("asked", ["1 0 0"], "dualpress-engine"),
        ("asked", ["2 0 0"], "dualpress-engine"),
    ]


def test_the_machine_is_made_ready_while_articles_are_read() -> None:
    is_second_read = threading.Event()

    def talks() -> Iterator[Conversation[str]]:
        yield conversation("a", [(Ask.TRANSLATE, Language.HI, 1)])
        is_second_read.set()
        yield conversation("b", [(Ask.TRANSLATE, Language.HI, 1)])

    def prepare(questions: Questions) -> None:
        assert is_second_read.wait(timeout=30)

    assert list(stream(talks(), answered, never, prepare=prepare)) == ["a", "b"]


def test_questions_of_many_articles_are_asked_together() -> None:
    asked: list[Questions] = []

    def answer(questions: Questions) -> Answers:
        asked.append(questions)
        return answered(questions)

    plans = [(Ask.TRANSLATE, Language.HI, 2), (Ask.TRANSLATE, Language.EN, 1)] * 2
    list(stream((conversation(str(n), [one]) for n, one in enumerate(plans)), answer, never))

    assert [(one.target, len(one.sentences)) for one in asked] == [
        (Language.HI, 4),
        (Language.EN, 2),
    ]


def test_the_first_window_is_small_and_each_that_follows_takes_twice_as_many(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(room, "FIRST_SENTENCES", 2)
    monkeypatch.setattr(room, "WINDOW_SENTENCES", 7)
    asked: list[int] = []

    def answer(questions: Questions) -> Answers:
        asked.append(len(questions.sentences))
        return answered(questions)

    talks = (conversation(str(n), [(Ask.TRANSLATE, Language.HI, 1)]) for n in range(22))
    list(stream(talks, answer, never))

    assert asked == [2, 4, 7, 7, 2]


def test_articles_are_begun_while_the_machine_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "WINDOW_ARTICLES", 1)
    is_second_begun = threading.Event()

    def talks() -> Iterator[Conversation[str]]:
        yield conversation("a", [(Ask.TRANSLATE, Language.HI, 1)])
        is_second_begun.set()
        yield conversation("b", [(Ask.TRANSLATE, Language.HI, 1)])

    def answer(questions: Questions) -> Answers:
        assert is_second_begun.wait(timeout=30), "nothing is begun before the machine is done"
        return answered(questions)

    assert list(stream(talks(), answer, never)) == ["a", "b"]


@pytest.mark.parametrize("error", [KeyboardInterrupt, ValueError])
def test_what_the_machine_raises_is_carried_over_and_ends_its_thread(
    error: type[BaseException],
) -> None:
    stopped: list[bool] = []

    def answer(questions: Questions) -> Answers:
        raise error

    talks = (conversation(str(n), [(Ask.TRANSLATE, Language.HI, 1)]) for n in range(3))
    with pytest.raises(error):
        list(stream(talks, answer, lambda: stopped.append(True)))

    assert stopped == [True]
    assert not [one for one in threading.enumerate() if one.name == "dualpress-engine"]


def test_a_stream_that_is_closed_stops_the_machine() -> None:
    stopped: list[bool] = []
    talks = (conversation(str(n), []) for n in range(3))
    results = stream(talks, answered, lambda: stopped.append(True))

    assert next(results) == "0"
    results.close()

    assert stopped == [True]
    assert not [one for one in threading.enumerate() if one.name == "dualpress-engine"]


def test_what_waits_for_the_machine_when_the_stream_is_closed_is_not_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(room, "WINDOW_ARTICLES", 1)
    is_closing = threading.Event()
    asked: list[str] = []

    def answer(questions: Questions) -> Answers:
        asked.extend(questions.sentences)
        if len(asked) == 2:
            assert is_closing.wait(timeout=30)
        return answered(questions)

    talks = (conversation(str(n), [(Ask.TRANSLATE, Language.HI, 1)]) for n in range(9))
    results = stream(talks, answer, is_closing.set)
    next(results)
    results.close()

    assert asked == ["0 0 0", "1 0 0"]


def test_a_process_that_ends_is_not_held_by_a_machine_that_hangs() -> None:
    daemons: list[bool] = []

    def answer(questions: Questions) -> Answers:
        daemons.append(threading.current_thread().daemon)
        return answered(questions)

    list(stream([conversation("a", [(Ask.TRANSLATE, Language.HI, 1)])], answer, never))

    assert daemons == [True]


@pytest.mark.parametrize(("sentences", "articles"), [(1, 1), (5, 2), (512, 64)])
def test_files_are_the_same_whatever_the_window(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch, sentences: int, articles: int
) -> None:
    posts = {
        str(number): "".join(f"<p>{text} {number}.</p>" for text in list(ANSWERS)[: 1 + number % 5])
        for number in range(8)
    }
    whole = make_site(posts, scripted='unknown = "echo"', folder="whole")
    whole.translate()
    monkeypatch.setattr(room, "WINDOW_SENTENCES", sentences)
    monkeypatch.setattr(room, "WINDOW_ARTICLES", articles)
    site = make_site(posts, scripted='unknown = "echo"')

    site.translate()

    assert site.hashes("po", "output") == whole.hashes("po", "output")


def test_the_answer_that_was_longest_of_no_use_is_forgotten() -> None:
    cache = AnswerCache(2)
    for text in "abac":
        if not cache.find(Questions(Ask.MORE, Language.HI, [text])):
            cache.keep(Ask.MORE, Language.HI, text, None)

    assert cache.find(Questions(Ask.MORE, Language.HI, ["a", "b", "c"])) == {"a": None, "c": None}
    assert cache.find(Questions(Ask.RETRY, Language.HI, ["a"])) == {}
    assert cache.find(Questions(Ask.MORE, Language.EN, ["a"])) == {}


def test_what_asks_nothing_is_not_kept_until_a_window_is_full() -> None:
    begun: list[str] = []

    def talks() -> Iterator[Conversation[str]]:
        for name, asks in (("a", 0), ("b", 0), ("c", 1), ("d", 0)):
            begun.append(name)
            yield conversation(name, [(Ask.TRANSLATE, Language.HI, 1)] * asks)

    ended = [(name, tuple(begun)) for name in stream(talks(), answered, never)]
    # Behind one that asks, all wait, since their order stays.
    assert ended == [
        ("a", ("a",)),
        ("b", ("a", "b")),
        ("c", ("a", "b", "c", "d")),
        ("d", ("a", "b", "c", "d")),
    ]
