"""A body goes out to WordPress as it came: through the file of the project, read and written."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from wxr_support import item, wxr

from dualpress.config import Project
from dualpress.html import read_html, write_html
from dualpress.pipeline.wordpress.import_report import ImportOrder
from dualpress.pipeline.wordpress.importing import import_wordpress
from dualpress.site.wordpress.fragment import original_of, text_of
from dualpress.site.wordpress.wxr_read import WxrReader
from dualpress.site.wordpress.wxr_write import WxrChannel, WxrPost, write_wxr

CLASSIC = (
    'The river rose.\r\n\r\n[caption id="a" width="3"]<img src="a.jpg" alt="A bridge" /> The '
    "bridge[/caption]\r\n\r\n<!--more-->\r\nTwo bridges &amp; a road were closed.\r\n\r\n[gallery]"
)
BLOCKS = (
    '<!-- wp:heading {"level":3} -->\n<h3>The river</h3>\n<!-- /wp:heading -->\n\n'
    '<!-- wp:image {"id":7,"alt":"A \\u0022bridge\\u0022"} -->\n'
    '<figure class="wp-block-image"><img src="a.jpg" alt="A &quot;bridge&quot;"/></figure>\n'
    '<!-- /wp:image -->\n\n<!-- wp:my/block {"a":{"b":[1,"]]&gt;"]}} /-->\n'
)
# With characters that no XML can hold, and those that stand for them on the way.
SPOILT = "One\x00\x01\x0b ]]> \r \r\n \ufffe\uffff 😀\U0010fffd\ue000\U0010f00d <![CDATA[ ]]"

BODIES = st.lists(
    st.characters(exclude_categories=["Cs"])
    | st.sampled_from(
        ["]]>", "\r\n", "\r", "\x00", "\x01", "😀", "\U0010fffd", "\ue000", "\n---\n"]
    )
    | st.sampled_from(
        ["<p>", "</p>", "The river rose. ", "<!--more-->", "[gallery]", "&nbsp;", "<b "]
    )
).map("".join)


def there_and_back(body: str, folder: Path) -> str:
    """Import a post, translate it by its own words, export it, and read what WordPress reads."""
    (folder / "dualpress.toml").write_text("", encoding="utf-8")
    file = folder / "export.xml"
    file.write_text(wxr(item(1, body)), encoding="utf-8", newline="")
    [post] = import_wordpress(Project.load(folder), ImportOrder(file, force=True)).posts
    article = read_html(post.path.read_bytes())
    same = {segment.key: segment.source for segment in article.segments}
    again = read_html(write_html(article, same))
    original, text = original_of(again.metadata), text_of(again)
    assert original is not None
    sent = WxrPost(
        id=1,
        type=original.type,
        status=original.status,
        title=text.title,
        slug=text.slug or "",
        link=original.link,
        guid=original.guid,
        author=original.author,
        date=original.date,
        date_gmt=original.date_gmt or "",
        body=text.body,
    )
    channel = WxrChannel("Coast", "https://blog.example", "en-US")
    file.write_bytes(write_wxr(channel, [original.author], [], [sent]))
    [back] = WxrReader(file, frozenset()).items()
    return back.values["content:encoded"]


@pytest.mark.parametrize(
    "body", [CLASSIC, BLOCKS, SPOILT, ""], ids=["classic", "blocks", "spoilt", ""]
)
def test_a_body_goes_out_as_it_came(tmp_path: Path, body: str) -> None:
    assert there_and_back(body, tmp_path) == body


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(BODIES)
def test_any_body_goes_out_as_it_came(tmp_path: Path, body: str) -> None:
    assert there_and_back(body, tmp_path) == body
