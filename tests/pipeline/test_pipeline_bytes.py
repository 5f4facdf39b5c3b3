"""Bytes: those of the source where nothing is to change, and the same ones in every run."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import polib
import pytest
from pipeline_support import RIVER, ROAD, MakeSite, Site, configuration

EXAMPLES = sorted((Path(__file__).parents[2] / "examples" / "posts").glob("*.html"))
PLAIN = {"top": 'publish = "all"', "html": "presets = []", "page": "decorate = false"}


@pytest.fixture(scope="module")
def untranslated(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The example posts built without a translation, and with nothing added."""
    site = _examples(tmp_path_factory.mktemp("untranslated"), engine="auto")
    site.build()
    return site


@pytest.fixture(scope="module")
def identical(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The same, each sentence its own translation, and reviewed."""
    site = _examples(tmp_path_factory.mktemp("identical"), engine="auto")
    site.translate()
    for path in site.root.glob("po/*/*.po"):
        po = polib.pofile(str(path))
        for entry in po:
            entry.msgstr, entry.flags = entry.msgid, []
        po.save()
    site.build()
    return site


def _examples(root: Path, *, engine: str) -> Site:
    site = Site(root)
    site.write("dualpress.toml", configuration(answers={}, engine=engine, **PLAIN))
    for post in EXAMPLES:
        site.write(f"posts/{post.name}", post.read_bytes())
    return site


def page_of(site: Site, post: Path, language: str) -> Path:
    path: str = site.manifest()[post.stem]["versions"][language]["path"]
    return site.root / "output" / path


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("post", EXAMPLES, ids=lambda post: post.stem)
def test_a_page_without_translations_has_the_bytes_of_its_post(
    untranslated: Site, post: Path, language: str
) -> None:
    page = page_of(untranslated, post, language)

    assert page.read_bytes() == post.read_bytes()


@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("post", EXAMPLES, ids=lambda post: post.stem)
def test_a_page_whose_translations_are_its_sentences_has_the_bytes_of_its_post(
    identical: Site, post: Path, language: str
) -> None:
    page = page_of(identical, post, language)

    assert page.read_bytes() == post.read_bytes()


def test_sentences_that_are_their_own_translations_count_as_reviewed(identical: Site) -> None:
    """Else the test above would hold for pages without translations."""
    assert identical.manifest()["gwadar-port-security"]["versions"]["hi"]["segments"].keys() == {
        "reviewed"
    }


RUN = """
import sys
from pathlib import Path
from dualpress.config import Project
from dualpress.pipeline import approve, build, translate
project = Project.load(Path(sys.argv[1]))
translate(project)
approve(project, ["river"])
build(project)
"""


def test_every_run_gives_the_same_bytes(make_site: MakeSite) -> None:
    def run(seed: str) -> Iterator[tuple[str, str]]:
        site = make_site(
            {"river": RIVER, "road": ROAD, "piracy": EXAMPLES[0].read_bytes()},
            folder=f"seed {seed}",
            top='publish = "all"',
            scripted='unknown = "echo"',
            site='base_url = "https://example.org/"',
        )
        subprocess.run(
            [sys.executable, "-c", RUN, str(site.root)],
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        yield from site.hashes("po", "output").items()

    first, second = dict(run("1")), dict(run("2"))

    assert len(first) > 10
    assert first == second
