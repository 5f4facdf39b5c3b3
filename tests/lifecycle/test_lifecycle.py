"""One folder for each thing that can befall an article.

``before/`` is a project after its last run. Then the folder ``edit/posts``, if
there is one, takes the place of its posts, and ``dualpress translate`` runs;
what is in ``during/`` is saved by a reviewer while it does. ``expected/`` has
all PO files as they are then, and the sentences of the Hindi pages.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from dualpress import pipeline
from dualpress.catalog import Catalog, read_catalog
from dualpress.config import Project
from dualpress.pipeline import RunReport
from dualpress.pipeline.drafts import Drafter

HERE = Path(__file__).parent
STATES = sorted(path.parent.name for path in HERE.glob("*/expected"))

ANSWERS = {
    "Gwadar port": "ग्वादर बंदरगाह",
    "The port opened in 2007.": "बंदरगाह 2007 में खुला।",
    "Police said 12 people died in the attack.": "पुलिस ने कहा कि हमले में 12 लोग मारे गए।",
    "The army denied the report, and talks will go on in Geneva.": (
        "सेना ने रिपोर्ट का खंडन किया, और जिनेवा में बातचीत जारी रहेगी।"
    ),
    "The army denied the report, and talks will go on in Vienna.": (
        "सेना ने रिपोर्ट का खंडन किया और वियना में बातचीत जारी रहेगी।"
    ),
    "The rain stopped at last.": "आख़िरकार बारिश थम गई।",
}
CONFIGURATION = "\n".join(
    [
        'engine = "scripted"',
        "shipped_glossaries = false",
        "[engines.scripted.answers]",
        *(f"{json.dumps(source)} = {json.dumps(target)}" for source, target in ANSWERS.items()),
    ]
)
BLOCK = re.compile(r'<(h1|p) data-dp="\d+">(.*?)</\1>')
NOTICE = "मूल लेख में बदलाव किया गया है।"


@pytest.fixture(params=STATES)
def state(request: pytest.FixtureRequest) -> Path:
    folder: Path = HERE / request.param
    return folder


@pytest.fixture
def project(state: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """The project of a state after its edit, and before the run."""
    shutil.copytree(state / "before", tmp_path, dirs_exist_ok=True)
    (tmp_path / "dualpress.toml").write_text(CONFIGURATION, encoding="utf-8")
    project = Project.load(tmp_path)
    pipeline.build(project)
    if (state / "edit").exists():
        shutil.rmtree(tmp_path / "posts")
        shutil.copytree(state / "edit", tmp_path, dirs_exist_ok=True)
    if (state / "during").exists():
        _save_meanwhile(state / "during", tmp_path, monkeypatch)
    return project


def _save_meanwhile(folder: Path, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fill = Drafter.fill

    def fill_while_a_reviewer_saves(self: Drafter, catalog: Catalog) -> Catalog:
        shutil.copytree(folder, root, dirs_exist_ok=True)
        monkeypatch.undo()
        return fill(self, catalog)

    monkeypatch.setattr(Drafter, "fill", fill_while_a_reviewer_saves)


def _run(project: Project) -> RunReport:
    report = pipeline.translate(project)
    assert report.failures == ()
    return report


def _files(folder: Path, pattern: str) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes().decode()
        for path in folder.rglob(pattern)
    }


def _sentences(page: str) -> str:
    blocks = [re.sub(r"<[^>]+>", "", text).strip() for _, text in BLOCK.findall(page)]
    notice = [NOTICE] if NOTICE in page else []
    return "".join(f"{line}\n" for line in [*notice, *blocks])


def test_the_po_files_are_as_expected(state: Path, project: Project) -> None:
    _run(project)
    assert _files(project.po, "*.po") == _files(state / "expected/po", "*.po")


def test_the_pages_say_what_is_expected(state: Path, project: Project) -> None:
    _run(project)
    pages = {
        name.replace("/index.html", ".txt"): _sentences(page)
        for name, page in _files(project.output / "hi", "index.html").items()
        if name != "index.html"
    }
    expected = state / "expected/pages"
    assert pages == (_files(expected, "*.txt") if expected.exists() else {})


def test_once_more_changes_no_byte(project: Project) -> None:
    _run(project)
    before = [_files(folder, "*.*") for folder in (project.po, project.output)]
    report = _run(project)
    assert [_files(folder, "*.*") for folder in (project.po, project.output)] == before
    assert report.written == report.removed == ()


@pytest.fixture
def gettext() -> None:
    if shutil.which("msgfmt") is None or shutil.which("msgcat") is None:
        pytest.skip("gettext is not installed")


@pytest.mark.usefixtures("gettext")
def test_gettext_takes_the_expected_files(state: Path) -> None:
    for path in (state / "expected/po").rglob("*.po"):
        command = ["msgfmt", "--check-format", "--check-header", "-o", "/dev/null", str(path)]
        run = subprocess.run(command, capture_output=True, text=True, check=False)
        assert run.returncode == 0, run.stderr


@pytest.mark.usefixtures("gettext")
def test_what_msgcat_rewrote_says_the_same(state: Path, tmp_path: Path) -> None:
    for path in (state / "expected/po").rglob("*.po"):
        copy = tmp_path / "hi.po"
        subprocess.run(["msgcat", "--width=40", "-o", copy, path], check=True)
        assert read_catalog(copy, article="a") == read_catalog(path, article="a")
