from __future__ import annotations

import pytest
from verdicts import fails, passes

CHECK = "empty"


@pytest.mark.parametrize("target", ["क", ".", "5", "—", "“”", "😀", "<g1>क</g1>", "^"])
def test_anything_visible_passes(target: str) -> None:
    passes(CHECK, "text", target)


@pytest.mark.parametrize(
    "target",
    ["", " ", "\t\n", "\u00a0", "\u200b", "\u200d\ufeff", "\x00", "<g1> </g1>", "\u2800", "<x1/>"],
)
def test_nothing_visible_fails(target: str) -> None:
    fails(CHECK, "text", target)


def test_empty_source_may_stay_empty() -> None:
    passes(CHECK, "<x1/>", "<x1/>")
