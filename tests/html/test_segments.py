"""What of a page is text, and where its sentences begin and end."""

import pytest

from dualpress.article import Language, SegmentKind, Slot
from dualpress.errors import ConfigError, ReadError
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
        ("<p>&nbsp;One <b>two</b> three &nbsp;<br></p>", ["One <g1>two</g1> three"]),
        ("<p>\u200bOne <b>two</b><code>x</code>\u200b</p>", ["One <g1>two</g1><x2/>"]),
        ("<div>\n <b>One</b> two\n <p>Three</p>\n</div>\n", ["<g1>One</g1> two", "Three"]),
        ("<p>One <a href=#n> b </a><i>c</i> d</p>", ["One <g1>b </g1><g2>c</g2> d"]),
        ("<p>One\r\ntwo</p>", ["One two"]),
        ("<p>A <b> b</b> c</p>", ["A <g1>b</g1> c"]),
        ("<p>5&nbsp;km</p>", ["5\u00a0km"]),
        ("<p>\u00a0One\u00a0</p>", ["One"]),
        ("<p>क्\u200dया ok yes</p>", ["क्\u200dया ok yes"]),
        ("<p>One&#10;two</p>", ["One two"]),
        ("<p>One <i class=icon></i> two</p>", ["One <g1></g1> two"]),
        ("<p>\ufeffOne\u200b</p>", ["One"]),
        ("<p>One&#1;\x85 two</p>", ["One two"]),
        # sentences
        ("<p>One. Two.</p>", ["One.", "Two."]),
        ("<p><b>Head.</b> Body.</p>", ["Head.", "Body."]),
        ("<p><b>One. Two.</b></p>", ["One.", "Two."]),
        ("<p><b>One. Two</b> three.</p>", ["<g1>One. Two</g1> three."]),
        ("<p><span>One. Two.</span> <i>Three.</i></p>", ["One.", "Two.", "Three."]),
        ("<p>One.<sup><a href=#f>1</a></sup> Two.</p>", ["One.<g1><g2>1</g2></g1>", "Two."]),
        ("<p>Dr. Rao of the U.S. spoke.</p>", ["Dr. Rao of the U.S. spoke."]),
        ("<p><i>One. <b>Two. Three.</b></i></p>", ["One.", "Two.", "Three."]),
        (
            "<p>He said “<a>it is so.</a>” He left.</p>",
            ["He said “<g1>it is so.</g1>”", "He left."],
        ),
        ("<p>One.<a href=#f><sup>1</sup></a> Two.</p>", ["One.<g1><g2>1</g2></g1>", "Two."]),
        ("<p>One.<sup>1, 2</sup> Two.<sup>a</sup> 3.", ["One.<g1>1, 2</g1>", "Two.<g1>a</g1>"]),
        ("<p>One.<a href=#f>1</a> Two.</p>", ["One.<g1>1</g1>", "Two."]),
        ("<p>In 5.<a href=f>1</a> m</p>", ["In 5.<g1>1</g1> m"]),
        ("<p>One.<sup>[<a>3</a>]</sup> Two.</p>", ["One.<g1>[<g2>3</g2>]</g1>", "Two."]),
        ("<p><span>One. Tw</span><span>o.</span></p>", ["<g1>One. Tw</g1><g2>o.</g2>"]),
        # line breaks
        ("<p>One<br>two</p>", ["One <x1/>two"]),
        ("<p>One.<br>Two.</p>", ["One.", "Two."]),
        ("<div>One<br><br>Two</div>", ["One", "Two"]),
        ("<div>One <br/>\n <br/> Two</div>", ["One", "Two"]),
        ("<div><i>One<br><br>Two</i></div>", ["One", "Two"]),
        ("<p><span>One<br></span><br>Two</p>", ["One", "Two"]),
        ("<p>One<br>&nbsp;<br>Two</p>", ["One", "Two"]),
        # blank lines part paragraphs where there are no elements to do it
        ("One\ntwo\n\n<b>Three</b> four\r\n \r\nSix", ["One two", "<g1>Three</g1> four", "Six"]),
        ("<!DOCTYPE html>One\n\ntwo", ["One two"]),
        ("<p>One\n\ntwo</p>", ["One two"]),
        # wrappers and empty elements stay outside
        ("<p><span><em>One</em></span></p>", ["One"]),
        ("<p><a id=x></a>One</p>", ["One"]),
        ("<p>One<span class=c> </span></p>", ["One"]),
        ("<p><!-- a -->One<!-- b --></p>", ["One"]),
        ("<p>One <!-- a -->two</p>", ["One <x1/>two"]),
        ("<p><b><i></i></b>One<b> </b></p>", ["One"]),
        # what is kept whole parts no sentence, and may have text of its own
        ("<p>Press <button>Send it</button> now.</p>", ["Press <x1/> now.", "Send it"]),
        ("<p>A <select><option>b</select> c.</p>", ["A <x1/> c.", "b"]),
        ("<p>A <svg><title>b</title></svg> c.</p>", ["A <x1/> c.", "b"]),
        ("<p>A <svg/> b <svg></svg> c.</p>", ["A <x1/> b <x2/> c."]),
        ("<p>A <picture><source><img alt=b></picture> c.</p>", ["A <x1/> c.", "b"]),
        ("<p>A <map name=m><area alt=b></map> c.</p>", ["A <x1/> c.", "b"]),
        ("<p>A <noscript><img alt=b></noscript> c.</p>", ["A <x1/> c.", "b"]),
        ("<p>A <i translate=no>b <u translate=yes>c</u></i> d.</p>", ["A <x1/> d.", "c"]),
        ("<p>In <st1:City>Pune</st1:City> now.<o:p></o:p></p>", ["In <g1>Pune</g1> now."]),
        ("<p>A <my-tag>b</my-tag> c</p>", ["A <g1>b</g1> c"]),
        # misnesting parts, so that only text moves
        ("<p>a <b>b <i>c</b> d</i> e</p>", ["a", "b", "c", "d", "e"]),
        ("<b>one<p>two</b>three", ["one", "two", "three"]),
        # character references and what looks like markup
        ("<p>R&amp;D</p>", ["R&D"]),
        ("<p>&lt;g1&gt; tag</p>", ["&lt;g1> tag"]),
        ("<p>&lt;script&gt; tag</p>", ["<script> tag"]),
        ("<p>&amp;lt; entity</p>", ["&amp;lt; entity"]),
        # what is no text
        ("<p>(https://example.org), www.example.org | a@example.org</p>", []),
        ("<video>Your browser is old.<track label='English text'></video>", ["English text"]),
        ("<object data=x>a b</object>", ["a b"]),
        ("<frameset>a<frame title=b></frameset>c<noframes>d</noframes>", ["b"]),
        ("<p>a</p><frameset><frame>", ["a"]),
        ("<p></p><frameset><p>a</p></frameset>", []),
        ("<p TRANSLATE=NO>a</p><p CONTENTEDITABLE>b</p>", []),
        (
            "<p>One <!-- translate:off -->two <b>x</b><br><!-- translate:on --> three.",
            ["One <x1/> three."],
        ),
        ("<p>One <!-- translate:off --><!-- translate:on --> two.", ["One <x1/>two."]),
        ("<p>One <b><!-- translate:off -->two</b><!-- translate:on --> three.", ["One", "three."]),
        ("<p>One <!-- translate:off -->two<p>three<!-- translate:on --> four.", ["One", "four."]),
        ("<p>One <!-- translate:off -->two</p><p>three.", ["One"]),
        ("<!-- translate:off --><p title=a>b</p><!-- translate:on --><p title=c>d</p>", ["c", "d"]),
        ("<svg><g><title>a</title></g><style>b</style><desc>c</desc></svg>", ["c"]),
        ("<plaintext>a<p>b", []),
        ("<!--[if IE]><p>a</p><![endif]--><![if !IE]><p>b</p><![endif]>", ["b"]),
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
        ("<p><b>Sources:</b></p><ul><li>A source, 2019</ul>", ["Sources:"]),
        ("<h2>संदर्भ</h2><ul><li>A source, 2019</ul><p>Text</p>", ["Text"]),
        ('<ol class="references"><li>A source</ol>', []),
        ("<h3>References:-</h3><ol><li>A source</ol><p>After</p>", ["References:-", "After"]),
        ("<p><b>Sources</b> say so.</p><p>After.</p>", ["<g1>Sources</g1> say so.", "After."]),
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
        ('<link rel=alternate title="Notes » Feed" href=/feed><link rel=x label=y>', []),
        ("<img alt=IMG_2034><img alt='gwadar-port(1).jpg'><img title=DSC01234>", []),
        ("<img alt='IMG_2034 by Meher'>", ["IMG_2034 by Meher"]),
        ("<img alt=foo/>", ["foo/"]),
        ("<img alt=a alt=b>", ["a"]),
        ("<a title='x &copy=1 &amp y'>z</a>", ["x &copy=1 & y", "z"]),
        ("<img alt='a\r\nb'>", ["a b"]),
        ("<textarea placeholder=a>b</textarea>", ["a"]),
        ("<iframe title=a></iframe><svg aria-label=b></svg><style title=c></style>", ["a", "b"]),
        ("<code title=a>b</code><pre><i title=c>d</i></pre>", ["a"]),
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
        ('{"@type":["WebPage","NewsArticle"],"headline":"A b"}', ["A b"]),
        ('[{"@type":"https://schema.org/Article","name":"A b"}]', ["A b"]),
        (
            '{"@type":"Article","headline":"Gwadar&#8217;s port &amp; city"}',
            ["Gwadar&#8217;s port &amp; city"],
        ),
        ('{"@type":"Article","headline":"Gwadar&#8217;s &quot;port&quot;"}', ['Gwadar’s "port"']),
        ('{"@type":"Article","headline":"a</script><p title=\'b"} ', []),
        ('{"@type":"Article","headline":' + "[" * 5000, []),
        ("", []),
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
        ("---\ntitle: a b\n...\nOne.", ["a b", "One."]),
        ("\ufeff---\ntitle: a b # c\n---\nOne.", ["a b", "One."]),
        ("---\ntitle: &t a b\nsummary: *t\n---\nOne.", ["a b", "One."]),
        ("---\ntitle: 'it''s\n  a b'\n---\nOne.", ["it's a b", "One."]),
        ("---\ntitle: >-\n  a\n  b\n# c\nsummary: |\n  c\n---\nOne.", ["a b", "c", "One."]),
        ('+++\n\'title\' = """\na\nb""" # c\n+++\nOne.', ["a b", "One."]),
        ("+++\nx = '''\ntitle = 'n'\n'''\ny = [\n[1]]\ntitle = 'a'\n+++\nOne.", ["a", "One."]),
        ("+++\nx.title = 'n'\ny = {title = 'n'}\n+++\nOne.", ["One."]),
        ('{"title": "a\nb"}\nOne.', ["a b", "One."]),
        ("{{ template }} mark", ["<x1/> mark"]),
    ],
)
def test_front_matter(page: str, expected: list[str]) -> None:
    assert sources(page) == expected


