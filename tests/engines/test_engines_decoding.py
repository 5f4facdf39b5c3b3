"""Batches that a model is asked for, a few at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from threading import Event, Thread
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.engines._decoding import Decoding, cut
from dualpress.errors import EngineError

SOURCES = [["a"] * length for length in (3, 9, 1, 9, 5, 2)]


class Result:
    """Of one source: its length, once its batch may end."""

    def __init__(self, source: Sequence[str], may_end: Event) -> None:
        self._source = source
        self._may_end = may_end

    def result(self) -> int:
        assert self._may_end.wait(10)
        if "bad" in self._source:
            raise RuntimeError("a bad piece")
        return len(self._source)


class Model:
    """Notes what it began; no batch ends before all may."""

    def __init__(self) -> None:
        self.begun: list[list[int]] = []
        self.has_begun = Event()
        self.may_end = Event()

    def __call__(
        self, batch: Sequence[Sequence[str]], _options: Mapping[str, Any]
    ) -> Sequence[Result]:
        self.begun.append([len(source) for source in batch])
        self.has_begun.set()
        return [Result(source, self.may_end) for source in batch]


@pytest.fixture
def model() -> Model:
    return Model()


def _in_thread(decoding: Decoding, told: list[object]) -> Thread:
    def decode() -> None:
        try:
            told.append(decoding.decode(SOURCES, 4, {}))
        except EngineError as error:
            told.append(error)

    thread = Thread(target=decode, daemon=True)
    thread.start()
    return thread


@pytest.mark.parametrize("most", [1, 2, 9])
@pytest.mark.parametrize("size", [1, 6, 100])
def test_results_come_in_the_order_of_the_sources(model: Model, most: int, size: int) -> None:
    model.may_end.set()
    assert Decoding(model, most).decode(SOURCES, size, {}) == [3, 9, 1, 9, 5, 2]


def test_no_more_batches_are_begun_than_may_be(model: Model) -> None:
    told: list[object] = []
    decoding = Decoding(model, 2)
    threads = [_in_thread(decoding, told) for _ in range(2)]
    assert model.has_begun.wait(10)
    for thread in threads:
        thread.join(0.1)
    assert len(model.begun) == 2

    model.may_end.set()
    for thread in threads:
        thread.join(10)
    assert told == [[3, 9, 1, 9, 5, 2]] * 2


def test_who_stops_it_waits_for_what_is_begun_alone(model: Model) -> None:
    told: list[object] = []
    decoding = Decoding(model, 2)
    thread = _in_thread(decoding, told)
    while len(model.begun) < 2:
        assert model.has_begun.wait(10)
    decoding.stop()
    thread.join(0.1)
    assert thread.is_alive()  # a model is not to be let go at its work

    model.may_end.set()
    thread.join(10)
    assert not thread.is_alive()
    assert [type(one) for one in told] == [EngineError]
    assert len(model.begun) == 2


def test_once_stopped_nothing_is_begun(model: Model) -> None:
    decoding = Decoding(model, 1)
    decoding.stop()
    for _ in range(3):  # each gives back the room that it took
        with pytest.raises(EngineError):
            decoding.decode(SOURCES, 4, {})
    assert model.begun == []


def test_after_a_failure_there_is_room_again(model: Model) -> None:
    model.may_end.set()
    decoding = Decoding(model, 2)
    for _ in range(3):
        with pytest.raises(RuntimeError):
            decoding.decode([["bad"], *SOURCES], 4, {})
    assert decoding.decode(SOURCES, 4, {}) == [3, 9, 1, 9, 5, 2]


lengths = st.lists(st.integers(0, 50), max_size=40)
sizes = st.integers(1, 200)


@given(lengths, sizes)
def test_batches_hold_all_sources_the_longest_first_and_no_more_than_they_may(
    lengths: list[int], size: int
) -> None:
    batches = list(cut(lengths, size))
    places = [place for batch in batches for place in batch]
    assert places == sorted(range(len(lengths)), key=lambda place: -lengths[place])
    for batch in batches:
        assert lengths[batch[0]] * len(batch) <= size or len(batch) == 1
    for batch in batches[:-1]:
        assert lengths[batch[0]] * (len(batch) + 1) > size
