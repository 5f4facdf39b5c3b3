from __future__ import annotations

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from dualpress.config.lines import entry_line, key_lines


def test_a_key_without_a_table() -> None:
    assert key_lines("\n# a = 1\nb = 2\n") == {("b",): 3}


def test_a_key_in_a_table() -> None:
    assert key_lines("[a]\nb = 1\n") == {("a",): 1, ("a", "b"): 2}


def test_a_dotted_key() -> None:
    assert key_lines("a.b = 1\na.c = 2\n") == {("a",): 1, ("a", "b"): 1, ("a", "c"): 2}


def test_a_dotted_key_in_a_dotted_table() -> None:
    assert key_lines("[a.b]\nc.d = 1\n")[("a", "b", "c", "d")] == 2


def test_quoted_keys() -> None:
    assert key_lines("[\"a.b\"] # c\n'd e' = 1\n")[("a.b", "d e")] == 2


def test_an_array_of_tables() -> None:
    assert key_lines("[[a]]\nb = 1\n[[a]]\nb = 2\n") == {("a",): 1, ("a", "b"): 2}


def test_lines_of_an_array_are_no_keys() -> None:
    assert key_lines("a = [\n  'b = 1',\n  'c',\n]\nd = 1\n") == {("a",): 1, ("d",): 5}


def test_lines_of_a_long_text_are_no_keys() -> None:
    assert key_lines('a = """\nb = 1\n[c]\n"""\nd = 1\n') == {("a",): 1, ("d",): 5}


def test_quotes_of_the_other_kind_do_not_end_a_long_text() -> None:
    assert key_lines("a = '''\n\"\"\"\nb = 1\n'''\nc = 1\n") == {("a",): 1, ("c",): 5}


def test_windows_line_ends() -> None:
    assert key_lines("[a]\r\nb = 1\r\n") == {("a",): 1, ("a", "b"): 2}


LIST = """[html]
skip = [
  ".ab", # a class
  '.a',
  "[x=\\"y\\"]",
  ".\\u0061b",
]
content = [".z", '.y']
"""


def test_an_entry_of_a_list_has_the_line_that_it_stands_on() -> None:
    assert entry_line(LIST, ("html", "skip"), ".ab") == 3
    assert entry_line(LIST, ("html", "skip"), '[x="y"]') == 5
    assert entry_line(LIST, ("html", "content"), ".y") == 8


def test_an_entry_that_is_written_otherwise_has_the_line_of_its_key() -> None:
    assert entry_line(LIST, ("html", "skip"), ".z") == 2


def test_an_entry_of_a_key_that_is_not_set_has_no_line() -> None:
    assert entry_line(LIST, ("html", "attributes"), ".a") is None


NAMES = st.from_regex(r"[a-z]{1,3}", fullmatch=True)


@given(st.dictionaries(NAMES, st.dictionaries(NAMES, st.text(), max_size=3), max_size=3))
def test_every_key_that_tomllib_reads_has_the_line_that_it_is_written_on(
    tables: dict[str, dict[str, str]],
) -> None:
    lines: list[str] = []
    expected: dict[tuple[str, ...], int] = {}
    for table, keys in tables.items():
        lines.append(f"[{table}]")
        expected[(table,)] = len(lines)
        for key, value in keys.items():
            escaped = "".join(f"\\U{ord(character):08x}" for character in value)
            lines.append(f'{key} = "{escaped}"')
            expected[(table, key)] = len(lines)
    text = "\n".join(lines)
    assert tomllib.loads(text) == tables
    assert key_lines(text) == expected
