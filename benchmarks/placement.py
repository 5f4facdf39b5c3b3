"""How often a tag is put where a human put it, by the way in which its place was found.

    python benchmarks/placement.py
    DUALPRESS_SHARED=<folder> python benchmarks/placement.py

Tags are taken out of translations and put back: those of the reviewed PO files in ``examples/``;
with ``DUALPRESS_SHARED``, quotes and brackets that human translations have on both sides, and in
machine output the terms of the glossary and the numbers, whose places are known by value. The
models in ``tests/fixtures/models`` give the attention for the sentences that they know.

Prints, for each way, how many tags it placed and the share around the same words, around some of
the same words, and around others. The folder holds ``corpus/test.*.tsv`` and
``corpus/train.tsv.xz`` (its last two columns English and Hindi), and
``corpus/peer.flores_test.*.xz``.
"""

from __future__ import annotations

import lzma
import os
import sys
import tempfile
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import regex

from dualpress.article import TAG, Language, Span, Status, escape_tags, other, plain_text
from dualpress.catalog import read_catalog
from dualpress.engines import Attention, EngineOptions, load_auto
from dualpress.engines.packages import install_package
from dualpress.engines.placement import Evidence, place_tags, read_outline, trimmed
from dualpress.engines.placement.outline import Outline
from dualpress.engines.placement.strategies import STRATEGIES
from dualpress.engines.placement.words import words_in
from dualpress.glossary import Glossary, read_glossary
from dualpress.glossary.check import spans_of
from dualpress.text.numbers import find_numbers

ROOT = Path(__file__).parents[1]
SAME, OVERLAPPING, WRONG = "same", "overlapping", "wrong"
ALL = "all"

_SYSTEMS = ("argos", "bergamot-tiny", "google", "nllb", "opusmt")
_HUMAN = ("ntrex", "flores_dev", "wmt24", "pmi_dev")
# Prose of the training pairs; the rest is documentation with few quotes of its own.
_PROSE = frozenset(
    "tico19 xquad pud pmi_wat21 samanantar10k wmtqe_pe opensource_guide mkb_speeches mozorg".split()
)
_MARKS = {
    "quotes": regex.compile(r"(?<!\S)[“\"]([^“”\"]+)[”\"](?=[\s,.;:।?!]|$)"),
    "brackets": regex.compile(r"(?<!\S)\(([^()]+)\)(?=[\s,.;:।?!]|$)"),
}
_ANY_MARK = {"quotes": regex.compile(r"[“”\"]"), "brackets": regex.compile(r"[()]")}
_PAIRED = regex.compile(r"<g1>.*?</g1>")
_MOST = 800
"""Pairs of a kind; the first ones, evenly spread."""


class TaggedPair(NamedTuple):
    """A sentence with tags and the translation in which a human, or a value, put them.

    Args:
        source: in the notation of PO.
        target: likewise.
        source_language: the language of ``source``.
    """

    source: str
    target: str
    source_language: Language

    @property
    def reverse(self) -> TaggedPair:
        """The same the other way."""
        return TaggedPair(self.target, self.source, other(self.source_language))


Figures = Mapping[str, Counter[str]]
"""Verdicts by the way of placing; those on all tags under :data:`ALL`."""


def main() -> None:
    """Print the tables."""
    glossary = shipped_glossary()
    reviewed = reviewed_pairs(ROOT / "examples/po")
    _show("examples, with the glossary", measure(reviewed, glossary))
    _show("examples, without glossary", measure(reviewed, Glossary()))
    named = [
        term for pair in sentence_pairs(ROOT / "examples/po") for term in terms(pair, glossary)
    ]
    for name, pairs in (("tags of the examples", reviewed), ("terms of the examples", named)):
        _show_attention(name, pairs)
    if folder := os.environ.get("DUALPRESS_SHARED"):
        _show_corpus(Path(folder, "corpus"), glossary)


def shipped_glossary() -> Glossary:
    """The glossary that the examples are translated with."""
    files = [*ROOT.glob("glossaries/*.csv"), *ROOT.glob("examples/glossaries/*.csv")]
    return read_glossary(sorted(files))


def sentence_pairs(folder: Path) -> list[TaggedPair]:
    """The reviewed entries of PO files."""
    catalogs = [read_catalog(path) for path in sorted(folder.glob("*/*.po"))]
    return [
        TaggedPair(entry.source, entry.target, catalog.source_language)
        for catalog in catalogs
        for entry in catalog.entries
        if entry.status is Status.REVIEWED
    ]


def reviewed_pairs(folder: Path) -> list[TaggedPair]:
    """The reviewed entries of PO files that have tags, without what no engine is asked for."""
    found = (pair for pair in sentence_pairs(folder) if TAG.search(pair.source))
    cut = (_core(pair) for pair in found)
    return [pair for pair in cut if TAG.search(pair.source)]


