"""Calls that are begun before they are asked for."""

from __future__ import annotations

from collections.abc import Iterator
from threading import Event, Thread, current_thread, main_thread

import pytest

from dualpress.engines._ahead import Ahead
from dualpress.engines._call import Call
from dualpress.engines.base import Hypothesis
from dualpress.errors import EngineError


def call(*sentences: str) -> Call:
    return Call(sentences, hypotheses=1, attention=False)


class Engine:
    """Answers in capitals, ahead only when it may; it notes what it began, and in whose thread."""

    def __init__(self) -> None:
        self.begun: list[tuple[Call, str]] = []
        self.first = Event()
        self.may_end = Event()

    def __call__(self, asked: Call) -> list[list[Hypothesis]]:
        self.begun.append((asked, current_thread().name))
        self.first.set()
        assert current_thread() is main_thread() or self.may_end.wait(10)
        if asked == call("fails"):
            raise EngineError("it failed")
        return [[Hypothesis(text.upper())] for text in asked.sentences]

    @property
    def calls(self) -> list[Call]:
        return [asked for asked, _ in self.begun]


@pytest.fixture
def engine() -> Engine:
    return Engine()


@pytest.fixture
def ahead(engine: Engine) -> Iterator[Ahead]:
    one = Ahead(engine, hands=1)
    yield one
    engine.may_end.set()
    one.close()


def test_what_is_expected_is_begun_before_it_is_asked_for(engine: Engine, ahead: Ahead) -> None:
    ahead.expect([call("rain")])
    assert engine.first.wait(10)
    engine.may_end.set()
    assert ahead.answer(call("rain")) == [[Hypothesis("RAIN")]]
    assert engine.calls == [call("rain")]


def test_what_nobody_expected_is_done_where_it_is_asked_for(engine: Engine, ahead: Ahead) -> None:
    engine.may_end.set()
    assert ahead.answer(call("rain", "wind")) == [[Hypothesis("RAIN")], [Hypothesis("WIND")]]
    assert engine.begun == [(call("rain", "wind"), current_thread().name)]


def test_what_is_not_begun_is_not_waited_for(engine: Engine, ahead: Ahead) -> None:
    expected = [call("one"), call("two"), call("three")]
    ahead.expect(expected)  # by two threads, so that none is free for the third
    ahead.answer(call("three"))
    assert (call("three"), current_thread().name) in engine.begun


def test_a_call_is_begun_once_however_often_it_is_expected(engine: Engine, ahead: Ahead) -> None:
    ahead.expect([call("rain"), call("rain")])
    ahead.expect([call("rain")])
    engine.may_end.set()
    ahead.answer(call("rain"))
    assert engine.calls == [call("rain")]


def test_other_wishes_are_another_call(engine: Engine, ahead: Ahead) -> None:
    engine.may_end.set()
    again = call("rain")._replace(retry=True)
    ahead.expect([call("rain")])
    ahead.answer(again)
    ahead.answer(call("rain"))
    assert sorted(engine.calls) == sorted([call("rain"), again])


def test_a_failure_is_told_to_who_asks(engine: Engine, ahead: Ahead) -> None:
    engine.may_end.set()
    ahead.expect([call("fails")])
    with pytest.raises(EngineError, match="it failed"):
        ahead.answer(call("fails"))


def test_of_what_nobody_asks_for_little_is_kept(engine: Engine, ahead: Ahead) -> None:
    engine.may_end.set()
    for number in range(200):
        ahead.expect([call(str(number))])
    assert len(ahead._expected) <= 32
    assert ahead.answer(call("0")) == [[Hypothesis("0")]]


def test_at_the_end_nothing_more_is_begun(engine: Engine) -> None:
    ahead = Ahead(engine, hands=1)
    ahead.expect(call(str(number)) for number in range(9))
    assert engine.first.wait(10)
    ahead._expected[call("8")].add_done_callback(lambda _dropped: engine.may_end.set())
    ahead.close()
    assert len(engine.calls) <= 2


def test_who_gave_up_waiting_for_an_answer_is_not_held_at_the_end(
    engine: Engine, ahead: Ahead
) -> None:
    ahead.expect([call("wind")])
    Thread(target=lambda: ahead.answer(call("rain")), daemon=True).start()
    while len(engine.calls) < 2:
        assert engine.first.wait(10)
    ahead.close()
    assert not engine.may_end.is_set()
