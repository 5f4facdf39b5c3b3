"""What an engine hands over: where it breaks down, and what no file can hold."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import pytest
from pipeline_support import ROAD, MakeSite

from dualpress.engines.base import Attention, Hypothesis
from dualpress.engines.scripted import ScriptedEngine
from dualpress.errors import ConfigError, EngineError, EngineUnavailable
from dualpress.pipeline import machine
from dualpress.pipeline.received import breakdowns, storable


def raising(error: BaseException) -> Callable[..., Any]:
    def act(*_: object, **__: object) -> Any:
        raise error

    return act


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (RuntimeError("out of order"), "(RuntimeError: out of order)"),
        (MemoryError(), "(MemoryError)"),
        (SystemExit(0), "(SystemExit: 0)"),
    ],
)
def test_an_engine_that_breaks_down_is_one_failure_of_a_run(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch, error: BaseException, told: str
) -> None:
    monkeypatch.setattr(ScriptedEngine, "translate", raising(error))

    report = make_site({"road": ROAD}).translate()

    assert [failure.cause for failure in report.failures] == [
        f"the engine scripted broke down {told}"
    ]
    assert [article.id for article in report.articles] == ["road"]


def test_one_that_breaks_down_when_it_is_asked_again_has_given_its_answers(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ScriptedEngine, "retry", raising(RuntimeError("not again")))
    site = make_site({"road": "<p>The road is open again.</p>"}, scripted='unknown = "echo"')

    assert site.translate().failures == ()


def test_one_that_breaks_down_as_it_is_made_is_not_to_be_had(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "load_engine", raising(RuntimeError("no such device")))

    (failure,) = make_site({"road": ROAD}).translate().failures

    assert isinstance(failure, EngineUnavailable)
    assert "no such device" in failure.cause


@pytest.mark.parametrize("given", [None, [None], [[None], [None]]])
def test_what_is_no_answer_is_a_breakdown(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch, given: object
) -> None:
    monkeypatch.setattr(ScriptedEngine, "translate", lambda *_, **__: given)

    (failure,) = make_site({"road": ROAD}).translate().failures

    assert isinstance(failure, EngineError)


@pytest.mark.parametrize("error", [ConfigError("no key"), EngineError("no"), KeyboardInterrupt()])
def test_what_is_told_already_and_ctrl_c_stay(error: BaseException) -> None:
    with pytest.raises(type(error)) as raised, breakdowns("e"):
        raise error

    assert raised.value is error


def test_what_no_file_can_hold_is_left_out() -> None:
    attention = Attention(("a",), ("न",), ((1.0,),))
    made = Hypothesis("नदी\x00 \x1b\ud83d है\x85।\n", float("nan"), attention=attention)

    assert storable(made) == Hypothesis("नदी  है।\n")


def test_what_files_can_hold_is_as_it_was() -> None:
    attention = Attention(("a",), ("न",), ((1.0,),))
    made = Hypothesis("न\u200dदी\t🚢", -0.5, attention=attention)

    assert storable(made) is made


def test_half_a_character_costs_no_article(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    def translate(_: object, sentences: Sequence[str], **__: object) -> list[list[Hypothesis]]:
        return [[Hypothesis("सड़क\ud83d।")] for _ in sentences]

    monkeypatch.setattr(ScriptedEngine, "translate", translate)
    site = make_site({"road": ROAD})

    assert site.translate().failures == ()
    assert site.entry("road", "The road is open again.").msgstr == "सड़क।"
