"""Drafts on the real way: engine, drafter, checks, PO file; and what came out, in figures."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import TypeAlias

from terms_data import Fault, Sentence
from terms_judge import has_words, wrong_terms

from dualpress import pipeline
from dualpress.article import Language, other, plain_text, split_tags
from dualpress.catalog import read_catalog
from dualpress.checks import Severity
from dualpress.config import Project
from dualpress.engines.survival.chrf import chrf
from dualpress.pipeline import FileFinding


@dataclass(frozen=True)
class Outcome:
    """What became of a sentence.

    Args:
        sentence: which.
        plain: the engine's own best translation.
        target: what the reviewer gets, with its tags.
        errors: the checks that hold it back, one for each finding.
        warnings: the checks that ask the reviewer to look.
    """

    sentence: Sentence
    plain: str
    target: str
    errors: tuple[str, ...]
    warnings: tuple[str, ...]


@dataclass
class Figures:
    """What a set of sentences came to. Shares are of 100.

    Args:
        terms: that the sentences have.
        right_plain: of these, right in the engine's own translation.
        right: of these, right in the draft.
        marked: of these, wrong in a draft that an error holds back.
        unmarked: wrong, and nothing says so: ``id: term``.
        broken: right in the engine's own translation, wrong in the draft: ``id: term``.
        false_marks: sentences without a wrong term that the check of terms holds back.
        numbers_unmarked: sentences with a wrong number that nothing holds back.
        numbers_false: sentences with right numbers that the check of numbers holds back.
        chrf_plain: of the engine's own translations.
        chrf: of the drafts.
    """

    sentences: int = 0
    terms: int = 0
    right_plain: int = 0
    right: int = 0
    marked: int = 0
    unmarked: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)
    false_marks: list[str] = field(default_factory=list)
    numbers_unmarked: list[str] = field(default_factory=list)
    numbers_false: list[str] = field(default_factory=list)
    chrf_plain: float = 0.0
    chrf: float = 0.0

    @property
    def share_right_plain(self) -> float:
        return 100 * self.right_plain / self.terms

    @property
    def share_right(self) -> float:
        return 100 * self.right / self.terms

    @property
    def share_false_marks(self) -> float:
        return 100 * len(self.false_marks) / self.sentences

    def __str__(self) -> str:
        return (
            f"{self.sentences} sentences, {self.terms} terms: "
            f"right {self.share_right_plain:.1f} % by the engine, {self.share_right:.1f} % in "
            f"the draft, {self.marked} wrong and marked, {len(self.unmarked)} wrong and unmarked "
            f"{self.unmarked}, broken {self.broken}; false marks {self.share_false_marks:.1f} % "
            f"{self.false_marks}; numbers unmarked {self.numbers_unmarked}, false marks "
            f"{self.numbers_false}; chrF {self.chrf_plain:.2f} and {self.chrf:.2f}"
        )


Sentences: TypeAlias = Mapping[Language, Sequence[Sentence]]
"""Sentences by the language that they are written in."""


def run(
    root: Path, asked: Sentences, *, models: Path | None = None, has_glossary: bool = True
) -> dict[Language, list[Outcome]]:
    """Lay out a project of a post for each language, translate it and check it.

    Args:
        root: an empty folder.
        asked: what the posts say.
        models: a folder of installed models that translate; without it, the drafts are the
            engine's answers.
        has_glossary: whether the shipped glossaries are used.

    Returns:
        What became of the sentences, by the language that they are written in.
    """
    project = _lay_out(root, asked, models, has_glossary=has_glossary)
    report = pipeline.translate(project)
    assert report.failures == ()
    found = pipeline.check(project).findings
    return {
        language: _outcomes(project, language, sentences, found)
        for language, sentences in asked.items()
    }


def _lay_out(root: Path, asked: Sentences, models: Path | None, *, has_glossary: bool) -> Project:
    (root / "posts").mkdir()
    for language, sentences in asked.items():
        _write(root / f"posts/from-{language.value}.html", _page(sentences, language))
    answers = {
        plain_text(sentence.source): list(sentence.drafts)
        for sentences in asked.values()
        for sentence in sentences
    }
    _write(root / "answers.json", json.dumps(answers))
    _write(root / "dualpress.toml", _configuration(models, has_glossary=has_glossary))
    return Project.load(root)


def _outcomes(
    project: Project,
    language: Language,
    sentences: Sequence[Sentence],
    found: Sequence[FileFinding],
) -> list[Outcome]:
    """Read what became of sentences from their PO file and the checks."""
    po = project.po / f"from-{language.value}" / f"{other(language).value}.po"
    entries = {entry.source: entry for entry in read_catalog(po).entries}

    def checks(line: int | None, severity: Severity) -> tuple[str, ...]:
        at = (one for one in found if (one.path, one.line) == (po, line))
        return tuple(one.check for one in at if one.severity is severity)

    return [
        Outcome(
            sentence,
            sentence.drafts[0],
            entry.target,
            checks(entry.line, Severity.ERROR),
            checks(entry.line, Severity.WARNING),
        )
        for sentence in sentences
        for entry in (entries[sentence.source],)
    ]


def count(results: Sequence[Outcome], target: Language) -> Figures:
    """Sum up what became of sentences that were translated into ``target``."""
    figures = Figures(sentences=len(results))
    for result in results:
        _count_terms(figures, result, target)
        _count_numbers(figures, result)
    references = [plain_text(result.sentence.reference) for result in results]
    figures.chrf_plain = chrf([result.plain for result in results], references)
    figures.chrf = chrf([plain_text(result.target) for result in results], references)
    return figures


def _count_terms(figures: Figures, result: Outcome, target: Language) -> None:
    sentence = result.sentence
    before = wrong_terms(result.plain, sentence, target)
    after = wrong_terms(result.target, sentence, target)
    figures.terms += len(sentence.terms)
    figures.right_plain += len(sentence.terms) - len(before)
    figures.right += len(sentence.terms) - len(after)
    if result.errors:
        figures.marked += len(after)
    else:
        figures.unmarked += [f"{sentence.id}: {term}" for term in after]
    figures.broken += [f"{sentence.id}: {term}" for term in after if term not in before]
    if not after and "terms" in result.errors:
        figures.false_marks.append(sentence.id)


def _count_numbers(figures: Figures, result: Outcome) -> None:
    sentence = result.sentence
    wrong = [label.words for label in sentence.labels if label.fault is Fault.NUMBER]
    is_wrong = any(has_words(words, result.target) for words in wrong)
    if is_wrong and not result.errors:
        figures.numbers_unmarked.append(sentence.id)
    if not is_wrong and "numbers" in result.errors:
        figures.numbers_false.append(sentence.id)


def _configuration(models: Path | None, *, has_glossary: bool) -> str:
    folder = json.dumps(str(models)) if models else '"models"'
    return (
        f'engine = "{"argos" if models else "scripted"}"\n'
        f"models = {folder}\n"
        f"shipped_glossaries = {json.dumps(has_glossary)}\n"
        '[engines.scripted]\npath = "answers.json"\nunknown = "empty"\n'
    )


def _page(sentences: Sequence[Sentence], language: Language) -> str:
    body = "\n".join(f"<p>{_marked_up(sentence.source)}</p>" for sentence in sentences)
    return f'<!DOCTYPE html>\n<html lang="{language.value}"><body>\n{body}\n</body></html>\n'


def _marked_up(source: str) -> str:
    """The source as HTML, with elements for its tags."""
    return "".join(
        escape(text, quote=False) + (_element(tag) if tag else "")
        for text, tag in split_tags(source)
    )


def _element(tag: re.Match[str]) -> str:
    return "</em>" if tag["close"] else "<em>"


def _write(path: Path, text: str) -> None:
    path.write_bytes(text.encode())
