"""The strings of a TOML document stand where they are said to stand."""

import tomllib

import pytest

from dualpress.html.toml_strings import find_toml_strings


@pytest.mark.parametrize(
    ("document", "keys"),
    [
        ("a = 'b'", ["a"]),
        ('a="b \\" # c" # d\r\nb = 1', ["a"]),
        ('  "a b" = "c"', ["a b"]),
        ('a = """\nb = \'c\'\n"" \\""" d""""\ne = "f"', ["a", "e"]),
        ("a = '''b\nc = 'd'''''\ne = 'f'", ["a", "e"]),
        ("a = [\n  'b', # ]\n  ['c'],\n]\nd = 'e'", ["d"]),
        ("a = {b = 'c', d = \"}\"}\ne = 'f'", ["e"]),
        ("a.b = 'c'\nd = 2024-05-01 10:00:00\ne = 'f'", ["e"]),
        ("a = 'b'\n[c]\nd = 'e'", ["a"]),
        ("[[c]]\nd = 'e'", []),
        ("", []),
    ],
)
def test_finds(document: str, keys: list[str]) -> None:
    found = list(find_toml_strings(document))
    assert [key for key, _ in found] == keys
    values = tomllib.loads(document)
    for key, (start, end) in found:
        assert tomllib.loads(f"it = {document[start:end]}")["it"] == values[key]
