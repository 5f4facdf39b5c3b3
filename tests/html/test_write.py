"""Nothing of the page changes but its text."""

import re
from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import Language, SegmentKey
from dualpress.errors import TranslationRefused
from dualpress.html import Policy, read_html, write_html
from dualpress.html.inline import clean_text
from dualpress.html.offsets import parse_tree
from dualpress.html.patches import apply_patches
from dualpress.html.structure import same_shape
from dualpress.html.write import omit, proven_patches


def write(page: str | bytes, translations: Mapping[str, str]) -> bytes:
    article = read_html(page, language=Language.HI if "वह" in str(page) else Language.EN)
    return write_html(article, {SegmentKey(None, s): t for s, t in translations.items()})


@pytest.mark.parametrize(
    ("page", "translations", "expected"),
    [
        ("<p> One. <!-- c --> Two. </p>", {"One.": "एक।"}, "<p> एक। <!-- c --> Two. </p>"),
        (
            "<p>The <b class=x>BLA</b> said <a href='/x'>so</a>.</p>",
            {"The <g1>BLA</g1> said <g2>so</g2>.": "<g2>ऐसा</g2> <g1>बीएलए</g1> ने कहा।"},
            "<p><a href='/x'>ऐसा</a> <b class=x>बीएलए</b> ने कहा।</p>",
        ),
        ("<p>R&amp;D</p>", {"R&D": "R&D <b> & \u00a0x"}, "<p>R&amp;D &lt;b&gt; &amp; &nbsp;x</p>"),
        ("<p>&lt;g1&gt; x</p>", {"&lt;g1> x": "क &lt;g1>"}, "<p>क &lt;g1&gt;</p>"),
        ('<img alt="a b">', {"a b": "क \"ख\" 'ग'"}, "<img alt=\"क &quot;ख&quot; 'ग'\">"),
        ("<img alt='a b'>", {"a b": "क \"ख\" 'ग'"}, "<img alt='क \"ख\" &#39;ग&#39;'>"),
        ("<img alt=ab>", {"ab": "क ख>"}, '<img alt="क ख&gt;">'),
        ("<title>a</title>", {"a": "</title><b>"}, "<title>&lt;/title&gt;&lt;b&gt;</title>"),
        (
            '<p>See <a title="the list" href=x>it</a> now.</p>',
            {"the list": "सूची", "See <g1>it</g1> now.": "अब <g1>यह</g1> देखें।"},
            '<p>अब <a title="सूची" href=x>यह</a> देखें।</p>',
        ),
        (
            '<p>See <a title="the list" href=x>it</a> now.</p>',
            {"the list": "सूची"},
            '<p>See <a title="सूची" href=x>it</a> now.</p>',
        ),
        (
            '<script type="application/ld+json">{"@type":"Article","headline":"a"}</script>',
            {"a": 'क "</script>'},
            '<script type="application/ld+json">'
            '{"@type":"Article","headline":"क \\"\\u003c/script\\u003e"}</script>',
        ),
        ("---\ntitle: a\nx: 1\n---\nb", {"a": "क: ख"}, '---\ntitle: "क: ख"\nx: 1\n---\nb'),
        ("+++\ntitle = 'a'\n+++\nb", {"a": "क"}, '+++\ntitle = "क"\n+++\nb'),
        ("---\ntitle: &t a\nx: *t\n---\nb", {"a": "क"}, '---\ntitle: &t "क"\nx: *t\n---\nb'),
        ("---\ntitle: >-\n  a\n\n# c\n---\nb", {"a": "क"}, '---\ntitle: "क"\n\n# c\n---\nb'),
        ("+++\ntitle = '''\na'''#c\n+++\nb", {"a": "क"}, '+++\ntitle = "क"#c\n+++\nb'),
        # the reference must not take the digit in
        ("<p>&#160a</p>", {"a": "5"}, "<p>&#160;5</p>"),
        ("<p>a <i></i> b</p>", {"a <g1></g1> b": "ख <g1></g1> क"}, "<p>ख <i></i> क</p>"),
        (
            "<p>Press <button>a</button> now.</p>",
            {"Press <x1/> now.": "अब <x1/> दबाएँ।", "a": "क"},
            "<p>अब <button>क</button> दबाएँ।</p>",
        ),
        (
            "<p>वह गया।मैं आया।</p>",
            {"वह गया।": "He went.", "मैं आया।": "I came."},
            "<p>He went. I came.</p>",
        ),
        ("<p><b>वह गया।</b>मैं आया।</p>", {"मैं आया।": "I came."}, "<p><b>वह गया।</b> I came.</p>"),
        ("<p>One\r\ntwo.</p>\r\n", {"One two.": "एक\nदो।"}, "<p>एक दो।</p>\r\n"),
    ],
)
def test_write(page: str, translations: dict[str, str], expected: str) -> None:
    assert write(page, translations).decode() == expected


