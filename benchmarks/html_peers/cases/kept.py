"""Text that is nobody's to translate."""

from __future__ import annotations

from benchmarks.html_peers.case import Case
from benchmarks.html_peers.checks import Kept, NotSent, Shown

__all__ = ["KEPT"]

_NO_LANGUAGES = "The other four do not look at the language of a paragraph."

KEPT = (
    Case(
        "Script and style in the article",
        b'<article><p>The port opened.</p><script>var label = "Read more";</script>'
        b'<style>p::after { content: "end" }</style></article>',
        (
            Kept('<script>var label = "Read more";</script>'),
            Kept('<style>p::after { content: "end" }</style>'),
            NotSent("Read more"),
            Shown("The port opened."),
        ),
    ),
    Case(
        'translate="no"',
        b'<p>Visit <span translate="no">Amazon Prime</span> today.</p>'
        b'<p translate="no">Do not touch.</p>',
        (Kept("Amazon Prime"), NotSent("Do not touch"), Shown("today.")),
    ),
    Case(
        "data-translate-ignore, translate:off",
        b'<p data-translate-ignore="">Keep this.</p>'
        b"<!-- translate:off --><p>And this.</p>"
        b"<!-- translate:on --><p>Translate me.</p>",
        (NotSent("Keep this."), NotSent("And this."), Shown("Translate me.")),
        notes=("These marks come from html2po.",),
    ),
    Case(
        "Code and keys",
        b"<p>Run <code>make install</code> and press <kbd>Enter</kbd> twice.</p>",
        (Kept("<code>make install</code>"), Kept("<kbd>Enter</kbd>"), Shown("twice.")),
        notes=("html2po and po4a show the tags to the translator, who may keep what is code.",),
    ),
    Case(
        "Preformatted text",
        b'<pre>def main():\n    return "text"</pre><p>The code ends.</p>',
        (Kept('<pre>def main():\n    return "text"</pre>'), Shown("The code ends.")),
        notes=("html2po and po4a list `<pre>` among the elements with text, and keep its lines.",),
    ),
    Case(
        "Text already in Hindi",
        "<p>The anthem begins:</p><p>जन गण मन अधिनायक जय हे</p>".encode(),
        (NotSent("जन गण"), Shown("The anthem begins:")),
        notes=(_NO_LANGUAGES,),
    ),
    Case(
        "A bibliography",
        b"<p>The dam was built.</p><h2>References</h2>"
        b"<ol><li>Smith, J. The Indus Waters. Oxford, 1998.</li></ol>",
        (
            Kept("<li>Smith, J. The Indus Waters. Oxford, 1998.</li>"),
            Shown("References"),
            Shown("The dam was built."),
        ),
        notes=(
            "That titles of books stay is this house's rule, with a switch; the other tools have "
            "no notion of it.",
        ),
    ),
)
