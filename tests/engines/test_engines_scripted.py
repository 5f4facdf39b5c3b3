"""The engines without a model."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from dualpress.article import Language
from dualpress.engines.base import EngineOptions, Hypothesis
from dualpress.engines.identity import create as create_identity
from dualpress.engines.scripted import ScriptedEngine, create, read_answers
from dualpress.errors import ConfigError, EngineError


def engine(**settings: object) -> ScriptedEngine:
    return create(EngineOptions(Language.EN, Language.HI, Path("models"), settings))


def texts(translated: list[list[Hypothesis]]) -> list[list[str]]:
    return [[hypothesis.text for hypothesis in each] for each in translated]


def test_identity_gives_each_sentence_back() -> None:
    identity = create_identity(EngineOptions(Language.EN, Language.HI, Path("models")))
    assert identity.translate(["A.", "B."], hypotheses=3) == [
        [Hypothesis("A.", 0.0)],
        [Hypothesis("B.", 0.0)],
    ]


def test_identity_has_no_settings() -> None:
    options = EngineOptions(Language.EN, Language.HI, Path("models"), {"loud": True})
    with pytest.raises(ConfigError, match='"identity" has no setting "loud"'):
        create_identity(options)


def test_answers_what_it_was_told() -> None:
    scripted = engine(answers={"Hello": "नमस्ते", "Yes": ["हाँ", "जी"]})
    assert texts(scripted.translate(["Yes", "Hello"])) == [["हाँ"], ["नमस्ते"]]


def test_gives_as_many_hypotheses_as_wanted() -> None:
    scripted = engine(answers={"Yes": ["हाँ", "जी", "जी हाँ"]})
    assert texts(scripted.translate(["Yes"], hypotheses=2)) == [["हाँ", "जी"]]


def test_remembers_what_it_was_asked() -> None:
    scripted = engine(unknown="echo")
    scripted.translate(["One", "Two"])
    scripted.translate(["One"])
    assert scripted.asked == ["One", "Two", "One"]


def test_unknown_sentence_fails_unless_told_otherwise() -> None:
    with pytest.raises(EngineError, match='no answer for "Who\\?"'):
        engine().translate(["Who?"])


def test_unknown_sentence_is_echoed() -> None:
    assert texts(engine(unknown="echo").translate(["Who?"])) == [["Who?"]]


def test_unknown_sentence_is_left_empty() -> None:
    assert texts(engine(unknown="empty").translate(["Who?"])) == [[""]]


def test_fails_after_so_many_sentences() -> None:
    scripted = engine(unknown="echo", fail_after=2)
    scripted.translate(["One"])
    with pytest.raises(EngineError, match="after 2 sentences"):
        scripted.translate(["Two", "Three"])
    assert scripted.asked == ["One", "Two", "Three"]


def test_reads_answers_from_tsv(tmp_path: Path) -> None:
    path = tmp_path / "answers.tsv"
    path.write_bytes("\ufeffHello\tनमस्ते\r\n\r\nYes\tहाँ\tजी\r\n".encode())
    assert read_answers(path) == {"Hello": ["नमस्ते"], "Yes": ["हाँ", "जी"]}


def test_tsv_line_without_translation_is_named(tmp_path: Path) -> None:
    path = tmp_path / "answers.tsv"
    path.write_text("Hello\tनमस्ते\nYes\n", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"answers\.tsv:2: .*no tab"):
        read_answers(path)


def test_reads_answers_from_json(tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    path.write_text(json.dumps({"Hello": "नमस्ते", "Yes": ["हाँ", "जी"]}), encoding="utf-8")
    assert read_answers(path) == {"Hello": ["नमस्ते"], "Yes": ["हाँ", "जी"]}


def test_broken_json_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "answers.json"
    path.write_text('{\n"Hello": "नमस्ते",\n}', encoding="utf-8")
    with pytest.raises(ConfigError, match=r"answers\.json:3"):
        read_answers(path)


@pytest.mark.parametrize("content", [{"Hello": 1}, {"Hello": []}, {"Hello": [None]}, ["Hello"]])
def test_json_that_holds_no_answers_is_refused(tmp_path: Path, content: object) -> None:
    path = tmp_path / "answers.json"
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(ConfigError):
        read_answers(path)


def test_file_of_another_kind_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "answers.csv"
    path.write_text("Hello,नमस्ते", encoding="utf-8")
    with pytest.raises(ConfigError, match=r"\.json and \.tsv"):
        read_answers(path)


def test_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none\.tsv"):
        read_answers(tmp_path / "none.tsv")


def test_own_answers_go_before_the_files(tmp_path: Path) -> None:
    path = tmp_path / "answers.tsv"
    path.write_text("Yes\tहाँ\nNo\tनहीं\n", encoding="utf-8")
    scripted = engine(path=str(path), answers={"Yes": "जी"})
    assert texts(scripted.translate(["Yes", "No"])) == [["जी"], ["नहीं"]]
