"""What the tests of small runs share: a site, edits of it, and what a whole run makes of these."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing

from pipeline_support import RIVER, ROAD, MakeSite, Site

from dualpress.pipeline.report import RunReport

HEAD = (
    '<meta name="description" content="The river rose.">'
    '<meta property="article:published_time" content="2024-01-02">'
)
LINKED = RIVER.replace("</head>", f"{HEAD}</head>").replace(
    "</body>", '<p><a href="road.html">The road</a><img src="a.png" alt=""></p></body>'
)

BASE = 'base_url = "https://example.org/"'

Edit = Callable[[Site], object]
Run = Callable[[Site], RunReport]


def two_and_one(make_site: MakeSite) -> Site:
    """A site of two articles that are published, and of one that waits."""
    site = make_site(
        {"river": LINKED, "road": ROAD, "waits": ROAD},
        {"posts/a.png": b"1", "posts/b.png": b"2", "glossaries/own.csv": "en,hi\nriver,नदी\n"},
        site=BASE,
        page='bilingual = "link"',
        html='skip = [".x"]',
    )
    site.publish("river", "road")
    return site


def review(article: str, source: str, **fields: object) -> Edit:
    return lambda site: site.review(article, source, **fields)  # type: ignore[arg-type]


def in_post(name: str, old: str, new: str) -> Edit:
    return lambda site: site.edit(f"posts/{name}.html", old, new)


def both(*edits: Edit) -> Edit:
    def act(site: Site) -> None:
        for edit in edits:
            edit(site)

    return act


REWORDED = review("river", "Two bridges were closed.", msgstr="दो पुल बंद हुए।")
RETITLED = review("road", "The road", msgstr="मार्ग")


def outcome(site: Site, run: Run = Site.build) -> tuple[str, dict[str, str]]:
    """What a run tells and leaves, whatever folder it is in."""
    told = repr(run(site)).replace(str(site.root), "/site")
    return told, {k: v for k, v in site.hashes().items() if not k.startswith(".dualpress/")}


def as_whole(site: Site, run: Run = Site.build) -> tuple[str, dict[str, str]]:
    """The same of a run that knows nothing of an earlier one."""
    copy = Site(site.root.with_name("copy"))
    shutil.copytree(site.root, copy.root, ignore=shutil.ignore_patterns(".dualpress"))
    return outcome(copy, run)


def damage(site: Site, statement: str) -> None:
    """Change what is noted."""
    with closing(sqlite3.connect(site.root / ".dualpress/build.sqlite")) as connection:
        connection.execute(statement)
        connection.commit()
