"""The weights that are shipped are learned by ``benchmarks/names_learning.py``."""

import importlib
import sys
from pathlib import Path
from typing import Any

import pytest

from dualpress.article import Language
from dualpress.text.transliteration.symbols import to_symbols
from dualpress.text.transliteration.tables import pieces, read_weights
from dualpress.text.transliteration.transducer import Transducer

ROOT = Path(__file__).parents[2]
PAIRS = [("Lorat", "लोराट"), ("Morat", "मोराट"), ("Torat", "टोराट"), ("Kirat", "किराट")]


@pytest.fixture(scope="module")
def learning() -> Any:
    # The benchmarks are no part of the installed package.
    if str(ROOT) not in sys.path:
        sys.path.append(str(ROOT))
    return importlib.import_module("benchmarks.names_learning")


@pytest.fixture(scope="module")
def learned(learning: Any) -> dict[str, float]:
    weights: dict[str, float] = learning.learn(
        [learning.Pair(*pair) for pair in PAIRS], Language.EN
    )
    return weights


def test_what_the_pairs_share_is_learned_for_other_words(learned: dict[str, float]) -> None:
    best = Transducer(pieces(Language.EN), learned).read("borat")[0]
    assert best.written.endswith(to_symbols("राट"))


def test_a_file_of_weights_is_read_as_it_was_written(
    learning: Any, learned: dict[str, float]
) -> None:
    hundredths = learning.pruned(learned)
    read = read_weights(line.rstrip("\n").split("\t") for line in learning.lines_of(hundredths))
    assert read == {feature: weight / 100 for feature, weight in hundredths.items()}


def test_small_weights_are_not_written(learning: Any) -> None:
    assert learning.pruned({"a>अ|<b": 0.14, "a>अ|<c": -0.15, "a>अ": 0.02, "a>आ": 0.0}) == {
        "a>अ|<c": -15,
        "a>अ": 2,
    }


def test_only_words_that_are_the_same_by_sound_teach(learning: Any) -> None:
    names = [
        learning.Name(("Bay", "of", "Bengal"), ("बंगाल", "की", "खाड़ी"), "place", ()),
        learning.Name(("A.", "Kovind"), ("ए.", "कोविंद"), "person", ()),
        learning.Name(("Gwadar", "Port"), ("ग्वादर",), "place", ()),
    ]
    assert learning.pairs_of(names) == [("Kovind", "कोविंद")]
