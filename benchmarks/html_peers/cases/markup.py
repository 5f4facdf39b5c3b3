"""How a page is written: what surrounds its text has to come back as it was."""

from __future__ import annotations

from benchmarks.html_peers.case import Case
from benchmarks.html_peers.checks import Kept, NotSent, SameTags, Shown

__all__ = ["MARKUP"]

_TEXT_IN_TEXT_OUT = "they take text and give text; encodings are their caller's business"

MARKUP = (
    Case(
        "Doctype",
        b"<!DOCTYPE html>\n<html><head><title>Port news</title></head>"
        b"<body><p>The port opened.</p></body></html>\n",
        (Kept("<!DOCTYPE html>"), Shown("The port opened.")),
    ),
    Case(
        "Comments, and conditional ones",
        b"<p>The port opened.</p><!-- editor: check the date -->"
        b"<!--[if lt IE 9]><p>Old browser.</p><![endif]--><p>Ships came.</p>",
        (
            Kept("<!-- editor: check the date -->"),
            NotSent("check the date"),
            NotSent("Old browser"),
            Shown("Ships came."),
        ),
    ),
    Case(
        "A tag that the text speaks of",
        b"<p>A reader typed &lt;script&gt; into the form.</p>",
        (Shown("A reader typed <script> into the form."),),
    ),
    Case(
        "Character references",
        b"<p>Caf&eacute; owners &copy 2024 said &ldquo;no&rdquo; to R&D.</p>",
        (Shown("Café owners © 2024 said “no” to R&D."),),
    ),
    Case(
        "No-break spaces",
        b"<p>Prices rose by Rs.&nbsp;40 in&nbsp;March.</p>",
        (Shown("Prices rose by Rs.\xa040 in\xa0March."),),
    ),
    Case(
        "Attributes: order, quotes, case",
        b"<P Class='lead' id=intro DATA-x=\"1\">The port opened.<BR/></P>\n"
        b"<HR CLASS=thin width = 300>",
        (SameTags(), Shown("The port opened.")),
    ),
    Case(
        "Paragraphs and items without end tags",
        b"<ul><li>First item<li>Second item</ul><p>Ships came.<p>Crews slept.",
        (Shown("Second item"), Shown("Crews slept.")),
    ),
    Case(
        "Misnested tags",
        b"<p>The <b>army <i>chief</b> spoke</i> today.</p>",
        (Shown("The army chief spoke today."),),
        notes=("The manual of po4a's module speaks of strict XHTML documents.",),
    ),
    Case(
        "Text between table and row",
        b"<table>Ships in port<tr><td>Forty ships</td></tr></table>",
        (Shown("Ships in port"), Shown("Forty ships")),
    ),
    Case(
        "Line ends of Windows",
        b"<p>The port opened.</p>\r\n<p>Ships came.</p>\r\n",
        (Kept("</p>\r\n<p>"), Shown("Ships came.")),
    ),
    Case(
        "A page in windows-1252",
        b'<html><head><meta charset="windows-1252"><title>Talks</title></head>'
        b"<body><p>The caf\xe9 \x96 a small one \x96 opened.</p></body></html>",
        (Shown("The café – a small one – opened."),),
        encoding="windows-1252",
        spared={"translatehtml": _TEXT_IN_TEXT_OUT, "libretranslate": _TEXT_IN_TEXT_OUT},
        notes=("po4a is told the page's encoding for reading and for writing.",),
    ),
    Case(
        "A NUL in the text",
        b"<p>The port\x00 opened.</p><p>Ships came.</p>",
        (Shown("Ships came."),),
    ),
)
