"""What holds of any text."""

from itertools import pairwise

import regex
from hypothesis import given
from hypothesis import strategies as st

from dualpress.article import TAG, Language
from dualpress.glossary import (
    Glossary,
    Kind,
    Matcher,
    Term,
    TermProblem,
    check_terms,
    enforce,
    translate_exact,
)
from dualpress.text.addresses import find_addresses

EN, HI = Language.EN, Language.HI

TERMS = [
    Term("BLA", "बीएलए", Kind.ACRONYM, forms_hi=("बलूच लिबरेशन आर्मी",)),
    Term("US", "अमेरिका", Kind.PLACE, forms_hi=("अमेरिकी",)),
    Term("New Delhi", "नई दिल्ली", Kind.PLACE),
    Term("Delhi", "दिल्ली", Kind.PLACE, forbidden=("देहली",)),
    Term("Delhi Treaty", "दिल्ली संधि"),
    Term("treaty", "संधि"),
    Term("Ram", "राम", Kind.PERSON),
    Term("A. Q. Khan", "ए. क्यू. खान", Kind.PERSON),
    Term("Baloch Liberation Army", "बलूच लिबरेशन आर्मी", Kind.ORG),
]
GLOSSARY = Glossary(TERMS)
MATCHERS = {language: Matcher(TERMS, language) for language in Language}

_STANDALONE = regex.compile(r"<x[1-9][0-9]*/>")
_WORD = regex.compile(r"[\p{L}\p{M}\p{N}\u200c\u200d]")
_PIECES = [
    *(form for term in TERMS for language in Language for form in term.forms(language)),
    *"देहली BLAs U.S. भारत the ने (BLA) ( ) <g1> </g1> <g2> </g2> <x3/> 's ’s - – . ।".split(),
    *("x", "ा", "\u093c", "\u200d", " ", " ", "\n", "https://x.org/BLA", "a@BLA.org", "&lt;g1>"),
]

texts = st.lists(st.sampled_from(_PIECES), max_size=12).map("".join) | st.text(max_size=30)
languages = st.sampled_from(Language)


@given(texts, languages)
def test_matches_stand_in_order_and_never_overlap(text: str, language: Language) -> None:
    spans = [match.span for match in MATCHERS[language].find(text)]
    assert all(start < end for start, end in spans)
    assert all(before[1] <= after[0] for before, after in pairwise(spans))
    assert not spans or (spans[0].start >= 0 and spans[-1].end <= len(text))


@given(texts | st.sampled_from(_PIECES), languages)
def test_what_is_one_term_may_be_whole(text: str, language: Language) -> None:
    matches = MATCHERS[language].find_all(text)
    is_one = any(match.span == (0, len(text)) for match in matches)
    assert MATCHERS[language].may_be_whole(text) or not is_one


def test_a_sentence_that_begins_with_a_term_is_no_term() -> None:
    assert not MATCHERS[EN].may_be_whole("New Delhi said so.")
    assert not MATCHERS[EN].may_be_whole("In New Delhi they said so.")


@given(texts, languages)
def test_no_match_begins_or_ends_inside_a_word(text: str, language: Language) -> None:
    for match in MATCHERS[language].find_all(text):
        start, end = match.span
        assert not (_WORD.match(text[start - 1 : start]) and _WORD.match(text[start]))
        assert not (_WORD.match(text[end : end + 1]) and _WORD.match(text[end - 1]))


@given(texts, languages)
def test_no_match_begins_or_ends_inside_a_tag(text: str, language: Language) -> None:
    tags = [tag.span() for tag in TAG.finditer(text)]
    for match in MATCHERS[language].find_all(text):
        for start, end in tags:
            assert not start < match.span.start < end
            assert not start < match.span.end < end


@given(texts, languages)
def test_no_match_touches_an_address_or_a_standalone_tag(text: str, language: Language) -> None:
    closed = [tuple(span) for span in find_addresses(text)]
    closed += [tag.span() for tag in _STANDALONE.finditer(text)]
    for match in MATCHERS[language].find_all(text):
        assert all(match.span.end <= start or end <= match.span.start for start, end in closed)


@given(st.sampled_from(TERMS), languages)
def test_every_form_is_found_as_itself(term: Term, language: Language) -> None:
    for form in term.forms(language):
        assert term in MATCHERS[language].find(form)[0].terms


@given(texts, st.lists(texts, min_size=1, max_size=3), languages)
def test_what_needs_nothing_is_not_changed(
    source: str, candidates: list[str], language: Language
) -> None:
    target = HI if language is EN else EN
    result = enforce(source, candidates, GLOSSARY, source_language=language, target_language=target)
    chosen = candidates[result.index]
    assert result.changed == (result.text != chosen)
    needs = [
        finding
        for finding in check_terms(source, chosen, language, target, GLOSSARY)
        if finding.problem is not TermProblem.AMBIGUOUS
    ]
    assert needs or not result.changed


@given(texts, texts, languages)
def test_enforcing_never_touches_a_tag(source: str, candidate: str, language: Language) -> None:
    target = HI if language is EN else EN
    result = enforce(
        source, [candidate], GLOSSARY, source_language=language, target_language=target
    )
    assert TAG.findall(result.text) == TAG.findall(candidate)


@given(texts, texts, languages)
def test_enforcing_twice_changes_nothing_more(
    source: str, candidate: str, language: Language
) -> None:
    target = HI if language is EN else EN
    once, twice = candidate, candidate
    for _ in range(2):
        once, twice = (
            twice,
            enforce(
                source, [twice], GLOSSARY, source_language=language, target_language=target
            ).text,
        )
    assert once == twice


@given(texts, texts, languages)
def test_no_term_is_written_more_often_than_the_source_has_it(
    source: str, candidate: str, language: Language
) -> None:
    target = HI if language is EN else EN
    result = enforce(
        source, [candidate], GLOSSARY, source_language=language, target_language=target
    )
    for term in TERMS:
        had, has = (
            sum(term == match.term for match in MATCHERS[target].find(text))
            for text in (candidate, result.text)
        )
        wanted = sum(term == match.term for match in MATCHERS[language].find(source))
        assert has - had <= wanted


@given(texts, languages)
def test_an_exact_translation_keeps_the_tags(source: str, language: Language) -> None:
    result = translate_exact(source, GLOSSARY, source_language=language)
    assert result is None or TAG.findall(result) == TAG.findall(source)


@given(st.sampled_from(TERMS), languages)
def test_what_the_glossary_translates_alone_passes_its_own_check(
    term: Term, language: Language
) -> None:
    target = HI if language is EN else EN
    result = translate_exact(term.headword(language), GLOSSARY, source_language=language)
    assert result is not None
    assert check_terms(term.headword(language), result, language, target, GLOSSARY) == []
