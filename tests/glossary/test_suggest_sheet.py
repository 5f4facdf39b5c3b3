"""The file of proposed rows, and rows that are not used."""

from __future__ import annotations

import tempfile
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.errors import GlossaryError
from dualpress.glossary import read_glossary
from dualpress.glossary.columns import COLUMNS
from dualpress.glossary.proposals import add_rows, read_marked
from dualpress.glossary.unconfirmed import Mark, mark_of

ROW = {"en": "Ormara", "hi": "ओरमारा", "note": "proposed: 2 times"}


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    return tmp_path / "proposed.csv"


def test_the_file_opens_in_a_spreadsheet(sheet: Path) -> None:
    assert add_rows(sheet, [ROW]) == 1
    data = sheet.read_bytes()
    assert data.startswith(BOM_UTF8)
    assert data.decode("utf-8-sig").splitlines() == [
        ",".join(COLUMNS),
        "Ormara,ओरमारा,,,,,,,,,,,,,,proposed: 2 times",
    ]


def test_a_proposed_row_is_not_used(sheet: Path) -> None:
    add_rows(sheet, [ROW, {"en": "Pasni", "hi": "पसनी"}])
    assert [term.en for term in read_glossary([sheet])] == ["Pasni"]


def test_a_proposed_row_overrules_no_confirmed_one(sheet: Path, tmp_path: Path) -> None:
    house = tmp_path / "house.csv"
    house.write_text("en,hi\nOrmara,ओर्मारा\n", encoding="utf-8")
    add_rows(sheet, [ROW])
    assert [term.hi for term in read_glossary([house, sheet])] == ["ओर्मारा"]


def test_a_proposed_row_may_lack_its_rendering(sheet: Path) -> None:
    add_rows(sheet, [{"en": "Ormara", "note": "proposed: once"}])
    assert len(read_glossary([sheet])) == 0


def test_without_its_mark_a_row_is_used(sheet: Path) -> None:
    add_rows(sheet, [ROW])
    text = sheet.read_text(encoding="utf-8-sig").replace("proposed: 2 times", "")
    sheet.write_text(text, encoding="utf-8")
    assert [term.en for term in read_glossary([sheet])] == ["Ormara"]


@pytest.mark.parametrize(
    ("note", "mark"),
    [
        ("proposed", Mark.PROPOSED),
        ("Proposed: 3 times", Mark.PROPOSED),
        ("rejected", Mark.REJECTED),
        ("REJECTED : no name", Mark.REJECTED),
        ("proposed corridor through Kashmir", None),
        ("rejected by both sides in 1947", None),
        ("", None),
    ],
)
def test_marks(note: str, mark: Mark | None) -> None:
    assert mark_of({"note": note}) is mark


def test_a_row_is_never_written_twice(sheet: Path) -> None:
    add_rows(sheet, [ROW, ROW])
    before = sheet.read_bytes()
    assert add_rows(sheet, [ROW]) == 0
    assert sheet.read_bytes() == before


def test_what_an_editor_wrote_stays(sheet: Path) -> None:
    sheet.write_text("hi;en;note;gender\nपसनी;Pasni;mine;m\n", encoding="utf-8-sig")
    add_rows(sheet, [ROW])
    (term,) = read_glossary([sheet])
    assert (term.en, term.hi, term.note, term.gender) == ("Pasni", "पसनी", "mine", "m")
    assert [row.cells["en"] for row in read_marked([sheet])] == ["Ormara"]


def test_a_file_of_another_spreadsheet_is_gone_on_with(sheet: Path) -> None:
    table = "en\thi\nPasni\tपसनी\n"
    sheet.write_bytes(BOM_UTF16_LE + table.encode("utf-16-le"))
    add_rows(sheet, [ROW])
    assert [term.en for term in read_glossary([sheet])] == ["Pasni"]


def test_a_file_with_cells_beyond_its_columns_is_refused_and_kept(sheet: Path) -> None:
    sheet.write_text("en,hi\nPasni,पसनी,lost\n", encoding="utf-8")
    before = sheet.read_bytes()
    with pytest.raises(GlossaryError) as caught:
        add_rows(sheet, [ROW])
    assert (caught.value.line, caught.value.path) == (2, sheet)
    assert sheet.read_bytes() == before


