"""The sentences of this folder and their drafts; ``README.md`` says what the columns are."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from dualpress.article import Language

FOLDER = Path(__file__).parent


class Fault(StrEnum):
    """What may be wrong in a draft."""

    LATIN = "latin"
    HALF = "half"
    SPELLING = "spelling"
    WORD = "word"
    DROPPED = "dropped"
    FORM = "form"
    """Right, but in words that no row has: a check that knows the rows alone alarms falsely."""
    NUMBER = "number"
    ATTRIBUTION = "attribution"
    HOMOGRAPH = "homograph"


OF_TERMS = frozenset({Fault.LATIN, Fault.HALF, Fault.SPELLING, Fault.WORD, Fault.DROPPED})
"""Faults after which a term is wrong."""


@dataclass(frozen=True)
class Label:
    """One fault of a sentence's first draft, as its writer meant it.

    Args:
        fault: which.
        term: the row's English name; empty where the fault is no term's.
        words: the words of the draft that it is about; empty for what is not there.
    """

    fault: Fault
    term: str = ""
    words: str = ""


@dataclass(frozen=True)
class Sentence:
    """A sentence, a human's translation of it, and what a machine might make of it.

    Args:
        id: ``e001`` from English, ``h001`` from Hindi.
        source: with its inline tags.
        reference: with the same tags.
        terms: the English names of the rows that it has.
        tests: what it is here for.
        labels: what is wrong with the first draft.
        drafts: best first, plain.
    """

    id: str
    source: str
    reference: str
    terms: tuple[str, ...]
    tests: frozenset[str]
    labels: tuple[Label, ...]
    drafts: tuple[str, ...]


@cache
def sentences(language: Language) -> tuple[Sentence, ...]:
    """The sentences that are written in a language, in the order of their file."""
    written = _rows(f"sentences.{language.value}.tsv")
    drafted = _rows(f"drafts.{language.value}.tsv")
    return tuple(_sentence(*pair) for pair in zip(written, drafted, strict=True))


def _sentence(written: dict[str, str], drafted: dict[str, str]) -> Sentence:
    assert written["id"] == drafted["id"]
    drafts = (drafted[column] for column in ("draft", "second", "third", "fourth"))
    return Sentence(
        id=written["id"],
        source=written["source"],
        reference=written["reference"],
        terms=tuple(_split(written["terms"], ";")),
        tests=frozenset(written["tests"].split()),
        labels=tuple(map(_label, _split(drafted["errors"], "|"))),
        drafts=tuple(draft for draft in drafts if draft),
    )


def _label(text: str) -> Label:
    about, _, words = text.partition("=")
    fault, _, term = about.partition(":")
    return Label(Fault(fault.strip()), term.strip(), words.strip())


def _split(cell: str, separator: str) -> Iterator[str]:
    return (part.strip() for part in cell.split(separator) if part.strip())


def _rows(name: str) -> list[dict[str, str]]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE, restval="")
        return list(reader)
