"""A quality gate: how many tags of the reviewed examples go back to where the reviewer has them.

The floors are what ``benchmarks/placement.py`` measured, less about two tags; a change that places
better may raise them.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import Any

import pytest

from dualpress.glossary import Glossary

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def benchmark() -> Any:
    # The benchmarks are no part of the installed package.
    if str(ROOT) not in sys.path:
        sys.path.append(str(ROOT))
    return importlib.import_module("benchmarks.placement")


@pytest.fixture(scope="module")
def reviewed(benchmark: Any) -> Any:
    return benchmark.reviewed_pairs(ROOT / "examples/po")


def share(figures: Any, way: str, verdicts: tuple[str, ...] = ("same",)) -> float:
    counted: int = sum(figures[way][verdict] for verdict in verdicts)
    total: int = sum(figures[way].values())
    return counted / total


def test_with_the_glossary(benchmark: Any, reviewed: Any) -> None:
    figures = benchmark.measure(reviewed, benchmark.shipped_glossary())
    assert share(figures, "all") >= 0.86
    assert share(figures, "all", ("same", "overlapping")) >= 0.95


def test_without_a_glossary(benchmark: Any, reviewed: Any) -> None:
    figures = benchmark.measure(reviewed, Glossary())
    assert share(figures, "all") >= 0.81
    assert share(figures, "all_linked") >= 0.9
    assert share(figures, "some_linked") >= 0.7


def test_attention_of_a_guided_model_beats_the_relative_place(benchmark: Any) -> None:
    glossary = benchmark.shipped_glossary()
    pairs = benchmark.sentence_pairs(ROOT / "examples/po")
    terms = [term for pair in pairs[:60] + pairs[-60:] for term in benchmark.terms(pair, glossary)]
    known, attentions = benchmark.known_by_models(terms)
    attended = benchmark.measure(known, Glossary(), attentions=attentions, alone="attended")
    placed = benchmark.measure(known, Glossary(), alone="same_place")
    assert share(attended, "all") >= 0.75 > share(placed, "all") + 0.2
