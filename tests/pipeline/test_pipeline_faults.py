"""Bad input and a world in the way: one clear error each, and nothing is lost."""

from __future__ import annotations

import cProfile
import errno
import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from pipeline_support import ANSWERS, RIVER, ROAD, MakeSite, Site

from dualpress.engines.base import Hypothesis
from dualpress.engines.scripted import ScriptedEngine
from dualpress.errors import (
    CatalogError,
    ConfigError,
    GlossaryError,
    ReadError,
    WriteError,
)
from dualpress.pipeline.posts import MOST_BYTES

NOISE = b"".join(hashlib.sha256(bytes([number])).digest() for number in range(100))


@pytest.fixture
def published(make_site: MakeSite) -> Site:
    """Two articles whose pages are published in both languages."""
    site = make_site({"river": RIVER, "road": ROAD})
    site.publish("river", "road")
    return site


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"%PDF-1.7\n%\xe2\xe3", "the file is no HTML but a PDF document"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "the file is no HTML but a PNG picture"),
        (b"PK\x03\x04\x14\0", "the file is no HTML but a zip archive, or a document of Word"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "the file is no HTML but a document of an older Word"),
        (NOISE, "the file is no text"),
        (NOISE[:100], "the file is no text"),
        ("<p>Hello there.</p>".encode("utf-16-le"), "the file is no text"),
        (b"", "the file is empty"),
        (b" \r\n\t\n", "the file is empty"),
        (
            '<meta charset="windows-1252"><p>नदी</p>'.encode(),
            "the page declares windows-1252, but its bytes are UTF-8",
        ),
        (
            b'<meta charset="utf-8"><p>caf\xe9</p>',
            "the page declares utf-8, but the byte 0xE9 on line 1 is not utf-8",
        ),
        (b"---\ntitle: [a\n---\n<p>Hello.</p>\n", "its YAML front matter cannot be read"),
    ],
)
def test_a_file_that_is_no_post_is_one_error_and_the_others_are_done(
    published: Site, content: bytes, cause: str
) -> None:
    published.write("posts/road.html", content)
    published.edit("po/river/hi.po", "नदी का पानी बढ़ गया।", "नदी चढ़ आई।")
    kept = published.hashes("po/road", "output/road", "output/hi/road")

    report = published.translate()

    (error,) = report.failures
    assert isinstance(error, ReadError)
    assert error.path == published.root / "posts/road.html"
    assert error.cause.startswith(cause)
    assert "नदी चढ़ आई।" in published.page("river")
    assert published.hashes("po/road", "output/road", "output/hi/road") == kept


@pytest.mark.parametrize(
    "content",
    [
        b"\xff\xfe" + "<p>The road is open again.</p>".encode("utf-16-le"),
        b"\xef\xbb\xbf<p>The road is open again.</p>",
        b"<p>The road\x00 is open again.</p>" + b" " * 100,
        b"The road is open again.",
    ],
)
def test_a_file_with_byte_order_mark_stray_control_or_without_a_tag_is_a_post(
    make_site: MakeSite, content: bytes
) -> None:
    site = make_site({"road": content})

    assert site.translate().failures == ()
    assert len(site.po("road")) == 1


def test_a_file_of_20_megabytes_is_refused_unread(published: Site) -> None:
    with (published.root / "posts/road.html").open("r+b") as file:
        file.truncate(20 * 10**6)

    (error,) = published.build().failures

    assert error.path == published.root / "posts/road.html"
    assert error.cause == "the file has 19 MiB, and no article has more than 16"
    assert MOST_BYTES < 20 * 10**6


def conflict(po: bytes) -> bytes:
    return po.replace(b'msgid "The road"', b"<<<<<<< HEAD\n=======\n>>>>>>> theirs")


def other_encoding(po: bytes) -> bytes:
    return po.decode().encode("utf-16")


def cut_in_a_string(po: bytes) -> bytes:
    return po[: po.rindex(b'"')]


def cut_in_an_entry(po: bytes) -> bytes:
    return po[: po.rindex(b"msgstr")]


def doubled(po: bytes) -> bytes:
    return po + b'\nmsgid "The road"\nmsgstr ""\n'


def no_po(po: bytes) -> bytes:
    return b"no PO file at all"


