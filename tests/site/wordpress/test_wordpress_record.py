from __future__ import annotations

import json
from pathlib import Path

import pytest

from dualpress.article import Language
from dualpress.errors import ConfigError
from dualpress.site.wordpress.record import (
    KnownArticle,
    KnownPost,
    KnownTerm,
    TermPair,
    WordPressRecord,
    read_record,
    write_record,
)

HINDI = KnownTerm(7, "नौसेना", "nausena")
RECORD = WordPressRecord(
    "https://blog.example",
    {
        "river": KnownArticle(
            KnownPost(12, "https://blog.example/river/", "publish", "00ff"),
            {Language.HI: KnownPost(34, "", "draft")},
        )
    },
    (TermPair("category", {Language.EN: KnownTerm(3, "Navy", "navy"), Language.HI: HINDI}),),
)


def test_a_record_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_record(tmp_path / "r.json", RECORD, WordPressRecord())
    assert read_record(tmp_path / "r.json") == RECORD


def test_no_file_records_nothing(tmp_path: Path) -> None:
    assert read_record(tmp_path / "r.json") == WordPressRecord()


def test_an_unchanged_record_is_not_written(tmp_path: Path) -> None:
    write_record(tmp_path / "r.json", RECORD, RECORD)
    assert not (tmp_path / "r.json").exists()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "<<<<<<< HEAD",
        "[]",
        '{"schema": 1}',
        '{"schema": 1, "articles": {"a": {"original": {"post": "12"}}}, "terms": []}',
        '{"schema": 1, "articles": {"a": {"translations": {"fr": {}}}}, "terms": []}',
        '{"schema": 1, "site": 3, "articles": {}, "terms": []}',
        '{"schema": 1, "articles": {}, "terms": {}}',
        '{"schema": 1, "articles": {"a": {"original": {"post": 0, "link": "", "status": ""}}}, '
        '"terms": []}',
        '{"schema": 1, "site": "\\ud800", "articles": {}, "terms": []}',
    ],
)
def test_a_damaged_record_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "r.json").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match="cannot be read") as caught:
        read_record(tmp_path / "r.json")
    assert caught.value.path == tmp_path / "r.json"


@pytest.mark.parametrize(
    "name", ["../../x", "a/../../x", "/etc/x", "", "a//b", "C:\\\\x", "a\\u0000b"]
)
def test_no_id_leads_out_of_the_folder_of_posts(tmp_path: Path, name: str) -> None:
    text = f'{{"schema": 1, "articles": {{"{name}": {{}}}}, "terms": []}}'
    (tmp_path / "r.json").write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match="cannot be read"):
        read_record(tmp_path / "r.json")


@pytest.mark.parametrize("name", ["river", "2026/नदी", "a.b-c_d", "पुल (2)"])
def test_ids_of_articles_are_read(tmp_path: Path, name: str) -> None:
    record = WordPressRecord(articles={name: RECORD.articles["river"]})
    write_record(tmp_path / "r.json", record, WordPressRecord())
    assert read_record(tmp_path / "r.json") == record


def test_a_record_of_another_version_is_refused(tmp_path: Path) -> None:
    (tmp_path / "r.json").write_text(json.dumps({"schema": 99}), encoding="utf-8")
    with pytest.raises(ConfigError, match="another version"):
        read_record(tmp_path / "r.json")


def test_a_term_is_found_by_its_slug_in_either_language() -> None:
    assert RECORD.term("category", "navy", Language.HI) == HINDI
    assert RECORD.term("category", "nausena", Language.HI) == HINDI
    assert RECORD.term("post_tag", "navy", Language.HI) is None


def test_a_translation_is_noted_beside_the_original() -> None:
    sent = KnownPost(35, "x", "publish", "aa")
    changed = RECORD.with_translation("river", Language.HI, sent)
    assert changed.translation("river", Language.HI) == sent
    assert changed.original("river") == RECORD.original("river")


def test_what_is_known_of_a_renamed_article_moves_along() -> None:
    renamed = RECORD.rename("river", "rivers")
    assert renamed.articles == {"rivers": RECORD.articles["river"]}
    assert RECORD.rename("none", "x") == RECORD
