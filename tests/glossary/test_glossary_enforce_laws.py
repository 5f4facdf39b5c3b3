"""What holds of any translation that the glossary is enforced on, whatever stands in it."""

import regex
from hypothesis import given, settings
from hypothesis import strategies as st

from dualpress.article import TAG, Language, other
from dualpress.glossary import (
    Enforced,
    Gender,
    Glossary,
    Kind,
    Term,
    TermProblem,
    check_terms,
    enforce,
)

EN, HI = Language.EN, Language.HI

TERMS = [
    Term("BLA", "बीएलए", Kind.ACRONYM, gender=Gender.FEMININE, forbidden=("ब्ला",)),
    Term("Baloch Liberation Army", "बलूच लिबरेशन आर्मी", Kind.ORG, gender=Gender.FEMININE),
    Term("Baloch", "बलूच"),
    Term("liberation", "मुक्ति"),
    Term("army", "सेना", forms_hi=("सेनाओं",), gender=Gender.FEMININE),
    Term("US", "अमेरिका", Kind.PLACE, forms_hi=("अमेरिकी",)),
    Term("Gwadar", "ग्वादर", Kind.PLACE),
    Term("Gwadar Port", "ग्वादर बंदरगाह", Kind.PLACE),
    Term("treaty", "समझौता", forms_hi=("समझौते",), gender=Gender.MASCULINE),
    Term("Houthi", "हूती", forms_en=("Houthis",), forms_hi=("हूतियों",), gender=Gender.MASCULINE),
    Term("The Hindu", "द हिंदू", Kind.ORG),
    Term("May", "मई", ambiguous=frozenset({EN})),
]
GLOSSARY = Glossary(TERMS)

_FORMS = [form for term in TERMS for language in Language for form in term.forms(language)]
_SPOILT = (
    "ग्वादार|ग्वाडर|Gwader|Gawadar|Taleban|बी एल ए|बी. एल. ए.|ब्ला|B L A|bla|बलूच मुक्ति सेना|houthis"
    "|अमरीका|समझोता|treety|the|The|a|an|का|की|में|ने|है|था|थी|श्री|said|port|द"
).split("|")
_MARKS = [
    "<g1>",
    "</g1>",
    "<x2/>",
    " (BLA)",
    "(",
    ")",
    "’s",
    "-",
    ".",
    "।",
    ",",
    " ",
    " ",
    "x",
    "ा",
]
_PIECES = [*_FORMS, *_SPOILT, *_MARKS, "https://x.org/BLA"]

# Most pieces stand apart, as words do; some touch.
texts = st.lists(st.sampled_from(_PIECES), max_size=9).map(" ".join) | st.lists(
    st.sampled_from(_PIECES), max_size=9
).map("".join)
languages = st.sampled_from(Language)
alones = st.none() | st.sampled_from(_PIECES)

_LETTER = regex.compile(r"[\p{L}\p{M}\p{N}\u200c\u200d]")


def enforced(source: str, target: str, language: Language, alone: str | None = None) -> Enforced:
    return enforce(
        source,
        [target],
        GLOSSARY,
        source_language=language,
        target_language=other(language),
        alone=lambda _: alone,
    )


def lacking(source: str, target: str, language: Language) -> list[str]:
    findings = check_terms(source, target, language, other(language), GLOSSARY)
    return [one.term.en for one in findings if one.problem is not TermProblem.AMBIGUOUS]


@given(texts, texts, languages, alones)
@settings(max_examples=60)
def test_what_needs_nothing_stays_as_it_is(
    source: str, target: str, language: Language, alone: str | None
) -> None:
    result = enforced(source, target, language, alone)
    assert result.changed == (result.text != target)
    if not lacking(source, target, language):
        assert result == Enforced(target, 0, changed=False)


@given(texts, texts, languages, alones)
@settings(max_examples=60)
def test_a_change_brings_a_term_in_and_loses_none(
    source: str, target: str, language: Language, alone: str | None
) -> None:
    result = enforced(source, target, language, alone)
    before, after = lacking(source, target, language), lacking(source, result.text, language)
    assert set(after) <= set(before)
    assert len(after) < len(before) or not result.changed


@given(texts, texts, languages, alones)
@settings(max_examples=60)
def test_nothing_is_written_inside_a_word_or_a_tag(
    source: str, target: str, language: Language, alone: str | None
) -> None:
    result = enforced(source, target, language, alone)
    assert TAG.findall(result.text) == TAG.findall(target)
    for repair in result.repairs:
        pattern = rf"(?<!{_LETTER.pattern}){regex.escape(repair.after)}(?!{_LETTER.pattern})"
        assert regex.search(pattern, result.text) or len(result.repairs) > 1


@given(texts, texts, languages, alones)
@settings(max_examples=60)
def test_no_term_is_written_more_often_than_the_source_has_it(
    source: str, target: str, language: Language, alone: str | None
) -> None:
    result = enforced(source, target, language, alone)
    matcher = GLOSSARY.matcher(other(language))
    wanted = [match.term for match in GLOSSARY.matcher(language).find(source)]
    for term in TERMS:
        had, has = (
            [match.term for match in matcher.find(text)].count(term)
            for text in (target, result.text)
        )
        assert has - had <= wanted.count(term)


@given(texts, texts, languages, alones)
@settings(max_examples=60)
def test_enforcing_again_changes_nothing_more(
    source: str, target: str, language: Language, alone: str | None
) -> None:
    once = enforced(source, target, language, alone).text
    assert enforced(source, once, language, alone).text == once


@given(texts, texts, languages, alones)
@settings(max_examples=60)
def test_each_change_and_each_missing_term_has_its_mark(
    source: str, target: str, language: Language, alone: str | None
) -> None:
    result = enforced(source, target, language, alone)
    missing = lacking(source, result.text, language)
    assert len(result.marks) == len(result.repairs) + len(missing)
    assert bool(result.repairs) == result.changed
    told = zip(result.repairs, result.marks, strict=False)
    assert all(repair.after in mark for repair, mark in told)
