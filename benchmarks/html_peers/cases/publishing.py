"""What programs that publish pages put among the text."""

from __future__ import annotations

from benchmarks.html_peers.case import Case
from benchmarks.html_peers.checks import Kept, NotSent, Shown

__all__ = ["PUBLISHING"]

PUBLISHING = (
    Case(
        "Template marks",
        b"<h1>{{ page.title }}</h1>"
        b'<p>Dear {{ user.name }}, read {% include "more.html" %} today.</p>',
        (
            Kept("{{ page.title }}"),
            Kept("{{ user.name }}"),
            Kept('{% include "more.html" %}'),
            NotSent("page.title"),
            Shown("today."),
        ),
    ),
    Case(
        "WordPress shortcodes",
        b'<p>[gallery ids="1,2"]</p><p>He said [sic] that ships came.</p>',
        (Kept('[gallery ids="1,2"]'), NotSent("gallery"), Shown("He said [sic] that ships came.")),
    ),
    Case(
        "WordPress block comments",
        b'<!-- wp:image {"id":7,"caption":"Ships"} -->\n<figure><img src="s.jpg" alt="">'
        b"<figcaption>Ships at the pier</figcaption></figure>\n<!-- /wp:image -->",
        (Kept('<!-- wp:image {"id":7,"caption":"Ships"} -->'), Shown("Ships at the pier")),
    ),
    Case(
        "Front matter",
        b'---\ntitle: "Port opens"\nlayout: post\n---\n<p>Ships came.</p>\n',
        (Shown("Port opens"), Kept('---\ntitle: "'), Kept("\nlayout: post\n---\n")),
    ),
)