@pytest.mark.parametrize(
    ("spoil", "cause"),
    [
        (conflict, "Two versions of this file were merged"),
        (other_encoding, "The file is not in UTF-8"),
        (cut_in_a_string, "A quotation mark is missing"),
        (cut_in_an_entry, "The file ends in the middle of an entry"),
        (doubled, "The same msgid stands here"),
        (no_po, "This line is not part of a PO file"),
    ],
)
@pytest.mark.parametrize("command", ["translate", "build"])
def test_a_po_file_that_cannot_be_read_is_one_error_and_stays_as_it_is(
    published: Site, spoil: Callable[[bytes], bytes], cause: str, command: str
) -> None:
    published.write("po/road/hi.po", spoil((published.root / "po/road/hi.po").read_bytes()))
    before = published.hashes("po", "output")

    report = getattr(published, command)()

    (error,) = report.failures
    assert isinstance(error, CatalogError)
    assert error.path == published.root / "po/road/hi.po"
    assert error.line is not None
    assert error.cause.startswith(cause)
    assert [article.id for article in report.articles] == ["river"]
    assert published.hashes("po", "output") == before


@pytest.mark.parametrize("command", ["status", "check", "approve"])
def test_the_other_commands_tell_a_bad_po_file_too(published: Site, command: str) -> None:
    published.write("po/road/hi.po", "no PO file at all")

    report = getattr(published, command)("river", "road")

    (error,) = report.failures
    assert error.path == published.root / "po/road/hi.po"


def edit_meanwhile(
    site: Site, monkeypatch: pytest.MonkeyPatch, name: str, old: str, new: str
) -> None:
    """Let a reviewer save a file while the engine works."""

    def translate(
        engine: ScriptedEngine, sentences: Sequence[str], **_: Any
    ) -> list[list[Hypothesis]]:
        site.edit(name, old, new)
        return [[Hypothesis(ANSWERS[sentence])] for sentence in sentences]

    monkeypatch.setattr(ScriptedEngine, "translate", translate)


