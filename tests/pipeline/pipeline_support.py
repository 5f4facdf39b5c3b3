"""What the tests of the pipeline share: a project that is laid out from a few files."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polib
import pytest

from dualpress import pipeline
from dualpress.article import Language
from dualpress.config import Project
from dualpress.pipeline import CheckReport, ReviewReport, RunReport, StatusReport

ANSWERS = {
    "The river": "नदी",
    "The river rose.": "नदी का पानी बढ़ गया।",
    "Two bridges were closed.": "दो पुल बंद कर दिए गए।",
    "The minister spoke in the evening.": "मंत्री ने शाम को बात की।",
    "The rain stopped at last.": "आख़िरकार बारिश थम गई।",
    "The road": "सड़क",
    "The road is open again.": "सड़क फिर से खुल गई है।",
}
"""What the scripted engine knows; every sentence of the posts below, and some more."""

RIVER = """<!DOCTYPE html>
<html lang="en">
<head><title>The river</title></head>
<body>
<h1>The river</h1>
<p>The river rose. Two bridges were closed.</p>
<p>The minister spoke in the evening.</p>
</body>
</html>
"""

ROAD = """<!DOCTYPE html>
<html lang="en">
<head><title>The road</title></head>
<body>
<h1>The road</h1>
<p>The road is open again.</p>
</body>
</html>
"""

Files = Mapping[str, str | bytes]


@dataclass(frozen=True)
class Site:
    """A project of a test, and what is done with it.

    Args:
        root: its folder.
    """

    root: Path

    @property
    def project(self) -> Project:
        return Project.load(self.root)

    def write(self, name: str, content: str | bytes) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def read(self, name: str) -> str:
        return (self.root / name).read_bytes().decode()

    def edit(self, name: str, old: str, new: str) -> None:
        """Change what stands in a file once, as an editor does."""
        text = self.read(name)
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        self.write(name, text.replace(old, new))

    def translate(self, *paths: str, **options: Any) -> RunReport:
        return pipeline.translate(self.project, [self.root / path for path in paths], **options)

    def build(self, **options: Any) -> RunReport:
        return pipeline.build(self.project, **options)

    def approve(self, *ids: str, **options: Any) -> ReviewReport:
        return pipeline.approve(self.project, ids, **options)

    def unchanged(self, *ids: str) -> ReviewReport:
        return pipeline.unchanged(self.project, ids)

    def check(self, *ids: str, **options: Any) -> CheckReport:
        return pipeline.check(self.project, ids, **options)

    def status(self, *ids: str) -> StatusReport:
        return pipeline.status(self.project, ids)

    def publish(self, *ids: str) -> RunReport:
        """Translate, approve and build: the way of an article that needs no correction."""
        self.translate()
        approved = self.approve(*ids)
        assert approved.refused == approved.failures == ()
        return self.build()

    def po(self, article: str, language: str = "hi") -> polib.POFile:
        return polib.pofile(str(self.root / "po" / article / f"{language}.po"))

    def entry(self, article: str, source: str) -> polib.POEntry:
        found = self.po(article).find(source)
        assert found is not None, f"no entry {source!r}"
        return found

    def review(self, article: str, source: str, *, fuzzy: bool = False, **fields: str) -> None:
        """Save an entry as a reviewer's tool does.

        Args:
            article: its id.
            source: the entry's msgid.
            fuzzy: whether it is marked as needing work.
            fields: ``msgstr``, ``tcomment``.
        """
        po = self.po(article)
        entry = po.find(source)
        assert entry is not None, f"no entry {source!r}"
        entry.flags = ["fuzzy"] if fuzzy else []
        for name, value in fields.items():
            setattr(entry, name, value)
        po.save()

    def line(self, article: str, source: str, language: str = "hi") -> int:
        """Where the msgid of a sentence stands in a PO file."""
        lines = self.read(f"po/{article}/{language}.po").split("\n")
        return lines.index(f'msgid "{source}"') + 1

    def page(self, article: str, language: Language | str = "hi") -> str:
        """A translation."""
        return self.read(f"output/{language}/{article}/index.html")

    def original(self, article: str) -> str:
        """The page in the language of the post."""
        return self.read(f"output/{article}/index.html")

    def has_original(self, article: str) -> bool:
        return (self.root / "output" / article / "index.html").exists()

    def has_page(self, article: str, language: str = "hi") -> bool:
        return (self.root / "output" / language / article / "index.html").exists()

    def manifest(self) -> dict[str, Any]:
        pairs = json.loads(self.read("output/manifest.json"))["pairs"]
        return {pair["id"]: pair for pair in pairs}

    def hashes(self, *folders: str) -> dict[str, str]:
        """The files in these folders, or in the whole project, with digests of their bytes."""
        return {
            path.relative_to(self.root).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for folder in folders or (".",)
            for path in sorted((self.root / folder).rglob("*"))
            if path.is_file()
        }


def configuration(
    *,
    answers: Mapping[str, str] | None = None,
    engine: str = "scripted",
    top: str = "",
    **tables: str,
) -> str:
    """A ``dualpress.toml``.

    Args:
        answers: what the scripted engine knows.
        engine: the engine.
        top: lines above the first table.
        tables: the lines of further tables, by their names.
    """
    answers = ANSWERS if answers is None else answers
    known = "\n".join(f"{json.dumps(s)} = {json.dumps(t)}" for s, t in answers.items())
    scripted = tables.pop("scripted", "")
    parts = [f'engine = "{engine}"', "shipped_glossaries = false", 'models = "models"', top]
    parts += [f"[{name}]\n{lines}" for name, lines in tables.items()]
    parts += [f"[engines.scripted]\n{scripted}\n[engines.scripted.answers]\n{known}"]
    return "\n".join(parts) + "\n"


MakeSite = Callable[..., Site]


def link(path: Path, to: Path) -> None:
    """Make a symbolic link, or skip the test where the system gives no leave to."""
    try:
        path.symlink_to(to, target_is_directory=to.is_dir())
    except OSError as error:
        pytest.skip(f"no symbolic link can be made here: {error}")
