"""What is read at once where an entry has nothing odd: the same as polib reads."""

from pathlib import Path

import pytest
from catalog_support import catalogs
from hypothesis import example, given
from hypothesis import strategies as st

from dualpress.catalog import parse as parsing
from dualpress.catalog.catalog import Catalog
from dualpress.catalog.format import format_catalog
from dualpress.catalog.parse import parse
from dualpress.catalog.plain import Plain, take_plain
from dualpress.errors import CatalogError

HEADER = 'msgid ""\nmsgstr ""\n"Language: hi\\n"\n'
ENTRY = '#. paragraph 1\n#: a.html:3 b.html:5\n#, fuzzy\nmsgid "One"\nmsgstr "एक"\n'

LINES = (
    "",
    "",
    "",
    "# c",
    "#",
    "#. n",
    "#. two words ",
    "#.n",
    "#: a.html:1",
    "#: a.html:1 b:2",
    "#: a.html",
    "#: a:b:3",
    "#: \u2068a b\u2069:4",
    "#, fuzzy",
    "#, fuzzy, no-wrap",
    '#| msgid "older"',
    '#~ msgid "gone"',
    '#~ msgstr "गया"',
    '#~| msgid "older"',
    'msgctxt "c"',
    'msgid ""',
    'msgid "One"',
    'msgid "T\\"wo\\\\"',
    'msgid "Three\\n"',
    'msgid "a\\tb\\101"',
    ' msgid "Four"',
    'msgstr ""',
    'msgstr "एक"',
    'msgstr "^"',
    'msgstr "x" "y"',
    'msgstr "x"  ',
    '"more"',
    '"\u2028 \x85"',
    '"half',
)
FILES = st.lists(
    st.one_of(
        st.sampled_from(LINES),
        st.sampled_from([HEADER, ENTRY, ENTRY.replace("One", "Two"), HEADER.replace("hi", "en")]),
    ),
    max_size=12,
).map("\n".join)


def outcome(text: str) -> object:
    try:
        parsed = parse(text, Path("hi.po"))
    except CatalogError as error:
        return str(error), error.line
    lines = [entry.line for entry in (*parsed.entries, *parsed.obsolete)]
    return parsed, lines


def by_polib_alone(text: str) -> object:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(parsing, "take_plain", lambda text: Plain([], text))
        return outcome(text)


@example("")
@example("\n\n")
@example(f"{HEADER}\n{ENTRY}")
@example(f'{ENTRY}\n# c\n#. n\n\nmsgid "Two"\nmsgstr ""\n')
@example(f'{HEADER}\n\n\n{ENTRY}\n"more"\n\n{ENTRY.replace("One", "Two")}')
@example(f'{HEADER}\n#~ msgid "gone"\n#~ msgstr "msgstr "\n\n{ENTRY}\n\n')
@example(f'{HEADER}\n{ENTRY}\n"more"\n{ENTRY.replace("One", "Two")}')
@example(f'{HEADER}\nmsgid "x"\n\n{ENTRY}')
@example(f"# c\n\n{HEADER}\n{ENTRY}\n# last\n")
@example(f'\n\n{HEADER}\n# ok: numbers\nmsgid "Two"\nmsgstr "दो"\n')
@given(FILES)
def test_any_lines(text: str) -> None:
    assert outcome(text) == by_polib_alone(text)


@given(catalogs())
def test_any_catalog(catalog: Catalog) -> None:
    text = format_catalog(catalog).replace("\r\n", "\n")
    assert outcome(text) == by_polib_alone(text)


def test_entries_of_our_own_leave_nothing_to_polib() -> None:
    wrapped = 'msgctxt "c"\nmsgid ""\n"One \\"two\\" "\n"three.\\n"\nmsgstr ""\n'
    plain = take_plain(f"{HEADER}\n{ENTRY}\n{wrapped}")
    assert plain.rest == ""
    assert [entry.source for entry in plain.entries] == ["", "One", 'One "two" three.\n']


def test_what_is_odd_keeps_its_line() -> None:
    odd = '# Asha: so\nmsgid "Two"\nmsgstr "दो"\n'
    plain = take_plain(f"{HEADER}\n{ENTRY}\n{odd}\n{ENTRY.replace('One', 'Three')}")
    assert [(entry.source, entry.line) for entry in plain.entries] == [("One", 8), ("Three", 18)]
    assert plain.rest == f"{HEADER}{7 * chr(10)}{odd}"
