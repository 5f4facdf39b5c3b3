"""The shipped glossaries on what a machine really wrote."""

import lzma
import os
from functools import lru_cache
from pathlib import Path

import pytest

from dualpress.article import Language, other
from dualpress.config.project import shipped_glossaries
from dualpress.glossary import Glossary, TermProblem, check_terms, enforce, read_glossary

SHARED = os.environ.get("DUALPRESS_SHARED")

pytestmark = pytest.mark.skipif(not SHARED, reason="DUALPRESS_SHARED names no folder of texts")


@lru_cache(maxsize=1)
def shipped() -> Glossary:
    return read_glossary(shipped_glossaries())


def pairs(source_language: Language) -> list[tuple[str, str]]:
    corpus = Path(SHARED or "", "corpus")
    target = other(source_language)
    lines = (corpus / "test.flores_test.tsv").read_text(encoding="utf-8").split("\n")
    sources = [line.split("\t")[source_language is Language.HI] for line in lines if line]
    packed = (corpus / f"peer.flores_test.argos.{target}.xz").read_bytes()
    return list(zip(sources, lzma.decompress(packed).decode("utf-8").split("\n"), strict=False))


def is_right(source: str, target: str, language: Language) -> bool:
    findings = check_terms(source, target, language, other(language), shipped())
    return all(finding.problem is TermProblem.AMBIGUOUS for finding in findings)


@pytest.mark.parametrize("language", Language)
def test_every_sentence_is_right_or_marked_and_untouched_without_need(language: Language) -> None:
    mended = 0
    for source, target in pairs(language):
        result = enforce(
            source,
            [target],
            shipped(),
            source_language=language,
            target_language=other(language),
        )
        if is_right(source, target, language):
            assert (result.text, result.marks) == (target, ())
        else:
            assert result.marks
            mended += is_right(source, result.text, language)
    assert mended > 0
