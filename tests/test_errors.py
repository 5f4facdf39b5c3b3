import pytest

from dualpress.errors import WorkError


@pytest.mark.parametrize(
    ("cause", "told"),
    [
        ("the file is empty", "The file is empty"),
        ("“a” and “b” are one file: rename one", "“a” and “b” are one file: rename one"),
        ("the folder cannot be written: it is full", "The folder cannot be written: it is full"),
        ("2024/river: the file is empty", "2024/river: the file is empty"),
        ("river: the file is empty", "river: the file is empty"),
        ("", ""),
    ],
)
def test_a_sentence_has_a_capital_but_a_name_is_told_as_written(cause: str, told: str) -> None:
    assert WorkError(cause).sentence == told
