from __future__ import annotations

import pytest

from dualpress.cli.wording import duration, size


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.2, "1 s"),
        (45.4, "45 s"),
        (99.4, "99 s"),
        (99.5, "2 min"),
        (720, "12 min"),
        (5969, "99 min"),
        (5971, "1 h 40 min"),
        (12_000, "3 h 20 min"),
        (1_396_800, "16 days 4 h"),
    ],
)
def test_durations_are_as_exact_as_a_reader_needs(seconds: float, words: str) -> None:
    assert duration(seconds) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (999, "999 bytes"),
        (1_000, "1.0 kB"),
        (40_400, "40 kB"),
        (350_000_000, "350 MB"),
        (1_440_000_000, "1.4 GB"),
        (23_000_000_000, "23 GB"),
    ],
)
def test_sizes_are_decimal(count: int, words: str) -> None:
    assert size(count) == words
