"""The matcher finds what a plain reading of its rules finds, word by word and form by form."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import Language, Span
from dualpress.glossary import Case, Kind, Matcher, Term
from dualpress.glossary.patterns import plurals
from dualpress.glossary.tokens import Token, find_chunks, tokenise, without_initial_stops

EN, HI = Language.EN, Language.HI
INFLECTED = (Kind.ACRONYM, Kind.TERM, Kind.TITLE, Kind.WEAPON)

TERMS = [
    Term("BLA", "बीएलए", Kind.ACRONYM),
    Term("IT", "आईटी", Kind.ACRONYM),
    Term("US", "अमेरिका", Kind.PLACE, forms_hi=("अमेरिकी",), case=Case.SENSITIVE),
    Term("New Delhi", "नई दिल्ली", Kind.PLACE),
    Term("Delhi", "दिल्ली", Kind.PLACE),
    Term("Delhi treaty", "दिल्ली संधि", Kind.TERM),
    Term("treaty", "संधि", Kind.TERM, case=Case.INSENSITIVE),
    Term("A. Q. Khan", "ए. क्यू. खान", Kind.PERSON),
    Term("S. Jaishankar", "एस. जयशंकर", Kind.PERSON),
    Term("Xi", "शी", Kind.PERSON),
    Term("Xi’an", "शीआन", Kind.PLACE),
    Term("Jammu & Kashmir", "जम्मू-कश्मीर", Kind.PLACE),
    Term("Shaheen-3", "शाहीन-3", Kind.WEAPON),
    Term("Hindi", "हिंदी"),
    Term("$", "डॉलर"),
    Term("example.org", "example.org", Kind.KEEP),
]
MATCHERS = {language: Matcher(TERMS, language) for language in Language}

PIECES = [
    *"BLA US U.S. u.s us IT It it ITs A. Q. Khan A.Q. S. S Jaishankar Xi Xi’an 'an".split(),
    *"New Delhi DELHI treaty treaties Treaties Jammu & Kashmir Shaheen 3 ३ $ Hindi the THE".split(),
    *"ए. क्यू. खान बी.एल.ए. एस जयशंकर नई दिल्ली संधि हिन् दी हिन्दी हिंदी अमेरिकी ा".split(),
    *"’s 'S s - – — . , ( ) ” । <g1> </g1> <x2/> &lt; &amp;lt; www. x@y.org .com".split(),
    *("https://a.org/BLA", "example.org", "\n", "\u00a0", "\u00ad", "\u200d", "\u093c", "\u0301"),
]
texts = (
    st.lists(st.sampled_from(PIECES), max_size=10).map("".join)
    | st.lists(st.sampled_from(PIECES), max_size=10).map(" ".join)
    | st.text(max_size=20)
)


def forms(term: Term, language: Language) -> Iterator[str]:
    for form in term.forms(language):
        yield form
        if language is EN and term.kind in INFLECTED:
            yield from plurals(form)


def has_case(word: str, wanted: str, case: Case, *, is_heading: bool) -> bool:
    allowed = {wanted}
    if case is Case.AUTO:
        allowed.add(wanted[:1].upper() + wanted[1:])
    if is_heading:
        allowed.add(wanted.upper())
    return case is Case.INSENSITIVE or word in allowed or word.casefold() != wanted.casefold()


def is_in_capitals(tokens: list[Token]) -> bool:
    letters = [char for token in tokens if token.is_word for char in token.text if char.isalpha()]
    return 0 < len(letters) * 0.75 <= sum(char.isupper() for char in letters)


def expected(text: str, language: Language) -> set[tuple[Span, str]]:
    """All spans at which a form stands, with the row's English."""
    tokens = tokenise(text)
    is_heading = is_in_capitals(tokens)
    found = set()
    for term in TERMS:
        for form in forms(term, language):
            for wanted in (tokenise(form), without_initial_stops(tokenise(form))):
                for first in range(len(tokens) - len(wanted) + 1):
                    words = tokens[first : first + len(wanted)]
                    for last in (words[-1], words[-1].without_possessive):
                        if last and is_form([*words[:-1], last], wanted, term.case, is_heading):
                            found.add((Span(words[0].span.start, last.span.end), term.en))
    return found


def is_form(words: list[Token], wanted: list[Token], case: Case, is_heading: bool) -> bool:
    return all(
        word.key == form.key and has_case(word.text, form.text, case, is_heading=is_heading)
        for word, form in zip(words, wanted, strict=True)
    )


@given(texts, st.sampled_from(Language))
def test_all_that_is_there_is_found_and_nothing_else(text: str, language: Language) -> None:
    matches = MATCHERS[language].find_all(text)
    found = {(match.span, term.en) for match in matches for term in match.terms}
    assert found == expected(text, language)


@given(texts)
def test_pieces_have_the_tokens_of_the_text(text: str) -> None:
    in_pieces = [
        token._replace(span=Span(*(chunk.start() + offset for offset in token.span)))
        for chunk in find_chunks(text)
        for token in tokenise(chunk[0])
    ]
    assert in_pieces == tokenise(text)


@given(texts, texts, st.sampled_from(Language))
def test_what_was_read_before_changes_nothing(before: str, text: str, language: Language) -> None:
    fresh = Matcher(TERMS, language)
    fresh.find(before)
    assert fresh.find(text) == Matcher(TERMS, language).find(text)


@pytest.mark.parametrize(
    ("form", "plural"),
    [
        ("missile", ["missiles"]),
        ("treaty", ["treaties"]),
        ("convoy", ["convoys"]),
        ("MP", ["MPs"]),
        ("NGY", ["NGYs"]),
        ("Marxist-Leninist bloc", ["Marxist-Leninist blocs"]),
        ("torch", ["torches"]),
        ("press", ["presses"]),
        ("forces", []),
        ("$", []),
    ],
)
def test_plurals(form: str, plural: list[str]) -> None:
    assert list(plurals(form)) == plural
