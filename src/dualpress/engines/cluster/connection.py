"""Reaches the scheduler of a cluster, and says plainly where it cannot."""

from __future__ import annotations

import logging
import warnings
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from threading import Thread
from typing import Any, TypeVar

from dualpress.engines.base import EngineOptions
from dualpress.engines.cluster.admission import WAIT_SECONDS, Admission
from dualpress.engines.cluster.digest import model_digest
from dualpress.engines.cluster.engine import ClusterEngine
from dualpress.engines.cluster.specification import specification
from dualpress.engines.cluster.versions import scheduler_difference
from dualpress.errors import UsageError

__all__ = ["Cluster", "connect"]

_CONNECT_SECONDS = 9.0
_GRACE_SECONDS = 1.0
_PROTOCOLS = ("tcp://", "tls://")

_T = TypeVar("_T")


class Cluster:
    """A cluster that was reached.

    Args:
        client: of Dask.
        address: of the scheduler, as the user named it.
        wait: seconds after which a cluster without a worker is given up.
    """

    def __init__(self, client: Any, address: str, wait: float = WAIT_SECONDS) -> None:
        self._client = client
        self._address = address
        self._wait = wait
        self._admissions: list[Admission] = []

    @property
    def warnings(self) -> list[str]:
        """Which workers were refused, and why, a sentence each."""
        told = (warning for admission in self._admissions for warning in admission.warnings)
        return list(dict.fromkeys(told))

    def load(self, engine: str, options: EngineOptions) -> ClusterEngine:
        """The engine of a name on the workers; each that is there loads its model now.

        Where this machine has the model too, the workers must have the same.

        Args:
            engine: its name.
            options: what it is made from. Its paths are looked for on the workers.

        Raises:
            EngineUnavailable: no worker can translate with it, or they have different models.
        """
        admission = Admission(
            self._client,
            self._address,
            specification(engine, options),
            model_digest(engine, options),
            wait=self._wait,
        )
        self._admissions.append(admission)
        return ClusterEngine(self._client, admission, admission.begin())


@contextmanager
def connect(address: str, *, wait: float = WAIT_SECONDS) -> Iterator[Cluster]:
    """Reach a cluster, and leave it at the end of the ``with``.

    Args:
        address: of its scheduler, ``tcp://HOST:PORT``; or ``tls://HOST:PORT``, with the
            certificates that Dask's own configuration names.
        wait: seconds after which a cluster without a worker is given up.

    Raises:
        UsageError: Dask is not installed, or there is no scheduler that can be used.
    """
    client_class = _client_class()
    with _quiet():
        client = _client(client_class, address)
        try:
            _check_scheduler(client, address)
            yield Cluster(client, address, wait)
        finally:
            client.close(timeout=_CONNECT_SECONDS)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep Dask from logging what is told as errors of ours."""
    logger = logging.getLogger("distributed.client")
    level = logger.level
    logger.setLevel(logging.CRITICAL)
    try:
        yield
    finally:
        logger.setLevel(level)


def _client_class() -> Any:
    try:
        from distributed import Client
    except ImportError as error:
        raise UsageError(
            "to translate on a cluster, Dask distributed is needed",
            hint="Install it with: pip install dualpress[cluster]",
        ) from error
    return Client


def _client(client_class: Any, address: str) -> Any:
    if not address.startswith(_PROTOCOLS):
        raise UsageError(
            f"“{address}” is no address of a scheduler",
            hint="Name it as the scheduler does, such as tcp://10.0.0.5:8786",
        )
    try:
        with warnings.catch_warnings():
            # Versions that differ are told in our own words.
            warnings.simplefilter("ignore")
            return _in_time(
                lambda: client_class(address, timeout=_CONNECT_SECONDS, set_as_default=False)
            )
    except Exception as error:  # what else listens there may answer anything
        raise UsageError(
            f"no scheduler can be reached at {address}: {_first_line(error)}",
            hint="Check the address, that “dask scheduler” runs there, that no firewall is "
            "between, and for tls:// that Dask's configuration names the certificates",
        ) from error


def _in_time(make: Callable[[], _T]) -> _T:
    """What a function makes, if that does not take too long.

    Dask's own limit does not hold where something listens that never answers. The thread that
    waits for it is left behind, and ends with the process.
    """
    made: Future[_T] = Future()

    def run() -> None:
        try:
            made.set_result(make())
        except BaseException as error:
            made.set_exception(error)

    Thread(target=run, daemon=True, name="dualpress-cluster").start()
    try:
        return made.result(_CONNECT_SECONDS + _GRACE_SECONDS)
    except TimeoutError as error:
        raise OSError(str(error) or "what listens there does not answer") from error


def _check_scheduler(client: Any, address: str) -> None:
    wrong = scheduler_difference(client)
    if wrong is not None:
        raise UsageError(
            f"the scheduler at {address} cannot be used: {wrong}",
            hint="Install the same versions on all machines",
        )


def _first_line(error: Exception) -> str:
    lines = str(error).strip().splitlines()
    return lines[0] if lines else type(error).__name__
