"""What a CTranslate2 model is asked for, a few batches of tokens at a time.

CTranslate2 would cut a call into the same batches by itself, and translate all of them before
it comes back. So few are begun here that who stops a run waits for these alone.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from threading import Event, Semaphore
from typing import Any, NamedTuple, TypeAlias

from dualpress.errors import EngineError

__all__ = ["Decoding", "cut"]

_Pieces: TypeAlias = Sequence[str]
_Begin: TypeAlias = Callable[[Sequence[_Pieces], Mapping[str, Any]], Sequence[Any]]


class _Begun(NamedTuple):
    """A batch that the model is at.

    Args:
        places: of its sources in their call.
        results: of these, to come.
    """

    places: Sequence[int]
    results: Sequence[Any]


class Decoding:
    """Translates pieces by a model, in any number of threads.

    Args:
        begin: begins to translate a batch, by options of ``Translator.translate_batch``, and gives
            results to come.
        most: how many batches are begun at a time, those of all threads together.
    """

    def __init__(self, begin: _Begin, most: int) -> None:
        self._begin = begin
        self._room = Semaphore(most)
        self._is_stopped = Event()

    def stop(self) -> None:
        """Begin no batch any more."""
        self._is_stopped.set()

    def decode(
        self, sources: Sequence[_Pieces], size: int, options: Mapping[str, Any]
    ) -> list[Any]:
        """Translate sources.

        Args:
            sources: their pieces.
            size: as :func:`cut` takes it.
            options: as ``begin`` takes them.

        Returns:
            CTranslate2's results, in the order of the sources.

        Raises:
            EngineError: it was stopped.
            Exception: whatever CTranslate2 raises.
        """
        found: list[Any] = [None] * len(sources)
        begun: deque[_Begun] = deque()
        try:
            for places in cut([*map(len, sources)], size):
                # Who has begun something waits for that first; all others for whoever has.
                while not self._room.acquire(blocking=not begun):
                    self._take(begun, found)
                batch = [sources[place] for place in places]
                begun.append(_Begun(places, self._begun(batch, options)))
            while begun:
                self._take(begun, found)
        finally:
            # A model is not to be let go at its work.
            for one in begun:
                self._end(one)
        return found

    def _begun(self, batch: Sequence[_Pieces], options: Mapping[str, Any]) -> Sequence[Any]:
        """Begin a batch, for which there is room."""
        try:
            if self._is_stopped.is_set():
                raise EngineError("the model was stopped")
            return self._begin(batch, options)
        except BaseException:
            self._room.release()
            raise

    def _take(self, begun: deque[_Begun], found: list[Any]) -> None:
        """Wait for the batch that was begun first."""
        one = begun.popleft()
        for place, result in zip(one.places, self._end(one), strict=True):
            found[place] = result

    def _end(self, one: _Begun) -> list[Any]:
        try:
            return [result.result() for result in one.results]
        finally:
            self._room.release()


def cut(lengths: Sequence[int], size: int) -> Iterator[list[int]]:
    """Cut sources into batches of like lengths, the longest first.

    What is shorter than its batch is filled up, and that counts, as CTranslate2 has it. Where
    several are of one length, those that stand first go first: which stand together does not
    depend on the machine.

    Args:
        lengths: of the sources, in pieces.
        size: pieces in a batch at most; one source may have more.

    Yields:
        The places of the sources of each batch.
    """
    batch: list[int] = []
    for place in sorted(range(len(lengths)), key=lambda place: -lengths[place]):
        if batch and lengths[batch[0]] * (len(batch) + 1) > size:
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch
