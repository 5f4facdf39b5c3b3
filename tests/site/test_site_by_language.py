"""What there is in each language."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import Language
from dualpress.site.by_language import ByLanguage, by_language


@given(own=st.dictionaries(st.sampled_from(Language), st.integers()))
def test_it_is_the_dictionary_that_it_was_made_of(own: dict[Language, int]) -> None:
    found = by_language(own)
    assert found == own
    assert list(found.items()) == list(own.items())  # in its order
    assert [(language in found, found.get(language)) for language in Language] == [
        (language in own, own.get(language)) for language in Language
    ]
    assert repr(found) == repr(own)


def test_what_is_in_no_language_is_not_found() -> None:
    with pytest.raises(KeyError):
        by_language({Language.EN: 1})[Language.HI]
    assert "fr" not in by_language({Language.EN: 1})


def test_what_there_is_nowhere_is_in_memory_once() -> None:
    assert by_language({}) is by_language({})


def test_what_takes_little_memory_already_is_left_as_it_is() -> None:
    own = ByLanguage({Language.EN: 1})
    assert by_language(own) is own
