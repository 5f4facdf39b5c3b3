from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from dualpress.article import Language
from dualpress.errors import CatalogError
from dualpress.memory.tmx import Unit, read_tmx
from dualpress.memory.tmx import read as reading

EN, HI = Language.EN, Language.HI

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    """Writes a TMX file around the units of its body."""

    def write(body: str, *, head: str = "", header: str = 'srclang="en"') -> Path:
        path = tmp_path / "m.tmx"
        path.write_text(
            f'{head}<tmx version="1.4"><header {header}/><body>{body}</body></tmx>',
            encoding="utf-8",
        )
        return path

    return write


def _unit(english: str, hindi: str, *, tags: tuple[str, str] = ("en", "hi"), of: str = "") -> str:
    variants = (
        f'<tuv xml:lang="{tag}"><seg>{text}</seg></tuv>'
        for tag, text in zip(tags, (english, hindi), strict=True)
    )
    return f"<tu {of}>{''.join(variants)}</tu>"


def _texts(path: Path) -> list[tuple[str, str]]:
    return [(unit.source, unit.target) for unit in read_tmx(path)]


def test_a_unit_is_read(write: Write) -> None:
    assert list(read_tmx(write(_unit("The river", "नदी")))) == [Unit(EN, HI, "The river", "नदी")]


@pytest.mark.parametrize(
    "tags", [("en-US", "hi-IN"), ("EN", "HI"), ("en_GB", "hi_IN"), ("en-Latn-IN", "hi-Deva-IN")]
)
def test_regions_scripts_and_cases_of_a_language(write: Write, tags: tuple[str, str]) -> None:
    assert _texts(write(_unit("a", "क", tags=tags))) == [("a", "क")]


@pytest.mark.parametrize("tags", [("de", "hi"), ("en", "hi-Latn"), ("eng", "hi"), ("", "hi")])
def test_other_languages_are_left_out(write: Write, tags: tuple[str, str]) -> None:
    assert _texts(write(_unit("a", "क", tags=tags))) == []


def test_the_attribute_of_earlier_versions_tells_the_language_too(write: Write) -> None:
    body = _unit("a", "क").replace("xml:lang", "lang")
    assert _texts(write(body)) == [("a", "क")]


def test_each_variant_is_paired(write: Write) -> None:
    body = (
        '<tu><tuv xml:lang="fr"><seg>x</seg></tuv><tuv xml:lang="hi"><seg>क</seg></tuv>'
        '<tuv xml:lang="en-US"><seg>color</seg></tuv>'
        '<tuv xml:lang="en-GB"><seg>colour</seg></tuv></tu>'
    )
    assert _texts(write(body)) == [("color", "क"), ("colour", "क")]


@pytest.mark.parametrize(
    ("header", "of", "source"),
    [
        ("en-US", "", EN),
        ("hi", "", HI),
        ("*all*", "", EN),
        ("de", "", EN),
        ("en", 'srclang="hi-IN"', HI),
        ("*all*", 'srclang="hi"', HI),
    ],
)
def test_the_source_language_is_that_of_the_unit_or_the_file(
    write: Write, header: str, of: str, source: Language
) -> None:
    (unit,) = read_tmx(write(_unit("a", "क", of=of), header=f'srclang="{header}"'))
    assert unit.source_language is source
    assert unit.source == ("a" if source is EN else "क")


@pytest.mark.parametrize(
    ("of", "changed"),
    [
        ('changedate="20250417T103000Z"', datetime(2025, 4, 17, 10, 30, tzinfo=UTC)),
        ('creationdate="20250417T103000Z"', datetime(2025, 4, 17, 10, 30, tzinfo=UTC)),
        (
            'creationdate="20200101T000000Z" changedate="20250417T103000Z"',
            datetime(2025, 4, 17, 10, 30, tzinfo=UTC),
        ),
        ('changedate="last week"', None),
        ("", None),
    ],
)
def test_the_date_of_a_unit(write: Write, of: str, changed: datetime | None) -> None:
    assert next(iter(read_tmx(write(_unit("a", "क", of=of))))).changed == changed


def test_what_is_said_about_a_unit_is_no_text_of_it(write: Write) -> None:
    body = _unit("a", "क").replace("<seg>", "<note>n</note><prop type='x-p'>p</prop><seg>")
    assert _texts(write(body)) == [("a", "क")]


