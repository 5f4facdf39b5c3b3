"""The engine for any CTranslate2 model with a SentencePiece model, offline.

Never imports argostranslate, nor a sentence splitter, nor a machine-learning framework: a model,
its tokenizer and CTranslate2 are all that translating needs.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated, Any, Literal, Self, TypeAlias

from pydantic import Field

from dualpress.engines._ahead import Ahead
from dualpress.engines._call import Call
from dualpress.engines._decoding import Decoding
from dualpress.engines._folder import ModelFolder, find_model
from dualpress.engines._join import join_parts
from dualpress.engines._metadata import TermTags
from dualpress.engines._open_ends import better_ended, may_be_better, with_stop
from dualpress.engines._settings import EngineSettings, read_settings
from dualpress.engines._split import split_long
from dualpress.engines._tokenizer import Tokenizer
from dualpress.engines.base import Abilities, Attention, EngineOptions, Hypothesis
from dualpress.errors import EngineError, EngineUnavailable

__all__ = [
    "CTranslate2Engine",
    "CTranslate2Settings",
    "DecodingSettings",
    "check_loads",
    "cores",
    "create",
]

ComputeType = Literal[
    "auto", "default", "int8", "int8_float32", "int8_float16", "int8_bfloat16",
    "int16", "float16", "bfloat16", "float32",
]  # fmt: skip

_LONGEST = 400
"""Pieces of a sentence above which it is cut in parts. Models of this kind were trained on
sentences of some 100 to 250 pieces and lose the thread soon after; CTranslate2 itself silently
drops what is beyond 1024."""

_FAILURES = (OSError, RuntimeError, ValueError, LookupError, MemoryError)
"""What becomes of the exceptions of a C++ library, which a damaged model may bring about."""

_DECODED = 256
"""Pieces of a translation at which decoding ends at the earliest: CTranslate2's own figure."""

_LEAST_BATCH = 128
"""Source pieces below which a batch is too small for a core to be busy with."""

_LANES = 4
"""Into so many batches at least what is asked at once is cut where it is enough. Never by the
cores there are: what stands beside a sentence in its batch changes the last digits of its score,
and what one machine writes another is to write too."""

_WAITING = 1
"""Batches that are begun beyond those that the cores are at, so that none waits for Python."""

_RETRY = {"repetition_penalty": 1.2, "no_repeat_ngram_size": 4}
"""CTranslate2's own means against loops; four words in a row stand twice in few sentences."""

_DIGITS = 4
"""Of a score. What else is translated in the same batch changes those behind the fifth, and with
8-bit integers, whose scale is a batch's, sometimes the third."""

Options: TypeAlias = Mapping[str, Any]
"""Of ``Translator.translate_batch``."""


class DecodingSettings(EngineSettings):
    """How a model is run; the same for each engine that runs one."""

    beam_size: Annotated[int, Field(ge=1, le=64)] = 4
    """Hypotheses kept at each step. 4 is what Argos Translate decodes with."""

    length_penalty: float = 0.2
    """How much longer translations are preferred: 0 not at all, 1 by their mean. Argos Translate
    has 0.2."""

    compute_type: ComputeType = "auto"
    """The arithmetic. ``auto`` is the fastest that the processor can do: 8-bit integers wherever
    possible, which is how Argos packages are stored; asking for ``int8`` by name would fail on
    the others."""

    threads: Annotated[int, Field(ge=0)] = 0
    """Processor cores to use; 0 for all that this process may use."""

    batch_tokens: Annotated[int, Field(ge=1)] = 1024
    """Source pieces translated at a time. Large enough to keep a core busy, small enough that the
    sentences of one article keep several."""

    inline_tags: bool | None = None
    """Whether the model knows inline tags and gets sentences with them: ``<g1>…</g1>`` around
    words, ``<x2/>`` by itself. By default as the package's ``metadata.json`` says in a field of
    this name, else not."""

    guided_alignment: bool | None = None
    """Whether the model was trained with guided alignment, so that its attention tells where tags
    belong. By default as the package's ``metadata.json`` says in a field of this name, else
    not."""

    term_tags: TermTags | None = None
    """How the model was taught to be told what a term is to be called: a pattern for what stands
    in its place, such as ``<t>{source}</t><r>{target}</r>``, with ``{target}`` for what it is to
    be called and ``{source}`` for the words of the sentence. By default as the package's
    ``metadata.json`` says in a field of this name, else none."""

    def on(self, threads: int | None) -> Self:
        """The same on so many processor cores; ``None`` for as many as are set."""
        return self if threads is None else self.model_copy(update={"threads": threads})

    def abilities(self, package: Abilities) -> Abilities:
        """What the model can do: as set, else as its package says."""
        tags, alignment = self.inline_tags, self.guided_alignment
        return Abilities(
            package.inline_tags if tags is None else tags,
            package.guided_alignment if alignment is None else alignment,
            self.term_tags or package.term_tags,
        )