@pytest.mark.parametrize(
    ("page", "line"),
    [
        ("---\na: 1\ntitle: a: b\n---\nx", 3),
        ("---\ndate: 2024-06-31\n---\nx", 1),
        ("---\na: !!bool x\n---\nx", 1),
        ("---\na: \x07\n---\nx", 1),
        ("---\n- a\n---\nx", 1),
        ("---\na: " + "[" * 1000 + "\n---\nx", 1),
        ("+++\na = b\n+++\nx", 1),
        ("+++\na = " + "[" * 1000 + "\n+++\nx", 1),
        ('{"title": }\nx', 1),
        ('{"a":' * 2000, 1),
        ('{"a": ' + "1" * 5000 + "}\n", 1),
    ],
)
def test_front_matter_that_cannot_be_read(page: str, line: int) -> None:
    with pytest.raises(ReadError, match="front matter") as refused:
        read_html(page)
    assert refused.value.line == line


def test_a_selector_that_is_none_is_named() -> None:
    with pytest.raises(ConfigError, match=r"p\["):
        read_html("<p>a", policy=Policy(skip=(".a", "p[")))


def test_content_and_skip_are_selectors() -> None:
    page = "<nav>Menu</nav><article><p>One</p><aside>Two</aside></article>"
    assert sources(page, Policy(content=("article",), skip=("aside",))) == ["One"]


