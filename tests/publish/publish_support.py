"""What the tests of publishing share: a project with a post that came from a site, and the site."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import polib
import pytest
from fake_wordpress import PASSWORD, USER, FakeWordPress, serving

from dualpress import pipeline
from dualpress.config import Project
from dualpress.pipeline.wordpress.publishing import publish_in_wordpress
from dualpress.pipeline.wordpress.publishing_report import (
    PublishedPost,
    PublishOrder,
    PublishReport,
)
from dualpress.site.wordpress.fragment import Fragment, fragment_of
from dualpress.site.wordpress.post import Original, PostText
from dualpress.site.wordpress.record import (
    RECORD_NAME,
    KnownPost,
    WordPressRecord,
    read_record,
    write_record,
)
from dualpress.site.wordpress.rest.passwords import VARIABLE

ANSWERS = {
    "The river": "नदी",
    "The road": "सड़क",
    "It rose.": "पानी बढ़ गया।",
    "It is open.": "यह खुली है।",
    "In short.": "संक्षेप में।",
}
BODY = "<!-- wp:paragraph -->\n<p>It rose.</p>\n<!-- /wp:paragraph -->"
HINDI = BODY.replace("It rose.", "पानी बढ़ गया।")

_APPROVED: dict[tuple[bytes, ...], dict[str, bytes]] = {}
"""The PO files of posts, as they are once all is approved."""


@dataclass
class Desk:
    """A project of a test and the site that its posts came from."""

    root: Path
    site: FakeWordPress
    waits: list[float] = field(default_factory=list)

    @property
    def project(self) -> Project:
        return Project.load(self.root)

    @property
    def record(self) -> WordPressRecord:
        return read_record(self.root / RECORD_NAME)

    def configure(self, **settings: str) -> None:
        own = {"url": self.site.url, "user": USER, **settings}
        lines = [
            'engine = "scripted"',
            "shipped_glossaries = false",
            "[html]",
            "presets = []",
            "[wordpress]",
            *(f"{key} = {json.dumps(value)}" for key, value in own.items()),
            "[engines.scripted]",
            'path = "answers.json"',
            'unknown = "echo"',
        ]
        (self.root / "dualpress.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def add(
        self,
        title: str = "The river",
        body: str = BODY,
        *,
        kind: Any = "post",
        text: dict[str, Any] | None = None,
        seo: Any = None,
        **stored: Any,
    ) -> int:
        """A post of the site that was imported into the project."""
        slug = title.lower().replace(" ", "-")
        number = self.site.add(kind, title=title, slug=slug, content=body, **stored)
        there = self.site.posts[number]
        original = Original(
            id=number,
            type=kind,
            status="publish",
            guid=there["guid"]["raw"],
            link=f"https://www.example.org/{slug}/",
            date="2026-11-20 10:00:00",
            date_gmt="2026-11-20 04:30:00",
            author=USER,
            seo=seo,
        )
        post = PostText(title, slug, body, **(text or {}))
        path = self.root / "posts" / f"{slug}.html"
        path.write_bytes(fragment_of(Fragment(original, post)))
        return number

    def review(self) -> None:
        """Draft all articles, and approve all drafts; for the same posts only once."""
        posts = sorted((self.root / "posts").iterdir())
        approved = _APPROVED.setdefault(tuple(path.read_bytes() for path in posts), {})
        if not approved:
            pipeline.translate(self.project)
            pipeline.approve(self.project, [])
            files = [path for path in (self.root / "po").rglob("*") if path.is_file()]
            approved.update({str(path.relative_to(self.root)): path.read_bytes() for path in files})
        for name, data in approved.items():
            path = self.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)

    def correct(self, old: str, new: str, article: str = "the-river") -> None:
        """What a reviewer writes otherwise."""
        path = self.root / "po" / article / "hi.po"
        po = polib.pofile(str(path))
        for entry in po:
            entry.msgstr = entry.msgstr.replace(old, new)
        po.save()

    def know(self, article: str, post: KnownPost) -> None:
        """Put a translation into the record."""
        from dualpress.article import Language

        known = self.record.with_translation(article, Language.HI, post)
        write_record(self.root / RECORD_NAME, known, self.record)

    def forget(self) -> None:
        """Lose the record."""
        (self.root / RECORD_NAME).unlink(missing_ok=True)

    def publish(self, *names: str, dry_run: bool = False, **order: Any) -> PublishReport:
        return publish_in_wordpress(
            self.project,
            PublishOrder(names, **order),
            dry_run=dry_run,
            sleep=self.waits.append,
        )

    def publish_one(self, **order: Any) -> PublishedPost:
        """Publish the only article there is, and nothing may fail."""
        report = self.publish(**order)
        assert not report.failures
        [post] = report.posts
        return post

    def translations(self) -> list[dict[str, Any]]:
        """The posts of the site that are in Hindi and not in the trash."""
        return [
            post
            for post in self.site.posts.values()
            if "नदी" in post["title"]["raw"] and post["status"] != "trash"
        ]


@contextmanager
def desk_at(
    root: Path, monkeypatch: pytest.MonkeyPatch, *, password: str = PASSWORD
) -> Iterator[Desk]:
    """A project that is set up for a site, without articles."""
    monkeypatch.setenv(VARIABLE, password)
    site = FakeWordPress()
    with serving(site):
        desk = Desk(root, site)
        (root / "posts").mkdir()
        (root / "answers.json").write_text(json.dumps(ANSWERS), encoding="utf-8")
        desk.configure()
        yield desk


@contextmanager
def reviewed(root: Path, monkeypatch: pytest.MonkeyPatch, **post: Any) -> Iterator[Desk]:
    """A project with one article, ready to be published."""
    with desk_at(root, monkeypatch) as desk:
        desk.add(**post)
        desk.review()
        yield desk
