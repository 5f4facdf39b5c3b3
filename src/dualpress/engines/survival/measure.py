"""The trial of placeholders: which of them an engine gives back as they were.

Each kind is put into every carrier twice, the second time with other placeholders of the kind:
at the start, in the middle and at the end, one to four in a sentence. What it costs the rest of
the sentence is measured against the engine's own translation of the same sentence with ordinary
words; both are compared with a human's without these words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product

from dualpress.article import Language, Span, other
from dualpress.engines.base import Engine
from dualpress.engines.survival.carriers import Carrier, Position, fill, load_carriers, words_of
from dualpress.engines.survival.chrf import chrf
from dualpress.engines.survival.masking import MOST
from dualpress.engines.survival.schemes import SCHEMES, Rendered, Scheme, Token, find_token
from dualpress.engines.survival.table import Cell, Row, Table
from dualpress.errors import EngineError
from dualpress.progress import NoProgress, Progress

__all__ = ["TRIALS", "measure"]

TRIALS = 2
"""How often each kind is tried in a sentence, with other placeholders each time."""

_BATCH = 32

_POSITIONS: tuple[Position, ...] = ("start", "middle", "end")

# Terms as a glossary has them, for placeholders that are made of their term.
_TERMS = {
    Language.HI: "बीएलए ग्वादर हक़्क़ानी डीआरडीओ क्वेटा जेकेएलएफ वज़ीरिस्तान एलओसी".split(),
    Language.EN: "BLA Gwadar Haqqani DRDO Quetta JKLF Waziristan LoC".split(),
}


@dataclass(frozen=True, slots=True)
class _Trial:
    """One sentence with placeholders.

    Args:
        carrier: the sentence.
        tokens: what stands in its places.
    """

    carrier: Carrier
    tokens: tuple[Token, ...]

    @property
    def question(self) -> str:
        return fill(self.carrier.source, [token.written for token in self.tokens])

    def found(self, answer: str) -> list[list[Span]]:
        """Where each placeholder stands in the translation."""
        return [find_token(answer, token.read) for token in self.tokens]


def measure(
    engine: Engine,
    source: Language,
    *,
    schemes: Sequence[Scheme] = SCHEMES,
    progress: Progress | None = None,
) -> Table:
    """Try placeholders on an engine.

    Args:
        engine: which translates from ``source`` into the other language.
        source: the language of the sentences.
        schemes: the kinds of placeholder.
        progress: is told of each sentence that is translated.

    Raises:
        EngineError: it failed; nothing is known then.
    """
    carriers = load_carriers(source)
    asker = _Asker(engine, progress or NoProgress())
    asker.progress.start(
        f"Measuring {source}-{other(source)}", len(carriers) * (1 + TRIALS * len(schemes))
    )
    plain = asker.ask([fill(carrier.source, words_of(carrier.source)) for carrier in carriers])
    rows = tuple(_row(scheme, carriers, source, asker) for scheme in schemes)
    asker.progress.finish()
    return Table(
        engine=engine.name,
        model=engine.model,
        source=source,
        target=other(source),
        sentences=len(carriers),
        chrf=round(chrf(_without_words(plain, carriers), _references(carriers)), 2),
        rows=rows,
    )


@dataclass(frozen=True, slots=True)
class _Asker:
    """Asks an engine for sentences, and tells how far it is.

    Args:
        engine: what translates.
        progress: is told.
    """

    engine: Engine
    progress: Progress

    def ask(self, sentences: Sequence[str]) -> list[str]:
        """The best translation of each sentence."""
        answers: list[str] = []
        for start in range(0, len(sentences), _BATCH):
            batch = sentences[start : start + _BATCH]
            found = self.engine.translate(batch)
            if len(found) != len(batch):
                raise EngineError(
                    f"The engine {self.engine.name} gave {len(found)} translations "
                    f"for {len(batch)} sentences"
                )
            answers += (hypotheses[0].text for hypotheses in found)
            self.progress.advance(len(batch))
        return answers


def _row(scheme: Scheme, carriers: Sequence[Carrier], source: Language, asker: _Asker) -> Row:
    trials = [trial for turn in range(TRIALS) for trial in _trials(scheme, carriers, source, turn)]
    answers = asker.ask([trial.question for trial in trials])
    found = [trial.found(answer) for trial, answer in zip(trials, answers, strict=True)]
    rest = [_without(answer, spans) for answer, spans in zip(answers, found, strict=True)]
    whole = [
        (trial, spans)
        for trial, spans in zip(trials, found, strict=True)
        if len(spans) > 1 and all(len(one) == 1 for one in spans)
    ]
    references = _references([trial.carrier for trial in trials])
    return Row(
        scheme=scheme.name,
        cells=tuple(_cells(trials, found)),
        several=len(whole),
        in_order=sum(_is_in_order(trial, spans) for trial, spans in whole),
        chrf=round(chrf(rest, references), 2),
    )


def _trials(
    scheme: Scheme, carriers: Sequence[Carrier], source: Language, turn: int
) -> Iterator[_Trial]:
    pairs = zip(_TERMS[source], _TERMS[other(source)], strict=True)
    terms = [Rendered(*pair) for pair in pairs][turn * MOST :]
    for carrier in carriers:
        wanted = terms[: carrier.count]
        tokens = scheme.tokens(wanted, carrier.source, source, skip=turn * MOST)
        if tokens is None:
            raise ValueError(f"{scheme.name}: too few placeholders for {carrier.source}")
        yield _Trial(carrier, tokens)


def _cells(trials: Sequence[_Trial], found: Sequence[list[list[Span]]]) -> Iterator[Cell]:
    for position, count in product(_POSITIONS, range(1, MOST + 1)):
        there = [
            len(spans)
            for trial, places in zip(trials, found, strict=True)
            if (trial.carrier.position, trial.carrier.count) == (position, count)
            for spans in places
        ]
        yield Cell(
            position=position,
            count=count,
            asked=len(there),
            kept=there.count(1),
            doubled=sum(number > 1 for number in there),
        )


def _is_in_order(trial: _Trial, found: Sequence[Sequence[Span]]) -> bool:
    """Whether placeholders follow each other as in the human translation."""
    reads = [token.read for token in trial.tokens]
    wanted = fill(trial.carrier.target, reads)
    places = [find_token(wanted, read)[0] for read in reads]
    made = [spans[0] for spans in found]
    return _order(made) == _order(places)


def _order(spans: Sequence[Span]) -> list[int]:
    return sorted(range(len(spans)), key=lambda number: spans[number])


def _references(carriers: Sequence[Carrier]) -> list[str]:
    """The human translations, with nothing in their places."""
    return [fill(carrier.target, [""] * carrier.count) for carrier in carriers]


def _without_words(answers: Sequence[str], carriers: Sequence[Carrier]) -> list[str]:
    """Translations without the ordinary words; one that the engine says otherwise stays."""
    return [
        _without(answer, [find_token(answer, word)[:1] for word in words_of(carrier.target)])
        for answer, carrier in zip(answers, carriers, strict=True)
    ]


def _without(answer: str, found: Sequence[Sequence[Span]]) -> str:
    for span in sorted({span for spans in found for span in spans}, reverse=True):
        answer = answer[: span.start] + answer[span.end :]
    return answer
