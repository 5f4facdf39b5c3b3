"""Whether a translation has a term: decided without the code that is under test.

The rows are read from the CSV files here, and looked for by a search of their words, so that a
fault of the matcher cannot hide behind itself. It knows nothing of contexts: every English row
whose Hindi may be the Hindi of the term will do.
"""

from __future__ import annotations

import csv
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import regex
from terms_data import OF_TERMS, Fault, Sentence

from dualpress.article import Language, plain_text

GLOSSARIES = Path(__file__).parents[2] / "glossaries"

_LETTER = r"\p{L}\p{M}*"
_NAMED_LETTER = rf"(?:{_LETTER}|एम|एन|एस|एफ|एल|एच|एक्स|आर|क्यू|डब्ल्यू|जेड)"
_EDGE = r"[\p{L}\p{M}\p{N}]"
_TAKE_S = frozenset({"title", "term", "weapon", "acronym"})


def is_right(term: str, text: str, sentence: Sentence, language: Language) -> bool:
    """Whether a term of a sentence is right in a translation.

    Args:
        term: one of ``sentence.terms``.
        text: the translation, with or without tags.
        sentence: with the labels of its first draft.
        language: of the translation.
    """
    text = plain_text(text)
    labels = [label for label in sentence.labels if label.term == term]
    if any(label.fault is Fault.FORM and has_words(label.words, text) for label in labels):
        return True
    faults = [label.words for label in labels if label.fault in OF_TERMS and label.words]
    return _has_rendering(term, text, sentence, language) and not any(
        has_words(words, text) for words in faults
    )


def wrong_terms(text: str, sentence: Sentence, language: Language) -> list[str]:
    """The terms of a sentence that are not right in a translation."""
    return [term for term in sentence.terms if not is_right(term, text, sentence, language)]


def kind_of(term: str) -> str:
    """The kind of a row; of the first, where several rows have its English name."""
    return next(row["kind"] or "term" for row in _rows() if row["en"] == term)


def has_words(words: str, text: str) -> bool:
    """Whether words stand in a text, with these capital letters."""
    return _stands(words, plain_text(text), "acronym")


def _has_rendering(term: str, text: str, sentence: Sentence, language: Language) -> bool:
    places = [text]
    if _is_introduced(term, sentence, language):
        places = regex.findall(r"\([^)]*\)", text)
    return any(
        _stands(form, place, kind) for form, kind in _renderings(term, language) for place in places
    )


def _is_introduced(term: str, sentence: Sentence, language: Language) -> bool:
    """Whether the source gives a term in brackets behind its full name."""
    names = [term]
    if language is Language.EN:
        names = [form for row in _rows() if row["en"] == term for form in _cell(row, Language.HI)]
    return any(f"({name})" in plain_text(sentence.source) for name in names)


def _stands(form: str, text: str, kind: str = "") -> bool:
    """Whether a form of a row stands in a text; capital letters count in acronyms alone."""
    if not regex.search(r"\p{L}", form):
        return form in text
    words = regex.escape(_key(form))
    words = regex.sub(r"(?<=[\p{L}\p{M}])(?:\\-|\\ )?(?=\d)", r"[ -]*", words)
    ending = "(?:s|es)?" if kind in _TAKE_S else ""
    flags = 0 if kind == "acronym" else regex.IGNORECASE
    return bool(regex.search(rf"(?<!{_EDGE}){words}{ending}(?!{_EDGE})", _key(text), flags))


@cache
def _key(text: str) -> str:
    """What is one word to a reader: nukta, chandrabindu, nasals, dashes and stops set aside."""
    text = unicodedata.normalize("NFD", text.replace("\u200d", "").replace("\u200c", ""))
    text = regex.sub("(?<=[कखगजफय])\u093c", "", text).replace("ँ", "ं").replace("’", "'")
    text = regex.sub("[ङञणनम]्(?=[क-म])", "ं", text)
    text = regex.sub(r"\s*[-–]\s*", "-", text)
    text = regex.sub(
        rf"(?<![\p{{L}}\p{{M}}])(?:{_NAMED_LETTER}\.\s?){{2,}}",
        lambda match: regex.sub(r"[.\s]", "", match[0]) + " ",
        text,
    )
    return regex.sub(rf"(?<![\p{{L}}\p{{M}}])({_NAMED_LETTER})\.", r"\1", text)


@cache
def _renderings(term: str, language: Language) -> tuple[tuple[str, str], ...]:
    """How a term may be written, with the kind of the row that says so."""
    if language is Language.HI:
        rows = _index(Language.EN)[term]
    else:
        named = [row for row in _index(Language.EN)[term] if row["en"] == term]
        hindi = (_key(form) for row in named for form in _cell(row, Language.HI))
        rows = [row for form in hindi for row in _index(Language.HI)[form]]
    return tuple({(form, row["kind"]): None for row in rows for form in _cell(row, language)})


@cache
def _index(language: Language) -> defaultdict[str, list[dict[str, str]]]:
    rows = defaultdict(list)
    for row in _rows():
        for form in _cell(row, language):
            rows[_key(form) if language is Language.HI else form].append(row)
    return rows


def _cell(row: dict[str, str], language: Language) -> Iterator[str]:
    """The forms of a row, those too that are only accepted."""
    yield row[language.value]
    yield from (form.strip("~ ") for form in row[f"forms_{language.value}"].split("|") if form)


@cache
def _rows() -> tuple[dict[str, str], ...]:
    found = []
    for path in sorted(GLOSSARIES.glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as file:
            found += [row for row in csv.DictReader(file) if row["domain"] != "page"]
    return tuple(found)