def test_no_cell_is_a_formula(sheet: Path) -> None:
    add_rows(sheet, [{"en": '=HYPERLINK("x")', "hi": "क", "note": "proposed"}])
    assert ",=" not in sheet.read_text(encoding="utf-8-sig")
    assert not sheet.read_text(encoding="utf-8-sig").splitlines()[1].startswith(("=", '"='))


def test_a_row_is_known_by_any_spelling_that_counts_as_the_same(sheet: Path) -> None:
    add_rows(sheet, [{"en": "Erdoğan", "hi": "एर्दोआन", "forms_en": "Erdoan", "note": "rejected"}])
    (row,) = read_marked([sheet])
    assert row.mark is Mark.REJECTED
    assert all(row.has(name) for name in ("Erdogan", "Erdoan", "एर्दोआन"))
    assert not row.has("Erdo")


@given(
    st.lists(
        st.fixed_dictionaries(
            {"en": st.text("ab,|\"';\t", min_size=1), "hi": st.text("कि, \n", min_size=1)}
        )
    )
)
def test_adding_again_adds_nothing(rows: list[dict[str, str]]) -> None:
    marked = [row | {"note": "proposed"} for row in rows]
    with tempfile.TemporaryDirectory() as folder:
        sheet = Path(folder) / "proposed.csv"
        add_rows(sheet, marked)
        again = sheet.read_bytes() if sheet.exists() else b""
        add_rows(sheet, marked)
        assert (sheet.read_bytes() if sheet.exists() else b"") == again


def test_a_dry_run_counts_as_the_run_does(sheet: Path) -> None:
    rows = [ROW, ROW | {"hi": "ओर्मारा"}, {"en": "Pasni", "hi": "पसनी", "note": "proposed"}]
    assert add_rows(sheet, rows, dry_run=True) == 2
    assert not sheet.exists()
    assert add_rows(sheet, rows) == 2


def test_rows_of_one_name_become_the_fuller_one(sheet: Path) -> None:
    other = {"en": "Ormara", "hi": "ओर्मारा", "kind": "place", "note": "proposed: again"}
    add_rows(sheet, [ROW, other])
    (row,) = read_marked([sheet])
    assert (row.cells["hi"], row.cells["forms_hi"]) == ("ओर्मारा", "ओरमारा")
    assert row.cells["kind"] == "place"


def test_rows_of_two_kinds_are_two_names(sheet: Path) -> None:
    kinds = ("person", "place")
    assert add_rows(sheet, [ROW | {"hi": "क" + kind, "kind": kind} for kind in kinds]) == 2


def test_rows_without_their_english_are_names_of_their_own(sheet: Path) -> None:
    assert add_rows(sheet, [{"hi": "क", "note": "proposed"}, {"hi": "ख", "note": "proposed"}]) == 2


@pytest.mark.parametrize(
    ("mark", "codec", "delimiter"),
    [
        (BOM_UTF8, "utf-8", ";"),
        (BOM_UTF16_LE, "utf-16-le", "\t"),
        (BOM_UTF16_BE, "utf-16-be", ","),
    ],
)
def test_a_file_stays_as_its_spreadsheet_writes_it(
    sheet: Path, mark: bytes, codec: str, delimiter: str
) -> None:
    table = "hi,en\r\nपसनी,Pasni\r\n".replace(",", delimiter)
    sheet.write_bytes(mark + table.encode(codec))
    add_rows(sheet, [ROW])
    assert sheet.read_bytes().startswith(mark)
    lines = sheet.read_bytes().removeprefix(mark).decode(codec).splitlines()
    assert [line.split(delimiter) for line in lines] == [
        ["hi", "en", "note"],
        ["पसनी", "Pasni", ""],
        ["ओरमारा", "Ormara", "proposed: 2 times"],
    ]


def test_a_proposed_row_that_lost_its_letters_is_told_and_the_file_kept(sheet: Path) -> None:
    sheet.write_text("en,hi,note\nPasni,????,proposed: once\n", encoding="utf-8")
    before = sheet.read_bytes()
    for touch in (lambda: add_rows(sheet, [ROW]), lambda: read_marked([sheet])):
        with pytest.raises(GlossaryError) as caught:
            touch()
        assert (caught.value.line, caught.value.path) == (2, sheet)
        assert "column hi: “????” has lost its letters" in caught.value.cause
        assert "Excel" in (caught.value.hint or "")
    assert sheet.read_bytes() == before
