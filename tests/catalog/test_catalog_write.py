from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from catalog_support import CREATED, HEADER, catalog, catalogs, entry, only, po, read
from hypothesis import given, settings

from dualpress.article import Language, Origin
from dualpress.catalog import Catalog, Entry, Reference, read_catalog, write_catalog
from dualpress.errors import CatalogError, WriteError


def _written(folder: Path, of: Catalog) -> str:
    path = folder / "new" / "hi.po"
    write_catalog(of, path, created=CREATED)
    return path.read_bytes().decode()


def _entry_text(folder: Path, *entries: Entry, obsolete: tuple[Entry, ...] = ()) -> str:
    """What stands after the header."""
    return _written(folder, catalog(*entries, obsolete=obsolete)).split("\n\n", 1)[1]


def test_a_new_header_is_complete_and_in_the_order_of_gettext(tmp_path: Path) -> None:
    assert (
        _written(tmp_path, catalog())
        == """\
msgid ""
msgstr ""
"Project-Id-Version: missile\\n"
"POT-Creation-Date: 2025-04-17 09:05+0530\\n"
"PO-Revision-Date: 2025-04-17 09:05+0530\\n"
"Last-Translator: Automatically generated\\n"
"Language-Team: none\\n"
"Language: hi\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"
"X-Source-Language: en\\n"
"X-Generator: dualpress\\n"
"""
    )


def test_the_header_of_a_catalog_into_english(tmp_path: Path) -> None:
    to_english = replace(catalog(), source_language=Language.HI, target_language=Language.EN)
    header = _written(tmp_path, to_english)
    assert '"Language: en\\n"' in header
    assert '"X-Source-Language: hi\\n"' in header
    assert '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"' in header


def test_a_header_without_a_date_has_none(tmp_path: Path) -> None:
    write_catalog(catalog(), tmp_path / "hi.po")
    assert "Date" not in (tmp_path / "hi.po").read_text(encoding="utf-8")


def test_an_entry_with_all_its_parts(tmp_path: Path) -> None:
    text = _entry_text(
        tmp_path,
        entry(
            "New",
            "नया",
            fuzzy=True,
            previous="Old",
            context="month",
            comments=("Asha: one word?", "", " indented"),
            notes=("paragraph 3",),
            references=(Reference("a.html", 3), Reference("b c.html", 4), Reference("d", 0)),
            flags=("no-wrap",),
        ),
    )
    assert (
        text
        == """\
# Asha: one word?
#
#  indented
#. paragraph 3
#: a.html:3 \u2068b c.html\u2069:4 d
#, fuzzy, no-wrap
#| msgid "Old"
msgctxt "month"
msgid "New"
msgstr "नया"
"""
    )


def test_an_obsolete_entry_keeps_its_previous_source(tmp_path: Path) -> None:
    old = entry("New", "नया", fuzzy=True, previous="Old\nOlder", comments=("c",))
    assert (
        _entry_text(tmp_path, obsolete=(old,))
        == """\
# c
#, fuzzy
#~| msgid ""
#~| "Old\\n"
#~| "Older"
#~ msgid "New"
#~ msgstr "नया"
"""
    )


def test_obsolete_entries_come_last(tmp_path: Path) -> None:
    text = _entry_text(tmp_path, entry("b"), entry("a"), obsolete=(entry("x", "क"),))
    assert [line for line in text.split("\n") if "msgid" in line] == [
        'msgid "b"',
        'msgid "a"',
        '#~ msgid "x"',
    ]


def test_a_long_string_stands_on_one_line(tmp_path: Path) -> None:
    assert f'msgid "{"long " * 99}"\n' in _entry_text(tmp_path, entry("long " * 99))


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("a\nb", 'msgid ""\n"a\\n"\n"b"\n'),
        ("a\n", 'msgid "a\\n"\n'),
        ("\n\na", 'msgid ""\n"\\n"\n"\\n"\n"a"\n'),
        ('"\\', 'msgid "\\"\\\\"\n'),
        ("\t\r\x0c\x0b", 'msgid "\\t\\r\\f\\v"\n'),
        ("\0" + "1\x1b", 'msgid "\\0001\\033"\n'),
        ("\x85\u2028", 'msgid "\x85\u2028"\n'),
    ],
)
def test_how_a_string_is_written(tmp_path: Path, text: str, written: str) -> None:
    assert _entry_text(tmp_path, entry(text)) == f'{written}msgstr ""\n'


def test_a_comment_of_two_lines_is_two_comments(tmp_path: Path) -> None:
    text = _entry_text(tmp_path, entry("a", comments=('b\nmsgid "c"',), notes=("d\r\ne",)))
    assert text.startswith('# b\n# msgid "c"\n#. d\n#.\n#. e\nmsgid "a"\n')


@settings(max_examples=60)
@given(catalogs())
def test_what_is_written_is_read_again(given_: Catalog) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "hi.po"
        written = write_catalog(given_, path)
        again = read_catalog(path)
        assert again == written
        assert again.entries == given_.entries
        assert again.obsolete == given_.obsolete
        assert again.digest == written.digest


@settings(max_examples=60)
@given(catalogs())
def test_what_is_read_is_written_byte_for_byte(given_: Catalog) -> None:
    with TemporaryDirectory() as folder:
        path, copy = Path(folder) / "hi.po", Path(folder) / "copy" / "hi.po"
        write_catalog(given_, path)
        write_catalog(read_catalog(path), copy)
        assert copy.read_bytes() == path.read_bytes()


