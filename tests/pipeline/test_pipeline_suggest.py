"""``glossary suggest`` in a project: posts, PO files, memories, and the file of proposals."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pipeline_support import MakeSite, Site

from dualpress.article import Language
from dualpress.errors import GlossaryError, UsageError
from dualpress.glossary.proposals import Basis
from dualpress.memory.tmx import Unit, write_tmx
from dualpress.pipeline.suggest import SuggestReport, suggest_names

SHEET = "glossaries/proposed.csv"
ANSWERS = {
    "The harbour": "बंदरगाह",
    "They saw Ormara.": "उन्होंने ओरमाड़ा देखा।",
    "He left Ormara at night.": "वह रात में ओरमाड़ा से गया।",
    "Run on it.": "इस पर चलाएँ।",
    "They left Pasni today.": "वे आज पसनी से गए।",
}
HARBOUR = """<!DOCTYPE html>
<html lang="en">
<head><title>The harbour</title></head>
<body>
<h1>The harbour</h1>
<p>They saw Ormara. He left Ormara at night.</p>
<p>They left <b>Pasni</b> today.</p>
<p>Run <code>Makran --Fast</code> on it.</p>
</body>
</html>
"""


@pytest.fixture
def site(make_site: MakeSite) -> Site:
    return make_site({"harbour": HARBOUR}, answers=ANSWERS)


def suggested(site: Site, *paths: str, **options: Any) -> SuggestReport:
    return suggest_names(site.project, [site.root / path for path in paths], **options)


def test_names_come_with_the_places_of_the_page(site: Site) -> None:
    names = {name.name: name for name in suggested(site).names}
    assert list(names) == ["Ormara", "Pasni"]
    (first, second) = names["Ormara"].places
    assert (first.article, first.block, first.label) == ("harbour", 2, "paragraph 1 sentence 1")
    assert second.label == "paragraph 1 sentence 2"


def test_what_is_in_a_glossary_is_no_news(site: Site) -> None:
    site.write("glossaries/house.csv", "en,hi\nOrmara,ओरमारा\n")
    assert [name.name for name in suggested(site).names] == ["Pasni"]


def test_what_is_in_the_glossary_of_the_article_is_no_news(site: Site) -> None:
    site.write("po/harbour/glossary.csv", "en,hi\nOrmara,ओरमारा\n")
    assert [name.name for name in suggested(site).names] == ["Pasni"]


def test_what_is_reviewed_is_proposed_first(site: Site) -> None:
    site.translate()
    site.approve("harbour")
    name = suggested(site).names[0]
    assert (name.renderings[0].text, name.renderings[0].basis) == ("ओरमाड़ा", Basis.REVIEWED)


def test_what_nobody_reviewed_is_not_proposed(site: Site) -> None:
    site.translate()
    assert suggested(site).names[0].renderings[0].basis is Basis.SOUND


def test_a_memory_of_another_tool_is_read(site: Site) -> None:
    unit = Unit(Language.EN, Language.HI, "Ormara is old.", "ओर्माड़ा पुराना है।")
    write_tmx(site.root / "memory" / "old.tmx", [unit])
    first = suggested(site).names[0].renderings[0]
    assert (first.text, first.basis) == ("ओर्माड़ा", Basis.MEMORY)


def test_a_broken_memory_is_told_and_the_rest_is_done(site: Site) -> None:
    site.write("memory/old.tmx", "<tmx")
    report = suggested(site)
    assert [failure.path for failure in report.failures] == [site.root / "memory" / "old.tmx"]
    assert report.names


def test_a_post_that_cannot_be_read_is_told_and_the_others_are_done(site: Site) -> None:
    site.write("posts/empty.html", "")
    report = suggested(site)
    assert [failure.path for failure in report.failures] == [site.root / "posts" / "empty.html"]
    assert report.names


def test_nothing_is_written_unless_asked_for(site: Site) -> None:
    before = site.hashes()
    assert suggested(site).written == 0
    assert suggested(site, apply=True, dry_run=True).written == 2
    assert site.hashes() == before


def test_proposals_are_rows_that_are_not_used(site: Site) -> None:
    assert suggested(site, apply=True).written == 2
    assert "Ormara," in site.read(SHEET)
    site.translate()
    assert not [one for one in site.check().findings if one.check == "terms"]


def test_what_is_proposed_is_not_told_again(site: Site) -> None:
    suggested(site, apply=True)
    before = site.hashes("glossaries")
    report = suggested(site, apply=True)
    assert (report.names, report.written, report.waiting) == ((), 0, 2)
    assert site.hashes("glossaries") == before


def test_what_an_editor_rejected_is_not_told_again(site: Site) -> None:
    site.write(SHEET, "en,hi,note\nOrmara,ओरमारा,rejected\n")
    report = suggested(site)
    assert [name.name for name in report.names] == ["Pasni"]
    assert (report.waiting, report.rejected) == (0, 1)


def test_a_row_that_an_editor_confirmed_is_used(site: Site) -> None:
    site.write(SHEET, "en,hi,note\nOrmara,ओरमारा,\nPasni,पसनी,proposed\n")
    report = suggested(site)
    assert (report.names, report.waiting) == ((), 1)


def test_the_sheet_counts_where_the_configuration_reads_other_glossaries(
    make_site: MakeSite,
) -> None:
    site = make_site({"harbour": HARBOUR}, top='glossaries = ["words/*.csv"]')
    suggested(site, apply=True)
    assert suggested(site).waiting == 2


def test_the_glossary_of_one_article_says_nothing_of_another(site: Site) -> None:
    site.write("posts/other.html", HARBOUR)
    site.write("po/harbour/glossary.csv", "en,hi\nOrmara,ओरमारा\n")
    names = {name.name: name.articles for name in suggested(site).names}
    assert names == {"Pasni": ("harbour", "other"), "Ormara": ("other",)}


def test_a_sheet_that_the_configuration_does_not_read_is_told(make_site: MakeSite) -> None:
    site = make_site({"harbour": HARBOUR}, top='glossaries = ["glossaries/own.csv"]')
    site.write("glossaries/own.csv", "en,hi\nMakran,मकरान\n")
    assert suggested(site).unread is None
    line = suggested(site, apply=True).unread
    assert line == 'glossaries = ["glossaries/own.csv", "glossaries/proposed.csv"]'
    site.edit("dualpress.toml", 'glossaries = ["glossaries/own.csv"]', line)
    assert suggested(site).unread is None


def test_question_marks_in_a_row_that_waits_are_told(site: Site) -> None:
    site.write(SHEET, "en,hi,note\nMakran,?????,proposed: once\n")
    before = site.hashes()
    with pytest.raises(GlossaryError, match="lost its letters"):
        suggested(site, apply=True)
    assert site.hashes() == before


def test_single_posts_can_be_named(site: Site) -> None:
    site.write("posts/other.html", HARBOUR.replace("Ormara", "Jiwani"))
    assert {name.name for name in suggested(site, "posts/other.html").names} == {"Jiwani", "Pasni"}


def test_a_path_that_leads_nowhere_is_refused(site: Site, tmp_path: Path) -> None:
    with pytest.raises(UsageError):
        suggested(site, "posts/none.html")