def test_the_page_keeps_its_encoding() -> None:
    page = '<meta charset="iso-8859-1"><p>caf\xe9</p><p>b</p>'.encode("latin-1")
    expected = '<meta charset="iso-8859-1"><p>caf\xe9</p><p>&#2326; \xe9</p>'.encode("latin-1")
    assert write(page, {"b": "ख é"}) == expected


def test_literals_know_no_character_references() -> None:
    script = '<script type="application/ld+json">{"@type":"Article","name":%s}</script>'
    page = '---\ntitle: %s\n---\n<meta charset="iso-8859-1">' + script
    written = write((page % ('"b"', '"b"')).encode("latin-1"), {"b": "é😀"})
    assert written.decode("latin-1") == page % ('"é\\U0001f600"', '"é\\ud83d\\ude00"')


def test_utf16_and_its_mark_stay() -> None:
    page = "\ufeff<p>a</p>".encode("utf-16-le")
    assert write(page, {"a": "क"}) == "\ufeff<p>क</p>".encode("utf-16-le")


def test_stray_bytes_stay() -> None:
    page = b'<meta charset="utf-8"><p>a</p>\xff\xfe<p>b \xe9</p>'
    expected = b'<meta charset="utf-8"><p>' + "क".encode() + b"</p>\xff\xfe<p>b \xe9</p>"
    assert write(page, {"a": "क"}) == expected


@pytest.mark.parametrize(
    "target", ["", " ", "\0", "\x01\n", "\u200b\u202e", "<g1>", "</g1>", "<g99>", "<x1/>"]
)
def test_refuses(target: str) -> None:
    with pytest.raises(TranslationRefused) as refused:
        write("<p>a b</p>", {"a b": target})
    assert refused.value.key == SegmentKey(None, "a b")


def test_the_segment_that_changes_the_structure_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    article = read_html("<p>a</p><p>b</p><p>c</p>", language=Language.EN)
    keys = {segment.source: segment.key for segment in article.segments}
    monkeypatch.setattr("dualpress.html.inline._ESCAPED", re.compile("&"))
    with pytest.raises(TranslationRefused, match="elements") as refused:
        write_html(article, {keys["a"]: "ä", keys["b"]: "<hr>", keys["c"]: "ç"})
    assert refused.value.key == keys["b"]


def test_a_joined_sentence_is_part_of_the_proof() -> None:
    article = read_html("Yes.<link rel=x><p>He came. Yes.</p>", language=Language.EN)
    yes = SegmentKey(None, "Yes.")
    with pytest.raises(TranslationRefused, match="elements") as refused:
        proven_patches(article, {SegmentKey(None, "He came."): "वह आया, हाँ।"}, {yes})
    assert refused.value.key == yes


