from __future__ import annotations

import json
from pathlib import Path

import pytest
from serve_support import write

from dualpress.article import Language, Status
from dualpress.config import Project
from dualpress.errors import GlossaryError, ReadError
from dualpress.pipeline import BlockPlaces, EntryPlace
from dualpress.serve import Shown
from dualpress.serve.documents import entries_document, shown_document


@pytest.fixture
def project(tmp_path: Path) -> Project:
    write(tmp_path / "dualpress.toml", "")
    return Project.load(tmp_path)


def test_problems_say_where_from_the_project(project: Project) -> None:
    problems = (
        GlossaryError("the row is wrong", path=project.root / "a/b.csv", line=3, hint="Mend it"),
        ReadError("the file is empty", path=project.root.parent / "x.html"),
        ReadError("it rains"),
    )
    told = json.loads(shown_document(Shown(project, problems=problems)))["problems"]
    assert told == [
        {"cause": "The row is wrong", "where": "a/b.csv:3", "hint": "Mend it"},
        {
            "cause": "The file is empty",
            "where": (project.root.parent / "x.html").as_posix(),
            "hint": None,
        },
        {"cause": "It rains", "where": None, "hint": None},
    ]


def test_an_event_is_one_line(project: Project) -> None:
    document = shown_document(Shown(project, problems=(ReadError("one\r\ntwo\u2028three"),)))
    assert len(document.splitlines()) == 1


def test_a_long_source_is_cut(project: Project) -> None:
    entry = EntryPlace(
        "po/a/hi.po:3", f"{'The river rose. ' * 5}And fell.", Language.EN, Status.DRAFT
    )
    (told,) = json.loads(entries_document("a", BlockPlaces(7, (entry,))))["entries"]
    assert told["source"] == f"{'The river rose. ' * 5}".rstrip() + "…"


def test_a_sentence_without_an_entry_says_so(project: Project) -> None:
    entry = EntryPlace("po/a/hi.po", "The river", Language.EN, None)
    (told,) = json.loads(entries_document("a", BlockPlaces(7, (entry,))))["entries"]
    assert told["status"] == "not in the PO file yet"
