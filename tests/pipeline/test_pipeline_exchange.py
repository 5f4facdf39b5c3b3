"""TMX files in and out of a project."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
from pipeline_support import RIVER, MakeSite, Site

from dualpress.article import Language
from dualpress.errors import CatalogError, WriteError
from dualpress.memory.tmx import Unit, read_tmx, write_tmx
from dualpress.pipeline.exchange import export_memory, import_memory
from dualpress.pipeline.memory import open_memory

EN, HI = Language.EN, Language.HI


@pytest.fixture
def tmx(tmp_path: Path) -> Path:
    """A memory of another tool."""
    path = tmp_path / "from-omegat.tmx"
    write_tmx(
        path, [Unit(EN, HI, "A boat", "नाव"), Unit(EN, HI, "", "क"), Unit(HI, EN, "घाट", "A pier")]
    )
    return path


@pytest.fixture
def reviewed(make_site: MakeSite) -> Site:
    """A project with two articles that share their sentences, one of them approved."""
    site = make_site({"river": RIVER, "again": RIVER})
    site.translate()
    site.approve("river")
    return site


def _known(site: Site, source: str) -> list[str]:
    with open_memory(site.project).memory as memory:
        return [match.target for match in memory.exact(source, EN, HI)]


def test_an_import_is_kept_and_learned(site: Site, tmx: Path) -> None:
    report = import_memory(site.project, tmx)
    assert report.file == site.root / "memory" / "from-omegat.tmx"
    assert (report.pairs, report.left_out, report.failures) == (2, 1, ())
    tmx.unlink()
    assert _known(site, "A boat") == ["नाव"]
    assert _known(site, "A pier") == ["घाट"]


def test_another_import_of_that_name_takes_its_place(site: Site, tmx: Path) -> None:
    import_memory(site.project, tmx)
    write_tmx(tmx, [Unit(EN, HI, "A ferry", "नौका")])
    import_memory(site.project, tmx)
    assert (_known(site, "A boat"), _known(site, "A ferry")) == ([], ["नौका"])


def test_a_file_of_the_project_can_be_imported_in_its_place(site: Site, tmx: Path) -> None:
    kept = import_memory(site.project, tmx).file
    before = kept.read_bytes()
    assert import_memory(site.project, kept).pairs == 2
    assert kept.read_bytes() == before


def test_a_dry_import_writes_nothing(site: Site, tmx: Path) -> None:
    before = site.hashes()
    report = import_memory(site.project, tmx, dry_run=True)
    assert (report.pairs, report.left_out) == (2, 1)
    assert site.hashes() == before


def test_a_broken_import_changes_nothing(site: Site, tmx: Path) -> None:
    import_memory(site.project, tmx)
    before = site.hashes("memory")
    tmx.write_bytes(tmx.read_bytes().replace(b"</body>", b""))
    with pytest.raises(CatalogError, match="mismatched tag") as refused:
        import_memory(site.project, tmx)
    assert refused.value.path == tmx
    assert site.hashes("memory") == before


def test_an_export_has_what_is_reviewed_once_in_reading_order(reviewed: Site) -> None:
    reviewed.review("again", "The river rose.")
    report = export_memory(reviewed.project, reviewed.root / "out.tmx")
    units = list(read_tmx(report.file))
    assert report.pairs == len(units)
    assert [unit.source for unit in units[:2]] == ["The river rose.", "The river"]
    assert [unit.article for unit in units[:2]] == ["again", "river"]
    assert len({unit[:4] for unit in units}) == len(units)


def test_drafts_are_not_exported(site: Site) -> None:
    site.translate()
    assert export_memory(site.project, site.root / "out.tmx").pairs == 0


def test_phrases_are_exported_and_imports_are_not(site: Site, tmx: Path) -> None:
    header = 'msgid ""\nmsgstr "Language: hi\\n"\n\n'
    site.write("po/phrases.po", f'{header}msgid "Read more"\nmsgstr "और पढ़ें"\n')
    import_memory(site.project, tmx)
    export_memory(site.project, site.root / "out.tmx")
    (unit,) = read_tmx(site.root / "out.tmx")
    assert unit == Unit(EN, HI, "Read more", "और पढ़ें")


def test_dates_are_those_of_the_po_files(reviewed: Site) -> None:
    po = reviewed.po("river")
    po.metadata["PO-Revision-Date"] = "2025-04-17 17:30+0530"
    po.save()
    export_memory(reviewed.project, reviewed.root / "out.tmx")
    dates = {unit.changed for unit in read_tmx(reviewed.root / "out.tmx")}
    assert dates == {datetime(2025, 4, 17, 12, tzinfo=UTC)}


def test_a_date_that_is_none_is_left_out(reviewed: Site) -> None:
    po = reviewed.po("river")
    po.metadata["PO-Revision-Date"] = "YEAR-MO-DA HO:MI+ZONE"
    po.save()
    export_memory(reviewed.project, reviewed.root / "out.tmx")
    assert {unit.changed for unit in read_tmx(reviewed.root / "out.tmx")} == {None}


def test_two_exports_are_the_same_bytes(reviewed: Site) -> None:
    files = [reviewed.root / name for name in ("one.tmx", "two.tmx")]
    for file in files:
        export_memory(reviewed.project, file)
    assert files[0].read_bytes() == files[1].read_bytes()


def test_a_po_file_that_cannot_be_read_is_told_and_the_rest_exported(reviewed: Site) -> None:
    reviewed.write("po/broken/hi.po", "msgid")
    report = export_memory(reviewed.project, reviewed.root / "out.tmx")
    assert [failure.path for failure in report.failures] == [reviewed.root / "po/broken/hi.po"]
    assert report.pairs > 0


def test_a_dry_export_writes_nothing(reviewed: Site) -> None:
    report = export_memory(reviewed.project, reviewed.root / "out.tmx", dry_run=True)
    assert report.pairs > 0
    assert not report.file.exists()


def test_an_export_that_cannot_be_written_is_told(reviewed: Site) -> None:
    with pytest.raises(WriteError):
        export_memory(reviewed.project, reviewed.root / "po")
