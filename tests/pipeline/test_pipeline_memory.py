"""What the project's memory learns, and when."""

from __future__ import annotations

from pathlib import Path

import pytest
from pipeline_support import RIVER, ROAD, MakeSite, Site

from dualpress.article import Language
from dualpress.errors import CatalogError
from dualpress.memory import Memory
from dualpress.memory.tmx import Unit, write_tmx
from dualpress.pipeline.memory import open_memory

EN, HI = Language.EN, Language.HI

PHRASES = """msgid ""
msgstr ""
"Language: hi\\n"
"Content-Type: text/plain; charset=UTF-8\\n"

msgid "Views are personal."
msgstr "विचार निजी हैं।"

#, fuzzy
msgid "Read more"
msgstr "और पढ़ें"
"""


@pytest.fixture
def reviewed(make_site: MakeSite) -> Site:
    """A project whose article is approved."""
    site = make_site()
    site.translate()
    site.approve("river")
    return site


def _targets(site: Site, source: str, *, dry_run: bool = False) -> list[str]:
    with open_memory(site.project, dry_run=dry_run).memory as memory:
        return [match.target for match in memory.exact(source, EN, HI)]


def _phrase(site: Site, source: str) -> str | None:
    with open_memory(site.project).memory as memory:
        found = memory.phrase(source, EN, HI)
        return found and found.target


@pytest.mark.parametrize("dry_run", [True, False])
def test_what_is_reviewed_is_known(reviewed: Site, dry_run: bool) -> None:
    assert _targets(reviewed, "The river rose.", dry_run=dry_run) == ["नदी का पानी बढ़ गया।"]


def test_drafts_are_not_known(site: Site) -> None:
    site.translate()
    assert _targets(site, "The river rose.") == []


def test_a_reviewers_save_is_learned_and_a_deleted_file_forgotten(reviewed: Site) -> None:
    _targets(reviewed, "The river rose.")
    reviewed.review("river", "The river rose.", msgstr="नदी चढ़ गई।")
    assert _targets(reviewed, "The river rose.") == ["नदी चढ़ गई।"]
    (reviewed.root / "po/river/hi.po").unlink()
    assert _targets(reviewed, "The river rose.") == []


def test_a_file_that_has_not_changed_is_not_read_again(
    reviewed: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    _targets(reviewed, "The river rose.")
    monkeypatch.setattr("dualpress.pipeline.memory.read_catalog", None)
    assert _targets(reviewed, "The river rose.") == ["नदी का पानी बढ़ गया।"]


def test_a_dry_run_writes_nothing(reviewed: Site) -> None:
    before = reviewed.hashes()
    _targets(reviewed, "The river rose.", dry_run=True)
    assert reviewed.hashes() == before


def test_where_no_file_can_be_the_memory_does_without(reviewed: Site) -> None:
    place = reviewed.root / ".dualpress" / "memory.sqlite"
    place.unlink(missing_ok=True)
    place.mkdir(parents=True)
    assert _targets(reviewed, "The river rose.") == ["नदी का पानी बढ़ गया।"]


def test_listed_phrases_are_known_in_both_directions_and_drafts_of_them_are_not(
    site: Site,
) -> None:
    site.write("po/phrases.po", PHRASES)
    assert _phrase(site, "Views are personal.") == "विचार निजी हैं।"
    assert _phrase(site, "Read more") is None
    with open_memory(site.project).memory as memory:
        assert memory.phrase("विचार निजी हैं।", HI, EN) is not None


def test_what_two_articles_have_is_a_phrase(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER, "again": RIVER, "road": ROAD})
    site.translate()
    site.approve("river", "road")
    assert _phrase(site, "The river rose.") is None
    site.review("again", "The river rose.")
    assert _phrase(site, "The river rose.") == "नदी का पानी बढ़ गया।"
    assert _phrase(site, "The road is open again.") is None


def test_tmx_files_of_the_project_are_known(site: Site) -> None:
    write_tmx(site.root / "memory" / "old.tmx", [Unit(EN, HI, "A boat", "नाव")])
    assert _targets(site, "A boat") == ["नाव"]
    with open_memory(site.project).memory as memory:
        assert memory.exact("A boat", EN, HI)[0].files == ("old.tmx",)


@pytest.mark.parametrize("name", ["memory/old.tmx", "po/phrases.po"])
def test_a_broken_file_is_told_and_the_rest_is_known(reviewed: Site, name: str) -> None:
    path = reviewed.write(name, "<tmx>\nmsgid")
    remembered = open_memory(reviewed.project)
    with remembered.memory as memory:
        assert memory.exact("The river rose.", EN, HI)
    (failure,) = remembered.failures
    assert isinstance(failure, CatalogError)
    assert failure.path == path
    assert failure.line


def test_the_broken_file_of_an_article_is_told_where_the_article_is(reviewed: Site) -> None:
    reviewed.write("po/broken/hi.po", "msgid")
    remembered = open_memory(reviewed.project)
    remembered.memory.close()
    assert remembered.failures == ()


def test_a_memory_that_was_deleted_is_made_again(reviewed: Site) -> None:
    _targets(reviewed, "x")
    path: Path = reviewed.root / ".dualpress" / "memory.sqlite"
    path.unlink()
    assert _targets(reviewed, "The river rose.") == ["नदी का पानी बढ़ गया।"]
    with Memory.open(path) as memory:
        assert memory.exact("The river rose.", EN, HI)