@pytest.mark.parametrize(
    ("seg", "text"),
    [
        ("R&amp;D &lt;b&gt; &#2325;", "R&D <b> क"),
        ("\n  two\n  lines\t", "two lines"),
        ("a\u00a0b", "a\u00a0b"),
        ("write &lt;g1&gt;", "write &lt;g1>"),
        ("&lt;<it pos='begin'>c</it>g1&gt;", "&lt;g1>"),
        ("<![CDATA[a < b]]>", "a < b"),
    ],
)
def test_text(write: Write, seg: str, text: str) -> None:
    assert _texts(write(_unit(seg, "क"))) == [(text, "क")]


B, E = '<bpt i="1">&lt;b&gt;</bpt>', '<ept i="1">&lt;/b&gt;</ept>'
C, D = '<bpt i="2">&lt;i&gt;</bpt>', '<ept i="2">&lt;/i&gt;</ept>'


@pytest.mark.parametrize(
    ("english", "hindi", "source", "target"),
    [
        pytest.param(f"{B}a{E} b", f"ख {B}क{E}", "<g1>a</g1> b", "ख <g1>क</g1>", id="pair"),
        pytest.param(
            f"{B}a{E} {C}b{D}",
            f"{C}ख{D} {B}क{E}",
            "<g1>a</g1> <g2>b</g2>",
            "<g2>ख</g2> <g1>क</g1>",
            id="moved",
        ),
        pytest.param(
            f"{C}a{D}{B}b{E}", f"{C}क{D}{B}ख{E}", "<g1>a</g1><g2>b</g2>", "<g1>क</g1><g2>ख</g2>",
            id="numbered as they follow each other",
        ),
        pytest.param(
            f"{B}a{C}b{D}{E}", f"{B}{C}ख{D}क{E}", "<g1>a<g2>b</g2></g1>", "<g1><g2>ख</g2>क</g1>",
            id="nested",
        ),
        pytest.param(
            'a<ph x="1">&lt;br/&gt;</ph>b<ph x="2"/>',
            'क<ph x="2"/>ख<ph x="1">&lt;br/&gt;</ph>',
            "a<x1/>b<x2/>",
            "क<x2/>ख<x1/>",
            id="alone, matched by x",
        ),
        pytest.param("a<ph/>b<ph/>", "क<ph/>ख<ph/>", "a<x1/>b<x2/>", "क<x1/>ख<x2/>", id="in order"),
        pytest.param(
            '<bpt i="7" x="1"/>a<ept i="7"/>',
            '<bpt i="3" x="1"/>क<ept i="3"/>',
            "<g1>a</g1>",
            "<g1>क</g1>",
            id="x before i",
        ),
        pytest.param("<hi>a</hi> b", "<hi>क</hi>", "<g1>a</g1> b", "<g1>क</g1>", id="highlight"),
        pytest.param(f"{B}a{E}", "क", "a", "क", id="lost in the translation"),
        pytest.param("a", f"{B}क{E}", "a", "क", id="only in the translation"),
        pytest.param(f"{B}a", f"{B}क", "a", "क", id="never closed"),
        pytest.param(f"a{E}", f"क{E}", "a", "क", id="never opened"),
        pytest.param(f"{B}{C}a{E}{D}", f"{B}{C}क{E}{D}", "a", "क", id="crossed in both"),
        pytest.param(f"{B}{C}a{E}{D}", f"{B}{C}क{D}{E}", "a", "क", id="crossed in one"),
        pytest.param(f"{B}{C}a{D}{E}", f"{C}{B}क{E}{D}", "a", "क", id="nested otherwise"),
        pytest.param('<it pos="begin">x</it>a', "क", "a", "क", id="isolated"),
        pytest.param("<ut>x</ut>a", "<ut>y</ut>क", "a", "क", id="unknown"),
        pytest.param(
            'a<ph>&lt;img alt="<sub>not <hi>this</hi></sub>"&gt;</ph>',
            "क<ph/>",
            "a<x1/>",
            "क<x1/>",
            id="text within code",
        ),
        pytest.param(f"{B}a{E}{B}b{E}", f"{B}क{E}{B}ख{E}", "ab", "कख", id="one number twice"),
    ],
)  # fmt: skip
def test_inline_elements(write: Write, english: str, hindi: str, source: str, target: str) -> None:
    assert _texts(write(_unit(english, hindi))) == [(source, target)]


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", None),
        ("utf-8", "utf-8"),
        ("utf-8-sig", None),
        ("utf-8-sig", "UTF-8"),
        ("utf-16", None),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "utf-16"),
    ],
)
def test_encodings(tmp_path: Path, encoding: str, declared: str | None) -> None:
    head = f'<?xml version="1.0" encoding="{declared}"?>' if declared else ""
    body = _unit("é", "क")
    text = f'{head}<!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx><header/><body>{body}</body></tmx>'
    (tmp_path / "m.tmx").write_bytes(text.encode(encoding))
    assert _texts(tmp_path / "m.tmx") == [("é", "क")]


