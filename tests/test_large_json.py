"""JSON that is read part by part."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.large_json import Layout, read_parts

LIST = Layout(opening=b'  "parts": [', indent=b"    ")
OBJECT = Layout(opening=b' "parts": {', indent=b"  ", before="{", after="}")
ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=4,
)
PARTS = st.lists(st.dictionaries(st.text(), ANY, min_size=1, max_size=3), min_size=1, max_size=4)


def read(data: bytes, layout: Layout) -> tuple[list[Any], Any]:
    """The parts, and the document around them."""
    parts: list[Any] = []
    document = read_parts(data.splitlines(keepends=True), layout, parts.append)
    return parts, document


def written(parts: object, indent: int, *, newline: str = "\n") -> bytes:
    document = {"schema": 2, "parts": parts, "last": None}
    text = json.dumps(document, indent=indent, ensure_ascii=False)
    return text.replace("\n", newline).encode("utf-8", "surrogatepass")


@given(parts=PARTS, newline=st.sampled_from(["\n", "\r\n"]))
def test_the_parts_of_a_list_are_those_of_the_whole(
    parts: Sequence[dict[str, Any]], newline: str
) -> None:
    found, document = read(written(parts, 2, newline=newline), LIST)
    assert (found, document) == (parts, {"schema": 2, "parts": [], "last": None})


@given(keys=st.sets(st.text(), max_size=4), parts=PARTS)
def test_the_parts_of_an_object_have_their_keys(
    keys: set[str], parts: Sequence[dict[str, Any]]
) -> None:
    whole = dict(zip(keys, parts, strict=False)) or {"key": parts[0]}
    found, document = read(written(whole, 1), OBJECT)
    assert found == [{key: value} for key, value in whole.items()]
    assert document == {"schema": 2, "parts": {}, "last": None}


@pytest.mark.parametrize("data", [written([{"a": 1}], 1), written([], 2), b"[]", b"", b"\xff"])
def test_another_layout_is_told(data: bytes) -> None:
    with pytest.raises(ValueError, match="no such list"):
        read(data, LIST)


@given(place=st.integers(0), junk=st.sampled_from([b"", b",", b"}", b"\n", b"[", b'"', b"\xff"]))
def test_what_is_damaged_is_refused_or_means_the_same(place: int, junk: bytes) -> None:
    data = written([{"a": 1, "b": {"c": "x"}}, {"d": []}], 2)
    place %= len(data)
    damaged = data[:place] + junk + data[place + 1 :]
    try:
        parts, document = read(damaged, LIST)
    except ValueError:
        return
    assert json.loads(damaged) == {**document, "parts": parts}
