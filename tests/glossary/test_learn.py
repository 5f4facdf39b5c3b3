"""What reviewers correct or write in the same way again and again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from proposals_support import EN, HI, NOTHING, PAKISTAN, passage

from dualpress.glossary import Glossary, Term
from dualpress.glossary.columns import parse_row
from dualpress.glossary.proposals import (
    Contradiction,
    Corrected,
    Correction,
    Place,
    find_contradictions,
    find_corrections,
    row_of_contradiction,
    row_of_correction,
)
from dualpress.glossary.terms import Gender, Kind

OFFICE = Term(
    "Foreign Office", "विदेश कार्यालय", Kind.ORG, gender=Gender.MASCULINE, note="the house chooses"
)


def corrected(*sentences: tuple[str, str, str]) -> list[Corrected]:
    return [Corrected(Place("post", None, str(n)), EN, *one) for n, one in enumerate(sentences)]


BORDER = corrected(
    ("The Foreign Office spoke.", "विदेशी दफ़्तर ने बात की।", "विदेश मंत्रालय ने बात की।"),
    ("He left the Foreign Office.", "वह विदेशी दफ़्तर से गया।", "वह विदेश मंत्रालय से गया।"),
    ("A Foreign Office note came.", "विदेशी दफ़्तर का नोट आया।", "विदेश मंत्रालय का नोट आया।"),
)


def test_a_correction_made_three_times_is_found_with_its_term() -> None:
    (found,) = find_corrections(BORDER, NOTHING)
    assert (found.term, found.before, found.after) == (
        "Foreign Office",
        "विदेशी दफ़्तर",
        "विदेश मंत्रालय",
    )
    assert [place.label for place in found.places] == ["0", "1", "2"]


def test_twice_is_too_few_unless_asked_for() -> None:
    assert find_corrections(BORDER[:2], NOTHING) == []
    assert len(find_corrections(BORDER[:2], NOTHING, at_least=2)) == 1


def test_one_sentence_in_three_articles_counts_once() -> None:
    assert find_corrections([BORDER[0]] * 3, NOTHING) == []


def test_a_name_is_told_by_its_sound() -> None:
    sentences = corrected(
        ("He saw Ormara and Gwadar.", "उसने ओमरा और ग्वादर देखा।", "उसने ओरमारा और ग्वादर देखा।"),
        ("They saw Ormara and Gwadar.", "उन्होंने ओमरा और ग्वादर देखा।", "उन्होंने ओरमारा और ग्वादर देखा।"),
        ("We left Ormara and Gwadar.", "हम ओमरा और ग्वादर से चले।", "हम ओरमारा और ग्वादर से चले।"),
    )
    (found,) = find_corrections(sentences, NOTHING)
    assert (found.term, found.after) == ("Ormara", "ओरमारा")


def test_grammar_is_no_term() -> None:
    sentences = corrected(
        ("He goes.", "वह जाता है।", "वे जाते हैं।"),
        ("He comes.", "वह आता है।", "वे आते हैं।"),
        ("He sees.", "वह देखता है।", "वे देखते हैं।"),
    )
    assert find_corrections(sentences, NOTHING) == []


def test_a_correction_to_what_a_row_has_is_nothing_new() -> None:
    glossary = Glossary([Term("Foreign Office", "विदेश मंत्रालय")])
    assert find_corrections(BORDER, glossary) == []


def test_a_sentence_without_the_correction_clears_the_term_of_it() -> None:
    other = corrected(("The Foreign Office slept.", "दफ़्तर सोया।", "दफ़्तर सोया।"))
    (found,) = find_corrections([*BORDER, *other], NOTHING)
    assert found.term != "Foreign Office"


def test_the_row_of_a_correction() -> None:
    (found,) = find_corrections(BORDER, NOTHING)
    assert row_of_correction(found) == {
        "en": "Foreign Office",
        "hi": "विदेश मंत्रालय",
        "note": "proposed: reviewers made this of “विदेशी दफ़्तर” 3 times",
    }


def test_a_correction_without_a_term_makes_no_row() -> None:
    assert row_of_correction(Correction(None, EN, "अ", "आ", ())) is None


def contradictions(
    *pairs: tuple[str, str], terms: Sequence[Term] = (OFFICE, PAKISTAN)
) -> list[Contradiction]:
    return find_contradictions([passage(*pair) for pair in pairs], Glossary(terms))


AGAINST = (
    ("The Foreign Office spoke.", "विदेश मंत्रालय ने बात की।"),
    ("He left the Foreign Office.", "वह विदेश मंत्रालय से गया।"),
    ("A Foreign Office note came.", "विदेश मंत्रालय का नोट आया।"),
)
KEPT = ("The Foreign Office slept.", "विदेश कार्यालय सोता रहा।")


def test_what_reviewers_write_instead_of_a_row() -> None:
    (found,) = contradictions(*AGAINST, KEPT)
    assert (found.term, found.language) == (OFFICE, HI)
    assert (found.written, len(found.places), found.kept) == ("विदेश मंत्रालय", 3, 1)


def test_another_spelling_of_a_name_is_found_by_its_sound() -> None:
    gwadar = Term("Gwadar", "ग्वादर", Kind.PLACE)
    (found,) = contradictions(
        ("He saw Gwadar.", "उसने ग्वादार देखा।"),
        ("They left Gwadar.", "वे ग्वादार से चले।"),
        ("We like Gwadar.", "हमें ग्वादार पसंद है।"),
        terms=[gwadar],
    )
    assert found.written == "ग्वादार"


def test_twice_is_no_habit() -> None:
    assert contradictions(*AGAINST[:2]) == []


def test_what_nobody_reviewed_says_nothing() -> None:
    passages = [passage(*pair) for pair in AGAINST]
    drafts = [type(one)(one.place, one.language, one.text, one.target) for one in passages]
    assert find_contradictions(drafts, Glossary([OFFICE])) == []


def test_what_is_written_more_often_becomes_the_headword() -> None:
    row = row_of_contradiction(contradictions(*AGAINST, KEPT)[0])
    assert (row["en"], row["hi"], row["forms_hi"]) == (
        "Foreign Office",
        "विदेश मंत्रालय",
        "विदेश कार्यालय",
    )
    assert (row["kind"], row["gender"]) == ("org", "m")
    assert row["note"].startswith("proposed: reviewers write “विदेश मंत्रालय” 3 times")
    assert row["note"].endswith("the house chooses")


def test_what_is_written_less_often_becomes_a_form() -> None:
    kept = [
        (f"The Foreign Office slept {n} hours.", f"विदेश कार्यालय {n} घंटे सोया।") for n in range(4)
    ]
    row = row_of_contradiction(contradictions(*AGAINST, *kept)[0])
    assert (row["hi"], row["forms_hi"]) == ("विदेश कार्यालय", "विदेश मंत्रालय")


def test_latin_letters_become_a_form_and_never_the_hindi_headword() -> None:
    row = row_of_contradiction(Contradiction(OFFICE, HI, "FO", (Place("post", None, "x"),) * 3, 0))
    assert (row["hi"], row["forms_hi"]) == ("विदेश कार्यालय", "FO")


def test_a_row_that_takes_the_place_of_another_keeps_all_that_it_says() -> None:
    term = Term(
        "Foreign Office",
        "विदेश कार्यालय",
        Kind.ORG,
        forms_en=("FO",),
        accepted_hi=("दफ़्तर",),
        ambiguous=frozenset({EN, HI}),
        preferred=True,
        forbidden=("विदेश मंत्रालय", "बाहरी दफ़्तर"),
        domain="agencies",
        as_of="2025",
    )
    found = Contradiction(term, HI, "विदेश मंत्रालय", (), 3)
    row = parse_row({**row_of_contradiction(found), "note": ""})
    assert isinstance(row, Term)
    assert row.forms_hi == ("विदेश मंत्रालय",)
    assert row.forbidden == ("बाहरी दफ़्तर",)
    for column in ("forms_en", "accepted_hi", "ambiguous", "preferred", "domain", "as_of"):
        assert getattr(row, column) == getattr(term, column)


def test_sentences_may_be_read_anew_each_time() -> None:
    class Sentences:
        def __iter__(self) -> Iterator[Corrected]:
            return iter(BORDER)

    assert find_corrections(Sentences(), NOTHING) == find_corrections(BORDER, NOTHING)
