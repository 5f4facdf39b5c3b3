"""What runs on a worker: loads the model once, and translates with it.

Dask finds these functions by their names, so that they must be the same on all machines. They take
and give plain data only. An error leaves as a ``RuntimeError`` with its text: every Python can read
that, and Dask tries the batch again, on another worker if it can.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from dualpress.engines.base import Engine, Hypothesis, Retrying, abilities_of
from dualpress.engines.cluster.allocation import keep_freed_memory
from dualpress.engines.cluster.digest import model_digest
from dualpress.engines.cluster.plain import PlainHypothesis, to_plain
from dualpress.engines.cluster.specification import read_specification
from dualpress.engines.registry import load_engine
from dualpress.errors import DualpressError

__all__ = ["PlainIdentity", "call", "identify", "release"]

PlainIdentity = dict[str, Any]
"""What is loaded: ``digest``, ``engine``, ``model`` and the three abilities."""

_PLACE = "dualpress"
"""Where among a worker's extensions the models are."""


def identify(specification: str) -> PlainIdentity:
    """Load a model if it is not loaded, and say which it is.

    Args:
        specification: see :func:`dualpress.engines.cluster.specification.specification`.

    Returns:
        The model's identity; where it does not load, ``error`` with the cause.
    """
    try:
        return _models().get(specification).identity
    except DualpressError as error:
        return {"error": str(error)}


def call(
    specification: str,
    identity: PlainIdentity,
    sentences: Sequence[str],
    hypotheses: int,
    attention: bool,
    retry: bool,
) -> list[list[PlainHypothesis]]:
    """Call the engine once.

    Args:
        specification: of the engine.
        identity: of the model that it must be: the worker may have been started anew meanwhile.
        sentences: as the engine takes them.
        hypotheses: how many are wanted of each.
        attention: whether they should tell where they looked.
        retry: whether they are asked again, to which an engine that cannot gives nothing.

    Raises:
        RuntimeError: the model cannot be loaded, is another one, or failed.
    """
    try:
        loaded = _models().get(specification)
        if loaded.identity != identity:
            raise RuntimeError("the model of this worker has changed")
        function = _again(loaded.engine) if retry else loaded.engine.translate
        found = function(sentences, hypotheses=hypotheses, attention=attention)
    except DualpressError as error:
        raise RuntimeError(str(error)) from None
    return [[to_plain(one) for one in of_sentence] for of_sentence in found]


def release(specification: str, dask_worker: Any) -> None:
    """Free a model.

    Args:
        specification: of its engine.
        dask_worker: the worker, as ``Client.run`` gives it to functions with an argument so named.
    """
    _models_of(dask_worker).release(specification)


class _Loaded(NamedTuple):
    engine: Engine
    identity: PlainIdentity


class _Models:
    """The models of one worker, each loaded once.

    Args:
        threads: of the worker.
    """

    def __init__(self, threads: int) -> None:
        self._threads = threads
        self._loaded: dict[str, _Loaded] = {}
        self._lock = threading.Lock()

    def get(self, specification: str) -> _Loaded:
        with self._lock:
            if specification not in self._loaded:
                self._loaded[specification] = _load(specification, self._threads)
            return self._loaded[specification]

    def release(self, specification: str) -> None:
        with self._lock:
            loaded = self._loaded.pop(specification, None)
        if loaded is not None:
            loaded.engine.close()

    def close(self) -> None:
        """Free all models; Dask calls it when the worker ends."""
        for specification in list(self._loaded):
            self.release(specification)


def _again(engine: Engine) -> Callable[..., list[list[Hypothesis]]]:
    return engine.retry if isinstance(engine, Retrying) else _nothing


def _nothing(sentences: Sequence[str], **_wishes: object) -> list[list[Hypothesis]]:
    return [[] for _ in sentences]


def _models() -> _Models:
    """The models of the worker that runs the calling task."""
    from distributed import get_worker

    return _models_of(get_worker())


def _models_of(worker: Any) -> _Models:
    found: _Models = worker.extensions.setdefault(_PLACE, _Models(worker.state.nthreads))
    return found


def _load(specification: str, threads: int) -> _Loaded:
    keep_freed_memory()
    name, options = read_specification(specification, os.environ, threads)
    digest = model_digest(name, options)
    engine = load_engine(name, options)
    abilities = abilities_of(engine)
    identity = {
        "digest": digest,
        "engine": engine.name,
        "model": engine.model,
        "inline_tags": abilities.inline_tags,
        "guided_alignment": abilities.guided_alignment,
        "term_tags": abilities.term_tags,
    }
    return _Loaded(engine, identity)
