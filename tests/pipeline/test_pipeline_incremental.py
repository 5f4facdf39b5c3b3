"""A run that opens only what changed makes what a run that opens everything makes."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pipeline_support import RIVER, ROAD, Site, configuration

from dualpress.pipeline import RunReport

HEAD = '<!DOCTYPE html>\n<html lang="en">\n<head><title>{title}</title></head>\n<body>\n'
LINKS = (
    HEAD.format(title="The river")
    + '<h1>The river</h1>\n<p>Two bridges were closed.</p>\n<p><a href="road.html">The road</a>'
    '<a href="/city/hall/">The river rose.</a> <img src="map.png" alt=""></p>\n</body>\n</html>\n'
)
CITED = (
    HEAD.format(title="The road").replace(
        "</head>", '<link rel="canonical" href="https://example.org/city/hall/"></head>'
    )
    + '<h1>The road</h1>\n<p>The road is open again.</p>\n<p><a href="../river.html">The river</a>'
    '<a href="../missing.html">The river rose.</a></p>\n</body>\n</html>\n'
)
PHRASES = """msgid ""
msgstr "Language: hi\\n"

msgid "The road is open again."
msgstr "रास्ता फिर खुला।"
"""
TMX = """<?xml version="1.0" encoding="UTF-8"?>
<tmx version="1.4"><header srclang="en" datatype="plaintext"/><body>
<tu><tuv xml:lang="en"><seg>The rain stopped at last.</seg></tuv>
<tuv xml:lang="hi"><seg>वर्षा थम गई।</seg></tuv></tu>
</body></tmx>
"""
STYLED = RIVER.replace("</head>", '<link rel="stylesheet" href="site.css"></head>')
POSTS = {"river": RIVER, "road": ROAD, "links": LINKS, "city/hall": CITED, "styled": STYLED}

Edit = Callable[[Site], None]


def lay_out(root: Path) -> Site:
    """A project of five articles that lead to each other, all published but one."""
    site = Site(root)
    site.write(
        "dualpress.toml",
        configuration(
            site='base_url = "https://example.org/"',
            page='bilingual = "link"\npaginate = 2',
            urls='translation = "{lang}/{slug}/"',
        ),
    )
    for name, post in POSTS.items():
        site.write(f"posts/{name}.html", post)
    site.write("posts/map.png", b"map")
    site.write("posts/site.css", "body { background: url(paper.png) }")
    site.write("posts/paper.png", b"paper")
    site.translate()
    site.approve("river", "links", "city/hall", "styled")
    site.edit("dualpress.toml", 'engine = "scripted"', 'engine = "identity"')
    site.build()
    return site


def po_files(site: Site) -> list[Path]:
    return sorted((site.root / "po").rglob("hi.po"))


def posts(site: Site) -> list[Path]:
    return sorted((site.root / "posts").rglob("*.html"))


def pages(site: Site) -> list[Path]:
    return sorted((site.root / "output").rglob("*.html"))


def change_words(po: Path, change: Callable[[polib.POEntry], None], *, title: bool) -> None:
    """Change the first entry of a PO file, which is the title's, or the last; of a sound one."""
    try:
        file = polib.pofile(str(po))
    except OSError:
        return
    entries = [entry for entry in file if not entry.obsolete]
    if entries:
        change(entries[0 if title else -1])
    file.save()


def reword(entry: polib.POEntry) -> None:
    entry.msgstr = f"{entry.msgstr} नया" if entry.msgstr else "नया"
    entry.flags = []


def hold(entry: polib.POEntry) -> None:
    entry.flags = ["fuzzy"]


def empty(entry: polib.POEntry) -> None:
    entry.msgstr = ""


def waive(entry: polib.POEntry) -> None:
    entry.tcomment = "ok: number, term as agreed"


def revise(po: Path) -> None:
    """Save a PO file on another day, as its editor's program tells."""
    try:
        file = polib.pofile(str(po))
    except OSError:
        return
    last = file.metadata.get("PO-Revision-Date", "")
    file.metadata["PO-Revision-Date"] = f"20{int(last[2:4] or 20) + 1}-05-06 07:08+0530"
    file.save()


def replaced(old: str, new: str, path: Path) -> None:
    text = path.read_text("utf-8")
    path.write_text(text.replace(old, new), "utf-8")