def test_an_encoding_of_one_byte(tmp_path: Path) -> None:
    head = '<?xml version="1.0" encoding="windows-1252"?>'
    body = _unit("“é”", "&#2325;")
    (tmp_path / "m.tmx").write_bytes(f"{head}<tmx><body>{body}</body></tmx>".encode("cp1252"))
    assert _texts(tmp_path / "m.tmx") == [("“é”", "क")]


def test_no_entity_is_expanded_and_no_file_fetched(write: Write, tmp_path: Path) -> None:
    bomb = '<!DOCTYPE tmx [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n'
    with pytest.raises(CatalogError, match="declares an entity of its own, 'a'") as refused:
        _texts(write(_unit("&b;", "क"), head=bomb))
    assert refused.value.line == 1
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    external = f'<!DOCTYPE tmx [<!ENTITY a SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
    with pytest.raises(CatalogError, match="declares an entity of its own"):
        _texts(write(_unit("&a;", "क"), head=external))
    (tmp_path / "tmx14.dtd").write_text("<!ENTITY nbsp 'x'>", encoding="utf-8")
    named = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
    assert _texts(write(_unit("a", "क"), head=named)) == [("a", "क")]
    with pytest.raises(CatalogError, match="XML has no entity &nbsp;") as refused:
        _texts(write(_unit("a&nbsp;b", "क"), head=named))
    assert refused.value.line == 2


@pytest.mark.parametrize(
    ("text", "cause", "line"),
    [
        pytest.param("", "no element found", 1, id="empty"),
        pytest.param("<html><p></html>", "no TMX: it begins with <html>", 1, id="another format"),
        pytest.param("a,b\n", "syntax error", 1, id="no XML"),
        pytest.param("<tmx>\n<body>\n<tu></body>", "mismatched tag", 3, id="mismatched"),
        pytest.param("<tmx>\n<body>\n", "no element found", 3, id="cut short"),
        pytest.param("<tmx>\n&#8;</tmx>", "invalid character number", 2, id="control"),
        pytest.param("<tmx>\n&nbsp;</tmx>", "undefined entity", 2, id="entity"),
        pytest.param('<?xml version="1.0" encoding="x-y"?><a/>', "encoding", 1, id="encoding"),
        pytest.param('<?xml version="1.0" encoding="big5"?><a/>', "encoding", 1, id="multibyte"),
    ],
)
def test_a_broken_file_is_one_error_with_its_line(
    tmp_path: Path, text: str, cause: str, line: int
) -> None:
    path = tmp_path / "m.tmx"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(CatalogError, match=cause) as refused:
        _texts(path)
    assert (refused.value.path, refused.value.line) == (path, line)


def test_invalid_bytes_are_told_with_their_line(tmp_path: Path) -> None:
    (tmp_path / "m.tmx").write_bytes(b"<tmx>\n<body>\xff</body></tmx>")
    with pytest.raises(CatalogError, match="invalid token") as refused:
        _texts(tmp_path / "m.tmx")
    assert refused.value.line == 2


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CatalogError, match="cannot be read"):
        _texts(tmp_path / "m.tmx")


def test_what_stands_before_a_fault_is_read(write: Write) -> None:
    units = read_tmx(write(_unit("a", "क") + "x" * 2**16 + "<tu>"))
    assert next(units).source == "a"
    with pytest.raises(CatalogError):
        next(units)


def test_a_file_is_read_piece_by_piece(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    path = write("".join(_unit(f"a {n} &lt;", "क") for n in range(200)))
    whole = list(read_tmx(path))
    for size in (1, 7):
        monkeypatch.setattr(reading, "_CHUNK", size)
        assert list(read_tmx(path)) == whole
    units = read_tmx(path)
    next(units)
    path.write_bytes(b"")  # what has not been asked for has not been read
    with pytest.raises(CatalogError):
        list(units)
