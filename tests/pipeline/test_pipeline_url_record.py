"""The record of addresses."""

from __future__ import annotations

import json
import tracemalloc
from pathlib import Path, PurePosixPath

import pytest

from dualpress.article import Language
from dualpress.pipeline.url_record import Published, UrlRecord
from dualpress.pipeline.url_record_file import read_record, write_record
from dualpress.pipeline.web_address import WebAddress
from dualpress.site.by_language import by_language
from dualpress.site.model import Site, SiteArticle, SiteSettings, Version

EN, HI = Language
HOME = "https://example.org/"


def site(*ids: str, base_url: str | None = HOME) -> Site:
    articles = (SiteArticle(id, PurePosixPath(id), EN, {EN: Version(id)}) for id in ids)
    return Site(SiteSettings(base_url=base_url), tuple(articles))


def places(**paths: str) -> dict[str, dict[Language, Published]]:
    return {name: {EN: Published(path)} for name, path in paths.items()}


def before(record: UrlRecord, name: str) -> list[str]:
    page = record.find(name, EN)
    assert page is not None
    return [address.url for address in page.before]


def test_a_page_is_recorded_with_its_whole_address() -> None:
    record = UrlRecord().publish(site("a"), places(a="x/"))
    assert record.find("a", EN) == Published("x/", base=HOME)


def test_former_addresses_are_kept_the_last_one_first_and_each_once() -> None:
    record = UrlRecord()
    for path in ("x/", "y/", "x/", "z/"):
        record = record.publish(site("a"), places(a=path))
    assert before(record, "a") == [f"{HOME}x/", f"{HOME}y/"]


def test_a_page_that_is_kept_stays_where_it_was() -> None:
    record = UrlRecord().publish(site("a"), places(a="x/"))
    assert record.publish(site("a"), {}) == record


def test_without_an_address_of_the_site_pages_do_not_move() -> None:
    known = UrlRecord().publish(site("a"), places(a="x/"))
    assert known.publish(site("a", base_url=None), places(a="x/")) == known


def test_both_pages_of_a_new_name_are_known() -> None:
    record = UrlRecord().publish(site("a", "b"), places(a="x/", b="y/"))
    record = record.publish(site("a", "b"), places(a="x/2/", b="y/2/")).rename("a", "b")
    assert record.pages.keys() == {"b"}
    assert {f"{HOME}{path}" for path in ("x/", "x/2/", "y/")} == set(before(record, "b"))


def test_what_has_no_page_cannot_be_renamed() -> None:
    record = UrlRecord().publish(site("a"), places(a="x/"))
    assert record.rename("b", "c") is record


def test_a_page_whose_address_another_one_has_claims_an_older_one() -> None:
    record = UrlRecord().publish(site("a"), places(a="x/"))
    record = record.publish(site("a"), places(a="y/"))
    record = record.publish(site("b"), places(b="y/"))
    assert record.find("a", EN) == Published("x/", base=HOME)
    record = record.publish(site("b", "c"), places(b="y/", c="x/"))
    assert "a" not in record.pages


@pytest.mark.parametrize("base", [None, HOME])
def test_a_record_that_is_written_is_read_again(tmp_path: Path, base: str | None) -> None:
    old = (WebAddress(base, "क/"), WebAddress("https://old.example/", "caf\udce9"))
    record = UrlRecord({"a": {HI: Published("x/", "x", base, old, old[:1])}})
    file = tmp_path / "dualpress.urls.json"
    write_record(file, record, UrlRecord())
    assert read_record(file) == record


def test_a_record_that_did_not_change_is_not_written(tmp_path: Path) -> None:
    record = UrlRecord({"a": {EN: Published("x/")}})
    write_record(tmp_path / "dualpress.urls.json", record, record)
    assert not list(tmp_path.iterdir())


def test_a_record_may_be_read_of_some_articles(tmp_path: Path) -> None:
    pages = {name: {Language.EN: Published(f"{name}/")} for name in ("road", "river")}
    write_record(tmp_path / "urls.json", UrlRecord(pages), UrlRecord())

    found = read_record(tmp_path / "urls.json", ["road", "none"])

    assert found.pages == {"road": pages["road"]}


def test_pages_that_stay_where_they_are_are_in_memory_once() -> None:
    record = UrlRecord().publish(site("a", "b"), places(a="x/", b="y/"))

    again = record.publish(site("a", "b"), places(a="x/", b="z/"))

    assert again.pages["a"] is record.pages["a"]
    assert again.pages["b"] != record.pages["b"]


@pytest.mark.parametrize("names", [(), ("a",), ("b", "ग", "a\nc")])
def test_a_record_is_json_in_the_order_of_the_ids(tmp_path: Path, names: tuple[str, ...]) -> None:
    file = tmp_path / "dualpress.urls.json"
    record = UrlRecord({name: {HI: Published("x/", "x", HOME)} for name in names})

    write_record(file, record, UrlRecord({"gone": {}}))

    text = file.read_text("utf-8")
    told = json.loads(text)
    assert text == json.dumps(told, ensure_ascii=False, indent=1) + "\n"
    assert list(told["pages"]) == sorted(names)


def many(articles: int) -> UrlRecord:
    named = {f"a{number}": Published(f"a{number}/", base=HOME) for number in range(articles)}
    return UrlRecord({name: by_language({EN: page}) for name, page in named.items()})


def test_a_record_is_read_as_it_was_written_or_laid_out_anew(tmp_path: Path) -> None:
    file, record = tmp_path / "urls.json", many(3)
    write_record(file, record, UrlRecord())
    assert read_record(file) == record
    file.write_text(json.dumps(json.loads(file.read_bytes())), encoding="utf-8")
    assert read_record(file) == record


def test_a_large_record_is_never_in_memory_as_it_stands_in_its_file(tmp_path: Path) -> None:
    file = tmp_path / "urls.json"
    write_record(file, many(2000), UrlRecord())
    tracemalloc.start()
    try:
        record = read_record(file)
        kept, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert len(record.pages) == 2000
    assert peak < kept + file.stat().st_size
