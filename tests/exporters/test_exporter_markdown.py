from __future__ import annotations

import pytest

from dualpress.html.offsets import parse
from dualpress.site.exporters.markdown import as_html_block


@pytest.mark.parametrize(
    "html",
    [
        "<p>One.</p>\n\n\n<p>Two.</p>",
        "<p>One.\n\nTwo.</p>",
        "<script>\nlet a;\n\nlet b;\n</script>",
        "<p>x</p>\n<!-- a\n\nb -->",
        '<p class="a\n\nb">x</p>',
        "<pre>a\n \n\nb</pre>",
        "<p>One.</p>\r\n\r\n<p>Two.</p>\n\n",
    ],
)
def test_there_is_no_blank_line(html: str) -> None:
    assert all(line.strip() for line in as_html_block(html).splitlines())


@pytest.mark.parametrize("html", ["<pre>a\n\n\nb</pre>", "<p>One.\n\nTwo.</p>"])
def test_a_browser_reads_the_same_text(html: str) -> None:
    text = parse(as_html_block(html)).soup.get_text()
    assert text.strip() == parse(html).soup.get_text()


def test_code_gets_no_references() -> None:
    assert "&#10;" not in as_html_block("<script>\nlet a;\n\nlet b;\n</script>")
