"""What the tests of catalogs share: PO files in one line, and catalogs of all kinds."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path

from hypothesis import strategies as st

from dualpress.article import Language, Origin, SegmentKey, Status
from dualpress.catalog import Catalog, Entry, Reference, read_catalog
from dualpress.states import retire
from dualpress.translation import status_of

HEADER = """\
msgid ""
msgstr ""
"Project-Id-Version: missile\\n"
"Last-Translator: Asha <asha@example.org>\\n"
"Language-Team: Hindi\\n"
"Language: hi\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=2; plural=(n > 1);\\n"
"X-Source-Language: en\\n"
"X-Generator: Poedit 3.4\\n"
"""

CREATED = datetime(2025, 4, 17, 9, 5, tzinfo=timezone(timedelta(hours=5, minutes=30)))


def po(folder: Path, body: str, *, header: str = HEADER, name: str = "hi.po") -> Path:
    """A PO file with this after its header."""
    path = folder / name
    path.write_bytes(f"{header}\n{body}".encode())
    return path


def read(folder: Path, body: str, *, header: str = HEADER) -> Catalog:
    return read_catalog(po(folder, body, header=header))


def only(catalog: Catalog) -> Entry:
    """The one entry of a catalog that has one."""
    (entry,) = (*catalog.entries, *catalog.obsolete)
    return entry


def entry(
    source: str,
    target: str = "",
    *,
    fuzzy: bool = False,
    previous: str | None = None,
    context: str | None = None,
    comments: tuple[str, ...] = (),
    notes: tuple[str, ...] = (),
    references: tuple[Reference, ...] = (),
    flags: tuple[str, ...] = (),
    origin: Origin | None = None,
) -> Entry:
    """An entry whose status is what the file would say."""
    status = status_of(source, target, fuzzy=fuzzy, previous=previous)
    return Entry(
        SegmentKey(context, source),
        target,
        status,
        previous if status is Status.STALE else None,
        origin=origin,
        references=references,
        comments=comments,
        notes=notes,
        flags=flags,
    )


def catalog(*entries: Entry, obsolete: tuple[Entry, ...] = ()) -> Catalog:
    return Catalog("missile", Language.EN, Language.HI, entries, tuple(map(retire, obsolete)))


def page(*sources: str) -> list[Entry]:
    """The entries of a page with these sentences."""
    return [
        Entry(SegmentKey(None, source), references=(Reference("a.html", line),))
        for line, source in enumerate(dict.fromkeys(sources), 1)
    ]


# What has broken readers and writers of PO, and all else that UTF-8 can hold.
TRAPS = ["\\", '"', "\n", "\r", "\t", "\0", "\x0c", "\x1c", "\x7f", "\x85", "\u2028", "\ufeff", "#"]
texts = st.lists(
    st.one_of(
        st.sampled_from(TRAPS), st.text(st.characters(exclude_categories=["Cs"]), max_size=4)
    ),
    max_size=5,
).map("".join)
lines = texts.map(lambda text: text.replace("\n", "").replace("\r", "").rstrip())
scores = st.floats(allow_nan=False, allow_infinity=False)
origins = st.builds(
    Origin, texts, st.none() | texts, st.none() | scores, st.lists(texts, max_size=2).map(tuple)
)
references = st.builds(Reference, st.sampled_from(["a.html", "b c/d e.html", "é"]), st.integers(0))


def _tuples(of: st.SearchStrategy[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(of, max_size=2).map(tuple)


entries = st.builds(
    entry,
    texts.filter(bool),
    texts | st.just("^") | st.just("शब्द"),
    fuzzy=st.booleans(),
    previous=st.none() | texts,
    context=st.none() | texts,
    comments=_tuples(lines),
    notes=_tuples(lines.map(str.strip).filter(bool)),
    references=st.lists(references, max_size=2).map(tuple),
    flags=_tuples(st.sampled_from(["no-wrap", "c-format"])),
    origin=st.none() | origins,
)


@st.composite
def catalogs(draw: st.DrawFn) -> Catalog:
    distinct = draw(st.lists(entries, max_size=4, unique_by=lambda entry: entry.key))
    cut = draw(st.integers(0, len(distinct)))
    return replace(
        catalog(*distinct[:cut], obsolete=tuple(distinct[cut:])),
        header_comments=draw(_tuples(lines)),
        newline=draw(st.sampled_from(["\n", "\r\n"])),
    )
