"""Tags within a sentence: the engine has to see the sentence, the page has to keep the tags."""

from __future__ import annotations

from benchmarks.html_peers.case import Case
from benchmarks.html_peers.checks import Sent, Shown

__all__ = ["INLINE"]

INLINE = (
    Case(
        "Nested inline tags",
        b"<p>The <strong>army <em>chief</em></strong> spoke on Monday.</p>",
        (Sent("The army chief spoke on Monday."),),
    ),
    Case(
        "A link in a sentence",
        b'<p>The minister <a href="/speech">said on Monday</a> that talks would go on.</p>',
        (Sent("The minister said on Monday that talks would go on."),),
    ),
    Case(
        "A hard-wrapped paragraph",
        b"<p>The minister said\n   that talks\n   would go on.</p>",
        (Sent("The minister said that talks would go on."),),
        notes=(
            "Argos Translate takes each line break of what it is sent for the end of a paragraph.",
        ),
    ),
    Case(
        "A word with a tag in it",
        b"<p>They under<b>line</b>d the micro<wbr>finance plan.</p>",
        (Sent("They underlined the microfinance plan."),),
    ),
    Case(
        "A line break in a sentence",
        b"<p>The talks in Geneva<br>\nwill go on in March.</p>",
        (Sent("The talks in Geneva will go on in March."),),
    ),
    Case(
        "The mark of a note",
        b'<p>The dam was built in 1962<sup><a href="#n1">[1]</a></sup> by engineers.</p>',
        (
            Sent(
                "The dam was built in 1962[1] by engineers.",
                "The dam was built in 1962 by engineers.",
            ),
        ),
    ),
    Case(
        "Ruby",
        "<p>The word <ruby>東京<rp>(</rp><rt>Tokyo</rt><rp>)</rp></ruby> is a name.</p>".encode(),
        (Shown("is a name."),),
    ),
    Case(
        "An empty icon",
        b'<p>Read <i class="icon-book"></i> the report.</p>',
        (Sent("Read the report."),),
    ),
    Case(
        "A picture in a link",
        b'<p><a href="/pier"><img src="p.jpg" alt="Ships at the pier"></a> Ships wait.</p>',
        (Shown("Ships at the pier"), Sent("Ships wait.")),
    ),
    Case(
        "A full stop and a danda",
        b"<p>He came home.</p>",
        (Sent("He came home."), Shown("He came home.")),
        plain="He came home.",
        notes=(
            "LibreTranslate is asked with `format=text` here, as for text without tags, since that "
            "is where it mends punctuation.",
        ),
    ),
)