def test_what_a_reviewer_saves_while_the_run_works_is_taken_in(
    published: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    published.edit("posts/road.html", "</body>", "<p>The rain stopped at last.</p></body>")
    edit_meanwhile(published, monkeypatch, "po/road/hi.po", "सड़क फिर से खुल गई है।", "सड़क खुली है।")

    report = published.translate()

    assert report.failures == ()
    assert published.entry("road", "The road is open again.").msgstr == "सड़क खुली है।"
    assert published.entry("road", "The rain stopped at last.").fuzzy


def test_a_po_file_spoilt_while_the_run_works_is_told_and_left(
    published: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    published.edit("posts/road.html", "</body>", "<p>The rain stopped at last.</p></body>")
    edit_meanwhile(published, monkeypatch, "po/road/hi.po", 'msgid "The road"', "<<<<<<< HEAD")
    pages = published.hashes("output")

    report = published.translate()

    (error,) = report.failures
    assert error.path == published.root / "po/road/hi.po"
    assert "<<<<<<< HEAD" in published.read("po/road/hi.po")
    assert published.hashes("output") == pages


@pytest.mark.parametrize(
    ("in_the_way", "named"),
    [
        ("output", "output"),
        ("output/en", "output/en"),
        ("output/river/index.html/x", "output/river/index.html"),
    ],
)
def test_a_file_in_the_way_of_the_output_is_one_error(
    make_site: MakeSite, in_the_way: str, named: str
) -> None:
    site = make_site({"river": RIVER, "road": ROAD}, {in_the_way: "mine"})

    report = site.translate()

    (error,) = report.failures
    assert isinstance(error, WriteError)
    assert error.path == site.root / named
    assert len(site.po("river")) + len(site.po("road")) == 6


def test_a_file_in_the_way_of_one_page_leaves_the_others(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER, "road": ROAD}, {"output/river": "mine"})

    report = site.translate()

    assert len(report.failures) == 1
    assert site.has_original("road")


def test_a_file_in_the_way_of_one_po_file_leaves_the_others(make_site: MakeSite) -> None:
    site = make_site({"river": RIVER, "road": ROAD}, {"po/river": "mine"})

    report = site.translate()

    (error,) = report.failures
    assert isinstance(error, WriteError)
    assert error.path == site.root / "po/river/hi.po"
    assert [article.id for article in report.articles] == ["road"]


def fill_up(monkeypatch: pytest.MonkeyPatch, root: Path, *names: str) -> None:
    """Let no file be written whose path in the folder of the project begins so."""

    def replace(path: Path, target: Path) -> Path:
        if target.relative_to(root).as_posix().startswith(names):
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        os.replace(path, target)  # noqa: PTH105 - pathlib's own is what is replaced here
        return target

    monkeypatch.setattr(Path, "replace", replace)


def test_pages_that_were_not_written_are_told_of_no_article(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site({"river": RIVER, "road": ROAD})
    with monkeypatch.context() as patch:
        fill_up(patch, site.root, "output/hi/road")
        report = site.publish("river", "road")
    (error,) = report.failures
    assert error.path == site.root / "output"
    assert "the disk is full, so" in error.cause
    pages = [page for article in report.articles for page in article.pages]
    assert pages
    assert all(page.is_file() for page in (*pages, *report.written))
    assert not site.build().failures
    resumed = site.hashes("output")
    shutil.rmtree(site.root / "output")
    site.build()
    assert site.hashes("output") == resumed


def test_where_the_folder_cannot_be_written_nothing_is_told_as_written(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site({"river": RIVER})
    fill_up(monkeypatch, site.root, "output")
    report = site.translate()
    (error,) = report.failures
    assert error.cause == "the folder cannot be written: the disk is full"
    assert report.written == ()
    assert all(article.pages == () for article in report.articles)


def test_addresses_that_cannot_be_kept_are_told_beside_pages_that_cannot_be_written(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site({"river": RIVER})
    addresses = site.project.addresses
    fill_up(monkeypatch, site.root, "output/i", addresses.relative_to(site.root).as_posix())
    report = site.translate()
    assert {error.path for error in report.failures} == {site.root / "output", addresses}
    assert report.written


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS])
def test_a_full_disk_stops_the_run_and_what_was_finished_is_kept(
    make_site: MakeSite, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    site = make_site({"river": RIVER, "road": ROAD, "upland": ROAD})

    def replace(path: Path, target: Path) -> Path:
        if "road" in str(target):
            raise OSError(number, os.strerror(number))
        os.replace(path, target)  # noqa: PTH105 - pathlib's own is what is replaced here
        return target

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", replace)
        with pytest.raises(WriteError) as caught:
            site.translate()

    assert caught.value.path == site.root / "po/road/hi.po"
    assert "disk is" in caught.value.cause
    assert set(site.hashes("po", "output")) == {"po/river/hi.json", "po/river/hi.po"}


FULL_DISK = """
import resource, sys
from pathlib import Path
from dualpress.config import Project
from dualpress.pipeline import translate
resource.setrlimit(resource.RLIMIT_FSIZE, (1500, 1500))
report = translate(Project.load(Path(sys.argv[1])))
for failure in report.failures:
    print(failure)
print([article.id for article in report.articles])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="only POSIX systems limit the size of files")
def test_a_file_that_the_system_refuses_to_grow_is_one_error(make_site: MakeSite) -> None:
    long = "".join(f"<p>Paragraph {name}.</p>\n" for name in "abcdefghijklmnopqrstuvwxyz")
    site = make_site({"long": long, "road": ROAD}, engine="identity")
    site.translate("posts/road.html")
    site.write("posts/road.html", ROAD.replace("The road is", "The road was"))
    before = site.hashes("po/road")

    run = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(site.root)], capture_output=True, encoding="utf-8"
    )

    assert run.returncode == 0, run.stderr
    first, *others = run.stdout.splitlines()
    assert first == (
        f"{site.root / 'po/long/hi.po'}: the file cannot be written: "
        "it is larger than a file may be here"
    )
    assert others == ["['road']"]
    assert not (site.root / "po/long/hi.po").exists()
    assert site.hashes("po/road") != before
    assert not [name for name in site.hashes() if name.endswith(".tmp")]


def test_ctrl_c_within_a_write_leaves_the_file_that_was_there(
    published: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = published.hashes("po")
    published.edit("posts/road.html", "</body>", "<p>The rain stopped at last.</p></body>")

    def stop(descriptor: int) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", stop)
        with pytest.raises(KeyboardInterrupt):
            published.translate()

    assert published.hashes("po") == before


@pytest.mark.parametrize("name", [".dualpress", ".dualpress/memory.sqlite/x"])
def test_a_run_does_without_the_cache_that_it_cannot_write(make_site: MakeSite, name: str) -> None:
    site = make_site({"river": RIVER}, {name: "mine"})

    report = site.translate()

    assert report.failures == ()
    assert report.articles[0].held == "4 drafts to review"


def test_a_row_of_a_glossary_that_is_wrong_is_refused_before_anything_is_done(
    make_site: MakeSite,
) -> None:
    site = make_site(files={"glossaries/project.csv": "en,hi,kind\nroad,सड़क,thing\n"})
    before = site.hashes()

    with pytest.raises(GlossaryError, match="column kind") as caught:
        site.translate()

    assert (caught.value.path, caught.value.line) == (site.root / "glossaries/project.csv", 2)
    assert site.hashes() == before


def test_a_configuration_that_is_wrong_is_refused(site: Site) -> None:
    site.write("dualpress.toml", 'engine = "auto"\npublish = "some"\n')

    with pytest.raises(ConfigError) as caught:
        site.translate()

    assert (caught.value.path, caught.value.line) == (site.root / "dualpress.toml", 2)


def test_output_among_the_posts_is_refused(site: Site) -> None:
    site.write("dualpress.toml", 'output = "posts/out"\n')

    with pytest.raises(ConfigError, match="lies inside 'posts'"):
        site.translate()


def test_a_post_in_another_language_than_before_is_told_and_nothing_is_lost(
    published: Site,
) -> None:
    before = published.hashes("po", "output")
    published.write("posts/road.html", "<p>बारिश थम गई और सड़क खुल गई है।</p>\n")

    (error,) = published.translate().failures

    assert error.path == published.root / "posts/road.html"
    assert error.cause == "the post is in Hindi, but po/road/hi.po translates it into Hindi"
    assert published.hashes("po", "output") == before


def test_a_post_in_another_language_is_taken_once_its_po_file_is_away(published: Site) -> None:
    published.write("posts/road.html", "<p>बारिश थम गई और सड़क खुल गई है।</p>\n")
    (published.root / "po/road/hi.po").rename(published.root / "road.po")

    report = published.translate(engine="identity")

    assert report.failures == ()
    assert (published.root / "po/road/en.po").exists()


def test_a_thousand_nested_tags_work(make_site: MakeSite) -> None:
    nested = "<b>" * 1000 + "open" + "</b>" * 1000
    site = make_site({"road": ROAD.replace("open", nested)})

    report = site.publish("road")

    assert report.failures == ()
    assert site.page("road").count("<b>") == 1000


def calls_of_a_run(site: Site) -> int:
    """How many calls a run makes of our own functions: a measure that no other load disturbs."""
    profile = cProfile.Profile()
    profile.runcall(site.translate)
    files = (getattr(entry.code, "co_filename", "") for entry in profile.getstats())
    own = ("dualpress" in Path(file).parts for file in files)
    counts = (entry.callcount for entry in profile.getstats())
    return sum(count for count, is_own in zip(counts, own, strict=True) if is_own)


@pytest.mark.parametrize("mark", ["</p>\n<p>", ". "])
def test_the_work_grows_with_the_length_of_a_post_and_no_faster(
    make_site: MakeSite, mark: str
) -> None:
    words = [f"W{chr(97 + number % 26)}{chr(97 + number // 26)}" for number in range(200)]

    def calls(count: int) -> int:
        post = f"<p>{mark.join(words[:count])}.</p>\n"
        options = {"engine": "identity", "top": 'publish = "all"'}
        return calls_of_a_run(make_site({"long": post}, folder=f"of {count}", **options))

    calls(1)  # what is loaded and made only once
    assert calls(200) < 2 * calls(100)


def test_no_temporary_file_is_left(published: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    published.edit("posts/road.html", "</body>", "<p>The rain stopped at last.</p></body>")

    def full(path: Path, target: Path) -> Path:
        raise OSError(errno.EFBIG, os.strerror(errno.EFBIG))

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", full)
        assert published.translate().failures

    assert not [name for name in published.hashes() if name.endswith(".tmp")]
