"""What polib, alone, reads wrong or not at all."""

from pathlib import Path

import pytest
from catalog_support import only, read

from dualpress.article import Status
from dualpress.catalog import Reference
from dualpress.errors import CatalogError


def _target(folder: Path, quoted: str) -> str:
    return only(read(folder, f'msgid "a"\nmsgstr "{quoted}"\n')).target


@pytest.mark.parametrize(
    "character", ["\x0b", "\x0c", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029", "\r", "\0"]
)
def test_a_raw_character_that_python_takes_for_a_line_end(tmp_path: Path, character: str) -> None:
    assert _target(tmp_path, f"क{character}ख") == f"क{character}ख"


@pytest.mark.parametrize(
    ("escaped", "text"),
    [
        (r"\r", "\r"),
        (r"\f", "\f"),
        (r"\a", "\a"),
        (r"\v\b\t\n", "\v\b\t\n"),
        (r"\x0c", "\x0c"),
        (r"\14", "\x0c"),
        (r"\0011", "\x011"),
        (r"\\n", r"\n"),
        (r"\\\n", "\\\n"),
        (r"\\101", r"\101"),
        (r"\340\244\225", "क"),
        (r"\xe0\xa4\x95", "क"),
        (r"\"", '"'),
        (r"\\\"", r"\""),
        (r"\q", r"\q"),
        (r"\\", "\\"),
    ],
)
def test_escapes(tmp_path: Path, escaped: str, text: str) -> None:
    assert _target(tmp_path, escaped) == text


def test_several_strings_of_one_line_are_one(tmp_path: Path) -> None:
    assert _target(tmp_path, r'a" "b\n""c') == "ab\nc"


def test_no_space_after_the_keyword(tmp_path: Path) -> None:
    assert only(read(tmp_path, 'msgid"a"\nmsgstr"b"\n')).target == "b"


def test_white_space_around_lines(tmp_path: Path) -> None:
    assert only(read(tmp_path, '  msgid  "a" \t\n\tmsgstr\t"b"\n   "c"\n')).target == "bc"


@pytest.mark.parametrize(
    ("line", "comment"),
    [
        ("# c", "c"),
        ("#c", "c"),
        ("#", ""),
        ("#  two", " two"),
        ("##c", "#c"),
        ("## c", "# c"),
        ("#\tc", "\tc"),
        ("# msgid", "msgid"),
        ("#!c", "!c"),
        ("# a\u2028b", "a\u2028b"),
    ],
)
def test_translator_comments(tmp_path: Path, line: str, comment: str) -> None:
    entry = only(read(tmp_path, f'#: x\n{line}\n#. n\nmsgid "a"\nmsgstr ""\n'))
    assert entry.comments == (comment,)


def test_notes_and_flags_without_a_space(tmp_path: Path) -> None:
    entry = only(read(tmp_path, '#.n\n#:x:1\n#,fuzzy,no-wrap\nmsgid "a"\nmsgstr "b"\n'))
    assert entry.notes == ("n",)
    assert entry.references == (Reference("x", 1),)
    assert entry.status is Status.DRAFT
    assert entry.flags == ("no-wrap",)


def test_flags_on_lines_of_their_own(tmp_path: Path) -> None:
    entry = only(read(tmp_path, '#, fuzzy\n#= no-wrap\nmsgid "a"\nmsgstr "b"\n'))
    assert entry.status is Status.DRAFT
    assert entry.flags == ("no-wrap",)


def test_empty_markers(tmp_path: Path) -> None:
    body = '#.\n#:\n#,\n#|\nmsgid "a"\nmsgstr "b"\n\n#~\n#~|\n'
    assert only(read(tmp_path, body)).status is Status.REVIEWED


def test_spaces_in_the_names_of_files(tmp_path: Path) -> None:
    body = '#: \u2068my post.html\u2069:3 b:4 \u2068c d\u2069\nmsgid "a"\nmsgstr ""\n'
    assert only(read(tmp_path, body)).references == (
        Reference("my post.html", 3),
        Reference("b", 4),
        Reference("c d", 0),
    )


def test_a_line_number_that_is_none(tmp_path: Path) -> None:
    body = '#: a:² b:x\nmsgid "a"\nmsgstr ""\n'
    assert [line for _, line in only(read(tmp_path, body)).references] == [0, 0]


def test_the_previous_source_of_an_obsolete_entry(tmp_path: Path) -> None:
    body = """\
# c
#, fuzzy
#~| msgctxt "z"
#~| msgid ""
#~| "old "
#~| "source"
#~ msgctxt "x"
#~ msgid ""
#~ "new "
#~ "source"
#~ msgstr "क"
"""
    entry = only(read(tmp_path, body))
    assert entry.previous == "old source"
    assert entry.key == ("x", "new source")
    assert entry.comments == ("c",)


def test_a_previous_source_of_several_lines(tmp_path: Path) -> None:
    body = '#, fuzzy\n#| msgid ""\n#| "b\\n"\n#| "c"\nmsgid "a"\nmsgstr "d"\n'
    assert only(read(tmp_path, body)).previous == "b\nc"


def test_obsolete_markers_without_a_space(tmp_path: Path) -> None:
    assert only(read(tmp_path, '#~msgid "a"\n#~msgstr "b"\n')).target == "b"


def test_a_context_without_text_is_a_context(tmp_path: Path) -> None:
    assert only(read(tmp_path, 'msgctxt ""\nmsgid "a"\nmsgstr ""\n')).key == ("", "a")


def test_a_msgid_that_looks_like_the_name_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    assert (
        only(read(tmp_path, f'msgid "{(tmp_path / "a").as_posix()}"\nmsgstr "b"\n')).target == "b"
    )


def test_a_comment_after_the_last_entry_loses_no_entry(tmp_path: Path) -> None:
    assert only(read(tmp_path, 'msgid "a"\nmsgstr "b"\n# the end')).target == "b"


def test_lines_that_only_look_like_those_of_a_conflict(tmp_path: Path) -> None:
    body = '# =======\n# <<<<<<< HEAD\nmsgid "======="\nmsgstr "<<<<<<<"\n'
    assert only(read(tmp_path, body)).comments == ("=======", "<<<<<<< HEAD")


def test_a_string_that_belongs_to_no_entry(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match="There is no msgid below this line") as caught:
        read(tmp_path, '#| msgid "older"\n"more"\n')
    assert caught.value.line == 14
