"""Which settings of an engine are tried."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from dualpress.config import Project
from dualpress.engines.ctranslate2 import DecodingSettings, cores
from dualpress.pipeline.speed.report import Setting

__all__ = ["FULL", "batches_to_try", "configured", "lines", "set_in", "threads_to_try"]

FULL = 256
"""Sentences that fill the large ones of the batches that are tried."""

_MODELS = ("argos", "ctranslate2")
"""The engines that run a model on this computer. To try how much a server can bear is not ours."""


def configured(project: Project, name: str) -> Setting:
    """The setting of an engine of a project, as it takes effect."""
    if name not in _MODELS:
        return Setting()
    table, default = project.engine_settings(name), DecodingSettings()
    threads = table.get("threads", default.threads) or cores()
    return Setting(threads, table.get("batch_tokens", default.batch_tokens))


def threads_to_try(own: Setting, wanted: Sequence[int] = ()) -> list[Setting]:
    """The configured setting first, and then others that differ in their threads alone.

    Args:
        own: the configured one.
        wanted: threads that the user named; without any, all cores and parts of them.
    """
    if not wanted and own.threads is None:
        return [own]
    number = cores()
    numbers = wanted or (number, -(-number // 2), -(-number // 4))
    tried = (replace(own, threads=threads) for threads in numbers)
    return list(dict.fromkeys((own, *tried)))


def batches_to_try(fastest: Setting, sentences: int) -> list[Setting]:
    """Settings with half as large batches, and with twice as large ones.

    Args:
        fastest: the setting that they are for.
        sentences: how many the engine is asked for; too few fill no large batch, and show
            nothing of its worth.
    """
    size = fastest.batch_tokens
    if size is None or sentences < FULL:
        return []
    return [replace(fastest, batch_tokens=tokens) for tokens in (max(1, size // 2), 2 * size)]


def set_in(project: Project, name: str, setting: Setting) -> Project:
    """A project whose engine has a setting; its threads are no part of it."""
    if setting.batch_tokens is None:
        return project
    table = {**project.engine_settings(name), "batch_tokens": setting.batch_tokens}
    engines: Mapping[str, Any] = {**project.config.engines, name: table}
    return replace(project, config=project.config.model_copy(update={"engines": engines}))


def lines(own: Setting, chosen: Setting) -> dict[str, int]:
    """What is to be written into an engine's table to have another setting than its own."""
    wanted = {"threads": chosen.threads, "batch_tokens": chosen.batch_tokens}
    known = {"threads": own.threads, "batch_tokens": own.batch_tokens}
    return {
        key: value
        for key, value in wanted.items()
        if value is not None and known[key] is not None and value != known[key]
    }
