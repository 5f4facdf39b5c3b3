"""The same on real models: those of the tests, and others where a folder has them."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from terms_data import Sentence, sentences
from terms_floors import EXAMPLES
from terms_run import Figures, count, run

from dualpress.article import Language, Status, other, plain_text
from dualpress.catalog import read_catalog
from dualpress.engines import EngineOptions, load_auto
from dualpress.engines.packages import install_package
from dualpress.glossary import Glossary, check_terms, read_glossary
from dualpress.glossary.terms import PAGE
from dualpress.text.sentences import sentence_spans

ROOT = Path(__file__).parents[2]
STEP = 3
"""Of the reviewed pairs that hold a term, every third is enough to see a fault."""


def examples(language: Language, glossary: Glossary) -> list[Sentence]:
    """Reviewed pairs of the examples that hold a term and keep it, without their tags."""
    target = other(language)
    pairs = {
        plain_text(entry.source).strip(): plain_text(entry.target).strip()
        for po in sorted((ROOT / "examples/po").glob(f"*/{target.value}.po"))
        for entry in read_catalog(po).entries
        if entry.status is Status.REVIEWED and "<x" not in entry.source
    }
    found = [
        Sentence(source, source, reference, terms, frozenset(), (), ())
        for source, reference in pairs.items()
        if len(sentence_spans(source, language)) == 1
        if not check_terms(source, reference, language, target, glossary)
        if (terms := _terms(source, language, glossary))
    ]
    return found[::STEP]


def _terms(source: str, language: Language, glossary: Glossary) -> tuple[str, ...]:
    """What is demanded of the running text; how a menu is worded is no fact."""
    matches = glossary.matcher(language).find(source)
    found = (one for one in matches if one.term.domain != PAGE and not one.ambiguous)
    return tuple(dict.fromkeys(match.term.en for match in found))


def translated(asked: Sequence[Sentence], language: Language, models: Path) -> list[Sentence]:
    """Sentences with what the models make of them without dualpress."""
    engine = load_auto(EngineOptions(language, other(language), models, {"threads": 1}))
    assert engine is not None
    made = engine.translate([plain_text(sentence.source) for sentence in asked])
    engine.close()
    return [
        replace(sentence, drafts=(answers[0].text,), labels=())
        for sentence, answers in zip(asked, made, strict=True)
    ]


def figures_of(
    asked: dict[Language, list[Sentence]], models: Path, root: Path
) -> dict[Language, Figures]:
    made = {language: translated(found, language, models) for language, found in asked.items()}
    results = run(root, made, models=models)
    return {language: count(found, other(language)) for language, found in results.items()}


def installed(packages: Sequence[Path], folder: Path) -> Path:
    for package in packages:
        install_package(package, folder)
    return folder


@pytest.fixture(scope="module")
def of_examples(tmp_path_factory: pytest.TempPathFactory) -> dict[Language, Figures]:
    packages = sorted((ROOT / "tests/fixtures/models").glob("*.argosmodel"))
    models = installed(packages, tmp_path_factory.mktemp("models"))
    glossary = read_glossary(sorted((ROOT / "glossaries").glob("*.csv")))
    asked = {language: examples(language, glossary) for language in Language}
    return figures_of(asked, models, tmp_path_factory.mktemp("examples"))


@pytest.mark.parametrize("language", list(Language))
def test_terms_of_the_examples_are_right_or_marked(
    language: Language, of_examples: dict[Language, Figures]
) -> None:
    found, floors = of_examples[language], EXAMPLES[language]
    assert found.sentences >= 25, found
    assert set(found.unmarked) <= floors.unmarked, found
    assert found.broken == [], found
    assert found.share_right >= floors.right, found
    assert found.share_false_marks <= floors.false_marks, found
    assert found.chrf - found.chrf_plain >= floors.chrf_gain, found


@pytest.mark.parametrize("language", list(Language))
def test_terms_are_right_or_marked_with_models_at_hand(language: Language, tmp_path: Path) -> None:
    folder = Path(os.environ.get("DUALPRESS_SHARED", ""), "models")
    packages = sorted(folder.glob(f"*{language.value}_{other(language).value}*.argosmodel"))
    if "DUALPRESS_SHARED" not in os.environ or not packages:
        pytest.skip("DUALPRESS_SHARED names no folder whose models/ has packages for this way")
    models = installed(packages, tmp_path / "models")
    (tmp_path / "site").mkdir()
    asked = {language: list(sentences(language))}
    found = figures_of(asked, models, tmp_path / "site")[language]
    assert found.unmarked == [], found
    assert found.share_right >= 85, found
    assert found.share_false_marks < 5, found
    assert found.chrf - found.chrf_plain >= -0.5, found
