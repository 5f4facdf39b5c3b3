"""The switcher shows the pairs that WordPress has, as far as the project knows."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pipeline_support import MakeSite, Site

from dualpress.article import Language
from dualpress.errors import UsageError
from dualpress.pipeline.wordpress.exporting_switcher import export_switcher
from dualpress.site.wordpress.record import (
    RECORD_NAME,
    KnownPost,
    WordPressRecord,
    write_record,
)

FOLDER = "export/wordpress-switcher"
NADI = KnownPost(77, "https://blog.example/nadi/", "publish")


def known(site: Site, translation: KnownPost = NADI) -> None:
    """Record a pair, an original without a translation and a translation without an original."""
    river = KnownPost(12, "https://blog.example/river/", "publish")
    record = WordPressRecord().with_original("river", river)
    record = record.with_translation("river", Language.HI, translation)
    record = record.with_original("alone", KnownPost(13, "https://blog.example/a/", "publish"))
    record = record.with_translation("lost", Language.HI, KnownPost(78, "", "publish"))
    write_record(site.root / RECORD_NAME, record, WordPressRecord())


def test_it_shows_what_has_both_versions(site: Site) -> None:
    known(site)
    report = export_switcher(site.project)
    assert report.pairs == ("river",)
    told = json.loads(site.read(f"{FOLDER}/dualpress-switcher/pairs.json"))
    assert told["pairs"] == [{"en": 12, "hi": 77}]
    assert told["default"] == "en"
    assert site.root / FOLDER / "html" / "river" / "en.html" in report.written


def test_a_draft_is_in_it_but_has_no_html_to_paste(site: Site) -> None:
    known(site, KnownPost(77, "https://blog.example/?p=77", "draft"))
    assert export_switcher(site.project).pairs == ("river",)
    assert not (site.root / FOLDER / "html").exists()


def test_html_of_a_pair_that_is_gone_is_removed(site: Site) -> None:
    known(site)
    export_switcher(site.project)
    (site.root / RECORD_NAME).unlink()
    known(site, KnownPost(77, "", "draft"))
    removed = export_switcher(site.project).removed
    assert [path.name for path in removed] == ["en.html", "hi.html"]


def test_names_and_locales_are_those_of_the_settings(make_site: MakeSite) -> None:
    site = make_site(
        hindi='language_name = "हिंदी"\nregion = "hi-NP"',
        site='x_default = "hi"',
        page='shortcut = "Alt+H"',
    )
    known(site)
    export_switcher(site.project)
    told = json.loads(site.read(f"{FOLDER}/dualpress-switcher/pairs.json"))
    assert told["languages"]["hi"] == {"name": "हिंदी", "locale": "hi_NP"}
    assert told["default"] == "hi"
    assert told["script"]["shortcut"] == "Alt+H"


def test_it_may_stand_elsewhere(site: Site, tmp_path: Path) -> None:
    known(site)
    assert export_switcher(site.project, tmp_path / "theme").folder == tmp_path / "theme"
    assert (tmp_path / "theme" / "README.txt").is_file()


def test_without_a_translation_in_wordpress_there_is_none(site: Site) -> None:
    with pytest.raises(UsageError, match="WordPress has no translation"):
        export_switcher(site.project)


def test_a_dry_run_writes_nothing(site: Site) -> None:
    known(site)
    before = site.hashes()
    assert export_switcher(site.project, dry_run=True).written
    assert site.hashes() == before
