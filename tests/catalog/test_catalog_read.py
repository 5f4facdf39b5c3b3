from pathlib import Path

import pytest
from catalog_support import HEADER, only, po, read

from dualpress.article import Language, SegmentKey, Status
from dualpress.catalog import Reference, read_catalog
from dualpress.errors import CatalogError


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ('msgid "a"\nmsgstr ""\n', Status.UNTRANSLATED),
        ('#, fuzzy\nmsgid "a"\nmsgstr ""\n', Status.UNTRANSLATED),
        ('#, fuzzy\nmsgid "a"\nmsgstr "क"\n', Status.DRAFT),
        ('#, no-wrap, fuzzy\nmsgid "a"\nmsgstr "क"\n', Status.DRAFT),
        ('#, fuzzy\n#| msgid "b"\nmsgid "a"\nmsgstr "क"\n', Status.STALE),
        ('msgid "a"\nmsgstr "क"\n', Status.REVIEWED),
        ('#| msgid "b"\nmsgid "a"\nmsgstr "क"\n', Status.REVIEWED),
        ('msgid "a"\nmsgstr "^"\n', Status.JOINED),
        ('#, fuzzy\nmsgid "a"\nmsgstr "^"\n', Status.DRAFT),
        ('#~ msgid "a"\n#~ msgstr "क"\n', Status.OBSOLETE),
    ],
)
def test_status(tmp_path: Path, body: str, status: Status) -> None:
    assert only(read(tmp_path, body)).status is status


@pytest.mark.parametrize(
    ("body", "former"),
    [
        ('#~ msgid "a"\n#~ msgstr "क"\n', Status.REVIEWED),
        ('#~ msgid "a"\n#~ msgstr "^"\n', Status.JOINED),
        ('#, fuzzy\n#~ msgid "a"\n#~ msgstr "क"\n', Status.DRAFT),
        ('#, fuzzy\n#~| msgid "b"\n#~ msgid "a"\n#~ msgstr "क"\n', Status.STALE),
    ],
)
def test_what_an_obsolete_entry_was(tmp_path: Path, body: str, former: Status) -> None:
    assert only(read(tmp_path, body)).former is former


def test_an_entry_with_all_its_parts(tmp_path: Path) -> None:
    body = """\
# Asha: one word?
# ok: numbers the year is right
#. paragraph 3
#. <g1> = a
#: posts/a.html:3 posts/b.html:14
#: c.html
#, fuzzy, no-wrap
#| msgctxt "days"
#| msgid "Old"
msgctxt "month"
msgid "New"
msgstr "नया"
"""
    entry = only(read(tmp_path, body))
    assert entry.key == SegmentKey("month", "New")
    assert entry.target == "नया"
    assert entry.previous == "Old"
    assert entry.comments == ("Asha: one word?", "ok: numbers the year is right")
    assert entry.notes == ("paragraph 3", "<g1> = a")
    assert entry.references == (
        Reference("posts/a.html", 3),
        Reference("posts/b.html", 14),
        Reference("c.html", 0),
    )
    assert entry.flags == ("no-wrap",)
    assert entry.line == HEADER.count("\n") + 2 + body[: body.index("\nmsgid")].count("\n") + 1


def test_entries_keep_the_order_of_the_file(tmp_path: Path) -> None:
    body = 'msgid "b"\nmsgstr ""\n\n#~ msgid "x"\n#~ msgstr "क"\n\nmsgid "a"\nmsgstr ""\n'
    catalog = read(tmp_path, body)
    assert [entry.source for entry in catalog.entries] == ["b", "a"]
    assert [entry.source for entry in catalog.obsolete] == ["x"]


def test_an_entry_is_found_by_its_key(tmp_path: Path) -> None:
    live = 'msgid "a"\nmsgstr "1"\n\nmsgctxt ""\nmsgid "a"\nmsgstr "2"\n'
    body = f'{live}\n#~ msgid "b"\n#~ msgstr "3"\n'
    catalog = read(tmp_path, body)
    targets = [
        found.target if (found := catalog.find(SegmentKey(context, source))) else None
        for context, source in [(None, "a"), ("", "a"), (None, "b"), ("x", "a")]
    ]
    assert targets == ["1", "2", "3", None]


