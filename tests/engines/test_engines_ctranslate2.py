"""Translating with a real CTranslate2 model."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from dictionary_model import write_model, write_package

from dualpress.article import Language
from dualpress.engines._tokenizer import Tokenizer
from dualpress.engines.base import EngineOptions, Hypothesis
from dualpress.engines.ctranslate2 import CTranslate2Engine, check_loads, create
from dualpress.errors import ConfigError, EngineError, EngineUnavailable


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    # A name as on the computer of an editor who writes Hindi.
    return write_model(tmp_path_factory.mktemp("models") / "शब्दकोश")


@pytest.fixture(scope="module")
def engine(folder: Path) -> CTranslate2Engine:
    return load(folder)


def load(folder: Path, **settings: object) -> CTranslate2Engine:
    chosen = {"path": str(folder), "threads": 1, **settings}
    return create(EngineOptions(Language.EN, Language.HI, folder, chosen))


def best(translated: list[list[Hypothesis]]) -> list[str]:
    return [hypotheses[0].text for hypotheses in translated]


def test_translates_each_sentence_in_order(engine: CTranslate2Engine) -> None:
    sentences = ["the cat sees the river .", "dog", "the house"]
    assert best(engine.translate(sentences)) == ["वह बिल्ली देखता वह नदी ।", "कुत्ता", "वह घर"]


def test_is_named_after_its_folder(engine: CTranslate2Engine) -> None:
    assert (engine.name, engine.model) == ("ctranslate2", "शब्दकोश")


def test_nothing_to_translate_gives_nothing(engine: CTranslate2Engine) -> None:
    assert engine.translate([]) == []


def test_blank_sentences_come_out_empty(engine: CTranslate2Engine) -> None:
    assert engine.translate(["", "dog", " \n"])[::2] == [[Hypothesis("")], [Hypothesis("")]]


def test_each_distinct_sentence_is_translated_once(
    engine: CTranslate2Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    batches: list[list[list[str]]] = []
    translator = engine._translator

    class Spy:
        def translate_batch(self, source: list[list[str]], **options: Any) -> Any:
            batches.append(source)
            return translator.translate_batch(source, **options)

    monkeypatch.setattr(engine, "_translator", Spy())
    assert best(engine.translate(["dog", "cat", "dog"])) == ["कुत्ता", "बिल्ली", "कुत्ता"]
    assert batches == [[["▁dog"], ["▁cat"]]]


def test_small_batches_change_nothing(folder: Path, engine: CTranslate2Engine) -> None:
    sentences = ["the dog sees the cat"] + ["the river ."] * 2 + ["house", "the cat"]
    assert best(load(folder, batch_tokens=3).translate(sentences)) == best(
        engine.translate(sentences)
    )


def test_results_of_equal_sentences_are_lists_of_their_own(engine: CTranslate2Engine) -> None:
    first, second = engine.translate(["dog", "dog"])
    first.clear()
    assert second


@pytest.mark.parametrize("length_penalty", [0.0, 0.2, 1.0])
def test_score_is_the_mean_log_probability_per_token(folder: Path, length_penalty: float) -> None:
    engine = load(folder, compute_type="float32", length_penalty=length_penalty)
    ((hypothesis,),) = engine.translate(["the dog sees"])
    (scored,) = engine._translator.score_batch(
        [["▁the", "▁dog", "▁sees"]], [["▁वह", "▁कुत्ता", "▁देखता"]]
    )
    mean = sum(scored.log_probs) / len(scored.log_probs)
    assert hypothesis.score == pytest.approx(mean, abs=1e-4)


def test_hypotheses_come_best_first(engine: CTranslate2Engine) -> None:
    (hypotheses,) = engine.translate(["dog"], hypotheses=2)
    assert [hypothesis.text for hypothesis in hypotheses] == ["कुत्ता", "बिल्ली"]
    scores = [hypothesis.score or 0.0 for hypothesis in hypotheses]
    assert scores == sorted(scores, reverse=True)


def test_more_hypotheses_than_the_beam_is_wide(folder: Path) -> None:
    (hypotheses,) = load(folder, beam_size=1).translate(["the dog sees"], hypotheses=3)
    assert len({hypothesis.text for hypothesis in hypotheses}) == 3


def test_attention_only_where_it_is_asked_for(engine: CTranslate2Engine) -> None:
    assert engine.translate(["dog"])[0][0].attention is None


def test_attention_tells_where_each_piece_came_from(engine: CTranslate2Engine) -> None:
    attention = engine.translate(["the dog sees"], attention=True)[0][0].attention
    assert attention is not None
    assert attention.source == ("▁the", "▁dog", "▁sees")
    assert attention.target == ("▁वह", "▁कुत्ता", "▁देखता")
    assert [row.index(max(row)) for row in attention.weights] == [0, 1, 2]


def test_unknown_word_is_copied(engine: CTranslate2Engine) -> None:
    assert best(engine.translate(["the Chabahar river"])) == ["वह Chabahar नदी"]


def test_underscore_survives(engine: CTranslate2Engine) -> None:
    assert best(engine.translate(["file_name __dog__ cat"])) == ["file_name __dog__ बिल्ली"]


def test_long_sentence_is_translated_whole_in_parts(engine: CTranslate2Engine) -> None:
    sentence = " ".join(["dog sees"] * 150 + [". "] + ["cat sees"] * 150)
    (hypotheses,) = engine.translate([sentence])
    words = hypotheses[0].text.split()
    assert words == ["कुत्ता", "देखता"] * 150 + ["।"] + ["बिल्ली", "देखता"] * 150
    assert hypotheses[0].notes == ("Too long for the model: translated in 2 parts.",)


def test_sentence_below_the_bound_is_not_cut_short(engine: CTranslate2Engine) -> None:
    """CTranslate2's own default would end the translation at 256 pieces."""
    ((hypothesis,),) = engine.translate(["dog " * 390])
    assert hypothesis.text.split() == ["कुत्ता"] * 390
    assert hypothesis.notes == ()


