from pathlib import Path

from benchmarks.archive import make_articles, write_posts, write_reviewed

from dualpress.article import Language
from dualpress.catalog import read_catalog
from dualpress.html import read_html
from dualpress.tags import tag_faults


def test_no_sentence_stands_in_two_articles() -> None:
    sources = [
        segment.source
        for article in make_articles(8)
        for segment in {one.key: one for one in read_html(article.english).segments}.values()
    ]
    assert len(sources) == len(set(sources)) > 200


def test_the_hindi_page_says_each_sentence_with_its_tags() -> None:
    for article in make_articles(3):
        english = read_html(article.english, language=Language.EN).segments
        hindi = read_html(article.hindi, language=Language.HI).segments
        for one, other in zip(english, hindi, strict=True):
            assert not list(tag_faults(one.source, other.source))


def test_an_archive_is_the_same_in_every_run() -> None:
    assert list(make_articles(2, first=5)) == list(make_articles(7))[5:]


def test_reviewed_po_files_leave_nothing_to_translate(tmp_path: Path) -> None:
    write_posts(make_articles(1), tmp_path / "posts")
    write_reviewed(make_articles(1), tmp_path)
    (po,) = (tmp_path / "po").rglob("hi.po")
    assert all(entry.status.is_confirmed for entry in read_catalog(po).entries)
