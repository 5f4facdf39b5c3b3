from __future__ import annotations

from pathlib import Path

import pytest
from verdicts import fails, passes, warns

from dualpress.article import Language
from dualpress.glossary import Glossary, TermFinding, check_terms, read_glossary

CHECK = "terms"

ROWS = """\
en,hi,kind,forms_hi,read_as,ambiguous,forbidden
BLA,बीएलए,acronym,,letters,,
Pakistan,पाकिस्तान,place,पाकिस्तानी,,,
missile,मिसाइल,term,,,,प्रक्षेपास्त्र
sugar,चीनी,term,,,both,
"""


@pytest.fixture
def glossary(tmp_path: Path) -> Glossary:
    path = tmp_path / "terms.csv"
    path.write_text(ROWS, "utf-8")
    return read_glossary([path])


def judged(glossary: Glossary, source: str, target: str) -> list[TermFinding]:
    return check_terms(source, target, Language.EN, Language.HI, glossary)


def test_terms_as_the_glossary_has_them_pass(glossary: Glossary) -> None:
    for source, target in (
        ("The BLA struck.", "बीएलए ने हमला किया।"),
        ("the Pakistan army", "पाकिस्तानी सेना"),
        ("a <g1>missile</g1>", "एक <g1>मिसाइल</g1>"),
        ("no term", "कोई शब्द नहीं"),
    ):
        passes(CHECK, source, target, terms=judged(glossary, source, target))


def test_missing_and_forbidden_renderings_fail(glossary: Glossary) -> None:
    for source, target, about in (
        ("The BLA struck.", "बलूच सेना ने हमला किया।", "BLA"),
        ("the Pakistan army", "उस देश की सेना", "पाकिस्तान"),
        ("a missile", "एक प्रक्षेपास्त्र और मिसाइल", "प्रक्षेपास्त्र"),
    ):
        fails(CHECK, source, target, about=about, terms=judged(glossary, source, target))


def test_what_the_glossary_is_unsure_of_is_a_warning(glossary: Glossary) -> None:
    source, target = "Sugar is dear.", "शक्कर महँगी है।"
    warns(CHECK, source, target, about="चीनी", terms=judged(glossary, source, target))


def test_the_other_word_of_the_same_letters_passes(glossary: Glossary) -> None:
    source, target = "चीनी महँगी है।", "Sugar is dear."
    found = check_terms(source, target, Language.HI, Language.EN, glossary)
    passes(CHECK, source, target, to=Language.EN, terms=found)


@pytest.mark.parametrize(
    ("hindi", "english", "row"),
    [
        ("आप कहाँ हैं?", "Where are you?", "AAP,आप"),
        ("पृथ्वी गोल है।", "The earth is round.", "Prithvi,पृथ्वी"),
        ("दो अरब डॉलर", "two billion dollars", "Arab,अरब"),
    ],
)
def test_common_homographs_are_no_terms(tmp_path: Path, hindi: str, english: str, row: str) -> None:
    path = tmp_path / "homographs.csv"
    path.write_text(f"en,hi,ambiguous\n{row},hi\n", "utf-8")
    found = check_terms(hindi, english, Language.HI, Language.EN, read_glossary([path]))
    assert found
    passes(CHECK, hindi, english, to=Language.EN, terms=found)


def test_without_a_glossary_nothing_is_found() -> None:
    passes(CHECK, "The BLA struck.", "हमला हुआ।")
