"""The glossaries that come with dualpress."""

import csv
import os
from functools import cache
from pathlib import Path

import pytest

from dualpress.article import Language
from dualpress.glossary import (
    Glossary,
    Kind,
    TermProblem,
    check_terms,
    read_glossary,
    translate_exact,
)
from dualpress.glossary.columns import COLUMNS

EN, HI = Language.EN, Language.HI
ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "glossaries").glob("*.csv"))
EXAMPLE_FILES = sorted((ROOT / "examples" / "glossaries").glob("*.csv"))

each_file = pytest.mark.parametrize("path", FILES + EXAMPLE_FILES, ids=lambda path: path.stem)


@cache
def shipped() -> Glossary:
    return read_glossary(FILES)


def missing(source: str, target: str, language: Language) -> list[str]:
    languages = (EN, HI) if language is EN else (HI, EN)
    findings = check_terms(source, target, *languages, shipped())
    return [x.found for x in findings if x.problem is TermProblem.MISSING]


def test_they_load_as_one_without_a_finding() -> None:
    assert len(read_glossary(FILES + EXAMPLE_FILES)) > 3000


@each_file
def test_excel_sees_utf_8_and_git_sees_stable_lines(path: Path) -> None:
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    assert data.endswith(b"\n")
    assert b"\r" not in data


@each_file
def test_rows_are_complete_and_sorted(path: Path) -> None:
    with path.open(encoding="utf-8-sig", newline="") as file:
        header, *rows = csv.reader(file)
    assert tuple(header) == COLUMNS
    assert rows == sorted(rows, key=lambda row: (row[0].casefold(), row[0], row[2]))


@each_file
def test_acronyms_say_how_they_are_read(path: Path) -> None:
    acronyms = [term for term in read_glossary([path]) if term.kind is Kind.ACRONYM]
    assert [term.en for term in acronyms if term.read_as is None] == []


@each_file
def test_letters_are_spelt_without_stops_or_spaces(path: Path) -> None:
    spelt = [term.hi for term in read_glossary([path]) if term.read_as == "letters"]
    assert [hi for hi in spelt if "." in hi] == []


@pytest.mark.parametrize("language", Language)
def test_every_headword_is_found_as_itself(language: Language) -> None:
    matcher = shipped().matcher(language)
    lost = [
        term
        for term in shipped()
        if not any(term in match.terms for match in matcher.find(term.headword(language)))
    ]
    assert lost == []


@pytest.mark.parametrize("language", Language)
def test_headwords_translate_each_other(language: Language) -> None:
    other = HI if language is EN else EN
    wrong = [
        term.en
        for term in shipped()
        if missing(term.headword(language), term.headword(other), language)
    ]
    assert wrong == []


def test_one_of_many_english_words_is_preferred() -> None:
    by_hindi: dict[str, list[str]] = {}
    preferred: dict[str, int] = {}
    for term in shipped():
        by_hindi.setdefault(term.hi, []).append(term.en)
        preferred[term.hi] = preferred.get(term.hi, 0) + term.preferred
    undecided = {hi for hi, words in by_hindi.items() if len(words) > 1 and preferred[hi] != 1}
    # तुर्की is the country and its people's adjective: neither can be preferred.
    assert undecided == {"तुर्की"}


def test_people_in_office_carry_a_date() -> None:
    holders = ("President of", "Prime Minister of", "Minister of India", "Army chief")
    undated = [
        term.en
        for term in shipped()
        if term.kind is Kind.PERSON
        and (term.note or "").startswith(holders)
        and "until" not in (term.note or "")
        and term.as_of is None
    ]
    assert undated == []


@pytest.mark.parametrize(
    "words", ["PoK", "Azad Kashmir", "Pakistan-occupied Kashmir", "Pakistan-administered Kashmir"]
)
def test_disputed_terms_say_that_the_house_chooses(words: str) -> None:
    (term,) = [term for term in shipped() if term.en == words]
    assert "the house chooses" in (term.note or "")


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("US sanctions on Pakistan", "पाकिस्तान पर अमेरिकी प्रतिबंध"),
        ("The BLA and the TTP", "बीएलए और टीटीपी"),
        ("NATO and the WHO", "नाटो और डब्ल्यूएचओ"),
        ("the BJP", "भाजपा"),
        ("the UN", "संयुक्त राष्ट्र"),
        ("CPEC", "सीपेक"),
        ("Chinese firms", "चीनी कंपनियां"),
        ("$46 billion", "46 अरब डॉलर"),
        ("Rs 100 crore", "100 करोड़ रुपये"),
        ("Gen. Asim Munir in Rawalpindi", "रावलपिंडी में जनरल आसिम मुनीर"),
        ("two ballistic missiles", "दो बैलिस्टिक मिसाइलें"),
        ("Oct 2, 2024", "2 अक्टूबर 2024"),
    ],
)
def test_what_hindi_newspapers_write_passes(source: str, target: str) -> None:
    assert missing(source, target, EN) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("चीनी कंपनियां", "Chinese firms"),
        ("भारत और पाकिस्तान", "India and Pakistan"),
        ("अमेरिकी प्रतिबंध", "American sanctions"),
        ("100 करोड़ रुपये", "Rs 100 crore"),
        ("होर्मुज जलडमरूमध्य", "the Strait of Hormuz"),
    ],
)
def test_what_english_newspapers_write_passes(source: str, target: str) -> None:
    assert missing(source, target, HI) == []


@pytest.mark.parametrize(
    ("source", "target", "words"),
    [
        ("the BLA", "बीएलएफ", "BLA"),
        ("Pakistan", "भारत", "Pakistan"),
        ("the Taliban", "टालिबान", "Taliban"),
        ("IT firms", "IT कंपनियां", "IT"),
    ],
)
def test_what_is_wrong_fails(source: str, target: str, words: str) -> None:
    assert missing(source, target, EN) == [words]


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("Skip to content", "सामग्री पर जाएं"),
        ("Share this:", "साझा करें:"),
        ("3 min read", "3 मिनट का पाठ"),
        ("References:-", "संदर्भ:-"),
        ("top of page", "पृष्ठ का आरंभ"),
        ("Ghauri Missile.", "गौरी मिसाइल।"),
        ("Subscribe", "सदस्यता लें"),
        ("All rights reserved.", "सर्वाधिकार सुरक्षित।"),
    ],
)
def test_furniture_of_pages(source: str, target: str) -> None:
    assert translate_exact(source, shipped(), source_language=EN) == target


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("name", ["flores_dev", "flores_test"])
def test_human_translations_are_rarely_flagged(name: str, language: Language) -> None:
    if "DUALPRESS_SHARED" not in os.environ:
        pytest.skip("DUALPRESS_SHARED names no folder that holds the corpus")
    path = Path(os.environ["DUALPRESS_SHARED"]) / "corpus" / f"test.{name}.tsv"
    pairs = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    if language is HI:
        pairs = [pair[::-1] for pair in pairs]
    matcher = shipped().matcher(language)
    terms = sum(len({match.term for match in matcher.find(source)}) for source, _ in pairs)
    flagged = sum(len(missing(source, target, language)) for source, target in pairs)
    assert flagged < terms * 0.03
