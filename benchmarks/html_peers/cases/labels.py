"""Text that stands outside of paragraphs."""

from __future__ import annotations

from benchmarks.html_peers.case import Case
from benchmarks.html_peers.checks import Kept, SameTags, SentOnce, Shown

__all__ = ["LABELS"]

LABELS = (
    Case(
        "Page title",
        b"<html><head><title>Port opens &mdash; at last</title></head>"
        b"<body><p>Ships came.</p></body></html>",
        (Shown("Port opens — at last"),),
    ),
    Case(
        "Description and Open Graph",
        b'<html><head><meta name="description" content="Ships wait for cargo">'
        b'<meta property="og:title" content="Port opens">'
        b'<meta property="og:type" content="article"><title>Port</title></head>'
        b"<body></body></html>",
        (Shown("Ships wait for cargo"), Shown("Port opens"), Kept('content="article"')),
    ),
    Case(
        "alt, title, aria-label, placeholder, button",
        b'<p><img src="a.jpg" alt="A grey ship"/> <a href="/x" title="Full text">Speech</a></p>'
        b'<form aria-label="Archive"><input placeholder="Find a story"/>'
        b'<input type="submit" value="Go there"/><input type="hidden" value="secret"/></form>',
        (
            Shown("A grey ship"),
            Shown("Full text"),
            Shown("Archive"),
            Shown("Find a story"),
            Shown("Go there"),
            Kept('value="secret"'),
        ),
        notes=("Text within a tag of a `msgid` counts as untranslated: the stub keeps tags.",),
    ),
    Case(
        "JSON-LD for search engines",
        b'<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Port opens", '
        b'"url": "https://example.org/port"}</script><p>Ships came.</p>',
        (Shown("Port opens"), Kept('"url": "https://example.org/port"')),
    ),
    Case(
        "The title of a drawing",
        b'<p>Depth of the bay:</p><svg viewBox="0 0 9 9"><title>Depth chart</title>'
        b'<linearGradient id="g"/><path d="M0 0"/></svg>',
        (Shown("Depth chart"), SameTags()),
    ),
    Case(
        "noscript",
        b"<p>The map loads.</p><noscript><p>Please turn on scripts.</p></noscript>",
        (Shown("Please turn on scripts."),),
    ),
    Case(
        "The same sentence twice",
        b"<p>Ships came.</p><p>Crews slept.</p><p>Ships came.</p>",
        (SentOnce("Ships came."), Shown("Ships came.")),
        spared=dict.fromkeys(
            ("translatehtml", "libretranslate"), "they have no entries for a reviewer"
        ),
        notes=("`html2po --duplicates=merge` makes one entry of the two.",),
    ),
)
