from dataclasses import replace

from dualpress.article import (
    Derived,
    Inline,
    Repetition,
    Segment,
    SegmentKey,
    SegmentKind,
    Span,
    Status,
)
from dualpress.catalog import Entry, Reference, entries_of


def _segment(source: str, line: int, *, comment: str | None = None) -> Segment:
    return Segment(
        SegmentKey(None, source),
        SegmentKind.PARAGRAPH,
        f"paragraph {line}",
        Span(0, 0),
        line,
        comment=comment,
    )


def _only(*segments: Segment) -> Entry:
    (entry,) = entries_of(segments, "posts/a.html")
    return entry


def test_an_entry_tells_where_its_segment_stands() -> None:
    entry = _only(_segment("a", 3))
    assert entry.references == (Reference("posts/a.html", 3),)
    assert entry.notes == ("paragraph 3",)
    assert entry.status is Status.UNTRANSLATED


def test_an_entry_tells_what_its_tags_stand_for() -> None:
    segment = Segment(
        SegmentKey(None, "<g1>a</g1><x2/>"),
        SegmentKind.HEADING,
        "heading 1",
        Span(0, 9),
        1,
        inlines=(Inline(1, "a", Span(0, 3), Span(4, 8)), Inline(2, "br", Span(8, 9))),
    )
    assert _only(segment).notes == ("heading 1", "<g1> = a, <x2/> = br")


def test_segments_of_one_key_are_one_entry_in_the_place_of_the_first() -> None:
    entries = entries_of([_segment("a", 1), _segment("b", 2), _segment("a", 3)], "p")
    assert [entry.source for entry in entries] == ["a", "b"]
    assert [line for _, line in entries[0].references] == [1, 3]
    assert entries[0].notes == ("paragraph 1",)


def test_segments_of_other_contexts_are_other_entries() -> None:
    segments = [
        Segment(SegmentKey(context, "May"), SegmentKind.CELL, "cell", Span(0, 3), 1)
        for context in (None, "month", "")
    ]
    assert [entry.key.context for entry in entries_of(segments, "p")] == [None, "month", ""]


def test_what_the_author_says_stands_in_the_notes_line_by_line() -> None:
    entry = _only(_segment("a", 1, comment="A pun.\r\n\n Keep it short."))
    assert entry.notes == ("paragraph 1", "A pun.", "Keep it short.")


def test_what_the_author_says_twice_stands_once() -> None:
    entry = _only(
        _segment("a", 1, comment="A pun."),
        _segment("a", 2, comment="A pun.\nReally."),
        _segment("a", 3),
    )
    assert entry.notes == ("paragraph 1", "A pun.", "Really.")


def test_a_page_of_nothing_has_no_entries() -> None:
    assert entries_of([], "p") == ()


def test_an_entry_tells_where_else_its_text_is_shown() -> None:
    first, second = _segment("a", 2), _segment("b", 3)

    def place(label: str, *keys: SegmentKey, is_cut: bool = False) -> Derived:
        return Derived(replace(first, label=label), Repetition(keys, "a b", is_cut=is_cut))

    derived = [
        place("page title", first.key),
        place("og:title of the page", first.key),
        place("description of the page", first.key, second.key, is_cut=True),
        place("description of the page", first.key, second.key, is_cut=True),
    ]
    entries = entries_of([first, second], "p", derived)
    assert [entry.notes[1:] for entry in entries] == [
        ("also shown as page title, og:title of the page, description of the page",),
        ("also shown as description of the page (shortened)",),
    ]
