import sqlite3
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dualpress.article import Language
from dualpress.memory import index
from dualpress.memory.index import INDEX_TABLES, IndexedText, WordIndex
from dualpress.memory.words import words_of

EN, HI = Language.EN, Language.HI


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.executescript(INDEX_TABLES)
    yield connection
    connection.close()


def _index(connection: sqlite3.Connection, *texts: str, language: Language = EN) -> WordIndex:
    words = WordIndex(connection)
    words.add(IndexedText(number, language, text) for number, text in enumerate(texts, 1))
    return words


def _found(words: WordIndex, text: str, language: Language = EN) -> list[int]:
    return words.candidates(words_of(text), language)


def test_a_text_is_found_by_half_of_its_words(connection: sqlite3.Connection) -> None:
    words = _index(connection, "the river rose in the night", "a minister spoke")
    assert _found(words, "the river fell in the day") == [1]


def test_who_shares_more_comes_first(connection: sqlite3.Connection) -> None:
    words = _index(connection, "the river rose", "the river rose today", "the road")
    assert _found(words, "river rose today") == [2, 1]


def test_a_rare_word_tells_more_than_a_frequent_one(connection: sqlite3.Connection) -> None:
    words = _index(connection, *["river"] * 5, "gauge", "flood")
    assert _found(words, "river gauge")[0] == 6


def test_a_language_is_not_searched_for_the_other(connection: sqlite3.Connection) -> None:
    words = _index(connection, "GPS", language=HI)
    assert _found(words, "GPS", EN) == []
    assert _found(words, "GPS", HI) == [1]


def test_hindi_words_are_whole(connection: sqlite3.Connection) -> None:
    words = _index(connection, "किताब", "किताबें", "कतब", language=HI)
    assert _found(words, "किताबें", HI) == [2]


@pytest.mark.parametrize("text", ["", "…", "unknown"])
def test_without_a_known_word_nothing_is_found(connection: sqlite3.Connection, text: str) -> None:
    assert _found(_index(connection, "the river"), text) == []


@pytest.mark.parametrize("word", ["and", "or", "not", "near", "words"])
def test_words_that_mean_something_in_a_query_are_words(
    connection: sqlite3.Connection, word: str
) -> None:
    assert _found(_index(connection, word), word) == [1]


def test_frequent_words_are_found_in_twos(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "RARE", 2)
    words = _index(connection, *["river"] * 4, *["road"] * 4, "the river road")
    assert _found(words, "river road") == [9]


def test_what_is_read_of_the_index_is_bounded(
    connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index, "MOST_ROWS", 3)
    words = _index(connection, *["river road"] * 9)
    assert _found(words, "river road") == [1, 2, 3]


sentences = st.lists(
    st.lists(st.sampled_from("a b c d e f g h".split()), min_size=1, max_size=8).map(" ".join),
    min_size=1,
    max_size=8,
)


@settings(max_examples=60)
@given(sentences, st.data())
def test_every_text_that_shares_half_of_the_words_is_found(
    texts: list[str], data: st.DataObject
) -> None:
    asked = data.draw(st.sampled_from(texts))
    wanted = set(asked.split())
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.executescript(INDEX_TABLES)
    found = _found(_index(connection, *texts), asked)
    connection.close()
    for number, text in enumerate(texts, 1):
        if 2 * len(wanted & set(text.split())) >= len(wanted):
            assert number in found


@settings(max_examples=30)
@given(sentences)
def test_what_is_removed_leaves_nothing(texts: list[str]) -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.executescript(INDEX_TABLES)
    words = _index(connection, *texts)
    words.remove(IndexedText(number, EN, text) for number, text in enumerate(texts, 1))
    assert all(_found(words, text) == [] for text in texts)
    assert connection.execute("SELECT count(*) FROM frequency").fetchone() == (0,)
    assert connection.execute("SELECT * FROM words_en WHERE words_en MATCH 'a'").fetchall() == []
    connection.close()
