"""Many articles at the machine as one stream, with the machine and Python at work side by side.

The questions of a window of articles are asked together, so that the engine
has sentences enough for full batches. One thread asks the engine, which for
CTranslate2 lets go of Python's lock; meanwhile the articles before are finished
and those after are begun. A few windows are in flight at a time, so what is in
memory does not grow with the run.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future
from itertools import chain
from queue import SimpleQueue
from threading import Event, Thread
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from dualpress.pipeline.questions import Answers, Ask, Conversation, Questions

__all__ = ["stream"]

FIRST_SENTENCES = 64
"""At so many the first window is full, so that the engine is soon at work; each that follows takes
twice as many as the one before."""

WINDOW_SENTENCES = 256
WINDOW_ARTICLES = 64
"""At so many sentences at most, or articles, a window is full: few enough that little is left to
be finished behind the engine's last answer, and enough that what is asked again fills a batch."""

IN_FLIGHT = 3
"""Windows at a time: one whose answers are made use of, one at the engine, one that is begun."""

BATCHES = 1
"""How many batches of the engine a full window gives at least."""

_T = TypeVar("_T")
_Answering: TypeAlias = Callable[[Questions], Answers]
_Expecting: TypeAlias = Callable[[Questions], None]


def _nothing(_questions: Questions) -> None:
    """Take no notice."""


class _Talk(Generic[_T]):
    """A conversation with the machine, led from outside.

    Args:
        conversation: begun here.

    Attributes:
        questions: what it waits for; none when it has come to its end.
        results: what it came to, when it has.
    """

    def __init__(self, conversation: Conversation[_T]) -> None:
        self.questions: Questions | None = None
        self.results: tuple[_T, ...] = ()
        self._conversation = conversation
        self._go_on(lambda: next(conversation))

    def take(self, answers: Answers) -> None:
        """Go on with the answers to its questions."""
        self._go_on(lambda: self._conversation.send(answers))

    def _go_on(self, step: Callable[[], Questions]) -> None:
        try:
            self.questions = step()
        except StopIteration as end:
            self.questions, self.results = None, (end.value,)