class CTranslate2Settings(DecodingSettings):
    """The settings of the engine ``ctranslate2``."""

    path: Annotated[Path, Field(strict=False)]
    """The folder of the model, see :func:`dualpress.engines._folder.find_model`."""


@dataclass(frozen=True, slots=True)
class _Ends:
    """The end token, and whether it must be added to the source by hand."""

    token: str
    add_to_source: bool


class CTranslate2Engine:
    """Translates with a CTranslate2 model.

    Args:
        folder: where the parts of the model are.
        settings: how to run it.
        name: the name of the engine.
        model: name and version of the model.
        package: what its package says that it can do.

    Raises:
        EngineUnavailable: the model does not load.
    """

    def __init__(
        self,
        folder: ModelFolder,
        settings: DecodingSettings,
        *,
        name: str,
        model: str,
        package: Abilities | None = None,
    ) -> None:
        self.name = name
        self.model: str | None = model
        self.abilities = settings.abilities(package or Abilities())
        self._settings = settings
        self._source = Tokenizer(folder.source_tokenizer)
        same = folder.target_tokenizer == folder.source_tokenizer
        self._target = self._source if same else Tokenizer(folder.target_tokenizer)
        self._translator = _load(folder, settings)
        threads = settings.threads or cores()
        self._decoding = Decoding(self._begin, threads + _WAITING)
        self._ends = _read_ends(folder.model)
        self._ahead = Ahead(self._answer, -(-threads // _LANES))

    @property
    def hands(self) -> int:
        """How many batches are worth expecting: so many that no core waits for the next."""
        return self._ahead.hands

    def expect(
        self,
        batches: Sequence[Sequence[str]],
        *,
        hypotheses: int = 1,
        attention: bool = False,
        retry: bool = False,
    ) -> None:
        """Begins batches that will be asked for; see :class:`dualpress.engines.base.Expecting`."""
        self._ahead.expect(Call(tuple(batch), hypotheses, attention, retry) for batch in batches)

    def translate(
        self, sentences: Sequence[str], *, hypotheses: int = 1, attention: bool = False
    ) -> list[list[Hypothesis]]:
        """Translates all sentences as one stream, each distinct one once.

        A sentence of more than 400 pieces is translated in parts, cut at its clauses, and says so
        in its notes: a draft in parts is of more use to a reviewer than one that ends in the
        middle, or none. A headline of which the model is not sure is also translated with a stop,
        which it loses again; the better of the two by the model's own score is taken. Not so
        where its attention is wanted, which would be to other words.

        Raises:
            EngineError: CTranslate2 failed.
        """
        return self._ahead.answer(Call(tuple(sentences), hypotheses, attention))

    def retry(
        self, sentences: Sequence[str], *, hypotheses: int = 1, attention: bool = False
    ) -> list[list[Hypothesis]]:
        """Translates sentences with a wider beam, and without saying the same words again.

        Raises:
            EngineError: CTranslate2 failed.
        """
        return self._ahead.answer(Call(tuple(sentences), hypotheses, attention, retry=True))

    def stop(self) -> None:
        """Ends what it is at; see :class:`dualpress.engines.base.Stoppable`."""
        self._decoding.stop()

    def close(self) -> None:
        """Frees the model's memory, when what was begun ahead is at its end."""
        self._ahead.close()
        # Letting go is what frees it: an unloaded translator keeps the files it was made from.
        self._translator = None

    def _answer(self, call: Call) -> list[list[Hypothesis]]:
        """The translations of a call's sentences, at first or again."""
        made = self._again(call) if call.retry else self._at_first(call)
        return [list(made[sentence]) for sentence in call.sentences]

    def _at_first(self, call: Call) -> dict[str, list[Hypothesis]]:
        made = self._translated(call.sentences, call.hypotheses, call.attention, {})
        return made if call.attention else made | self._better_ended(made, call.hypotheses)

    def _again(self, call: Call) -> dict[str, list[Hypothesis]]:
        wider = {**_RETRY, "beam_size": 2 * max(self._settings.beam_size, call.hypotheses)}
        return self._translated(call.sentences, call.hypotheses, call.attention, wider)

    def _better_ended(
        self, made: Mapping[str, list[Hypothesis]], hypotheses: int
    ) -> dict[str, list[Hypothesis]]:
        """The translations of headlines, some made with a stop."""
        doubtful = (text for text, (first, *_) in made.items() if may_be_better(first))
        ends = {text: stopped for text in doubtful if (stopped := with_stop(text))}
        again = self._translated([*ends.values()], hypotheses, False, {})
        return {text: better_ended(made[text], again[end]) for text, end in ends.items()}

    def _translated(
        self, sentences: Sequence[str], hypotheses: int, attention: bool, options: Options
    ) -> dict[str, list[Hypothesis]]:
        """The translations of each distinct sentence."""
        pieces_of = cache(self._source.pieces)  # a sentence is measured, and then translated
        parts = {
            sentence: split_long(sentence, _LONGEST, lambda text: len(pieces_of(text)))
            for sentence in dict.fromkeys(sentences)
        }
        distinct = {part: pieces_of(part) for cut in parts.values() for part in cut}
        asked = {part: pieces for part, pieces in distinct.items() if pieces}
        decoded: dict[str, list[Hypothesis]] = {}
        for group, longest in _by_length(asked):
            wanted = {**self._options(hypotheses, attention, longest), **options}
            made = self._decode([asked[part] for part in group], wanted)
            decoded.update(zip(group, made, strict=True))
        nothing = [Hypothesis("")]
        return {
            sentence: join_parts(cut, [decoded.get(part, nothing) for part in cut])
            for sentence, cut in parts.items()
        }

    def _options(self, hypotheses: int, attention: bool, longest: int) -> Options:
        wanted = max(1, hypotheses)
        return {
            "beam_size": max(self._settings.beam_size, wanted),
            "num_hypotheses": wanted,
            "length_penalty": self._settings.length_penalty,
            "max_decoding_length": longest,
            "replace_unknowns": True,
            "return_scores": True,
            "return_end_token": True,
            "return_attention": attention,
        }

    def _decode(self, sources: list[list[str]], options: Options) -> list[list[Hypothesis]]:
        """Translates pieces."""
        end = [self._ends.token] if self._ends.add_to_source else []
        try:
            results = self._decoding.decode(
                [[*pieces, *end] for pieces in sources],
                self._batch_size(sum(map(len, sources))),
                options,
            )
        except _FAILURES as error:
            raise EngineError(f"The model failed to translate: {error}") from error
        made: list[list[list[str]]] = [result.hypotheses for result in results]
        # All texts at once: the tokenizer lets go of Python's lock in each call, and beside a busy
        # thread it takes longer to have it again than to write them.
        texts = iter(self._target.texts([self._bare(tokens) for every in made for tokens in every]))
        return [
            self._hypotheses(pieces, result, [(tokens, next(texts)) for tokens in every])
            for pieces, result, every in zip(sources, results, made, strict=True)
        ]

    def _begin(self, batch: Sequence[Sequence[str]], options: Options) -> Any:
        """Begins to translate a batch; who asks for the results waits for them."""
        return self._translator.translate_batch(batch, asynchronous=True, **options)

    def _batch_size(self, pieces: int) -> int:
        """Pieces in a batch, so that each core has one, and all are about as large."""
        most = self._settings.batch_tokens
        batches = max(_LANES, -(-pieces // most))
        return min(most, max(_LEAST_BATCH, -(-pieces // batches)))

    def _bare(self, tokens: list[str]) -> list[str]:
        """The pieces of a translation without the end token."""
        return tokens[:-1] if tokens[-1:] == [self._ends.token] else tokens

    def _hypotheses(
        self, source: list[str], result: Any, made: Sequence[tuple[list[str], str]]
    ) -> list[Hypothesis]:
        """Makes hypotheses of a result, its pieces and their texts: one for each different text."""
        scores, attention = result.scores, result.attention  # copied each time they are asked for
        found: dict[str, Hypothesis] = {}
        for place, (tokens, text) in enumerate(made):
            if text not in found:
                score = _mean(scores[place], len(tokens), self._settings.length_penalty)
                weights = attention[place] if attention else None
                found[text] = Hypothesis(
                    text, score, _attention(source, self._bare(tokens), weights)
                )
        return list(found.values())


def create(options: EngineOptions) -> CTranslate2Engine:
    """Makes the engine from its settings, see :class:`CTranslate2Settings`."""
    settings = read_settings(CTranslate2Settings, "ctranslate2", options.settings)
    settings = settings.on(options.threads)
    folder = find_model(settings.path)
    return CTranslate2Engine(
        folder, settings, name="ctranslate2", model=settings.path.resolve().name
    )


def check_loads(folder: Path) -> None:
    """Loads a model and its tokenizer, and lets go of them.

    Raises:
        EngineUnavailable: it does not load.
    """
    settings = DecodingSettings(threads=1)
    CTranslate2Engine(find_model(folder), settings, name="ctranslate2", model=folder.name).close()


def _load(folder: ModelFolder, settings: DecodingSettings) -> Any:
    import ctranslate2

    try:
        return ctranslate2.Translator(
            str(folder.model),
            device="cpu",
            compute_type=settings.compute_type,
            # Batches side by side, each on a core of its own: two cores within one batch spend
            # part of their time waiting for each other.
            inter_threads=settings.threads or cores(),
            intra_threads=1,
            # Read here, not there: the library opens no path with Devanagari in it on Windows.
            files={path.name: path.read_bytes() for path in folder.model_files()},
        )
    except _FAILURES as error:
        raise EngineUnavailable(
            f"The model cannot be loaded: {error}",
            path=folder.model,
            hint="Install it again, or choose another compute_type",
        ) from error


def cores() -> int:
    """The processor cores that this process may use, where the system tells, else all there are."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _by_length(parts: Mapping[str, Sequence[str]]) -> Iterator[tuple[list[str], int]]:
    """Parts by how long their translations may be, with that.

    It is the part's own affair: what else is translated must not change where one ends.
    """
    bounds = {
        part: _DECODED if 2 * len(pieces) <= _DECODED else 2 * _LONGEST
        for part, pieces in parts.items()
    }
    for bound in sorted(set(bounds.values())):
        yield [part for part in parts if bounds[part] == bound], bound


def _read_ends(model: Path) -> _Ends:
    """Reads from the model's configuration what ends a sentence.

    A model converted from Marian by way of Transformers expects the end token in its input and
    does not add it itself. It is known by its decoder's start token, which is the end token too.
    (CTranslate2, guide to Transformers, MarianMT.)
    """
    try:
        found: Mapping[str, Any] = json.loads((model / "config.json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        found = {}  # models of early versions have none, and are not of that kind
    token = found.get("eos_token", "</s>")
    by_hand = not found.get("add_source_eos") and found.get("decoder_start_token") == token
    return _Ends(token, by_hand)


def _mean(score: float, tokens: int, length_penalty: float) -> float:
    """Turns CTranslate2's score into the mean log-probability per token, rounded.

    CTranslate2 divides the sum of all tokens' log-probabilities, the end token's among them, by
    their number to the power of the length penalty.
    """
    mean: float = score * tokens ** (length_penalty - 1.0)
    return round(mean, _DIGITS) + 0.0  # no negative zero


def _attention(
    source: list[str], target: list[str], weights: Sequence[Sequence[float]] | None
) -> Attention | None:
    """Keeps what belongs to the pieces of both texts; the end tokens' share is left out."""
    if weights is None:
        return None
    rows = (tuple(row[: len(source)]) for row in weights[: len(target)])
    return Attention(tuple(source), tuple(target), tuple(rows))
