"""Calls of an engine that are begun before they are asked for, so that no core waits for the next.

Between two calls, sentences are cut into pieces and made of pieces, and the last batches of
tokens of a call are too few for all cores. With the next call at hand, they go on with that.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Lock
from typing import TypeAlias

from dualpress.engines._call import Call
from dualpress.engines.base import Hypothesis

__all__ = ["Ahead"]

_KEPT_PER_HAND = 16
"""Calls that are remembered; of what nobody asks for after all, little is kept."""

_Answers: TypeAlias = list[list[Hypothesis]]


class Ahead:
    """The calls that are expected, each in a thread as soon as one is free.

    Args:
        do: answers a call; it may be called in several threads at a time.
        hands: how many calls are worth being begun besides the one that is asked for.
    """

    def __init__(self, do: Callable[[Call], _Answers], hands: int) -> None:
        self.hands = hands
        self._do = do
        # One more: what is asked for is mostly one of those that were begun.
        self._pool = ThreadPoolExecutor(hands + 1, thread_name_prefix="dualpress-engine-ahead")
        self._expected: OrderedDict[Call, Future[_Answers]] = OrderedDict()
        self._lock = Lock()

    def expect(self, calls: Iterable[Call]) -> None:
        """Begin calls, or note them where no thread is free; any thread may tell of them."""
        with self._lock:
            for call in calls:
                if call not in self._expected:
                    self._expected[call] = self._pool.submit(self._do, call)
            while len(self._expected) > _KEPT_PER_HAND * (self.hands + 1):
                self._expected.popitem(last=False)[1].cancel()

    def answer(self, call: Call) -> _Answers:
        """The answer to a call; one that is not begun is not waited for, but done here.

        Raises:
            EngineError: as whoever does it.
        """
        with self._lock:
            future = self._expected.pop(call, None)
        if future is None or future.cancel():
            return self._do(call)
        return future.result()

    def close(self) -> None:
        """Drop what is not begun, and wait for what is."""
        self._pool.shutdown(cancel_futures=True)
