"""chrF: the figures are those of sacrebleu 2.6.0 (``nc:6|nw:0|space:no|eff:yes``)."""

from __future__ import annotations

import pytest

from dualpress.engines.survival.chrf import chrf

TRANSLATIONS = ["The cat sat on the mat.", "बीएलए ने हमले की ज़िम्मेदारी ली।", "x", ""]
REFERENCES = [
    "The cat is on the mat.",
    "बलूच लिबरेशन आर्मी ने हमले की ज़िम्मेदारी ली है।",
    "a longer reference here",
    "abc",
]


@pytest.mark.parametrize(("number", "score"), [(0, 67.1727), (1, 54.6821), (2, 0.0), (3, 0.0)])
def test_of_one_sentence(number: int, score: float) -> None:
    assert chrf([TRANSLATIONS[number]], [REFERENCES[number]]) == pytest.approx(score, abs=1e-4)


def test_of_a_corpus() -> None:
    assert chrf(TRANSLATIONS[:2], REFERENCES[:2]) == pytest.approx(58.5465, abs=1e-4)
    assert chrf(TRANSLATIONS, REFERENCES) == pytest.approx(45.0117, abs=1e-4)


def test_a_reference_is_100_and_white_space_does_not_count() -> None:
    assert chrf(["एक दो तीन"], ["एक  दोतीन"]) == 100


def test_of_nothing() -> None:
    assert chrf([], []) == 0


def test_each_translation_has_a_reference() -> None:
    with pytest.raises(ValueError):
        chrf(["a"], [])