def toggled(site: Site, name: str, content: bytes) -> None:
    """Make a file, or take it away."""
    path = site.root / name
    if path.exists():
        path.unlink()
    else:
        site.write(name, content)


def put(site: Site, name: str, content: bytes) -> None:
    site.write(name, content)


def put_terms(site: Site, rows: Sequence[str]) -> None:
    site.write("glossaries/house.csv", "\n".join(("en,hi,kind,forms_en,forbidden", *rows)))


def approve(site: Site) -> None:
    site.approve()


def translate(site: Site) -> None:
    site.translate()


def approve_one(number: int, site: Site) -> None:
    names = sorted(post.relative_to(site.root / "posts").as_posix() for post in posts(site))
    if names:
        site.approve(names[number % len(names)].removesuffix(".html"))


def draft(site: Site) -> None:
    site.translate(engine="scripted")


def moved(path: Path) -> None:
    path.rename(path.with_name(f"{path.stem}-{path.suffix}"))


def each(find: Callable[[Site], list[Path]], act: Callable[[Path], object]) -> dict[int, Edit]:
    """An edit of the first, the second … of some files, and of none where there is none."""

    def nth(number: int, site: Site) -> None:
        files = find(site)
        if files:
            act(files[number % len(files)])

    return {number: partial(nth, number) for number in range(len(POSTS))}


KINDS: dict[str, dict[int, Edit]] = {
    "a sentence is reworded": each(po_files, lambda po: change_words(po, reword, title=False)),
    "a title is reworded": each(po_files, lambda po: change_words(po, reword, title=True)),
    "a title is emptied": each(po_files, lambda po: change_words(po, empty, title=True)),
    "a sentence is held": each(po_files, lambda po: change_words(po, hold, title=False)),
    "a sentence is emptied": each(po_files, lambda po: change_words(po, empty, title=False)),
    "a sentence is waived": each(po_files, lambda po: change_words(po, waive, title=False)),
    "a PO file is saved on another day": each(po_files, revise),
    "an article is approved": {
        number: partial(approve_one, number) for number in range(len(POSTS))
    },
    "a PO file is emptied": each(po_files, lambda po: po.write_bytes(b"")),
    "a PO file is broken": each(po_files, lambda po: po.write_bytes(b"<<<<<<<")),
    "a PO file is removed": each(po_files, lambda po: po.unlink()),
    "all is approved": {0: approve},
    "all is translated": {0: translate, 1: draft},
    "what is known of a draft is lost": each(
        lambda site: sorted((site.root / "po").rglob("hi.json")), lambda path: path.unlink()
    ),
    "a phrase is learned": {0: lambda site: toggled(site, "po/phrases.po", PHRASES.encode())},
    "a memory is learned": {0: lambda site: toggled(site, "memory/old.tmx", TMX.encode())},
    "a memory is damaged": {0: lambda site: toggled(site, "memory/new.tmx", b"<tmx")},
    "the house gets a term": {
        0: lambda site: toggled(site, "glossaries/own.csv", "en,hi\nroad,राह\n".encode())
    },
    "the house changes its terms": {
        number: partial(put_terms, rows=rows)
        for number, rows in enumerate(
            (
                ("bridge,पुल,,,", "river,नदी,place,,"),
                ("bridge,सेतु,,,", "river,नदी,place,,"),
                ("river,दरिया,,rain,", "rain,वर्षा,,,"),
                ("rain,वर्षा,,,", "river,दरिया,,rain,"),
                ("minister,मंत्री,title,,पानी",),
            )
        )
    },
    "a post gets a sentence": each(
        posts, lambda post: replaced("</body>", "<p>The rain stopped at last.</p></body>", post)
    ),
    "a post gets a picture": each(
        posts, lambda post: replaced("</body>", '<p><img src="paper.png" alt=""></p></body>', post)
    ),
    "a post is dated": each(
        posts,
        lambda post: replaced(
            "</title>",
            '</title><meta property="article:published_time" content="2024-01-02">',
            post,
        ),
    ),
    "a post is described": each(
        posts,
        lambda post: replaced(
            "</title>", '</title><meta name="description" content="The river rose.">', post
        ),
    ),
    "a post is kept from search engines": each(
        posts,
        lambda post: replaced("</title>", '</title><meta name="robots" content="noindex">', post),
    ),
    "a post gets a link": each(
        posts, lambda post: replaced("</body>", '<p><a href="/road/">The road</a></p></body>', post)
    ),
    "a post gets a canonical link": each(
        posts,
        lambda post: replaced(
            "</title>",
            f'</title><link rel="canonical" href="https://example.org/{post.stem}/">',
            post,
        ),
    ),
    "a post moves on the site": each(
        posts,
        lambda post: replaced(
            "</title>", '</title><link rel="canonical" href="https://example.org/x/">', post
        ),
    ),
    "a post is renamed": each(posts, moved),
    "a post is removed": each(posts, lambda post: post.unlink()),
    "a post is emptied": each(posts, lambda post: post.write_bytes(b"")),
    "a post is added": {
        0: lambda site: toggled(site, "posts/missing.html", ROAD.encode()),
        1: lambda site: toggled(site, "posts/new.html", ROAD.encode()),
    },
    "a picture comes or goes": {0: lambda site: toggled(site, "posts/map.png", b"map")},
    "a picture is replaced": {0: lambda site: put(site, "posts/map.png", b"new")},
    "a style comes or goes": {0: lambda site: toggled(site, "posts/site.css", b"@import 'b.css'")},
    "a picture of a style comes or goes": {
        0: lambda site: toggled(site, "posts/paper.png", b"paper")
    },
    "a term is added": {
        0: lambda site: toggled(site, "po/river/glossary.csv", b"en,hi\nriver,sarita\n"),
        1: lambda site: toggled(site, "po/links/glossary.csv", b"en,hi\nroad,marg\n"),
    },
    "the site moves": {
        0: lambda site: replaced("example.org", "example.com", site.root / "dualpress.toml")
    },
    "the address pattern changes": {
        0: lambda site: replaced("{lang}/{slug}/", "{path}/{lang}/", site.root / "dualpress.toml")
    },
    "the lists are cut anew": {
        0: lambda site: replaced("paginate = 2", "paginate = 3", site.root / "dualpress.toml")
    },
    "a page is edited by hand": each(pages, lambda page: page.write_bytes(b"by hand")),
    "a page is deleted": each(pages, lambda page: page.unlink()),
    "a file of the output is deleted": each(
        lambda site: [
            path
            for name in ("manifest.json", ".dualpress-files.json", "sitemap.xml", "redirects.json")
            if (path := site.root / "output" / name).exists()
        ],
        lambda path: path.unlink(),
    ),
    "the record is deleted": {
        0: lambda site: (site.root / "dualpress.urls.json").unlink(missing_ok=True)
    },
}

