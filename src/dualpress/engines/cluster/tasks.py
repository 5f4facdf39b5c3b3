"""Batches on the workers of a cluster: a bounded number at a time, each done in the end."""

from __future__ import annotations

import queue
import time
from collections import deque
from collections.abc import Iterable
from typing import Any, NamedTuple

from dualpress.engines._call import Call
from dualpress.engines.cluster import worker
from dualpress.engines.cluster.admission import MOMENT_SECONDS, Admission, connection_lost
from dualpress.engines.cluster.plain import PlainHypothesis
from dualpress.engines.cluster.worker import PlainIdentity
from dualpress.errors import EngineError

__all__ = ["PER_THREAD", "Tasks"]

PER_THREAD = 2
"""Batches that each thread has in hand: one that it translates, and one to go on with while the
answer travels."""

_RETRIES = 2

_FETCH_SECONDS = 30

_KEPT_PER_HAND = 4

Answers = list[list[PlainHypothesis]]


class _Task(NamedTuple):
    call: Call
    workers: frozenset[str]


class Tasks:
    """The calls on their way through the cluster.

    Dask gives a batch of a worker that died to another of those that it may run on. Only a batch
    whose workers have all gone is asked for anew, of those that came instead.

    Args:
        client: of Dask.
        admission: which workers may translate.
        identity: the model that they must have.
    """

    def __init__(self, client: Any, admission: Admission, identity: PlainIdentity) -> None:
        self._client = client
        self._admission = admission
        self._identity = identity
        self._expected: deque[Call] = deque()
        self._waiting: deque[Call] = deque()
        self._running: dict[Any, _Task] = {}
        self._finished: dict[Call, Answers | EngineError] = {}
        self._done: queue.SimpleQueue[Any] = queue.SimpleQueue()

    @property
    def hands(self) -> int:
        """How many batches the workers can have in hand together."""
        return PER_THREAD * sum(self._admission.admitted.values())

    def expect(self, calls: Iterable[Call]) -> None:
        """Note calls whose answers will be wanted, in their order; may be called in any thread."""
        self._expected.extend(calls)

    def answer(self, call: Call) -> Answers:
        """The answer to a call, whether or not it was expected.

        Raises:
            EngineUnavailable: the scheduler or all workers are gone.
            EngineError: the batch failed again and again.
        """
        self._take_over()
        if not self._is_known(call):
            self._waiting.appendleft(call)
        while call not in self._finished:
            self._admission.refresh()
            self._take_back()
            self._work(call, time.monotonic() + MOMENT_SECONDS)
        answer = self._finished.pop(call)
        if isinstance(answer, EngineError):
            raise answer
        return answer

    def forget(self) -> None:
        """Let go of all calls; a worker ends the one that it is at."""
        self._expected.clear()
        self._waiting.clear()
        self._running.clear()  # a result that nobody refers to is dropped by Dask
        self._finished.clear()

    def _take_over(self) -> None:
        """Queue what was noted meanwhile; of what nobody asks for after all, little is kept."""
        while self._expected:
            call = self._expected.popleft()
            if not self._is_known(call):
                self._waiting.append(call)
        while len(self._finished) > _KEPT_PER_HAND * max(1, self.hands):
            del self._finished[next(iter(self._finished))]

    def _is_known(self, call: Call) -> bool:
        running = any(task.call == call for task in self._running.values())
        return running or call in self._finished or call in self._waiting

    def _take_back(self) -> None:
        """Put batches that nobody is left to translate at the front again."""
        left = self._admission.admitted.keys()
        for future, task in list(self._running.items()):
            if not future.done() and task.workers.isdisjoint(left):
                del self._running[future]
                self._waiting.appendleft(task.call)

    def _work(self, wanted: Call, end: float) -> None:
        """Hand out batches and take in answers until the wanted one is there, or for a while."""
        while wanted not in self._finished and (left := end - time.monotonic()) > 0:
            self._take_over()
            self._submit()
            try:
                future = self._done.get(timeout=left)
            except queue.Empty:
                return
            task = self._running.pop(future, None)
            if task is not None:
                self._take(task.call, future)

    def _take(self, call: Call, future: Any) -> None:
        """Keep an answer; where it was lost with its worker, ask anew."""
        try:
            self._finished[call] = _answer(future)
        except TimeoutError:
            self._waiting.appendleft(call)

    def _submit(self) -> None:
        """Fill the workers' hands."""
        workers = self._admission.admitted
        for _ in range(min(self.hands - len(self._running), len(self._waiting))):
            call = self._waiting.popleft()
            future = self._client.submit(
                worker.call,
                self._admission.specification,
                self._identity,
                *call,
                workers=list(workers),
                pure=False,
                retries=_RETRIES,
            )
            self._running[future] = _Task(call, frozenset(workers))
            future.add_done_callback(self._done.put)


def _answer(future: Any) -> Answers | EngineError:
    """What came of a batch, an error of its own included.

    Raises:
        EngineUnavailable: the scheduler is gone.
        TimeoutError: the answer was made, but cannot be fetched.
    """
    if future.status == "error":
        return EngineError(f"a batch of sentences failed on the cluster: {future.exception()}")
    if future.status == "cancelled":
        raise connection_lost()
    answers: Answers = future.result(timeout=_FETCH_SECONDS)
    return answers
