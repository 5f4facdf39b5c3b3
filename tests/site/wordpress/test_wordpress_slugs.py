from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.file_names import flaw_of, folded
from dualpress.site.wordpress.slugs import file_stem, readable_slug


def test_an_encoded_slug_is_read_as_hindi() -> None:
    assert readable_slug("%e0%a4%a8%e0%a4%a6%e0%a5%80-2026") == "नदी-2026"


def test_half_a_letter_at_the_end_of_a_slug_is_left_out() -> None:
    assert readable_slug("%e0%a4%a8%e0%a4") == "न"


def test_the_file_of_a_post_has_the_name_of_its_slug() -> None:
    assert file_stem("नदी-2026", 12, set()) == "नदी-2026"


def test_a_slug_leads_nowhere() -> None:
    assert file_stem("../../x", 12, set()) == "x"


def test_a_post_without_a_slug_has_its_number_for_a_name() -> None:
    assert file_stem("", 12, set()) == "post-12"


@pytest.mark.parametrize("slug", ["con", "NUL", "com1", "aux.x"])
def test_no_file_is_a_device_of_windows(slug: str) -> None:
    assert file_stem(slug, 12, set()).endswith("-12")
    assert flaw_of(file_stem(slug, 12, set())) is None


def test_a_second_post_of_a_slug_has_its_number() -> None:
    assert file_stem("River", 12, {folded("river")}) == "River-12"


def test_a_long_slug_is_cut_between_letters() -> None:
    stem = file_stem("कि" * 300, 12, set())
    assert stem == "कि" * (len(stem) // 2)
    assert len(stem.encode()) <= 180


@given(st.text(), st.integers(1, 10**9))
def test_any_slug_gives_a_name_in_its_folder_that_every_system_takes(
    slug: str, number: int
) -> None:
    name = file_stem(readable_slug(slug), number, set())
    assert flaw_of(f"{name}.html") is None
    assert PurePosixPath(name).name == name == PureWindowsPath(name).name
    assert name.strip(".") == name