def test_an_omitted_sentence_leaves_its_elements() -> None:
    article = read_html("<p>One. <a href=x>Two</a> b<br>c. <img alt=d></p>", language=Language.EN)
    text = article.source.text
    patches = [patch for segment in article.segments if (patch := omit(segment, text))]
    assert apply_patches(article.source, patches) == b"<p><a href=x></a><br> <img alt=d></p>"


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        ("<p>One. Two. Three.</p>", "<p>One. Three.</p>"),
        ("<p>One.\r\n  Two.\n<b>Three.</b></p>", "<p>One.\n<b>Three.</b></p>"),
        ("<p>One. <i>Two.</i><b> Three.</b></p>", "<p>One. <i></i><b> Three.</b></p>"),
        ("<p>One. Two.</p>", "<p>One. </p>"),
    ],
)
def test_an_omitted_sentence_leaves_one_space(page: str, expected: str) -> None:
    article = read_html(page, language=Language.EN)
    patch = omit(article.segments[1], article.source.text)
    assert patch is not None
    assert apply_patches(article.source, [patch]).decode() == expected


NAMES = ("p", "div", "b", "a", "span", "i", "br", "img", "li", "table", "title", "h1", "code", "td")
TEXT = st.lists(
    st.sampled_from(
        [*"ab .&<>;\"'\n\r\t\0कख।\u00a0\u200d", "&amp;", "&lt;", "&nbsp", "<g1>", "Dr. "]
    ),
    max_size=8,
).map("".join)


@st.composite
def pages(draw: st.DrawFn) -> str:
    """Any tree of elements, attributes, references and text, some of it misnested."""
    pieces: list[str] = []
    for _ in range(draw(st.integers(0, 12))):
        name = draw(st.sampled_from(NAMES))
        shape = draw(st.integers(0, 3))
        if shape == 0:
            pieces.append(draw(TEXT))
        elif shape == 1:
            pieces.append(f"</{name}>")
        else:
            attribute = draw(
                st.sampled_from(["", ' title="a b"', " alt='c&amp;d e'", " translate=no"])
            )
            pieces.append(f"<{name}{attribute}>{draw(TEXT)}")
    return "".join(pieces)


@given(pages())
def test_identity_of_any_page(page: str) -> None:
    article = read_html(page)
    assert write_html(article, {}) == page.encode("utf-8", "surrogatepass")
    same = {segment.key: segment.source for segment in article.segments}
    assert write_html(article, same) == page.encode("utf-8", "surrogatepass")


@given(pages())
def test_what_is_written_is_what_is_read(page: str) -> None:
    policy = Policy(whole_blocks=True)
    article = read_html(page, policy=policy, language=Language.EN)
    targets = {s.key: s.source.replace("a", "ä").replace("b", "ß") for s in article.segments}
    again = read_html(write_html(article, targets), policy=policy, language=Language.EN)
    expected = [clean_text(targets[segment.key]) for segment in article.segments]
    assert [clean_text(segment.source) for segment in again.segments] == expected


MARKS = """
<script> "><img </g1> <g1> <g99> <x1/> \0 \ud800 \u202e क &#60; ]]> </title> --> \r ' " <!--
""".split(" ")
HOSTILE = st.lists(st.sampled_from(["", " ", *MARKS]), max_size=6).map("".join)


@given(pages(), HOSTILE)
def test_any_translation_leaves_the_elements_or_is_refused_by_name(page: str, target: str) -> None:
    article = read_html(page)
    translations = {segment.key: segment.source + target for segment in article.segments}
    try:
        data = write_html(article, translations)
    except TranslationRefused as error:
        refused = error.key
    else:
        before, after = parse_tree(page), parse_tree(data.decode("utf-8", "surrogatepass"))
        assert same_shape(before, after)
        return
    assert refused in translations


def test_identity_of_every_html5lib_document(html5lib_documents: list[str]) -> None:
    for document in html5lib_documents:
        for page in (document, document.replace("\n", "\r\n")):
            article = read_html(page)
            same = {segment.key: segment.source for segment in article.segments}
            assert write_html(article, same) == page.encode("utf-8", "surrogatepass")


def test_hostile_text_in_every_html5lib_document(html5lib_documents: list[str]) -> None:
    for page in html5lib_documents:
        article = read_html(page)
        hostile = {s.key: f"<b>&amp;\"' {s.source} <script>" for s in article.segments}
        data = write_html(article, hostile)
        after = parse_tree(data.decode("utf-8", "surrogatepass"))
        assert same_shape(after, parse_tree(page))
