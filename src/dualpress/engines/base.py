"""What a translation engine is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol, runtime_checkable

from dualpress.article import Language

__all__ = [
    "Abilities",
    "Attention",
    "Engine",
    "EngineOptions",
    "Expecting",
    "Hypothesis",
    "Retrying",
    "Stoppable",
    "abilities_of",
]


@dataclass(frozen=True, slots=True)
class Abilities:
    """What a model can do besides translating plain text, as its package or its user says.

    Args:
        inline_tags: it translates sentences with tags (``<g1>…</g1>``, ``<x2/>``) and puts the
            tags where they belong.
        guided_alignment: it was trained with guided alignment, so that its attention tells which
            words became which.
        term_tags: how it was taught to be told what a term is to be called: a pattern for what
            stands in the place of the term, with ``{source}`` and ``{target}``; ``None`` where
            it was not taught any.
    """

    inline_tags: bool = False
    guided_alignment: bool = False
    term_tags: str | None = None


@dataclass(frozen=True, slots=True)
class Attention:
    """Where a translation looked: a soft alignment of pieces.

    Args:
        source: the source as the model saw it, in subword pieces; ``▁`` marks a space.
        target: the translation in pieces, as the model made them.
        weights: for each target piece, the weight of each source piece (0 to 1).
    """

    source: tuple[str, ...]
    target: tuple[str, ...]
    weights: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """One translation of one sentence.

    Args:
        text: the translation; empty only where the source had nothing to translate.
        score: mean log-probability per target token; 0 is certainty; ``None`` where the engine
            has none.
        attention: only where it was asked for and the engine has it.
        notes: what a reviewer should know of how it came about, one sentence each.
    """

    text: str
    score: float | None = None
    attention: Attention | None = None
    notes: tuple[str, ...] = ()


class Engine(Protocol):
    """Translates sentences from one language into the other.

    Attributes:
        name: the name it is chosen by.
        model: name and version of its model; ``None`` where there is none or it is unknown.

    It may have an attribute ``abilities`` (:class:`Abilities`); without it, it has none of them.
    It may be able to try a sentence again (:class:`Retrying`), and to stop (:class:`Stoppable`).
    """

    name: str
    model: str | None

    def translate(
        self, sentences: Sequence[str], *, hypotheses: int = 1, attention: bool = False
    ) -> list[list[Hypothesis]]:
        """Translates sentences, all in one go.

        Args:
            sentences: plain text, one sentence each, without tags; with tags, in the notation of
                PO, only where the engine's abilities say that it knows them.
            hypotheses: how many translations of each sentence are wanted; fewer may come.
            attention: whether each one should tell where it looked.

        Returns:
            For each sentence, in the same order, its translations: at least one, best first.

        Raises:
            EngineError: it could not translate.
        """
        ...

    def close(self) -> None:
        """Frees what the engine holds; it is not used after that."""
        ...


@runtime_checkable
class Retrying(Protocol):
    """An engine that can translate a sentence in another way, where the first is not sound.

    Neural models fall into loops, stop in the middle, or copy their source; with other settings
    many of them do not. An engine without this method is not asked a second time.
    """

    def retry(
        self, sentences: Sequence[str], *, hypotheses: int = 1, attention: bool = False
    ) -> list[list[Hypothesis]]:
        """Translates sentences otherwise than :meth:`Engine.translate` does.

        Args:
            sentences: as there, all of them translated before.
            hypotheses: how many translations of each sentence are wanted; fewer may come.
            attention: whether each one should tell where it looked.

        Returns:
            For each sentence, in the same order, its translations, best first; none where the
            engine has no other.

        Raises:
            EngineError: it could not translate.
        """
        ...


@runtime_checkable
class Expecting(Protocol):
    """An engine that translates several batches at a time, where it is told of them ahead."""

    @property
    def hands(self) -> int:
        """How many batches are worth telling at a time."""
        ...

    def expect(
        self,
        batches: Sequence[Sequence[str]],
        *,
        hypotheses: int = 1,
        attention: bool = False,
        retry: bool = False,
    ) -> None:
        """Is told of batches that will be asked for, with the same wishes and in this order.

        It may be called in another thread than those that ask.

        Args:
            batches: of sentences.
            hypotheses: as they will be asked for.
            attention: likewise.
            retry: whether :meth:`Retrying.retry` will be called, not :meth:`Engine.translate`.
        """
        ...


@runtime_checkable
class Stoppable(Protocol):
    """An engine that can end what it is at, where nobody waits for it any more."""

    def stop(self) -> None:
        """Is told to come back as soon as it can; it fails then, and ever after.

        It is called in another thread than those that ask.
        """
        ...


def abilities_of(engine: Engine) -> Abilities:
    """What an engine can do; nothing special where it does not say."""
    found = getattr(engine, "abilities", None)
    return found if isinstance(found, Abilities) else Abilities()


@dataclass(frozen=True, slots=True)
class EngineOptions:
    """What an engine is made from.

    Args:
        source: the language that it translates from.
        target: the language that it translates into.
        models: the folder of the installed model packages.
        settings: the engine's own settings; each engine says which there are. A relative path
            in them is taken from the working directory.
        threads: how much it may do at once, in place of its own setting: processor cores of a
            model, or requests to a server; ``None`` where the user named none.
    """

    source: Language
    target: Language
    models: Path
    settings: Mapping[str, Any] = field(default_factory=dict)
    threads: int | None = None
