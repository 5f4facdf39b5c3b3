"""A rendering in another spelling: तालेबान for तालिबान, ``Gwader`` for ``Gwadar``."""

from __future__ import annotations

from collections.abc import Sequence

from dualpress.article import Language
from dualpress.glossary.enforcing.alike import Place, joined, places_alike
from dualpress.glossary.enforcing.draft import Change, Draft, Need
from dualpress.glossary.enforcing.names import has_rival, is_of_longer_name
from dualpress.glossary.enforcing.variants import has_few_consonants
from dualpress.glossary.renderings import rendering_of
from dualpress.glossary.terms import Kind
from dualpress.text.devanagari import is_devanagari

__all__ = ["mend_spelling"]


def mend_spelling(draft: Draft, need: Need) -> Sequence[Change]:
    """Write the rendering for words that are a spelling of it.

    Certain where one place alone is, or the same words where the source has
    the term as often; where no other word of the source sounds so, and no
    longer name has the word as its part.
    """
    if need.match.ambiguous or _is_within_name(draft, need):
        return ()
    alike = list(places_alike(draft, need))
    places = _best_of_each(alike)
    texts = {place.text for place in places}
    if len(texts) != 1 or len(places) > need.often or _is_of_another(places, draft, need):
        return ()
    return [
        Change(place.span, _form_to_write(place, alike, draft, need), is_same_word=True)
        for place in places
    ]


def _is_within_name(draft: Draft, need: Need) -> bool:
    """Whether the source has a common noun as part of a name: ``Bangali Tola``."""
    start = need.match.span.start
    capitals = draft.task.source[start].isupper() > need.match.form[:1].isupper()
    return capitals and any(word.span.end <= start for word in draft.task.words)


def _best_of_each(places: Sequence[Place]) -> list[Place]:
    """The likest of the places that overlap."""
    chosen: list[Place] = []
    for place in sorted(places, key=lambda place: (-place.likeness, place.span)):
        if all(
            place.span.end <= other.span.start or other.span.end <= place.span.start
            for other in chosen
        ):
            chosen.append(place)
    return sorted(chosen)


def _is_of_another(places: Sequence[Place], draft: Draft, need: Need) -> bool:
    """Whether words stand for something else that the source has, or a longer name."""
    first = places[0]
    if has_rival(draft, need, joined(first.text), first.sound) or _is_of_namesake(first, need):
        return True
    is_name = first.form[:1].isupper() or need.match.form[:1].isupper()
    return is_name and any(
        is_of_longer_name(draft, need, place.span, of_many_words=False) for place in places
    )


def _is_of_namesake(place: Place, need: Need) -> bool:
    """Whether English may mean another person by it: Asad, where Hindi writes both असद."""
    is_english = not any(map(is_devanagari, place.text))
    is_one_name = need.match.term.kind is Kind.PERSON and " " not in place.text
    return is_english and is_one_name and has_few_consonants(place.text, Language.EN)


def _form_to_write(place: Place, alike: Sequence[Place], draft: Draft, need: Need) -> str:
    """The rendering if the words are a spelling of it; else the first form that they are one of.

    The engine may have chosen an adjective or a plural.
    """
    rendering = rendering_of(need.match, draft.task.source_language)
    forms = [other.form for other in alike if other.span == place.span]
    return rendering if rendering in forms else forms[0]
