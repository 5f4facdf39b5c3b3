"""What of a page is text, and where its sentences begin and end."""

import pytest

from dualpress.article import Language, SegmentKind
from dualpress.html import Policy, read_html


def sources(page: str, policy: Policy | None = None) -> list[str]:
    return [s.source for s in read_html(page, policy=policy, language=Language.EN).segments]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        # blocks and inline elements
        ("<p>One.</p><p>Two.</p>", ["One.", "Two."]),
        ("<p>One <b>two</b>, three.</p>", ["One <g1>two</g1>, three."]),
        ("<p>un<u>der</u>line</p>", ["un<g1>der</g1>line"]),
        ("<p>word<sup>2</sup></p>", ["word<g1>2</g1>"]),
        ("<p>A <a><b>c</b></a> d.</p>", ["A <g1><g2>c</g2></g1> d."]),
        ("<p>A <img src=x> b.</p>", ["A <x1/> b."]),
        ("<p>one<wbr>two</p>", ["one<x1/>two"]),
        ("<ul><li>One<ul><li>Two</ul><li>Three</ul>", ["One", "Two", "Three"]),
        ("<td>a<th>b", ["a", "b"]),
        ("<table><tr><td>a<th>b</table>", ["a", "b"]),
        ("<select><option>One<option>Two</select>", ["One", "Two"]),
        ("<div>loose text<p>para</p>more</div>", ["loose text", "para", "more"]),
        # white space as a browser shows it
        ("<p>  One\n  two\t three  </p>", ["One two three"]),
        ("<p>One\r\ntwo</p>", ["One two"]),
        ("<p>A <b> b</b> c</p>", ["A <g1>b</g1> c"]),
        ("<p>5&nbsp;km</p>", ["5\u00a0km"]),
        ("<p>\u00a0One\u00a0</p>", ["One"]),
        ("<p>क्\u200dया ok yes</p>", ["क्\u200dया ok yes"]),
        ("<p>One&#10;two</p>", ["One two"]),
        # sentences
        ("<p>One. Two.</p>", ["One.", "Two."]),
        ("<p><b>Head.</b> Body.</p>", ["Head.", "Body."]),
        ("<p><b>One. Two.</b></p>", ["One.", "Two."]),
        ("<p><b>One. Two</b> three.</p>", ["<g1>One. Two</g1> three."]),
        ("<p><span>One. Two.</span> <i>Three.</i></p>", ["One.", "Two.", "Three."]),
        ("<p>One.<sup><a href=#f>1</a></sup> Two.</p>", ["One.<g1><g2>1</g2></g1>", "Two."]),
        ("<p>Dr. Rao of the U.S. spoke.</p>", ["Dr. Rao of the U.S. spoke."]),
        # line breaks
        ("<p>One<br>two</p>", ["One<x1/>two"]),
        ("<p>One.<br>Two.</p>", ["One.", "Two."]),
        ("<div>One<br><br>Two</div>", ["One", "Two"]),
        ("<div>One <br/>\n <br/> Two</div>", ["One", "Two"]),
        ("<div><i>One<br><br>Two</i></div>", ["One", "Two"]),
        # wrappers and empty elements stay outside
        ("<p><span><em>One</em></span></p>", ["One"]),
        ("<p><a id=x></a>One</p>", ["One"]),
        ("<p>One<span class=c> </span></p>", ["One"]),
        ("<p><!-- a -->One<!-- b --></p>", ["One"]),
        ("<p>One <!-- a -->two</p>", ["One <x1/>two"]),
        # misnesting parts, so that only text moves
        ("<p>a <b>b <i>c</b> d</i> e</p>", ["a", "b", "c", "d", "e"]),
        ("<b>one<p>two</b>three", ["one", "two", "three"]),
        # character references and what looks like markup
        ("<p>R&amp;D</p>", ["R&D"]),
        ("<p>&lt;g1&gt; tag</p>", ["&lt;g1> tag"]),
        ("<p>&lt;script&gt; tag</p>", ["<script> tag"]),
        ("<p>&amp;lt; entity</p>", ["&amp;lt; entity"]),
        # what is no text
        ("<p>123 – 45 %</p>", []),
        ("<p>https://example.org/a a@example.org</p>", []),
        ("<p>नमस्ते दुनिया</p>", []),
        ("<script>var a='text'</script><style>p{}</style>", []),
        ("<pre>code text</pre><code>more</code>", []),
        ("<p>Run <code>make all</code> now.</p>", ["Run <x1/> now."]),
        ("<p><code>make</code> builds.</p>", ["<x1/> builds."]),
        ('<p translate="no">name</p>', []),
        ('<p>A <b translate="no">name</b> b.</p>', ["A <x1/> b."]),
        ('<div translate="no">a<p translate="yes">b</p></div>', ["b"]),
        ('<p class="x notranslate">a</p>', []),
        ("<p data-translate-ignore>a</p>", []),
        ("<p contenteditable>a</p><p contenteditable=false>b</p>", ["b"]),
        ("a<!-- translate:off --><p>b</p><!-- translate:on --><p>c</p>", ["a", "c"]),
        ("<textarea>a b</textarea>", []),
        ("<template><p>a</p></template>", []),
        ("<iframe>a b</iframe><noscript>c d</noscript>", ["c d"]),
        ("<svg><title>a b</title><text>c</text></svg>", ["a b"]),
        ("<!DOCTYPE html><!-- editor note --><p>One.</p>", ["One."]),
        # references
        ("<h2>References</h2><ol><li>A source</ol><p>After</p>", ["References", "After"]),
        ("<p><b>Sources:</b></p><ul><li>A source</ul>", ["Sources:"]),
        ("<h2>संदर्भ</h2><ul><li>A source</ul><p>Text</p>", ["Text"]),
        ('<ol class="references"><li>A source</ol>', []),
        # attributes and head
        ("<img alt='A photo'>", ["A photo"]),
        ('<a title="A &amp; b" href="x">c</a>', ["A & b", "c"]),
        (
            "<input type=submit value=Send><input type=text value=x placeholder=Name>",
            ["Send", "Name"],
        ),
        (
            '<meta name="description" content="What it says"><meta name="x" content="no">',
            ["What it says"],
        ),
        ('<meta property="og:title" content="A title">', ["A title"]),
        ("<title>A <b> title</title>", ["A <b> title"]),
        ("<abbr title='2024-05-01T10:00:00+05:30'>then</abbr>", ["then"]),
    ],
)
def test_sources(page: str, expected: list[str]) -> None:
    assert sources(page) == expected


