"""Which workers may translate: those with the right packages and the right model."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from typing import Any

from dualpress.engines.cluster import worker
from dualpress.engines.cluster.versions import differing_versions
from dualpress.engines.cluster.worker import PlainIdentity
from dualpress.errors import EngineUnavailable

__all__ = ["MOMENT_SECONDS", "WAIT_SECONDS", "Admission", "connection_lost"]

WAIT_SECONDS = 60.0
"""After how long without a single worker a cluster is given up: a worker that died is started again
by Dask's nanny within a few seconds."""

MOMENT_SECONDS = 0.5
"""How often it is asked which workers there are."""


class Admission:
    """Keeps account of the workers of a cluster as they come and go.

    A worker without the right model is never given a batch; the others go on.

    Args:
        client: of Dask.
        address: of the scheduler, for messages.
        specification: of the engine.
        digest: the model that the workers must have; ``None`` where this machine has none to
            compare with: then they must all have the same.
        wait: seconds after which a cluster without a worker is given up.

    Attributes:
        admitted: the threads of each worker that may translate, by its address.
        specification: of the engine.
        warnings: why others may not, a sentence each, also of such as have left since.
    """

    def __init__(
        self, client: Any, address: str, specification: str, digest: str | None, *, wait: float
    ) -> None:
        self.admitted: dict[str, int] = {}
        self.specification = specification
        self.warnings: list[str] = []
        self._client = client
        self._address = address
        self._digest = digest
        self._wait = wait
        self._identity: PlainIdentity | None = None
        self._asked: dict[str, Any] = {}
        self._refused: dict[str, str] = {}
        self._deserted_at: float | None = None

    def begin(self) -> PlainIdentity:
        """Wait until each worker that is there has loaded the model or was refused.

        Returns:
            The model that they have.

        Raises:
            EngineUnavailable: none can be admitted; or this machine has no model to compare with,
                and some were refused: nobody can say which are right.
        """
        self.refresh()
        while self._asked or not (self.admitted or self._refused):
            time.sleep(MOMENT_SECONDS / 5)
            self.refresh()
        if self._identity is None or (self._digest is None and self._refused):
            raise self._no_worker()
        return self._identity

    def refresh(self) -> None:
        """Let go of workers that left, and see to those that came.

        Raises:
            EngineUnavailable: there has been none to translate for too long, or the scheduler
                does not answer.
        """
        try:
            self._refresh(self._threads())
        except OSError as error:
            raise connection_lost() from error
        self._check_deserted()

    def _threads(self) -> dict[str, int]:
        """The threads of each worker that there is."""
        if self._client.status == "closed":  # after Dask has tried in vain to reconnect
            raise OSError("the client is closed")
        threads: dict[str, int] = self._client.nthreads()
        return threads

    def _refresh(self, threads: Mapping[str, int]) -> None:
        for workers in (self.admitted, self._asked, self._refused):
            for gone in workers.keys() - threads.keys():
                del workers[gone]
        seen = {*self.admitted, *self._asked, *self._refused}
        self._ask([address for address in threads if address not in seen])
        for address, future in list(self._asked.items()):
            if future.done():
                del self._asked[address]
                self._judge(address, future, threads[address])

    def _ask(self, new: Sequence[str]) -> None:
        """Have workers load the model, but those with other packages."""
        wrong = differing_versions(self._client, new) if new else {}
        for address in new:
            if address in wrong:
                self._refuse(address, wrong[address])
            else:
                self._asked[address] = self._client.submit(
                    worker.identify, self.specification, workers=[address], pure=False
                )

    def _judge(self, address: str, future: Any, threads: int) -> None:
        failed = future.status != "finished"
        found = {"error": str(future.exception())} if failed else future.result()
        objection = self._objection(found)
        if objection is None:
            self._identity = found
            self.admitted[address] = threads
        else:
            self._refuse(address, objection)

    def _objection(self, found: PlainIdentity) -> str | None:
        """What is wrong with a worker's model; ``None`` where it is the right one."""
        if "error" in found:
            return str(found["error"])
        digest = self._identity["digest"] if self._identity else self._digest
        if self._identity in (None, found) and digest in (None, found["digest"]):
            return None
        name = found["model"] or found["engine"]
        return f"its model, {name}, has the SHA-256 {found['digest']}, not {digest}"

    def _refuse(self, address: str, reason: str) -> None:
        self._refused[address] = reason
        self.warnings.append(f"the worker {address} was refused: {reason}")

    def _check_deserted(self) -> None:
        now = time.monotonic()
        if self.admitted or self._asked:
            self._deserted_at = None
        elif self._deserted_at is None:
            self._deserted_at = now
        elif now - self._deserted_at > self._wait:
            raise self._no_worker()

    def _no_worker(self) -> EngineUnavailable:
        if not self._refused:
            return EngineUnavailable(
                f"the cluster at {self._address} has no worker",
                hint=f"Start some with: dask worker {self._address} --nthreads 1",
            )
        reasons = "; ".join(f"{worker}: {why}" for worker, why in sorted(self._refused.items()))
        return EngineUnavailable(
            f"the workers of {self._address} cannot be used: {reasons}",
            hint="Give them the packages and the model that this machine has",
        )


def connection_lost() -> EngineUnavailable:
    """What to say when the scheduler does not answer any more."""
    return EngineUnavailable(
        "the connection to the scheduler of the cluster was lost",
        hint="Start the cluster and translate again: what was finished is kept",
    )
