"""Proposals as rows of a glossary."""

from __future__ import annotations

from collections.abc import Iterable

from dualpress.article import Language, other
from dualpress.glossary.proposals.contradictions import Contradiction
from dualpress.glossary.proposals.corrections import Correction
from dualpress.glossary.proposals.hindi import is_spelled
from dualpress.glossary.proposals.merging import Cells
from dualpress.glossary.proposals.renderings import Basis, Rendering
from dualpress.glossary.proposals.suggestion import Suggestion
from dualpress.glossary.terms import Case, Kind, ReadAs, Term
from dualpress.glossary.unconfirmed import Mark
from dualpress.text.devanagari import is_devanagari, key_of

__all__ = ["basis_words", "row_of_contradiction", "row_of_correction", "row_of_suggestion"]

_MOST_OTHERS = 3
_BASES = {
    Basis.REVIEWED: "reviewed",
    Basis.MEMORY: "from memory",
    Basis.POSTS: "as Hindi posts write it",
    Basis.LETTERS: "letter by letter",
    Basis.SOUND: "by its sound",
}


def basis_words(rendering: Rendering) -> str:
    """Why a rendering is proposed, for an editor."""
    return _BASES[rendering.basis]


def _noted(parts: Iterable[str]) -> str:
    """What ``note`` says in a row that is proposed: the mark, and what an editor should know."""
    return f"{Mark.PROPOSED}: {'; '.join(parts)}"


def row_of_suggestion(name: Suggestion) -> Cells:
    """The row that is proposed for a name; its other language is empty where nothing is known."""
    language = name.language.value
    there = "hi" if name.language is Language.EN else "en"
    rendering = name.renderings[0].text if name.renderings else ""
    kind = Kind.KEEP if rendering == name.name else name.kind
    hindi = rendering if name.language is Language.EN else name.name
    is_lettered = kind is Kind.ACRONYM and is_spelled(hindi)
    cells = {
        language: name.name,
        there: rendering,
        "kind": kind.value if kind else "",
        f"forms_{language}": "|".join(spelling for spelling, _ in name.spellings[1:]),
        f"forms_{there}": "|".join(_other_spellings(name)),
        "read_as": ReadAs.LETTERS.value if is_lettered else "",
        "first_use": name.first_use or "",
        "note": _noted(_note(name)),
    }
    return {column: text for column, text in cells.items() if text}


def _other_spellings(name: Suggestion) -> Iterable[str]:
    """What posts in the other language write, but for what the row proposes."""
    seen = {key_of(one.text) for one in name.renderings[:1]}
    for one in name.renderings:
        if one.basis is Basis.POSTS and key_of(one.text) not in seen:
            seen.add(key_of(one.text))
            yield one.text


def row_of_correction(correction: Correction) -> Cells | None:
    """The row that is proposed for a correction; ``None`` where its term is not clear."""
    if correction.term is None:
        return None
    here, there = correction.language.value, other(correction.language).value
    times = len(correction.places)
    note = f"reviewers made this of “{correction.before}” {times} times"
    return {here: correction.term, there: correction.after, "note": _noted([note])}


def row_of_contradiction(found: Contradiction) -> Cells:
    """A row that takes the place of one that reviewers contradict, with what they write.

    What they write becomes the headword where they write it more often than what the row has;
    where not, or where they leave a Hindi text its Latin letters, a form that is right, too.
    """
    language, term = found.language.value, found.term
    cells = _cells(term)
    headword, forms = cells[language], cells.get(f"forms_{language}", "").split("|")
    is_script = found.language is Language.EN or any(map(is_devanagari, found.written))
    if is_script and len(found.places) > found.kept:
        cells |= {language: found.written, "first_use": ""}
        forms = [headword, *forms]
    else:
        forms = [*forms, found.written]
    kept = [form for form in dict.fromkeys(forms) if form and form != cells[language]]
    cells[f"forms_{language}"] = "|".join(kept)
    cells["forbidden"] = "|".join(form for form in term.forbidden if form != found.written)
    note = (
        f"reviewers write “{found.written}” {len(found.places)} times, "
        f"and as the row has it {found.kept} times"
    )
    cells["note"] = _noted([note, *filter(None, [term.note])])
    return {column: text for column, text in cells.items() if text}


def _cells(term: Term) -> dict[str, str]:
    """A row as it stands in a file."""
    both = len(term.ambiguous) > 1
    return {
        "en": term.en,
        "hi": term.hi,
        "kind": term.kind.value,
        "forms_en": "|".join((*term.forms_en, *(f"~{form}" for form in term.accepted_en))),
        "forms_hi": "|".join((*term.forms_hi, *(f"~{form}" for form in term.accepted_hi))),
        "case": "" if term.case is Case.AUTO else term.case.value,
        "read_as": term.read_as.value if term.read_as else "",
        "first_use": term.first_use or "",
        "gender": term.gender.value if term.gender else "",
        "honorific": "yes" if term.honorific else "",
        "ambiguous": "both" if both else "".join(language.value for language in term.ambiguous),
        "preferred": "yes" if term.preferred else "",
        "domain": term.domain or "",
        "as_of": term.as_of or "",
    }


def _note(name: Suggestion) -> Iterable[str]:
    times, articles = len(name.places), len(name.articles)
    yield (
        f"{times} {'time' if times == 1 else 'times'} in "
        f"{articles} {'article' if articles == 1 else 'articles'}"
    )
    if name.renderings:
        first, *others = name.renderings
        yield basis_words(first)
        if others:
            yield f"or {', '.join(one.text for one in others[:_MOST_OTHERS])}"
    if name.expansion:
        yield f"stands for {name.expansion}"
    if name.short_for:
        yield f"short for {name.short_for}"
