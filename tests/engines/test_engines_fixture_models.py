"""The engines on real models: scores, n-best lists, attention, batches, unknown words."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from dualpress.article import Language, Status, plain_text
from dualpress.catalog import read_catalog
from dualpress.engines import Engine, EngineOptions, load_auto
from dualpress.engines.packages import install_package, verify_packages

ROOT = Path(__file__).parents[2]
PACKAGES = sorted((ROOT / "tests/fixtures/models").glob("*.argosmodel"))


@pytest.fixture(scope="module")
def models(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("models")
    for package in PACKAGES:
        install_package(package, folder)
    return folder


@pytest.fixture(scope="module")
def engines(models: Path) -> Iterator[dict[Language, Engine]]:
    loaded: dict[Language, Engine] = {}
    for source, target in ((Language.EN, Language.HI), (Language.HI, Language.EN)):
        engine = load_auto(EngineOptions(source, target, models, {"threads": 1}))
        assert engine is not None
        loaded[target] = engine
    yield loaded
    for engine in loaded.values():
        engine.close()


def reviewed(target: Language) -> list[tuple[str, str]]:
    """The pairs of the examples that the models were trained on, without tags."""
    return [
        (plain_text(entry.source), plain_text(entry.target))
        for po in sorted((ROOT / "examples/po").glob(f"*/{target.value}.po"))
        for entry in read_catalog(po).entries
        if entry.status is Status.REVIEWED
    ]


def test_both_packages_are_small_and_whole(models: Path) -> None:
    assert [package.name for package in PACKAGES] == [
        "translate-en_hi-1_0.argosmodel",
        "translate-hi_en-1_0.argosmodel",
    ]
    assert all(package.stat().st_size < 6_000_000 for package in PACKAGES)
    assert verify_packages(models) == []


@pytest.mark.parametrize("target", list(Language))
def test_they_know_their_sentences(engines: dict[Language, Engine], target: Language) -> None:
    pairs = reviewed(target)[:80]
    answers = engines[target].translate([source for source, _ in pairs])
    exact = sum(
        answer[0].text == " ".join(wanted.split())
        for answer, (_, wanted) in zip(answers, pairs, strict=True)
    )
    assert exact >= 0.8 * len(pairs)


def test_several_hypotheses_are_distinct_and_scored(engines: dict[Language, Engine]) -> None:
    source = reviewed(Language.HI)[12][0]
    (hypotheses,) = engines[Language.HI].translate([source], hypotheses=4)
    scores = [hypothesis.score for hypothesis in hypotheses if hypothesis.score is not None]
    assert (
        len({hypothesis.text for hypothesis in hypotheses}) == len(hypotheses) == len(scores) == 4
    )
    assert all(score < 0 for score in scores)


def test_the_best_hypothesis_comes_first(engines: dict[Language, Engine]) -> None:
    # CTranslate2 weighs length a little otherwise than the mean per token does.
    pairs = reviewed(Language.HI)[:10]
    answers = engines[Language.HI].translate([source for source, _ in pairs], hypotheses=4)
    firsts = [max(one, key=lambda found: found.score or -99) is one[0] for one in answers]
    assert sum(firsts) >= 8


def test_what_they_know_scores_better_than_what_they_do_not(
    engines: dict[Language, Engine],
) -> None:
    known = [source for source, _ in reviewed(Language.HI)[10:20]]
    unknown = ["Zebras quietly juggle purple umbrellas beneath Kilimanjaro every Thursday evening."]
    answers = engines[Language.HI].translate([*known, *unknown])
    scores = [answer[0].score or 0.0 for answer in answers]
    assert sum(scores[:10]) / 10 > scores[10]


def test_an_answer_does_not_depend_on_what_else_is_asked(engines: dict[Language, Engine]) -> None:
    sources = [source for source, _ in reviewed(Language.EN)[:12]]
    engine = engines[Language.EN]
    together = [answer[0].text for answer in engine.translate([*sources, *sources])]
    alone = [engine.translate([source])[0][0].text for source in sources]
    assert together == alone + alone


def test_attention_is_a_distribution_over_the_source(engines: dict[Language, Engine]) -> None:
    source = reviewed(Language.HI)[12][0]
    ((best, *_),) = engines[Language.HI].translate([source], attention=True)
    attention = best.attention
    assert attention is not None
    assert len(attention.weights) == len(attention.target)
    for weights in attention.weights:
        assert len(weights) == len(attention.source)
        assert sum(weights) == pytest.approx(1, abs=0.01)