def _core(pair: TaggedPair) -> TaggedPair:
    ours, theirs = trimmed(pair.source), trimmed(pair.target)
    if TAG.findall(ours.core) != TAG.findall(pair.source) and ours.after == theirs.after:
        return TaggedPair(ours.core, theirs.core, pair.source_language)
    return pair


def measure(
    pairs: Iterable[TaggedPair],
    glossary: Glossary,
    *,
    attentions: Sequence[Attention | None] = (),
    without: Collection[str] = (),
    alone: str | None = None,
) -> Figures:
    """Take the tags out of translations, put them back, and compare.

    Args:
        pairs: with their tags.
        glossary: what the placing knows.
        attentions: where a model looked, for each pair.
        without: names of strategies that are left out.
        alone: the name of the only strategy to try before the last.
    """
    chosen = [
        (strategy, confidence)
        for strategy, confidence in STRATEGIES
        if strategy.__name__ not in without and alone in (None, strategy.__name__)
    ]
    figures: dict[str, Counter[str]] = defaultdict(Counter)
    for number, pair in enumerate(pairs):
        wanted = read_outline(pair.target)
        attention = attentions[number] if attentions else None
        language = pair.source_language
        evidence = Evidence(language, other(language), glossary, attention)
        placed = place_tags(pair.source, wanted.text, evidence, strategies=chosen)
        verdicts = _verdicts(read_outline(placed.target), wanted)
        for place in placed.places:
            if alone in (None, place.strategy):
                figures[place.strategy][verdicts[place.number]] += 1
                figures[ALL][verdicts[place.number]] += 1
    return figures


def _verdicts(found: Outline, wanted: Outline) -> dict[int, str]:
    spans = {node.number: node.span for node in found.nodes()}
    return {
        node.number: _verdict(_held(found, spans[node.number]), _held(wanted, node.span))
        for node in wanted.nodes()
    }


def _held(outline: Outline, span: Span) -> frozenset[int]:
    """The numbers of the words that a tag holds; of one without words, where it stands."""
    words = words_in(outline.text)
    held = frozenset(
        i for i, word in enumerate(words) if span.start < word.end and word.start < span.end
    )
    before = sum(1 for word in words if word.end <= span.start)
    return held or frozenset({-1 - before})


def _verdict(found: frozenset[int], wanted: frozenset[int]) -> str:
    if found == wanted:
        return SAME
    return OVERLAPPING if found & wanted else WRONG


def _tagged(text: str, span: Span) -> str:
    start, end = span
    inner = escape_tags(text[start:end])
    return f"{escape_tags(text[:start])}<g1>{inner}</g1>{escape_tags(text[end:])}"


def terms(pair: TaggedPair, glossary: Glossary) -> Iterator[TaggedPair]:
    """The pair with a tag around a term that stands in each text once."""
    language = pair.source_language
    source, target = plain_text(pair.source), plain_text(pair.target)
    renderings = glossary.matcher(other(language)).find_all(target)
    matches = glossary.matcher(language).find(source)
    for match in matches:
        spans = spans_of(match.terms, renderings)
        is_only = sum(one.term == match.term for one in matches) == 1
        if is_only and len(spans) == 1 and match.span != (0, len(source)):
            (span,) = spans
            yield TaggedPair(_tagged(source, match.span), _tagged(target, span), language)


def _numbers(pair: TaggedPair) -> Iterator[TaggedPair]:
    """The pair with a tag around a number whose value each text has once."""
    language = pair.source_language
    source, target = plain_text(pair.source), plain_text(pair.target)
    ours, theirs = find_numbers(source, language), find_numbers(target, other(language))
    for number in ours:
        same = [one for one in theirs if one.value == number.value]
        if number.required and len(same) == 1 and sum(o.value == number.value for o in ours) == 1:
            tagged = _tagged(target, same[0].span)
            yield TaggedPair(_tagged(source, number.span), tagged, language)


def _marked(pairs: Iterable[TaggedPair], kind: str) -> Iterator[TaggedPair]:
    """The pairs with one quotation or bracket on either side, as a tag instead of the marks."""
    for pair in pairs:
        source, target = _without_marks(pair.source, kind), _without_marks(pair.target, kind)
        if source and target and len(words_in(pair.source)) > 5:
            yield TaggedPair(source, target, pair.source_language)


def _standalone(pair: TaggedPair) -> TaggedPair:
    """The pair with a tag that holds nothing in the place of its tag and of what that holds."""
    source, target = (_PAIRED.sub("<x1/>", text) for text in pair[:2])
    return TaggedPair(source, target, pair.source_language)