SMALL = (
    "a sentence is reworded",
    "a title is reworded",
    "a sentence is held",
    "a sentence is waived",
    "a PO file is saved on another day",
    "an article is approved",
    "a post gets a sentence",
    "a post gets a link",
    "a post gets a picture",
    "a post is dated",
    "a post is removed",
    "a post is described",
    "a post is kept from search engines",
    "a title is emptied",
    "the house changes its terms",
    "a picture is replaced",
    "a page is edited by hand",
)
"""What an editor does to an article or two between builds."""

EDITS = [(kind, number) for kind, numbers in KINDS.items() for number in numbers]


@pytest.fixture(scope="module")
def laid_out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A built project, to be copied."""
    root = tmp_path_factory.mktemp("laid_out") / "site"
    lay_out(root)
    return root


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with addresses that no two pages ask for, so that all has its place."""
    site = lay_out(tmp_path_factory.mktemp("sound") / "site")
    site.edit("dualpress.toml", "{lang}/{slug}/", "{lang}/{path}/")
    assert not site.build().failures
    return site.root


Run = Callable[[Site], RunReport]

RUNS: dict[str, Run] = {
    "build": lambda site: site.build(),
    "translate": lambda site: site.translate(),
    "translate by script": lambda site: site.translate(engine="scripted"),
}


def outcome(site: Site, run: Run) -> tuple[str, dict[str, str]]:
    """What a run tells and leaves, whatever folder it is in."""
    try:
        told = repr(run(site))
    except Exception as error:  # such as that there is no post left
        told = repr((type(error), str(error)))
    files = {name: sha for name, sha in site.hashes().items() if not name.startswith(".dualpress/")}
    return told.replace(str(site.root), "/site"), files


