"""What accessibility and HTML checkers say of built pages."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from browser_support import Files, Opener, read_site

from dualpress import pipeline
from dualpress.config import Project

EXAMPLES = Path(__file__).parents[2] / "examples"
NU = Path(sys.prefix, "share/dualpress-browser/node_modules/vnu-jar/build/dist/vnu.jar")
BILINGUAL = "hi/sri-lanka-debt/bilingual/index.html"


@pytest.fixture(scope="module")
def examples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The examples, built with everything that readers may be offered."""
    root = tmp_path_factory.mktemp("built") / "examples"
    shutil.copytree(EXAMPLES, root, ignore=shutil.ignore_patterns("sites"))
    config = root / "dualpress.toml"
    text = config.read_text("utf-8").replace('"../output"', '"output"')
    config.write_text(text.replace("[page]\n", "[page]\ntranslator = true\n"), "utf-8")
    assert pipeline.build(Project.load(root)).failures == ()
    return root


def violations(window: Opener, files: Files, path: str, **options: object) -> set[tuple[str, str]]:
    """The rules that a page breaks, each with the element that does."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    found = axe.run(window(files, path, **options).page).response["violations"]
    return {(rule["id"], node["html"]) for rule in found for node in rule["nodes"]}


LOOKS = pytest.mark.parametrize("scheme", ["light", "dark"])
DEVICES = pytest.mark.parametrize("phone", [False, True], ids=["desktop", "phone"])


@LOOKS
@DEVICES
@pytest.mark.parametrize("path", ["en/long/index.html", "hi/long/index.html", "hi/index.html"])
def test_axe_finds_nothing_on_pages_of_a_plain_post(
    window: Opener, long: Files, path: str, scheme: str, phone: bool
) -> None:
    assert violations(window, long, path, phone=phone, color_scheme=scheme) == set()


@LOOKS
@DEVICES
def test_axe_finds_nothing_on_the_choice_and_the_side_by_side_view(
    window: Opener, examples: Path, scheme: str, phone: bool
) -> None:
    files = read_site(examples / "output")
    for path in ("index.html", BILINGUAL):
        assert violations(window, files, path, phone=phone, color_scheme=scheme) == set()


def test_axe_finds_nothing_on_the_switcher_in_the_middle_of_a_page(
    window: Opener, long: Files
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    reader = window(long, "hi/long/index.html", color_scheme="dark")
    reader.scroll(0.5)
    reader.scroll_back()
    assert axe.run(reader.page).response["violations"] == []


def faults(*files: Path) -> dict[Path, Counter[str]]:
    """The errors that the Nu HTML checker finds in each of some files."""
    if not NU.is_file() or shutil.which("java") is None:
        pytest.skip("the Nu HTML checker is not there: needs what tests/browser/install installs")
    command = ["java", "-jar", str(NU), "--format", "json", "--errors-only", "--exit-zero-always"]
    done = subprocess.run([*command, *files], capture_output=True, check=True)
    found: dict[Path, Counter[str]] = {path: Counter() for path in files}
    for message in json.loads(done.stderr)["messages"]:
        found[Path(message["url"].removeprefix("file:"))][message["message"]] += 1
    return found


def pages_of(examples: Path, post: Path) -> Iterator[Path]:
    yield from (examples / "output").glob(f"**/{post.stem}/**/index.html")


def test_the_nu_checker_finds_nothing_that_the_source_page_did_not_have(examples: Path) -> None:
    posts = sorted((examples / "posts").glob("*.html"))
    pages = sorted((examples / "output").rglob("*.html"))
    found = faults(*posts, *pages)
    own = {page: post for post in posts for page in pages_of(examples, post)}
    new = {page: found[page] - found.get(own.get(page, page), Counter()) for page in pages}
    lists = [page for page in pages if page not in own]
    assert len(lists) == 3
    assert all(not found[page] for page in lists)
    assert {page.relative_to(examples): faults for page, faults in new.items() if faults} == {}
