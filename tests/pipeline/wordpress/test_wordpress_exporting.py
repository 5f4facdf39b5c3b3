"""Translations as a file that WordPress imports: what is in it, and what is not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pipeline_support import RIVER, MakeSite, Site
from wordpress_posts import BODY, PORTS, approved, post

from dualpress.article import Language
from dualpress.errors import UsageError, WriteError
from dualpress.pipeline.wordpress.exporting import WordPressExport, export_wordpress
from dualpress.pipeline.wordpress.import_report import ImportOrder
from dualpress.pipeline.wordpress.importing import import_wordpress
from dualpress.pipeline.wordpress.translated import translated_posts
from dualpress.site.wordpress.record import (
    RECORD_NAME,
    KnownPost,
    KnownTerm,
    TermPair,
    WordPressRecord,
    write_record,
)
from dualpress.site.wordpress.rest.fields import sent_digest
from dualpress.site.wordpress.wxr import WxrItem
from dualpress.site.wordpress.wxr_read import WxrReader

FILE = "export/wordpress/dualpress.xml"
HI = Language.HI


def export(site: Site, file: Path | None = None, **options: Any) -> WordPressExport:
    report = export_wordpress(site.project, file, **{"most_mebibytes": 32, **options})
    assert report.failures == ()
    return report


def items_of(file: Path) -> dict[int, WxrItem]:
    fields = frozenset({"_thumbnail_id", "_wpml_import_language_code"})
    return {item.id: item for item in WxrReader(file, fields).items()}


def translations(*files: Path) -> list[str]:
    """The bodies of what is new in files."""
    found = [item for file in files for item in items_of(file).values()]
    return [item.values["content:encoded"] for item in found if "#dualpress-" in _guid(item)]


def _guid(item: WxrItem) -> str:
    return item.values["guid"]


def test_a_translation_is_in_the_file_beside_its_original(make_site: MakeSite) -> None:
    site = approved(make_site({"river": post(known={"image": 55})}))
    report = export(site)
    assert report.files == report.written == (site.root / FILE,)
    original, translation = items_of(site.root / FILE).values()
    assert original.values["content:encoded"] == BODY
    assert translation.values["title"] == "नदी"
    assert translation.status == "draft"
    assert translation.fields == {"_thumbnail_id": "55"}


def test_a_translation_has_a_number_that_nothing_else_has(make_site: MakeSite) -> None:
    site = approved(make_site({"river": post(known={"image": 55}), "other": post(13)}))
    known = WordPressRecord().with_original("gone", KnownPost(70, "", "publish"))
    write_record(site.root / RECORD_NAME, known, WordPressRecord())
    export(site)
    assert set(items_of(site.root / FILE)) == {12, 13, 71, 72}


def test_a_translation_has_no_number_of_a_picture(make_site: MakeSite) -> None:
    export(site := approved(make_site({"river": post(known={"image": 55})})))
    assert set(items_of(site.root / FILE)) == {12, 56}


def test_the_plugin_is_that_of_the_settings(make_site: MakeSite) -> None:
    site = approved(make_site({"river": post()}, wordpress='plugin = "wpml"'))
    export(site)
    languages = [item.fields for item in items_of(site.root / FILE).values()]
    assert languages == [
        {"_wpml_import_language_code": "en"},
        {"_wpml_import_language_code": "hi"},
    ]


@pytest.mark.parametrize(("original", "translation"), [("publish", "publish"), ("draft", "draft")])
def test_no_translation_is_seen_before_its_original(
    make_site: MakeSite, original: str, translation: str
) -> None:
    data = post(known={"status": original})
    site = approved(make_site({"river": data}, wordpress='status = "publish"'))
    export(site)
    assert list(items_of(site.root / FILE).values())[1].status == translation


def test_what_wordpress_has_is_not_written_again(make_site: MakeSite) -> None:
    site = approved(make_site({"river": post(), "other": post(13)}))
    there = KnownPost(77, "https://blog.example/nadi/", "publish")
    known = WordPressRecord().with_translation("river", HI, there)
    write_record(site.root / RECORD_NAME, known, WordPressRecord())
    report = export(site)
    assert {one.id: one.known for one in report.posts} == {"other": None, "river": there}
    assert set(items_of(site.root / FILE)) == {13, 78}


def test_nothing_is_written_where_wordpress_has_all(make_site: MakeSite) -> None:
    site = approved(make_site({"river": post()}))
    export(site)
    known = WordPressRecord().with_translation("river", HI, KnownPost(77, "", "draft"))
    write_record(site.root / RECORD_NAME, known, WordPressRecord())
    report = export(site)
    assert report.files == ()
    assert report.removed == (site.root / FILE,)


@pytest.mark.parametrize("is_changed", [True, False])
def test_a_translation_that_changed_since_is_told(make_site: MakeSite, is_changed: bool) -> None:
    site = approved(make_site({"river": post()}))
    (made,) = translated_posts(site.project)
    sent = replace(made.target, title="जल") if is_changed else made.target
    there = KnownPost(77, "", "draft", digest=sent_digest(sent))
    known = WordPressRecord().with_translation("river", HI, there)
    write_record(site.root / RECORD_NAME, known, WordPressRecord())
    (told,) = export(site).posts
    assert told.is_changed is is_changed


def test_what_waits_is_told(make_site: MakeSite) -> None:
    site = make_site({"river": post()})
    site.translate()
    report = export(site)
    assert report.files == ()
    assert list(report.held) == ["river"]


def test_terms_that_are_linked_are_not_linked_again(make_site: MakeSite) -> None:
    site = approved(make_site({"river": post(categories=(PORTS,))}))
    english, hindi = KnownTerm(3, "Ports", "ports"), KnownTerm(4, "बंदरगाह", "bandargah")
    pair = TermPair("category", {Language.EN: english, HI: hindi})
    write_record(site.root / RECORD_NAME, WordPressRecord(terms=(pair,)), WordPressRecord())
    export(site)
    data = site.read(FILE)
    assert "bandargah" in data
    assert "term_translations" not in data


def test_a_large_export_is_cut(make_site: MakeSite) -> None:
    body = "<p>The river rose.</p>" + "<!-- " + "x" * 300_000 + " -->"
    site = approved(make_site({f"river{n}": post(n, body=body) for n in (1, 2, 3)}))
    report = export(site, most_mebibytes=1)
    names = [file.name for file in report.files]
    assert names == ["dualpress-1.xml", "dualpress-2.xml", "dualpress-3.xml"]
    assert len(translations(*report.files)) == 3


def test_files_of_an_earlier_export_are_removed(make_site: MakeSite) -> None:
    body = "<p>The river rose.</p>" + "<!-- " + "x" * 300_000 + " -->"
    site = approved(make_site({f"river{n}": post(n, body=body) for n in (1, 2)}))
    parts = export(site, most_mebibytes=1).files
    report = export(site)
    assert report.removed == parts
    assert [path.name for path in (site.root / FILE).parent.glob("*.xml")] == ["dualpress.xml"]


def test_what_xml_cannot_hold_is_in_a_file_of_its_own(make_site: MakeSite) -> None:
    site = approved(make_site({"river": post(), "broken": post(13, body="The river rose.\x0b")}))
    report = export(site)
    assert [len(items_of(file)) for file in report.files] == [2, 2]
    assert set(items_of(report.files[1])) >= {13}
    warnings = {one.id: one.warnings for one in report.posts}
    assert "control characters" in warnings["broken"][0]
    assert warnings["river"] == ()


def test_the_file_may_stand_elsewhere(make_site: MakeSite, tmp_path: Path) -> None:
    site = approved(make_site({"river": post()}))
    assert export(site, tmp_path / "hindi.xml").files == (tmp_path / "hindi.xml",)
    assert translations(tmp_path / "hindi.xml")


def test_a_folder_gets_a_file_of_the_usual_name(make_site: MakeSite, tmp_path: Path) -> None:
    site = approved(make_site({"river": post()}))
    assert export(site, tmp_path / "to").files == (tmp_path / "to" / "dualpress.xml",)


def test_a_file_of_somebody_else_is_left_alone(make_site: MakeSite, tmp_path: Path) -> None:
    (tmp_path / "mine.xml").write_text("mine", encoding="utf-8")
    site = approved(make_site({"river": post()}))
    report = export_wordpress(site.project, tmp_path / "mine.xml", most_mebibytes=32)
    (failure,) = report.failures
    assert isinstance(failure, WriteError)
    assert (tmp_path / "mine.xml").read_text(encoding="utf-8") == "mine"


def test_a_dry_run_writes_nothing(make_site: MakeSite) -> None:
    site = approved(make_site({"river": post()}))
    before = site.hashes()
    report = export(site, dry_run=True)
    assert report.written == (site.root / FILE,)
    assert site.hashes() == before


def test_the_same_articles_give_the_same_bytes(make_site: MakeSite) -> None:
    site = approved(make_site({"river": post(categories=(PORTS,)), "other": post(13)}))
    first = (export(site).files[0]).read_bytes()
    (site.root / FILE).unlink()
    assert export(site).files[0].read_bytes() == first


def test_a_project_without_posts_of_wordpress_is_told(make_site: MakeSite) -> None:
    site = make_site({"page": RIVER})
    with pytest.raises(UsageError, match="no post of the project came from WordPress"):
        export(site)


@pytest.mark.parametrize("plugin", ["polylang", "wpml", "none"])
def test_bodies_go_in_and_come_out_byte_for_byte(
    make_site: MakeSite, tmp_path: Path, plugin: str
) -> None:
    bodies = [BODY, "a ]]> b\r\nc\rd \n\n", "tab\tand \ue000\U0010fffd🙂", "x\x0by\x1f", "[a]"]
    site = make_site(
        {"river": RIVER}, engine="identity", top='publish = "all"', wordpress=f'plugin = "{plugin}"'
    )
    (site.root / "posts" / "river.html").unlink()
    for number, body in enumerate(bodies, 1):
        site.write(f"posts/river{number}.html", post(number, body=body))
    files = export(site).files
    other = make_site({"page": RIVER}, folder="other", engine="identity")
    for file in files:
        import_wordpress(other.project, ImportOrder(file))
    assert translations(*files) == [*(body for body in bodies if "\x0b" not in body), "x\x0by\x1f"]
    read = {path.read_bytes().rpartition(b"---\n")[2] for path in (other.root / "posts").iterdir()}
    assert read >= {body.encode() for body in bodies}
