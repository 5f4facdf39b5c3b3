"""How fast the translation memory is: ``python -m benchmarks.memory``.

Fills a memory with sentence pairs, and asks it for sentences that it has, and
for sentences of its own with a few words changed. The pairs are made up of
words as frequent as Zipf's law has them, the same in every run; or they come
from a file of tab-separated values whose last two columns are English and
Hindi, and are varied until there are enough.
"""

from __future__ import annotations

import argparse
import itertools
import lzma
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from dualpress.article import Language
from dualpress.memory import Document, Kind, Memory
from dualpress.memory.pairs import Pair, both_ways

_T = TypeVar("_T")
_TextPair = tuple[str, str]

_ASKED = 1000
_WORDS = 60_000
_SYLLABLES = {
    Language.EN: "ba de fi go hu ka le mi no pu ra se ti vo wu ya che sho tri pla".split(),
    Language.HI: "क का कि खो गु चा जे टि डो ता दे नी प्र पा फि बो मे यू रा ले वि शो स्त हा".split(),
}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.memory", description=__doc__)
    parser.add_argument("--pairs", type=int, default=1_000_000, metavar="N")
    parser.add_argument("--corpus", type=Path, metavar="TSV", help="may be compressed by xz")
    arguments = parser.parse_args()
    pairs = _from_corpus(arguments.corpus) if arguments.corpus else _made_up()
    with tempfile.TemporaryDirectory() as folder:
        for line in _measure(Path(folder) / "memory.sqlite", pairs, arguments.pairs):
            sys.stdout.write(f"{line}\n")
            sys.stdout.flush()


def _measure(path: Path, pairs: Iterator[_TextPair], count: int) -> Iterator[str]:
    kept: list[_TextPair] = []
    started = time.perf_counter()
    with Memory.open(path) as memory:
        learned = _learned(itertools.islice(pairs, count), kept)
        memory.refresh([Document(Kind.TMX, "benchmark", lambda: learned, digest="1")])
    yield f"| learned | {count:,} pairs in {time.perf_counter() - started:.0f} s |"
    yield f"| size | {path.stat().st_size / 2**20:.0f} MiB |"
    started = time.perf_counter()
    with Memory.open(path) as memory:
        yield f"| opened | {time.perf_counter() - started:.2f} s |"
        for language in Language:
            yield from _ask(memory, language, kept)


def _learned(pairs: Iterable[_TextPair], kept: list[_TextPair]) -> Iterator[Pair]:
    """The pairs for both directions; some of them are kept, evenly chosen."""
    chance = _chance(2)
    for number, pair in enumerate(pairs):
        if len(kept) < _ASKED:
            kept.append(pair)
        elif (place := chance.randrange(number + 1)) < _ASKED:
            kept[place] = pair
        yield from both_ways(Language.EN, Language.HI, *pair)


def _ask(memory: Memory, language: Language, kept: Sequence[_TextPair]) -> Iterator[str]:
    target = Language.HI if language is Language.EN else Language.EN
    sources = [pair[language is Language.HI] for pair in kept]
    times, _ = _timed(lambda source: memory.exact(source, language, target), sources)
    yield f"| exact, from {language} | {times} |"
    edited = _edited(sources)
    times, found = _timed(lambda source: memory.fuzzy(source, language, target), edited)
    yield f"| best fuzzy, from {language} | {times} |"
    hits = sum(
        any(match.source == source for match in matches)
        for source, matches in zip(sources, found, strict=True)
    )
    some = sum(map(bool, found))
    yield f"| of edited sentences | {hits / len(found):.1%} found, {some / len(found):.1%} some |"


class _Times(NamedTuple):
    """Seconds: as the clock has them, and of the processor alone, which others do not lengthen."""

    clock: list[float]
    processor: list[float]

    def __str__(self) -> str:
        cuts = statistics.quantiles(self.clock, n=100)
        told = (statistics.median(self.clock), cuts[94], statistics.median(self.processor))
        return "median {:.3f} ms, 95 % {:.3f} ms; median of processor time {:.3f} ms".format(
            *(1000 * seconds for seconds in told)
        )


def _timed(ask: Callable[[str], _T], sources: Sequence[str]) -> tuple[_Times, list[_T]]:
    times, answers = _Times([], []), []
    for source in sources:
        clock, processor = time.perf_counter(), time.thread_time()
        answers.append(ask(source))
        times.processor.append(time.thread_time() - processor)
        times.clock.append(time.perf_counter() - clock)
    return times, answers


def _edited(sources: Sequence[str]) -> list[str]:
    """The sentences, each with one word in eight changed to a word of another."""
    chance = _chance(3)
    words = [word for source in sources for word in source.split()]
    edited = []
    for source in sources:
        own = source.split()
        for place in chance.sample(range(len(own)), max(1, len(own) // 8)):
            own[place] = chance.choice(words)
        edited.append(" ".join(own))
    return edited


def _chance(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311 - the same in every run is what is wanted


def _from_corpus(path: Path) -> Iterator[_TextPair]:
    """The pairs of a file; then the same with words of one another."""
    data = path.read_bytes()
    text = (lzma.decompress(data) if path.suffix == ".xz" else data).decode()
    rows = (line.split("\t") for line in text.splitlines())
    pairs = list(dict.fromkeys((row[-2], row[-1]) for row in rows))
    _chance(0).shuffle(pairs)
    yield from pairs
    while True:
        english, hindi = (_edited([pair[side] for pair in pairs]) for side in (0, 1))
        pairs = list(zip(english, hindi, strict=True))
        _chance(len(pairs)).shuffle(pairs)
        yield from pairs


def _made_up() -> Iterator[_TextPair]:
    chance = _chance(0)
    vocabularies = [_vocabulary(syllables, chance) for syllables in _SYLLABLES.values()]
    weights = list(itertools.accumulate(1 / rank for rank in range(1, _WORDS + 1)))
    while True:
        length = min(60, max(3, round(chance.lognormvariate(2.8, 0.5))))
        english, hindi = (
            " ".join(chance.choices(words, cum_weights=weights, k=length)) for words in vocabularies
        )
        yield english.capitalize() + ".", hindi + "।"


def _vocabulary(syllables: Sequence[str], chance: random.Random) -> list[str]:
    """Distinct words, the short ones first, as frequent words are short."""
    words: dict[str, None] = {}
    while len(words) < _WORDS:
        length = 1 + len(words).bit_length() // 5 + chance.randrange(2)
        words["".join(chance.choices(syllables, k=length))] = None
    return list(words)


if __name__ == "__main__":
    main()