@pytest.mark.parametrize(
    ("json", "expected"),
    [
        ('{"@type":"Article","headline":"A title","author":{"name":"X Y"}}', ["A title"]),
        (
            '{"@graph":[{"@type":"WebSite","name":"S"},{"@type":"NewsArticle","name":"N a"}]}',
            ["N a"],
        ),
        ('{"@type":"Organization","name":"Org name"}', []),
        ('{"@type":"Article","headline":"A \\"b\\" \\u0915"}', ['A "b" क']),
        ('{"@type":"Article","headline":', []),
        ("// no json", []),
    ],
)
def test_json_ld(json: str, expected: list[str]) -> None:
    assert sources(f'<script type="application/ld+json">{json}</script>') == expected


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("---\ntitle: A title\nslug: a-title\n---\n<p>One.</p>", ["A title", "One."]),
        ('---\r\ntitle: "A: title"\r\n---\r\n<p>One.</p>', ["A: title", "One."]),
        ("---\ntags: [a, b]\n---\nOne.", ["One."]),
        ("---\nNo front matter, a rule.\n\nOne.", ["--- No front matter, a rule.", "One."]),
        ('+++\ntitle = "A title"\n[params]\ntitle = "no"\n+++\nOne.', ["A title", "One."]),
        ("+++\ntitle = 'A title'\n+++\nOne.", ["A title", "One."]),
        ('{"title": "A title", "a": {"title": "no"}}\nOne.', ["A title", "One."]),
        ("{{ template }} mark", ["{{ template }} mark"]),
    ],
)
def test_front_matter(page: str, expected: list[str]) -> None:
    assert sources(page) == expected


def test_content_and_skip_are_selectors() -> None:
    page = "<nav>Menu</nav><article><p>One</p><aside>Two</aside></article>"
    assert sources(page, Policy(content=("article",), skip=("aside",))) == ["One"]


def test_whole_blocks() -> None:
    page = "<p>One. <b>Two. Three</b> four.</p><p>Five.</p>"
    assert sources(page, Policy(whole_blocks=True)) == ["One. <g1>Two. Three</g1> four.", "Five."]


def test_preformatted_text_by_choice() -> None:
    assert sources("<pre>some text</pre>", Policy(pre=True)) == ["some text"]


def test_blocks_are_numbered_in_reading_order_and_know_their_tag() -> None:
    article = read_html("<h1>A</h1><div>b<br><br>c<p>d</p></div>", language=Language.EN)
    assert [block.number for block in article.blocks] == [1, 2, 3, 4]
    tags = [article.source.text[b.tag.start : b.tag.end] if b.tag else None for b in article.blocks]
    assert tags == ["<h1>", "<div>", None, "<p>"]
    assert [s.block for s in article.segments] == [1, 2, 3, 4]


def test_segments_say_what_and_where_they_are() -> None:
    page = "<h2>A</h2>\n<p>One. Two.</p>\n<ul><li>c</ul><figure><figcaption>d</figure>"
    found = [(s.kind, s.label, s.line) for s in read_html(page, language=Language.EN).segments]
    assert found == [
        (SegmentKind.HEADING, "heading 1", 1),
        (SegmentKind.PARAGRAPH, "paragraph 1 sentence 1", 2),
        (SegmentKind.PARAGRAPH, "paragraph 1 sentence 2", 2),
        (SegmentKind.ITEM, "list item 1", 3),
        (SegmentKind.CAPTION, "caption 1", 3),
    ]


def test_authors_speak_to_reviewers() -> None:
    page = '<p data-translate-context="verb" data-translate-comment="Not the noun.">Post</p>'
    (segment,) = read_html(page, language=Language.EN).segments
    assert (segment.key.context, segment.comment) == ("verb", "Not the noun.")


def test_the_language_is_told_by_the_letters() -> None:
    assert read_html("<p>यह वाक्य हिंदी में लिखा गया है और OK भी.</p>" * 3).language is Language.HI
    assert read_html("<p>This is English.</p>").language is Language.EN
    assert read_html("<p>123</p>").language is Language.EN


@pytest.mark.parametrize(
    ("page", "title"),
    [
        ("---\ntitle: From matter\n---\n<h1>Heading</h1>", "From matter"),
        ('<meta property="og:title" content="Shared"><title>T</title><h1>H</h1>', "Shared"),
        ("<title>T</title><h1>A <b>b</b></h1>", "A b"),
        ("<title>T</title><p>a</p>", "T"),
        ("<p>a</p>", ""),
    ],
)
def test_title(page: str, title: str) -> None:
    assert read_html(page).title == title
