"""PHP's ``serialize`` for the little that WordPress's plugins keep in it.

https://www.php.net/manual/en/function.serialize.php
"""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["php_serialize"]


def php_serialize(values: Mapping[str, str | int]) -> str:
    """A PHP array of texts and whole numbers, as one text."""
    parts = "".join(f"{_value(key)}{_value(value)}" for key, value in values.items())
    return f"a:{len(values)}:{{{parts}}}"


def _value(value: str | int) -> str:
    if isinstance(value, int):
        return f"i:{value};"
    return f's:{len(value.encode())}:"{value}";'
