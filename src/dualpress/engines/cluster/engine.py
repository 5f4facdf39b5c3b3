"""The engine whose model is on the workers of a cluster."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import Any

from dualpress.engines._call import Call
from dualpress.engines.base import Abilities, Hypothesis
from dualpress.engines.cluster import worker
from dualpress.engines.cluster.admission import Admission
from dualpress.engines.cluster.plain import from_plain
from dualpress.engines.cluster.tasks import Tasks
from dualpress.engines.cluster.worker import PlainIdentity

__all__ = ["ClusterEngine"]


class ClusterEngine:
    """Translates on the workers; name, model and abilities are those of the engine there.

    A batch that is asked for is one task, never cut nor joined: what a model makes of a sentence
    differs in the last digits with the sentences beside it, and must be what one machine makes.
    So that several workers have work, it is told of batches ahead.

    Args:
        client: of Dask.
        admission: which workers may translate.
        identity: what they have loaded.
    """

    def __init__(self, client: Any, admission: Admission, identity: PlainIdentity) -> None:
        self.name: str = identity["engine"]
        self.model: str | None = identity["model"]
        self.abilities = Abilities(
            identity["inline_tags"], identity["guided_alignment"], identity["term_tags"]
        )
        self._client = client
        self._admission = admission
        self._tasks = Tasks(client, admission, identity)

    @property
    def hands(self) -> int:
        """How many batches are worth expecting at a time."""
        return self._tasks.hands

    def expect(
        self,
        batches: Sequence[Sequence[str]],
        *,
        hypotheses: int = 1,
        attention: bool = False,
        retry: bool = False,
    ) -> None:
        """Is told of batches that will be asked for, with the same wishes and in this order.

        It may be called in another thread than those that ask. While an answer is waited for,
        the batches that are expected are translated too.

        Args:
            batches: of sentences.
            hypotheses: as they will be asked for.
            attention: likewise.
            retry: whether :meth:`retry` will be called, not :meth:`translate`.
        """
        self._tasks.expect(Call(tuple(batch), hypotheses, attention, retry) for batch in batches)

    def translate(
        self, sentences: Sequence[str], *, hypotheses: int = 1, attention: bool = False
    ) -> list[list[Hypothesis]]:
        """Translates a batch on one of the workers.

        Raises:
            EngineUnavailable: the scheduler or all workers are gone.
            EngineError: it failed on several workers.
        """
        return self._call(Call(tuple(sentences), hypotheses, attention))

    def retry(
        self, sentences: Sequence[str], *, hypotheses: int = 1, attention: bool = False
    ) -> list[list[Hypothesis]]:
        """Translates a batch in another way; nothing comes where the workers' engine has none.

        Raises:
            EngineUnavailable: the scheduler or all workers are gone.
            EngineError: it failed on several workers.
        """
        return self._call(Call(tuple(sentences), hypotheses, attention, retry=True))

    def close(self) -> None:
        """Frees the model on the workers, as far as they can be reached."""
        self._tasks.forget()
        with suppress(OSError, RuntimeError):
            self._client.run(
                worker.release,
                self._admission.specification,
                workers=list(self._admission.admitted),
                on_error="ignore",
            )

    def _call(self, call: Call) -> list[list[Hypothesis]]:
        answers = self._tasks.answer(call)
        return [[from_plain(plain) for plain in of_sentence] for of_sentence in answers]