REVIEWED = f"""\
# Hindi translation
# Asha, 2025
{HEADER}"PO-Revision-Date: 2025-04-18 10:00+0530\\n"
"X-House: ours\\n"

# Asha: so it is
#. paragraph 1
#: a.html:1
msgid "One"
msgstr "एक"
"""


def test_a_file_that_a_reviewer_saved_keeps_all_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "hi.po"
    path.write_bytes(REVIEWED.encode())
    write_catalog(read_catalog(path), path)
    assert path.read_bytes() == REVIEWED.encode()


def test_a_file_with_crlf_keeps_all_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "hi.po"
    path.write_bytes(REVIEWED.replace("\n", "\r\n").encode())
    write_catalog(replace(read_catalog(path), article="other"), path)
    assert path.read_bytes().replace(b"other", b"missile") == (
        REVIEWED.replace("\n", "\r\n").encode()
    )


def test_a_file_of_the_same_bytes_is_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "hi.po"
    path.write_bytes(REVIEWED.encode())
    before = path.stat()
    write_catalog(read_catalog(path), path)
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_the_byte_order_mark_goes_since_gettext_refuses_it(tmp_path: Path) -> None:
    path = tmp_path / "hi.po"
    path.write_bytes(b"\xef\xbb\xbf" + REVIEWED.encode())
    write_catalog(read_catalog(path), path)
    assert path.read_bytes() == REVIEWED.encode()


def test_only_wrong_fields_of_a_header_are_put_right(tmp_path: Path) -> None:
    header = HEADER.replace("Language: hi", "Language: fr").replace("UTF-8", "CHARSET")
    path = po(tmp_path, "", header=header)
    write_catalog(read_catalog(path), path)
    assert path.read_text(encoding="utf-8") == HEADER


def test_the_language_with_a_country_stays(tmp_path: Path) -> None:
    header = HEADER.replace("Language: hi", "Language: hi_IN")
    path = po(tmp_path, "", header=header)
    write_catalog(read_catalog(path), path)
    assert path.read_text(encoding="utf-8") == header


def test_the_date_of_the_source_moves_and_that_of_the_reviewer_stays(tmp_path: Path) -> None:
    path = tmp_path / "hi.po"
    path.write_bytes(REVIEWED.encode())
    header = dict(write_catalog(read_catalog(path), path, created=CREATED).header)
    assert header["POT-Creation-Date"] == "2025-04-17 09:05+0530"
    assert header["PO-Revision-Date"] == "2025-04-18 10:00+0530"


def test_a_file_changed_since_it_was_read_is_not_overwritten(tmp_path: Path) -> None:
    path = po(tmp_path, 'msgid "a"\nmsgstr ""\n')
    mine = read_catalog(path)
    theirs = po(tmp_path, 'msgid "a"\nmsgstr "क"\n').read_bytes()
    with pytest.raises(CatalogError, match="changed by someone else") as refused:
        write_catalog(mine, path)
    assert refused.value.path == path
    assert path.read_bytes() == theirs


def test_a_file_that_was_never_read_is_not_overwritten(tmp_path: Path) -> None:
    path = po(tmp_path, 'msgid "a"\nmsgstr "क"\n')
    with pytest.raises(CatalogError, match="changed by someone else"):
        write_catalog(catalog(entry("a")), path)


def test_a_written_catalog_can_be_written_again(tmp_path: Path) -> None:
    path = tmp_path / "hi.po"
    written = write_catalog(catalog(entry("a")), path)
    write_catalog(replace(written, entries=(entry("b"),)), path)
    assert only(read_catalog(path)).source == "b"


def test_half_a_character_is_refused(tmp_path: Path) -> None:
    path = po(tmp_path, 'msgid "a"\nmsgstr ""\n')
    broken = replace(read_catalog(path), entries=(entry("a", "\ud800"),))
    with pytest.raises(CatalogError, match="half a character"):
        write_catalog(broken, path)
    assert only(read_catalog(path)).target == ""


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "hi.po").mkdir()
    with pytest.raises((WriteError, CatalogError), match="cannot be"):
        write_catalog(catalog(), tmp_path / "hi.po")


def test_two_entries_of_one_key_are_no_catalog() -> None:
    with pytest.raises(ValueError, match="one key"):
        catalog(entry("a"), obsolete=(entry("a", "क"),))


def test_the_origins_come_back(tmp_path: Path) -> None:
    origin = Origin("argos", "translate-en_hi 1.1", -0.25, ("a guessed tag",))
    path = tmp_path / "hi.po"
    write_catalog(catalog(entry("a", "क", fuzzy=True, origin=origin)), path)
    assert only(read_catalog(path)).origin == origin


def test_nothing_of_the_file_depends_on_the_origins(tmp_path: Path) -> None:
    origin = Origin("argos")
    body = 'msgid "a"\nmsgstr "क"\n'
    plain = read(tmp_path, body)
    path = tmp_path / "hi.po"
    before = path.read_bytes()
    write_catalog(replace(plain, entries=(replace(plain.entries[0], origin=origin),)), path)
    assert path.read_bytes() == before
