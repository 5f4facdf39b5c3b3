"""Many articles at the machine as one stream, with the machine and Python at work side by side.

The questions of a window of articles are asked together, so that the engine
has sentences enough for full batches. One thread asks the engine, which for
CTranslate2 lets go of Python's lock; meanwhile the articles before are finished
and those after are begun. A few windows are in flight at a time, so what is in
memory does not grow with the run. What is asked again for a window goes before the
windows behind it, so that it is finished while the engine is at those. The model is
loaded while the first window is read.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future
from enum import IntEnum, auto
from itertools import chain, count
from queue import PriorityQueue
from threading import Thread
from typing import Generic, NamedTuple, TypeAlias, TypeVar

from dualpress.pipeline.questions import Answers, Ask, Conversation, Questions

__all__ = ["stream"]

FIRST_SENTENCES = 64
"""At so many the first window is full, so that the engine is soon at work; each that follows takes
twice as many as the one before."""

WINDOW_SENTENCES = 256
WINDOW_ARTICLES = 64
"""At so many sentences at most, or articles, a window is full: few enough that little is left to
be finished behind the engine's last answer, and enough for a batch."""

IN_FLIGHT = 4
"""Windows at a time: one whose answers are made use of, one at the engine, one that waits for it,
one that is begun."""

UNANSWERED = IN_FLIGHT - 2
"""So many windows, the last ones, are left to the engine while those before are led on."""

BATCHES = 1
"""How many batches of the engine a full window gives at least."""

