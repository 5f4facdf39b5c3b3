from __future__ import annotations

from pipeline_support import Site

from dualpress.article import Language
from dualpress.site.wordpress.record import KnownPost, WordPressRecord, read_record, write_record


def test_what_wordpress_has_of_a_renamed_post_stays_known(site: Site) -> None:
    site.publish("river")
    path = site.root / "dualpress.wordpress.json"
    sent = KnownPost(34, "https://blog.example/nadi/", "draft", "00ff")
    record = WordPressRecord().with_translation("river", Language.HI, sent)
    write_record(path, record, WordPressRecord())
    (site.root / "posts" / "river.html").rename(site.root / "posts" / "flood.html")

    site.translate()

    assert read_record(path).translation("flood", Language.HI) == sent
    assert set(read_record(path).articles) == {"flood"}