def test_each_line_of_an_error_is_that_of_the_msgid(tmp_path: Path) -> None:
    body = 'msgid "a"\nmsgstr ""\n# c\n\n#: x:1\nmsgid ""\n"b"\nmsgstr ""\n'
    first = HEADER.count("\n") + 2
    assert [entry.line for entry in read(tmp_path, body).entries] == [first, first + 5]


def test_the_header_and_its_comments(tmp_path: Path) -> None:
    header = f"# Hindi\n#\n#, fuzzy\n# Asha, 2025\n{HEADER}"
    catalog = read(tmp_path, "", header=header)
    assert catalog.header_comments == ("Hindi", "", "Asha, 2025")
    assert dict(catalog.header)["Last-Translator"] == "Asha <asha@example.org>"
    assert [name for name, _ in catalog.header][:3] == [
        "Project-Id-Version",
        "Last-Translator",
        "Language-Team",
    ]


def test_a_file_without_a_header_is_read(tmp_path: Path) -> None:
    catalog = read(tmp_path, 'msgid "a"\nmsgstr "क"\n', header="")
    assert only(catalog).target == "क"
    assert catalog.header == ()


@pytest.mark.parametrize(
    ("name", "header", "target"),
    [
        ("hi.po", HEADER, Language.HI),
        ("hi.po", "", Language.HI),
        ("en.po", HEADER, Language.EN),
        ("missile.po", HEADER, Language.HI),
        ("missile.po", HEADER.replace(": hi", ": hi_IN"), Language.HI),
    ],
)
def test_the_languages(tmp_path: Path, name: str, header: str, target: Language) -> None:
    catalog = read_catalog(po(tmp_path, "", header=header, name=name))
    assert catalog.target_language is target
    assert catalog.source_language is not target


def test_a_file_of_no_known_language_is_refused(tmp_path: Path) -> None:
    path = po(tmp_path, "", header=HEADER.replace(": hi", ": fr"), name="missile.po")
    with pytest.raises(CatalogError, match=r"no language that dualpress knows.*hi\.po"):
        read_catalog(path)


@pytest.mark.parametrize(("given", "id_"), [("a/b", "a/b"), (None, "missile")])
def test_the_article(tmp_path: Path, given: str | None, id_: str) -> None:
    assert read_catalog(po(tmp_path, ""), article=given).article == id_


def test_the_article_of_a_file_that_names_none_is_its_folder(tmp_path: Path) -> None:
    path = po(tmp_path, 'msgid "a"\nmsgstr ""\n', header="")
    assert read_catalog(path).article == tmp_path.name


def test_a_translation_of_white_space_is_told_and_kept_as_it_is(tmp_path: Path) -> None:
    catalog = read(tmp_path, 'msgid "a"\nmsgstr " \\n\\000"\n')
    assert only(catalog).target == " \n\0"
    (warning,) = catalog.warnings
    assert warning == (
        f"{tmp_path / 'hi.po'}:{only(catalog).line}: "
        "The translation is nothing but white space, and counts as none."
    )


def test_a_missing_file_is_told(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match="There is no such file"):
        read_catalog(tmp_path / "hi.po")


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "hi.po").mkdir()
    with pytest.raises(CatalogError, match="cannot be read"):
        read_catalog(tmp_path / "hi.po")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_newlines_of_the_file(tmp_path: Path, newline: str) -> None:
    path = po(tmp_path, 'msgid ""\n"a\\n"\n"b"\nmsgstr "क"\n')
    path.write_bytes(path.read_bytes().replace(b"\n", newline.encode()))
    catalog = read_catalog(path)
    assert catalog.newline == newline
    assert only(catalog).source == "a\nb"


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    path = po(tmp_path, 'msgid "a"\nmsgstr "क"\n', header="")
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    assert only(read_catalog(path)).source == "a"


def _refused(path: Path, line: int | None, cause: str) -> None:
    with pytest.raises(CatalogError) as refused:
        read_catalog(path)
    assert cause in refused.value.cause
    assert refused.value.path == path
    assert refused.value.line == line


