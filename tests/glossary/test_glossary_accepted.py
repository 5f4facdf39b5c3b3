"""Forms with ``~``: they count in a translation, and are looked for nowhere."""

from pathlib import Path

import pytest

from dualpress.article import Language
from dualpress.errors import GlossaryError
from dualpress.glossary import Glossary, Term, read_glossary
from dualpress.glossary.columns import Problem, parse_row

EN, HI = Language.EN, Language.HI


def parsed(**cells: str) -> Term:
    term = parse_row({"en": "militant", "hi": "चरमपंथी", **cells})
    assert isinstance(term, Term)
    return term


def refused(**cells: str) -> list[Problem]:
    problems = parse_row({"en": "militant", "hi": "चरमपंथी", **cells})
    assert isinstance(problems, list)
    return problems


def test_the_mark_parts_the_forms() -> None:
    term = parsed(forms_en="gunman|~fighter", forms_hi="~लड़ाका|उग्रवादी|~ लड़ाके")
    assert (term.forms_en, term.accepted_en) == (("gunman",), ("fighter",))
    assert (term.forms_hi, term.accepted_hi) == (("उग्रवादी",), ("लड़ाका", "लड़ाके"))


def test_all_forms_are_accepted_the_headword_first() -> None:
    term = parsed(forms_hi="~लड़ाका|उग्रवादी")
    assert term.forms(HI) == ("चरमपंथी", "उग्रवादी")
    assert term.accepted(HI) == ("चरमपंथी", "उग्रवादी", "लड़ाका")
    assert term.accepted(EN) == term.forms(EN) == ("militant",)


def test_only_the_accepted_matcher_finds_them() -> None:
    glossary = Glossary([parsed(forms_hi="~लड़ाका")])
    assert glossary.matcher(HI).find("एक लड़ाका") == []
    (match,) = glossary.accepted_matcher(HI).find("एक लड़ाका")
    assert match.form == "लड़ाका"


@pytest.mark.parametrize("column", ["en", "hi", "first_use", "forbidden"])
def test_no_other_column_has_the_mark(column: str) -> None:
    word = "~militant" if column == "en" else "~चरमपंथी"
    assert Problem(column, f"“{word}” begins with ~, which only forms may do") in refused(
        **{column: word}
    )


def test_a_form_with_and_without_the_mark_is_refused() -> None:
    assert refused(forms_hi="लड़ाका|~लड़ाका") == [
        Problem("forms_hi", "“लड़ाका” is there with ~ and without")
    ]


def test_an_accepted_form_cannot_be_forbidden() -> None:
    assert refused(forms_hi="~लड़ाका", forbidden="लड़ाका") == [
        Problem("forbidden", "“लड़ाका” is also a form to use")
    ]


def test_a_mark_without_a_word_is_refused() -> None:
    assert refused(forms_hi="~") == [Problem("forms_hi", "“~” has no letter, digit or sign")]


def test_a_wrong_mark_is_told_with_line_and_column(tmp_path: Path) -> None:
    path = tmp_path / "site.csv"
    path.write_text("en,hi\nmilitant,~लड़ाका\n", encoding="utf-8")
    with pytest.raises(GlossaryError, match="column hi: “~लड़ाका” begins with ~") as caught:
        read_glossary([path])
    assert caught.value.line == 2


def test_files_have_the_say_over_what_was_read_before(tmp_path: Path) -> None:
    path = tmp_path / "own.csv"
    path.write_text("en,hi\nmilitant,उग्रवादी\n", encoding="utf-8")
    base = Glossary([Term("militant", "चरमपंथी"), Term("rebel", "बागी")])
    assert [term.hi for term in read_glossary([path], base)] == ["बागी", "उग्रवादी"]
    assert [term.hi for term in base] == ["चरमपंथी", "बागी"]