_T = TypeVar("_T")
_Answering: TypeAlias = Callable[[Questions], Answers]
_Noting: TypeAlias = Callable[[Questions], None]


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
    prepare: _Noting = _nothing,
    expect: _Noting = _nothing,
    hands: Callable[[], int] = int,
) -> Generator[_T]:
    """Lead conversations to their ends, many at a time.

    Close it where it is not read to its end.

    Args:
        conversations: begun one after the other, a few windows ahead of the results.
        answer: asks the machine; called in a thread of its own, never twice at a time.
        stop: makes it come back soon; called where the stream ends before its time.
        prepare: is told the first questions of all as soon as they are known, in the thread of
            ``answer`` and before it; it raises nothing.
        expect: is told in this thread what will be asked: in the same order, but for what is
            asked again, which goes before all that was not begun.
        hands: how many batches it can make use of being told; none by default. So many more
            windows are in flight.

    Yields:
        What they came to, in the same order.

    Raises:
        BaseException: whatever a conversation or ``answer`` raises; nothing follows it.
    """
    with _Worker(answer, stop, expect) as worker:
        flights: deque[_Flight[_T]] = deque()
        talks = _prepared(map(_Talk, conversations), lambda first: worker.let(prepare, first))
        last = UNANSWERED
        for window in _windows(talks, is_idle=lambda: not flights):
            flights.append(_Flight(window, worker))
            last = UNANSWERED + -(-hands() // BATCHES)
            yield from _led(flights, last + 1, last)
            yield from _landed(flights)
        for fewer in range(last - 1, 0, -1):
            yield from _led(flights, fewer + 1, fewer)
        yield from _led(flights, 0, 1)
        yield from _landed(flights)


class _Turn(IntEnum):
    """Which of those that wait the machine's thread takes first."""

    END = auto()
    PREPARATION = auto()
    AGAIN = auto()
    WINDOW = auto()


class _Task(NamedTuple):
    """What the machine's thread has to do; of one turn, the first that was put in goes first."""

    turn: _Turn
    number: int
    do: Callable[[], None]


class _Worker:
    """The one thread that asks the machine.

    Its end is waited for, so that no engine is closed at its work. Who stops that too, at an
    engine that hangs, is not held by it: the process ends without a thread that is a daemon.
    """

    def __init__(self, answer: _Answering, stop: Callable[[], None], expect: _Noting) -> None:
        self._answer = answer
        self._stop = stop
        self._expect = expect
        self._tasks: PriorityQueue[_Task] = PriorityQueue()
        self._numbers = count()
        self._thread = Thread(target=self._work, name="dualpress-engine", daemon=True)

    def __enter__(self) -> _Worker:
        self._thread.start()
        return self

    def __exit__(self, *raised: object) -> None:
        self._put(_Turn.END, lambda: None)
        if raised[0] is not None:
            self._stop()
        self._thread.join()

    def let(self, prepare: _Noting, questions: Questions) -> None:
        """Let the machine make ready for questions that will be asked."""
        self._put(_Turn.PREPARATION, lambda: prepare(questions))

    def ask(self, questions: Sequence[Questions], turn: _Turn) -> Future[list[Answers]]:
        """Let questions be answered, those of one kind together."""
        for one in _together(questions):
            self._expect(one)
        answers: Future[list[Answers]] = Future()
        self._put(turn, lambda: _answer_to(questions, self._answer, answers))
        return answers

    def _put(self, turn: _Turn, do: Callable[[], None]) -> None:
        self._tasks.put(_Task(turn, next(self._numbers), do))

    def _work(self) -> None:
        while (task := self._tasks.get()).turn is not _Turn.END:
            task.do()
            del task  # its answers are large, and the next may be long in coming


def _answer_to(
    questions: Sequence[Questions], answer: _Answering, answers: Future[list[Answers]]
) -> None:
    try:
        answers.set_result(_answered(questions, answer))
    except BaseException as error:  # whoever waits for the answers is to have it
        answers.set_exception(error)


class _Flight(Generic[_T]):
    """A window of conversations on its way."""

    def __init__(self, talks: list[_Talk[_T]], worker: _Worker) -> None:
        self.talks = deque(talks)
        self._worker = worker
        self._ask(_Turn.WINDOW)

    @property
    def is_landed(self) -> bool:
        """Whether all are at their ends."""
        return not self._waiting

    @property
    def is_answered(self) -> bool:
        """Whether it can go on without a wait."""
        return self.is_landed or self._answers.done()

    def go_on(self) -> None:
        """Wait for the answers that were asked for, hand them out, and ask on."""
        if self._waiting:
            for talk, answers in zip(self._waiting, self._answers.result(), strict=True):
                talk.take(answers)
            self._ask(_Turn.AGAIN)

    def _ask(self, turn: _Turn) -> None:
        self._waiting = [talk for talk in self.talks if talk.questions is not None]
        if self._waiting:
            asked = [talk.questions for talk in self._waiting if talk.questions is not None]
            self._answers = self._worker.ask(asked, turn)


def _prepared(talks: Iterable[_Talk[_T]], prepare: _Noting) -> Iterator[_Talk[_T]]:
    """The same, with the first questions told as soon as they are known."""
    is_told = False
    for talk in talks:
        if talk.questions is not None and not is_told:
            prepare(talk.questions)
            is_told = True
        yield talk


def _windows(talks: Iterable[_Talk[_T]], is_idle: Callable[[], bool]) -> Iterator[list[_Talk[_T]]]:
    """The conversations in windows; what asks nothing waits for nothing, unless others do."""
    window: list[_Talk[_T]] = []
    sentences, most = 0, min(FIRST_SENTENCES, WINDOW_SENTENCES)
    for talk in talks:
        if talk.questions is None and not window and is_idle():
            yield [talk]
            continue
        window.append(talk)
        sentences += len(talk.questions.sentences) if talk.questions else 0
        if sentences >= most or len(window) >= WINDOW_ARTICLES:
            yield window
            window, sentences, most = [], 0, min(2 * most, WINDOW_SENTENCES)
    if window:
        yield window


def _led(flights: deque[_Flight[_T]], most: int, last: int) -> Iterator[_T]:
    """Lead the windows on, oldest first, until no more than ``most`` are not at their ends.

    The last ones have only just asked; all others go on once in any case, so
    that the engine has their next questions behind the last one's. In which order they ask does
    not depend on how fast the engine is: of two that ask the same, always the same one is first.

    Yields:
        What the oldest came to, as far as there was time for it.
    """
    windows = list(flights)
    for flight in windows[:-last]:
        yield from _meanwhile(flights, flight)
        flight.go_on()
    for flight in windows[: max(0, len(windows) - most)]:
        while not flight.is_landed:
            yield from _meanwhile(flights, flight)
            flight.go_on()


def _landed(flights: deque[_Flight[_T]]) -> Iterator[_T]:
    """What the oldest windows came to, as far as they are at their ends."""
    while flights and flights[0].is_landed:
        yield from (result for talk in flights.popleft().talks for result in talk.results)


def _meanwhile(flights: deque[_Flight[_T]], awaited: _Flight[_T]) -> Iterator[_T]:
    """What the oldest windows came to, until there is an answer or nothing else to be done."""
    while not awaited.is_answered and flights[0].is_landed:
        if flights[0].talks:
            yield from flights[0].talks.popleft().results
        else:
            flights.popleft()


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
