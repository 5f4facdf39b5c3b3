"""Headlines, translated with a stop where the model does better with it."""

from __future__ import annotations

import pytest

from dualpress.engines._open_ends import better_ended, may_be_better, with_stop
from dualpress.engines.base import Hypothesis


@pytest.mark.parametrize(
    ("headline", "stopped"),
    [
        ("Talks on the river", "Talks on the river."),
        ("नदी पर बातचीत", "नदी पर बातचीत।"),
        ("Talks in the “Quad”", "Talks in the “Quad”."),
        ("Growth of 7%", "Growth of 7%."),
    ],
)
def test_a_headline_gets_the_stop_of_its_language(headline: str, stopped: str) -> None:
    assert with_stop(headline) == stopped


@pytest.mark.parametrize(
    "text",
    [
        "References",
        "Talks begin.",
        "वार्ता शुरू हुई।",
        "Who won?",
        "Also read:",
        "“Who are we?”",
        "(He said “stop.”)",
        "वार्ता ‘कब?’",
        "12 2024",
        "word " * 17,
    ],
)
def test_other_texts_get_none(text: str) -> None:
    assert with_stop(text.strip()) is None


def made(*texts: str, score: float | None = -0.5) -> list[Hypothesis]:
    return [Hypothesis(text, score) for text in texts]


def texts(hypotheses: list[Hypothesis]) -> list[str]:
    return [one.text for one in hypotheses]


@pytest.mark.parametrize("stop", ["।", " ।", "."])
def test_what_the_model_is_surer_of_with_a_stop_is_taken_without_it(stop: str) -> None:
    plain, stopped = made("नदी", "नद"), made(f"नदी पर वार्ता{stop}", score=-0.1)
    assert texts(better_ended(plain, stopped)) == ["नदी पर वार्ता", "नदी"]


@pytest.mark.parametrize("text", ["The U.S.", "दूरी 5 कि.मी.", "नए पी.एम."])
def test_the_dot_of_an_abbreviation_stays(text: str) -> None:
    assert texts(better_ended(made("They"), made(text, score=-0.1))) == [text]


@pytest.mark.parametrize(
    ("stopped", "text"),
    [("“हम जीतेंगे।”", "“हम जीतेंगे”"), ("(हम थे.)", "(हम थे)"), ("2.5.", "2.5"), ("वे थे.", "वे थे")],
)
def test_the_stop_is_taken_from_within_quotes_too(stopped: str, text: str) -> None:
    assert texts(better_ended(made("They"), made(stopped, score=-0.1))) == [text]


@pytest.mark.parametrize("score", [-0.4, None])
def test_what_is_hardly_better_with_a_stop_stays_as_it_is(score: float | None) -> None:
    plain = made("नदी")
    assert better_ended(plain, made("बातचीत।", score=score)) == plain


def test_nothing_but_a_stop_is_no_translation() -> None:
    plain = made("नदी")
    assert better_ended(plain, made("।", score=-0.01)) == plain


@pytest.mark.parametrize(("score", "may"), [(-0.01, False), (-0.8, True), (None, False)])
def test_what_the_model_is_sure_of_is_not_asked_with_a_stop(score: float | None, may: bool) -> None:
    assert may_be_better(Hypothesis("नदी", score)) is may