def stream(
    conversations: Iterable[Conversation[_T]],
    answer: _Answering,
    stop: Callable[[], None],
    *,
    expect: _Expecting = _nothing,
    hands: Callable[[], int] = int,
) -> Generator[_T]:
    """Lead conversations to their ends, many at a time.

    Close it where it is not read to its end.

    Args:
        conversations: begun one after the other, a few windows ahead of the results.
        answer: asks the machine; called in a thread of its own, never twice at a time.
        stop: makes it come back soon; called where the stream ends before its time.
        expect: is told in this thread, and in the same order, what will be asked.
        hands: how many batches it can make use of being told; none by default. So many more
            windows are in flight.

    Yields:
        What they came to, in the same order.

    Raises:
        BaseException: whatever a conversation or ``answer`` raises; nothing follows it.
    """
    with _Worker(answer, stop, expect) as worker:
        flights: deque[_Flight[_T]] = deque()
        for window in _windows(map(_Talk, conversations)):
            flights.append(_Flight(window, worker))
            ahead = -(-hands() // BATCHES)
            yield from _landed(flights, IN_FLIGHT - 1 + ahead, 1 + ahead)
        yield from _landed(flights, 0, 1)


class _Task(NamedTuple):
    """What the machine is asked at once, and who waits for its answers."""

    questions: Sequence[Questions]
    answers: Future[list[Answers]]


class _Worker:
    """The one thread that asks the machine.

    Its end is waited for, so that no engine is closed at its work. Who stops that too, at an
    engine that hangs, is not held by it: the process ends without a thread that is a daemon.
    """

    def __init__(self, answer: _Answering, stop: Callable[[], None], expect: _Expecting) -> None:
        self._answer = answer
        self._stop = stop
        self._expect = expect
        self._tasks: SimpleQueue[_Task | None] = SimpleQueue()
        self._is_over = Event()
        self._thread = Thread(target=self._work, name="dualpress-engine", daemon=True)

    def __enter__(self) -> _Worker:
        self._thread.start()
        return self

    def __exit__(self, *raised: object) -> None:
        self._is_over.set()
        self._tasks.put(None)
        if raised[0] is not None:
            self._stop()
        self._thread.join()

    def ask(self, questions: Sequence[Questions]) -> Future[list[Answers]]:
        """Let questions be answered, those of one kind together."""
        for one in _together(questions):
            self._expect(one)
        answers: Future[list[Answers]] = Future()
        self._tasks.put(_Task(questions, answers))
        return answers

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None:
            if not self._is_over.is_set():
                self._do(task)
            del task  # its answers are large, and the next may be long in coming

    def _do(self, task: _Task) -> None:
        try:
            task.answers.set_result(_answered(task.questions, self._answer))
        except BaseException as error:  # whoever waits for the answers is to have it
            task.answers.set_exception(error)


class _Flight(Generic[_T]):
    """A window of conversations on its way."""

    def __init__(self, talks: list[_Talk[_T]], worker: _Worker) -> None:
        self.talks = talks
        self._worker = worker
        self._ask()

    @property
    def is_landed(self) -> bool:
        """Whether all are at their ends."""
        return not self._waiting

    def go_on(self) -> None:
        """Wait for the answers that were asked for, hand them out, and ask on."""
        if self._waiting:
            for talk, answers in zip(self._waiting, self._answers.result(), strict=True):
                talk.take(answers)
            self._ask()

    def _ask(self) -> None:
        self._waiting = [talk for talk in self.talks if talk.questions is not None]
        if self._waiting:
            asked = [talk.questions for talk in self._waiting if talk.questions is not None]
            self._answers = self._worker.ask(asked)


def _windows(talks: Iterable[_Talk[_T]]) -> Iterator[list[_Talk[_T]]]:
    window: list[_Talk[_T]] = []
    sentences, most = 0, min(FIRST_SENTENCES, WINDOW_SENTENCES)
    for talk in talks:
        window.append(talk)
        sentences += len(talk.questions.sentences) if talk.questions else 0
        if sentences >= most or len(window) >= WINDOW_ARTICLES:
            yield window
            window, sentences, most = [], 0, min(2 * most, WINDOW_SENTENCES)
    if window:
        yield window


def _landed(flights: deque[_Flight[_T]], most: int, last: int) -> Iterator[_T]:
    """Lead the windows on, oldest first, until there are no more than ``most`` in flight.

    The last ones have only just asked; all others go on once in any case, so
    that the engine has their next questions behind the last one's.
    """
    for flight in list(flights)[:-last]:
        flight.go_on()
    while flights and (flights[0].is_landed or len(flights) > most):
        if flights[0].is_landed:
            yield from (result for talk in flights.popleft().talks for result in talk.results)
        else:
            flights[0].go_on()


def _answered(questions: Sequence[Questions], answer: _Answering) -> list[Answers]:
    """Answer the questions of many at once: those of one kind and language together."""
    rest = {(one.ask, one.target): iter(answer(one)) for one in _together(questions)}
    return [[next(rest[one.ask, one.target]) for _ in one.sentences] for one in questions]


def _together(questions: Sequence[Questions]) -> list[Questions]:
    """The questions of each kind and language as one."""
    kinds = dict.fromkeys((one.ask, one.target) for one in questions)
    return [
        Questions(*kind, _all_of(kind, questions))
        for kind in sorted(kinds, key=lambda kind: kind[0] is not Ask.TRANSLATE)
    ]


def _all_of(kind: tuple[object, object], questions: Sequence[Questions]) -> list[str]:
    chosen = (one.sentences for one in questions if (one.ask, one.target) == kind)
    return list(chain.from_iterable(chosen))
