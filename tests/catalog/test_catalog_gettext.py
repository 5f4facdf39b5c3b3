"""GNU gettext reads and writes what dualpress does."""

import shutil
import subprocess
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import polib
import pytest
from catalog_support import CREATED, catalog, entry
from hypothesis import given, settings
from hypothesis import strategies as st

from dualpress.article import Status
from dualpress.catalog import Entry, Reference, read_catalog, write_catalog

pytestmark = pytest.mark.skipif(
    shutil.which("msgfmt") is None, reason="GNU gettext is not installed"
)

ALL_STATES = catalog(
    entry("untranslated", references=(Reference("my post.html", 1), Reference("b.html", 2))),
    entry("draft", "मसौदा", fuzzy=True, notes=("paragraph 1", "<g1> = a"), flags=("no-wrap",)),
    entry("<g1>reviewed</g1> &lt;g2>", '<g1>"जाँचा"</g1>\\', comments=("Asha: so", "ok: numbers x")),
    entry("stale", "पुराना\nवाक्य", fuzzy=True, previous="older", context="x"),
    entry("joined", "^"),
    obsolete=(
        entry("gone", "गया", comments=("kept",)),
        entry("gone stale", "गया", fuzzy=True, previous="older\nstill"),
    ),
)


def _run(*command: str | Path) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command, capture_output=True, check=True)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    write_catalog(ALL_STATES, tmp_path / "hi.po", created=CREATED)
    return tmp_path / "hi.po"


def test_msgfmt_finds_nothing_to_say(path: Path) -> None:
    checked = _run("msgfmt", "--check", "--output-file", path.with_suffix(".mo"), path)
    assert checked.stderr == b""


def test_msgcat_writes_the_same_bytes(path: Path) -> None:
    assert _run("msgcat", "--no-wrap", path).stdout == path.read_bytes()


def test_rewrapping_by_another_tool_changes_no_word(path: Path) -> None:
    before = read_catalog(path)
    path.write_bytes(_run("msgcat", "--width=20", path).stdout)
    after = read_catalog(path)
    # gettext 0.21 breaks "#:" lines within a name that has spaces.
    assert _without_places(after.entries) == _without_places(before.entries)
    assert after.obsolete == before.obsolete


def _without_places(entries: tuple[Entry, ...]) -> list[Entry]:
    return [replace(entry, references=()) for entry in entries]


def test_an_edit_that_msgmerge_carried_over_is_stale(tmp_path: Path) -> None:
    reviewed, template = tmp_path / "hi.po", tmp_path / "new" / "hi.po"
    write_catalog(catalog(entry("It was all reviewed here", "यहाँ")), reviewed)
    write_catalog(catalog(entry("It was all reviewed there")), template)
    reviewed.write_bytes(_run("msgmerge", "--previous", "--quiet", reviewed, template).stdout)
    (after,) = read_catalog(reviewed).entries
    assert (after.status, after.previous) == (Status.STALE, "It was all reviewed here")


# What gettext itself keeps: no control characters, in names and flags of its own.
words = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=8)
kept = st.builds(
    entry,
    words.filter(bool),
    words,
    fuzzy=st.booleans(),
    previous=st.none() | words.filter(bool),
    context=st.none() | words.filter(bool),
)


@settings(max_examples=25)
@given(st.lists(kept, min_size=1, max_size=5, unique_by=lambda entry: entry.key))
def test_msgcat_and_polib_read_what_is_written(entries: list[Entry]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "hi.po"
        write_catalog(catalog(*entries), path)
        assert _run("msgcat", "--no-wrap", path).stdout == path.read_bytes()
        assert [
            (entry.msgctxt, entry.msgid, entry.msgstr, entry.fuzzy) for entry in polib.pofile(path)
        ] == [
            (*entry.key, entry.target, entry.status in (Status.DRAFT, Status.STALE))
            for entry in entries
        ]
