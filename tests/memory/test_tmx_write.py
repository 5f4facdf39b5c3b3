"""Files that are written keep the rules of the TMX 1.4 DTD and of its specification."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from xml.parsers import expat

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dualpress.article import Language, escape_tags
from dualpress.errors import WriteError
from dualpress.memory import Memory
from dualpress.memory.documents import Document, Kind
from dualpress.memory.tmx import Unit, read_tmx, write_tmx

EN, HI = Language.EN, Language.HI
NOON = datetime(2025, 4, 17, 12, tzinfo=UTC)

CHILDREN = {
    "tmx": "header body ",
    "header": "((note|prop|ude) )*",
    "body": "(tu )*",
    "tu": "((note|prop) )*(tuv )+",
    "tuv": "((note|prop) )*seg ",
    "seg": "((bpt|ept|ph|it|hi|ut) )*",
    "bpt": "(sub )*",
    "ept": "(sub )*",
    "ph": "(sub )*",
    "prop": "",
}
TEXT = {"prop", "seg", "bpt", "ept", "ph"}
REQUIRED = {
    "header": set(
        "creationtool creationtoolversion segtype o-tmf adminlang srclang datatype".split()
    ),
    "tuv": {"xml:lang"},
    "prop": {"type"},
    "bpt": {"i"},
    "ept": {"i"},
}  # fmt: skip
ALLOWED = {
    "tmx": {"version"},
    "tu": {"srclang", "changedate"},
    "bpt": {"x", "type"},
    "ph": {"x", "type", "assoc"},
}


@dataclass
class Element:
    name: str
    attributes: dict[str, str]
    children: list["Element"] = field(default_factory=list)
    text: str = ""

    def walk(self) -> Iterator["Element"]:
        yield self
        for child in self.children:
            yield from child.walk()


def _tree(path: Path) -> Element:
    root = Element("", {})
    within = [root]
    parser = expat.ParserCreate()

    def start(name: str, attributes: dict[str, str]) -> None:
        within.append(Element(name, attributes))
        within[-2].children.append(within[-1])

    def text(data: str) -> None:
        within[-1].text += data

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda _: within.pop()
    parser.CharacterDataHandler = text
    parser.Parse(path.read_bytes(), True)
    return root.children[0]


def _validate(path: Path) -> Element:
    """Hold a file against the DTD, as far as it concerns what is written."""
    head = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'
    assert path.read_bytes().startswith(head.encode())
    tree = _tree(path)
    assert (tree.name, tree.attributes) == ("tmx", {"version": "1.4"})
    for element in tree.walk():
        children = "".join(f"{child.name} " for child in element.children)
        assert re.fullmatch(CHILDREN[element.name], children)
        assert element.name in TEXT or not element.text.strip()
        required = REQUIRED.get(element.name, set())
        names = set(element.attributes)
        assert required <= names <= required | ALLOWED.get(element.name, set())
        if element.name == "seg":
            _validate_pairs(element)
    return tree


def _validate_pairs(seg: Element) -> None:
    """Each ``i`` is of one ``bpt``, and of one ``ept`` after it."""
    begun: list[str] = []
    ended: list[str] = []
    for child in seg.children:
        if child.name == "bpt":
            begun.append(child.attributes["i"])
        if child.name == "ept":
            ended.append(child.attributes["i"])
            assert ended[-1] in begun
    assert sorted(begun) == sorted(ended) == sorted(set(begun))


def _written(tmp_path: Path, *units: Unit) -> Element:
    write_tmx(tmp_path / "out.tmx", units)
    return _validate(tmp_path / "out.tmx")


def test_the_header_says_what_wrote_it_and_no_date(tmp_path: Path) -> None:
    header = _written(tmp_path).children[0].attributes
    assert header["creationtool"] == "dualpress"
    assert header["creationtoolversion"]
    assert (header["srclang"], header["segtype"], header["adminlang"]) == ("en", "sentence", "en")
    assert "creationdate" not in header


def test_a_unit(tmp_path: Path) -> None:
    tree = _written(tmp_path, Unit(EN, HI, "The river", "नदी", NOON, "2025/river"))
    (unit,) = tree.children[1].children
    article, english, hindi = unit.children
    assert unit.attributes == {"changedate": "20250417T120000Z"}
    assert (article.attributes["type"], article.text) == ("x-article", "2025/river")
    assert [v.attributes["xml:lang"] for v in (english, hindi)] == ["en", "hi"]
    assert [v.children[0].text for v in (english, hindi)] == ["The river", "नदी"]


def test_a_hindi_source_stands_first_and_says_so(tmp_path: Path) -> None:
    (unit,) = _written(tmp_path, Unit(HI, EN, "नदी", "The river")).children[1].children
    assert unit.attributes == {"srclang": "hi"}
    assert [v.attributes["xml:lang"] for v in unit.children] == ["hi", "en"]


def test_dates_are_in_universal_time(tmp_path: Path) -> None:
    there = NOON.astimezone(timezone(timedelta(hours=5, minutes=30)))
    (unit,) = _written(tmp_path, Unit(EN, HI, "a", "क", there)).children[1].children
    assert unit.attributes["changedate"] == "20250417T120000Z"


def test_inline_tags(tmp_path: Path) -> None:
    tree = _written(tmp_path, Unit(EN, HI, "<g1>a</g1><x2/>", "<x2/><g1>क</g1>"))
    source, target = (variant.children[0] for variant in tree.children[1].children[0].children)
    assert [(e.name, e.attributes, e.text) for e in source.children] == [
        ("bpt", {"i": "1", "x": "1"}, "<g1>"),
        ("ept", {"i": "1"}, "</g1>"),
        ("ph", {"x": "2"}, "<x2/>"),
    ]
    assert [element.name for element in target.children] == ["ph", "bpt", "ept"]


def test_what_xml_cannot_hold_is_left_out(tmp_path: Path) -> None:
    bad = [Unit(EN, HI, "a\x08", "क"), Unit(EN, HI, "a", "\ufffe"), Unit(EN, HI, "\ud800", "क")]
    assert write_tmx(tmp_path / "out.tmx", [*bad, Unit(EN, HI, "b", "ख")]) == 1
    assert [unit.source for unit in read_tmx(tmp_path / "out.tmx")] == ["b"]


def test_the_same_units_give_the_same_bytes_and_lf(tmp_path: Path) -> None:
    units = [Unit(EN, HI, f"a {n}", "क", NOON) for n in range(3)]
    for name in ("one", "two"):
        write_tmx(tmp_path / name / "out.tmx", iter(units))
    one, two = ((tmp_path / name / "out.tmx").read_bytes() for name in ("one", "two"))
    assert one == two
    assert b"\r" not in one


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "out.tmx"
    write_tmx(path, [Unit(EN, HI, "a", "क")])
    before = path.read_bytes()

    def units() -> Iterator[Unit]:
        yield Unit(EN, HI, "b", "ख")
        raise KeyError

    with pytest.raises(KeyError):
        write_tmx(path, units())
    assert path.read_bytes() == before
    assert [file.name for file in tmp_path.iterdir()] == ["out.tmx"]


def test_a_folder_in_its_place_is_told(tmp_path: Path) -> None:
    (tmp_path / "out.tmx").mkdir()
    with pytest.raises(WriteError, match="cannot be written") as refused:
        write_tmx(tmp_path / "out.tmx", [])
    assert refused.value.path == tmp_path / "out.tmx"


letters = st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cn", "Co"])
plain = st.text(st.one_of(letters, st.sampled_from("<>&\"'g1x/; ")), min_size=1, max_size=12)
texts = plain.map(lambda text: " ".join(text.split())).filter(bool).map(escape_tags)


@st.composite
def units(draw: st.DrawFn) -> Unit:
    """A unit with the same tags on both sides, and any text between them."""
    count = draw(st.integers(0, 4))
    kinds = draw(st.lists(st.booleans(), min_size=count, max_size=count))

    def side(order: list[int]) -> str:
        pieces = [draw(texts)]
        for number in order:
            inner = draw(texts)
            tag = f"<g{number}>{inner}</g{number}>" if kinds[number - 1] else f"<x{number}/>"
            pieces += [tag, draw(texts)]
        return "".join(pieces)

    numbers = list(range(1, count + 1))
    languages = draw(st.sampled_from([(EN, HI), (HI, EN)]))
    return Unit(*languages, side(numbers), side(draw(st.permutations(numbers))), None, "article")


@settings(max_examples=60)
@given(st.lists(units(), max_size=4))
def test_what_is_written_is_valid_and_comes_back_as_it_was(
    tmp_path_factory: pytest.TempPathFactory, of: list[Unit]
) -> None:
    path = tmp_path_factory.mktemp("tmx") / "out.tmx"
    assert write_tmx(path, of) == len(of)
    _validate(path)
    assert list(read_tmx(path)) == of


def test_both_directions_of_a_unit_are_learned(tmp_path: Path) -> None:
    write_tmx(tmp_path / "m.tmx", [Unit(EN, HI, "<g1>a</g1><g2>b</g2>", "<g2>ख</g2><g1>क</g1>")])
    with Memory.open(":memory:") as memory:
        pairs = (pair for unit in read_tmx(tmp_path / "m.tmx") for pair in unit.pairs())
        memory.refresh([Document(Kind.TMX, "m.tmx", lambda: pairs)])
        there = memory.exact("<g1>a</g1><g2>b</g2>", EN, HI)
        back = memory.exact("<g1>ख</g1><g2>क</g2>", HI, EN)
    assert [match.target for match in there] == ["<g2>ख</g2><g1>क</g1>"]
    assert [match.target for match in back] == ["<g2>a</g2><g1>b</g1>"]


@pytest.mark.parametrize(
    "unit",
    [Unit(EN, HI, "a", " "), Unit(EN, HI, "", "क"), Unit(EN, HI, "a", "क\u202e")],
)
def test_what_could_not_stand_on_a_page_gives_no_pair(unit: Unit) -> None:
    assert list(unit.pairs()) == []