@pytest.mark.parametrize(
    ("body", "line", "cause"),
    [
        ('<<<<<<< HEAD\nmsgid "a"\nmsgstr "b"\n', 1, "Two versions"),
        (
            'msgid "a"\n<<<<<<< HEAD\nmsgstr "b"\n=======\nmsgstr "c"\n>>>>>>> x\n',
            2,
            "Two versions",
        ),
        ('msgid "a"\nmsgstr "b"\n=======\nmsgstr "c"\n>>>>>>> x\n', 3, "Two versions"),
        ('msgid "a"\nmsgstr "b"\n||||||| base\n', 3, "Two versions"),
        (
            'msgid "a"\nmsgstr "1"\n\nmsgid "a"\nmsgstr "2"\n',
            4,
            "same msgid stands here as in line 1",
        ),
        ('msgid "a"\nmsgstr "1"\n#~ msgid "a"\n#~ msgstr "2"\n', 3, "same msgid"),
        ('msgctxt "x"\nmsgid "a"\nmsgstr ""\nmsgctxt "x"\nmsgid "a"\nmsgstr ""\n', 5, "same msgid"),
        ('msgid ""\nmsgstr ""\n\nmsgid ""\nmsgstr "x"\n', 4, "same msgid stands here as in line 1"),
        ('msgid "a\nmsgstr "b"\n', 1, "quotation mark"),
        ('msgid "a"\nmsgstr "b\n', 2, "quotation mark"),
        ('msgid "a"\nmsgstr "b"c"\n', 2, "quotation mark"),
        ('msgid "a"\nmsgstr "b"\n"c\\"\n', 3, "quotation mark"),
        ('msgid "a"\nmsgstr\n', 2, "quotation mark"),
        ('msgid "a"\nmsgstr ""\nhello\n', 3, "not part of a PO file"),
        ('domain "x"\n', 1, "not part of a PO file"),
        ('"x"\n', 1, "cannot stand here"),
        ('msgid "a"\n#: b:1\nmsgstr "c"\n', 3, "cannot stand here"),
        ('msgid "a"\n\nmsgid "b"\nmsgstr ""\n', 3, "There is no msgstr before this msgid"),
        ('msgctxt "a"\nmsgctxt "b"\n', 2, "There is no msgid before this msgctxt"),
        ('msgstr "b"\n', 1, "There is no msgid before this msgstr"),
        ('msgid "a"\nmsgstr "b"\nmsgstr "c"\n', 3, "There is no msgid before this msgstr"),
        ('msgid "a"', 1, "ends in the middle of an entry"),
        ('msgid "a"\nmsgid_plural "b"\nmsgstr[0] "c"\n', 2, "plural forms"),
        ('#~ msgid "a"\n#~ msgid_plural "b"\n', 2, "plural forms"),
        ('msgid "a"\nmsgstr[0] "c"\n', 2, "plural forms"),
        ('msgid "\\377"\nmsgstr ""\n', 1, "no letter of UTF-8"),
    ],
)
def test_a_broken_file_is_refused_with_line_and_cause(
    tmp_path: Path, body: str, line: int, cause: str
) -> None:
    path = tmp_path / "hi.po"
    path.write_text(body, encoding="utf-8")
    _refused(path, line, cause)


def test_a_file_that_is_not_utf_8_is_refused_with_the_line(tmp_path: Path) -> None:
    path = tmp_path / "hi.po"
    path.write_bytes('msgid "a"\nmsgstr "é"\n'.encode("cp1252"))
    _refused(path, 2, "not in UTF-8")


def test_utf_16_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "hi.po"
    path.write_text(HEADER, encoding="utf-16")
    _refused(path, 1, "not in UTF-8")


def test_a_header_that_names_another_encoding_is_refused(tmp_path: Path) -> None:
    path = po(tmp_path, "", header=HEADER.replace("UTF-8", "ISO-8859-1"))
    _refused(path, None, "says that the file is in iso-8859-1")


@pytest.mark.parametrize("charset", ["utf8", "CHARSET", "US-ASCII"])
def test_a_header_that_names_utf_8_or_nothing_yet_is_read(tmp_path: Path, charset: str) -> None:
    assert read(tmp_path, "", header=HEADER.replace("UTF-8", charset)).entries == ()