def check(site: Site, scratch: Path, run: str) -> None:
    """Run in a project and, without what is noted, in a copy of it, and compare."""
    shutil.copytree(site.root, scratch, ignore=shutil.ignore_patterns(".dualpress"))
    assert outcome(site, RUNS[run]) == outcome(Site(scratch), RUNS[run])
    shutil.rmtree(scratch)


@pytest.mark.parametrize("kind", KINDS)
def test_a_run_after_an_edit_makes_what_a_whole_run_makes(
    laid_out: Path, tmp_path: Path, kind: str
) -> None:
    site = Site(tmp_path / "site")
    shutil.copytree(laid_out, site.root, ignore=shutil.ignore_patterns(".dualpress"))
    site.translate()
    KINDS[kind][0](site)
    for run in ("build", "translate by script"):
        check(site, tmp_path / "scratch", run)


@settings(max_examples=6)
@given(
    st.lists(
        st.tuples(
            st.lists(st.sampled_from(EDITS), min_size=1, max_size=2), st.sampled_from(sorted(RUNS))
        ),
        min_size=2,
        max_size=4,
    )
)
def test_runs_after_any_edits_make_what_whole_runs_make(
    laid_out: Path, rounds: Sequence[tuple[Sequence[tuple[str, int]], str]]
) -> None:
    with TemporaryDirectory() as folder:
        site = Site(Path(folder) / "site")
        shutil.copytree(laid_out, site.root, ignore=shutil.ignore_patterns(".dualpress"))
        site.translate()
        for edits, run in rounds:
            for kind, number in edits:
                KINDS[kind][number](site)
            check(site, Path(folder) / "scratch", run)


@settings(max_examples=6)
@given(
    st.lists(
        st.tuples(
            st.lists(
                st.sampled_from([edit for edit in EDITS if edit[0] in SMALL]),
                min_size=1,
                max_size=2,
            ),
            st.sampled_from(["build", "translate by script"]),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_runs_after_small_edits_make_what_whole_runs_make(
    sound: Path, rounds: Sequence[tuple[Sequence[tuple[str, int]], str]]
) -> None:
    with TemporaryDirectory() as folder:
        site = Site(Path(folder) / "site")
        shutil.copytree(sound, site.root, ignore=shutil.ignore_patterns(".dualpress"))
        site.build()
        for edits, run in rounds:
            for kind, number in edits:
                KINDS[kind][number](site)
            check(site, Path(folder) / "scratch", run)


_TERMS = (
    "river,नदी,place,,",
    "river,सरिता,place,waters,",
    "river,सरिता,,,नदी",
    "bridge,पुल,,river,",
    "rain,वर्षा,,river,",
    "road,सड़क,place,way,",
    "road,मार्ग,,,सड़क",
    "mountain,पहाड़,,,",
)


@settings(max_examples=5)
@given(
    st.lists(
        st.tuples(
            st.lists(st.sampled_from(_TERMS), max_size=4, unique_by=lambda row: row.split(",")[0]),
            st.booleans(),
            st.sampled_from(sorted(RUNS)),
        ),
        min_size=2,
        max_size=4,
    )
)
def test_runs_after_any_edits_of_the_glossary_make_what_whole_runs_make(
    laid_out: Path, rounds: Sequence[tuple[Sequence[str], bool, str]]
) -> None:
    with TemporaryDirectory() as folder:
        site = Site(Path(folder) / "site")
        shutil.copytree(laid_out, site.root, ignore=shutil.ignore_patterns(".dualpress"))
        site.translate()
        for rows, is_own_changed, run in rounds:
            put_terms(site, rows)
            if is_own_changed:
                KINDS["a term is added"][0](site)
            check(site, Path(folder) / "scratch", run)


@pytest.mark.skipif(sys.platform in ("darwin", "win32"), reason="all names are Unicode there")
def test_a_post_whose_name_is_no_utf_8_may_come_later(laid_out: Path, tmp_path: Path) -> None:
    site = Site(tmp_path / "site")
    shutil.copytree(laid_out, site.root, ignore=shutil.ignore_patterns(".dualpress"))
    site.translate()
    (site.root / "posts" / os.fsdecode(b"\xff.html")).write_text(ROAD, "utf-8")
    check(site, tmp_path / "scratch", "build")