def test_model_that_wants_the_end_token_in_its_input(tmp_path: Path) -> None:
    engine = load(write_model(tmp_path, source_end=False))
    ((hypothesis,),) = engine.translate(["the dog"], attention=True)
    assert hypothesis.text == "वह कुत्ता"
    assert hypothesis.attention is not None
    assert hypothesis.attention.source == ("▁the", "▁dog")
    assert [len(row) for row in hypothesis.attention.weights] == [2, 2]


def test_failure_of_the_model_is_an_engine_error(
    engine: CTranslate2Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Broken:
        def translate_batch(self, *_: object, **__: object) -> None:
            raise RuntimeError("out of memory")

    monkeypatch.setattr(engine, "_translator", Broken())
    with pytest.raises(EngineError, match="out of memory"):
        engine.translate(["dog"])


def test_all_in_one_folder(tmp_path: Path) -> None:
    write_model(tmp_path)
    for path in (tmp_path / "model").iterdir():
        path.rename(tmp_path / path.name)
    (tmp_path / "sentencepiece.model").rename(tmp_path / "en-hi.spm")
    assert best(load(tmp_path).translate(["dog"])) == ["कुत्ता"]


def test_tokenizers_of_both_languages_apart(tmp_path: Path) -> None:
    write_model(tmp_path)
    shutil.copy(tmp_path / "sentencepiece.model", tmp_path / "source.spm")
    (tmp_path / "sentencepiece.model").rename(tmp_path / "target.spm")
    engine = load(tmp_path)
    assert engine._source is not engine._target
    assert best(engine.translate(["dog"])) == ["कुत्ता"]


def test_folder_without_model_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(EngineUnavailable, match=r"model\.bin"):
        load(tmp_path)


def test_model_without_tokenizer_is_unavailable(tmp_path: Path) -> None:
    (write_model(tmp_path) / "sentencepiece.model").rename(tmp_path / "bpe.model")
    with pytest.raises(EngineUnavailable, match="found: none"):
        load(tmp_path)


def test_tokenizers_that_cannot_be_told_apart_are_named(tmp_path: Path) -> None:
    write_model(tmp_path)
    shutil.copy(tmp_path / "sentencepiece.model", tmp_path / "one.spm")
    (tmp_path / "sentencepiece.model").rename(tmp_path / "two.spm")
    with pytest.raises(EngineUnavailable, match=r"one\.spm, two\.spm"):
        load(tmp_path)


@pytest.mark.parametrize("content", [b"", b"broken", b"\0" * 4096])
@pytest.mark.parametrize(
    "part", ["model/model.bin", "model/config.json", "model/shared_vocabulary.json"]
)
def test_damaged_model_is_unavailable(tmp_path: Path, part: str, content: bytes) -> None:
    (write_model(tmp_path) / part).write_bytes(content)
    with pytest.raises(EngineUnavailable, match="model cannot be loaded"):
        check_loads(tmp_path)


@pytest.mark.parametrize("content", [b"", b"broken"])
def test_damaged_tokenizer_is_unavailable(tmp_path: Path, content: bytes) -> None:
    (write_model(tmp_path) / "sentencepiece.model").write_bytes(content)
    with pytest.raises(EngineUnavailable, match="SentencePiece model cannot be loaded"):
        check_loads(tmp_path)


def test_sound_model_loads(folder: Path) -> None:
    check_loads(folder)


def test_unknown_compute_type_is_refused(folder: Path) -> None:
    with pytest.raises(ConfigError, match='"compute_type"'):
        load(folder, compute_type="int4")


def test_closed_engine_lets_go_of_the_model(folder: Path) -> None:
    engine = load(folder)
    engine.close()
    assert engine._translator is None


@pytest.mark.parametrize(
    ("pieces", "size"),
    [(400, 128), (1500, 375), (4000, 1000), (6000, 1000), (20_000, 1000)],
)
@pytest.mark.parametrize("cores", [1, 2, 8])
def test_batches_are_even_and_the_same_on_any_machine(
    folder: Path, cores: int, pieces: int, size: int
) -> None:
    assert load(folder, threads=cores)._batch_size(pieces) == size


def test_each_core_translates_batches_of_its_own(folder: Path) -> None:
    assert load(folder, threads=2)._translator.num_translators == 2


def test_what_else_is_translated_does_not_change_where_a_translation_must_end(
    engine: CTranslate2Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    longest: dict[int, int] = {}
    translator = engine._translator

    class Spy:
        def translate_batch(self, source: list[list[str]], **options: Any) -> Any:
            longest.update({len(pieces): options["max_decoding_length"] for pieces in source})
            return translator.translate_batch(source, **options)

    monkeypatch.setattr(engine, "_translator", Spy())
    texts = engine.translate(["dog " * 200, "the dog sees the cat ."])
    assert longest == {200: 800, 6: 256}
    assert best(texts)[1] == "वह कुत्ता देखता वह बिल्ली ।"


@pytest.mark.parametrize(
    ("pieces", "texts"),
    [
        ([], []),
        ([[], ["▁dog"]], ["", "dog"]),
        ([["▁dog", "▁▁x"], []], ["dog  x", ""]),
        ([[], []], ["", ""]),
    ],
)
def test_each_list_of_pieces_has_its_text(
    engine: CTranslate2Engine, pieces: list[list[str]], texts: list[str]
) -> None:
    assert engine._target.texts(pieces) == texts


def test_texts_of_many_sentences_are_made_at_once(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Each call lets go of Python's lock, and waits for it while other threads are at work.
    asked: list[int] = []
    texts = Tokenizer.texts

    def counted(tokenizer: Tokenizer, every: Sequence[Sequence[str]]) -> list[str]:
        asked.append(len(every))
        return texts(tokenizer, every)

    monkeypatch.setattr(Tokenizer, "texts", counted)
    made = load(folder).translate(["the big cat sees the river .", "the dog .", ""], hypotheses=2)
    assert asked == [4]
    assert [len(hypotheses) for hypotheses in made] == [2, 2, 1]


def test_a_second_time_no_four_words_come_twice(engine: CTranslate2Engine) -> None:
    sentence = "the dog sees the cat , " * 2
    first, second = engine.translate([sentence]), engine.retry([sentence])
    assert best(first)[0].split().count("बिल्ली") == 2
    assert "वह कुत्ता देखता वह बिल्ली , वह कुत्ता देखता वह" not in best(second)[0]


def test_a_second_time_there_are_as_many_hypotheses_as_asked_for(
    engine: CTranslate2Engine,
) -> None:
    ((first, second),) = engine.retry(["dog"], hypotheses=2)
    assert first.text != second.text


def test_translating_imports_no_splitter_and_no_framework(tmp_path: Path) -> None:
    write_package(tmp_path / "en_hi")
    script = """
import json, sys
from pathlib import Path
from dualpress.article import Language
from dualpress.engines import EngineOptions, load_engine

engine = load_engine("argos", EngineOptions(Language.EN, Language.HI, Path(sys.argv[1])))
print(json.dumps(engine.translate(["the dog"])[0][0].text))
print(json.dumps(sorted({name.partition(".")[0] for name in sys.modules})))
"""
    done = subprocess.run(
        [sys.executable, "-c", script, str(tmp_path)], capture_output=True, text=True, check=True
    )
    text, modules = map(json.loads, done.stdout.splitlines())
    assert text == "वह कुत्ता"
    unwanted = {"argostranslate", "minisbd", "onnxruntime", "spacy", "stanza", "torch"}
    assert unwanted & set(modules) == set()


def test_what_is_expected_is_translated_as_if_it_were_not(folder: Path) -> None:
    batches = [["the cat sees the river .", "dog"], ["the house"], ["The river and the cat"]]
    alone = load(folder)
    plain = [alone.translate(batch, hypotheses=2) for batch in batches]
    again = [alone.retry(batch, hypotheses=2) for batch in batches]
    engine = load(folder, threads=2)
    engine.expect(batches, hypotheses=2)
    engine.expect(batches, hypotheses=2, retry=True)
    assert [engine.translate(batch, hypotheses=2) for batch in batches] == plain
    assert [engine.retry(batch, hypotheses=2) for batch in batches] == again


def test_so_many_batches_are_worth_expecting_that_all_cores_have_work(folder: Path) -> None:
    assert [load(folder, threads=number).hands for number in (1, 2, 4, 5, 16)] == [1, 1, 1, 2, 4]
