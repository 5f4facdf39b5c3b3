"""Glossary files as editors save them, and as spreadsheets spoil them."""

from collections.abc import Callable
from pathlib import Path

import pytest

from dualpress.article import Language
from dualpress.errors import GlossaryError
from dualpress.glossary import Case, Gender, Kind, ReadAs, Term, read_glossary

Save = Callable[..., Path]


@pytest.fixture
def save(tmp_path: Path) -> Save:
    def save(text: str, *, name: str = "house.csv", encoding: str = "utf-8") -> Path:
        path = tmp_path / name
        path.write_bytes(text.encode(encoding))
        return path

    return save


def read_one(path: Path) -> Term:
    (term,) = read_glossary([path])
    return term


def refused(path: Path) -> GlossaryError:
    with pytest.raises(GlossaryError) as caught:
        read_glossary([path])
    return caught.value


def test_a_row_needs_no_more_than_two_columns(save: Save) -> None:
    assert read_one(save("en,hi\nGwadar,ग्वादर\n")) == Term("Gwadar", "ग्वादर")


def test_all_columns(save: Save) -> None:
    text = (
        "en,hi,kind,forms_en,forms_hi,case,read_as,first_use,gender,honorific,ambiguous,preferred,"
        "forbidden,domain,as_of,note\n"
        "BLA,बीएलए,acronym,B-L-A,बलूच लिबरेशन आर्मी|बी-एल-ए,sensitive,letters,बलूच लिबरेशन आर्मी (बीएलए),"
        'f,yes,both,yes,ब्ला,groups,2025-04,"a, b"\n'
    )
    assert read_one(save(text)) == Term(
        en="BLA",
        hi="बीएलए",
        kind=Kind.ACRONYM,
        forms_en=("B-L-A",),
        forms_hi=("बलूच लिबरेशन आर्मी", "बी-एल-ए"),
        case=Case.SENSITIVE,
        read_as=ReadAs.LETTERS,
        first_use="बलूच लिबरेशन आर्मी (बीएलए)",
        gender=Gender.FEMININE,
        honorific=True,
        ambiguous=frozenset(Language),
        preferred=True,
        forbidden=("ब्ला",),
        domain="groups",
        as_of="2025-04",
        note="a, b",
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_what_spreadsheets_write(save: Save, encoding: str, delimiter: str, newline: str) -> None:
    lines = [["hi", "note", "en"], ["भारत", "x", "India"]]
    text = newline.join(delimiter.join(cells) for cells in lines) + newline
    assert read_one(save(text, encoding=encoding)) == Term("India", "भारत", note="x")


def test_a_big_endian_file_is_read_by_its_mark(save: Save) -> None:
    path = save("\ufeffen\thi\nIndia\tभारत\n", encoding="utf-16-be")
    assert read_one(path).hi == "भारत"


def test_cells_are_composed_and_single_spaced(save: Save) -> None:
    term = read_one(save("en,hi\nMal\u0065\u0301 \u00a0 city ,  माले\n"))
    assert (term.en, term.hi) == ("Malé city", "माले")


def test_column_names_may_be_capitals(save: Save) -> None:
    assert read_one(save("EN,Hi\nIndia,भारत\n")).en == "India"


def test_empty_rows_and_empty_columns_at_the_end_are_nothing(save: Save) -> None:
    assert len(read_glossary([save("en,hi,,\n,,,\nIndia,भारत,,\n\n")])) == 1


def test_a_list_holds_each_form_once(save: Save) -> None:
    term = read_one(save("en,hi,forms_hi\nUS,अमेरिका, अमेरिकी | |यूएस|अमेरिकी\n"))
    assert term.forms_hi == ("अमेरिकी", "यूएस")


def test_lines_are_counted_through_quoted_cells(save: Save) -> None:
    path = save('en,hi,note\nIndia,भारत,"one\ntwo\nthree"\nIran,ईरान,\n')
    assert [term.line for term in read_glossary([path])] == [2, 5]


def test_the_note_may_span_lines(save: Save) -> None:
    assert read_one(save('en,hi,note\nIndia,भारत,"one\ntwo"\n')).note == "one two"


@pytest.mark.parametrize(
    ("row", "column", "cause"),
    [
        ("India,", "hi", "empty"),
        (",भारत", "en", "empty"),
        ("India,????", "hi", "lost its letters"),
        ("India,भारत,,भारतीय|?????", "forms_hi", "lost its letters"),
        ("India,भा\ufffdत", "hi", "lost its letters"),
        ("भारत,India", "en", "Hindi letters"),
        ("India,Bharat", "hi", "no Hindi letter"),
        ("India,<b>भारत</b>", "hi", "< and >"),
        ("India,भारत\u202e", "hi", "control character"),
        ("India,भारत,,--", "forms_hi", "no letter"),
        ("India,भारत,,,country", "kind", "none of person, place"),
        ("HTML,एचटीएमएल,,,keep", "hi", "same in both languages"),
        ("India,भारत,,,,April 2025", "as_of", "no date"),
        ("India,भारत,,,,2025-13", "as_of", "no date"),
        ("India,भारत,,,,,हिंदुस्तान (इंडिया)", "first_use", "does not hold"),
        ("India,भारत,,भारतीय,,,,भारतीय", "forbidden", "also a form"),
        ("India,भारत,,,,,,,one,two", "beyond the last", "more cells than columns"),
    ],
)
def test_a_bad_row_is_refused_by_line_and_column(
    save: Save, row: str, column: str, cause: str
) -> None:
    path = save(f"en,hi,note,forms_hi,kind,as_of,first_use,forbidden\nNepal,नेपाल,,,,,,\n{row}\n")
    error = refused(path)
    assert (error.path, error.line) == (path, 3)
    assert f"column {column}:" in error.cause
    assert cause in error.cause


def test_lost_letters_come_with_the_way_out(save: Save) -> None:
    assert "CSV UTF-8" in str(refused(save("en,hi\nIndia,????\n")))


def test_a_question_in_a_term_is_no_loss(save: Save) -> None:
    assert read_one(save("en,hi\nWhy?,क्यों?\n")).hi == "क्यों?"


def test_all_bad_rows_are_told_at_once(save: Save) -> None:
    error = refused(save("en,hi\nIndia,\nNepal,नेपाल\nIran,????\n"))
    assert error.line == 2
    assert "line 2, column hi" in error.cause
    assert "line 4, column hi" in error.cause


def test_very_many_bad_rows_are_counted(save: Save) -> None:
    error = refused(save("en,hi\n" + "India,\n" * 25))
    assert "line 21," in error.cause
    assert "line 22," not in error.cause
    assert error.cause.endswith("and 5 more")


@pytest.mark.parametrize(
    ("header", "hint"),
    [
        ("en,hi,form_hi", "Is it forms_hi"),
        ("en,hindi", "The first row names the columns"),
        ("en,kind", "The first row names the columns"),
    ],
)
def test_unknown_and_missing_columns_are_refused(save: Save, header: str, hint: str) -> None:
    error = refused(save(f"{header}\nIndia,भारत\n"))
    assert error.line == 1
    assert hint in (error.hint or "")


def test_a_column_stands_once(save: Save) -> None:
    assert "twice" in refused(save("en,hi,en\nIndia,भारत,x\n")).cause


def test_an_empty_file_is_refused(save: Save) -> None:
    assert "empty" in refused(save("")).cause


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert "cannot be read" in refused(tmp_path / "none.csv").cause


def test_another_encoding_is_refused_at_its_line(save: Save) -> None:
    error = refused(save("en,hi\nIndia,?\nCafé,?\n", encoding="latin-1"))
    assert error.line == 3
    assert "neither UTF-8 nor UTF-16" in error.cause


def test_half_a_character_of_utf_16_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "house.csv"
    path.write_bytes("en\thi\nIndia\tभारत\n".encode("utf-16") + b"\x00")
    assert "neither UTF-8 nor UTF-16" in refused(path).cause


def test_a_lone_quote_is_refused_at_its_row(save: Save) -> None:
    error = refused(save('en,hi\nIndia,भारत\nIran,"ईरान\n'))
    assert error.line == 3


def test_one_word_may_stand_for_two_kinds(save: Save) -> None:
    path = save("en,hi,kind\nBaloch,बलोच,person\nBaloch,बलूच,term\n")
    assert [term.hi for term in read_glossary([path])] == ["बलोच", "बलूच"]


def test_one_word_may_stand_for_two_cases(save: Save) -> None:
    path = save("en,hi,case\nit,यह,sensitive\nIT,आईटी,sensitive\n")
    assert len(read_glossary([path])) == 2


def test_two_rows_of_one_kind_contradict(save: Save) -> None:
    error = refused(save("en,hi\nGwadar,ग्वादर\nGwadar,गवादर\n"))
    assert error.line == 3
    assert "line 2, with “ग्वादर”" in error.cause


def test_case_does_not_hide_a_contradiction(save: Save) -> None:
    path = save("en,hi,case\nPiracy,एक,insensitive\npiracy,दो,insensitive\n")
    assert "has a row already" in refused(path).cause


def test_two_preferred_rows_contradict(save: Save) -> None:
    path = save("en,hi,preferred\nUS,अमेरिका,yes\nAmerica,अमेरिका,yes\n")
    assert "line 2 already prefers “US”" in refused(path).cause


def test_a_later_file_has_the_say(save: Save) -> None:
    first = save("en,hi,kind\nGwadar,ग्वादर,place\nIran,ईरान,place\n", name="a.csv")
    second = save("en,hi,kind\nGwadar,गवादर,place\n", name="b.csv")
    assert [term.hi for term in read_glossary([first, second])] == ["ईरान", "गवादर"]


def test_a_later_row_without_a_kind_takes_the_kind_it_replaces(save: Save) -> None:
    first = save("en,hi,kind\nGwadar,ग्वादर,place\n", name="a.csv")
    second = save("en,hi\nGwadar,गवादर\n", name="b.csv")
    (term,) = read_glossary([first, second])
    assert (term.hi, term.kind) == ("गवादर", Kind.PLACE)


def test_a_later_row_without_a_kind_replaces_all_kinds(save: Save) -> None:
    first = save("en,hi,kind\nBaloch,बलूच,term\nBaloch,बलोच,person\n", name="a.csv")
    second = save("en,hi\nBaloch,बलूची\n", name="b.csv")
    (term,) = read_glossary([first, second])
    assert (term.hi, term.kind) == ("बलूची", Kind.TERM)


def test_a_later_row_may_translate_what_was_kept(save: Save) -> None:
    first = save("en,hi,kind\nHTML,HTML,keep\n", name="a.csv")
    second = save("en,hi\nHTML,एचटीएमएल\n", name="b.csv")
    (term,) = read_glossary([first, second])
    assert (term.hi, term.kind) == ("एचटीएमएल", Kind.TERM)


def test_a_later_row_of_another_kind_stands_beside(save: Save) -> None:
    first = save("en,hi,kind\nBaloch,बलूच,term\n", name="a.csv")
    second = save("en,hi,kind\nBaloch,बलोच,person\n", name="b.csv")
    assert len(read_glossary([first, second])) == 2


def test_a_later_file_chooses_the_preferred_row(save: Save) -> None:
    first = save("en,hi,preferred\nUS,अमेरिका,yes\n", name="a.csv")
    second = save("en,hi,preferred\nUnited States,अमेरिका,yes\n", name="b.csv")
    glossary = read_glossary([first, second])
    assert [term.en for term in glossary if term.preferred] == ["United States"]


def test_the_line_that_names_the_separator_is_no_row(save: Save) -> None:
    assert read_one(save("sep=;\nen;hi\nGwadar;ग्वादर\n")) == Term("Gwadar", "ग्वादर")
    assert refused(save("sep=;\r\nen;hi\r\nGwadar;\r\n")).line == 3


def test_utf16_without_its_mark_is_refused_by_name(save: Save) -> None:
    assert "UTF-16 with its mark" in refused(save("en,hi\nA,आ\n", encoding="utf-16-le")).cause


def test_what_is_copied_along_unseen_falls_away(save: Save) -> None:
    assert read_one(save("en,hi\nB\u200bLA,\ufeffबीएलए\n")) == Term("BLA", "बीएलए")


@pytest.mark.parametrize("cell", ["B\ue000", "~~BLA"])
def test_what_can_never_be_found_is_refused(save: Save, cell: str) -> None:
    assert "forms_en" in str(refused(save(f"en,hi,forms_en\nA,आ,{cell}\n")))


def test_a_date_that_a_spreadsheet_changed_is_told(save: Save) -> None:
    assert "formatted as text" in str(refused(save("en,hi,as_of\nA,आ,Apr-25\n")))


def test_a_row_takes_its_word_from_the_forms_of_earlier_files(save: Save) -> None:
    shipped = save("en,hi,kind,forms_en\nMyanmar,म्यांमार,place,Burma|~burma\n", name="a.csv")
    own = save("en,hi,kind\nBurma,बर्मा,place\n")
    myanmar, burma = read_glossary([shipped, own])
    assert (myanmar.forms_en, myanmar.accepted_en, burma.hi) == ((), ("burma",), "बर्मा")


def test_a_row_of_another_kind_takes_no_forms(save: Save) -> None:
    shipped = save("en,hi,kind,forms_en\nMyanmar,म्यांमार,place,Burma\n", name="a.csv")
    own = save("en,hi,kind\nBurma,बर्मा,person\n")
    assert next(iter(read_glossary([shipped, own]))).forms_en == ("Burma",)