def _without_marks(text: str, kind: str) -> str | None:
    found = list(_MARKS[kind].finditer(text))
    if len(found) != 1 or len(_ANY_MARK[kind].findall(text)) != 2:
        return None
    inner = found[0][1].strip(" ,.।;")
    if not 1 <= len(words_in(inner)) <= 6:
        return None
    start, end = found[0].span()
    before, after = escape_tags(text[:start]), escape_tags(text[end:])
    return f"{before}<g1>{escape_tags(inner)}</g1>{after}"


def _human_pairs(corpus: Path) -> Iterator[TaggedPair]:
    for name in _HUMAN:
        for line in (corpus / f"test.{name}.tsv").read_text(encoding="utf-8").split("\n"):
            english, tab, hindi = line.partition("\t")
            if tab and "\t" not in hindi:
                yield TaggedPair(english, hindi, Language.EN)
    with lzma.open(corpus / "train.tsv.xz", "rt", encoding="utf-8") as lines:
        for line in lines:
            source, _, _, english, hindi = line.rstrip("\n").split("\t")
            if source in _PROSE:
                yield TaggedPair(english, hindi, Language.EN)


def _machine_pairs(corpus: Path, system: str) -> Iterator[TaggedPair]:
    lines = (corpus / "test.flores_test.tsv").read_text(encoding="utf-8").splitlines()
    for column, language in enumerate((Language.EN, Language.HI)):
        path = corpus / f"peer.flores_test.{system}.{other(language)}.xz"
        made = lzma.decompress(path.read_bytes()).decode("utf-8").split("\n")
        for line, text in zip(lines, made, strict=False):
            yield TaggedPair(line.split("\t")[column], text, language)


def _spread(pairs: Iterable[TaggedPair]) -> list[TaggedPair]:
    found = list(pairs)
    return list(islice(found[:: max(1, len(found) // _MOST)], _MOST))


def known_by_models(pairs: Sequence[TaggedPair]) -> tuple[list[TaggedPair], list[Attention | None]]:
    """The pairs that a fixture model translates word for word, and where it looked."""
    known: list[TaggedPair] = []
    attentions: list[Attention | None] = []
    with tempfile.TemporaryDirectory() as folder:
        for package in sorted((ROOT / "tests/fixtures/models").glob("*.argosmodel")):
            install_package(package, Path(folder))
        for language in Language:
            engine = load_auto(EngineOptions(language, other(language), Path(folder), {}))
            if engine is None:
                continue
            asked = [pair for pair in pairs if pair.source_language is language]
            texts = [read_outline(pair.source).text for pair in asked]
            answers = engine.translate(texts, attention=True)
            for pair, (best, *_) in zip(asked, answers, strict=True):
                if best.text == read_outline(pair.target).text:
                    known.append(pair)
                    attentions.append(best.attention)
            engine.close()
    return known, attentions


def _show_attention(name: str, pairs: Sequence[TaggedPair]) -> None:
    known, attentions = known_by_models(pairs)
    for strategy in ("all_linked", "some_linked", "attended", "same_edge", "same_place"):
        figures = measure(known, Glossary(), attentions=attentions, alone=strategy)
        _show(f"{name}, {strategy} alone", {strategy: figures.get(strategy, Counter())})
    _show(f"{name}, with attention", measure(known, Glossary(), attentions=attentions))
    _show(f"{name}, without attention", measure(known, Glossary()))


def _show_corpus(corpus: Path, glossary: Glossary) -> None:
    human = list(_human_pairs(corpus))
    for kind in _MARKS:
        pairs = _spread(_marked(human, kind))
        _show(f"{kind}, English to Hindi", measure(pairs, glossary))
        _show(f"{kind}, Hindi to English", measure([p.reverse for p in pairs], glossary))
    # A note mark or a picture stands as brackets do.
    gaps = [_standalone(pair) for pair in pairs]
    _show("tags that hold nothing, English to Hindi", measure(gaps, glossary))
    _show("tags that hold nothing, Hindi to English", measure([p.reverse for p in gaps], glossary))
    for system in _SYSTEMS:
        made = list(_machine_pairs(corpus, system))
        named = _spread(pair for one in made for pair in terms(one, glossary))
        _show(f"{system}, terms, without glossary", measure(named, Glossary()))
        numbers = _spread(pair for one in made for pair in _numbers(one))
        # Their places were found by value: what the other ways would make of them.
        by_value = {"all_linked", "some_linked"}
        _show(f"{system}, numbers, not by value", measure(numbers, Glossary(), without=by_value))


def _show(title: str, figures: Figures) -> None:
    sys.stdout.write(f"\n{title}\n")
    for name in sorted(figures, key=lambda name: (name == ALL, name)):
        count = sum(figures[name].values())
        shares = (
            f"{figures[name][verdict] / max(1, count):6.0%}" for verdict in (SAME, OVERLAPPING)
        )
        sys.stdout.write(f"  {name:18}{count:6}{''.join(shares)}\n")


if __name__ == "__main__":
    main()
