"""Which packages must be of the same version on all machines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from typing import Any

__all__ = ["PACKAGES", "differing_versions", "scheduler_difference"]

PACKAGES = ("dualpress", "distributed", "ctranslate2", "sentencepiece")
"""What must be the same for a worker to understand what it is asked, and to answer as this machine
would."""


def differing_versions(client: Any, workers: Sequence[str]) -> dict[str, str]:
    """The workers that have other packages than this machine.

    What is sent to them for it is a function of Python's own, so that even a worker without
    dualpress can answer.

    Args:
        client: of Dask.
        workers: their addresses.

    Returns:
        What is wrong with each, as a sentence; those that are well are not in it.
    """
    found: dict[str, str] = {}
    for package in PACKAGES:
        answers: Mapping[str, Any] = client.run(
            version, package, workers=list(workers), on_error="return"
        )
        for worker in workers:
            wrong = _difference(package, answers.get(worker))
            if wrong is not None:
                found.setdefault(worker, wrong)
    return found


def scheduler_difference(client: Any) -> str | None:
    """What is wrong with the scheduler's version of Dask distributed, if anything is."""
    return _difference("distributed", client.run_on_scheduler(version, "distributed"))


def _difference(package: str, answer: object) -> str | None:
    own = version(package)
    if answer == own:
        return None
    if isinstance(answer, PackageNotFoundError):
        return f"it has no {package}, this machine has {package} {own}"
    if isinstance(answer, str):
        return f"it has {package} {answer}, this machine has {package} {own}"
    return f"it does not say which {package} it has: {answer or 'no answer'}"
