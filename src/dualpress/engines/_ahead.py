"""Calls of an engine that are begun before they are asked for, so that no core waits for the next.

Between two calls, sentences are cut into pieces and made of pieces, and the last batches of
tokens of a call are too few for all cores. With the next call at hand, they go on with that.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable
from concurrent.futures import Future
from queue import SimpleQueue
from threading import Lock, Thread
from typing import TypeAlias

from dualpress.engines._call import Call
from dualpress.engines.base import Hypothesis

__all__ = ["Ahead"]

_KEPT_PER_HAND = 16
"""Calls that are remembered; of what nobody asks for after all, little is kept."""

_Answers: TypeAlias = list[list[Hypothesis]]
_Task: TypeAlias = tuple[Call, Future[_Answers]]


class Ahead:
    """The calls that are expected, each in a thread as soon as one is free.

    The threads are daemons, not those of an executor, for whose ends Python waits at its own: a
    model may hang.

    Args:
        do: answers a call; it may be called in several threads at a time.
        hands: how many calls are worth being begun besides the one that is asked for.
    """

    def __init__(self, do: Callable[[Call], _Answers], hands: int) -> None:
        self.hands = hands
        self._do = do
        self._tasks: SimpleQueue[_Task | None] = SimpleQueue()
        self._threads: list[Thread] = []
        self._expected: OrderedDict[Call, Future[_Answers]] = OrderedDict()
        self._lock = Lock()
        self._asked = 0

    def expect(self, calls: Iterable[Call]) -> None:
        """Begin calls, or note them where no thread is free; any thread may tell of them."""
        with self._lock:
            self._start()
            for call in calls:
                if call not in self._expected:
                    self._expected[call] = Future()
                    self._tasks.put((call, self._expected[call]))
            while len(self._expected) > _KEPT_PER_HAND * len(self._threads):
                self._expected.popitem(last=False)[1].cancel()

    def answer(self, call: Call) -> _Answers:
        """The answer to a call; one that is not begun is not waited for, but done here.

        Raises:
            EngineError: as whoever does it.
        """
        with self._lock:
            future = self._expected.pop(call, None)
            self._asked += 1
        try:
            if future is None or future.cancel():
                return self._do(call)
            return future.result()
        finally:
            with self._lock:
                self._asked -= 1

    def close(self) -> None:
        """Drop what is not begun, and wait for what is.

        Where an answer is still being waited for, in another thread, whoever closes has given it
        up: then nothing is waited for.
        """
        with self._lock:
            for future in self._expected.values():
                future.cancel()
            threads = [] if self._asked else self._threads
        for _ in self._threads:
            self._tasks.put(None)
        for thread in threads:
            thread.join()

    def _start(self) -> None:
        """Begin one thread more than hands: what is asked for is mostly one of those begun."""
        while len(self._threads) <= self.hands:
            thread = Thread(target=self._work, name="dualpress-engine-ahead", daemon=True)
            self._threads.append(thread)
            thread.start()

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None:
            call, future = task
            if future.set_running_or_notify_cancel():
                self._settle(call, future)
            del task, call, future  # its answers are large, and the next may be long in coming

    def _settle(self, call: Call, future: Future[_Answers]) -> None:
        try:
            future.set_result(self._do(call))
        except BaseException as error:  # whoever asks for the answer is to have it
            future.set_exception(error)
