"""What a browser shows of a translation."""

import pytest

from dualpress.html.inline import clean_text


@pytest.mark.parametrize(
    ("target", "clean"),
    [
        ("  a \n b\t", "a b"),
        ("a\0b\x01\x9f\ud800\ufffe", "ab"),
        ("a\u00a0", "a\u00a0"),
        ("क्\u200dया", "क्\u200dया"),
        ("\0 \x7f", ""),
    ],
)
def test_clean_text(target: str, clean: str) -> None:
    assert clean_text(target) == clean