def test_whole_blocks() -> None:
    page = "<p>One. <b>Two. Three</b> four.</p><p>Five.</p>"
    assert sources(page, Policy(whole_blocks=True)) == ["One. <g1>Two. Three</g1> four.", "Five."]


def test_preformatted_text_by_choice() -> None:
    assert sources("<pre>some text</pre>", Policy(pre=True)) == ["some text"]
    lines = "<pre>\n one\r\n two <b>three\nfour</b></pre>"
    assert sources(lines, Policy(pre=True)) == ["one", "two", "three", "four"]


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


def test_the_title_of_a_drawing_is_no_page_title() -> None:
    (segment,) = read_html("<svg><title>a b</title></svg>", language=Language.EN).segments
    assert (segment.kind, segment.slot) == (SegmentKind.ATTRIBUTE, Slot.TEXT)
    assert (segment.label, segment.block) == ("title of <svg>", None)


def test_what_stands_inside_a_kept_piece_is_numbered_in_reading_order() -> None:
    article = read_html("<p>a <button>b</button> c</p><p>d</p>", language=Language.EN)
    assert [(s.source, s.block) for s in article.segments] == [("a <x1/> c", 1), ("b", 2), ("d", 3)]


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


@pytest.mark.parametrize(
    "wrapped",
    ["//<![CDATA[\n%s\n//]]>", "/*<![CDATA[*/%s/*]]>*/", "<!--\n%s\n-->", "<![CDATA[%s]]>"],
)
def test_json_ld_may_be_wrapped(wrapped: str) -> None:
    data = wrapped % '{"@type":"Article","headline":"A title"}'
    page = f'<script type="application/ld+json">{data}</script><p>One.'
    assert [s.source for s in read_html(page, language=Language.EN).segments] == ["A title", "One."]


@pytest.mark.parametrize("page", ["---\ntitle: A\n\n<p>b", "+++\ntitle = 'A'\n<p>b"])
def test_front_matter_has_an_end(page: str) -> None:
    with pytest.raises(ReadError, match=r"no line of (---|\+\+\+) at the end"):
        read_html(page)


@pytest.mark.parametrize("page", ["---\n<p>a: b", "---\nOne more thing.", "+++ a\nb = c"])
def test_a_rule_is_no_front_matter(page: str) -> None:
    assert read_html(page).metadata == {}
