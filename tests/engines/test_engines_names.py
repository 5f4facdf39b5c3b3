"""Names of files in packages."""

from __future__ import annotations

import pytest

from dualpress.engines._names import check_distinct, portable_parts


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("en_hi/", ("en_hi",)),
        ("en_hi/metadata.json", ("en_hi", "metadata.json")),
        ("en_hi/model/model.bin", ("en_hi", "model", "model.bin")),
        ("शब्दकोश/console.txt", ("शब्दकोश", "console.txt")),
    ],
)
def test_plain_names_are_split(name: str, parts: tuple[str, ...]) -> None:
    assert portable_parts(name) == parts


@pytest.mark.parametrize(
    "name",
    [
        "", "/etc/passwd", "../x", "a/../../x", "a/..", "./a", "a//b", "a/b//",
        "C:/x", "C:x", "a/b:stream", "\\\\server\\x", "..\\x", "a\\b", "a\0b", "a\nb",
        'a"b', "a*", "a?", "a|b", "<a>", "a.", "a ", "a./b",
        "con", "NUL.txt", "a/Aux", "com1", "LPT9.model", "com¹", "nul .txt", "CONIN$",
        "a" * 201,
    ],
)  # fmt: skip
def test_dangerous_names_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match=r"path|name|package"):
        portable_parts(name)


@pytest.mark.parametrize(
    "names",
    [
        ["a/b", "a/b"],
        ["a/Model.bin", "a/model.bin"],
        ["A/x", "a/x"],
        ["a/\u0958", "a/\u0915\u093c"],  # one letter, composed and decomposed
        ["a", "a/b"],
        ["A/b", "a"],
    ],
)
def test_names_that_are_one_on_some_system_are_refused(names: list[str]) -> None:
    with pytest.raises(ValueError, match="name"):
        check_distinct(portable_parts(name) for name in names)


def test_different_names_pass() -> None:
    check_distinct(portable_parts(name) for name in ["a/b", "a/c", "b/b", "ab"])
